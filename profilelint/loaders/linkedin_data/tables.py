"""Reads the text of a CSV file into a table whose cells know their line and column.

The standard library's ``csv`` gives values without places, refuses long fields and takes a bare
carriage return for the end of a row; LinkedIn writes such into its fields. So we scan ourselves.
"""

import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import count

from profilelint.document import Location, Unplaced
from profilelint.errors import InputError
from profilelint.loaders.linkedin_data.cells import Cell, Row, Table, normal
from profilelint.loaders.structured.places import Lines

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DELIMITERS = (",", "\t", ";")
_PREAMBLE = 20
"""Rows among which the header is looked for; Connections.csv has three before it."""

_NOTHING = re.compile(r"\s*No \w[\w ]{0,40} found\.?\s*", re.IGNORECASE)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK_LINES = re.compile(r"[\r\n]+")
_CHECK_EVERY = 5000
_MOST_CELLS = 500
"""Cells of a row that are looked at; LinkedIn's widest table has 35."""
_MOST_ROWS = 500_000
"""Rows of a table; LinkedIn lets nobody have more than 30,000 connections."""

Span = tuple[int, int]


def decode(data: bytes) -> tuple[str, bool]:
    """Decode a file: UTF-8 or UTF-16 by its mark, UTF-8 without, else Windows-1252.

    Returns:
        The text, and whether its encoding was a guess.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), False
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), True


class CsvFile:
    """The text of one CSV file and its name; lines are counted when somebody asks."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._lines: Lines | None = None

    def __reduce__(self) -> tuple[type["CsvFile"], tuple[str, str]]:
        return CsvFile, (self.name, self.text)

    def between(self, start: int, end: int) -> Location:
        """The place of a run of the text."""
        if self._lines is None:
            self._lines = Lines(self.text)
        line, column = self._lines.at(start)
        end_line, end_column = self._lines.at(end)
        return Location(self.name, line, column, end_line, end_column)


@dataclass(frozen=True, slots=True)
class FileHome:
    """A file as a whole: it is found at the line of its header, if it has one."""

    name: str
    line: int | None = None

    def locate(self, start: int | None = None, end: int | None = None) -> Location:  # noqa: ARG002
        """The file."""
        return Location(self.name, self.line)


@dataclass(frozen=True, slots=True)
class RowHome:
    """A row: it is found at its first character."""

    file: CsvFile
    start: int

    def locate(self, start: int | None = None, end: int | None = None) -> Location:  # noqa: ARG002
        """The row's first character."""
        here = self.file.between(self.start, self.start)
        return Location(here.file, here.line, here.column)


@dataclass(frozen=True, slots=True)
class CellHome:
    """A cell: its text starts at ``start``, behind the opening quote if it has one."""

    file: CsvFile
    start: int
    end: int
    quoted: bool

    def locate(self, start: int | None = None, end: int | None = None) -> Location:
        """The cell's text, or a part of it."""
        if start is None or end is None:
            return self.file.between(self.start, self.end)
        first, last = self._at(start), self._at(max(start, end - 1)) + (end > start)
        return self.file.between(min(first, self.end), min(last, self.end))

    def _at(self, offset: int) -> int:
        """From an offset into the value to one into the file: a quote is doubled there."""
        at = self.start
        while self.quoted:
            doubled = self.file.text.find('""', at, self.end)
            if doubled < 0 or doubled - at >= offset:
                break
            offset -= doubled - at + 1
            at = doubled + 2
        return at + offset


class CsvRow:
    """A row of a CSV file, whose cells are cut out when they are asked for."""

    def __init__(self, file: CsvFile, spans: Sequence[Span], columns: Sequence[str]) -> None:
        self._file = file
        self._spans = spans
        self._columns = columns

    @property
    def home(self) -> RowHome:
        """Where the row starts."""
        return RowHome(self._file, self._spans[0][0])

    def cell(self, column: str) -> Cell | None:
        """The first cell of that column which says something; a name may stand there twice."""
        found = None
        for name, span in zip(self._columns, self._spans, strict=False):
            if name != column:
                continue
            found = cell_of(self._file, span)
            if found.text.strip():
                return found
        return found

    def text(self, column: str) -> str:
        """What the column says, without its place, which takes far longer to keep."""
        for name, span in zip(self._columns, self._spans, strict=False):
            if name == column:
                raw = self._file.text[span[0] : span[1]]
                text = cell_of(self._file, span).text if raw.startswith('"') else raw
                if text.strip():
                    return text
        return ""

    def is_blank(self) -> bool:
        """Whether no cell of the row says anything."""
        return all(not self._file.text[start:end].strip('" \t\r') for start, end in self._spans)


def cell_of(file: CsvFile, span: Span) -> Cell:
    """Cut a cell out of the file."""
    start, end = span
    raw = file.text[start:end]
    if not raw.startswith('"'):
        return Cell(raw, CellHome(file, start, end, quoted=False))
    closing = _closing_quote(raw)
    inner = raw[1:closing]
    text = inner.replace('""', '"')
    return Cell(text, CellHome(file, start + 1, start + closing, quoted='""' in inner))


