"""One mistake that the rules of context found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slip:
    """A place in a passage, and what to write there.

    Attributes:
        rule: the rule's name in ``context.yaml``.
        start: offset into the passage.
        end: offset behind it.
        suggestions: what to write, the likeliest first.
    """

    rule: str
    start: int
    end: int
    suggestions: tuple[str, ...]
