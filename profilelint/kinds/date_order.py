"""``date-order``: an entry ends before it begins, or begins in the future."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from profilelint.fields import entry_name
from profilelint.kinds.context import Context, Match
from profilelint.kinds.patterns import compile_pattern
from profilelint.kinds.periods import earliest, is_current, latest, month_of
from profilelint.rule import Rule

_BY_HAND = ("json-resume", "profile")


@dataclass(frozen=True, slots=True)
class Options:
    """What is no mistake.

    Attributes:
        grace_months: how far ahead a beginning may lie: a new job is entered before its first day.
        planned: targets whose entries may begin in the future: a course one is admitted to.
        announced: an expression for a title that says itself that it is still to come.
    """

    grace_months: int = 1
    planned: Sequence[str] = field(default_factory=tuple)
    announced: str = r"(?!)"

    def __post_init__(self) -> None:
        compile_pattern(self.announced, re.IGNORECASE)


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag each entry whose dates cannot be true, at its beginning.

    Where two entries or more begin in the future, it is the day of the export that is wrong: files
    that people write by hand keep an old one.
    """
    today = month_of(context.now)
    announced = compile_pattern(options.announced, re.IGNORECASE)
    ahead = [
        entry
        for target in rule.targets
        if target not in options.planned
        for entry in getattr(context.profile, target)
        if entry.start is not None and earliest(entry.start) > today + options.grace_months
        if not announced.search(entry_name(entry))
    ]
    if len(ahead) > 1 or _own_word(context):
        ahead = []
    for target in rule.targets:
        for index, entry in enumerate(getattr(context.profile, target)):
            start, end = entry.start, entry.end
            if start is None:
                continue
            name = entry_name(entry)
            where = f"/{target}/{index}"
            if end is not None and latest(end) < earliest(start):
                told = f"“{name}” ends in {end}, before it begins in {start}"
                advice = "swap or correct the dates"
            elif any(entry is other for other in ahead):
                told = f"“{name}” begins in {start}, which is still to come"
                advice = "correct the year" if is_current(entry) else "correct the date"
            else:
                continue
            yield Match(f"{where}/start", values={"told": told, "advice": advice})


def _own_word(context: Context) -> bool:
    """Whether the day is one that somebody once wrote into a file by hand."""
    document = context.document
    return document.format in _BY_HAND and document.now == context.now
