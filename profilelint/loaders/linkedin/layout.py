"""Tells by size, tone and place what each line of LinkedIn's PDF is, whatever its language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from profilelint.loaders.linkedin.dates import looks_like_dates
from profilelint.loaders.linkedin.entries import has_level
from profilelint.loaders.linkedin.headings import MAIN_SECTIONS, SIDEBAR_SECTIONS, section_named
from profilelint.loaders.linkedin.lines import joint, starts_bullet
from profilelint.loaders.linkedin.pdf_lines import PdfLine
from profilelint.loaders.linkedin.sections import SIDEBAR_ROLES, Piece, Role

_GREYS = range(100, 216)  # black text has a tone of 25, locations have 177
_MAIN_RIGHT = 590.4
_SIDEBAR_RIGHT = 194.4
_PITCH = 18.0  # from line to line of running text; twice as much is a blank line
_LINES_OF_A_PAGE = 40
_FIRST_BASELINE = 55.0
_LAST_BASELINE = 762.0
_FOOTER_TOP = 765.0
_WRAPPED_ITEM = 15.0  # pt; a wrapped line of the sidebar follows at 12.6, a new item at 17.6
_WRAPPED_SCHOOL = 24.0  # 18.0, and 33.4
_HEADING_PITCH = 22.0
_DATES_PITCH = 17.5  # from title to dates 14.5, from dates to location 14.7, to other text 20.3
_LONGEST_TOTAL = 40  # characters
_TYPED_SLACK = 15.0
_LOWER_CASE_SLACK = 40.0  # a break within a sentence needs more room to have been typed


class Kind(Enum):
    """What the size of its type makes of a line."""

    NAME = 26.0
    HEADING = 15.75
    SIDEBAR_HEADING = 13.0
    LARGE = 12.0
    TITLE = 11.5
    LINK = 11.0
    TEXT = 10.5
    FOOTER = 9.0


def kind_of(line: PdfLine) -> Kind | None:
    """The kind whose size the line has; the sizes differ by half a point at least."""
    return _kind_of_size(line.size)


@lru_cache(maxsize=256)  # a document has a handful of sizes, and every line is asked often
def _kind_of_size(size: float) -> Kind | None:
    return next((kind for kind in Kind if abs(kind.value - size) <= 0.25), None)


def looks_like_export(lines: Iterable[PdfLine]) -> bool:
    """Whether the lines have LinkedIn's build: a name and a heading where they belong."""
    kinds = {(kind_of(line), line.sidebar) for line in lines if line.page == 1}
    return (Kind.NAME, False) in kinds and bool(
        kinds & {(Kind.HEADING, False), (Kind.SIDEBAR_HEADING, True)}
    )


@dataclass(slots=True)
class _Section:
    heading: str | None
    lines: list[PdfLine] = field(default_factory=list)
    heading_lines: list[PdfLine] = field(default_factory=list)


def _sections(lines: Iterable[PdfLine], heading: Kind) -> list[_Section]:
    """Part a column by its headings; what stands before the first has no heading."""
    sections = [_Section(None)]
    for line in lines:
        here = sections[-1]
        if kind_of(line) is not heading:
            here.lines.append(line)
        elif here.heading is not None and not here.lines and _close(here.heading_lines[-1], line):
            here.heading += joint(here.heading, line.text) + line.text.strip()
            here.heading_lines.append(line)
        else:
            sections.append(_Section(line.text.strip(), heading_lines=[line]))
    return sections


