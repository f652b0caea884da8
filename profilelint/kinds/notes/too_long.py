"""``note-too-long``: a note is longer than the sender's plan takes."""

from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.kinds.context import Context, Match
from profilelint.kinds.length import fitting, measure
from profilelint.kinds.notes.note import notes, yes_no
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """How long a note may be, in UTF-16 code units, which LinkedIn is believed to count.

    Attributes:
        free: with a free account.
        premium: with Premium. What was sent already is held against this, unless the plan is told.
    """

    free: int
    premium: int


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the part of a note that is over the limit; a direct message has none of these."""
    plan = context.answers.get("plan")
    for note in notes(rule, context):
        limit = limit_of(options, plan, sent=note.sent)
        length = measure(note.text, "utf-16")
        if length <= limit or note.direct:
            continue
        told = {
            "length": length,
            "max": limit,
            "over": length - limit,
            "plan": "a free account" if limit == options.free else "Premium",
            "sent": yes_no(note.sent),
        }
        start = fitting(note.text, limit, "utf-16")
        yield Match(note.pointer, start, len(note.text), told)


def limit_of(options: Options, plan: object, *, sent: bool) -> int:
    """The limit that a note is held against: what was sent shows that the plan allowed for it."""
    return options.premium if plan == "premium" or (sent and plan is None) else options.free
