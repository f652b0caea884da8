"""The report for programs: JSON with a schema and a version, fixed by contract.

A key that a program may rely on is always there; ``null`` stands for what is not known. Keys of
less weight (``engine``, ``url``, a location's ``page``) are there where there is something to say.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Literal, NotRequired, cast

from typing_extensions import TypedDict  # pydantic takes no other before Python 3.12

from profilelint import __version__
from profilelint.document import Location, Unplaced
from profilelint.finding import (
    Confidence,
    Finding,
    NoteFacts,
    Report,
    Score,
    Severity,
    Skipped,
    State,
    Verdict,
)
from profilelint.outcome import Outcome
from profilelint.reporters import Style
from profilelint.reporters.private import Mask
from profilelint.rule import Rule
from profilelint.scoring import way_to_ready

VERSION: Literal[1] = 1
"""Raised when a key is taken away or changes its meaning; never for a new key."""


class ToolJson(TypedDict):
    """Who wrote the report."""

    name: Literal["profilelint"]
    version: str


class SourceJson(TypedDict):
    """What was linted."""

    path: str
    format: str
    language: str | None


class CategoryJson(TypedDict):
    """What one category scored, of what was available."""

    points: float
    available: float


class ScoreJson(TypedDict):
    """The itemised score; ``partial`` where rules were selected or ignored."""

    overall: int | None
    categories: dict[str, CategoryJson]
    partial: NotRequired[Literal[True]]


class LocationJson(TypedDict):
    """A place in the source; lines and columns count from 1, ``end_column`` is exclusive."""

    file: str
    line: NotRequired[int]
    column: NotRequired[int]
    end_line: NotRequired[int]
    end_column: NotRequired[int]
    page: NotRequired[int]
    box: NotRequired[tuple[float, float, float, float]]
    pointer: NotRequired[str]


class FindingJson(TypedDict):
    """One thing to mend; ``start`` and ``end`` count code points of the field's text."""

    rule: str
    category: str
    severity: Severity
    confidence: Confidence
    pointer: str
    start: int | None
    end: int | None
    text: str | None
    message: str
    suggestions: list[str]
    points: float
    state: State
    location: LocationJson
    fingerprint: str
    engine: NotRequired[str]
    engine_rule: NotRequired[str]
    url: NotRequired[str]
    cause: NotRequired[str]
    allowed: NotRequired[str]


class SkippedJson(TypedDict):
    """A rule that was not run, and why; ``partly`` where it ran over some of the text."""

    rule: str
    reason: str
    partly: NotRequired[Literal[True]]


class UnplacedJson(TypedDict):
    """A text that was read and had no place in the profile."""

    text: str
    reason: str
    location: NotRequired[LocationJson]


class SummaryJson(TypedDict):
    """How many findings count, by severity, and which of them are the shortest way to ready."""

    errors: int
    warnings: int
    suggestions: int
    way_to_ready: list[int]


class ReasonJson(TypedDict):
    """The part of a note that counts as the reason to write, and what it names."""

    kind: str
    start: int
    end: int
    text: str


class NoteJson(TypedDict):
    """What is known of a lone note; lengths in UTF-16 code units, as LinkedIn is held to count."""

    to: str | None
    stage: str
    plan: str
    length: int
    limit: int
    reason: ReasonJson | None


class ReportJson(TypedDict):
    """What a run has to say about one profile; ``now`` is the day that its clock showed."""

    source: SourceJson
    audience: str
    now: str
    verdict: Verdict
    ready: bool
    score: ScoreJson
    summary: SummaryJson
    findings: list[FindingJson]
    skipped: list[SkippedJson]
    unplaced: list[UnplacedJson]
    note: NotRequired[NoteJson]


class UnreadSourceJson(TypedDict):
    """What could not be read."""

    path: str


class FailureJson(TypedDict):
    """An input that could not be read, and why."""

    source: UnreadSourceJson
    error: str


class ReportsJson(TypedDict):
    """The whole output: one entry for each input, in the order given."""

    version: Literal[1]
    tool: ToolJson
    reports: list[ReportJson | FailureJson]


