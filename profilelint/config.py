"""The settings of a run: from a file, from the command line, from a program."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError, field_validator

from profilelint.errors import ConfigError
from profilelint.loaders.source import Limits

_DEFAULTS = Limits()
_GRAMMARS = ("harper", "languagetool", "both", "off")


def _engine(name: str | None) -> str | None:
    """An engine of ours, or one that another package brings."""
    if name is not None and name not in _GRAMMARS:
        from profilelint.plugins import plugins

        guests = [plugin.name for plugin in plugins("engines")]
        if name not in guests:
            raise ValueError(f"it is one of {', '.join([*_GRAMMARS, *guests])}")
    return name


class Answers(BaseModel):
    """What the owner knows and no export carries: the table ``[tool.profilelint.answers]``."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    photo: bool | None = Field(default=None, description="whether the profile has a photo")
    plan: Literal["free", "premium"] | None = Field(
        default=None, description="the LinkedIn plan, which sets how long a note may be"
    )


class _Table(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        alias_generator=lambda name: name.replace("_", "-"),
        defer_build=True,
    )


class RuleSetting(_Table):
    """What is set of one rule: a table ``[rule.ID]``."""

    severity: Literal["error", "warning", "suggestion", "off"] | None = Field(
        default=None, description="in place of the rule's own, whoever the reader is; off for never"
    )
    points: float | None = Field(default=None, ge=0, description="what one finding costs")
    options: Mapping[str, Any] = Field(
        default_factory=dict, description="in place of those under “with” in the rule's file"
    )


class Suppression(_Table):
    """A finding that one has looked at and allows: a table ``[[suppress]]``."""

    rule: str = Field(description="the rule's id, or a category")
    reason: str = Field(min_length=3, description="why it is allowed")
    at: str | None = Field(
        default=None,
        description="where: a pointer with * and **, or an entry such as positions[Acme]",
    )
    match: str | None = Field(default=None, description="the text that was found, with * and ?")
    until: date | None = Field(default=None, description="the last day on which it holds")
    _file: str = PrivateAttr(default="the configuration")
    _line: int | None = PrivateAttr(default=None)

    def standing_at(self, file: str, line: int | None) -> "Suppression":
        """The same, with the place where it is written."""
        placed = self.model_copy()
        placed._file, placed._line = file, line  # noqa: SLF001  (its own)
        return placed

    @property
    def place(self) -> tuple[str, int | None]:
        """The file and the line where it is written, as far as they are known."""
        return self._file, self._line

    @property
    def says(self) -> str:
        """What it covers, in a few words."""
        at = f" at {self.at}" if self.at else ""
        return f"{self.rule}{at}{f' matching “{self.match}”' if self.match else ''}"


