"""Reporters: one file a format, each a ``render`` from outcomes to text.

A reporter is a module with ``render(outcomes, rules, style) -> str``. It is imported when it is
asked for: the text reporter brings rich, the others bring nothing. Other packages bring theirs
by the entry point ``profilelint.reporters``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from profilelint.errors import ConfigError, ProfilelintError
from profilelint.outcome import Outcome
from profilelint.rule import Rule

if TYPE_CHECKING:
    from profilelint.plugins import Plugin

_MODULES = {
    "text": "profilelint.reporters.text",
    "json": "profilelint.reporters.json_report",
    "sarif": "profilelint.reporters.sarif",
    "github": "profilelint.reporters.github",
    "csv": "profilelint.reporters.csv_report",
    "markdown": "profilelint.reporters.markdown",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is to look. Formats for machines have one look and ignore it.

    Attributes:
        color: whether the output may be coloured.
        width: how many columns there are.
        quiet: one line a profile, nothing else.
        full: several profiles are told in full before the line that each has.
        unicode: whether the output can show more than ASCII for lines, marks and quotes.
    """

    color: bool = False
    width: int = 100
    quiet: bool = False
    full: bool = True
    unicode: bool = True


class Reporter(Protocol):
    """What a module in this package offers.

    One that can write a file a profile has ``pages``, too, with the arguments of ``render``: it
    returns the texts by the names of their files. A format whose files are in anything but UTF-8
    has an ``ENCODING``.
    """

    def render(
        self, outcomes: Sequence[Outcome], rules: Mapping[str, Rule], style: Style, /
    ) -> str:
        """Return the whole output, which ends with a line break.

        Args:
            outcomes: the inputs, in the order given, and what became of each.
            rules: the rules by id, for what they say of themselves.
            style: how it is to look.
        """
        ...


def names() -> tuple[str, ...]:
    """The formats there are.

    >>> names()
    ('text', 'json', 'sarif', 'github', 'csv', 'markdown')
    """
    return tuple(_MODULES)


def reporter(name: str) -> Reporter:
    """Import a format's reporter.

    Raises:
        ConfigError: there is no such format.
    """
    if name in _MODULES:
        return cast("Reporter", import_module(_MODULES[name]))
    from profilelint.plugins import load, named

    plugin = named("reporters", name)
    loaded = load(plugin, "render") if plugin else None
    if plugin is None or loaded is None:
        known = [*_MODULES, *installed()]
        raise ConfigError(f"there is no format “{name}”", hint=f"choose one of {', '.join(known)}")
    return _Guest(plugin, loaded)


def installed() -> tuple[str, ...]:
    """The formats that other packages bring."""
    from profilelint.plugins import plugins

    return tuple(plugin.name for plugin in plugins("reporters") if plugin.name not in _MODULES)


class _Guest:
    """The reporter of another package, which is named where it breaks."""

    def __init__(self, plugin: "Plugin", reporter: Reporter) -> None:
        self._plugin = plugin
        self._reporter = reporter

    def render(
        self, outcomes: Sequence[Outcome], rules: Mapping[str, Rule], style: Style, /
    ) -> str:
        try:
            text = self._reporter.render(outcomes, rules, style)
        except Exception as error:
            raise ProfilelintError(
                f"{self._plugin.called} broke down ({type(error).__name__}: {error})",
                hint="choose another format",
            ) from error
        return str(text)
