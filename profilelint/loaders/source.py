"""What a loader reads, and how much of it: bytes under a name, within limits."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from profilelint.errors import InputError

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a loader takes on before it gives up.

    Attributes:
        megabytes: size of the file, in units of 1,000,000 bytes.
        pages: pages of a PDF. LinkedIn's longest known export has 9.
        seconds: time one loader may take.
        expanded_megabytes: what the files that are read from a ZIP may unpack to, together.
        text_megabytes: size of a JSON, YAML or text file, which takes many times that once read.
    """

    megabytes: float = 50
    pages: int = 100
    seconds: float = 20
    expanded_megabytes: float = 200
    text_megabytes: float = 8

    def check_size(self, name: str, size: int) -> None:
        """Refuse a file of ``size`` bytes that is over the limit.

        Raises:
            InputError: it is.
        """
        if size > self.megabytes * _MEGABYTE:
            raise InputError(
                f"{name}: {size / _MEGABYTE:,.0f} MB are more than the limit of"
                f" {self.megabytes:,g} MB",
                hint="a LinkedIn export of one profile is far smaller; raise max-megabytes in the"
                " configuration if this one is really meant",
            )

    def check_text(self, name: str, size: int) -> None:
        """Refuse a JSON, YAML or text file of ``size`` bytes that is over the limit.

        Raises:
            InputError: it is.
        """
        if size > self.text_megabytes * _MEGABYTE:
            raise InputError(
                f"{name}: {size / _MEGABYTE:,.0f} MB are more than the limit of"
                f" {self.text_megabytes:,g} MB for JSON, YAML and text",
                hint="the profiles of a thousand people are smaller; raise max-text-megabytes in"
                " the configuration if this one is really meant",
            )

    def check_pages(self, name: str, pages: int) -> None:
        """Refuse a PDF of too many pages.

        Raises:
            InputError: it has.
        """
        if pages > self.pages:
            raise InputError(
                f"{name}: {pages:,} pages are more than the limit of {self.pages:,}",
                hint="a LinkedIn profile has under ten; raise max-pages in the configuration if"
                " this one is really meant",
            )

    def deadline(self, name: str) -> "Deadline":
        """Start the clock of one loader."""
        return Deadline(name, self.seconds)


class Deadline:
    """The clock of one loader, which looks at it once a page, file or section."""

    def __init__(self, name: str, seconds: float) -> None:
        self._name = name
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Give up when the time is over.

        Raises:
            InputError: it is.
        """
        if time.monotonic() > self._end:
            raise InputError(
                f"{self._name}: reading took longer than {self._seconds:g} seconds",
                hint="raise max-seconds in the configuration if the file is really that large",
            )


@dataclass(frozen=True, slots=True)
class Source:
    """One export as it reached us.

    Attributes:
        name: what the user called it (a path, ``-`` or ``<dict>``); stands in every message.
        data: the bytes; empty where ``tree`` or ``folder`` is given.
        tree: the keys and values of a program that hands over a dict instead of a file.
        folder: the folder, where the export is one.
        limits: how much the loader takes on.
        forced: the user named the format, so that a loader takes what it would else refuse.
    """

    name: str
    data: bytes = b""
    tree: Mapping[str, Any] | None = None
    folder: Path | None = None
    limits: Limits = Limits()
    forced: bool = False

    @property
    def head(self) -> bytes:
        """The first kilobyte without byte order mark and white space, for sniffing."""
        return self.data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
