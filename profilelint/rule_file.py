"""The whole of a rule file, cases included, validated: for tests, ``rule`` and others' rules.

Slow beside :func:`profilelint.rule.read_rule`, which a run uses for the built-in rules.
"""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from profilelint.errors import RuleFileError
from profilelint.finding import Confidence, Severity
from profilelint.kinds import kind_of, options_of
from profilelint.kinds.patterns import limited
from profilelint.rule import Level, Rule, read_yaml, rule_from


class _Part(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-")
    )


class Case(_Part):
    """An example: a test, and a part of the documentation.

    Either ``text``, which is the text of ``field`` (the rule's first target, where it is not
    named), or ``profile``, a small profile in the model's terms.
    """

    text: str | None = None
    field: str | None = None
    profile: dict[str, Any] | None = None
    resume: dict[str, Any] | str | None = Field(
        default=None, description="the resume it is compared with: a profile, or its text"
    )
    language: str = Field(default="en-US", description="the language of the text, or auto")
    now: date = Field(default=date(2026, 6, 30), description="the day on which it is looked at")
    finds: list[str] | None = Field(default=None, description="the texts that must be found")
    fixed: str | None = Field(default=None, description="the text with the first suggestions in it")
    severity: Severity | None = Field(default=None, description="what it must be")
    options: dict[str, Any] = Field(default_factory=dict, description="options that differ")
    to: str | None = Field(default=None, description="of a note: the recipient's name")
    stage: str = Field(default="none", description="of a note: how far an application is")
    plan: Literal["free", "premium"] | None = Field(default=None, description="of a note: the plan")
    sender: dict[str, Any] | None = Field(default=None, description="of a note: its sender")

    @model_validator(mode="after")
    def _one_of_two(self) -> "Case":
        if (self.text is None) == (self.profile is None):
            raise ValueError("a case has either a text or a profile")
        return self


def _plain_placeholders(message: str) -> str:
    """Placeholders are names alone: ``{match:>9999999}`` would fill the memory."""
    for _, name, how, conversion in Formatter().parse(message):
        if name is not None and (not name.isidentifier() or how or conversion):
            raise ValueError(f"“{{{name}}}” is no plain placeholder such as {{match}}")
    return message


class LevelPart(_Part):
    """A severity with its condition."""

    when: str
    severity: Severity

    @model_validator(mode="after")
    def _readable(self) -> "LevelPart":
        Level.parse(self.when, self.severity)
        return self


class RuleFile(_Part):
    """What stands in a rule file."""

    summary: str = Field(min_length=1, description="what is flagged, in one line")
    why: str = Field(min_length=1, description="why it matters to whoever reads a profile")
    kind: str = Field(description="the check that does the work")
    message: Annotated[str, AfterValidator(_plain_placeholders)] = Field(
        min_length=1, description="the sentence of a finding, with {placeholders}"
    )
    targets: list[str] = Field(min_length=1, description="parts of a profile, dotted")
    severity: Severity | None = None
    levels: list[LevelPart] = Field(default_factory=list)
    confidence: Confidence = Confidence.HIGH
    points: float | None = Field(default=None, ge=0, description="what one finding costs")
    shares: str | None = Field(default=None, description="the rule whose points it shares")
    needs: list[str] = Field(default_factory=list, description="what the export must tell")
    languages: list[str] = Field(default_factory=list, description="languages it can judge")
    fix: Literal["safe", "unsafe"] | None = Field(
        default=None, description="whether its suggestion may be written by “fix”"
    )
    with_: dict[str, Any] = Field(default_factory=dict, alias="with")
    sources: list[str] = Field(default_factory=list, description="keys of docs/sources.yaml")
    since: str
    aliases: list[str] = Field(default_factory=list)
    bad: list[Case] = Field(min_length=1)
    good: list[Case] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class WholeRule:
    """A rule with its cases."""

    rule: Rule
    bad: Sequence[Case]
    good: Sequence[Case]


