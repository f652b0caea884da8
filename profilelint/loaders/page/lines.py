"""The lines of a pasted profile page: without its buttons, and each of them once.

The page holds most lines twice, the second time for screen readers, and a copy takes both along:
line for line where a line is a field of its own, block for block where a text has several.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from profilelint.loaders.linkedin.text_lines import TextLine, read_lines
from profilelint.loaders.page.spans import is_duration, read_span
from profilelint.loaders.page.words import fold, is_chrome, section_of, without_residue

_LOGO = re.compile(r"(?P<of>.+) (?:logo|logotipo)|(?:logo|logotipo) (?:von|de|d')\s?(?P<name>.+)")
_BLOCK = 60  # lines of the longest text that stands twice
_FEWEST_TWINS = 3
_NEAR = 6
_SHOW_ALL = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of the page.

    Attributes:
        line: as it stands in the file.
        gap: a blank line stands above it.
        field: it stood twice, as a field of its own does.
        opens: the name of a logo stood above it: an entry begins.
    """

    line: TextLine
    gap: bool = False
    field: bool = False
    opens: bool = False

    @property
    def text(self) -> str:
        """What the line says."""
        return self.line.text


@dataclass(frozen=True, slots=True)
class Page:
    """What was read, and whether lines stand twice in it.

    ``counted`` are the buttons that tell how much more there is: "Show all 12 skills".
    """

    lines: tuple[PageLine, ...]
    doubled: bool
    counted: tuple[str, ...]


def read_page(file: str, text: str) -> Page:
    """Read the lines of a page that are the profile's."""
    counted: list[str] = []
    kept: list[PageLine] = []
    block = 0
    lines = [_halved(line) for line in read_lines(file, text)]
    opens = False
    for index, line in enumerate(lines):
        if is_chrome(line.text):
            if _SHOW_ALL.search(line.text):
                counted.append(line.text)
        elif _is_logo(line.text, lines[index + 1 : index + 1 + _NEAR]):
            opens = True
        else:
            kept.append(PageLine(line, gap=bool(kept) and line.block != block, opens=opens))
            block, opens = line.block, False
    single = list(_without_twins(kept))
    doubled = len(kept) - len(single) >= _FEWEST_TWINS
    return Page(tuple(single if doubled else kept), doubled, tuple(counted))


def _halved(line: TextLine) -> TextLine:
    """A line whose copy for screen readers follows without a break."""
    half, odd = divmod(len(line.text), 2)
    if odd or half < 3 or line.text[:half] != line.text[half:] or " " not in line.text:
        return line
    lead = len(line.raw) - len(line.raw.lstrip())
    return replace(line, raw=line.raw[: lead + half], text=line.text[:half])


def _is_logo(text: str, following: Sequence[TextLine]) -> bool:
    if len(text) > 120 or (match := _LOGO.fullmatch(fold(text))) is None:
        return False
    name = match["of"] or match["name"]
    return any(fold(line.text).startswith(name) for line in following)


def _without_twins(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    keys = [_key(line.text) for line in lines]
    places: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        places.setdefault(key, []).append(index)
    at = 0
    while at < len(lines):
        length = _twin(keys, places[keys[at]], at)
        if length:
            block = lines[at : at + length]
            yield from (replace(line, field=length == 1) for line in block)
            at += 2 * length
        else:
            yield lines[at]
            at += 1


def _twin(keys: Sequence[str], places: list[int], at: int) -> int:
    """How many lines from here on stand there once more right behind, or 0."""
    from bisect import bisect_right

    first = bisect_right(places, at)
    for other in places[first : first + _NEAR]:
        length = other - at
        if length > _BLOCK:
            break
        if keys[at:other] == keys[other : other + length]:
            return length
    return 0


def _key(text: str) -> str:
    """What two lines have in common that say the same: dates may say it in other words."""
    span = read_span(text)
    if span is not None and not span.single:
        bounds = (bound.date.iso if bound.date else "present" for bound in span.bounds)
        return " - ".join(bounds)
    return fold(without_residue(text)[0])


def is_dates(text: str) -> bool:
    """Whether a line is from when to when, with or without the duration."""
    span = read_span(text)
    return span is not None and (not span.single or " · " in text)


def is_page(texts: Sequence[str]) -> bool:
    """Whether lines read like the profile page, and not like a PDF of the profile."""
    timed = sum(_is_timed(text) for text in texts)
    twice = sum(
        section_of(text) is not None and fold(text) == fold(after)
        for text, after in pairwise(texts)
    )
    sections = {section_of(text) for text in texts} - {None, "other"}
    chrome = sum(is_chrome(text) for text in texts)
    if not sections.intersection(("about", "experience", "education")):
        return False
    return twice >= 2 or (len(sections) >= 2 and (timed >= 1 or chrome >= 3))


def _is_timed(text: str) -> bool:
    head, dot, tail = text.partition(" · ")
    return bool(dot) and is_duration(tail) and read_span(head) is not None
