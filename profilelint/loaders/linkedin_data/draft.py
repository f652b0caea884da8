"""Collects what is read from the tables: where each text came from, and what has no place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from profilelint.document import Location, Segment, SourceMap, Unplaced
from profilelint.loaders.linkedin_data.cells import Cell, Home, Row, Table, filled
from profilelint.loaders.linkedin_data.dates import is_present, read_month
from profilelint.loaders.linkedin_data.recovered import pieces
from profilelint.profile import PartialDate

Built = TypeVar("Built")


@dataclass(frozen=True, slots=True)
class CellPassage:
    """A run of a field's text, and the cell that it was taken from.

    Attributes:
        home: where the cell stands.
        start: offset of the run in the field's text.
        end: offset behind it.
        offset: where the run starts in the cell's text; None where only the whole cell has a place.
    """

    home: Home
    start: int = 0
    end: int = 0
    offset: int | None = None

    def locate(self, start: int, end: int) -> Location:
        """Where the field's ``text[start:end]`` stands in the source."""
        if self.offset is None:
            return self.home.locate()
        shift = self.offset - self.start
        return self.home.locate(start + shift, end + shift)


class Draft:
    """The source map and the left-overs of a document in the making.

    Args:
        file: what the user calls the source.
        check: called for each row, to give up when the time is over.
    """

    def __init__(self, file: str, check: Callable[[], None] = lambda: None) -> None:
        self.file = file
        self.check = check
        self.unplaced: list[Unplaced] = []
        self._segments: dict[str, list[Segment]] = {}
        self._anchors: dict[str, list[Segment]] = {}

    def source_map(self) -> SourceMap:
        """The map of all that was put down so far."""
        return SourceMap(self.file, {**self._anchors, **self._segments})

    def put(self, pointer: str, cell: Cell, start: int = 0, *, recover: bool = False) -> str:
        """Put a cell's text at ``start`` of a profile's field; return what it says there.

        With ``recover`` its lost line breaks are given back.
        """
        if recover:
            said = [(piece.text, piece.offset) for piece in pieces(cell.text)]
        else:
            text = cell.text.strip()
            said = [(text, cell.text.index(text))]
        at = start
        for text, offset in said:
            self.run(pointer, cell.home, at, at + len(text), offset)
            at += len(text)
        return "".join(text for text, _ in said)

    def run(self, pointer: str, home: Home, start: int, end: int, offset: int | None) -> None:
        """Say where ``text[start:end]`` of a profile's field stands."""
        passage = CellPassage(home, start, end, offset)
        self._segments.setdefault(pointer, []).append(passage)

    def anchor(self, pointer: str, home: Home) -> None:
        """Say where a part of the profile that is no text, or is missing, belongs."""
        self._anchors.setdefault(pointer, [CellPassage(home)])

    def leave(self, cell: Cell, reason: str) -> None:
        """Keep what has no place in the profile."""
        self.unplaced.append(Unplaced(cell.text, reason, cell.home.locate()))

    def entries(
        self,
        pointer: str,
        tables: Iterable[Table],
        build: Callable[["Form"], Built | None],
    ) -> tuple[Built, ...]:
        """Build the entries of a list, one a row; a row that comes to nothing is passed over."""
        built: list[Built] = []
        for table in tables:
            self.anchor(pointer, table.home)
            for row in table.rows:
                self.check()
                at = f"{pointer}/{len(built)}"
                entry = build(Form(self, row, at))
                if entry is None:
                    self._forget(at)
                    continue
                self.anchor(at, row.home)
                built.append(entry)
        return tuple(built)

    def _forget(self, pointer: str) -> None:
        # What was put down for the entry came last; looking through all would take ever longer.
        for places in (self._segments, self._anchors):
            while places and (key := next(reversed(places))).startswith(pointer):
                del places[key]


class Form:
    """One entry of the profile, filled in from one row."""

    def __init__(self, draft: Draft, row: Row, pointer: str) -> None:
        self.draft = draft
        self.row = row
        self.pointer = pointer

    def text(self, field: str, *columns: str, recover: bool = False) -> str | None:
        """Fill in a text from the first of the columns that says something."""
        at = f"{self.pointer}/{field}" if field else self.pointer
        cell = filled(self.row, *columns)
        if cell is not None:
            return self.draft.put(at, cell, recover=recover) or None
        for column in columns:
            empty = self.row.cell(column)
            if empty is not None:
                self.draft.anchor(at, empty.home)
                break
        return None

    def prose(self, field: str, *columns: str) -> str | None:
        """Fill in a text of several lines, whose breaks the export has lost."""
        return self.text(field, *columns, recover=True)

    def joined(self, field: str, between: str, *columns: str, recover: bool = False) -> str | None:
        """Fill in a text from all of the columns that say something."""
        at = f"{self.pointer}/{field}"
        text = ""
        for column in columns:
            cell = filled(self.row, column)
            if cell is not None:
                text += between if text else ""
                text += self.draft.put(at, cell, len(text), recover=recover)
        return text or None

    def date(self, field: str, *columns: str) -> PartialDate | None:
        """Fill in a date; what cannot be read as one is kept aside."""
        cell = filled(self.row, *columns)
        if cell is None:
            return None
        self.draft.anchor(f"{self.pointer}/{field}", cell.home)
        if is_present(cell.text):
            return None
        date = read_month(cell.text)
        if date is None and cell.text.strip().casefold() not in {"not available", "n/a"}:
            self.draft.leave(cell, "this is no date that profilelint can read")
        return date

    def is_current(self, start: tuple[str, ...], end: tuple[str, ...]) -> bool:
        """Whether a role goes on: it has begun, and no end is given or the end is "Present"."""
        cell = filled(self.row, *end)
        if cell is None:
            return filled(self.row, *start) is not None
        self.draft.anchor(f"{self.pointer}/current", cell.home)
        return is_present(cell.text)
