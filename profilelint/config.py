"""The settings of a run: from a file, from the command line, from a program."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from profilelint.errors import ConfigError
from profilelint.loaders.source import Limits

_DEFAULTS = Limits()


class Answers(BaseModel):
    """What the owner knows and no export carries: the table ``[tool.profilelint.answers]``."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    photo: bool | None = Field(default=None, description="whether the profile has a photo")
    plan: Literal["free", "premium"] | None = Field(
        default=None, description="the LinkedIn plan, which sets how long a note may be"
    )


class Config(BaseModel):
    """The settings of a run. The same names are keys of the configuration file, in kebab-case.

    >>> Config(audience="hiring-manager").grammar
    'harper'
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        alias_generator=lambda name: name.replace("_", "-"),
        defer_build=True,
    )

    audience: Literal["recruiter", "hiring-manager"] = Field(
        default="recruiter", description="who reads the profile; a hiring manager is stricter"
    )
    grammar: Literal["harper", "languagetool", "both", "off"] = Field(
        default="harper", description="the engine that checks grammar and spelling"
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
    key = str(first["loc"][0]) if first["loc"] else ""
    known = sorted(str(field.alias) for field in Config.model_fields.values())
    if first["type"] == "extra_forbidden":
        from profilelint.nearest import did_you_mean

        return ConfigError(
            f"the key “{key}” is unknown", hint=did_you_mean(key.replace("_", "-"), known)
        )
    return ConfigError(
        f"{key} = {first['input']!r} makes no sense", hint=_wanted(first["type"], first)
    )


def _wanted(kind: str, error: Any) -> str:  # noqa: ANN401  (a dict of pydantic's)
    if kind == "literal_error":
        return f"it is one of {error['ctx']['expected']}"
    message: str = error["msg"].removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def discover(start: Path | None = None) -> Path | None:
    """Find the configuration file: in a folder, or in one above it within the same repository.

    ``profilelint.toml`` wins over ``pyproject.toml``, which counts only where it has a table
    ``[tool.profilelint]``.
    """
    folder = (start or Path.cwd()).resolve()
    for here in (folder, *folder.parents):
        own = here / "profilelint.toml"
        if own.is_file():
            return own
        shared = here / "pyproject.toml"
        if shared.is_file():
            tool = _read(shared).get("tool")
            if isinstance(tool, dict) and "profilelint" in tool:
                return shared
        if (here / ".git").exists():
            return None
    return None


def read(path: Path) -> dict[str, Any]:
    """Read the settings in a configuration file.

    Raises:
        ConfigError: it is missing or no TOML; the message names line and column.
    """
    data = _read(path)
    if path.name == "pyproject.toml":
        tool = data.get("tool", {})
        data = tool.get("profilelint", {}) if isinstance(tool, dict) else {}
        if not isinstance(data, dict):
            raise ConfigError(
                f"{path}: tool.profilelint is no table", hint="write [tool.profilelint]"
            )
    data = {key.replace("_", "-"): value for key, value in data.items()}
    make(data, str(path))
    # Folders and files in the file are meant from where the file lies.
    if "rules" in data:
        folders = [data["rules"]] if isinstance(data["rules"], str) else data["rules"]
        data["rules"] = [str(path.parent / folder) for folder in folders]
    if "resume" in data:
        data["resume"] = str(path.parent / data["resume"])
    return data


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: this is no TOML ({error})", hint="mend the file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error})", hint="check the name") from error
