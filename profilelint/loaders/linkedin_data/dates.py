"""Reads the dates of LinkedIn's files, which come in a dozen shapes, some by way of Excel."""

import re
from datetime import date

from profilelint.loaders.resume.loose_dates import is_present, read_date
from profilelint.profile import PartialDate

__all__ = ["is_present", "read_day", "read_month"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = r"(?:[ T,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[ \u202f]?[AP]M)?(?: ?(?:UTC|GMT|Z))?)?"
_DAYS = tuple(
    re.compile(pattern + r"\Z", re.IGNORECASE)
    for pattern in (
        # Invitations and recommendations (US order): "10/2/26, 8:15 AM".
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})" + _TIME,
        # Shares "2024-03-14 17:12:00", endorsements "2024/03/14 17:12:00 UTC".
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})" + _TIME,
        # Connections "04 Mar 2024", after Excel "04-Mar-24".
        r"(?P<day>\d{1,2})[ -](?P<name>[a-z]{3})[a-z]*\.?[ -](?P<year>\d{4}|\d{2})" + _TIME,
        # "Mar 4, 1990".
        r"(?P<name>[a-z]{3})[a-z]*\.? (?P<day>\d{1,2}),? (?P<year>\d{4})" + _TIME,
        # Company Follows "Tue Sep 29 07:11:42 UTC 2026".
        r"[a-z]{3} (?P<name>[a-z]{3}) +(?P<day>\d{1,2}) [\d:]+ [A-Z]{2,5} (?P<year>\d{4})",
    )
)
# Excel shows "Mar 2020" as "Mar-20" and saves it so.
_EXCEL_MONTH = re.compile(r"(?P<name>[a-z]{3})-(?P<year>\d{2})\Z", re.IGNORECASE)


def read_day(text: str) -> date | None:
    """Read a date with a day.

    >>> [str(read_day(t)) for t in ("10/2/26, 8:15 AM", "Tue Sep 29 07:11:42 UTC 2026")]
    ['2026-10-02', '2026-09-29']
    """
    text = text.strip()
    for pattern in _DAYS:
        match = pattern.match(text)
        if match is None:
            continue
        groups = match.groupdict()
        name = groups.get("name")
        month = _month(name) if name is not None else int(match["month"])
        day = int(match["day"])
        if month > 12 >= day:  # somebody's spreadsheet writes the day first
            month, day = day, month
        try:
            return date(_year(match["year"]), month, day)
        except ValueError:
            return None
    return None


def read_month(text: str) -> PartialDate | None:
    """Read a year and perhaps a month, from any shape; a day is let go.

    >>> [str(read_month(t)) for t in ("Mar 2020", "2020", "3/2020", "12-Jan-24", "Mar-20", "soon")]
    ['March 2020', '2020', 'March 2020', 'January 2024', 'March 2020', 'None']
    """
    day = read_day(text)
    if day is not None:
        return PartialDate(day.year, day.month)
    match = _EXCEL_MONTH.match(text.strip())
    if match is not None and _month(match["name"]):
        return PartialDate(_year(match["year"]), _month(match["name"]))
    return read_date(text)


def _month(name: str) -> int:
    name = name.casefold()
    return _MONTHS.index(name) + 1 if name in _MONTHS else 0


def _year(text: str) -> int:
    # LinkedIn began in 2003, but a career may have begun in 98.
    year = int(text)
    return year if len(text) == 4 else year + (1900 if year > 50 else 2000)
