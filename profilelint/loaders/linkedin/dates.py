"""Reads the dates of a LinkedIn PDF: ``January 2020 - Present (3 years 2 months)`` in any language.

Only "Present" and the order "start - end (duration)" are the same everywhere. The duration follows
from the dates and is left alone.
"""

import re
from dataclasses import dataclass
from functools import cache

from profilelint.loaders.linkedin.word_tables import word_table
from profilelint.profile import PartialDate

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DURATION = re.compile(r"\s*\([^()]*\)?\s*$")
_DASH = re.compile(r"(?:^|\s)[-–—](?=\s|$)")
# Words between month and year: de (es, pt), года and р. (ru, uk), year and month signs of CJK.
_FILLERS = frozenset({"de", "del", "г", "года", "р", "року", "년", "年"})
_NUMBERED_MONTH = re.compile(r"(\d{1,2})\s*(?:월|月)?")


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a span: its date if it could be read, and where it stands in the text."""

    text: str
    start: int
    end: int
    date: PartialDate | None
    present: bool = False

    @property
    def readable(self) -> bool:
        """Whether it says something we understand: a date, or Present."""
        return self.present or self.date is not None


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when. A missing bound is None; ``single`` tells that there was no dash."""

    start: Bound | None
    end: Bound | None
    single: bool = False

    @property
    def bounds(self) -> tuple[Bound, ...]:
        """The bounds that stand in the text."""
        return tuple(bound for bound in (self.start, self.end) if bound is not None)

    @property
    def readable(self) -> bool:
        """Whether there is a bound, and none that is no date."""
        return bool(self.bounds) and all(bound.readable for bound in self.bounds)


@cache
def _months() -> dict[str, int]:
    return {
        name: number
        for names in word_table("months").values()
        for number, alternatives in enumerate(names, 1)
        for name in alternatives.casefold().split("/")
    }


def read_date(text: str) -> PartialDate | None:
    """Read a year, or a month and a year, in any known language.

    >>> read_date("stycznia 2020"), read_date("2020년 1월"), read_date("2020")
    (PartialDate(year=2020, month=1), PartialDate(year=2020, month=1), PartialDate(year=2020, month=None))
    """  # noqa: E501
    year = _YEAR.search(text)
    if year is None:
        return None
    rest = f"{text[: year.start()]} {text[year.end() :]}"
    words = [
        word for word in re.split(r"[\s.,/’'-]+", rest.casefold()) if word and word not in _FILLERS
    ]
    if not words:
        return PartialDate(int(year[0]))
    month = _month(words[0].lstrip("년年")) if len(words) == 1 else None
    return None if month is None else PartialDate(int(year[0]), month)


def _month(word: str) -> int | None:
    if number := _NUMBERED_MONTH.fullmatch(word):
        month = int(number[1])
        return month if 1 <= month <= 12 else None
    return _months().get(word)


def read_span(text: str) -> Span:
    """Read ``start - end (duration)``; what cannot be read has no date but keeps its place.

    >>> span = read_span("juin 2026 - Present (1 an)")
    >>> span.start.date.iso, span.end.present
    ('2026-06', True)
    """
    duration = _DURATION.search(text)
    stop = duration.start() if duration else len(text)
    dash = _DASH.search(text, 0, stop)
    if dash is None:
        return Span(_bound(text, 0, stop), None, single=True)
    return Span(_bound(text, 0, dash.start()), _bound(text, dash.end(), stop))


def _bound(text: str, start: int, end: int) -> Bound | None:
    part = text[start:end]
    stripped = part.strip()
    if not stripped:
        return None
    start += len(part) - len(part.lstrip())
    present = stripped.casefold() == "present"
    date = None if present else read_date(stripped)
    return Bound(stripped, start, start + len(stripped), date, present)


def looks_like_dates(text: str) -> bool:
    """Whether a whole line is a span of dates, as under the title of a role.

    >>> looks_like_dates("May 2018 - June 2023 (5 years)"), looks_like_dates("Sales up in 2019")
    (True, False)
    """
    span = read_span(text)
    return span.readable and not (span.single and _DURATION.search(text) is None)
