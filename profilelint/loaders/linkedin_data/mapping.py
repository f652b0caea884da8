"""From LinkedIn's tables to a document: what the archive and the snapshot have in common."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from profilelint.document import Carries, Document, Unplaced
from profilelint.loaders.linkedin_data.cells import Home, Table, filled
from profilelint.loaders.linkedin_data.draft import Draft
from profilelint.loaders.linkedin_data.layouts import COLUMNS, LAYOUTS, Layout
from profilelint.loaders.linkedin_data.owner import read_owner
from profilelint.loaders.linkedin_data.sections import Tables, read_sections
from profilelint.profile import Profile

_NO_FIELD = "LinkedIn's data does not hold the field of study apart from the degree"
_NO_ADDRESS = "no invitation in LinkedIn's data shows the profile's own address"


def read_document(
    source: str,
    home: Home,
    tables: Tables,
    *,
    format_name: str,
    absent: Callable[[Layout], str | None],
    lacking: dict[str, str],
    now: date | None = None,
    check: Callable[[], None] = lambda: None,
) -> Document:
    """Read a document from the tables.

    Args:
        source: what the user calls it.
        home: where the whole of it stands.
        tables: the tables that were found, by normalised name.
        format_name: the loader's name.
        absent: tells of a table that is not there why its fields are unknown; None if they are
            empty then.
        lacking: what the format cannot hold, whatever tables there are.
        now: the day of the export.
        check: called for each row, to give up when the time is over.
    """
    draft = Draft(source, check)
    owner = read_owner(draft, tables)
    profile = Profile(**owner, **read_sections(draft, tables))
    draft.anchor("", home)
    _leave_columns(draft, tables)
    return Document(
        profile,
        format_name,
        draft.source_map(),
        carries=_carries(profile, tables, absent, lacking),
        now=now,
        unplaced=tuple(draft.unplaced),
    )


def with_notes(document: Document, notes: list[Unplaced]) -> Document:
    """Put what is to be said about the reading before what could not be placed."""
    return replace(document, unplaced=(*notes, *document.unplaced))


def _carries(
    profile: Profile,
    tables: Tables,
    absent: Callable[[Layout], str | None],
    lacking: dict[str, str],
) -> Carries:
    reasons = dict(lacking)
    for name, layout in LAYOUTS.items():
        if name not in tables and (reason := absent(layout)) is not None:
            reasons.update((target, reason) for target in layout.fills)
    for target, (name, columns) in COLUMNS.items():
        headed = [table for table in tables.get(name, ()) if table.columns]
        if headed and not any(column in table.columns for table in headed for column in columns):
            reasons[target] = f"LinkedIn's data tells it in no column of {headed[0].name}"
    if profile.public_url is None:
        reasons["public_url"] = _NO_ADDRESS
    if "major" not in {column for table in tables.get("education", ()) for column in table.columns}:
        reasons["education.field"] = _NO_FIELD
    return Carries(reasons)


def _leave_columns(draft: Draft, tables: Tables) -> None:
    """Name the columns that we do not know; what they say may be other people's."""
    for name, found in tables.items():
        known = LAYOUTS[name].columns
        for table in found:
            for column, cell in table.columns.items():
                if column and column not in known and _is_used(table, column):
                    reason = f"this column of {table.name} has no place in the profile"
                    draft.leave(cell, reason)


def _is_used(table: Table, column: str) -> bool:
    return any(filled(row, column) is not None for row in table.rows)
