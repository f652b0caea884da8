"""The time that an entry spans, as far as its dates tell: what kinds about dates share."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from profilelint.profile import PartialDate


class Dated(Protocol):
    """An entry with a beginning and an end."""

    @property
    def start(self) -> PartialDate | None: ...  # noqa: D102
    @property
    def end(self) -> PartialDate | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Period:
    """Months, counted from the year 0, between which an entry begins and ends.

    A year alone leaves twelve months open at each end; what the open months could refute is never
    claimed.

    Attributes:
        first: the earliest month it can begin in.
        latest_first: the latest month it can begin in.
        last: the earliest month it can end in.
        latest_last: the latest month it can end in.
    """

    first: int
    latest_first: int
    last: int
    latest_last: int

    def surely_shared(self, other: "Period") -> int:
        """The months that both span, whatever the months not told are.

        >>> year = Period.of_years(2019, 2020)
        >>> year.surely_shared(Period.of_years(2020, 2021)) <= 0
        True
        """
        return min(self.last, other.last) - max(self.latest_first, other.latest_first) + 1

    @classmethod
    def of_years(cls, start: int, end: int) -> "Period":
        """The period of two dates that are years only."""
        return cls(start * 12, start * 12 + 11, end * 12, end * 12 + 11)


def month_of(day: date) -> int:
    """The number of a day's month."""
    return day.year * 12 + day.month - 1


def earliest(day: PartialDate) -> int:
    """The earliest month that a date can mean."""
    return day.year * 12 + (day.month or 1) - 1


def latest(day: PartialDate) -> int:
    """The latest month that a date can mean."""
    return day.year * 12 + (day.month or 12) - 1


def is_current(entry: object) -> bool:
    """Whether an entry says that it goes on."""
    return bool(getattr(entry, "current", False))


def period(entry: Dated, now: date) -> Period | None:
    """The period of an entry that has a beginning and is over or current; else None.

    An end before the beginning is a slip, told elsewhere: nothing is known then.
    """
    if entry.start is None:
        return None
    today = month_of(now)
    if entry.end is not None:
        ends = (earliest(entry.end), latest(entry.end))
    elif is_current(entry):
        ends = (today, today)
    else:
        return None
    first, latest_first = earliest(entry.start), latest(entry.start)
    if ends[1] < first:
        return None
    return Period(first, latest_first, max(ends[0], first), ends[1])


def month_name(month: int) -> str:
    """How people write the number of a month.

    >>> month_name(2023 * 12)
    'January 2023'
    """
    return str(PartialDate(month // 12, month % 12 + 1))


def duration(months: int) -> str:
    """How people say so many months.

    >>> duration(20), duration(24), duration(5)
    ('20 months', '2 years', '5 months')
    """
    if months >= 24 and months % 12 == 0:
        return f"{months // 12} years"
    if months > 36:
        return f"{months // 12} years and {months % 12} month{'s' if months % 12 > 1 else ''}"
    return f"{months} month{'s' if months != 1 else ''}"
