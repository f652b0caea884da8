"""Puts a mended source in the place of the old one, all of it or nothing."""

import os
import shutil
import tempfile
from pathlib import Path

from profilelint.errors import InputError


def write(path: Path, source: str, old_source: str, *, backup: bool = False) -> None:
    """Write a mended source; the file's mode stays, and a link leads to the same file as before.

    Args:
        path: the file.
        source: what it is to hold.
        old_source: what it held when it was read; if it holds something else now, it stays so.
        backup: keep the old one beside it, as ``NAME.bak``.

    Raises:
        InputError: it cannot be written, or somebody else has written it.
    """
    target = path.resolve()
    try:
        if target.read_bytes() != old_source.encode():
            raise InputError(f"{path}: the file has changed meanwhile", hint="run fix again")
        if not os.access(target, os.W_OK):
            raise PermissionError(None, "it is read-only")
        if backup:
            _replace(target.with_name(f"{target.name}.bak"), old_source, like=target)
        _replace(target, source, like=target)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be written ({error.strerror or error})",
            hint="check your right to write there",
        ) from error


def _replace(target: Path, text: str, *, like: Path) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(like, name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
