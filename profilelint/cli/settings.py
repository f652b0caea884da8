"""From options to the settings of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from profilelint.config import Config
    from profilelint.config_file import Settings


def settled(file: str | None, options: dict[str, Any]) -> Config:
    """Settings of the command line over those of the file; lists add up, but for ``--select``."""
    given = {
        name: value
        for name, value in options.items()
        if value is not None and value not in ([], ())
    }
    return layers(file).over(given).config()


def layers(file: str | None) -> Settings:
    """The settings of a file, or of the one that is found, over the user's own words."""
    from pathlib import Path

    from profilelint import config_file

    path = Path(file) if file else config_file.discover()
    return config_file.read(path).with_user_words()