def _closing_quote(raw: str) -> int:
    """Where the text in quotes ends; what stands behind it is left over from a bad edit."""
    match = _QUOTED.match(raw)
    assert match is not None  # noqa: S101  (the caller saw the quote)
    return match.end() - match["close"].count('"')


_QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+(?P<close>"|\Z)')


def read_table(
    name: str,
    data: bytes,
    known: AbstractSet[str],
    check: Callable[[], None] = lambda: None,
) -> tuple[Table, list[Unplaced]]:
    """Read one CSV file.

    Args:
        name: what the user calls it, for places.
        data: its bytes.
        known: normalised names of its columns, by which its header is found.
        check: called now and then, to give up when the time is over.

    Returns:
        The table, and what is to be said about how it was read.
    """
    text, guessed = decode(data)
    text = _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    file = CsvFile(name, text)
    notes = []
    if guessed:
        reason = "this file is not in UTF-8, and was read as Windows-1252; export it again"
        notes.append(Unplaced(name, reason, Location(name)))
    header = _header(text, known, check)
    if header is None:
        if text.strip() and not _NOTHING.fullmatch(text):
            reason = "no column of this file has a name that LinkedIn gives it"
            notes.append(Unplaced(name, reason, Location(name)))
        return Table(name, FileHome(name)), notes
    delimiter, spans, start = header
    names = [cell_of(file, span) for span in spans]
    columns: dict[str, Cell] = {}
    for cell in names:
        columns.setdefault(normal(cell.text), cell)
    order = [normal(cell.text) for cell in names]
    rows: list[Row] = []
    for row, _ in _rows(text, start, delimiter, check):
        made = CsvRow(file, row, order)
        if not made.is_blank():
            rows.append(made)
        if len(rows) > _MOST_ROWS:
            raise InputError(
                f"{name}: this table has more than {_MOST_ROWS:,} rows",
                hint="no list on LinkedIn is as long; export it again",
            )
    if rows and _never_closed(text, row[-1]):
        reason = "a quote opens here and is never closed; all that follows was read as one text"
        notes.append(Unplaced(name, reason, file.between(row[-1][0], row[-1][0])))
    line, _ = Lines(text[: spans[0][0]]).at(spans[0][0])
    return Table(name, FileHome(name, line), columns, tuple(rows)), notes


def _header(
    text: str, known: AbstractSet[str], check: Callable[[], None]
) -> tuple[str, list[Span], int] | None:
    """Find the header: the first row with a known name, by the delimiter that shows most."""
    best: tuple[int, str, list[Span], int] | None = None
    for delimiter in _DELIMITERS:
        for number, (spans, behind) in enumerate(_rows(text, 0, delimiter, check)):
            names = {normal(text[start : min(end, start + 100)]) for start, end in spans}
            hits = len(names & known)
            if hits and (best is None or hits > best[0]):
                best = hits, delimiter, spans, behind
            if hits or number == _PREAMBLE:
                break
    return None if best is None else best[1:]


def _rows(
    text: str, start: int, delimiter: str, check: Callable[[], None]
) -> Iterator[tuple[list[Span], int]]:
    """Yield the spans of each row's cells, quotes included, and where the next row starts."""
    # A bare carriage return is part of a field, unless the file has no other line ends.
    line_end = "\n" if "\n" in text else "\r"
    pattern = re.compile(
        rf'(?:"[^"]*+(?:""[^"]*+)*+(?:"|\Z))?[^{delimiter}{line_end}]*+'
        rf"(?P<stop>{delimiter}|{line_end}|\Z)"
    )
    row: list[Span] = []
    for number in count():
        if number % _CHECK_EVERY == 0:
            check()
        if not row:
            start = _behind_blank(text, start)
            if start == len(text):
                return
            end = text.find(line_end, start)
            end = len(text) if end < 0 else end
            if text.find('"', start, end) < 0:
                yield _plain_cells(text, start, end, delimiter), min(end + 1, len(text))
                start = end + 1
                if end == len(text):
                    return
                continue
        match = pattern.match(text, start)
        assert match is not None  # noqa: S101  (it matches the empty text)
        stop, start_next = match.start("stop"), match.end()
        ends = match["stop"] != delimiter
        if ends and stop > start and text[stop - 1] == "\r":
            stop -= 1
        if len(row) < _MOST_CELLS:
            row.append((start, stop))
        start = start_next
        if ends:
            yield row, start
            row = []
            if not match["stop"]:
                return


def _plain_cells(text: str, start: int, end: int, delimiter: str) -> list[Span]:
    """The spans of the cells of a line in which nothing is quoted; most are such."""
    if text[end - 1] == "\r":
        end -= 1
    row: list[Span] = []
    for cell in text[start:end].split(delimiter, _MOST_CELLS)[:_MOST_CELLS]:
        stop = start + len(cell)
        row.append((start, stop))
        start = stop + 1
    return row


def _behind_blank(text: str, start: int) -> int:
    blank = _BLANK_LINES.match(text, start)
    return blank.end() if blank else start


def _never_closed(text: str, span: Span) -> bool:
    if span[1] < len(text.rstrip("\r\n")) or not text.startswith('"', span[0]):
        return False
    match = _QUOTED.match(text, span[0])
    return match is not None and not match["close"]