def render(outcomes: Sequence[Outcome], rules: Mapping[str, Rule], style: Style) -> str:  # noqa: ARG001
    """Return the report as JSON."""
    return dump(
        ReportsJson(
            version=VERSION,
            tool={"name": "profilelint", "version": __version__},
            reports=[_entry(outcome) for outcome in outcomes],
        )
    )


def dump(value: object) -> str:
    """Return a value as the JSON that profilelint writes.

    A lone surrogate, which no file can hold, is written as its escape.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the report."""
    from pydantic import TypeAdapter
    from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
    from pydantic_core.core_schema import TypedDictSchema

    class Closed(GenerateJsonSchema):
        def typed_dict_schema(self, schema: TypedDictSchema) -> JsonSchemaValue:
            return {**super().typed_dict_schema(schema), "additionalProperties": False}

    return {
        "$schema": Closed.schema_dialect,
        **TypeAdapter(ReportsJson).json_schema(mode="serialization", schema_generator=Closed),
        "title": "profilelint report",
    }


def _entry(outcome: Outcome) -> ReportJson | FailureJson:
    if outcome.report is None:
        return FailureJson(source={"path": outcome.path}, error=str(outcome.error))
    report = outcome.report
    mask = Mask(report.findings)
    told = ReportJson(
        source={
            "path": report.source.path,
            "format": report.source.format,
            "language": report.source.language,
        },
        audience=report.audience,
        now=report.now.isoformat(),
        verdict=report.verdict,
        ready=report.ready,
        score=_score(report.score),
        summary=_summary(report),
        findings=[_finding(mask.finding(finding)) for finding in report.findings],
        skipped=[_skipped(item) for item in report.skipped],
        unplaced=[_unplaced(item, mask) for item in report.unplaced],
    )
    if report.note is not None:
        told["note"] = _note(report.note, mask)
    return told


def _skipped(item: Skipped) -> SkippedJson:
    told = SkippedJson(rule=item.rule, reason=item.reason)
    if item.partly:
        told["partly"] = True
    return told


def _score(score: Score) -> ScoreJson:
    scored = ScoreJson(
        overall=score.overall,
        categories={
            name: CategoryJson(points=float(part.points), available=float(part.available))
            for name, part in score.categories.items()
        },
    )
    if score.partial:
        scored["partial"] = True
    return scored


def _summary(report: Report) -> SummaryJson:
    severities = [finding.severity for finding in report.active]
    way = () if report.ready else way_to_ready(report.findings, report.score)
    return SummaryJson(
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        suggestions=severities.count(Severity.SUGGESTION),
        way_to_ready=[
            index
            for index, finding in enumerate(report.findings)
            if any(finding is step for step in way)
        ],
    )


def _finding(finding: Finding) -> FindingJson:
    told = FindingJson(
        rule=finding.rule,
        category=finding.category,
        severity=finding.severity,
        confidence=finding.confidence,
        pointer=finding.pointer,
        start=finding.start,
        end=finding.end,
        text=finding.text,
        message=finding.message,
        suggestions=list(finding.suggestions),
        points=float(finding.points),
        state=finding.state,
        location=_location(finding.location),
        fingerprint=finding.fingerprint,
    )
    if finding.engine is not None:
        told["engine"] = finding.engine
    if finding.engine_rule is not None:
        told["engine_rule"] = finding.engine_rule
    if finding.url is not None:
        told["url"] = finding.url
    if finding.cause is not None:
        told["cause"] = finding.cause
    if finding.allowed is not None:
        told["allowed"] = finding.allowed
    return told


def _note(note: NoteFacts, mask: Mask) -> NoteJson:
    reason = note.reason
    return NoteJson(
        to=note.to,
        stage=note.stage,
        plan=note.plan,
        length=note.length,
        limit=note.limit,
        reason=None
        if reason is None
        else {
            "kind": reason.kind,
            "start": reason.start,
            "end": reason.end,
            "text": mask.text(reason.text),
        },
    )


def _unplaced(item: Unplaced, mask: Mask) -> UnplacedJson:
    told = UnplacedJson(text=mask.text(item.text), reason=item.reason)
    if item.location is not None:
        told["location"] = _location(item.location)
    return told


def _location(location: Location) -> LocationJson:
    known = {field.name: getattr(location, field.name) for field in fields(location)}
    return cast("LocationJson", {name: value for name, value in known.items() if value is not None})
