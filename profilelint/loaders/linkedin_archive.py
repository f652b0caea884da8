"""Loads LinkedIn's data export: the ZIP as it was sent, or the folder that it unpacks to.

Decisions:

- Only the tables that a profile is read from are opened. Of the messages only the owner's drafts
  are taken, and of the connections only the number; :mod:`profilelint.network` reads more of them.
- A place in a file reads ``export.zip!Positions.csv``, in a folder ``export/Positions.csv``; a line
  and a column are counted in that file, whose first line is mostly its header.
- Files are found by their base name, in the folder of Profile.csv; ``Positions_1.csv`` goes on
  where ``Positions.csv`` ends, and a copy of the same bytes is passed over.
- The profile's postal address and birth date are for the member's eyes, and are not read.
- Of several e-mail addresses the profile shows the primary one.
- The day of the export is told by the archive's name alone: the latest date in it may be years old.
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path, PurePosixPath

from profilelint.document import Document, Location, Unplaced
from profilelint.errors import InputError, ManyProfiles
from profilelint.loaders.linkedin_data.cells import Table
from profilelint.loaders.linkedin_data.layouts import (
    COMPLETE_ONLY,
    LAYOUTS,
    OWN,
    UNREAD,
    FoundTables,
    Layout,
    is_known,
    table_of,
)
from profilelint.loaders.linkedin_data.members import (
    ZIP_MARKS,
    Member,
    Reader,
    in_folder,
    in_zip,
    is_hidden,
)
from profilelint.loaders.source import Source

FORMAT = "linkedin-archive"

_NAME = re.compile(
    r"(?:(?P<kind>Basic|Complete)_)?LinkedIn_?DataExport(?:_(?P<date>\d\d-\d\d-\d{4}))?",
    re.IGNORECASE,
)
_DRAFT = re.compile(rb",\s*\"?Yes\"?\s*,[^,\n]*$", re.IGNORECASE | re.MULTILINE)
_MOST_OF_MESSAGES = 50_000_000
_TOO_LONG = "this file is over 50 MB, so it was not searched for drafts"
_LINE_BREAKS = "LinkedIn's data export turns line breaks into spaces"
_LACKING = {
    "photo": "LinkedIn's data export has no photo",
    "line-breaks": _LINE_BREAKS,
    "positions.employment_type": "LinkedIn's data export has no type of employment",
}
_NO_EXPORT = "give the ZIP that LinkedIn sent, or the folder that holds its Profile.csv"


def is_export_folder(path: Path) -> bool:
    """Whether a folder directly holds the files of a data export.

    Profile.csv or Positions.csv tells it; of the others, whose names are common, two are needed.
    """
    try:
        names = [one.name for one in path.iterdir() if is_known(one.name)]
    except OSError:
        return False
    tables = {table_of(name) for name in names}
    return bool(tables & OWN) or len(tables) > 1


def sniff(source: Source) -> bool:
    """Whether this is an export's folder, or a ZIP that holds a table of LinkedIn's."""
    if source.folder is not None:
        return is_export_folder(source.folder)
    if source.tree is not None or not source.data.startswith(ZIP_MARKS):
        return False
    if _NAME.search(PurePosixPath(source.name).name):
        return True
    try:
        names = zipfile.ZipFile(BytesIO(source.data)).namelist()
    except Exception:  # noqa: BLE001  (whatever is wrong with it, its names may be readable)
        # Cut off: the list of names at the end is gone, but each stands before its file, too.
        return any(f"{name}.csv".encode() in source.data for name in ("Profile", "Positions"))
    if any(is_known(name) and not is_hidden(name) for name in names):
        return True
    zips = [name for name in names if name.casefold().endswith(".zip") and not is_hidden(name)]
    return bool(zips) and _holds_export(source)


def _holds_export(source: Source) -> bool:
    try:
        reader = Reader(source.limits, source.limits.deadline(source.name))
        return any(is_known(one.path) for one in in_zip(source.data, source.name, reader))
    except InputError:
        return False


def load(source: Source) -> Document:
    """Read the export.

    Raises:
        InputError: it is broken, encrypted or too large, or no export of LinkedIn's.
        ManyProfiles: it holds the exports of several people.
    """
    document, _ = load_with(source, {})
    return document


def load_with(source: Source, layouts: Mapping[str, Layout]) -> tuple[Document, FoundTables]:
    """Read the export, and with it tables that no profile is read from.

    Args:
        source: the export.
        layouts: the further tables that are wanted, by normalised name.

    Raises:
        InputError: it is broken, encrypted or too large, or no export of LinkedIn's.
        ManyProfiles: it holds the exports of several people.
    """
    export = _Export(source)
    tables, notes = export.tables({**LAYOUTS, **layouts})
    return _read(export, tables, notes), FoundTables(tables, export.absent())


class _Export:
    """The files of one person's export, found and not read yet."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.deadline = source.limits.deadline(source.name)
        self._reader = Reader(source.limits, self.deadline)
        if source.folder is not None:
            members = in_folder(source.folder, source.name)
        elif not source.data.startswith(ZIP_MARKS):
            raise InputError(f"{source.name}: this is no ZIP", hint=_NO_EXPORT)
        else:
            members = in_zip(source.data, source.name, self._reader)
        members = [one for one in members if not is_hidden(one.path)]
        self.top = _folder_of_one_person(source, members)
        self.members = [
            one for one in members if self.top == "." or one.path.startswith(f"{self.top}/")
        ]

    def tables(
        self, layouts: Mapping[str, Layout]
    ) -> tuple[dict[str, list[Table]], list[Unplaced]]:
        """Read the tables that have a layout, and say what is to be said about the files."""
        from profilelint.loaders.linkedin_data.tables import read_table

        tables: dict[str, list[Table]] = {}
        notes: list[Unplaced] = []
        seen: dict[str, set[bytes]] = {}
        for member in sorted(self.members, key=lambda one: (one.depth, one.path.casefold())):
            if not member.path.casefold().endswith(".csv"):
                continue
            name = table_of(member.path)
            layout = layouts.get(name)
            if layout is None:
                if name not in UNREAD and member.folder == self.top:
                    notes.append(_unknown(member))
                continue
            if name == "messages" and member.size > _MOST_OF_MESSAGES:
                notes.append(
                    Unplaced(PurePosixPath(member.path).name, _TOO_LONG, Location(member.name))
                )
                continue
            data = self._reader.read(member)
            if data in seen.setdefault(name, set()):
                continue
            seen[name].add(data)
            if name == "messages" and not _DRAFT.search(data):
                data = data.partition(b"\n")[0]  # years of messages, and none of them a draft
            table, said = read_table(member.name, data, layout.columns, self.deadline.check)
            tables.setdefault(name, []).append(table)
            notes.extend(said)
        return tables, notes

    def absent(self) -> "_Absent":
        """What it means that a table is not there."""
        kind, _ = _told_by_name(self.source, self.members)
        return _absent(kind, self.members)


