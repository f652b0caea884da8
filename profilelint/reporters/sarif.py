"""SARIF 2.1.0, the format of code scanning: one run, with all inputs in it.

It holds no more of the profile than the findings' own text.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from os import fsencode
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from profilelint import __version__
from profilelint.document import Location
from profilelint.finding import PRIVATE_DATA, Finding, Report, Severity, State
from profilelint.outcome import Outcome
from profilelint.reporters import Style
from profilelint.reporters.json_report import dump
from profilelint.reporters.private import Mask
from profilelint.rule import Rule

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "note",
}
_SUPPRESSIONS = {
    State.SUPPRESSED: "allowed in the configuration",
    State.BASELINE: "known from the baseline",
    State.HISTORY: "already sent, not to be changed any more",
}
_MOST_FIXES = 3

# In quotes, in a cell or over several lines, these would need another form in the source.
_NEEDS_FORM = frozenset('"\\,;\t\r\n')

Json = dict[str, Any]


def render(outcomes: Sequence[Outcome], rules: Mapping[str, Rule], style: Style) -> str:  # noqa: ARG001
    """Return the report as a SARIF log."""
    ids = _ids(outcomes)
    index = {rule: position for position, rule in enumerate(ids)}
    urls = {
        finding.rule: finding.url
        for report in _reports(outcomes)
        for finding in report.findings
        if finding.url
    }
    run: Json = {
        "tool": {
            "driver": {
                "name": "profilelint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule, rules.get(rule), urls.get(rule)) for rule in ids],
            }
        },
        "invocations": [
            {
                "executionSuccessful": all(outcome.error is None for outcome in outcomes),
                "toolExecutionNotifications": list(_notifications(outcomes, index)),
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": list(_results(outcomes, index)),
        "properties": {"reports": [_verdict(report) for report in _reports(outcomes)]},
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def uri(path: str) -> str:
    """A path as SARIF names it: relative where it can be, percent-encoded.

    >>> uri("exports/My profile #2.pdf")
    'exports/My%20profile%20%232.pdf'
    """
    pure = PurePath(path)
    if pure.is_absolute():
        here = Path.cwd()
        if not pure.is_relative_to(here):
            return pure.as_uri()
        pure = pure.relative_to(here)
    return quote(fsencode(pure.as_posix()), safe="/")


def _reports(outcomes: Sequence[Outcome]) -> Iterator[Report]:
    for outcome in outcomes:
        if outcome.report is not None:
            yield outcome.report


def _ids(outcomes: Sequence[Outcome]) -> list[str]:
    named = set()
    for report in _reports(outcomes):
        named |= {finding.rule for finding in report.findings}
        named |= {skipped.rule for skipped in report.skipped}
    return sorted(named)


def _rule(name: str, rule: Rule | None, url: str | None) -> Json:
    # What the run itself has to say has no rule file.
    told: Json = {"id": name, "name": name.title().replace("-", "")}
    if url:
        told["helpUri"] = url
    if rule is None:
        return {**told, "properties": {"tags": ["run"]}}
    return {
        **told,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.summary} {rule.why}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.category]},
    }


def _verdict(report: Report) -> Json:
    return {
        "source": uri(report.source.path),
        "audience": report.audience,
        "now": report.now.isoformat(),
        "verdict": report.verdict,
        "score": report.score.overall,
    }


def _notifications(outcomes: Sequence[Outcome], index: Mapping[str, int]) -> Iterator[Json]:
    for outcome in outcomes:
        where = [{"physicalLocation": {"artifactLocation": {"uri": uri(outcome.path)}}}]
        if outcome.report is None:
            message = {"text": str(outcome.error)}
            yield {"level": "error", "message": message, "locations": where}
            continue
        for skipped in outcome.report.skipped:
            yield {
                "level": "note",
                "message": {"text": f"{skipped.rule} was not checked: {skipped.reason}"},
                "associatedRule": {"id": skipped.rule, "index": index[skipped.rule]},
                "locations": where,
            }


def _results(outcomes: Sequence[Outcome], index: Mapping[str, int]) -> Iterator[Json]:
    seen: Counter[str] = Counter()
    for report in _reports(outcomes):
        mask = Mask(report.findings)
        for finding in report.findings:
            seen[finding.fingerprint] += 1
            yield _result(mask.finding(finding), index, seen[finding.fingerprint])


def _result(finding: Finding, index: Mapping[str, int], occurrence: int) -> Json:
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding)],
        "partialFingerprints": {
            "profilelint/v1": finding.fingerprint,
            # The one that GitHub reads.
            "primaryLocationLineHash": f"{finding.fingerprint}:{occurrence}",
        },
        "properties": _properties(finding),
    }
    fixes = _fixes(finding)
    if fixes:
        result["fixes"] = fixes
    # All results of a run tell it, or none does (SARIF 3.27.23); an empty list is “it counts”.
    result["suppressions"] = [] if finding.active else [_suppression(finding)]
    return result


def _suppression(finding: Finding) -> Json:
    # What is known from a baseline is kept outside the source, too. A ``baselineState`` would have
    # to stand at every result, and at those that are gone.
    return {"kind": "external", "justification": finding.allowed or _SUPPRESSIONS[finding.state]}


def _location(finding: Finding) -> Json:
    place = finding.location
    physical: Json = {"artifactLocation": {"uri": uri(place.file)}}
    region = _region(place)
    if region:
        snippet = {"snippet": {"text": finding.text}} if finding.text else {}
        physical["region"] = {**region, **snippet}
    location: Json = {"physicalLocation": physical}
    if finding.pointer:
        name = finding.pointer.rpartition("/")[2]
        location["logicalLocations"] = [{"name": name, "fullyQualifiedName": finding.pointer}]
    further = {
        "page": place.page,
        "line": place.line if place.page else None,
        "box": list(place.box) if place.box else None,
        "pointer": place.pointer,
    }
    known = {key: value for key, value in further.items() if value is not None}
    if known:
        location["properties"] = known
    return location


def _region(place: Location) -> Json:
    # A line on a page is no line of the file.
    if place.line is None or place.page is not None:
        return {}
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {key: value for key, value in region.items() if value is not None}


def _properties(finding: Finding) -> Json:
    properties = {
        "category": finding.category,
        "confidence": finding.confidence,
        "points": float(finding.points),
        "state": finding.state,
        "engine": finding.engine,
        "engineRule": finding.engine_rule,
    }
    return {key: value for key, value in properties.items() if value is not None}


def _fixes(finding: Finding) -> list[Json]:
    region = _region(finding.location)
    whole = {"startLine", "startColumn", "endLine", "endColumn"} <= region.keys()
    if not whole or finding.rule == PRIVATE_DATA:
        return []
    return [
        {
            "description": {"text": f"Write “{suggestion}”" if suggestion else "Delete it"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": uri(finding.location.file)},
                    "replacements": [
                        {"deletedRegion": region, "insertedContent": {"text": suggestion}}
                    ],
                }
            ],
        }
        for suggestion in finding.suggestions[:_MOST_FIXES]
        if not _NEEDS_FORM & set(suggestion)
    ]
