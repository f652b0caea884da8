"""Makes the outreach report of one export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from profilelint import __version__, scoring
from profilelint.config import make
from profilelint.document import Document
from profilelint.errors import ConfigError, InputError
from profilelint.finding import Verdict
from profilelint.linter import Linter
from profilelint.network.acceptance import judge
from profilelint.network.advice import Situation, advise
from profilelint.network.companies import Mentions, company_key
from profilelint.network.company import job_number, view, worth_a_look
from profilelint.network.invitations import Invitations
from profilelint.network.model import PARTS, Network
from profilelint.network.names import Names
from profilelint.network.notes import Notes
from profilelint.network.reading import HINT, read_export
from profilelint.network.report import OutreachReport, ProfileState, Source, Tool, Unknown
from profilelint.profile import Profile

if TYPE_CHECKING:
    from profilelint.finding import Report
    from profilelint.loaders.reading import Readable


def outreach(
    source: Readable,
    company: str | None = None,
    *,
    redact: bool = False,
    **options: Any,  # noqa: ANN401
) -> OutreachReport:
    """Tell what became of the invitations that a member sent.

    Args:
        source: LinkedIn's data export or a snapshot: a path, bytes, a file object or a dict.
        company: show what is known about this company instead of the list of companies.
        redact: give other people numbers instead of names, and quote no text.
        options: every setting of :class:`~profilelint.config.Config`, such as ``as_of``.

    Raises:
        InputError: it could not be read, or is another kind of export.
        ConfigError: a setting makes no sense.
    """
    with Linter(make(options)) as linter:
        return outreach_with(linter, source, company, redact=redact)


def outreach_with(
    linter: Linter, source: Readable, company: str | None = None, *, redact: bool = False
) -> OutreachReport:
    """Tell what became of the invitations, with a linter that is loaded already.

    The other arguments are those of :func:`outreach`.
    """
    from profilelint.loaders.reading import read_source

    if company is not None and not company_key(company):
        raise ConfigError("the company has no name", hint="give it as in --company “Kea Analytics”")
    if isinstance(source, Document | Profile):  # who passes on what a loader gave
        raise InputError("only an export tells what became of invitations", hint=HINT)
    raw = read_source(source, linter.config.limits)
    document, network = read_export(raw)
    report = linter.check(document)
    skipped = {one.rule for one in report.skipped if not one.partly}
    ran = {rule.id for rule in linter.ruleset.rules} - skipped
    notes = Notes(report.findings, ran, known=document.carries.why_not("invitations.text") is None)
    return _report(
        document, network, report, notes=notes, company=company, names=Names(redact=redact)
    )


def _report(
    document: Document,
    network: Network,
    report: Report,
    *,
    notes: Notes,
    company: str | None,
    names: Names,
) -> OutreachReport:
    state = _state(document, report)
    invitations = Invitations(
        judge(network), network, notes, names, now=report.now, ready=state.ready
    )
    own = [one.company for one in document.profile.positions if one.current and one.company]
    connections = len(network.connections) if network.knows("connections") else None
    about = view(company, network, invitations, names) if company is not None else None
    companies = worth_a_look(network, invitations, own) if company is None else ()
    totals, causes, load = invitations.totals(connections), invitations.causes(), invitations.load()
    situation = Situation(
        state,
        totals,
        causes,
        load,
        companies,
        about,
        lambda name: _posted(network, name),
        network.knows("shares"),
    )
    return OutreachReport(
        tool=Tool(version=__version__),
        source=Source(path=report.source.path, format=report.source.format),
        now=report.now,
        redacted=names.redact,
        profile=state,
        unknown=tuple(
            Unknown(part=part, reason=network.unknown[part])
            for part in PARTS
            if part in network.unknown
        ),
        totals=totals,
        by_note=invitations.by_note(),
        by_stage=invitations.by_stage(),
        causes=causes,
        load=load,
        invitations=invitations.rows if network.knows("sent") else None,
        companies=companies,
        company=about,
        next=advise(situation),
    )


def _state(document: Document, report: Report) -> ProfileState:
    """The profile's own verdict: what is wrong with a draft of a message is no fault of it."""
    verdict = report.verdict
    if verdict is Verdict.FIX_FIRST:
        own = [one for one in report.findings if not one.pointer.startswith("/drafts/")]
        verdict = scoring.verdict(document.profile, own, report.score, whole=False)
    return ProfileState(verdict=verdict, ready=verdict is Verdict.READY, score=report.score.overall)


def _posted(network: Network, company: str) -> bool:
    """Whether a post of the member's names a company, or links to a job there."""
    mentions = Mentions([company])
    key = company_key(company)
    jobs = (*network.applications, *network.saved_jobs)
    numbers = {job_number(job.url) for job in jobs if company_key(job.company or "") == key}
    return any(
        mentions.of(share.text) or job_number(share.link) in numbers - {None}
        for share in network.shares
    )
