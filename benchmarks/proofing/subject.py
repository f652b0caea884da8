"""profilelint as the benchmark runs it: each text alone in the field of a profile it belongs to."""

import importlib.metadata
from collections.abc import Iterable, Sequence
from functools import cached_property

import profilelint
from benchmarks.proofing.peer import SUGGESTIONS, Correction, Flag
from profilelint.finding import Confidence, Finding, Severity
from profilelint.profile import Profile
from profilelint.proofing.ranking import rank
from profilelint.proofing.vocabulary import Vocabulary

COUNTED = frozenset((Severity.ERROR, Severity.WARNING))
"""The severities that count; suggestions are advice, and findings of low confidence are hidden."""

DEFAULT = "harper"


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
        self.name = "profilelint" if grammar == DEFAULT else f"profilelint {grammar}"
        self._grammar = grammar
        self._linter = self._new_linter(language="en-US")

    def version(self) -> str:
        """The version of the package."""
        return f"{importlib.metadata.version('profilelint')}, --grammar {self._grammar}"

    def check(self, texts: Iterable[tuple[str, str]]) -> list[list[Flag]]:
        """Flag texts, each given with its field."""
        return [self._flags(text, field) for text, field in texts]

    def correct(self, words: Sequence[str]) -> list[Correction] | None:
        """Correct words by the vocabulary and the ranking, which all grammars share."""
        if self._grammar != DEFAULT:
            return None
        vocabulary = Vocabulary()
        return [
            Correction(
                not vocabulary.accepts(word),
                tuple(suggestion.word for suggestion in rank(word)[:SUGGESTIONS]),
            )
            for word in words
        ]

    def in_profile(self, profile: Profile) -> list[Finding]:
        """The findings that count in a whole profile, whose dialect is told by its own text."""
        report = self._in_its_own_dialect.lint(profile)
        return [finding for finding in report.findings if counts(finding)]

    @cached_property
    def _in_its_own_dialect(self) -> profilelint.Linter:
        return self._new_linter(language="auto")

    def _new_linter(self, language: str) -> profilelint.Linter:
        return profilelint.Linter(
            profilelint.Config(grammar=self._grammar, select=("proofing",), language=language)
        )

    def _flags(self, text: str, field: str) -> list[Flag]:
        report = self._linter.lint(profile_of(text, field))
        lead = 2 if field in ("bullet", "past-bullet") else 0
        return [
            Flag(finding.start - lead, finding.end - lead, finding.rule, finding.suggestions)
            for finding in report.findings
            if counts(finding) and finding.start is not None and finding.end is not None
        ]


def counts(finding: Finding) -> bool:
    """Whether a user sees the finding as a mistake in the language."""
    return (
        finding.category == "proofing"
        and finding.severity in COUNTED
        and finding.confidence is not Confidence.LOW
        and finding.start is not None
    )
