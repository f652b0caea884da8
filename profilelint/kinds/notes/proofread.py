"""``note-proofing``: a mistake in a note that a proofreading rule finds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from profilelint.kinds.context import Context, Match
from profilelint.kinds.notes.note import notes
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """No options: it goes by the proofreading rules, as they are set."""


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:  # noqa: ARG001
    """Flag each mistake once, with the rule that it breaks as its cause."""
    pointers = {note.pointer for note in notes(rule, context)}
    if not pointers:
        return
    for told in context.mistakes_in_notes():
        if told.match.pointer in pointers:
            yield replace(told.match, message=told.message, cause=told.rule)
