"""What a note is worth, and the likelier cause where an invitation was not accepted.

The article behind this program names two causes (HR Bartender, 2013): the profile is not robust, or
the note is not personal. Which is likelier is read from what the linter found.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from profilelint.finding import Finding, Severity
from profilelint.network.acceptance import Outcome

EARLY_DAYS = 14
"""Days within which an invitation is too young to say anything. Our choice: LinkedIn keeps one open
for months, and who looks in once a week has seen it by then."""


class Quality(StrEnum):
    """How personal a note is."""

    NONE = "none"
    STOCK = "stock"
    GENERIC = "generic"
    PERSONAL = "personal"
    UNKNOWN = "unknown"


class Cause(StrEnum):
    """Why an invitation was not accepted, as likely as that can be told."""

    NOTE = "note"
    PROFILE = "profile"
    NEITHER = "neither"
    TOO_EARLY = "too-early"
    UNKNOWN = "unknown"


_STOCK = frozenset({"note-default"})
_GENERIC = frozenset(
    {
        "note-copied",
        "note-generic",
        "note-template-left",
        "note-without-name",
        "note-without-why",
        "note-wrong-name",
    }
)
_DECIDING = frozenset({"note-default", "note-generic", "note-without-why"})
"""Rules that have to run before a note without a finding may be called personal."""

WORDS: Mapping[str, str] = {
    "note-missing": "no note",
    "note-default": "LinkedIn's stock text",
    "note-generic": "phrases that fit anybody",
    "note-without-name": "no name",
    "note-wrong-name": "greets somebody else",
    "note-without-why": "no reason given",
    "note-template-left": "a template not filled in",
    "note-copied": "same text to several people",
    "note-asks-too-much": "asks too much at once",
    "note-offers-nothing": "offers nothing",
    "note-proofing": "has mistakes",
    "note-too-long": "too long",
    "invite-repeated": "asked again too soon",
    "invite-burst": "one of many in a week",
}
"""What the rules of notes say, in a few words."""


class Notes:
    """What the linter found in the notes sent.

    Args:
        findings: all findings of the report.
        ran: the rules that ran; without those that decide, a note is not judged.
        known: whether the export holds the notes at all.
    """

    def __init__(
        self, findings: Iterable[Finding], ran: Collection[str], *, known: bool = True
    ) -> None:
        self.known = known
        self._deciding = frozenset(ran) >= _DECIDING
        self._found: dict[int, list[Finding]] = defaultdict(list)
        for finding in findings:
            parts = finding.pointer.split("/")
            if finding.category != "invitation" or parts[1:2] != ["invitations"]:
                continue
            if len(parts) > 2 and parts[2].isdecimal():
                self._found[int(parts[2])].append(finding)

    def rules(self, index: int) -> tuple[str, ...]:
        """The rules that found something in a note, each once."""
        return tuple(dict.fromkeys(finding.rule for finding in self._found.get(index, ())))

    def quality(self, index: int, text: str | None) -> Quality:
        """How personal a note is."""
        if not self.known:
            return Quality.UNKNOWN
        if not text or not text.strip():
            return Quality.NONE
        rules = set(self.rules(index))
        if rules & _STOCK:
            return Quality.STOCK
        if rules & _GENERIC:
            return Quality.GENERIC
        return Quality.PERSONAL if self._deciding else Quality.UNKNOWN

    def faults(self, index: int, quality: Quality) -> tuple[str, ...]:
        """What speaks against a note, in a few words each; suggestions do not."""
        worst_first = sorted(self._found.get(index, ()), key=lambda one: one.severity.rank)
        found = [
            finding.rule
            for finding in worst_first
            if finding.severity is not Severity.SUGGESTION or finding.rule in _STOCK | _GENERIC
        ]
        if quality is Quality.NONE and "note-missing" not in found:
            found.insert(0, "note-missing")
        return tuple(dict.fromkeys(WORDS.get(rule, rule) for rule in found))


def likelier_cause(
    outcome: Outcome, days: int | None, faults: Collection[str], quality: Quality, *, ready: bool
) -> Cause | None:
    """Why an invitation was not accepted; None where it was, or where nothing is known of that.

    Where both the note and the profile are at fault the note is named: the person invited reads it
    first.
    """
    if outcome is not Outcome.NOT_SO_FAR:
        return None
    if days is not None and days < EARLY_DAYS:
        return Cause.TOO_EARLY
    if faults:
        return Cause.NOTE
    if not ready:
        return Cause.PROFILE
    return Cause.UNKNOWN if quality is Quality.UNKNOWN else Cause.NEITHER
