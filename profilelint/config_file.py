"""Finds the settings of a run, lays them over one another, and knows where each came from.

A preset lies lowest, then the files that a file extends, then the file itself, then the command
line. Lists add up, but for ``select``, where the highest wins; tables are laid over key by key.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from profilelint.config import Config, Override, Suppression, make
from profilelint.dictionary import read_words, user_dictionary
from profilelint.errors import ConfigError
from profilelint.nearest import did_you_mean

PRESETS = ("recruiter", "hiring-manager", "strict", "relaxed")
"""The settings that come with profilelint; ``extends`` names them."""

_ADDED = frozenset({"ignore", "words", "rules", "suppress", "overrides"})
_PATHS = frozenset({"baseline", "dictionary", "resume"})
_SUPPRESS = re.compile(
    r"\s*\[\[\s*(?:tool\s*\.\s*profilelint\s*\.\s*)?(overrides\s*\.\s*)?suppress\s*\]\]"
)
_FOLDER = Path(__file__).parent / "presets"


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings from one place.

    Attributes:
        origin: what one calls the place: a file, “preset strict”, “the command line”.
        values: the settings, with keys in kebab-case and paths from the working folder.
    """

    origin: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Setting:
    """One value, and the place it came from.

    Attributes:
        key: as TOML writes it, such as ``rule.few-skills.severity``.
        value: the value.
        origin: the place; “default” where nobody set it.
    """

    key: str
    value: object
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The layers of a run, the lowest first."""

    layers: tuple[Layer, ...] = ()
    file: Path | None = None
    _merged: dict[str, Any] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for layer in self.layers:
            _lay(layer.values, self._merged)

    def with_user_words(self) -> "Settings":
        """Lay these over the words of the user's own dictionary, if there is one."""
        path = user_dictionary()
        words = read_words(path, needed=False)
        if not words:
            return self
        return Settings((Layer(str(path), {"words": words}), *self.layers), self.file)

    def over(self, values: Mapping[str, Any], origin: str = "the command line") -> "Settings":
        """Lay settings over these."""
        given = {key.replace("_", "-"): value for key, value in values.items()}
        return Settings((*self.layers, Layer(origin, given)), self.file)

    def config(self) -> Config:
        """The settings as a run takes them.

        Raises:
            ConfigError: a key is unknown, or a value makes no sense; the message names the place.
        """
        for layer in self.layers:
            make(layer.values, layer.origin)
        return make(self._merged)

    def values(self) -> Iterator[Setting]:
        """Every value, set or not, with the place it came from."""
        told = make(self._merged).model_dump(by_alias=True, exclude_none=False)
        for key, value in told.items():
            yield from self._values(key, value)

    def _values(self, key: str, value: object) -> Iterator[Setting]:
        if isinstance(value, Mapping):
            if not value:
                yield Setting(key, {}, "default")
            for name, inner in value.items():
                if inner is not None or key == "answers":
                    yield from self._values(f"{key}.{name}", inner)
        elif key in _ADDED and isinstance(value, tuple):
            if not value:
                yield Setting(key, [], "default")
            index = 0
            for layer in self.layers:
                for item in _listed(layer.values.get(key, [])):
                    yield Setting(f"{key}[{index}]", item, layer.origin)
                    index += 1
        else:
            yield Setting(key, value, self._origin(key.split(".")))

    def _origin(self, path: Sequence[str]) -> str:
        for layer in reversed(self.layers):
            value: object = layer.values
            for part in path:
                value = value.get(part) if isinstance(value, Mapping) else None
            if value is not None:
                return layer.origin
        return "default"


def _lay(values: Mapping[str, Any], under: dict[str, Any], added: frozenset[str] = _ADDED) -> None:
    """Lay values over others: lists that add up, tables key by key, the rest in place of it."""
    for key, value in values.items():
        below = under.get(key)
        if key in added:
            under[key] = [*_listed(below or []), *_listed(value)]
        elif isinstance(value, Mapping) and isinstance(below, Mapping):
            under[key] = dict(below)
            _lay(value, under[key], frozenset())
        else:
            under[key] = value


def _listed(value: Any) -> Sequence[Any]:  # noqa: ANN401  (what stands in a TOML file)
    return [value] if isinstance(value, str) else list(value)


def for_path(config: Config, path: str, given: Mapping[str, Any] | None = None) -> Config:
    """The settings for one file: those of every override whose patterns it matches, laid over.

    Patterns are those of ``.gitignore``; the last that sets a value wins, and what was ``given`` on
    the command line wins over all.
    """
    matching = [one for one in config.overrides if _matches(one, path)]
    if not matching:
        return config
    changed: dict[str, Any] = {}
    for override in matching:
        for key in ("audience", "grammar", "language"):
            if getattr(override, key) is not None and not (given or {}).get(key):
                changed[key] = getattr(override, key)
        for key in ("words", "ignore", "suppress"):
            changed[key] = (*changed.get(key, getattr(config, key)), *getattr(override, key))
        changed["rule"] = {**changed.get("rule", config.rule), **override.rule}
    return config.model_copy(update=changed)


def _matches(override: Override, path: str) -> bool:
    from pathspec import GitIgnoreSpec

    here = Path.cwd()
    patterns = [p if p.startswith("/") else _anchored(here, p) for p in override.paths]
    return GitIgnoreSpec.from_lines(patterns).match_file(_posix(Path(path).resolve()))


def _anchored(folder: Path, pattern: str) -> str:
    """A pattern meant from a folder, as one from the root; without a slash it is for any depth."""
    depth = "" if "/" in pattern.strip("/") or pattern.startswith("/") else "**/"
    root = re.sub(r"([*?\[\]!#\\ ])", r"\\\1", _posix(folder.resolve()))
    return f"/{root}/{depth}{pattern.removeprefix('./').lstrip('/')}"


