"""Brings any kind of input into memory, within the limits, and finds the exports in a folder."""

import glob
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from profilelint.errors import InputError
from profilelint.loaders.source import Limits, Source

Readable = str | os.PathLike[str] | bytes | IO[bytes] | IO[str] | Mapping[str, Any]

_SUFFIXES = frozenset({".pdf", ".zip", ".json", ".jsonl", ".yaml", ".yml", ".txt"})
"""Files that are looked at in a folder; others lie there for some other reason."""


def inputs(name: str) -> list[str]:
    """The exports that a name on the command line stands for.

    A pattern stands for the files it matches, and a folder for the exports in it, unless it is an
    unpacked export itself. Everything else stands for itself.

    Raises:
        InputError: a pattern matches nothing, or a folder holds nothing to read.
    """
    path = Path(name)
    if glob.has_magic(name) and not path.exists():
        found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207  (a Path cannot be absolute)
        if not found:
            raise InputError(f"{name}: no file matches", hint="check the pattern and the folder")
        return [file for match in found for file in inputs(match)]
    if not path.is_dir() or is_export_folder(path):
        return [name]
    found = list(_exports_in(path))
    if not found:
        raise InputError(
            f"{name}: no export is in this folder", hint="name the export, such as Profile.pdf"
        )
    return found


def _exports_in(folder: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if is_export_folder(path):
                yield str(path)
            else:
                yield from _exports_in(path)
        elif path.suffix.lower() in _SUFFIXES:
            yield str(path)


def is_export_folder(path: Path) -> bool:
    """Whether a folder is an unpacked data export of LinkedIn's."""
    from profilelint.loaders.linkedin_archive import is_export_folder as is_archive

    return is_archive(path)


def read_source(source: Readable, limits: Limits) -> Source:
    """Bring any kind of input into memory, within the limits.

    Raises:
        InputError: it is missing, unreadable or too large.
    """
    if isinstance(source, bytes):
        limits.check_size("<bytes>", len(source))
        return Source("<bytes>", source, limits=limits)
    if isinstance(source, Mapping):
        return Source("<dict>", tree=source, limits=limits)
    if isinstance(source, str | os.PathLike):
        name = os.fspath(source)
        if name != "-" and Path(name).is_dir():
            return Source(name, folder=Path(name), limits=limits)
        data = _read_stdin(limits) if name == "-" else _read_file(Path(name), name, limits)
        return Source(name, data, limits=limits)
    if hasattr(source, "read"):
        return _read_stream(source, limits)
    raise TypeError(f"cannot load a profile from a {type(source).__name__}")


def _read_stream(stream: IO[bytes] | IO[str], limits: Limits) -> Source:
    name = str(getattr(stream, "name", "<stream>"))
    content = stream.read(int(limits.megabytes * 1_000_000) + 1)
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    limits.check_size(name, len(data))
    return Source(name, data, limits=limits)


def _read_stdin(limits: Limits) -> bytes:
    # One byte over the limit is enough to know, and an endless pipe ends here.
    data = sys.stdin.buffer.read(int(limits.megabytes * 1_000_000) + 1)
    limits.check_size("standard input", len(data))
    return data


def _read_file(path: Path, name: str, limits: Limits) -> bytes:
    try:
        if not path.exists():
            raise InputError(f"{name}: no such file", hint="check the name and the folder")
        limits.check_size(name, path.stat().st_size)
        with path.open("rb") as file:  # a pipe or a device has no size: read what is allowed
            data = file.read(int(limits.megabytes * 1_000_000) + 1)
        limits.check_size(name, len(data))
        return data
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"{name}: cannot be read ({reason})", hint="check the name and your right to read it"
        ) from error
