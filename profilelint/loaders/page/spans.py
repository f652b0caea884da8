"""Reads the dates of the profile page: ``Mar 2020 - Present · 3 yrs 2 mos``, in its languages."""

import re
from functools import cache

from profilelint.loaders.linkedin.dates import Bound, Span
from profilelint.loaders.linkedin.dates import read_date as read_full
from profilelint.loaders.linkedin.durations import months_of
from profilelint.loaders.page.words import begins_with, fold, is_word, words
from profilelint.loaders.resume.loose_dates import read_date as read_loose
from profilelint.profile import PartialDate

_LONGEST = 90
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DASH = re.compile(r"\s*[–—]\s*|\s+-\s+|\s+-|-\s+|\s*→\s*|(?<=\d{4})-(?=(?:19|20)\d\d)")
_DURATION = re.compile(r"\s*[·•|]\s*|\s*\((?=[^()]*\)$)")
_COUNT = re.compile(r"\d+\s*[^\W\d_]+\.?(?:,?\s+(?:\w\s+)?\d+\s*[^\W\d_]+\.?)?")


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in words()["months"].items() for name in names}


@cache
def _until() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(words()['until'])})\s+", re.IGNORECASE)


def read_date(text: str) -> PartialDate | None:
    """Read a year, or a month and a year, with the month short or in full.

    >>> [str(read_date(text)) for text in ("Mar 2020", "mars 2020", "mar. de 2020", "2020", "soon")]
    ['March 2020', 'March 2020', 'March 2020', '2020', 'None']
    """
    if len(text) > _LONGEST:
        return None
    found = read_loose(text) or read_full(text)
    if found is not None:
        return found
    year = _YEAR.search(text)
    if year is None:
        return None
    rest = fold(f"{text[: year.start()]} {text[year.end() :]}")
    named = [word.strip(".,") for word in rest.split() if word not in {"de", "of", "'"}]
    month = _months().get(named[0]) if len(named) == 1 else None
    return None if month is None else PartialDate(int(year[0]), month)


def read_span(text: str) -> Span | None:
    """Read ``start - end · duration``; what is none gives None.

    >>> span = read_span("Mär. 2020–Heute · 3 Jahre 2 Monate")
    >>> span.start.date.iso, span.end.present
    ('2020-03', True)
    """
    if len(text) > _LONGEST or not any(character.isdigit() for character in text):
        return None
    stop = next(
        (m.start() for m in _DURATION.finditer(text) if _is_duration(text[m.end() :])), len(text)
    )
    since = begins_with("since", text[:stop])
    dash = _DASH.search(text, since, stop) or _until().search(text, since, stop)
    if dash is None:
        bound = _bound(text, since, stop)
        if bound is None or not bound.readable:
            return None
        return Span(
            bound, Bound("", stop, stop, None, present=True) if since else None, single=not since
        )
    start, end = _bound(text, since, dash.start()), _bound(text, dash.end(), stop)
    bounds = [bound for bound in (start, end) if bound is not None]
    if not bounds or not all(bound.readable for bound in bounds):
        return None
    return Span(start, end) if any(bound.date for bound in bounds) else None


def _is_duration(text: str) -> bool:
    said = text.strip(" ()")
    return months_of(said) is not None or _COUNT.fullmatch(said) is not None


def is_duration(text: str) -> bool:
    """Whether a line is the time spent somewhere, as above the roles at one company.

    >>> is_duration("5 yrs 3 mos"), is_duration("3 Jahre 2 Monate"), is_duration("9 to 5")
    (True, True, False)
    """
    return len(text) < _LONGEST and months_of(text) is not None


def _bound(text: str, start: int, end: int) -> Bound | None:
    part = text[start:end]
    stripped = part.strip()
    if not stripped:
        return None
    start += len(part) - len(part.lstrip())
    present = is_word("present", stripped)
    date = None if present else read_date(stripped)
    return Bound(stripped, start, start + len(stripped), date, present)
