"""The rows about invitations: each one, then by note, stage and cause; and their load."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from profilelint.network.acceptance import Judged, Outcome, address_key, name_key
from profilelint.network.companies import Mentions, company_key
from profilelint.network.model import Job, Network, Sent
from profilelint.network.names import Names
from profilelint.network.notes import Cause, Notes, Quality, likelier_cause
from profilelint.network.report import CauseRow, InvitationRow, Load, NoteRow, Stage, Totals

WEEKLY_LIMIT = 100
"""Invitations a week from which on accounts tell of a restriction."""
REPEAT_DAYS = 21
"""Days for which LinkedIn keeps one from inviting a person again."""

StageName = Literal["before-application", "after-application"]


class Invitations:
    """The invitations sent, as rows.

    Args:
        judged: each with what became of it.
        network: all that the export tells.
        notes: what the linter found in the notes.
        names: how people are called.
        now: the day of the report.
        ready: whether the profile is.
    """

    def __init__(
        self,
        judged: Sequence[Judged],
        network: Network,
        notes: Notes,
        names: Names,
        *,
        now: date,
        ready: bool,
    ) -> None:
        self._network = network
        self._notes = notes
        self._names = names
        self._now = now
        self._ready = ready
        applied: dict[str, list[Job]] = defaultdict(list)
        for job in network.applications:
            if job.company:
                applied[company_key(job.company)].append(job)
        self._applied = applied
        known = dict.fromkeys(
            name
            for name in (
                *(job.company for job in (*network.applications, *network.saved_jobs)),
                *(follow.company for follow in network.follows),
            )
            if name
        )
        self._spelling = {company_key(name): name for name in reversed(known)}
        self._mentions = Mentions(known)
        self.rows = tuple(self._row(one) for one in judged)
        self._judged = tuple(judged)

    def _row(self, judged: Judged) -> InvitationRow:
        sent = judged.sent
        days = (self._now - sent.day).days if sent.day else None
        quality = self._notes.quality(sent.index, sent.text)
        faults = self._notes.faults(sent.index, quality)
        cause = likelier_cause(judged.outcome, days, faults, quality, ready=self._ready)
        keys = self._companies(judged)
        return InvitationRow(
            pointer=f"/invitations/{sent.index}",
            recipient=self._names.of(sent.recipient, sent.url),
            url=self._names.address(sent.url),
            sent=sent.day,
            days=days,
            note=quality,
            rules=self._notes.rules(sent.index),
            accepted=_accepted(judged.outcome),
            outcome=judged.outcome,
            connected=judged.connection.since if judged.connection else None,
            company=self._company(judged, keys),
            stage=self._stage(sent.day, keys),
            cause=cause,
            reasons=_reasons(cause, faults),
        )

    def _companies(self, judged: Judged) -> tuple[str, ...]:
        """Where the person works; until one is connected only the note tells."""
        if judged.connection is not None:
            company = judged.connection.company
            return (company_key(company),) if company else ()
        return self._mentions.of(judged.sent.text)

    def _company(self, judged: Judged, keys: Sequence[str]) -> str | None:
        if judged.connection is not None:
            return judged.connection.company
        return self._spelling.get(keys[0]) if len(keys) == 1 else None

    def _stage(self, sent: date | None, keys: Sequence[str]) -> StageName | None:
        days = [job.day for key in keys for job in self._applied.get(key, ()) if job.day]
        if sent is None or not days or len(keys) != 1:
            return None
        return "after-application" if min(days) <= sent else "before-application"

    def to(self, company: str) -> tuple[InvitationRow, ...]:
        """The invitations to people of a company: those that work there, or whose note names it."""
        key = company_key(company)
        mentions = Mentions([company])
        return tuple(
            row
            for row, judged in zip(self.rows, self._judged, strict=True)
            if (
                company_key(judged.connection.company or "") == key
                if judged.connection
                else key in mentions.of(judged.sent.text)
            )
        )

    def per_company(self) -> Counter[str]:
        """How many invitations went to each company, by its key."""
        return Counter(company_key(row.company) for row in self.rows if row.company)

    def totals(self, connections: int | None) -> Totals:
        """How many invitations became what."""
        known = self._network.knows("sent")
        joined = known and self._network.knows("connections")
        counts = Counter(row.outcome for row in self.rows)
        return Totals(
            connections=connections,
            sent=len(self.rows) if known else None,
            with_note=len(self._noted()) if known and self._notes.known else None,
            accepted=counts[Outcome.ACCEPTED] if joined else None,
            not_so_far=counts[Outcome.NOT_SO_FAR] if joined else None,
            too_early=self._early(self.rows) if joined else None,
            connected_before=counts[Outcome.CONNECTED_BEFORE] if joined else None,
            received=len(self._network.received) if self._network.knows("received") else None,
            unknown=counts[Outcome.UNKNOWN] if known else None,
        )

    def _noted(self) -> list[Sent]:
        return [one.sent for one in self._judged if (one.sent.text or "").strip()]

    @staticmethod
    def _early(rows: Iterable[InvitationRow]) -> int:
        return sum(row.cause is Cause.TOO_EARLY for row in rows)

    def by_note(self) -> tuple[NoteRow, ...]:
        """What became of the invitations, per quality of the note."""
        groups = self._grouped(lambda row: row.note)
        return tuple(
            NoteRow(quality=quality, **self._counts(groups[quality]))
            for quality in Quality
            if quality in groups
        )

    def by_stage(self) -> tuple[Stage, ...]:
        """What became of the invitations, per stage, where an application tells it."""
        groups = self._grouped(lambda row: row.stage)
        stages: tuple[StageName, ...] = ("before-application", "after-application")
        return tuple(
            Stage(stage=stage, **self._counts(groups[stage])) for stage in stages if stage in groups
        )

    def _grouped(self, key: Callable[[InvitationRow], object]) -> dict[object, list[InvitationRow]]:
        groups: dict[object, list[InvitationRow]] = defaultdict(list)
        for row in self.rows:
            groups[key(row)].append(row)
        return groups

    def _counts(self, rows: Sequence[InvitationRow]) -> dict[str, int | None]:
        counts = Counter(row.outcome for row in rows)
        joined = self._network.knows("connections")
        return {
            "sent": len(rows),
            "accepted": counts[Outcome.ACCEPTED] if joined else None,
            "not_so_far": counts[Outcome.NOT_SO_FAR] if joined else None,
            "too_early": self._early(rows) if joined else None,
        }

    def causes(self) -> tuple[CauseRow, ...]:
        """How often each cause is the likelier one."""
        counts = Counter(row.cause for row in self.rows)
        return tuple(CauseRow(cause=cause, count=counts[cause]) for cause in Cause if counts[cause])

    def load(self) -> Load:
        """How the invitations are spread over weeks and people."""
        known = self._network.knows("sent")
        days = sorted(one.sent.day for one in self._judged if one.sent.day)
        most, ends = _busiest_week(days)
        noted = self._noted()
        told = known and self._notes.known
        return Load(
            busiest_week=most if known else None,
            busiest_week_ends=ends,
            weekly_limit=WEEKLY_LIMIT,
            repeated=len(self.repeated()) if known else None,
            notes=len(noted) if told else None,
            named=sum(_names(one.text or "", one.recipient) for one in noted) if told else None,
        )

    def repeated(self) -> tuple[InvitationRow, ...]:
        """Invitations to somebody who had got another one within the three weeks before."""
        by_person: dict[str, list[tuple[date, InvitationRow]]] = defaultdict(list)
        for row, judged in zip(self.rows, self._judged, strict=True):
            sent = judged.sent
            key = address_key(sent.url) or name_key(sent.recipient)
            if key is not None and sent.day is not None:
                by_person[key].append((sent.day, row))
        again: list[InvitationRow] = []
        for found in by_person.values():
            found.sort(key=lambda one: one[0])
            again += [
                row
                for (before, _), (day, row) in pairwise(found)
                if (day - before).days <= REPEAT_DAYS
            ]
        return tuple(again)


def _accepted(outcome: Outcome) -> bool | None:
    return None if outcome is Outcome.UNKNOWN else outcome is Outcome.ACCEPTED


def _reasons(cause: Cause | None, faults: tuple[str, ...]) -> tuple[str, ...]:
    return faults if cause is Cause.NOTE else ()


def _busiest_week(days: Sequence[date]) -> tuple[int, date | None]:
    """The most invitations within seven days, and the last of these days."""
    most, ends, start = 0, None, 0
    for end, day in enumerate(days):
        while day - days[start] >= timedelta(days=7):
            start += 1
        if end - start + 1 > most:
            most, ends = end - start + 1, day
    return most, ends


def _names(text: str, recipient: str | None) -> bool:
    """Whether a note names the person it went to, by the first name or the last."""
    words = (name_key(recipient) or "").split()
    said = set(text.casefold().replace(",", " ").replace("!", " ").replace(".", " ").split())
    return any(word in said for word in (words[0], words[-1])) if words else False
