"""From a file, bytes or a dict to a :class:`~profilelint.document.Document`.

A loader is a module with

- ``FORMAT``: the name of the format, as in ``--format-in`` and in reports;
- ``sniff(source) -> bool``: whether the content looks like it (cheap: no heavy import);
- ``load(source) -> Document``: the whole of it, or an ``InputError`` that says what, where and what
  to do. What it cannot place goes into ``Document.unplaced``.

Adding a format is adding a module and its line in ``_LOADERS``, the most particular first.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import IO, Any, Protocol, cast

from profilelint.document import Document, SourceMap
from profilelint.errors import ConfigError, InputError
from profilelint.loaders.source import Limits, Source
from profilelint.profile import Profile

__all__ = ["FORMATS", "Limits", "Loadable", "Loader", "Source", "load", "read_source"]

_LOADERS = {
    "linkedin-pdf": "profilelint.loaders.linkedin_pdf",
    "json-resume": "profilelint.loaders.json_resume",
    "profile": "profilelint.loaders.native",
    "linkedin-text": "profilelint.loaders.linkedin_text",
}
FORMATS = (*_LOADERS, "text")
"""Names that ``--format-in`` takes; ``text`` is the plain text of the one field named beside it."""

Loadable = (
    str | os.PathLike[str] | bytes | IO[bytes] | IO[str] | Mapping[str, Any] | Profile | Document
)


class Loader(Protocol):
    """What a module of this package offers."""

    FORMAT: str

    def sniff(self, source: Source) -> bool: ...  # noqa: D102  (described above)
    def load(self, source: Source) -> Document: ...  # noqa: D102


def load(
    source: Loadable,
    *,
    format_in: str | None = None,
    field: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """Read one export.

    Args:
        source: a path (``-`` is standard input), bytes, a file object, a dict, or a profile.
        format_in: the name of the format, where its content does not tell.
        field: the source is plain text and all of it is this field, such as ``about``.
        limits: how much to take on.

    Raises:
        InputError: it could not be read.
        ConfigError: ``format_in`` or ``field`` names nothing known.
    """
    if isinstance(source, Document):
        return source
    if isinstance(source, Profile):
        return Document(source, "profile", SourceMap("<profile>"))
    raw = read_source(source, limits or Limits())
    if field is not None or format_in == "text":
        return _load_field(raw, field)
    loader = _choose(raw, format_in)
    return loader.load(replace(raw, forced=format_in is not None))


def read_source(source: Loadable, limits: Limits) -> Source:
    """Bring any kind of input into memory, within the limits.

    Raises:
        InputError: it is missing, a folder, unreadable or too large.
    """
    if isinstance(source, bytes):
        limits.check_size("<bytes>", len(source))
        return Source("<bytes>", source, limits=limits)
    if isinstance(source, Mapping):
        return Source("<dict>", tree=source, limits=limits)
    if isinstance(source, str | os.PathLike):
        name = os.fspath(source)
        data = _read_stdin(limits) if name == "-" else _read_file(Path(name), name, limits)
        return Source(name, data, limits=limits)
    if hasattr(source, "read"):
        return _read_stream(cast("IO[bytes] | IO[str]", source), limits)
    raise TypeError(f"cannot load a profile from a {type(source).__name__}")


def _read_stream(stream: IO[bytes] | IO[str], limits: Limits) -> Source:
    name = str(getattr(stream, "name", "<stream>"))
    content = stream.read()
    data = content.encode("utf-8") if isinstance(content, str) else content
    limits.check_size(name, len(data))
    return Source(name, data, limits=limits)


def _read_stdin(limits: Limits) -> bytes:
    # One byte over the limit is enough to know, and an endless pipe ends here.
    data = sys.stdin.buffer.read(int(limits.megabytes * 1_000_000) + 1)
    limits.check_size("standard input", len(data))
    return data


def _read_file(path: Path, name: str, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise InputError(
                f"{name}: this is a folder",
                hint="name the export inside it, such as Profile.pdf",
            )
        if not path.exists():
            raise InputError(f"{name}: no such file", hint="check the name and the folder")
        limits.check_size(name, path.stat().st_size)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"{name}: cannot be read ({reason})", hint="check the name and your right to read it"
        ) from error


def _module(name: str) -> Loader:
    return cast("Loader", import_module(_LOADERS[name]))


def _choose(source: Source, format_in: str | None) -> Loader:
    if format_in is not None:
        if format_in not in _LOADERS:
            known = ", ".join(FORMATS)
            raise ConfigError(f"no format is called “{format_in}”", hint=f"known are {known}")
        return _module(format_in)
    if source.tree is None and not source.data.strip():
        raise InputError(f"{source.name}: the file is empty", hint="export the profile again")
    for name in _LOADERS:
        loader = _module(name)
        if loader.sniff(source):
            return loader
    raise InputError(
        f"{source.name}: this is no export that profilelint knows",
        hint="give LinkedIn's “Save to PDF” file, its text, a JSON Resume or a profile in"
        " profilelint's own JSON or YAML; or name the format with --format-in",
    )


def _load_field(source: Source, field: str | None) -> Document:
    from profilelint.loaders.single_field import load as load_field

    return load_field(source, field)
