"""Gives each line of a LinkedIn text its role, by what surrounds it."""

from collections.abc import Iterator, Sequence

from profilelint.loaders.linkedin.lines import joint, starts_bullet
from profilelint.loaders.linkedin.role_groups import RoleGroup
from profilelint.loaders.linkedin.sections import Piece, Role
from profilelint.loaders.linkedin.text_evidence import (
    LARGE,
    TEXT,
    TITLE,
    ends_degree,
    is_dates,
    is_place,
    is_total,
    is_typed_break,
    main_heading,
    slack,
)
from profilelint.loaders.linkedin.text_lines import TextLine

Lines = Sequence[TextLine]


def header_pieces(lines: Lines) -> Iterator[Piece]:
    """Name, headline in up to three lines, and the location, which every profile has."""
    for index, line in enumerate(lines):
        join = joint(lines[index - 1].text, line.text) if index else None
        if index == 0:
            yield Piece(Role.NAME, line)
        elif index == len(lines) - 1:
            yield Piece(Role.LOCATION, line)
        else:
            yield Piece(Role.HEADLINE, line, join)


def main_pieces(lines: Lines) -> Iterator[Piece]:
    """The roles of the main column below the header."""
    for name, section in _sections(lines):
        if name == "summary":
            yield from _running(Role.SUMMARY, section, LARGE)
        elif name == "experience":
            yield from _experience(section)
        elif name == "education":
            yield from _education(section)
        else:
            for line in section:
                yield Piece(Role.STRAY, line, reason="it stands above the first known heading")


def _sections(lines: Lines) -> Iterator[tuple[str | None, Lines]]:
    starts = _section_starts(lines)
    yield None, lines[: starts[0][1] if starts else len(lines)]
    for n, (name, start) in enumerate(starts):
        end = starts[n + 1][1] if n + 1 < len(starts) else len(lines)
        yield name, lines[start + 1 : end]


def _section_starts(lines: Lines) -> list[tuple[str, int]]:
    """The headings, in the one order that exists; the same words in a text are not taken."""
    found: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if name := main_heading(line.text):
            found.setdefault(name, []).append(index)
    starts: list[tuple[str, int]] = []
    least = -1
    for name in ("summary", "experience", "education"):
        places = [index for index in found.get(name, ()) if index > least]
        if name == "experience":
            places = [n for n in places if _opens_experience(lines, n)] or places
        if places:
            least = places[-1] if name == "education" else places[0]
            starts.append((name, least))
    return starts


def _opens_experience(lines: Lines, index: int) -> bool:
    return any(is_dates(line.text) for line in lines[index + 2 : index + 7])


def _running(role: Role, lines: Lines, size: float) -> Iterator[Piece]:
    before: TextLine | None = None
    for line in lines:
        join = None
        if before is not None:
            typed = is_typed_break(before.text, line.text, size)
            join = "\n" if typed else joint(before.text, line.text)
        yield Piece(role, line, join)
        before = line


# Experience: the dates are certain; what stands between them is told from them backwards.


def _experience(lines: Lines) -> Iterator[Piece]:
    dates = [n for n, line in enumerate(lines) if is_dates(line.text) and n > 0]
    if not dates:
        for line in lines:
            yield Piece(Role.STRAY, line, reason="no dates tell what it belongs to")
        return
    group = RoleGroup()
    done = 0
    for number, at in enumerate(dates):
        heads = _heads(lines, done, at, group, first=number == 0)
        yield from _body(lines[done : at - len(heads)], fresh=number == 0)
        for role, index in heads:
            line = lines[index]
            wrapped = index > 0 and role is Role.TITLE and heads[0] != (role, index)
            same = wrapped and (Role.TITLE, index - 1) in heads
            yield Piece(role, line, joint(lines[index - 1].text, line.text) if same else None)
        yield Piece(Role.DATES, lines[at])
        group.add(lines[at].text)
        done = at + 1
    yield from _body(lines[done:], fresh=False)


def _heads(
    lines: Lines, done: int, at: int, group: RoleGroup, *, first: bool
) -> list[tuple[Role, int]]:
    """The lines right above the dates: company, total and title, as far as they are there."""
    title = at - 1
    if title < done:
        return []
    heads = [(Role.TITLE, title)]
    above = title - 1
    if above >= done and is_total(lines[above].text) and above - 1 >= done:
        group.begin(lines[above].text)
        return [(Role.COMPANY, above - 1), (Role.TOTAL, above), *heads]
    if group.is_open and not first:
        return heads
    if above >= done and _is_wrapped_title(lines, done, above):
        heads.insert(0, (Role.TITLE, above))
        above -= 1
    if above >= done:
        group.end()
        heads.insert(0, (Role.COMPANY, above))
    return heads


def _is_wrapped_title(lines: Lines, done: int, above: int) -> bool:
    """Whether the line above the title's last is its first: it is full, and a company precedes."""
    if above - 1 < done or starts_bullet(lines[above].text):
        return False
    return slack(lines[above].text, lines[above + 1].text, TITLE) < 0


def _body(lines: Lines, *, fresh: bool) -> Iterator[Piece]:
    """What follows the dates of a role: its place, if it has one, and its description."""
    if fresh:
        for line in lines:
            yield Piece(Role.STRAY, line, reason="it stands above the first role")
        return
    if lines and is_place(lines[0].text, lines[1].text if len(lines) > 1 else None):
        yield Piece(Role.PLACE, lines[0])
        lines = lines[1:]
    yield from _running(Role.DESCRIPTION, lines, TEXT)


# Education: the dates of a course end its row.


def _education(lines: Lines) -> Iterator[Piece]:
    done = 0
    while done < len(lines):
        at = next((n for n in range(done, len(lines)) if ends_degree(lines[n].text)), None)
        if at is None:
            yield from _undated(lines[done:])
            return
        row = at
        while row - 1 > done and slack(lines[row - 1].text, _unbroken(lines[row].text), TEXT) < 0:
            row -= 1
        end = _row_end(lines, at)
        # A row whose school is on the page before, or that is all there is, has none above it.
        yield from _undated(lines[done : row - 1] if row > done else [])
        if row > done:
            yield Piece(Role.SCHOOL, lines[row - 1])
        for index in range(row, end):
            before = lines[index - 1].text if index > row else ""
            yield Piece(Role.DEGREE, lines[index], joint(before, lines[index].text))
        done = end


def _unbroken(row: str) -> str:
    """The row with the no-break spaces that hold its dates together, where a copy lost them."""
    head, dot, dates = row.partition(" · (")
    return (
        f"{head}\u00a0·\u00a0({dates.replace(' - ', chr(0xA0) + '-' + chr(0xA0))}" if dot else row
    )


def _row_end(lines: Lines, at: int) -> int:
    """The index behind the row: its bracket may close on a later line."""
    end = at + 1
    text = lines[at].text
    while ")" not in text[text.rfind("(") :] and end < min(len(lines), at + 3):
        text += f" {lines[end].text}"
        end += 1
    return end


def _undated(lines: Lines) -> Iterator[Piece]:
    """Schools without dates, some with a degree: its no-break space or the block tells it."""
    before: TextLine | None = None
    for line in lines:
        is_row = before is not None and ("\u00a0" in line.text or line.block == before.block)
        if is_row:
            yield Piece(Role.DEGREE, line)
            before = None
        else:
            yield Piece(Role.SCHOOL, line)
            before = line
