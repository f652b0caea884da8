"""Reads the dates of scraped records: parts in an object, numbers, and texts of the page."""

from collections.abc import Mapping
from dataclasses import dataclass

from profilelint.loaders.page.spans import read_date, read_span
from profilelint.loaders.page.words import begins_with, is_word
from profilelint.loaders.scraped_shapes.lookup import fold_key, is_empty
from profilelint.profile import PartialDate

_FIRST_YEAR = 1900
_LAST_YEAR = 2199


@dataclass(frozen=True, slots=True)
class Said:
    """What a value says about a point in time; neither of both where it cannot be read."""

    date: PartialDate | None = None
    present: bool = False

    @property
    def readable(self) -> bool:
        """Whether it says something."""
        return self.present or self.date is not None


def read_value(value: object) -> Said:
    """Read one date.

    >>> read_value({"month": "Jul", "year": 2025, "text": "Jul 2025"}).date.iso
    '2025-07'
    >>> read_value("Issued Jun 2023").date.iso, read_value("Present").present
    ('2023-06', True)
    """
    if isinstance(value, Mapping):
        return _from_parts(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Said(_date(value, None))
    if not isinstance(value, str):
        return Said()
    text = value.strip()
    text = text[begins_with("issued", text) :].partition(" · ")[0].strip()
    text = text[begins_with("expires", text) :]
    if is_word("present", text):
        return Said(present=True)
    return Said(read_date(text))


def read_period(value: object) -> tuple[Said, Said, bool] | None:
    """Read from when to when; the third tells that there is one date only."""
    if not isinstance(value, str):
        return None
    span = read_span(value.strip())
    if span is None:
        return None
    start, end = (
        Said() if bound is None else Said(bound.date, bound.present)
        for bound in (span.start, span.end)
    )
    return start, end, span.single


def _from_parts(value: Mapping[str, object]) -> Said:
    parts = {fold_key(key): part for key, part in value.items() if not is_empty(part)}
    year, month = parts.get("year"), parts.get("month")
    if isinstance(year, str) and year.strip().isdecimal() and len(year) < 6:
        year = int(year)
    if isinstance(year, int) and not isinstance(year, bool) and year:
        return Said(_with_month(year, month))
    text = parts.get("text") or parts.get("date") or year
    return read_value(text) if isinstance(text, str) else Said()


def _with_month(year: int, month: object) -> PartialDate | None:
    if isinstance(month, str) and month.strip().isdecimal() and len(month) < 4:
        month = int(month)
    if isinstance(month, str):
        found = read_date(f"{month} {year}") if len(month) < 20 else None
        return found or _date(year, None)
    if isinstance(month, int) and not isinstance(month, bool):
        return _date(year, month or None)
    return _date(year, None)


def _date(year: int, month: int | None) -> PartialDate | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR or not (month is None or 1 <= month <= 12):
        return None
    return PartialDate(year, month)


def is_nothing(value: object) -> bool:
    """Whether a value stands for no date: an object of nulls, a year of 0.

    >>> is_nothing({"month": 0, "year": 0}), is_nothing(0), is_nothing("soon")
    (True, True, False)
    """
    if isinstance(value, Mapping):
        return all(is_nothing(part) for part in value.values())
    return is_empty(value) or value in (0, "0", False)
