"""The report as a page of headings, lines, lists and tables, which text and Markdown both print."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from profilelint.network.acceptance import Outcome
from profilelint.network.invitations import REPEAT_DAYS
from profilelint.network.notes import EARLY_DAYS, Cause, Quality
from profilelint.network.report import (
    Advice,
    CompanyView,
    InvitationRow,
    JobRow,
    NoteRow,
    OutreachReport,
    ProfileState,
    Stage,
)
from profilelint.reporters.words import count, day

MOST_LISTED = 8
"""Entries of a list that are shown; the rest are counted."""

_MOST_REASONS = 2
_WEEKS = EARLY_DAYS // 7
_QUALITIES = {
    Quality.NONE: "no note",
    Quality.STOCK: "LinkedIn's stock text",
    Quality.GENERIC: "template or generic",
    Quality.PERSONAL: "personal",
    Quality.UNKNOWN: "not judged",
}
_STAGES = {"before-application": "before you applied", "after-application": "after you applied"}
_GENERAL = ("connections", "sent", "follows", "applications", "saved_jobs", "shares")
"""Parts that the report on all invitations rests on."""
_PARTS = {
    "connections": "connections",
    "sent": "invitations sent",
    "received": "invitations received",
    "follows": "companies followed",
    "groups": "groups",
    "shares": "posts",
    "comments": "comments",
    "reactions": "reactions",
    "reposts": "reposts",
    "applications": "job applications",
    "saved_jobs": "saved jobs",
}
_OUTCOMES = {
    Outcome.ACCEPTED: "accepted",
    Outcome.NOT_SO_FAR: "not so far",
    Outcome.CONNECTED_BEFORE: "connected before",
    Outcome.UNKNOWN: "unknown",
}
_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or two; ``aside`` is of less weight."""

    text: str
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, and what is said about it."""

    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; all columns but the first ``words`` hold numbers."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """A thing to do, and why."""

    number: int
    do: str
    why: str


Block = Line | Item | Table | Step


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report."""

    title: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...]


def page(report: OutreachReport) -> Page:
    """Lay the report out, with what is to be done last."""
    made = (
        _company_sections(report.company, report)
        if report.company is not None
        else _general_sections(report)
    )
    sections = tuple(
        Section(heading, blocks) for heading, found in made if (blocks := tuple(found))
    )
    facts = (report.source.path, report.source.format, f"as of {day(report.now)}")
    what = f"Outreach – {report.company.name}" if report.company else "Outreach"
    return Page(what, facts, sections)


Made = Iterator[tuple[str, Iterable[Block]]]


def _general_sections(report: OutreachReport) -> Made:
    yield "Invitations", _invitations(report)
    yield "Not accepted so far – the likelier cause", _causes(report)
    yield "Companies worth a look", _companies(report)
    yield "Unknown", _unknown(report)
    yield "What to do next", _steps(report.next)


def _company_sections(view: CompanyView, report: OutreachReport) -> Made:
    yield "Who you know there", _people(view)
    reasons = {one.part: one.reason for one in report.unknown}
    yield "Between you and them", _ties(view, reasons)
    yield "Invitations to people there", _invitations_there(view)
    yield "What to do next", _steps(report.next)


# The report on all invitations.


def _invitations(report: OutreachReport) -> Iterator[Block]:
    totals = report.totals
    if totals.sent is None:
        yield Line("Which invitations you sent is not in this export.")
        return
    if not totals.sent:
        yield Line("You have sent none, as far as this export tells.")
        return
    yield Line(_sentence(report))
    numbers = ("sent", "accepted", "not so far", "too early")
    yield Table(
        ("note", *numbers),
        tuple((_QUALITIES[row.quality], *_counts(row)) for row in report.by_note),
    )
    if report.by_stage:
        stages = tuple((_STAGES[row.stage], *_counts(row)) for row in report.by_stage)
        yield Table(("stage", *numbers), stages)
    yield from _load(report)
    yield Line(
        "LinkedIn does not tell who declined and what you withdrew: “not so far” may be either,"
        " or still open.",
        aside=True,
    )


def _sentence(report: OutreachReport) -> str:
    totals = report.totals
    noted = f", {totals.with_note:,} with a note" if totals.with_note is not None else ""
    start = f"{totals.sent:,} sent{noted}"
    if totals.accepted is None:
        return f"{start}. What became of them is unknown: the connections are not in this export."
    parts = [f"{totals.accepted:,} accepted", f"{totals.not_so_far:,} not so far"]
    if totals.connected_before:
        parts.append(f"{totals.connected_before:,} to people who were connections before")
    if totals.unknown:
        parts.append(f"{totals.unknown:,} unknown")
    came = f" {totals.received:,} came to you." if totals.received else ""
    return f"{start}: {', '.join(parts)}.{came}"


