"""Annotations for GitHub Actions: one workflow command a finding.

GitHub shows ten annotations of each level a step. All are printed, errors first, and a last line
tells how many are to be found in the log only.
"""

from collections.abc import Iterator, Mapping, Sequence

from profilelint.document import Location
from profilelint.finding import Finding, Severity
from profilelint.outcome import Outcome
from profilelint.reporters import Style
from profilelint.reporters.private import Mask
from profilelint.reporters.visible import visible
from profilelint.reporters.words import place, remedy
from profilelint.rule import Rule

SHOWN = 10
"""How many annotations of one level GitHub shows for a step."""

_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "notice",
}


def render(outcomes: Sequence[Outcome], rules: Mapping[str, Rule], style: Style) -> str:  # noqa: ARG001
    """Return the workflow commands, one a line; nothing where there is nothing to say."""
    commands = [command for outcome in outcomes for command in _commands(outcome)]
    lines = []
    hidden = 0
    for level in _LEVELS.values():
        lines_of_level = [line for found, line in commands if found == level]
        hidden += max(0, len(lines_of_level) - SHOWN)
        lines += lines_of_level
    if hidden:
        message = f"{hidden} more: GitHub shows {SHOWN} annotations of a kind, the log has all"
        lines.append(command("notice", {"title": "profilelint"}, message))
    return "".join(f"{line}\n" for line in lines)


def command(name: str, properties: Mapping[str, str | int | None], message: str) -> str:
    """Write a workflow command; properties that are None are left out.

    >>> command("error", {"file": "a,b.csv", "line": 3, "col": None}, "50% done")
    '::error file=a%2Cb.csv,line=3::50%25 done'
    """
    told = ",".join(
        f"{key}={_property(visible(str(value)))}"
        for key, value in properties.items()
        if value is not None
    )
    return f"::{name}{' ' if told else ''}{told}::{_data(visible(message))}"


def _commands(outcome: Outcome) -> Iterator[tuple[str, str]]:
    if outcome.report is None:
        properties = {"file": outcome.path, "title": "profilelint"}
        yield "error", command("error", properties, str(outcome.error))
        return
    mask = Mask(outcome.report.findings)
    for finding in outcome.report.active:
        level = _LEVELS[finding.severity]
        yield level, _annotation(level, mask.finding(finding))


def _annotation(level: str, finding: Finding) -> str:
    location = finding.location
    message = finding.message
    advice = remedy(finding)
    if advice:
        message = f"{message.rstrip('.')}. {advice}"
    if location.page is not None:
        message = f"{message} ({place(location)})"
    return command(level, {**_lines(location), "title": finding.rule}, message)


def _lines(location: Location) -> dict[str, str | int | None]:
    # A line on a page is no line of the file. Columns hold for one line only.
    if location.page is not None or location.line is None:
        return {"file": location.file}
    one_line = location.end_line in (None, location.line)
    return {
        "file": location.file,
        "line": location.line,
        "endLine": location.end_line,
        "col": location.column if one_line else None,
        "endColumn": location.end_column if one_line else None,
    }


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
