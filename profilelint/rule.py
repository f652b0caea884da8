"""A rule as its file tells it.

A rule is a file ``rules/<category>/<id>.yaml``; it holds all that is said of the rule. Python holds
only the *kinds* (:mod:`profilelint.kinds`), general checks that rule files name.

At run time the files are read fast, into frozen dataclasses, and without their cases: ``bad`` and
``good`` stand last in each file, and what stands behind them is left unread. Everything is
validated where it matters: in the tests, by ``profilelint rule`` and for the rules of other people
(:mod:`profilelint.rule_file`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from profilelint.errors import RuleFileError
from profilelint.finding import Confidence, Severity

CATEGORIES = (
    "proofing",
    "completeness",
    "wording",
    "consistency",
    "presence",
    "invitation",
    "outreach",
)
"""In the order of reports. A rule's folder names its category."""

LARGEST = 256 * 1024
"""Bytes of a rule file."""
DEEPEST = 20
"""How deep its lists and mappings may be nested."""

_CASES = re.compile(r"^(?:bad|good):", re.MULTILINE)
_CONDITION = re.compile(r"(?P<name>\w+) (?P<operator><=|>=|<|>|is) (?P<value>\w[\w.]*)")


@dataclass(frozen=True, slots=True)
class Level:
    """One of the severities of a rule, with the condition under which it holds.

    >>> Level.parse("count < 5", Severity.WARNING).holds({"count": 3})
    True
    """

    name: str
    operator: str
    value: str
    severity: Severity

    @classmethod
    def parse(cls, when: str, severity: Severity) -> "Level":
        """Read ``NAME < NUMBER`` (or ``<=``, ``>``, ``>=``) or ``NAME is WORD``.

        Raises:
            ValueError: it is of neither form.
        """
        match = _CONDITION.fullmatch(when.strip())
        if match is None:
            raise ValueError(
                f"“{when}” is no condition such as “count < 5” or “confidence is high”"
            )
        if match["operator"] != "is":
            float(match["value"])
        return cls(match["name"], match["operator"], match["value"], severity)

    def holds(self, values: Mapping[str, object]) -> bool:
        """Whether the condition holds for what a check found."""
        found = values.get(self.name)
        if self.operator == "is":
            return str(found) == self.value
        if not isinstance(found, int | float):
            return False
        bound = float(self.value)
        match self.operator:
            case "<":
                return found < bound
            case "<=":
                return found <= bound
            case ">":
                return found > bound
            case _:
                return found >= bound


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule file says, its cases aside.

    Attributes:
        id: the file's name; names the pattern flagged, reads well as "allow <id>".
        category: the folder's name.
        summary: what is flagged, in one line.
        why: why it matters to the reader of a profile.
        kind: the check that does the work.
        message: the sentence of a finding, with ``{placeholders}`` that the kind fills.
        targets: the parts of a profile it looks at, dotted and without indices.
        severity: the default, where no level holds.
        levels: further severities with their conditions; the first that holds wins.
        confidence: how sure a finding is, where the kind does not know better.
        points: what one finding costs; None for the usual cost of its category and severity.
        shares: the rule whose points it shares, being the lesser degree of the same thing.
        needs: what the export must be able to tell, all of it, or the rule is skipped. Without this
            it must be able to tell at least one of the targets.
        languages: the languages of the text it can judge (``en``); empty for all.
        fix: ``safe`` where its one suggestion may be written unseen, ``unsafe`` where somebody
            should look at it; None where there is nothing to write.
        options: what the kind is given.
        origin: who brings it: a pack with its version, or a folder; empty for a built-in rule. The
            expressions of other people's rules are run so that they can be stopped.
        chosen: the user set the severity, so that no audience raises it.
        sources: keys of ``docs/sources.yaml``.
        since: the version that brought it.
        aliases: former ids.
        path: the file.
    """

    id: str
    category: str
    summary: str
    why: str
    kind: str
    message: str
    targets: tuple[str, ...] = ()
    severity: Severity = Severity.WARNING
    levels: tuple[Level, ...] = ()
    confidence: Confidence = Confidence.HIGH
    points: float | None = None
    shares: str | None = None
    needs: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    fix: str | None = None
    options: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    sources: tuple[str, ...] = ()
    since: str = ""
    aliases: tuple[str, ...] = ()
    path: str = ""
    origin: str = ""
    chosen: bool = False

    def severity_for(self, values: Mapping[str, object]) -> Severity:
        """The severity for what a check found."""
        for level in self.levels:
            if level.holds(values):
                return level.severity
        return self.severity


def read_rule(path: Path) -> Rule:
    """Read a rule file fast, trusting that it is valid.

    Raises:
        RuleFileError: it cannot even be read.
    """
    import yaml

    text = _CASES.split(path.read_text(encoding="utf-8"), maxsplit=1)[0]
    try:
        return rule_from(yaml.load(text, Loader=_safe_loader()), path)  # noqa: S506  (is safe)
    except yaml.YAMLError as error:
        raise _yaml_fault(path, error) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RuleFileError(
            f"{path}: this is no rule file ({error})",
            hint="mend the rule file",
        ) from error


def read_yaml(path: Path) -> tuple[Any, Any]:
    """Read the whole of a rule file: what it holds, and PyYAML's nodes, which know the lines.

    Raises:
        RuleFileError: it cannot be read, or is no mapping.
    """
    import yaml

    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise RuleFileError(
                f"{path}: a rule file of {size:,} bytes; {LARGEST:,} may be", hint="split the rule"
            )
        text = path.read_text(encoding="utf-8")
        _refuse_bombs(path, text)
        root = yaml.compose(text, Loader=_safe_loader())
        data = yaml.load(text, Loader=_safe_loader())  # noqa: S506  (is safe)
    except yaml.YAMLError as error:
        raise _yaml_fault(path, error) from error
    except (OSError, UnicodeDecodeError) as error:
        raise RuleFileError(
            f"{path}: cannot be read ({error})", hint="write it in UTF-8"
        ) from error
    if not isinstance(data, dict):
        raise RuleFileError(f"{path}: this is no rule file", hint="it is a mapping of keys")
    return data, root


def _refuse_bombs(path: Path, text: str) -> None:
    """Aliases of lists multiply them, and nesting costs recursion: no rule needs either."""
    import yaml

    depth = 0
    texts: set[str | None] = set()
    for event in yaml.parse(text, Loader=_safe_loader()):
        wrong = None
        if isinstance(event, yaml.ScalarEvent):
            texts.add(event.anchor)
        elif isinstance(event, yaml.AliasEvent) and event.anchor not in texts:
            wrong = f"an alias stands for a text only, which *{event.anchor} is not"
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                wrong = f"this is nested more than {DEEPEST} deep"
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if wrong:
            place = f"{path}:{event.start_mark.line + 1}" if event.start_mark else str(path)
            raise RuleFileError(f"{place}: {wrong}", hint="write it out")


def rule_from(data: Mapping[str, Any], path: Path) -> Rule:
    """Make a rule of what its file holds."""
    levels = tuple(
        Level.parse(level["when"], Severity(level["severity"])) for level in data.get("levels", ())
    )
    targets = tuple(data.get("targets", ()))
    return Rule(
        id=path.stem,
        category=path.parent.name,
        summary=data["summary"],
        why=data["why"],
        kind=data["kind"],
        message=data["message"],
        targets=targets,
        severity=Severity(data.get("severity", levels[0].severity if levels else "warning")),
        levels=levels,
        confidence=Confidence(data.get("confidence", "high")),
        points=data.get("points"),
        shares=data.get("shares"),
        needs=tuple(data.get("needs", ())),
        languages=tuple(data.get("languages", ())),
        fix=data.get("fix"),
        options=MappingProxyType(dict(data.get("with", {}))),
        sources=tuple(data.get("sources", ())),
        since=str(data.get("since", "")),
        aliases=tuple(data.get("aliases", ())),
        path=str(path),
    )


def _safe_loader() -> Any:  # noqa: ANN401  (PyYAML's two loaders share no type)
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _yaml_fault(path: Path, error: Exception) -> RuleFileError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
    return RuleFileError(f"{place}: this is no YAML ({problem})", hint="mend the rule file")
