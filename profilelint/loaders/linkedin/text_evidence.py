"""What a single line of an exported text shows: whether it wraps, and what it can be."""

import re
from collections.abc import Sequence
from itertools import pairwise

from profilelint.loaders.linkedin.contact import is_phone
from profilelint.loaders.linkedin.dates import looks_like_dates
from profilelint.loaders.linkedin.durations import months_of
from profilelint.loaders.linkedin.headings import MAIN_SECTIONS, SIDEBAR_SECTIONS, section_named
from profilelint.loaders.linkedin.lines import joint, starts_bullet
from profilelint.loaders.linkedin.text_lines import TextLine
from profilelint.loaders.linkedin.type_widths import width_of

LARGE = 12.0
TITLE = 11.5
TEXT = 10.5
MAIN_WIDTH = 366.84
SIDEBAR_WIDTH = 172.8
_TYPED_SLACK = 15.0
_LOWER_CASE_SLACK = 40.0
_LONGEST_DATES = 120  # characters; also keeps long lines away from the patterns

_DEGREE_DATES = re.compile(r"(?:^|\s)·\s*\(")
_PROFILE_ADDRESS = re.compile(r"linkedin\.com/in/", re.IGNORECASE)
_LABELLED = re.compile(r"\((?:LinkedIn|Mobile|Home|Work|Company|Personal|Portfolio|Blog|Other)\)$")
_PLACE = re.compile(r"[^.!?;:•]{2,80}")


def slack(before: str, after: str, size: float, width: float = MAIN_WIDTH) -> float:
    """The room left on a line, had the first word of the next been put there, too."""
    word = after.split(" ", 1)[0]  # a no-break space holds words together
    return width - width_of(before, size) - width_of(joint(before, word) + word, size)


def is_typed_break(before: str, after: str, size: float) -> bool:
    """Whether a line break in running text was typed, and not made by the width of the page."""
    if starts_bullet(after):
        return True
    within = after[:1].islower() and before[-1:] not in ".!?:"
    return slack(before, after, size) > (_LOWER_CASE_SLACK if within else _TYPED_SLACK)


def main_heading(text: str) -> str | None:
    """The section of the main column that a line is the heading of."""
    return section_named(text, MAIN_SECTIONS) if len(text) < 60 else None


def sidebar_heading(text: str) -> str | None:
    """The section of the sidebar that a line is the heading of."""
    return section_named(text, SIDEBAR_SECTIONS) if len(text) < 60 else None


def is_dates(text: str) -> bool:
    """Whether a line is the dates of a role."""
    return len(text) < _LONGEST_DATES and looks_like_dates(text)


def is_total(text: str) -> bool:
    """Whether a line is the time spent at a company in several roles."""
    return text[:1] != "(" and months_of(text) is not None


def ends_degree(text: str) -> bool:
    """Whether a line holds the dates of a course of study."""
    return _DEGREE_DATES.search(text) is not None


def is_address(text: str) -> bool:
    """Whether a line begins the member's own address."""
    return _PROFILE_ADDRESS.search(text) is not None


def is_contact(text: str) -> bool:
    """Whether a line can stand only in the contact block."""
    return (
        is_address(text)
        or is_phone(text)
        or _LABELLED.search(text) is not None
        or ("@" in text and " " not in text)
    )


def surely_main(line: TextLine) -> bool:
    """Whether a line can stand in the main column only."""
    text = line.text
    return (
        starts_bullet(text)
        or is_dates(text)
        or is_total(text)
        or ends_degree(text)
        or _width_on_page(line) > SIDEBAR_WIDTH + 1
        or main_heading(text) is not None
    )


def _width_on_page(line: TextLine) -> float:
    # A viewer joins lines that end in a hyphen by a mark of its own.
    return max(width_of(part, TEXT) for part in line.raw.strip().split("\ufffe"))


def wraps_as_sidebar(lines: Sequence[TextLine]) -> bool:
    """Whether a sentence goes on in the next line where only the sidebar had no more room."""
    return any(
        line.text[:1].islower()
        and not starts_bullet(before.text)
        and width_of(before.text, TEXT) <= SIDEBAR_WIDTH
        and slack(before.text, line.text, TEXT, SIDEBAR_WIDTH) < 0
        and slack(before.text, line.text, TEXT) > _LOWER_CASE_SLACK
        for before, line in pairwise(lines)
    )


def is_place(text: str, after: str | None) -> bool:
    """Whether the line below the dates is the place of the work, and no text about it."""
    if starts_bullet(text) or _PLACE.fullmatch(text) is None:
        return False
    if after is not None and not starts_bullet(after) and slack(text, after, TEXT) < 0:
        return False  # it was full: running text
    parts = [part.strip() for part in text.split(",")]
    return len(parts) <= 4 and all(_is_place_name(part, len(parts)) for part in parts)


def _is_place_name(part: str, parts: int) -> bool:
    words = part.split()
    if not words or len(words) > (5 if parts > 1 else 4):
        return False
    first, last = words[0], words[-1]
    return not (first[0].islower() and parts == 1) and not last[0].islower()


def starts_header(lines: Sequence[TextLine], lowest: int, hints: str) -> int:
    """Where the name stands among lines that end with name, headline and location.

    Args:
        lines: the end of the sidebar, then the header.
        lowest: the first index that can be the name.
        hints: the member's addresses, which tend to hold the name.
    """
    count = len(lines)
    first = max(lowest, count - 5)
    for index in range(first, count - 1):
        if is_named(lines[index].text, hints):
            return index
    index = max(lowest, count - 3)
    while index > first and slack(lines[index].text, lines[index + 1].text, LARGE) < 0:
        index -= 1
    return index


def is_named(text: str, hints: str) -> bool:
    """Whether most of a line's letters are in the member's addresses."""
    words = [fold(word) for word in re.split(r"[\s.-]+", text)]
    words = [word for word in words if len(word) > 1]
    found = sum(len(word) for word in words if word in hints)
    return found >= 3 and 2 * found >= sum(map(len, words))


def fold(text: str) -> str:
    """Letters only, without marks and case, as in an address."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("ß", "ss"))
    return "".join(character for character in plain if character.isalpha())
