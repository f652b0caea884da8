"""What to do next: a few sentences, each with its reason and whose advice it is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from profilelint.finding import Verdict
from profilelint.network.company import hires, job_number
from profilelint.network.notes import Cause
from profilelint.network.report import (
    Advice,
    Basis,
    CauseRow,
    CompanyRow,
    CompanyView,
    JobRow,
    Load,
    ProfileState,
    Totals,
)

MOST = 5
"""Advice that one can still follow."""

SOURCES = ("hrbartender", "tegze", "linkedin-help-invitations", "michaelranaii-2017")
"""Keys of ``docs/sources.yaml`` that advice rests on."""

_ARTICLE, _COUNT, _LIMITS, _REQUISITION = SOURCES
_VERDICTS = {
    Verdict.READY: "ready",
    Verdict.FIX_FIRST: "“fix first”",
    Verdict.NOT_READY: "“not ready”",
}
_COUNTED = (
    "outside recruiting 44 of 50 accepted a tailored note, 38 a template, 21 none; larger counts"
    " see no difference"
)
_WHOM = "a company's page is for its news and for seeing whom you know there"


@dataclass(frozen=True, slots=True)
class Situation:
    """What the advice is given on."""

    profile: ProfileState
    totals: Totals
    causes: Sequence[CauseRow]
    load: Load
    companies: Sequence[CompanyRow]
    company: CompanyView | None
    posted: Callable[[str], bool]
    """Whether one of the member's posts names a company, or links to a job there."""
    shares_known: bool


def advise(situation: Situation) -> tuple[Advice, ...]:
    """The next steps, the most urgent first."""
    steps = (
        _at_company(situation.profile, situation.company)
        if situation.company is not None
        else _in_general(situation)
    )
    known = _sources()
    advice = []
    for do, reason, key in steps:
        source = known[key]
        basis = Basis(title=source["title"], publisher=source["publisher"], year=source["year"])
        advice.append(Advice(do=do, reason=reason, source=basis))
        if len(advice) == MOST:
            break
    return tuple(advice)


def _sources() -> dict[str, dict[str, Any]]:
    from profilelint.explain import sources

    return sources()


Step = tuple[str, str, str]


def _in_general(situation: Situation) -> Iterator[Step]:
    causes = {row.cause: row.count for row in situation.causes}
    yield from _profile(situation.profile)
    yield from _notes(causes, situation.totals)
    yield from _load(situation.load)
    yield from _company(situation)
    others = causes.get(Cause.NEITHER, 0)
    if others:
        yield (
            f"Let {_these(others)} rest whose note and profile are both fine",
            "a recruiter may ignore you, and there is no harm in having asked",
            _ARTICLE,
        )
    elif causes.get(Cause.TOO_EARLY):
        yield (
            f"Give {_these(causes[Cause.TOO_EARLY])} sent in the last two weeks some time",
            "a recruiter may answer late or never, and there is no harm in having asked",
            _ARTICLE,
        )
    yield (
        "Invite people before, during or after an interview, as it comes",
        "any stage is fine, as long as the note says why",
        _ARTICLE,
    )


def _these(number: int) -> str:
    return "the one" if number == 1 else f"the {number:,}"


def _profile(profile: ProfileState) -> Iterator[Step]:
    if profile.ready:
        return
    score = f", {profile.score} of 100" if profile.score is not None else ""
    yield (
        f"Mend the profile before the next invitation: it is {_VERDICTS[profile.verdict]}{score}",
        "where somebody declines, the profile may not have been robust enough",
        _ARTICLE,
    )


def _notes(causes: dict[Cause, int], totals: Totals) -> Iterator[Step]:
    faulty = causes.get(Cause.NOTE, 0)
    if not faulty:
        return
    older = (totals.not_so_far or 0) - (totals.too_early or 0)
    do = "Write to each person who you are to them and why you write"
    yield (
        f"{do}: {faulty:,} of the {older:,} not accepted had a note that fell short, or none",
        _COUNTED,
        _COUNT,
    )


