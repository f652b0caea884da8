"""The outreach report as data: what ``--format json`` writes, and what the other formats show.

Nothing in it is scored. A number is null where the export does not tell it, never 0.
"""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from profilelint.finding import Verdict
from profilelint.network.acceptance import Outcome
from profilelint.network.model import ActivityKind
from profilelint.network.notes import Cause, Quality

VERSION: Literal[1] = 1
"""Raised when a key is taken away or changes its meaning; never for a new key."""


class Part(BaseModel):
    """Base of every part of the report: immutable, and strict about unknown keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        use_attribute_docstrings=True,
        json_schema_serialization_defaults_required=True,
    )


class Tool(Part):
    """Who wrote the report."""

    name: Literal["profilelint"] = "profilelint"
    version: str


class Source(Part):
    """What was read."""

    path: str
    format: str


class ProfileState(Part):
    """What ``check`` says of the profile as it is in this export, drafts of messages left aside."""

    verdict: Verdict
    ready: bool
    score: int | None


class Unknown(Part):
    """A part of the network that the export does not tell about, and why."""

    part: str
    reason: str


class Totals(Part):
    """How many invitations became what."""

    connections: int | None
    sent: int | None
    with_note: int | None
    """Invitations that carry a note, of whatever kind."""
    accepted: int | None
    not_so_far: int | None
    """Those not accepted, which may be open, declined, ignored or withdrawn."""
    too_early: int | None
    """Those of ``not_so_far`` that were sent less than two weeks ago."""
    connected_before: int | None
    """Those to somebody who was a connection before."""
    received: int | None
    """Invitations that came to the member."""
    unknown: int | None
    """Those that the export does not tell enough about."""


class NoteRow(Part):
    """What became of the invitations with notes of one quality."""

    quality: Quality
    sent: int
    accepted: int | None
    not_so_far: int | None
    too_early: int | None


class Stage(Part):
    """What became of the invitations to a company where the member had applied, or not yet."""

    stage: Literal["before-application", "after-application"]
    sent: int
    accepted: int | None
    not_so_far: int | None
    too_early: int | None


class CauseRow(Part):
    """How often each cause is the likelier one."""

    cause: Cause
    count: int


class Load(Part):
    """How the invitations are spread. Nothing of it is scored."""

    busiest_week: int | None
    """The most invitations within seven days."""
    busiest_week_ends: date | None
    weekly_limit: int
    """What accounts of LinkedIn's limit name; LinkedIn publishes none."""
    repeated: int | None
    """Invitations to somebody who had got another one within the 21 days before."""
    notes: int | None
    named: int | None
    """Notes that name the person they went to."""


class InvitationRow(Part):
    """One invitation sent."""

    pointer: str
    """Where it stands in the profile; the note is not repeated here."""
    recipient: str | None
    url: str | None
    sent: date | None
    days: int | None
    """How many days before the report's day it was sent."""
    note: Quality
    rules: tuple[str, ...]
    """The rules that found something in the note."""
    accepted: bool | None
    outcome: Outcome
    connected: date | None
    """Since when the person is a connection."""
    company: str | None
    """Where the person works, or the company that the note names."""
    stage: Literal["before-application", "after-application"] | None
    cause: Cause | None
    """The likelier cause where it was not accepted."""
    reasons: tuple[str, ...]
    """What speaks for that cause, in a few words each."""


class JobRow(Part):
    """A job applied for, or saved."""

    title: str | None
    url: str | None
    day: date | None


class CompanyRow(Part):
    """One company worth a look."""

    name: str
    connections: int | None
    applications: int | None
    applied: date | None
    """The day of the last application."""
    saved_jobs: int | None
    saved: date | None
    """The day on which the last job was saved."""
    followed: bool | None
    invitations: int
    """Invitations to people there, as far as that can be told."""


class PersonRow(Part):
    """Somebody whom the member knows at a company."""

    name: str | None
    title: str | None
    company: str | None
    since: date | None
    url: str | None


class Following(Part):
    """Whether the member follows the company; that is for news, and no sign of interest."""

    followed: bool | None
    since: date | None


class PostRow(Part):
    """A post of the member's that names the company or links to a job there."""

    day: date | None
    text: str | None
    url: str | None
    link: str | None


class ActivityRow(Part):
    """What the member did with others' posts; whose they were is not in the export."""

    kind: ActivityKind
    count: int | None
    last: date | None


class CompanyView(Part):
    """All that the export tells about one company."""

    asked: str
    name: str
    """As it is written in the export, or as it was asked for."""
    found: bool
    similar: tuple[str, ...]
    """Other companies in the export that may have been meant."""
    people: tuple[PersonRow, ...] | None
    following: Following
    groups: tuple[str, ...] | None
    """Groups with the company's name in theirs."""
    groups_total: int | None
    posts: tuple[PostRow, ...] | None
    applications: tuple[JobRow, ...] | None
    saved_jobs: tuple[JobRow, ...] | None
    activity: tuple[ActivityRow, ...]
    invitations: tuple[InvitationRow, ...] | None


class Basis(Part):
    """What an advice rests on."""

    title: str
    publisher: str
    year: int


class Advice(Part):
    """One thing to do next, why, and who says so."""

    do: str
    reason: str
    source: Basis


class OutreachReport(Part):
    """What became of the invitations that a member sent, and what to do next."""

    version: Literal[1] = VERSION
    tool: Tool
    source: Source
    now: date
    redacted: bool
    profile: ProfileState
    unknown: tuple[Unknown, ...]
    totals: Totals
    by_note: tuple[NoteRow, ...]
    by_stage: tuple[Stage, ...]
    causes: tuple[CauseRow, ...]
    load: Load
    invitations: tuple[InvitationRow, ...] | None
    companies: tuple[CompanyRow, ...]
    """Companies worth a look, the first first; empty where one company was asked for."""
    company: CompanyView | None
    next: tuple[Advice, ...]


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the report."""
    made = OutreachReport.model_json_schema(mode="serialization")
    return {**made, "title": "profilelint outreach report"}