def _close(before: PdfLine, line: PdfLine) -> bool:
    return before.page == line.page and line.baseline - before.baseline < _HEADING_PITCH


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of an export by their roles, and the headings that were found."""

    pieces: tuple[Piece, ...]
    headings: tuple[str, ...]


def lay_out(lines: Sequence[PdfLine]) -> Layout:
    """Give every line of an export its role."""
    sidebar = _sections((line for line in lines if line.sidebar), Kind.SIDEBAR_HEADING)
    main_lines = [line for line in lines if not line.sidebar and not _is_footer(line)]
    head, *main = _sections(main_lines, Kind.HEADING)
    grey = any(line.tone in _GREYS for line in main_lines)
    pieces = [
        *_sidebar_pieces(sidebar),
        *_head_pieces(head.lines, grey=grey),
        *_main_pieces(main, grey=grey),
    ]
    headings = [section.heading for section in (*sidebar, *main) if section.heading]
    return Layout(tuple(pieces), tuple(headings))


def _is_footer(line: PdfLine) -> bool:
    return kind_of(line) is Kind.FOOTER and line.baseline > _FOOTER_TOP


def _stray(line: PdfLine, reason: str) -> Piece:
    return Piece(Role.STRAY, line, reason=reason)


# The sidebar.


def _sidebar_pieces(sections: Sequence[_Section]) -> Iterator[Piece]:
    for index, section in enumerate(sections):
        if section.heading is None:
            yield from (_stray(line, "it stands above the first heading") for line in section.lines)
            continue
        name = _sidebar_name(section.heading, section.lines, index)
        if name == "contact":
            for line in section.lines:
                yield Piece(Role.LINK if kind_of(line) is Kind.LINK else Role.CONTACT, line)
        elif name is None:
            reason = f"the section “{section.heading}” is not known"
            yield from (_stray(line, reason) for line in section.lines)
        else:
            yield from _items(section.lines, SIDEBAR_ROLES[name])


def _sidebar_name(heading: str, lines: Sequence[PdfLine], index: int) -> str | None:
    """What a section is: contact holds web addresses, languages have levels, skills come second."""
    if any(kind_of(line) is Kind.LINK for line in lines):
        return "contact"
    named = section_named(heading, SIDEBAR_SECTIONS)
    if named is not None:
        return named
    if any(has_level(line.text) for line in lines):
        return "languages"
    return {1: "contact", 2: "skills"}.get(index)


def _items(lines: Sequence[PdfLine], role: Role) -> Iterator[Piece]:
    before: PdfLine | None = None
    for line in lines:
        wrapped = before is not None and _wraps_item(before, line)
        yield Piece(role, line, joint(before.text, line.text) if before and wrapped else None)
        before = line


def _wraps_item(before: PdfLine, line: PdfLine) -> bool:
    if before.page == line.page:
        return line.baseline - before.baseline < _WRAPPED_ITEM
    return _slack(before, line, _SIDEBAR_RIGHT) < 0


def _slack(before: PdfLine, line: PdfLine, right: float) -> float:
    """The room that was left on a line after the next one's first word would have been added."""
    word = line.text.lstrip().split(" ", 1)[0]  # a no-break space holds words together
    return right - before.right - before.width_of(joint(before.text.rstrip(), word) + word)


# The main column.


def _head_pieces(lines: Sequence[PdfLine], *, grey: bool) -> Iterator[Piece]:
    large = [line for line in lines if kind_of(line) is Kind.LARGE]
    # Where the tones are lost, the last line is the location: every profile has one.
    last = large[-1] if large and not grey else None
    before: PdfLine | None = None
    for line in lines:
        kind = kind_of(line)
        if kind is Kind.NAME:
            role = Role.NAME
        elif kind is Kind.LARGE:
            role = Role.LOCATION if line is last or line.tone in _GREYS else Role.HEADLINE
        else:
            role = Role.STRAY
        yield Piece(role, line, joint(before.text.rstrip(), line.text) if before else None)
        before = line


def _main_pieces(sections: Sequence[_Section], *, grey: bool) -> Iterator[Piece]:
    names = _main_names(sections)
    for name, section in zip(names, sections, strict=True):
        if name == "summary":
            yield from _summary(section.lines)
        elif name == "experience":
            yield from _Experience(grey=grey).pieces(section.lines)
        elif name == "education":
            yield from _education(section.lines)
        else:
            reason = f"the section “{section.heading}” is not known"
            yield from (_stray(line, reason) for line in section.lines)


def _main_names(sections: Sequence[_Section]) -> list[str | None]:
    """Name the sections by their build: titles make experience, rows below schools education.

    Where only lines of one size stand, the heading tells, or else the place and the pitch.
    """
    names: list[str | None] = []
    for index, section in enumerate(sections):
        kinds = {kind_of(line) for line in section.lines}
        if Kind.TITLE in kinds:
            names.append("experience")
        elif Kind.TEXT in kinds:
            names.append("education")
        else:
            named = section_named(section.heading or "", MAIN_SECTIONS)
            opening = index == 0 and (len(sections) > 1 or _runs_on(section.lines))
            names.append(named or ("summary" if opening else "education"))
    return names


def _runs_on(lines: Sequence[PdfLine]) -> bool:
    """Whether lines follow each other as running text, or there is but one long one."""
    if len(lines) < 2:
        return bool(lines) and len(lines[0].text) > 60
    pitch = lines[1].baseline - lines[0].baseline
    return lines[0].page != lines[1].page or abs(pitch % _PITCH) < 1 or _PITCH - pitch % _PITCH < 1


def _summary(lines: Sequence[PdfLine]) -> Iterator[Piece]:
    before: PdfLine | None = None
    for line in lines:
        yield Piece(Role.SUMMARY, line, _break_between(before, line) if before else None)
        before = line


