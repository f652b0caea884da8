"""Loaders of other packages, held to what ours promise."""

from collections.abc import Iterator
from typing import Any

from profilelint.document import Document
from profilelint.errors import InputError, ProfilelintError
from profilelint.loaders.source import Source
from profilelint.plugins import Plugin, load, plugins, skip


def guests() -> Iterator["Guest"]:
    """The loaders that other packages bring; one that breaks is named and left out."""
    for plugin in plugins("loaders"):
        loader = load(plugin, "sniff", "load")
        if loader is not None:
            yield Guest(plugin, loader)


class Guest:
    """A loader of another package's: where it breaks, it is named.

    Attributes:
        FORMAT: its name, which is that of its entry point.
    """

    def __init__(self, plugin: Plugin, loader: Any) -> None:  # noqa: ANN401  (a module)
        self.FORMAT = plugin.name
        self._plugin = plugin
        self._loader = loader

    def sniff(self, source: Source) -> bool:
        """Whether it knows the content; no, where it breaks."""
        try:
            return bool(self._loader.sniff(source))
        except Exception as error:  # noqa: BLE001  (other people's code)
            skip(self._plugin, f"sniff: {type(error).__name__}: {error}")
            return False

    def load(self, source: Source) -> Document:
        """The document.

        Raises:
            InputError: it could not be read, or the loader broke.
        """
        try:
            document = self._loader.load(source)
        except ProfilelintError:
            raise
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            raise self._broken(source, reason) from error
        if not isinstance(document, Document):
            raise self._broken(source, "it gave no document")
        return document

    def _broken(self, source: Source, reason: str) -> InputError:
        return InputError(
            f"{source.name}: {self._plugin.called} broke down ({reason})",
            hint="name another format with --format-in, or report it to those who wrote it",
        )
