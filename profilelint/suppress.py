"""Marks the findings that somebody has looked at and allows; tells what allows nothing any more.

A suppression names a rule or a category, and may say where, which text, and until when. The
findings that it covers stay in the report with their state; they count for nothing.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from profilelint.config import Suppression
from profilelint.document import Document, Location
from profilelint.errors import ConfigError
from profilelint.fields import entry_name, value_at
from profilelint.finding import Finding, State
from profilelint.nearest import did_you_mean, nearest
from profilelint.ruleset import Ruleset
from profilelint.run_finding import run_finding

_ENTRY = re.compile(r"(?P<list>\w+)\[(?P<name>.+)\](?:[./](?P<rest>.+))?")
_NAMES = ("company", "title", "school", "name", "recipient", "degree")


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that a run went through, as suppressions judge them.

    Attributes:
        ran: the ids of those that looked at all they could look at, in one file at least.
        members: the ids of all rules of each category, whether they ran or not.
    """

    ran: Collection[str]
    members: dict[str, frozenset[str]]

    def all_ran(self, name: str) -> bool:
        """Whether a rule ran, or every rule of a category: what did not could find nothing."""
        return all(rule in self.ran for rule in self.members.get(name, (name,)))


def known(suppressions: Sequence[Suppression], ruleset: Ruleset) -> tuple[Suppression, ...]:
    """Suppressions by the ids that rules have now.

    Raises:
        ConfigError: one names no rule and no category, or a place that no profile has; the message
            names the nearest.
    """
    return tuple(_known(suppression, ruleset) for suppression in suppressions)


def _known(suppression: Suppression, ruleset: Ruleset) -> Suppression:
    file, line = suppression.place
    home = f"{file}:{line}" if line else file
    _check_place(suppression, home)
    name = suppression.rule
    categories = {rule.category for rule in ruleset.every}
    if name in categories:
        return suppression
    for rule in ruleset.every:
        if name == rule.id:
            return suppression
        if name in rule.aliases:
            return suppression.model_copy(update={"rule": rule.id})
    names = [*(rule.id for rule in ruleset.every), *sorted(categories)]
    near = nearest(name, names)
    raise ConfigError(
        f"{home}: suppress: no rule or category is called “{name}”",
        hint=f"did you mean “{near}”?" if near else "“profilelint rules” lists them",
    )


def _check_place(suppression: Suppression, home: str) -> None:
    if suppression.at is None:
        return
    from profilelint.profile import Profile

    first = re.match(r"[/.\s]*([\w*]*)", suppression.at)
    head = first[1] if first else ""
    if "*" in head or head in Profile.model_fields:
        return
    raise ConfigError(
        f"{home}: suppress: at = “{suppression.at}”: a profile has no “{head}”",
        hint=did_you_mean(head, list(Profile.model_fields)),
    )


def suppressed(
    findings: Iterable[Finding],
    document: Document,
    suppressions: Sequence[Suppression],
    now: date,
) -> tuple[list[Finding], set[Suppression]]:
    """Mark what the suppressions cover.

    Returns:
        The findings, and the suppressions that are for one of them. One that has expired marks
        nothing, and is among them all the same.
    """
    used: set[Suppression] = set()
    marked = []
    for finding in findings:
        covering = [one for one in suppressions if _covers(one, finding, document)]
        used.update(covering)
        valid = [one for one in covering if not has_expired(one, now)]
        if valid and finding.state is State.ACTIVE:
            finding = replace(finding, state=State.SUPPRESSED, allowed=valid[0].reason)  # noqa: PLW2901
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
    return _text(_plain(pattern)).fullmatch(_plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


@cache
def _text(pattern: str) -> re.Pattern[str]:
    """A text with ``*`` for any part of it and ``?`` for one character; brackets are brackets.

    >>> bool(_text("[company ????]").fullmatch("[company name]"))
    True
    """
    choice = {"*": ".*", "?": "."}
    # Stars in a row say no more than one, and would take their time.
    parts = re.split(r"([*?])", re.sub(r"\*+", "*", pattern))
    return re.compile("".join(choice.get(part, re.escape(part)) for part in parts), re.DOTALL)


def _lies_at(at: str, pointer: str, document: Document) -> bool:
    entry = _ENTRY.fullmatch(at.strip().lstrip("/"))
    if entry is None:
        return _pointers(at.strip()).fullmatch(pointer) is not None
    parts = pointer.split("/")[1:]
    if len(parts) < 2 or parts[0] != entry["list"] or not parts[1].isdecimal():
        return False
    if entry["rest"] and not _pointers(entry["rest"]).fullmatch("/" + "/".join(parts[2:])):
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
    """A pointer with ``*`` for one part of it and ``**`` for any number; what lies below is in it.

    >>> bool(_pointers("/positions/*/description").fullmatch("/positions/2/description"))
    True
    >>> bool(_pointers("/**/description").fullmatch("/positions/2/description"))
    True
    """
    parts = re.sub(r"(?:/\*\*)+(?=/|$)", "/**", f"/{glob.replace('.', '/').strip('/')}")
    split = re.split(r"(/\*\*$|/\*\*(?=/)|\*\*|\*)", parts)
    choice = {"/**": "(?:/.*)?", "**": ".*", "*": "[^/]*"}
    if split[-1] == "" and split[-2:-1] == ["/**"]:
        split[-2:] = []
        return re.compile("".join(choice.get(part, re.escape(part)) for part in split) + "/.+")
    return re.compile("".join(choice.get(part, re.escape(part)) for part in split) + "(?:/.*)?")


def unused(
    suppressions: Iterable[Suppression], used: Collection[Suppression], rules: Rules, now: date
) -> Iterator[Finding]:
    """Yield a finding for each suppression that covers nothing, or has expired.

    Args:
        suppressions: those of the configuration.
        used: those that are for some finding.
        rules: the rules that ran.
        now: today.
    """
    for suppression in suppressions:
        idle = suppression not in used and rules.all_ran(suppression.rule)
        if has_expired(suppression, now):
            rule = "expired-suppression"
            advice = "take it out" if idle else "mend what it covered, or set a new day"
            said = f"The suppression of {suppression.says} ended on {suppression.until}; {advice}"
        elif idle:
            rule = "unused-suppression"
            said = f"The suppression of {suppression.says} covers nothing any more; take it out"
        else:
            continue
        file, line = suppression.place
        where = Location(file, line=line, column=1 if line else None)
        yield run_finding(rule, said, where, key=suppression.says)
