"""Proofreading engines of other packages, held to what ours promise."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from profilelint.errors import ConfigError, EngineLost, EngineUnavailable
from profilelint.plugins import Plugin, load, named, skip
from profilelint.proofing.engine import Engine, Mistake

BUILT_IN = ("harper", "languagetool", "both", "off")
"""What ``--grammar`` takes, beside the engines of other packages."""


def engine_of(name: str) -> Engine:
    """Make the engine of a name.

    Raises:
        ConfigError: there is none, or it breaks when it is made.
    """
    plugin = named("engines", name)
    make = load(plugin) if plugin else None
    if plugin is None or make is None:
        raise ConfigError(
            f"no grammar engine is called “{name}”", hint=f"known are {', '.join(BUILT_IN)}"
        )
    try:
        return Guest(plugin, make())
    except Exception as error:
        raise ConfigError(
            f"{plugin.called} broke down ({type(error).__name__}: {error})",
            hint="choose another --grammar",
        ) from error


class Guest:
    """An engine of another package's: where it breaks, it is named and the others go on."""

    def __init__(self, plugin: Plugin, engine: Any) -> None:  # noqa: ANN401  (unknown code)
        self.name = plugin.name
        self._plugin = plugin
        self._engine = engine

    def supports(self, language: str) -> bool:
        """Whether it can check a language; no, where it breaks."""
        try:
            return bool(self._engine.supports(language))
        except Exception as error:  # noqa: BLE001  (other people's code)
            skip(self._plugin, f"supports: {type(error).__name__}: {error}")
            return False

    def check(self, texts: Sequence[str], language: str) -> list[Mistake]:
        """Check texts; what lies in none of them is dropped.

        Raises:
            EngineLost: it broke.
        """
        try:
            found = [replace(m, engine=self.name) for m in self._engine.check(texts, language)]
        except EngineUnavailable:
            raise
        except Exception as error:
            raise EngineLost(
                f"{self._plugin.called} broke down ({type(error).__name__}: {error})"
            ) from error
        return [
            m
            for m in found
            if 0 <= m.text_index < len(texts) and 0 <= m.start < m.end <= len(texts[m.text_index])
        ]

    def close(self) -> None:
        """Give back what it holds."""
        with suppress(Exception):  # the run is over, and its report is what counts
            self._engine.close()
