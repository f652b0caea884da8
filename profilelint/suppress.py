"""Marks the findings that somebody has looked at and allows; tells what allows nothing any more.

A suppression names a rule or a category, and may say where, which text, and until when. The
findings that it covers stay in the report with their state; they count for nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase
from functools import cache

from profilelint.config import Suppression
from profilelint.document import Document, Location
from profilelint.fields import entry_name, value_at
from profilelint.finding import Confidence, Finding, Severity, State

_ENTRY = re.compile(r"(?P<list>\w+)\[(?P<name>[^\]]+)\](?:[./](?P<rest>.+))?")
_NAMES = ("company", "title", "school", "name", "recipient", "degree")


def suppressed(
    findings: Iterable[Finding],
    document: Document,
    suppressions: Sequence[Suppression],
    now: date,
) -> tuple[list[Finding], set[int]]:
    """Mark what the suppressions cover.

    Returns:
        The findings, and the numbers of the suppressions that covered one. One that has expired
        covers nothing.
    """
    used: set[int] = set()
    marked = []
    for finding in findings:
        covering = [
            number
            for number, suppression in enumerate(suppressions)
            if not has_expired(suppression, now) and _covers(suppression, finding, document)
        ]
        used.update(covering)
        if covering and finding.state is State.ACTIVE:
            reason = suppressions[covering[0]].reason
            finding = replace(finding, state=State.SUPPRESSED, allowed=reason)  # noqa: PLW2901
        marked.append(finding)
    return marked, used


def has_expired(suppression: Suppression, now: date) -> bool:
    """Whether its last day is over."""
    return suppression.until is not None and suppression.until < now


def _covers(suppression: Suppression, finding: Finding, document: Document) -> bool:
    if suppression.rule not in (finding.rule, finding.category):
        return False
    if suppression.match is not None and not _is_like(finding.text or "", suppression.match):
        return False
    return suppression.at is None or _lies_at(suppression.at, finding.pointer, document)


def _is_like(text: str, pattern: str) -> bool:
    folded = " ".join(text.casefold().split())
    return fnmatchcase(folded, " ".join(pattern.casefold().split()))


def _lies_at(at: str, pointer: str, document: Document) -> bool:
    entry = _ENTRY.fullmatch(at.strip().lstrip("/"))
    if entry is None:
        return _pointers(at.strip()).fullmatch(pointer) is not None
    parts = pointer.split("/")[1:]
    if len(parts) < 2 or parts[0] != entry["list"]:
        return False
    if entry["rest"] and parts[2:] != re.split(r"[./]", entry["rest"]):
        return False
    held = value_at(document.profile, f"/{parts[0]}/{parts[1]}")
    names: list[object] = (
        [held]
        if isinstance(held, str)
        else [*(getattr(held, name, None) for name in _NAMES), entry_name(held)]
    )
    return any(isinstance(name, str) and _is_like(name, entry["name"]) for name in names)


@cache
def _pointers(glob: str) -> re.Pattern[str]:
    """A pointer with ``*`` for one part of it and ``**`` for any number.

    >>> bool(_pointers("/positions/*/description").fullmatch("/positions/2/description"))
    True
    """
    rooted = f"/{glob.strip('/').replace('.', '/')}"
    choice = {"**": ".*", "*": "[^/]*"}
    parts = re.split(r"(\*\*|\*)", rooted)
    return re.compile("".join(choice.get(part, re.escape(part)) for part in parts) + "(?:/.*)?")


def unused(
    suppressions: Sequence[Suppression], used: set[int], ran: set[str], now: date
) -> Iterator[Finding]:
    """Yield a finding for each suppression that covers nothing, or has expired.

    Args:
        suppressions: those of the configuration.
        used: the numbers of those that covered a finding.
        ran: ids and categories of the rules that ran; what did not run could find nothing.
        now: today.
    """
    for number, suppression in enumerate(suppressions):
        file, line = suppression.place
        where = Location(file, line=line, column=1 if line else None)
        if has_expired(suppression, now):
            said = (
                f"The suppression of {suppression.says} ended on {suppression.until};"
                " mend what it covered, or set a new day"
            )
            yield run_finding("expired-suppression", said, where, key=suppression.says)
        elif number not in used and suppression.rule in ran:
            said = f"The suppression of {suppression.says} covers nothing any more; take it out"
            yield run_finding("unused-suppression", said, where, key=suppression.says)


def run_finding(rule: str, message: str, location: Location, *, key: str) -> Finding:
    """Something that the run itself has to say; it costs nothing.

    ``key`` tells one from another in their fingerprints.
    """
    import hashlib

    return Finding(
        rule=rule,
        category="run",
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        pointer="",
        start=None,
        end=None,
        text=None,
        message=message,
        suggestions=(),
        points=0,
        location=location,
        fingerprint=hashlib.sha256(f"{rule}\x1f{key}".encode()).hexdigest()[:16],
    )
