"""The values of a JSON or YAML text as its scanner sees them: where each starts and ends."""

from dataclasses import dataclass, field

Span = tuple[int, int]

DEPTH = 64
"""Levels that lists and objects may be nested; a profile has five."""


@dataclass(slots=True)
class Node:
    """One value of a text: where it starts and ends, and what lies within.

    ``style`` is the opening bracket of a list or object, the quote or block mark of a scalar, or
    empty for a bare one. ``text`` is what a YAML scalar says; a list's children are numbered
    from 0.
    """

    start: int
    end: int
    style: str = ""
    text: str = ""
    children: "dict[str, Node]" = field(default_factory=dict)

    @property
    def is_container(self) -> bool:
        """Whether this is a list or an object."""
        return self.style in {"[", "{"}


class DuplicateKey(ValueError):  # noqa: N818  (reads well where it is caught)
    """An object that names a key twice; ``offset`` is where the second one stands."""

    def __init__(self, key: str, offset: int) -> None:
        super().__init__(key)
        self.key = key
        self.offset = offset


def is_comment(key: str) -> bool:
    """Whether a key is commented out, as people do in JSON: ``"_summary": "…"``."""
    return key.startswith("_")


def add_child(parent: Node, key: str, child: Node, offset: int) -> None:
    """Hang a value into its object.

    Raises:
        DuplicateKey: the object has that key already, and it is no comment.
    """
    if key in parent.children and not is_comment(key):
        raise DuplicateKey(key, offset)
    parent.children[key] = child
