"""The company view: whom one knows there, what has happened so far; and the list of companies."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from profilelint.network.companies import Companies, Mentions, company_key
from profilelint.network.invitations import Invitations
from profilelint.network.model import ActivityKind, Connection, Job, Network, Share
from profilelint.network.names import Names
from profilelint.network.report import (
    ActivityRow,
    CompanyRow,
    CompanyView,
    Following,
    JobRow,
    PersonRow,
    PostRow,
)

_JOB = re.compile(r"/jobs/view/(?:[^/?#\s]*-)?(?P<number>\d{6,})")
_HIRING = re.compile(
    r"\b(?:recruit\w*|talent|sourc(?:er|ing)|human resources|hr|people (?:partner|operations|team)"
    r"|hiring)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\b(?:head|lead|leader|director|manager|vp|vice president|chief|c[efto]o|founder|partner)\b",
    re.IGNORECASE,
)
_MOST_BY_CONNECTIONS = 5
_FEWEST_CONNECTIONS = 2
_PARTS = {
    ActivityKind.COMMENT: "comments",
    ActivityKind.REACTION: "reactions",
    ActivityKind.REPOST: "reposts",
}


def view(asked: str, network: Network, invitations: Invitations, names: Names) -> CompanyView:
    """All that the export tells about one company.

    Args:
        asked: its name, as the user writes it.
        network: all that the export tells.
        invitations: those sent.
        names: how people are called.
    """
    companies = Companies(_names(network))
    found = companies.find(asked)
    name = companies.name(found) if found else asked.strip()
    key = found or company_key(asked)
    applications = _jobs(network.applications, key)
    saved = _jobs(network.saved_jobs, key)
    known = network.knows
    return CompanyView(
        asked=asked,
        name=name,
        found=found is not None,
        similar=companies.similar(asked),
        people=_people(network.connections, key, names) if known("connections") else None,
        following=_following(network, key),
        groups=_groups(network.groups, name) if known("groups") else None,
        groups_total=len(network.groups) if known("groups") else None,
        posts=(
            _posts(network.shares, name, (*applications, *saved), names)
            if known("shares")
            else None
        ),
        applications=_job_rows(applications) if known("applications") else None,
        saved_jobs=_job_rows(saved) if known("saved_jobs") else None,
        activity=_activity(network),
        invitations=invitations.to(name) if known("sent") else None,
    )


def worth_a_look(
    network: Network, invitations: Invitations, now_at: Iterable[str]
) -> tuple[CompanyRow, ...]:
    """The companies worth a look: those applied to first, then saved jobs, follows, connections.

    Args:
        network: all that the export tells.
        invitations: those sent.
        now_at: the companies that the member works at, which are no news.
    """
    applications, saved = _count(network.applications), _count(network.saved_jobs)
    followed = {company_key(follow.company) for follow in network.follows}
    people = Counter(company_key(one.company) for one in network.connections if one.company)
    invited = invitations.per_company()
    own = {company_key(name) for name in now_at}
    companies = Companies(_names(network))
    chosen = {*applications, *saved, *followed} - own - {""}
    for key, count in people.most_common(_MOST_BY_CONNECTIONS + len(own)):
        if count >= _FEWEST_CONNECTIONS and key and key not in own:
            chosen.add(key)
    order = sorted(
        chosen,
        key=lambda key: (
            key not in applications,
            key not in saved,
            key not in followed,
            -people[key],
            key,
        ),
    )
    known = network.knows
    return tuple(
        CompanyRow(
            name=companies.name(key),
            connections=people[key] if known("connections") else None,
            applications=applications[key] if known("applications") else None,
            applied=_last(network.applications, key),
            saved_jobs=saved[key] if known("saved_jobs") else None,
            saved=_last(network.saved_jobs, key),
            followed=key in followed if known("follows") else None,
            invitations=invited[key],
        )
        for key in order
    )


def by_use(people: Iterable[PersonRow]) -> list[PersonRow]:
    """People in the order in which to ask them: who hires, who leads, and then the newest."""

    def rank(person: PersonRow) -> tuple[int, int]:
        title = person.title or ""
        kind = 0 if hires(title) else 1 if _LEADING.search(title) else 2
        return kind, -(person.since or date.min).toordinal()

    return sorted(people, key=rank)


def hires(title: str | None) -> bool:
    """Whether somebody of that title hires people.

    >>> hires("Talent Partner"), hires("Data Analyst")
    (True, False)
    """
    return bool(title and _HIRING.search(title))


def _names(network: Network) -> Iterable[str]:
    for jobs in (network.applications, network.saved_jobs):
        yield from (job.company for job in jobs if job.company)
    yield from (follow.company for follow in network.follows)
    yield from (one.company for one in network.connections if one.company)


def _count(jobs: Iterable[Job]) -> Counter[str]:
    return Counter(company_key(job.company) for job in jobs if job.company)


def _last(jobs: Iterable[Job], key: str) -> date | None:
    days = [job.day for job in jobs if job.day and company_key(job.company or "") == key]
    return max(days, default=None)


def _people(connections: Iterable[Connection], key: str, names: Names) -> tuple[PersonRow, ...]:
    rows = [
        PersonRow(
            name=names.of(one.name, one.url),
            title=one.title,
            company=one.company,
            since=one.since,
            url=names.address(one.url),
        )
        for one in connections
        if one.company and company_key(one.company) == key
    ]
    return tuple(by_use(rows))


def _following(network: Network, key: str) -> Following:
    if not network.knows("follows"):
        return Following(followed=None, since=None)
    for follow in network.follows:
        if company_key(follow.company) == key:
            return Following(followed=True, since=follow.since)
    return Following(followed=False, since=None)


def _groups(groups: Iterable[str], name: str) -> tuple[str, ...]:
    mentions = Mentions([name])
    return tuple(group for group in groups if mentions.of(group))


def _posts(
    shares: Iterable[Share], name: str, jobs: Sequence[Job], names: Names
) -> tuple[PostRow, ...]:
    mentions = Mentions([name])
    numbers = {number for job in jobs if (number := job_number(job.url))}
    return tuple(
        PostRow(
            day=share.day,
            text=names.quoted(share.text),
            url=names.address(share.url),
            link=names.address(share.link),
        )
        for share in shares
        if mentions.of(share.text)
        or job_number(share.link) in numbers
        or job_number(share.text) in numbers
    )


def job_number(text: str | None) -> str | None:
    """The number of the job that an address leads to.

    >>> job_number("https://www.linkedin.com/jobs/view/4000004312/?trk=x")
    '4000004312'
    """
    match = _JOB.search(text or "")
    return match["number"] if match else None


def _jobs(jobs: Iterable[Job], key: str) -> list[Job]:
    return [job for job in jobs if job.company and company_key(job.company) == key]


def _job_rows(jobs: Iterable[Job]) -> tuple[JobRow, ...]:
    return tuple(JobRow(title=job.title, url=job.url, day=job.day) for job in jobs)


def _activity(network: Network) -> tuple[ActivityRow, ...]:
    rows = []
    for kind, part in _PARTS.items():
        days = [one.day for one in network.activities if one.kind is kind]
        known = network.knows(part)
        rows.append(
            ActivityRow(
                kind=kind,
                count=len(days) if known else None,
                last=max(filter(None, days), default=None),
            )
        )
    return tuple(rows)
