"""``date-overlap``: two entries that fill a week each span the same months."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from profilelint.fields import entry_name
from profilelint.kinds.context import Context, Match
from profilelint.kinds.employers import akin, words
from profilelint.kinds.patterns import compile_pattern
from profilelint.kinds.periods import Period, duration, month_of, period
from profilelint.profile import Position
from profilelint.rule import Rule

_MOST = 100
"""Roles that are compared, each with each; no career has so many."""


OF_WHOLE = True
"""A finding is of the field, whatever stands in it: edits in it do not mend it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What may overlap.

    Attributes:
        months: more months side by side are flagged.
        beside: an expression for what stands beside a job (freelance, board, volunteer), found in
            title, employer or type of employment. Upper and lower case are the same.
        within_years: what ended longer ago is left alone.
        most: where more roles run side by side, it is a way of working, and nothing is flagged.
        regex: ``beside``, read.
    """

    months: int
    beside: str
    within_years: int = 100
    most: int = 100
    regex: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", compile_pattern(self.beside, re.IGNORECASE))


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:  # noqa: ARG001
    """Flag the role that runs beside most others, with the one it shares most months with.

    One finding tells of all: who has many such roles has a reason, and knows it.
    """
    since = month_of(context.now) - 12 * options.within_years
    roles = [
        (index, role, span)
        for index, role in enumerate(context.profile.positions[:_MOST])
        if (span := period(role, context.now))
        and span.last > since
        and not _stands_beside(role, options)
    ]
    shared: dict[int, list[tuple[int, int, Position]]] = {}
    for at, (index, role, span) in enumerate(roles):
        for other_index, other, other_span in roles[at + 1 :]:
            months = span.surely_shared(other_span)
            if months > options.months and not _one_employer(role, other):
                shared.setdefault(index, []).append((months, other_index, other))
                shared.setdefault(other_index, []).append((months, index, role))
    if not shared or len(shared) > options.most:
        return
    spans = {index: span for index, _, span in roles}
    # The role with the most others beside it explains them all; of two, the shorter.
    index = min(shared, key=lambda i: (-len(shared[i]), _length(spans[i]), i))
    months, _, other = max(shared[index], key=lambda pair: pair[0])
    role = context.profile.positions[index]
    rest = len(shared) - 2
    values = {
        "name": entry_name(role),
        "other": entry_name(other),
        "duration": duration(months),
        "more": f" ({rest} more role{'s overlap' if rest > 1 else ' overlaps'})" if rest else "",
    }
    yield Match(f"/positions/{index}/title", 0, len(role.title or ""), values)


def _length(span: Period) -> int:
    return span.latest_last - span.first


def _stands_beside(role: Position, options: Options) -> bool:
    said = " | ".join(filter(None, (role.title, role.company, role.employment_type)))
    return not role.title or not role.company or options.regex.search(said) is not None


def _one_employer(one: Position, other: Position) -> bool:
    """Whether they may belong together; a firm and its part often begin alike."""
    a, b = words(one.company or ""), words(other.company or "")
    return akin(one.company or "", other.company or "") or a[:1] == b[:1]