def read_rule_file(path: Path, origin: str = "") -> WholeRule:
    """Read and validate a rule file, its cases included.

    Args:
        path: the file.
        origin: who brings it; empty for a built-in rule.

    Raises:
        RuleFileError: it breaks the format; the message names file, line and what is wrong.
    """
    data, root = read_yaml(path)
    try:
        checked = RuleFile.model_validate(data)
    except ValidationError as error:
        raise _fault(path, root, error) from error
    rule = replace(rule_from(data, path), origin=origin)
    try:
        kind = kind_of(rule)
    except RuleFileError as error:
        message = error.message.removeprefix(f"{path}: ")
        raise _at(path, root, ("kind",), message, error.hint) from error
    try:
        with limited() if origin else nullcontext():
            options_of(rule, kind)
    except RuleFileError as error:
        message = error.message.removeprefix(f"{path}: with: ")
        raise _at(path, root, ("with",), message, error.hint) from error
    _check_options(path, root, rule)
    _check_targets(path, root, rule)
    return WholeRule(rule, checked.bad, checked.good)


def _check_options(path: Path, root: object, rule: Rule) -> None:
    """The types of the options; the fast way of a run trusts them."""
    given = {key.replace("-", "_"): value for key, value in rule.options.items()}
    try:
        with limited() if rule.origin else nullcontext():
            TypeAdapter(kind_of(rule).Options).validate_python(given)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        loc = [str(part).replace("_", "-") for part in first["loc"][:1]]
        wrong = first["msg"].removeprefix("Value error, ")
        wrong = f"{'.'.join(loc)}: {wrong[:1].lower()}{wrong[1:]}"
        raise _at(path, root, ("with", *loc), wrong, None) from error


def _check_targets(path: Path, root: object, rule: Rule) -> None:
    from profilelint.fields import is_target

    for index, target in enumerate(rule.targets):
        if not is_target(target):
            raise _at(path, root, ("targets", index), f"a profile has no part “{target}”", None)


def _fault(path: Path, root: object, error: ValidationError) -> RuleFileError:
    every = error.errors(include_url=False, include_input=False)
    # A key that is misspelled is unknown and missing at once; the first tells more.
    first = min(every, key=lambda one: one["type"] != "extra_forbidden")
    where = ".".join(str(part) for part in first["loc"])
    wrong = first["msg"].removeprefix("Value error, ")
    wrong = wrong[:1].lower() + wrong[1:]
    if first["type"] == "extra_forbidden":
        from profilelint.nearest import did_you_mean

        known = [field.alias or name for name, field in RuleFile.model_fields.items()]
        key = str(first["loc"][-1])
        hint = did_you_mean(key, known) if len(first["loc"]) == 1 else None
        return _at(path, root, first["loc"], f"the key “{where}” is unknown", hint)
    return _at(path, root, first["loc"], f"{where}: {wrong}" if where else wrong, None)


def _at(
    path: Path, root: object, loc: Sequence[str | int], wrong: str, hint: str | None
) -> RuleFileError:
    line = line_of(root, loc)
    place = f"{path}:{line}" if line else str(path)
    return RuleFileError(f"{place}: {wrong}", hint=hint or "mend the rule file")


def line_of(node: Any, loc: Sequence[str | int]) -> int | None:  # noqa: ANN401  (PyYAML's nodes)
    """The line, from 1, of the place that a path of keys leads to, or of its nearest parent."""
    line = None
    for part in loc:
        if node is None:
            break
        line, node = _step(node, part, line)
    if line is None and node is not None:
        line = node.start_mark.line + 1
    return line


def _step(node: Any, part: str | int, line: int | None) -> tuple[int | None, Any]:  # noqa: ANN401
    if isinstance(part, int) and node.id == "sequence" and part < len(node.value):
        child = node.value[part]
        return child.start_mark.line + 1, child
    if node.id == "mapping":
        for key, value in node.value:
            if key.value == part:
                return key.start_mark.line + 1, value
    return line, None
