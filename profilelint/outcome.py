"""One input and what became of it, and what the outcomes of a run mean to whoever started it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from profilelint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from profilelint.config import Config
    from profilelint.document import Document
    from profilelint.errors import ProfilelintError
    from profilelint.finding import Report


@dataclass(frozen=True, slots=True)
class Outcome:
    """One input of a run. Either ``report`` and ``document`` are there, or ``error`` is."""

    path: str
    document: Document | None = None
    report: Report | None = None
    error: ProfilelintError | None = None


def exit_code(outcomes: Iterable[Outcome], config: Config) -> int:
    """The highest exit code that an outcome asks for.

    0 where all is well; 1 where a finding reaches ``fail_on``, where a profile is not ready though
    it has to be, or scores too low; 3 where an input could not be read or a rule broke down.
    """
    return max((_code(outcome, config) for outcome in outcomes), default=0)


def _code(outcome: Outcome, config: Config) -> int:
    report = outcome.report
    if report is None:
        return outcome.error.exit_code if outcome.error else 3
    if any(finding.rule == "rule-crashed" for finding in report.findings):
        return 3
    if config.fail_on != "never":
        threshold = Severity(config.fail_on)
        if any(finding.severity.reaches(threshold) for finding in report.active):
            return 1
    overall = report.score.overall
    if config.require_ready and (overall is None or not report.ready):  # nothing ran: who knows
        return 1
    return int(config.min_score is not None and (overall is None or overall < config.min_score))
