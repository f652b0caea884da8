"""What other installed packages add: packs of rules, kinds, loaders, reporters and engines.

They are found by entry point, in the groups ``profilelint.packs``, ``.kinds``, ``.loaders``,
``.reporters`` and ``.engines``. A plugin that breaks is named with its distribution, once, and
skipped. Nothing is found in, nor imported from, the working folder: what lies beside an export is
not ours to run.

Reading the metadata of every installed package takes the standard library some 20 ms; here only
the files that name one of our groups are read by it.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

_GROUP = "profilelint."
_HEADER = b"[profilelint."
_lock = threading.RLock()
_said: set[str] = set()


@dataclass(frozen=True, slots=True)
class Plugin:
    """One entry point of another package.

    Attributes:
        group: ``packs``, ``kinds``, ``loaders``, ``reporters`` or ``engines``.
        name: what it calls itself there.
        value: what it names: ``package.module``, ``package.module:object``, ``package:folder``.
        distribution: the package that brings it, with its version.
    """

    group: str
    name: str
    value: str
    distribution: str

    @property
    def called(self) -> str:
        """What one calls it: the kind “shout” of house-rules 1.0."""
        return f"the {self.group.removesuffix('s')} “{self.name}” of {self.distribution}"


def plugins(group: str) -> tuple[Plugin, ...]:
    """The plugins of a group; of two that share a name, the first on the path."""
    kept: dict[str, Plugin] = {}
    for plugin in _installed(tuple(search_path())):
        if plugin.group != group:
            continue
        first = kept.setdefault(plugin.name, plugin)
        if first is not plugin:
            skip(plugin, f"{first.distribution} has one of that name")
    return tuple(kept.values())


def named(group: str, name: str) -> Plugin | None:
    """The plugin of a name, or None."""
    return next((plugin for plugin in plugins(group) if plugin.name == name), None)


def load(plugin: Plugin, *needed: str) -> Any:  # noqa: ANN401  (whatever the plugin offers)
    """Import what a plugin names; None where it breaks or lacks what is needed, which is told.

    Args:
        plugin: what to import.
        needed: the attributes without which it is of no use.
    """
    module, _, path = plugin.value.partition(":")
    try:
        with _away_from_the_working_folder():
            loaded = import_module(module.strip())
        for name in filter(None, path.strip().split(".")):
            loaded = getattr(loaded, name)
    except (Exception, SystemExit) as error:  # noqa: BLE001  (other people's code)
        skip(plugin, f"{type(error).__name__}: {error}")
        return None
    lacking = [name for name in needed if not hasattr(loaded, name)]
    if lacking:
        skip(plugin, f"{plugin.value} has no “{lacking[0]}”")
        return None
    return loaded


def folder(plugin: Plugin) -> Path | None:
    """The folder that a plugin names, without importing anything of it; None where it has none."""
    from importlib.machinery import PathFinder
    from importlib.util import find_spec

    package, _, inside = plugin.value.partition(":")
    first, *rest = package.strip().split(".")
    try:
        with _away_from_the_working_folder():
            spec = find_spec(first)
            for index, _name in enumerate(rest):
                places = spec.submodule_search_locations if spec else None
                spec = PathFinder.find_spec(".".join([first, *rest[: index + 1]]), places or [])
    except (ImportError, ValueError):
        spec = None
    for place in (spec.submodule_search_locations if spec else None) or ():
        found = Path(place, *filter(None, inside.strip().split(".")))
        if found.is_dir():
            return found
    skip(plugin, f"{plugin.value} is no folder")
    return None


def skip(plugin: Plugin, reason: str, part: str = "") -> None:
    """Say on standard error, once a process, that a plugin or a part of it is left out, and why."""
    what = f"{part} of {plugin.called}" if part else plugin.called
    line = f"profilelint: skipped {what}: {' '.join(reason.split())}"
    with _lock:
        if line in _said:
            return
        _said.add(line)
    if sys.stderr is not None:
        sys.stderr.write(f"{line}\n")


def search_path() -> list[str]:
    """Where Python looks for packages, but for the working folder.

    It stays where it was named in full, as an editable install or ``PYTHONPATH`` does.
    """
    here = _working_folder()
    implied = not sys.flags.safe_path  # “python -m” and a script put it first
    relative = {
        os.path.abspath(part)  # noqa: PTH100  (no links are to be followed)
        for part in os.environ.get("PYTHONPATH", "").split(os.pathsep)
        if os.environ.get("PYTHONPATH") and not os.path.isabs(part)  # noqa: PTH117
    }
    return [
        place
        for index, place in enumerate(sys.path)
        if os.path.isabs(place)  # noqa: PTH117
        and not (index == 0 and implied and place == here)
        and place not in relative
    ]


def _working_folder() -> str | None:
    try:
        return os.getcwd()  # noqa: PTH109
    except OSError:  # it is gone
        return None


@contextmanager
def _away_from_the_working_folder() -> Iterator[None]:
    with _lock:
        before = list(sys.path)
        clean = search_path()
        if clean == before:
            yield
            return
        sys.path[:] = clean
        try:
            yield
        finally:
            sys.path[:] = before


@cache
def _installed(path: tuple[str, ...]) -> tuple[Plugin, ...]:
    found: list[Plugin] = []
    seen: set[str] = set()
    for place in path:
        for info in _that_name_us(place):
            found += _read(info, seen)
    return tuple(found)


def _that_name_us(place: str) -> list[str]:
    """The metadata folders of a place whose entry points name one of our groups."""
    hits = []
    try:
        with os.scandir(place) as entries:
            infos = [e.path for e in entries if e.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return []
    for info in sorted(infos):
        try:
            with open(f"{info}/entry_points.txt", "rb") as file:  # noqa: PTH123  (fast)
                if _HEADER in file.read():
                    hits.append(info)
        except OSError:
            continue
    return hits


def _read(info: str, seen: set[str]) -> Iterator[Plugin]:
    from importlib.metadata import PathDistribution

    distribution = PathDistribution(Path(info))
    try:
        called = str(distribution.metadata["Name"])
        if called.lower() in seen:
            return
        seen.add(called.lower())
        entries = [e for e in distribution.entry_points if e.group.startswith(_GROUP)]
        who = f"{called} {distribution.version}"
    except (OSError, ValueError, KeyError, TypeError):  # metadata that nobody can read
        return
    for entry in entries:
        yield Plugin(entry.group.removeprefix(_GROUP), entry.name, entry.value, who)