class Override(_Table):
    """Settings of some files only: a table ``[[overrides]]``."""

    paths: tuple[str, ...] = Field(min_length=1, description="patterns, from where the file lies")
    audience: Literal["recruiter", "hiring-manager"] | None = None
    grammar: str | None = None
    language: str | None = None
    words: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rule: Mapping[str, RuleSetting] = Field(default_factory=dict)
    suppress: tuple[Suppression, ...] = ()

    _known_engine = field_validator("grammar")(_engine)

    @field_validator("paths", "words", "ignore", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value


class Config(_Table):
    """The settings of a run. The same names are keys of the configuration file, in kebab-case.

    >>> Config(audience="hiring-manager").grammar
    'harper'
    """

    audience: Literal["recruiter", "hiring-manager"] = Field(
        default="recruiter", description="who reads the profile; a hiring manager is stricter"
    )
    grammar: str = Field(
        default="harper",
        description="the engine that checks grammar and spelling",
        examples=[*_GRAMMARS],
    )
    languagetool_server: str | None = Field(
        default=None,
        description="the address of a LanguageTool server; the profile's text is sent there",
    )
    language: str = Field(
        default="auto",
        pattern=r"^(auto|[a-z]{2,3}(-[A-Z]{2})?)$",
        description="the language of the text, such as en-US, or auto",
    )
    resume: str | None = Field(
        default=None, description="the resume that the profile is compared with"
    )
    words: tuple[str, ...] = Field(default=(), description="words that are spelled right")
    select: tuple[str, ...] = Field(
        default=(), description="rules or categories to run; all if empty"
    )
    ignore: tuple[str, ...] = Field(default=(), description="rules or categories to leave out")
    rules: tuple[str, ...] = Field(default=(), description="folders of further rules")
    answers: Answers = Field(
        default=Answers(), description="what no export carries, such as photo = true"
    )
    rule: Mapping[str, RuleSetting] = Field(
        default_factory=dict, description="severity, points and options of single rules"
    )
    suppress: tuple[Suppression, ...] = Field(
        default=(), description="findings that are allowed, each with its reason"
    )
    overrides: tuple[Override, ...] = Field(default=(), description="settings of some files only")
    baseline: str | None = Field(
        default=None, description="a file of findings known from an earlier check"
    )
    dictionary: str | None = Field(
        default=None, description="a file of words that are spelled right, one a line"
    )
    pedantic: bool = Field(default=False, description="report what we are less sure of, too")
    fail_on: Literal["error", "warning", "suggestion", "never"] = Field(
        default="error", description="the severity from which on the exit code is 1"
    )
    require_ready: bool = Field(
        default=False, description="exit code 1 unless the verdict is ready"
    )
    min_score: int | None = Field(
        default=None, ge=0, le=100, description="exit code 1 under this score"
    )
    redact: bool = Field(
        default=False, description="leave quoted text and names out of the reports"
    )
    as_of: date | None = Field(default=None, description="the day taken for today")
    max_megabytes: float = Field(default=_DEFAULTS.megabytes, gt=0, description="size of an export")
    max_expanded_megabytes: float = Field(
        default=_DEFAULTS.expanded_megabytes, gt=0, description="size of what a ZIP holds"
    )
    max_text_megabytes: float = Field(
        default=_DEFAULTS.text_megabytes, gt=0, description="size of a JSON, YAML or text file"
    )
    max_pages: int = Field(default=_DEFAULTS.pages, gt=0, description="pages of a PDF")
    max_seconds: float = Field(
        default=_DEFAULTS.seconds, gt=0, description="time to read an export"
    )

    def __init__(self, **values: Any) -> None:  # noqa: ANN401
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise _fault(error) from error

    _known_engine = field_validator("grammar")(_engine)

    @field_validator("select", "ignore", "words", "rules", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value

    @field_validator("as_of", mode="before")
    @classmethod
    def _dated(cls, value: object) -> object:
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise ValueError("a day is written like 2026-11-24") from None
        if value is not None and not isinstance(value, date):
            raise ValueError("a day is written like 2026-11-24")
        return value

    @property
    def limits(self) -> Limits:
        """How much a loader takes on."""
        return Limits(
            megabytes=self.max_megabytes,
            expanded_megabytes=self.max_expanded_megabytes,
            text_megabytes=self.max_text_megabytes,
            pages=self.max_pages,
            seconds=self.max_seconds,
        )


def make(values: Mapping[str, Any], origin: str = "") -> Config:
    """Make a configuration of keys in kebab-case or snake_case.

    Args:
        values: the settings; those left out have their defaults.
        origin: what an error says that the settings come from.

    Raises:
        ConfigError: a key is unknown, or a value makes no sense.
    """
    try:
        return Config(**values)
    except ConfigError as error:
        if not origin:
            raise
        raise ConfigError(f"{origin}: {error.message}", hint=error.hint) from error


def _fault(error: ValidationError) -> ConfigError:
    first = error.errors(include_url=False)[0]
    key = _dotted(first["loc"])
    if first["type"] == "extra_forbidden":
        from profilelint.nearest import did_you_mean

        last = str(first["loc"][-1]).replace("_", "-")
        return ConfigError(
            f"the key “{key}” is unknown", hint=did_you_mean(last, _keys(first["loc"]))
        )
    if first["type"] == "missing":
        return ConfigError(f"{key} is missing", hint="every entry needs it")
    return ConfigError(
        f"{key} = {first['input']!r} makes no sense", hint=_wanted(first["type"], first)
    )


def _dotted(loc: Sequence[str | int]) -> str:
    """A place in the settings as TOML writes it: ``suppress[0].reason``."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc]
    return "".join(parts).removeprefix(".")


def _keys(loc: Sequence[str | int]) -> list[str]:
    """The keys that may stand beside the one at a place."""
    tables: dict[str, type[BaseModel]] = {
        "answers": Answers,
        "suppress": Suppression,
        "overrides": Override,
        "rule": RuleSetting,
    }
    within = [str(part) for part in loc[:-1] if str(part) in tables]
    model = tables[within[-1]] if within else Config
    return sorted(str(field.alias or name) for name, field in model.model_fields.items())


def _wanted(kind: str, error: Any) -> str:  # noqa: ANN401  (a dict of pydantic's)
    if kind == "literal_error":
        return f"it is one of {error['ctx']['expected']}"
    message: str = error["msg"].removeprefix("Value error, ")
    return message[:1].lower() + message[1:]
