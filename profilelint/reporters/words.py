"""The words that reports share: counts, places, dates, points."""

from collections.abc import Iterable
from datetime import date

from profilelint.document import Location
from profilelint.finding import Confidence, Finding, Severity

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "error"), count(2, "error"), count(0, "error")
    ('1 error', '2 errors', 'no errors')
    """
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def counts(findings: Iterable[Finding]) -> str:
    """How many findings there are of each severity, such as ``2 errors, 1 warning``."""
    severities = [finding.severity for finding in findings]
    return ", ".join(
        count(severities.count(severity), severity.value)
        for severity in Severity
        if severity in severities
    )


def place(location: Location) -> str:
    """Where something stands, without the file: ``page 1, line 3``, ``line 12`` or nothing."""
    parts = []
    if location.page is not None:
        parts.append(f"page {location.page}")
    if location.line is not None:
        parts.append(f"line {location.line}")
    return ", ".join(parts)


def address(location: Location, longest: int = 36) -> str:
    """Where something stands: the place on a page, or ``file:line`` as editors take it."""
    if location.page is not None or location.line is None or location.file == "-":
        return place(location)
    file = location.file.rpartition("!")[2]  # the head names the archive
    file = file if len(file) <= longest else file.rpartition("/")[2]
    return f"{file}:{location.line}"


def day(when: date) -> str:
    """A date as people write it.

    >>> day(date(2026, 11, 5))
    '5 November 2026'
    """
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def number(points: float) -> str:
    """Points without needless digits.

    >>> number(34.0), number(0.5), number(12.25)
    ('34', '0.5', '12.25')
    """
    return f"{points:.2f}".rstrip("0").rstrip(".")


def remedy(finding: Finding) -> str:
    """What to write instead, such as ``Write: Engineer``; empty where nothing is suggested.

    Where we are less than sure there are up to three to choose from.
    """
    limit = 1 if finding.confidence is Confidence.HIGH else 3
    if not finding.suggestions:
        return ""
    best = finding.suggestions[0]
    if not best:
        return "Delete: the space" if (finding.text or "x").isspace() else "Delete it"
    others = [_quoted(other) for other in finding.suggestions[1:limit] if other]
    return f"Write: {' or '.join([_quoted(best), *others])}"


def _quoted(suggestion: str) -> str:
    # A space or a lone comma would be lost in the line.
    if suggestion == " ":
        return "one space"
    bare = suggestion.strip() == suggestion and any(char.isalnum() for char in suggestion)
    return suggestion if bare else f"“{suggestion}”"
