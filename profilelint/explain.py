"""Explains one rule to whoever asks: what it flags, why it matters, who says so, examples."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the list of rules needs no models
    from profilelint.rule import Level, Rule
    from profilelint.rule_file import Case, WholeRule

_WIDTH = 96
_EXAMPLES = 3
_LONGEST = 12
_LONGEST_VALUE = 200

FIXES = {
    "safe": "safe, its suggestion may be written unseen.",
    "unsafe": "unsafe, somebody should look at what is written.",
    None: "none, only its owner knows what to write.",
}


def listing(rules: Sequence[Rule]) -> Iterator[str]:
    """All rules by category, a line each; how many there are, and what the marks mean."""
    width = max((len(rule.id) for rule in rules), default=0)
    for category, group in groupby(rules, key=lambda rule: rule.category):
        members = list(group)
        yield f"{category} ({len(members)})"
        for rule in members:
            fix = rule.fix or ""
            origin = f"  [{rule.origin}]" if rule.origin else ""
            yield f"  {rule.id:{width}}  {rule.severity.value:10}  {fix:6}  {rule.summary}{origin}"
    fixes = Counter(rule.fix for rule in rules)
    yield ""
    yield (
        f"{_counted(len(rules))}; {fixes['safe']} with a safe fix, {fixes['unsafe']} with one"
        " that somebody should look at (unsafe). “profilelint rule ID” explains one."
    )


def explain(whole: WholeRule) -> str:
    """The explanation of a rule, as plain text."""
    return "\n".join(_lines(whole))


def _lines(whole: WholeRule) -> Iterator[str]:
    rule = whole.rule
    yield f"{rule.id} ({rule.category}): {severity(rule)}"
    yield ""
    yield from textwrap.wrap(rule.summary, _WIDTH)
    yield ""
    yield from textwrap.wrap(f"Why: {rule.why}", _WIDTH)
    yield ""
    yield f"Costs {costs(rule)}. Confidence: {rule.confidence.value}."
    yield f"Fix: {FIXES[rule.fix]}"
    if rule.origin:
        yield f"From: {rule.origin}"
    if rule.targets:
        yield from _wrapped(f"Looks at: {', '.join(rule.targets)}")
    if rule.languages:
        yield from _wrapped(f"Languages: {', '.join(rule.languages)}")
    yield from _options(rule)
    if rule.sources:
        yield "Sources:"
        known = sources()
        for key in rule.sources:
            yield from _wrapped(_source(known.get(key, {"title": key})), "  ")
    yield from _cases("Flagged:", whole.bad)
    yield from _cases("Left alone:", whole.good)


def _options(rule: Rule) -> Iterator[str]:
    told = [(name, _value(value)) for name, value in options(rule).items()]
    if told:
        yield "Options:"
        for name, value in told:
            yield from _wrapped(f"{name}: {value}", "  ")


def options(rule: Rule) -> dict[str, Any]:
    """The options that are set: those of the rule file, else the kind's own defaults."""
    from profilelint.kinds import kind_of

    kind = kind_of(rule)
    values = {option.name.replace("_", "-"): option.default for option in fields(kind.Options)}
    values.update({name.replace("_", "-"): value for name, value in rule.options.items()})
    return {name: value for name, value in values.items() if _is_set(value)}


def _is_set(value: object) -> bool:
    return value is not MISSING and value is not None and value not in ((), [], {}, "")


def _value(value: object) -> str:
    """An option's value; what would be a page is counted."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        parts = [f"{key} = {_value(part)}" for key, part in value.items()]
    elif isinstance(value, list | tuple | frozenset | set):
        parts = [_value(part) for part in value]
    else:
        return str(value)
    told = ", ".join(parts)
    if len(told) <= _LONGEST_VALUE:
        return told
    return f"{len(parts)} entries, which stand in the rule file"


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ")


def _counted(rules: int) -> str:
    return f"{rules} rule{'' if rules == 1 else 's'}"


def severity(rule: Rule) -> str:
    """The severity of a rule, or its levels with their conditions."""
    levels = [f"{level.severity.value} where {_condition(level)}" for level in rule.levels]
    if not levels:
        return rule.severity.value
    if rule.severity not in {level.severity for level in rule.levels}:
        levels.append(f"else {rule.severity.value}")
    return ", ".join(levels)


def costs(rule: Rule) -> str:
    """What one finding of a rule costs, as “2 points a finding”."""
    from profilelint.scoring import cost

    points = cost(rule, rule.severity)
    return f"{points:g} point{'' if points == 1 else 's'} a finding" if points else "no points"


def _condition(level: Level) -> str:
    return f"{level.name} {level.operator} {level.value}"


def _source(source: Mapping[str, Any]) -> str:
    """Title, publisher and year of a source.

    >>> _source({"title": "Proof it", "publisher": "HR Weekly", "year": 2013})
    '“Proof it”, HR Weekly, 2013'
    """
    parts = [f"“{source['title']}”", source.get("publisher"), source.get("year")]
    return ", ".join(str(part) for part in parts if part)


def _cases(title: str, cases: Sequence[Case]) -> Iterator[str]:
    told = [case for case in cases if case.text] or [case for case in cases if case.profile]
    if told:
        yield title
        for case in told[:_EXAMPLES]:
            lines = _text(case) if case.text else _profile(case)
            yield from (f"{'    ' if index else '  • '}{line}" for index, line in enumerate(lines))


def _text(case: Case) -> list[str]:
    fixed = f"  →  {case.fixed}" if case.fixed is not None else ""
    to = f"  (to {case.to})" if case.to else ""
    whole = f"{case.text}{fixed}{to}"
    return [part for line in whole.splitlines() for part in textwrap.wrap(line, _WIDTH - 4) or [""]]


def _profile(case: Case) -> list[str]:
    """A small profile as YAML, which is how rule files have it."""
    import yaml

    text = yaml.safe_dump(case.profile, allow_unicode=True, sort_keys=False, width=_WIDTH - 4)
    lines = text.splitlines()
    return lines if len(lines) <= _LONGEST else [*lines[:_LONGEST], "…"]


def sources() -> dict[str, dict[str, Any]]:
    """What the keys under ``sources`` in rule files stand for."""
    import yaml

    package = Path(__file__).parent
    shipped = package / "data" / "sources.yaml"
    path = shipped if shipped.is_file() else package.parent / "docs" / "sources.yaml"
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded
