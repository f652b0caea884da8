"""One input and what became of it: a report, or the reason why there is none."""

from dataclasses import dataclass

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
