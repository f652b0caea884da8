"""A table of LinkedIn's data, whatever file it came in: cells that know where they stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from profilelint.document import Location

_NOT_IN_NAMES = re.compile(r"[\W_]+")


class Home(Protocol):
    """Where a cell, row or table stands in the source. A home is picklable."""

    def locate(self, start: int | None = None, end: int | None = None) -> Location:
        """The place of the whole, or of ``value[start:end]`` of a cell."""
        ...


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table; ``text`` is as it stands there, and may be empty."""

    text: str
    home: Home


class Row(Protocol):
    """One row; columns go by their normalised name."""

    @property
    def home(self) -> Home:
        """Where the row stands."""
        ...

    def cell(self, column: str) -> Cell | None:
        """The cell of a column, if there is such a column."""
        ...

    def text(self, column: str) -> str:
        """What a column says, without its place; empty where it says nothing."""
        ...

    def is_blank(self) -> bool:
        """Whether no cell of the row says anything."""
        ...


@dataclass(frozen=True, slots=True)
class Table:
    """One table, such as Positions.csv or the pages of the domain POSITIONS.

    Attributes:
        file: what the user knows it as.
        home: where it stands as a whole.
        columns: the columns' names as written, by normalised name, with the place of each.
        rows: its rows, blank ones left out.
    """

    file: str
    home: Home
    columns: Mapping[str, Cell] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()

    @property
    def name(self) -> str:
        """Its own name, without those of the archive and folders that it lies in."""
        return self.file.replace("!", "/").rpartition("/")[2]


def normal(name: str) -> str:
    """Write the name of a file, column or domain without case, spaces and punctuation.

    >>> normal("Phone Numbers"), normal("PHONE_NUMBERS"), normal("inviterProfileUrl")
    ('phonenumbers', 'phonenumbers', 'inviterprofileurl')
    """
    return _NOT_IN_NAMES.sub("", name).casefold()


def filled(row: Row, *columns: str) -> Cell | None:
    """Return the first of the columns' cells that says something."""
    return next(_filled(row, columns), None)


def _filled(row: Row, columns: tuple[str, ...]) -> Iterator[Cell]:
    for column in columns:
        cell = row.cell(column)
        if cell is not None and cell.text.strip():
            yield cell
