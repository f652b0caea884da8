"""Reads a date in the forms that people write into JSON and YAML."""

import re

from profilelint.profile import PartialDate

_PRESENT = frozenset({"present", "current", "currently", "now", "today", "ongoing", "to date"})
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.]\d{1,2}(?:[T ].*)?)?)?")
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})")
_DAY_BY_DAY = re.compile(r"(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<year>\d{4})")
_NAMED = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.? )?(?P<month>[^\W\d_]{3,})\.?,? ?(?:\d{1,2}(?:st|nd|rd|th)?,? )?"
    r"(?P<year>\d{4})"
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_FIRST_YEAR = 1900
_LAST_YEAR = 2199


def is_present(value: object) -> bool:
    """Whether this says that something has not ended.

    >>> is_present("Present"), is_present("2020")
    (True, False)
    """
    return isinstance(value, str) and value.strip().casefold().rstrip(".") in _PRESENT


def read_date(value: object) -> PartialDate | None:
    """Read a year and perhaps a month; the day is let go, as it is mostly padding.

    >>> [str(read_date(text)) for text in ("2020-03-01", "2020-3-01", "03/2020", "Mar 2020", "soon")]
    ['March 2020', 'March 2020', 'March 2020', 'March 2020', 'None']
    """  # noqa: E501
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    text = value.strip()
    if (match := _DAY_BY_DAY.fullmatch(text)) is not None:
        return _date(int(match["year"]), _month_of(int(match["one"]), int(match["two"])))
    if (match := _YEAR_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text)) is not None:
        return _date(int(match["year"]), int(match["month"]) if match["month"] else None)
    return _with_month_name(text)


def _month_of(one: int, two: int) -> int | None:
    """Tell the month from the day, which stands first in most of the world but not in the US."""
    if one == two or one > 12:
        return two
    return one if two > 12 else None


def _with_month_name(text: str) -> PartialDate | None:
    match = _NAMED.fullmatch(text)
    if match is None:
        return None
    name = match["month"].casefold()
    for number, month in enumerate(_MONTHS, 1):
        if month.startswith(name):
            return _date(int(match["year"]), number)
    # Exports in other languages write months out; their loader knows the names.
    from profilelint.loaders.linkedin import dates

    return dates.read_date(f"{match['month']} {match['year']}")


def _date(year: int, month: int | None) -> PartialDate | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR or not (month is None or 1 <= month <= 12):
        return None
    return PartialDate(year, month)
