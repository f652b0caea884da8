"""An edit: one literal replacement in one field; and where texts and offsets are behind some."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """One literal replacement.

    Attributes:
        pointer: the field.
        start: code-point offset into its text.
        end: offset behind.
        text: what stands there.
        replacement: what is to stand there.
        rule: the rule that asks for it.
    """

    pointer: str
    start: int
    end: int
    text: str
    replacement: str
    rule: str


def by_field(edits: Iterable[Edit]) -> dict[str, list[Edit]]:
    """The edits of each field, by its pointer."""
    fields: dict[str, list[Edit]] = {}
    for edit in edits:
        fields.setdefault(edit.pointer, []).append(edit)
    return fields


def rewritten(text: str, edits: Iterable[Edit]) -> str:
    """A field's text with its edits in it.

    >>> rewritten("I recieve it", [Edit("/about", 2, 9, "recieve", "receive", "common-typo")])
    'I receive it'
    """
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def moved(offset: int, edits: Sequence[Edit]) -> int:
    """Where an offset into a field's text is, once its edits are made.

    >>> moved(10, [Edit("/about", 2, 6, "and ", "", "doubled-word")])
    6
    """
    shift = 0
    for edit in edits:
        if edit.end <= offset:
            shift += len(edit.replacement) - (edit.end - edit.start)
        elif edit.start < offset:
            shift += min(offset - edit.start, len(edit.replacement)) - (offset - edit.start)
    return offset + shift