def _posix(path: Path) -> str:
    """A path from the root, with forward slashes: on Windows the drive comes first."""
    return path.as_posix().lstrip("/")


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
            tool = _toml(shared).get("tool")
            if isinstance(tool, dict) and "profilelint" in tool:
                return shared
        if (here / ".git").exists():
            return None
    return None


def read(path: Path | None) -> Settings:
    """Read a configuration file, with what it extends; no file is no settings.

    Raises:
        ConfigError: it is missing, no TOML, or extends something that is not there.
    """
    if path is None:
        return Settings()
    return Settings(tuple(_layers(path, shown(path), ())), path)


def _layers(path: Path, origin: str, above: tuple[str, ...]) -> Iterator[Layer]:
    key = str(path.resolve())
    if key in above:
        raise ConfigError(f"{origin}: this file extends itself", hint="take it out of “extends”")
    values = _values(path)
    for name in _listed(values.pop("extends", [])):
        yield from _extended(str(name), path, origin, (*above, key))
    config = make(values, origin)
    placed = _from_folder(values, path.parent)
    lines = _lines_of_suppressions(path) if config.suppress or config.overrides else {}
    if config.suppress:
        placed["suppress"] = _placed(config.suppress, origin, lines["suppress"])
    for table, override in zip(placed.get("overrides", []), config.overrides, strict=True):
        if override.suppress:
            table["suppress"] = _placed(override.suppress, origin, lines["overrides.suppress"])
    yield Layer(origin, placed)


def _placed(suppressions: Sequence[Suppression], file: str, lines: list[int]) -> list[Suppression]:
    """Suppressions with their places, the first of the lines; those written inline have none."""
    here, lines[:] = lines[: len(suppressions)], lines[len(suppressions) :]
    return [one.standing_at(file, line) for one, line in zip_longest(suppressions, here)]


def _lines_of_suppressions(path: Path) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {"suppress": [], "overrides.suppress": []}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        header = _SUPPRESS.match(line)
        if header:
            found["overrides.suppress" if header[1] else "suppress"].append(number)
    return found


def _extended(name: str, path: Path, origin: str, above: tuple[str, ...]) -> Iterator[Layer]:
    if name in PRESETS:
        yield Layer(f"preset {name}", _values(_FOLDER / f"{name}.toml"))
        return
    package, sign, inside = name.partition(":")
    found = _in_package(package, inside) if sign and len(package) > 1 else path.parent / name
    if found is None or not found.is_file():
        known = [*PRESETS, *(file.name for file in sorted(path.parent.glob("*.toml")))]
        raise ConfigError(
            f"{origin}: extends = “{name}”: there is no such preset, file or package",
            hint=did_you_mean(name, known),
        )
    yield from _layers(found, name if sign else shown(found), above)


def _in_package(package: str, inside: str) -> Path | None:
    """A file of an installed package, which is not imported; the working folder is none."""
    from importlib.machinery import PathFinder

    here = Path.cwd().resolve()
    path = [place for place in sys.path if place and Path(place).resolve() != here]
    spec = PathFinder.find_spec(package, path) if package.isidentifier() else None
    places = spec.submodule_search_locations if spec else None
    return next((Path(place) / inside for place in places or ()), None)


def _values(path: Path) -> dict[str, Any]:
    data = _toml(path)
    if path.name == "pyproject.toml":
        tool = data.get("tool", {})
        data = tool.get("profilelint", {}) if isinstance(tool, dict) else {}
        if not isinstance(data, dict):
            raise ConfigError(
                f"{path}: tool.profilelint is no table", hint="write [tool.profilelint]"
            )
    return {key.replace("_", "-"): value for key, value in data.items()}


def _from_folder(values: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Paths in a file are meant from where the file lies."""
    placed = dict(values)
    if "rules" in placed:
        placed["rules"] = [str(folder / name) for name in _listed(placed["rules"])]
    for key in _PATHS & placed.keys():
        placed[key] = shown(folder / placed[key])
    if "dictionary" in placed:
        words = read_words(Path(placed["dictionary"]))
        placed["words"] = [*_listed(placed.get("words", [])), *words]
    if "overrides" in placed:
        placed["overrides"] = [
            {**one, "paths": [_anchored(folder, pattern) for pattern in _listed(one["paths"])]}
            for one in placed["overrides"]
        ]
    return placed


def shown(path: Path) -> str:
    """A file's name from the working folder, where it lies there."""
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return str(path)


def _toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: this is no TOML ({error})", hint="mend the file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error})", hint="check the name") from error


def told(settings: Settings, *, changed: bool = False) -> Iterator[str]:
    """Lines that tell each value as TOML writes it, and where it comes from.

    Args:
        settings: the layers.
        changed: only what somebody set.
    """
    values = [one for one in settings.values() if not changed or one.origin != "default"]
    if not values:
        yield "Nothing is set; everything has its default."
        return
    shown = [(f"{one.key} = {_as_toml(one.value)}", one.origin) for one in values]
    width = min(max(len(text) for text, _ in shown), 60)
    yield from (f"{text:<{width}}  # {origin}" for text, origin in shown)


def _as_toml(value: object) -> str:
    import tomlkit

    if value is None:
        return "(not set)"
    if isinstance(value, BaseModel):
        value = value.model_dump(by_alias=True, exclude_none=True)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key} = {_as_toml(one)}" for key, one in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_as_toml, value))}]"
    return str(tomlkit.item(value).as_string())
