"""Reads a network from LinkedIn's data export or a snapshot.

Decisions:

- The invitations sent are those of the profile, so that findings about them have a home.
- Of comments and reactions only the day and the post's address are taken, of applications neither
  contact nor answers, of connections no e-mail address. Messages are not opened.
- A part whose file is not there is empty in a Complete export, else unknown (as in the profile).
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from profilelint.errors import InputError
from profilelint.loaders.linkedin_data.cells import normal
from profilelint.loaders.linkedin_data.dates import read_day
from profilelint.loaders.linkedin_data.layouts import LAYOUTS, FoundTables, Layout
from profilelint.network.model import (
    Activity,
    ActivityKind,
    Connection,
    Follow,
    Job,
    Network,
    Received,
    Sent,
    Share,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from profilelint.document import Document
    from profilelint.loaders.linkedin_data.cells import Row
    from profilelint.loaders.source import Source

Read = TypeVar("Read")

HINT = (
    "give LinkedIn's data export, the ZIP or its folder: Settings & Privacy, Data privacy,"
    " Get a copy of your data; Connections and Invitations are needed"
)


def _layout(file: str, domain: str, columns: str) -> Layout:
    return Layout(f"{file}.csv", domain, frozenset(map(normal, columns.split(","))), ())


_FURTHER: Mapping[str, Layout] = {
    "comments": _layout("Comments", "ALL_COMMENTS", "Date,Link,Message"),
    "reactions": _layout("Reactions", "ALL_LIKES", "Date,Type,Link"),
    "instantreposts": _layout("InstantReposts", "INSTANT_REPOSTS", "Date,Link"),
    "jobapplications": _layout(
        "Job Applications",
        "JOB_APPLICATIONS",
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,"
        "Resume Name,Question And Answers",
    ),
    "savedjobs": _layout("Saved Jobs", "SAVED_JOBS", "Saved Date,Job Url,Job Title,Company Name"),
}

_PARTS = {
    "connections": "connections",
    "sent": "invitations",
    "received": "invitations",
    "follows": "companyfollows",
    "groups": "groups",
    "shares": "shares",
    "comments": "comments",
    "reactions": "reactions",
    "reposts": "instantreposts",
    "applications": "jobapplications",
    "saved_jobs": "savedjobs",
}
"""The table that each part is read from."""

_NO_DIRECTION = "Invitations.csv does not tell the invitations sent from those received"


def read_export(source: Source) -> tuple[Document, Network]:
    """Read the profile and the network of an export.

    Raises:
        InputError: it is no archive or snapshot of LinkedIn's, or cannot be read.
    """
    from profilelint.loaders import linkedin_archive, linkedin_snapshot
    from profilelint.loaders.bounds import within_bounds

    if source.folder is None and source.tree is None:
        if not source.data.strip():
            raise InputError(f"{source.name}: the file is empty", hint=HINT)
        if source.head[:1] in {b"{", b"["}:
            source.limits.check_text(source.name, len(source.data))
    for loader in (linkedin_archive, linkedin_snapshot):
        if loader.sniff(source):
            with _no_collection():
                document, found = loader.load_with(source, _FURTHER)
                document = within_bounds(document, source.name)
                return document, _network(found, document)
    raise InputError(
        f"{source.name}: this does not tell what became of invitations",
        hint=HINT,
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Spare the garbage collector: tens of thousands of rows make no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _network(found: FoundTables, document: Document) -> Network:
    rows = _Rows(found)
    unknown = _unknown(found)
    reason = document.carries.why_not("invitations")
    if reason is not None:
        unknown.setdefault("sent", reason)
        unknown.setdefault("received", reason)
    return Network(
        connections=rows.read("connections", _connection),
        sent=tuple(
            Sent(
                index,
                invitation.recipient,
                invitation.url,
                invitation.text,
                read_day(invitation.date or ""),
            )
            for index, invitation in enumerate(document.profile.invitations)
        ),
        received=rows.read("invitations", _received),
        follows=rows.read("companyfollows", _follow),
        groups=document.profile.groups,
        shares=rows.read("shares", _share),
        activities=(
            *rows.read("comments", _activity(ActivityKind.COMMENT)),
            *rows.read("reactions", _activity(ActivityKind.REACTION)),
            *rows.read("instantreposts", _activity(ActivityKind.REPOST)),
        ),
        applications=rows.read("jobapplications", _job("applicationdate")),
        saved_jobs=rows.read("savedjobs", _job("saveddate")),
        unknown=unknown,
    )


def _unknown(found: FoundTables) -> dict[str, str]:
    unknown = {}
    for part, table in _PARTS.items():
        layout = LAYOUTS.get(table) or _FURTHER[table]
        reason = found.absent(layout) if table not in found.tables else None
        if reason is not None:
            unknown[part] = reason
    for sheet in found.tables.get("invitations", ()):
        if sheet.columns and "direction" not in sheet.columns:
            unknown["sent"] = unknown["received"] = _NO_DIRECTION
    return unknown


class _Rows:
    def __init__(self, found: FoundTables) -> None:
        self._found = found

    def read(self, table: str, build: Callable[[Row], Read | None]) -> tuple[Read, ...]:
        """Build an entry of each row, in order; a row that comes to nothing is passed over."""
        built = (build(row) for part in self._found.tables.get(table, ()) for row in part.rows)
        return tuple(entry for entry in built if entry is not None)


def _text(row: Row, column: str) -> str | None:
    return " ".join(row.text(column).split()) or None


def _day(row: Row, column: str) -> date | None:
    text = _text(row, column)
    return None if text is None else read_day(text)


def _connection(row: Row) -> Connection:
    name = " ".join(part for column in ("firstname", "lastname") if (part := _text(row, column)))
    return Connection(
        name or None,
        _text(row, "url"),
        _text(row, "company"),
        _text(row, "position"),
        _day(row, "connectedon"),
    )


def _received(row: Row) -> Received | None:
    if (_text(row, "direction") or "").upper() != "INCOMING":
        return None
    return Received(_text(row, "from"), _text(row, "inviterprofileurl"), _day(row, "sentat"))


def _follow(row: Row) -> Follow | None:
    company = _text(row, "organization")
    return None if company is None else Follow(company, _day(row, "followedon"))


def _share(row: Row) -> Share | None:
    share = Share(
        _text(row, "sharecommentary"),
        _text(row, "sharelink"),
        _text(row, "sharedurl"),
        _day(row, "date"),
    )
    return None if share == Share() else share


def _activity(kind: ActivityKind) -> Callable[[Row], Activity | None]:
    def build(row: Row) -> Activity | None:
        activity = Activity(kind, _text(row, "link"), _day(row, "date"))
        return None if activity == Activity(kind) else activity

    return build


def _job(column: str) -> Callable[[Row], Job | None]:
    def build(row: Row) -> Job | None:
        job = Job(
            _text(row, "companyname"),
            _text(row, "jobtitle"),
            _text(row, "joburl"),
            _day(row, column),
        )
        return None if job == Job() else job

    return build
