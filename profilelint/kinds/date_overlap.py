"""``date-overlap``: two entries that fill a week each span the same months."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from profilelint.fields import entry_name
from profilelint.kinds.context import Context, Match
from profilelint.kinds.employers import akin
from profilelint.kinds.periods import Period, duration, period
from profilelint.profile import Position
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """What may overlap.

    Attributes:
        months: more months side by side are flagged.
        beside: an expression for what stands beside a job (freelance, board, volunteer), found in
            title, employer or type of employment. Upper and lower case are the same.
        regex: the same, read.
    """

    months: int
    beside: str
    regex: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        try:
            object.__setattr__(self, "regex", re.compile(self.beside, re.IGNORECASE))
        except re.error as error:
            raise ValueError(f"“{self.beside}” is no regular expression ({error})") from error


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:  # noqa: ARG001
    """Flag a role that runs beside others, once, with the one it shares most months with."""
    roles = [
        (index, role, span)
        for index, role in enumerate(context.profile.positions)
        if (span := period(role, context.now)) and not _stands_beside(role, options)
    ]
    shared: dict[int, list[tuple[int, int, Position]]] = {}
    for at, (index, role, span) in enumerate(roles):
        for other_index, other, other_span in roles[at + 1 :]:
            months = span.surely_shared(other_span)
            if months > options.months and not _one_employer(role, other):
                shared.setdefault(index, []).append((months, other_index, other))
                shared.setdefault(other_index, []).append((months, index, role))
    by_index = {index: (role, span) for index, role, span in roles}
    told: set[frozenset[int]] = set()
    # The role with the most others beside it explains them all; of two, the shorter.
    for index in sorted(shared, key=lambda i: (-len(shared[i]), _length(by_index[i][1]), i)):
        left = [pair for pair in shared[index] if frozenset((index, pair[1])) not in told]
        if not left:
            continue
        told.update(frozenset((index, other)) for _, other, _ in left)
        months, _, other = max(left, key=lambda pair: pair[0])
        more = f" (and beside {len(left) - 1} more)" if len(left) > 1 else ""
        yield Match(
            f"/positions/{index}/title",
            0,
            len(by_index[index][0].title or ""),
            {
                "name": entry_name(by_index[index][0]),
                "other": entry_name(other),
                "duration": duration(months),
                "more": more,
            },
        )


def _length(span: Period) -> int:
    return span.latest_last - span.first


def _stands_beside(role: Position, options: Options) -> bool:
    said = " | ".join(filter(None, (role.title, role.company, role.employment_type)))
    return not role.title or not role.company or options.regex.search(said) is not None


def _one_employer(one: Position, other: Position) -> bool:
    return akin(one.company or "", other.company or "")