def _break_between(before: PdfLine, line: PdfLine) -> str:
    """What stands between two lines of running text: line breaks as typed, or what a wrap hid."""
    bullet = starts_bullet(line.text.lstrip())
    slack = _slack(before, line, _MAIN_RIGHT)
    lower = line.text.lstrip()[:1].islower() and before.text.rstrip()[-1:] not in ".!?:"
    typed = bullet or slack > (_LOWER_CASE_SLACK if lower else _TYPED_SLACK)
    blank = _blank_lines(before, line, typed=typed)
    if blank:
        return "\n" * (blank + 1)
    return "\n" if typed else joint(before.text.rstrip(), line.text.lstrip())


def _blank_lines(before: PdfLine, line: PdfLine, *, typed: bool) -> int:
    if before.page == line.page:
        lines = round((line.baseline - before.baseline) / _PITCH) - 1
        return min(max(0, lines), _LINES_OF_A_PAGE)
    above = min(max(0, round((line.baseline - _FIRST_BASELINE) / _PITCH)), _LINES_OF_A_PAGE)
    # A line more would have fitted on the page before: there it is, and it is blank.
    below = typed and before.baseline + _PITCH * 1.5 < _LAST_BASELINE
    return above or int(below)


class _Experience:
    """Walks through the roles: company, [total], title, dates, [location], [description].

    The state lives on over page breaks, which come between any two lines.
    """

    def __init__(self, *, grey: bool) -> None:
        self._grey = grey
        self._last: Role | None = None
        self._before: PdfLine | None = None

    def pieces(self, lines: Iterable[PdfLine]) -> Iterator[Piece]:
        for line in lines:
            piece = self._piece(line)
            yield piece
            if piece.role is not Role.STRAY:
                self._last, self._before = piece.role, line

    def _piece(self, line: PdfLine) -> Piece:
        kind = kind_of(line)
        if kind is Kind.LARGE:
            return self._continued(Role.COMPANY, line)
        if kind is Kind.TITLE:
            return self._continued(Role.TITLE, line)
        if kind is Kind.TEXT:
            return self._text(line)
        return _stray(line, "a line of this size belongs to no role")

    def _text(self, line: PdfLine) -> Piece:
        if self._is_place(line):
            return self._continued(Role.PLACE, line)
        if self._last is Role.COMPANY and len(line.text) < _LONGEST_TOTAL:
            return Piece(Role.TOTAL, line)
        if self._last is Role.TITLE and self._is_dates(line):
            return Piece(Role.DATES, line)
        if self._last is Role.DATES and self._before is not None and _is_rest(self._before, line):
            return Piece(Role.DATES, line, " ")
        return self._description(line)

    def _continued(self, role: Role, line: PdfLine) -> Piece:
        """The line goes on with its field where the one before was of the same."""
        if self._last is role and self._before is not None:
            return Piece(role, line, joint(self._before.text.rstrip(), line.text))
        return Piece(role, line)

    def _description(self, line: PdfLine) -> Piece:
        if self._last is None:
            return _stray(line, "it stands above the first role")
        if self._last is Role.DESCRIPTION and self._before is not None:
            return Piece(Role.DESCRIPTION, line, _break_between(self._before, line))
        return Piece(Role.DESCRIPTION, line)

    def _is_place(self, line: PdfLine) -> bool:
        if self._grey:
            return line.tone in _GREYS and self._last is not Role.COMPANY
        return self._last is Role.DATES and self._follows_closely(line)

    def _is_dates(self, line: PdfLine) -> bool:
        return self._follows_closely(line) or looks_like_dates(line.text)

    def _follows_closely(self, line: PdfLine) -> bool:
        before = self._before
        if before is None or before.page != line.page:
            return False
        return line.baseline - before.baseline < _DATES_PITCH


def _is_rest(before: PdfLine, line: PdfLine) -> bool:
    """Whether a row of dates was too long for one line and goes on in the next."""
    return "(" in before.text and ")" not in before.text and ")" in line.text


def _education(lines: Iterable[PdfLine]) -> Iterator[Piece]:
    before: PdfLine | None = None
    last: Role | None = None
    for line in lines:
        kind = kind_of(line)
        if kind is Kind.LARGE:
            wrapped = before is not None and last is Role.SCHOOL and _wraps_school(before, line)
            join = joint(before.text.rstrip(), line.text) if before and wrapped else None
            piece = Piece(Role.SCHOOL, line, join)
        elif kind is Kind.TEXT and before is not None:
            piece = Piece(Role.DEGREE, line, joint(before.text.rstrip(), line.text))
        else:
            piece = _stray(line, "it belongs to no course of study")
        yield piece
        if piece.role is not Role.STRAY:
            before, last = line, piece.role


def _wraps_school(before: PdfLine, line: PdfLine) -> bool:
    if before.page == line.page:
        return line.baseline - before.baseline < _WRAPPED_SCHOOL
    return _slack(before, line, _MAIN_RIGHT) < 0