def _load(load: Load) -> Iterator[Step]:
    if load.repeated:
        again = "one went out" if load.repeated == 1 else f"{load.repeated:,} went out"
        yield (
            f"Wait three weeks before you ask somebody again: {again} sooner",
            "who withdraws an invitation cannot send it again for up to three weeks",
            _LIMITS,
        )
    if load.busiest_week and load.busiest_week > load.weekly_limit:
        yield (
            f"Send fewer than {load.weekly_limit} invitations a week, not {load.busiest_week:,}",
            "LinkedIn has limits that it does not tell; a restriction lasts about a week",
            _LIMITS,
        )


def _company(situation: Situation) -> Iterator[Step]:
    wanted = [row for row in situation.companies if row.applications or row.saved_jobs]
    for row in [*wanted, *(row for row in situation.companies if row.followed)]:
        if row.connections:
            known = (
                "whom you know" if row.connections == 1 else f"one of {row.connections:,} you know"
            )
            why = f", where you {'applied' if row.applications else 'saved a job'},"
            yield (
                f"Ask {known} at {row.name}{why if row in wanted else ''} for an introduction",
                _WHOM,
                _ARTICLE,
            )
            break
    if situation.shares_known:
        for row in wanted:
            if not situation.posted(row.name):
                yield _post(row.name, None)
                break


def _post(company: str, job: JobRow | None) -> Step:
    what = f"the “{job.title}” job" if job and job.title else "the job"
    return (
        f"Post the link to {what} at {company}, say that you are excited, and ask for support",
        "so your network knows what you hope for, and how to help",
        _ARTICLE,
    )


def _at_company(profile: ProfileState, view: CompanyView) -> Iterator[Step]:
    if not view.found and view.similar:
        return  # another company was meant, most likely
    jobs = [*(view.applications or ()), *(view.saved_jobs or ())]
    job = jobs[-1] if jobs else None
    yield from _profile(profile)
    yield from _introduction(view, job)
    if job is not None and not _hires(view):
        yield _requisition(job)
    if job is not None and view.posts is not None and not view.posts:
        yield _post(view.name, job)
    them = view.people[0].name if view.people and view.people[0].name else f"people at {view.name}"
    shares = "share" if them.startswith("people at ") else "shares"
    yield (
        f"Comment on what {them} {shares}, or re-post it",
        "that makes you known in a way that is not stalking them",
        _ARTICLE,
    )
    if view.following.followed is False:
        yield (
            f"Follow {view.name} for its news, and do not count on being noticed for it",
            "following shows nobody that you are interested",
            _ARTICLE,
        )
    yield (
        "Say in whatever you write how you can help them, too",
        "pay it forward: ask how you can help them help you",
        _ARTICLE,
    )


def _introduction(view: CompanyView, job: JobRow | None) -> Iterator[Step]:
    if view.people:
        person = view.people[0]
        who = person.name or "the person you know"
        title = f" ({person.title})" if person.title else ""
        if _hires(view):
            about = f"about {_named(job)}" if job is not None else "what is open there"
            yield f"Ask {who}{title} {about}", _WHOM, _ARTICLE
        else:
            to = f"whoever hires for “{job.title}”" if job and job.title else "whoever hires"
            yield f"Ask {who}{title} for an introduction to {to}", _WHOM, _ARTICLE
    elif view.people is not None:
        yield (
            f"Look for a group in which people of {view.name} are: you know nobody there yet",
            "groups hold your current and future colleagues",
            _ARTICLE,
        )


def _requisition(job: JobRow) -> Step:
    return (
        f"Write to its recruiter or hiring manager a note that names {_named(job)}",
        "the number of the requisition says at once why you write",
        _REQUISITION,
    )


def _named(job: JobRow) -> str:
    number = job_number(job.url)
    title = f"“{job.title}”" if job.title else "the job"
    return f"{title} (job {number})" if number else title


def _hires(view: CompanyView) -> bool:
    """Whether the first of the people known there is one who hires."""
    return bool(view.people and hires(view.people[0].title))