def _counts(row: NoteRow | Stage) -> tuple[str, ...]:
    return _numbers(row.sent, row.accepted, row.not_so_far, row.too_early)


def _numbers(*values: int | None) -> tuple[str, ...]:
    return tuple(_UNKNOWN if value is None else f"{value:,}" for value in values)


def _load(report: OutreachReport) -> Iterator[Block]:
    load = report.load
    parts = []
    if load.busiest_week and load.busiest_week > 1 and load.busiest_week_ends:
        parts.append(
            f"At most {load.busiest_week:,} in seven days (to {day(load.busiest_week_ends)};"
            f" people tell of limits from {load.weekly_limit} on)"
        )
    if load.repeated:
        parts.append(f"{load.repeated:,} within {REPEAT_DAYS} days of another to the same person")
    if load.notes and load.named is not None:
        parts.append(f"Notes that name the person: {load.named:,} of {load.notes:,}")
    if parts:
        yield Line(". ".join(parts) + ".", aside=True)


def _causes(report: OutreachReport) -> Iterator[Block]:
    rows = report.invitations or ()
    for cause in report.causes:
        found = [row for row in rows if row.cause is cause.cause]
        yield Line(_cause(cause.cause, len(found), report.profile))
        newest = sorted(found, key=lambda row: row.sent or date.min, reverse=True)
        yield from _listed([_open(row) for row in newest])


def _cause(cause: Cause, number: int, profile: ProfileState) -> str:
    score = f", {profile.score} of 100" if profile.score is not None else ""
    verdict = profile.verdict.value.replace("-", " ")
    state = f"{verdict}{score}, as it is now"
    return {
        Cause.NOTE: f"The note ({number:,}): none, not personal, or not right yet",
        Cause.PROFILE: f"The profile ({number:,}): not robust enough; it is {state}",
        Cause.NEITHER: f"Neither ({number:,}): both are fine, but anybody may ignore an invitation",
        Cause.TOO_EARLY: f"Too early to say ({number:,}): sent in the last {_WEEKS} weeks",
        Cause.UNKNOWN: f"Not told ({number:,}): the notes were not judged; the profile is {state}",
    }[cause]


def _open(row: InvitationRow) -> Item:
    when = [day(row.sent)] if row.sent else []
    if row.cause is Cause.TOO_EARLY and row.days is not None:
        when.append(f"{count(row.days, 'day')} ago, still open" if row.days > 0 else "still open")
    parts = [*when, *([row.company] if row.company else []), "; ".join(row.reasons[:_MOST_REASONS])]
    return Item(row.recipient or "somebody", " · ".join(part for part in parts if part))


def _companies(report: OutreachReport) -> Iterator[Block]:
    if not report.companies:
        return
    shown = report.companies[:MOST_LISTED]
    yield Table(
        ("company", "you know", "applied", "saved", "followed", "invited"),
        tuple(
            (
                row.name,
                *_numbers(row.connections),
                _since(row.applications, row.applied),
                _since(row.saved_jobs, row.saved),
                _UNKNOWN if row.followed is None else "yes" if row.followed else "no",
                *_numbers(row.invitations),
            )
            for row in shown
        ),
    )
    more = len(report.companies) - len(shown)
    left = f" {more:,} more: --format json lists them all." if more > 0 else ""
    yield Line(f"--company NAME shows one of them.{left}", aside=True)


def _since(number: int | None, when: date | None) -> str:
    if number is None:
        return _UNKNOWN
    return day(when) if when else "yes" if number else "no"


def _unknown(report: OutreachReport) -> Iterator[Block]:
    by_reason: dict[str, list[str]] = {}
    for one in report.unknown:
        if one.part not in _GENERAL:
            continue
        by_reason.setdefault(one.reason, []).append(_PARTS.get(one.part, one.part))
    if not by_reason:
        return
    if len(by_reason) > 2:
        parts = ", ".join(part for found in by_reason.values() for part in found)
        more = " The Complete export has them." if "Basic" in report.unknown[0].reason else ""
        yield Line(f"Not in this export: {parts}.{more}", aside=True)
        return
    for reason, found in by_reason.items():
        yield Line(f"{', '.join(found).capitalize()}: {reason}.", aside=True)


def _steps(advice: Sequence[Advice]) -> Iterator[Block]:
    for number, one in enumerate(advice, start=1):
        source = f"{one.source.publisher}, {one.source.year}"
        reason = f"{one.reason[:1].upper()}{one.reason[1:]}"
        yield Step(number, f"{one.do}.", f"{reason} ({source}).")


