"""Reads an engine's table: which of its rules reports under which id, and how far it is trusted.

A table is ``<engine>.yaml`` beside this file::

    rules:
      AnA: {rule: wrong-article, confidence: high, note: "27 of 28 planted found"}
      Spaces: {rule: spacing, confidence: high, forms: [prose, note]}
      PerSe: {rule: confused-word, when: ["per say"]}   # asked only where that stands
    categories:                       # for rules without a line of their own, by the engine's kind
      TYPOS: {rule: misspelling, confidence: medium}

A rule that no line covers is off, and so is one whose ``rule`` is ``off``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from profilelint.finding import Confidence
from profilelint.proofing.engine import Mistake
from profilelint.proofing.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Route:
    """Where an engine's rule leads.

    Attributes:
        rule: the catalogue id.
        confidence: how far the engine's rule is trusted.
        forms: the forms of passage it applies to; None is all.
        trigger: what must stand in a sentence for it to find anything; None where nobody knows.
    """

    rule: str
    confidence: Confidence
    forms: frozenset[str] | None = None
    trigger: Trigger | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """An engine's table."""

    rules: Mapping[str, Route | None]
    categories: Mapping[str, Route | None]
    rest: Route | None = None

    @property
    def enabled(self) -> tuple[str, ...]:
        """The engine's rules that lead anywhere."""
        return tuple(name for name, route in self.rules.items() if route)

    @property
    def triggers(self) -> tuple[Trigger, ...] | None:
        """The triggers of the rules that lead anywhere; None where one of them has none."""
        found = [route.trigger for route in self.rules.values() if route]
        known = tuple(trigger for trigger in found if trigger)
        return known if len(known) == len(found) else None

    def route(self, mistake: Mistake, form: str) -> Route | None:
        """Where a mistake in a passage of that form leads; None drops it."""
        if mistake.engine_rule in self.rules:
            route = self.rules[mistake.engine_rule]
        else:
            route = self.categories.get(mistake.kind, self.rest)
        if route is None or (route.forms is not None and form not in route.forms):
            return None
        return route


_REST = Route("grammar", Confidence.MEDIUM)


@cache
def read_table(engine: str) -> Table:
    """Read ``<engine>.yaml``, once a process; an engine of another package's has none."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path = Path(__file__).with_name(f"{engine}.yaml")
    if not path.is_file():
        return _of_a_guest()
    content = yaml.load(path.read_text("utf-8"), Loader=loader)  # noqa: S506  (a safe loader)
    return Table(_routes(content.get("rules")), _routes(content.get("categories")))


def _of_a_guest() -> Table:
    """The table of an engine of another package's: what it says under a rule's id goes there."""
    ids = (
        *("misspelling", "confused-word", "verb-agreement", "wrong-article", "doubled-word"),
        *("spacing", "punctuation"),
    )
    return Table({}, {name: Route(name, Confidence.MEDIUM) for name in ids}, _REST)


def _routes(lines: Mapping[str, Mapping[str, Any]] | None) -> dict[str, Route | None]:
    return {name: _route(line) for name, line in (lines or {}).items()}


def _trigger(line: Mapping[str, Any]) -> Trigger | None:
    if not line.keys() & {"when", "shape"}:
        return None
    return Trigger(tuple(line.get("when", ())), line.get("shape", ""))


def _route(line: Mapping[str, Any]) -> Route | None:
    # YAML 1.1 reads a bare ``off`` as false.
    if line["rule"] in ("off", False):
        return None
    forms = line.get("forms")
    return Route(
        line["rule"],
        Confidence(line.get("confidence", "medium")),
        None if forms is None else frozenset(forms),
        _trigger(line),
    )