def _folder_of_one_person(source: Source, members: Sequence[Member]) -> str:
    """Find the folder of the profile; what lies beside it is not this person's."""
    known = [one for one in members if is_known(one.path)]
    if not known:
        raise InputError(
            f"{source.name}: none of LinkedIn's tables, such as Profile.csv, is in it",
            hint=_NO_EXPORT,
        )
    profiles = [one for one in known if table_of(one.path) == "profile"] or known
    depth = min(one.depth for one in profiles)
    folders = sorted({one.folder for one in profiles if one.depth == depth})
    if len(folders) > 1:
        raise ManyProfiles(
            f"{source.name}: this holds {len(folders):,} exports, in “{folders[0]}”"
            f" and “{folders[1]}”",
            hint="give each export by itself",
        )
    return folders[0]


def _read(export: _Export, tables: Mapping[str, list[Table]], notes: list[Unplaced]) -> Document:
    from profilelint.loaders.linkedin_data.mapping import read_document, with_notes
    from profilelint.loaders.linkedin_data.tables import FileHome

    source = export.source
    _, day = _told_by_name(source, export.members)
    document = read_document(
        source.name,
        FileHome(source.name),
        {name: found for name, found in tables.items() if name in LAYOUTS},
        format_name=FORMAT,
        absent=export.absent(),
        lacking=_LACKING,
        now=day,
        check=export.deadline.check,
    )
    return with_notes(document, notes)


def _unknown(member: Member) -> Unplaced:
    reason = "no part of a profile is known to be in this file"
    return Unplaced(PurePosixPath(member.path).name, reason, Location(member.name))


def _told_by_name(source: Source, members: Sequence[Member]) -> tuple[str, date | None]:
    """What the name of the archive says, or of a folder or ZIP in it: its kind, and its day."""
    own = source.folder.resolve().name if source.folder is not None else Path(source.name).name
    kind, day = "", None
    inner = [one.name.partition("!")[2] for one in members[:1]]
    for name in (own, *inner, *sorted({one.folder for one in members})):
        match = _NAME.search(name)
        if match is None:
            continue
        kind = kind or (match["kind"] or "").casefold()
        day = day or _day(match["date"])
    return kind, day


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    month, day, year = (int(part) for part in text.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        return None


class _Absent:
    """Why the fields of a table that is not there are unknown."""

    def __init__(self, kind: str, *, complete: bool) -> None:
        self._which = "this Basic export" if kind == "basic" else "this export"
        self._complete = complete

    def __call__(self, layout: Layout) -> str | None:
        if layout.file == "Groups.csv":
            return "LinkedIn's data export has no groups"
        if self._complete and layout.file != "Profile.csv":
            return None  # LinkedIn leaves a file out when there is nothing to put into it
        return f"{self._which} has no {layout.file}"


def _absent(kind: str, members: Sequence[Member]) -> _Absent:
    names = {table_of(one.path) for one in members}
    complete = kind == "complete" or (kind != "basic" and bool(names & COMPLETE_ONLY))
    return _Absent(kind, complete=complete)
