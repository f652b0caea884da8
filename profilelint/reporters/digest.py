"""Sums up what would be long, and says what to do next: shared by the reports for people."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from profilelint.finding import Finding, NoteFacts, Report, Severity, Verdict
from profilelint.profile import Profile
from profilelint.reporters.cohort import by_rule
from profilelint.reporters.sections import heading
from profilelint.reporters.words import counts
from profilelint.rule import Rule

MOST_OF_ONE_RULE = 10
"""How many findings of one rule are shown; the rest are summed up."""

VERDICTS = {
    Verdict.READY: ("✓", "Ready to connect", "Ready"),
    Verdict.FIX_FIRST: ("!", "Fix first", "Fix first"),
    Verdict.NOT_READY: ("✗", "Not ready", "Not ready"),
}
"""The mark, the words and the short words of each verdict."""

MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.SUGGESTION: "•"}
AUDIENCES = {
    "recruiter": "a recruiter",
    "hiring-manager": "a hiring manager",
    "peer": "a peer",
    "alumni": "a fellow student",
    "other": "somebody else",
}

_NAMED = 3
_CLAUSE = re.compile(r"[;,] ")


def at_most(findings: Sequence[Finding]) -> tuple[list[Finding], dict[str, list[Finding]]]:
    """What is shown, and the rest by rule."""
    seen: Counter[str] = Counter()
    shown: list[Finding] = []
    more: list[Finding] = []
    for finding in findings:
        seen[finding.rule] += 1
        (shown if seen[finding.rule] <= MOST_OF_ONE_RULE else more).append(finding)
    return shown, by_rule(more)


@dataclass(frozen=True, slots=True)
class Sent:
    """What one rule has to say of the notes that were sent already.

    ``to`` names a few of those they went to, where one is known.
    """

    rule: str
    times: int
    message: str
    to: str


def sent(profile: Profile, findings: Sequence[Finding]) -> Iterator[Sent]:
    """The notes that were sent, by rule, the most frequent first."""
    groups = by_rule(findings)
    for rule in sorted(groups, key=lambda rule: -len(groups[rule])):
        found = groups[rule]
        names = [heading(profile, finding).partition(" – ")[2] for finding in found]
        people = list(dict.fromkeys(name.removeprefix("to ") for name in names if name))
        told = ", ".join(people[:_NAMED])
        more = len(people) - _NAMED
        to = f"to {told}{f' and {more} more' if more > 0 else ''}" if told else ""
        messages = list(dict.fromkeys(finding.message for finding in found))
        yield Sent(rule, len(found), messages[0], to)


def not_checked(report: Report, rules: Mapping[str, Rule]) -> list[tuple[str, list[str]]]:
    """The reasons why rules were not run, each with its rules, the most frequent first.

    Nobody expects notes in a profile, so that those on notes are not missed.
    """
    reasons: dict[str, list[str]] = {}
    for skipped in report.skipped:
        rule = rules.get(skipped.rule)
        if not skipped.partly and (report.note or not rule or rule.category != "invitation"):
            reasons.setdefault(skipped.reason, []).append(skipped.rule)
    return sorted(reasons.items(), key=lambda item: -len(item[1]))


def unread(report: Report) -> list[str]:
    """Why the engines could not read all of the text: nobody should take silence for praise."""
    return list(dict.fromkeys(skipped.reason for skipped in report.skipped if skipped.partly))


def verdict_words(report: Report) -> tuple[str, str]:
    """The mark and the words of a report's verdict."""
    mark, words, _ = VERDICTS[report.verdict]
    if report.note is None or not report.ready:
        return mark, words
    if any(finding.severity is Severity.WARNING for finding in report.active):
        return "!", "No errors, but not personal yet"
    return mark, "Ready to send"


def note_facts(note: NoteFacts) -> Iterator[tuple[str, str]]:
    """What is known of a note beside its findings: a heading and what it says, each."""
    plan = "a free account" if note.plan == "free" else "Premium"
    yield "Length", f"{note.length} of the {note.limit} characters that {plan} takes"
    if note.reason:
        yield "Your reason", f"“{note.reason.text}”"


def _next_step_of_note(active: Sequence[Finding]) -> str:
    errors = [finding for finding in active if finding.severity is Severity.ERROR]
    rest = [finding for finding in active if finding.severity is not Severity.ERROR]
    if errors:
        more = f"; {counts(rest)} would make it better" if rest else ""
        return f"Mend {'it' if len(errors) == 1 else 'them'} before you send it{more}."
    if any(finding.severity is Severity.WARNING for finding in rest):
        return f"It could go out; it works better once this is mended: {counts(rest)}."
    return "Nothing to mend. Send it." if not rest else f"Send it, or polish it: {counts(rest)}."


def next_step(report: Report, active: Sequence[Finding], way: Sequence[Finding]) -> tuple[str, ...]:
    """What the verdict means to the owner, in a sentence or two."""
    if report.note is not None:
        return (_next_step_of_note(active),)
    if report.score.overall is None:
        return ("No rule ran that counts, so this says nothing about the profile.",)
    if report.ready:
        not_read = "Not all of the text could be proofread; let somebody read it once more."
        more = (not_read,) if unread(report) else ()
        if not active:
            return (
                "Nothing else to mend was found." if more else "Nothing to mend. Go and say hello.",
                *more,
            )
        return (f"Go and say hello. Left to polish, if you like: {counts(active)}.", *more)
    if not way or report.verdict is Verdict.NOT_READY:
        blank = "Fill in your name, your headline and your positions first."
        return ("The profile does not say enough yet. Start here:" if way else blank,)
    rest = len(active) - len(way)
    fixes = "1 fix makes" if len(way) == 1 else f"{len(way)} fixes make"
    return (f"{fixes} you ready{f'; {rest} more can wait' if rest else ''}.",)


def steps(profile: Profile, findings: Sequence[Finding]) -> str:
    """What to change, in a few words each."""
    told = []
    for finding in findings:
        if not finding.text:
            told.append(heading(profile, finding))
        elif finding.suggestions and finding.suggestions[0]:
            told.append(f"{finding.text} → {finding.suggestions[0]}")
        else:
            told.append(finding.text)
    return ", ".join(dict.fromkeys(told))


def brief(why: str, room: int, *, cut: bool = False) -> str:
    """As many sentences of a reason as fit on a line, and at least the first.

    >>> brief("It is careless. Readers notice.", 20)
    'It is careless.'
    >>> brief("It is careless, and readers notice.", 20, cut=True)
    'It is careless …'

    Args:
        why: the reason.
        room: how long a line is.
        cut: a first sentence that does not fit ends where its last part that fits does.
    """
    kept = ""
    for sentence in _sentences(why):
        if kept and len(kept) + len(sentence) + 1 > room:
            break
        kept = f"{kept} {sentence}".lstrip()
    if cut and len(kept) > room:
        ends = [found.start() for found in _CLAUSE.finditer(kept, room // 3, room - 1)]
        kept = f"{kept[: ends[-1]]} …" if ends else kept
    return kept


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for index, char in enumerate(text):
        ends = char in ".!?" and text[index + 1 : index + 2] == " "
        if ends and not text[index + 2 : index + 3].islower():
            yield text[start : index + 1]
            start = index + 2
    if start < len(text):
        yield text[start:]
