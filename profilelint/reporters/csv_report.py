"""The table for whoever looks after many people: one row a profile, as CSV.

In the order in which they were given; a spreadsheet sorts. A file begins with a byte order mark,
without which Excel takes “é” for “Ã©”.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from profilelint.finding import Report, Severity
from profilelint.outcome import Outcome
from profilelint.reporters import Style
from profilelint.reporters.cohort import COSTLIEST, costliest, name_of
from profilelint.reporters.visible import visible
from profilelint.reporters.words import number
from profilelint.rule import Rule
from profilelint.scoring import AVAILABLE

ENCODING = "utf-8-sig"
"""What a file is written in."""

COLUMNS = (
    *("path", "name", "format", "language", "verdict", "ready", "score"),
    *(name for category in AVAILABLE for name in (category, f"{category}_available")),
    *(f"{severity.value}s" for severity in Severity),
    *(f"costliest_{index}" for index in range(1, COSTLIEST + 1)),
    "error",
)

# Excel and others take a cell that begins so for a formula; the last four are theirs in Asia.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(outcomes: Sequence[Outcome], rules: Mapping[str, Rule], style: Style) -> str:  # noqa: ARG001
    """Return the table."""
    paper = StringIO()
    writer = csv.DictWriter(paper, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for outcome in outcomes:
        writer.writerow({name: cell(value) for name, value in _row(outcome)})
    return paper.getvalue()


def cell(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula.

    >>> cell("=1+1"), cell(" @SUM(A1)"), cell("Ada"), cell("-- Ada")
    ("'=1+1", "' @SUM(A1)", 'Ada', "'-- Ada")
    """
    shown = visible(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def _row(outcome: Outcome) -> Iterator[tuple[str, str]]:
    yield "path", outcome.path
    if outcome.report is None:
        yield "error", str(outcome.error)
        return
    report = outcome.report
    yield "name", name_of(outcome)
    yield "format", report.source.format
    yield "language", report.source.language or ""
    yield "verdict", report.verdict.value
    yield "ready", "yes" if report.ready else "no"
    yield from _figures(report)
    for index, cost in enumerate(costliest(report), start=1):
        yield f"costliest_{index}", str(cost)


def _figures(report: Report) -> Iterator[tuple[str, str]]:
    score = report.score
    yield "score", "" if score.overall is None else str(score.overall)
    for category, part in score.categories.items():
        if category in AVAILABLE:
            yield category, number(part.points)
            yield f"{category}_available", number(part.available)
    severities = [finding.severity for finding in report.active]
    for severity in Severity:
        yield f"{severity.value}s", str(severities.count(severity))
