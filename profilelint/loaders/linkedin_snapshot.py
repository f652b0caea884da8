"""Loads a snapshot of LinkedIn's Member Data Portability API, saved as JSON.

Its pages hold the same tables as the data export, with the same columns, and are read by the same
mapping. The file is one page, a list of pages, or a list of their elements; the answer that there
is no more data ends it, and says nothing. A domain that is on no page may not have been asked for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from profilelint.document import Document, Location, Unplaced
from profilelint.errors import InputError
from profilelint.loaders.linkedin_data.cells import Cell, Row, Table, normal
from profilelint.loaders.linkedin_data.layouts import (
    LAYOUTS,
    UNREAD,
    FoundTables,
    Layout,
    table_of,
)
from profilelint.loaders.source import Deadline, Source
from profilelint.loaders.structured.places import Places
from profilelint.loaders.structured.tree import Tree, child, head, kind_of, read_tree, top_keys

FORMAT = "linkedin-snapshot"

_LACKING = {
    "photo": "LinkedIn's snapshot has no photo",
    "line-breaks": "LinkedIn's snapshot turns line breaks into spaces",
    "positions.employment_type": "LinkedIn's snapshot has no type of employment",
}
_HINT = "save the answers of memberSnapshotData as they came, in one list"


def sniff(source: Source) -> bool:
    """Whether the content looks like an answer of the API: elements, or one of their keys."""
    if source.tree is not None:
        return "snapshotData" in source.tree or any(
            isinstance(element, Mapping) and "snapshotData" in element
            for element in _some(source.tree.get("elements"))
        )
    start = source.head[:1]
    if start not in {b"{", b"["}:
        return False
    return '"snapshotData"' in head(source) or {"snapshotData", "snapshotDomain"} <= top_keys(
        source
    )


def _some(value: object) -> list[Any]:
    return list(value[:5]) if isinstance(value, list | tuple) else []


def load(source: Source) -> Document:
    """Read the snapshot.

    Raises:
        InputError: it is no JSON, or holds no data of a member.
    """
    document, _ = load_with(source, {})
    return document


def load_with(source: Source, layouts: Mapping[str, Layout]) -> tuple[Document, FoundTables]:
    """Read the snapshot, and with it domains that no profile is read from.

    Args:
        source: the snapshot.
        layouts: the further tables that are wanted, by normalised name.

    Raises:
        InputError: it is no JSON, or holds no data of a member.
    """
    from profilelint.loaders.linkedin_data.mapping import read_document, with_notes

    deadline = source.limits.deadline(source.name)
    tree = read_tree(source)
    tables, notes = _tables(tree, {**LAYOUTS, **layouts}, source, deadline)
    document = read_document(
        source.name,
        JsonHome(tree.places, ""),
        {name: found for name, found in tables.items() if name in LAYOUTS},
        format_name=FORMAT,
        absent=_absent,
        lacking=_LACKING,
        check=deadline.check,
    )
    return with_notes(document, notes), FoundTables(tables, _absent)


def _tables(
    tree: Tree, layouts: Mapping[str, Layout], source: Source, deadline: Deadline
) -> tuple[dict[str, list[Table]], list[Unplaced]]:
    """Read the domains that have a layout, and say what is to be said about the others."""
    tables: dict[str, list[Table]] = {}
    notes: list[Unplaced] = []
    found = False
    for element, pointer in _elements(tree):
        found = True
        deadline.check()
        domain = element.get("snapshotDomain")
        if not isinstance(domain, str):
            problem = "has no “snapshotDomain” that says what the data is"
            raise tree.error(pointer, problem, _HINT)
        name = table_of(domain)
        if name in layouts:
            tables.setdefault(name, []).append(_table(tree, domain, element, pointer))
        elif name not in UNREAD:
            reason = "no part of a profile is known to be in this domain"
            notes.append(Unplaced(domain, reason, tree.places.locate(pointer)))
    if not found:
        raise InputError(f"{source.name}: no data of a member is in this snapshot", hint=_HINT)
    return tables, notes


def _absent(layout: Layout) -> str:
    return f"this snapshot has no page of {layout.domain}"


@dataclass(frozen=True, slots=True)
class JsonHome:
    """A value of the JSON text."""

    places: Places
    pointer: str

    def locate(self, start: int | None = None, end: int | None = None) -> Location:
        """The value, or the part ``[start:end]`` of a text."""
        return self.places.locate(self.pointer, start, end)


class JsonRow:
    """A row: an object of which each key is a column."""

    def __init__(self, places: Places, value: Mapping[str, Any], pointer: str) -> None:
        self._places = places
        self._pointer = pointer
        self._cells: dict[str, Cell] = {}
        for key, said in value.items():
            text = _text(said)
            column = normal(key)
            if text is not None and not (column in self._cells and self._cells[column].text):
                self._cells[column] = Cell(text, JsonHome(places, child(pointer, key)))

    @property
    def home(self) -> JsonHome:
        """Where the object starts."""
        return JsonHome(self._places, self._pointer)

    def cell(self, column: str) -> Cell | None:
        """The value of a key."""
        return self._cells.get(column)

    def text(self, column: str) -> str:
        """What a key says; empty where it says nothing."""
        cell = self._cells.get(column)
        return cell.text if cell is not None else ""

    def is_blank(self) -> bool:
        """Whether no key has a value that says anything."""
        return not any(cell.text.strip() for cell in self._cells.values())


def _text(value: object) -> str | None:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return str(value) if isinstance(value, str | int | float) else None


def _elements(tree: Tree) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the elements of every page; a page without any is the end of the data."""
    is_list = isinstance(tree.value, list)
    pages = enumerate(tree.value) if is_list else [(None, tree.value)]
    for index, page in pages:
        pointer = "" if index is None else child("", index)
        if not isinstance(page, dict):
            raise tree.error(pointer, f"should be a page of data, not {kind_of(page)}", _HINT)
        if "snapshotData" in page:
            yield page, pointer
            continue
        elements = page.get("elements") or []
        at = child(pointer, "elements")
        if not isinstance(elements, list):
            raise tree.error(at, f"should be a list, not {kind_of(elements)}", _HINT)
        for number, element in enumerate(elements):
            if not isinstance(element, dict):
                problem = f"should be an object, not {kind_of(element)}"
                raise tree.error(child(at, number), problem, _HINT)
            yield element, child(at, number)


def _table(tree: Tree, domain: str, element: dict[str, Any], pointer: str) -> Table:
    data = element.get("snapshotData")
    at = child(pointer, "snapshotData")
    if data is None:
        data = []
    if not isinstance(data, list):
        raise tree.error(at, f"should be a list of rows, not {kind_of(data)}", _HINT)
    columns: dict[str, Cell] = {}
    rows: list[Row] = []
    for index, value in enumerate(data):
        here = child(at, index)
        if not isinstance(value, dict):
            raise tree.error(here, f"should be an object, not {kind_of(value)}", _HINT)
        row = JsonRow(tree.places, value, here)
        for key in value:
            home = JsonHome(tree.places, child(here, key))
            columns.setdefault(normal(key), Cell(key, home))
        if not row.is_blank():
            rows.append(row)
    return Table(domain, JsonHome(tree.places, at), columns, tuple(rows))
