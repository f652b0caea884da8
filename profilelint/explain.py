"""Explains one rule to whoever asks: what it flags, why it matters, who says so, examples."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from profilelint import scoring
from profilelint.rule import Level
from profilelint.rule_file import Case, WholeRule

_WIDTH = 96
_EXAMPLES = 3


def explain(whole: WholeRule) -> str:
    """The explanation of a rule, as plain text."""
    return "\n".join(_lines(whole))


def _lines(whole: WholeRule) -> Iterator[str]:
    rule = whole.rule
    levels = ", ".join(f"{level.severity.value} where {_condition(level)}" for level in rule.levels)
    severity = levels or rule.severity.value
    yield f"{rule.id} ({rule.category}): {severity}"
    yield ""
    yield from textwrap.wrap(rule.summary, _WIDTH)
    yield ""
    yield from textwrap.wrap(f"Why: {rule.why}", _WIDTH)
    yield ""
    points = scoring.cost(rule, rule.severity)
    unit = "point" if points == 1 else "points"
    yield f"Costs {points:g} {unit} a finding. Confidence: {rule.confidence.value}."
    if rule.origin:
        yield f"From: {rule.origin}"
    if rule.targets:
        yield f"Looks at: {', '.join(rule.targets)}"
    if rule.languages:
        yield f"Languages: {', '.join(rule.languages)}"
    if rule.sources:
        yield "Sources:"
        known = sources()
        for key in rule.sources:
            source = _source(known.get(key, {"title": key}))
            yield from textwrap.wrap(source, _WIDTH, initial_indent="  ", subsequent_indent="    ")
    yield from _cases("Flagged:", whole.bad)
    yield from _cases("Left alone:", whole.good)


def _condition(level: Level) -> str:
    return f"{level.name} {level.operator} {level.value}"


def _source(source: Mapping[str, Any]) -> str:
    parts = [source["title"], source.get("publisher"), source.get("year")]
    return ", ".join(str(part) for part in parts if part)


def _cases(title: str, cases: Sequence[Case]) -> Iterator[str]:
    shown = [case for case in cases if case.text is not None][:_EXAMPLES]
    if shown:
        yield title
        for case in shown:
            yield from _case(case)


def _case(case: Case) -> Iterator[str]:
    fixed = f"  →  {case.fixed}" if case.fixed is not None else ""
    for index, line in enumerate(f"{case.text}{fixed}".splitlines()):
        yield ("  • " if index == 0 else "    ") + line


def sources() -> dict[str, dict[str, Any]]:
    """What the keys under ``sources`` in rule files stand for."""
    import yaml

    package = Path(__file__).parent
    shipped = package / "data" / "sources.yaml"
    path = shipped if shipped.is_file() else package.parent / "docs" / "sources.yaml"
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded
