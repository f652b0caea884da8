"""profilelint as the benchmark runs it: each text alone in the field of a profile it belongs to."""

import importlib.metadata
from collections.abc import Iterable

import profilelint
from benchmarks.proofing.peer import Flag
from profilelint.finding import Confidence, Severity
from profilelint.profile import Profile

COUNTED = frozenset((Severity.ERROR, Severity.WARNING))
"""The severities that count; suggestions are advice, and findings of low confidence are hidden."""


def profile_of(text: str, field: str) -> Profile:
    """A profile that holds nothing but the text, where such a text stands.

    Args:
        text: the text.
        field: a field of ``sentences.yaml``. A note is read as prose: it has no field of its own.
    """
    position = {"title": "Colleague", "company": "Example", "current": field != "past-bullet"}
    if field in ("bullet", "past-bullet"):
        return _read({"positions": [{**position, "description": f"• {text}"}]})
    if field == "title":
        return _read({"positions": [{**position, "title": text}]})
    if field == "headline":
        return _read({"headline": text})
    return _read({"about": text})


def _read(data: dict[str, object]) -> Profile:
    return Profile.model_validate({"name": "Ada Example", **data})


class Subject:
    """profilelint with one of its grammars.

    Args:
        grammar: what ``--grammar`` takes.
    """

    def __init__(self, grammar: str) -> None:
        self.name = f"profilelint, --grammar {grammar}"
        self._linter = profilelint.Linter(
            profilelint.Config(grammar=grammar, select=("proofing",), language="en-US")
        )

    def version(self) -> str:
        """The version of the package."""
        return importlib.metadata.version("profilelint")

    def check(self, texts: Iterable[tuple[str, str]]) -> list[list[Flag]]:
        """Flag texts, each given with its field."""
        return [self._flags(text, field) for text, field in texts]

    def _flags(self, text: str, field: str) -> list[Flag]:
        report = self._linter.lint(profile_of(text, field))
        lead = 2 if field in ("bullet", "past-bullet") else 0
        return [
            Flag(finding.start - lead, finding.end - lead, finding.rule, finding.suggestions)
            for finding in report.findings
            if finding.category == "proofing"
            and finding.severity in COUNTED
            and finding.confidence is not Confidence.LOW
            and finding.start is not None
            and finding.end is not None
        ]
