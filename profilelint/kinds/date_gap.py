"""``date-gap``: a long time between two entries that no other entry explains."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from profilelint.fields import entry_name
from profilelint.kinds.context import Context, Match
from profilelint.kinds.periods import (
    Dated,
    duration,
    earliest,
    latest,
    month_name,
    month_of,
    period,
)
from profilelint.rule import Rule

_COURSE = 48
"""Months that an entry without a beginning may have taken."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a gap is.

    Attributes:
        months: a gap of more months is flagged.
        within_years: older gaps are left alone.
        bridged_by: further targets whose entries fill a gap, beside the rule's.
        beside: of those, targets whose entries do not where they began beside a job: then they are
            a few hours a week, and explain nothing.
    """

    months: int
    within_years: int = 100
    bridged_by: Sequence[str] = field(default_factory=tuple)
    beside: Sequence[str] = field(default_factory=tuple)


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag each gap between two entries of the rule's target, at the later one.

    What follows the last entry is an open search, and no gap. Where the time of one entry is not
    known, nothing is: it may fill any gap.
    """
    target = rule.targets[0]
    entries = list(getattr(context.profile, target))
    spans = [period(entry, context.now) for entry in entries]
    known = [span for span in spans if span]
    if not known or len(known) < len(spans):
        return
    today = month_of(context.now)
    # The months that an entry may fill, the open ones of a year included.
    filled = [(span.first, span.latest_last) for span in known]
    for other in options.bridged_by:
        for entry in getattr(context.profile, other):
            months = _may_fill(entry, today)
            if other not in options.beside or not any(
                span.first < first < span.last for first, _ in months for span in known
            ):
                filled += months
    covered = min(first for first, _ in filled[: len(known)])
    for first, last in sorted(filled):
        gap = first - covered - 1
        after = [i for i, span in enumerate(spans) if span and span.first >= first]
        if gap > options.months and after and first > today - 12 * options.within_years:
            index = min(after, key=lambda i: (known[i].first, i))
            yield Match(
                f"/{target}/{index}/start",
                values={
                    "from": month_name(covered + 1),
                    "until": month_name(first - 1),
                    "duration": duration(gap),
                    "name": entry_name(entries[index]),
                },
            )
        covered = max(covered, last)


def _may_fill(entry: Dated, today: int) -> list[tuple[int, int]]:
    start, end = entry.start, entry.end
    if start:
        return [(earliest(start), latest(end) if end else today)]
    return [(latest(end) - _COURSE, latest(end))] if end else []
