"""Makes an outcome fit to be shown to others: no quoted text, no names.

It works before any reporter does, so that none can forget it: what is left of the outcome holds no
text of the profile. A report that is not shown needs nothing of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import PurePath
from string import Formatter

from profilelint.document import Document, Location, SourceMap, Unplaced
from profilelint.errors import InputError
from profilelint.finding import Finding, NoteFacts, Report, SourceInfo
from profilelint.outcome import Outcome
from profilelint.rule import Rule

GAP = "…"
"""Stands where a text was left out."""

_QUOTING = frozenset({"match", "suggestion", "advice"})
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*(?: characters?)?|\d{1,4}")
_SUFFIX = re.compile(r"\.[A-Za-z]{2,5}")
_LEFT_HANGING = re.compile(rf"[\s:;,–]*{GAP}$")
_LONGEST = 1000


def redacted(outcomes: Iterable[Outcome], rules: Mapping[str, Rule]) -> list[Outcome]:
    """The outcomes without what is private to the people they are of.

    Findings keep rule, place, severity, points and a message; they lose the text found and what to
    write instead. Files are numbered in the order given, since their names tell people's. A
    fingerprint is a hash of the text, and a short text can be guessed from its hash: here it is
    made of the place instead, and tells nothing. Why a file could not be read may quote it, too.

    Args:
        outcomes: the inputs and what became of each.
        rules: the rules by id; their words stand in for those of the findings.
    """
    return [_outcome(outcome, rules, number) for number, outcome in enumerate(outcomes, start=1)]


def stand_in(number: int, noun: str = "person") -> str:
    """What stands for a name; the same number is the same person.

    >>> stand_in(3)
    'person 3'
    """
    return f"{noun} {number}"


def _outcome(outcome: Outcome, rules: Mapping[str, Rule], number: int) -> Outcome:
    name = _file(outcome.path, number)
    if outcome.report is None:
        problem = InputError(f"{name}: it could not be read", hint="without --redact you see why")
        return Outcome(name, error=problem)
    from profilelint.profile import Profile

    document = Document(Profile(), outcome.report.source.format, SourceMap(name))
    return Outcome(name, document, _report(outcome.report, rules, outcome.path, name))


def _file(path: str, number: int) -> str:
    if path == "-":
        return path
    suffix = PurePath(path).suffix
    return f"profile-{number}{suffix if _SUFFIX.fullmatch(suffix) else ''}"


def _report(report: Report, rules: Mapping[str, Rule], path: str, name: str) -> Report:
    source = report.source
    return replace(
        report,
        source=SourceInfo(name, source.format, source.language),
        note=_note(report.note) if report.note else None,
        findings=tuple(_findings(report.findings, rules, path, name)),
        unplaced=tuple(
            Unplaced(GAP, _unquoted(item.reason), _located(item.location, path, name))
            for item in report.unplaced
        ),
    )


def _note(note: NoteFacts) -> NoteFacts:
    reason = replace(note.reason, text=GAP) if note.reason else None
    return replace(note, to=stand_in(1) if note.to else None, reason=reason)


def _findings(
    findings: Sequence[Finding], rules: Mapping[str, Rule], path: str, name: str
) -> Iterator[Finding]:
    for index, finding in enumerate(findings):
        place = f"{index}\x1f{finding.rule}\x1f{finding.pointer}\x1f{finding.start}"
        yield replace(
            finding,
            text=None,
            message=_message(finding, rules.get(finding.rule)),
            suggestions=(),
            allowed=None,
            location=_located(finding.location, path, name) or Location(name),
            fingerprint=sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        )


def _located(location: Location | None, path: str, name: str) -> Location | None:
    # Members of an archive have LinkedIn's own names. The keys of other sources may hold anything.
    if location is None:
        return None
    inside = location.file.startswith((f"{path}!", f"{path}/"))
    file = name + (location.file[len(path) :] if inside else "")
    return replace(location, file=file, pointer=None)


def _unquoted(reason: str) -> str:
    # What follows a colon or a semicolon tells of the file, such as its keys.
    return re.sub("“[^”]*”?", f"“{GAP}”", re.split("[:;]", reason)[0])


def _message(finding: Finding, rule: Rule | None) -> str:
    if rule is None:  # what the run itself has to say
        return finding.rule.replace("-", " ").capitalize()
    return _rebuilt(finding.message, rule) or rule.summary


def _rebuilt(message: str, rule: Rule) -> str | None:
    """The message with its quotations left out; None where it says more that may be private."""
    names, form = _form(rule.message)
    found = form.fullmatch(message) if len(message) <= _LONGEST else None
    if found is None:
        return None
    own = set(_words(rule.options))
    kept = []
    for name, value in zip(names, found.groups(), strict=True):
        if name != "match" and (
            value in own or (name not in _QUOTING and _NUMBER.fullmatch(value))
        ):
            kept.append(value)
        elif name in _QUOTING:
            kept.append(GAP)
        else:
            return None
    parts = iter(kept)
    told = "".join(
        literal + (next(parts) if name is not None else "")
        for literal, name, _, _ in Formatter().parse(rule.message)
    )
    return _LEFT_HANGING.sub("", told) if kept[-1:] == [GAP] else told


@lru_cache
def _form(template: str) -> tuple[list[str], re.Pattern[str]]:
    """The placeholders of a message, and the pattern that finds what they were filled with."""
    names = []
    pattern = ""
    for literal, name, _, _ in Formatter().parse(template):
        pattern += re.escape(literal)
        if name is not None:
            names.append(name)
            pattern += "(.*?)"
    return names, re.compile(pattern, re.DOTALL)


def _words(options: object) -> Iterator[str]:
    """All texts in the options of a rule."""
    if isinstance(options, str):
        yield options
    elif isinstance(options, Mapping):
        for value in options.values():
            yield from _words(value)
    elif isinstance(options, list | tuple):
        for value in options:
            yield from _words(value)
