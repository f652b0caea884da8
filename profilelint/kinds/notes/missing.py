"""``note-missing``: an invitation without a note."""

from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.kinds.context import Context, Match
from profilelint.kinds.notes.note import notes
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """No options: there is a note, or there is none."""


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:  # noqa: ARG001
    """Flag every note that says nothing."""
    for note in notes(rule, context, empty=True):
        if not note.text.strip():
            yield Match(note.pointer)