def _listed(items: Sequence[Item]) -> Iterator[Block]:
    yield from items[:MOST_LISTED]
    if len(items) > MOST_LISTED:
        yield Item(f"and {len(items) - MOST_LISTED:,} more", "--format json lists them all")


# The view of one company.


def _people(view: CompanyView) -> Iterator[Block]:
    if not view.found:
        meant = " or ".join(f"“{name}”" for name in view.similar)
        ask = f" Did you mean {meant}?" if meant else ""
        yield Line(f"“{view.asked}” is nowhere in this export.{ask}")
    elif view.similar:
        names = ", ".join(f"“{name}”" for name in view.similar)
        yield Line(f"Also in this export: {names}.", aside=True)
    if view.people is None:
        yield Line("Whom you know is not in this export: it has no connections.")
        return
    number = len(view.people)
    known = {0: "Nobody", 1: "One person"}.get(number, f"{number:,} people")
    yield Line(f"{known} at first degree.")
    yield from _listed(
        [
            Item(
                person.name or "somebody",
                " · ".join(
                    part
                    for part in (
                        person.title,
                        f"since {day(person.since)}" if person.since else None,
                    )
                    if part
                ),
            )
            for person in view.people
        ]
    )


def _ties(view: CompanyView, reasons: Mapping[str, str]) -> Iterator[Block]:
    told = {
        "applications": ("Applied", _jobs(view.applications)),
        "saved_jobs": ("Saved", _jobs(view.saved_jobs)),
        "shares": ("Posts", _posts(view)),
        "follows": ("Followed", _followed(view)),
        "groups": ("Groups", _groups(view)),
        "comments": ("Engagement", _engagement(view)),
    }
    for part, (name, said) in told.items():
        yield Item(name, said if said is not None else f"unknown: {reasons.get(part, 'not told')}")


def _jobs(jobs: Sequence[JobRow] | None) -> str | None:
    if jobs is None:
        return None
    told = [f"{job.title or 'a job'}{f', {day(job.day)}' if job.day else ''}" for job in jobs]
    return "; ".join(told) or "no"


def _posts(view: CompanyView) -> str | None:
    if view.posts is None:
        return None
    if not view.posts:
        return "none of yours names the company or links to a job there"
    told = []
    for post in view.posts[:3]:
        quote = f" “{_beginning(post.text)}”" if post.text else ""
        told.append(f"{day(post.day) if post.day else 'undated'}{quote}")
    more = len(view.posts) - len(told)
    return "; ".join(told) + (f"; and {more:,} more" if more else "")


def _beginning(text: str, longest: int = 60) -> str:
    if len(text) <= longest:
        return text
    return f"{text[:longest].rpartition(' ')[0] or text[:longest]} …"


def _followed(view: CompanyView) -> str | None:
    following = view.following
    if following.followed is None:
        return None
    if not following.followed:
        return "no; it would be for news, not a sign of interest"
    since = f"since {day(following.since)}" if following.since else "yes"
    return f"{since}; that is for news, not a sign of interest"


def _groups(view: CompanyView) -> str | None:
    if view.groups is None:
        return None
    if view.groups:
        return ", ".join(view.groups)
    if not view.groups_total:
        return "none; look for one of current or future colleagues"
    return f"none with the company in its name, of {view.groups_total:,}"


def _engagement(view: CompanyView) -> str | None:
    told = [count(one.count, one.kind.value) for one in view.activity if one.count is not None]
    if not told:
        return None
    if not any(one.count for one in view.activity):
        return ", ".join(told)
    days = [one.last for one in view.activity if one.last]
    last = f", the last on {day(max(days))}" if days else ""
    return f"{', '.join(told)}{last}; with whose posts is not in the export"


def _invitations_there(view: CompanyView) -> Iterator[Block]:
    if view.invitations is None:
        yield Line("Which invitations you sent is not in this export.")
        return
    if not view.invitations:
        yield Line("None, as far as connections and notes tell.")
    newest = sorted(view.invitations, key=lambda row: row.sent or date.min, reverse=True)
    yield from _listed([_invited(row) for row in newest])


def _invited(row: InvitationRow) -> Item:
    outcome = _OUTCOMES[row.outcome]
    if row.outcome is Outcome.ACCEPTED and row.connected:
        outcome = f"accepted by {day(row.connected)}"
    if row.cause is Cause.TOO_EARLY:
        outcome = "too early to say"
    parts = [
        day(row.sent) if row.sent else "",
        _QUALITIES[row.note] if row.note is not Quality.UNKNOWN else "",
        _STAGES[row.stage] if row.stage else "",
        outcome,
        "; ".join(row.reasons[:_MOST_REASONS]),
    ]
    return Item(row.recipient or "somebody", " · ".join(part for part in parts if part))
