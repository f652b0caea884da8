"""What a run finds: findings, what was skipped and why, the score, and the report of it all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from profilelint.document import Location, Unplaced

PRIVATE_DATA = "private-data"
"""The rule whose findings are masked in every report."""


class Severity(StrEnum):
    """How much a finding matters: an error keeps the profile from being ready."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a suggestion."""
        return list(Severity).index(self)

    def reaches(self, threshold: "Severity") -> bool:
        """Whether this severity is at or above the threshold."""
        return self.rank <= threshold.rank


class Confidence(StrEnum):
    """How sure we are. Low is shown on demand only (``--pedantic``)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class State(StrEnum):
    """What became of a finding. Only active ones count for score, verdict and exit code."""

    ACTIVE = "active"
    SUPPRESSED = "suppressed"
    BASELINE = "baseline"
    HISTORY = "history"


class Verdict(StrEnum):
    """Whether the owner is ready to send connection requests."""

    READY = "ready"
    FIX_FIRST = "fix-first"
    NOT_READY = "not-ready"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend.

    Attributes:
        rule: the rule's id.
        category: the rule's category; ``run`` for what the run itself has to say.
        severity: after the audience and the user's configuration have had their say.
        confidence: how sure we are.
        pointer: the place in the profile, as a JSON pointer.
        start: code-point offset into the field's text; None where the field is missing.
        end: offset behind the last character; None where the field is missing.
        text: ``text[start:end]`` of the field; None where the field is missing.
        message: what is wrong and what to do, in one sentence.
        suggestions: literal replacements of ``text``, the best first; ``""`` deletes.
        points: what mending it gives back, before a category's floor of zero.
        location: the place in the source.
        fingerprint: the same for the same mistake after a new export or a new order of entries.
        state: whether it counts.
        engine: the proofreading engine that found it, if one did.
        engine_rule: that engine's own name of the rule.
        url: where the rule is documented on the web, once it is.
        cause: for a mistake in a note, the proofreading rule that it breaks.
        allowed: for a suppressed finding, why it is allowed.
    """

    rule: str
    category: str
    severity: Severity
    confidence: Confidence
    pointer: str
    start: int | None
    end: int | None
    text: str | None
    message: str
    suggestions: tuple[str, ...]
    points: float
    location: Location
    fingerprint: str
    state: State = State.ACTIVE
    engine: str | None = None
    engine_rule: str | None = None
    url: str | None = None
    cause: str | None = None
    allowed: str | None = None

    @property
    def active(self) -> bool:
        """Whether it counts for score, verdict and exit code."""
        return self.state is State.ACTIVE


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that was not run, or not wholly, and why.

    ``partly`` tells the second: the rule ran, but an engine could not look at all of the text.
    """

    rule: str
    reason: str
    partly: bool = False


@dataclass(frozen=True, slots=True)
class CategoryScore:
    """What one category scored, of what was available."""

    points: float
    available: float


@dataclass(frozen=True, slots=True)
class Score:
    """The itemised score.

    Attributes:
        overall: 0–100, or None where nothing ran.
        categories: one entry for each category that counted.
        partial: rules were selected or ignored, so the score is not that of a whole run.
    """

    overall: int | None = None
    categories: Mapping[str, CategoryScore] = field(default_factory=lambda: MappingProxyType({}))
    partial: bool = False


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What was linted.

    Attributes:
        path: the name the user gave.
        format: the loader's name.
        language: the language of most of the text, as a BCP 47 tag, if told.
        name: the owner's name.
    """

    path: str
    format: str
    language: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """The part of a note that says why it is sent.

    Attributes:
        kind: what it names: ``role``, ``event``, ``post``, ``school``, ``employer``, ``contact`` or
            ``meeting``.
        start: code-point offset into the note.
        end: offset behind it.
        text: the part itself.
    """

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """What is known of a lone note, beside its findings.

    Attributes:
        to: the recipient's name, if told.
        audience: who that is.
        stage: where the sender stands in an application.
        plan: the plan that the limit is of.
        length: the note's length as LinkedIn is believed to count it, in UTF-16 code units.
        limit: the length that the plan takes.
        reason: what counts as the reason to write, if anything does.
    """

    to: str | None
    audience: str
    stage: str
    plan: str
    length: int
    limit: int
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run has to say about one profile, or about one note."""

    source: SourceInfo
    audience: str
    verdict: Verdict
    score: Score
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    unplaced: tuple[Unplaced, ...]
    now: date
    note: NoteFacts | None = None

    @property
    def ready(self) -> bool:
        """Whether the verdict is ready."""
        return self.verdict is Verdict.READY

    @property
    def active(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return tuple(finding for finding in self.findings if finding.active)
