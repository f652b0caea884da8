"""Finds the files of a data export, in a folder or a ZIP, and reads those that are wanted.

Nothing is unpacked to disk: a member's name is a label, never a path that is written to.
"""

import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from profilelint.errors import InputError
from profilelint.loaders.linkedin_data.layouts import is_known
from profilelint.loaders.source import Deadline, Limits

ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")

_MEGABYTE = 1_000_000
_CHUNK = 1 << 20
_MOST_MEMBERS = 20_000
_DEEPEST_ZIP = 2
_DEEPEST_FOLDER = 4
_HARMLESS = 100 * _MEGABYTE
_RATIO = 200
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    LookupError,
)
_AGAIN = "download the export again, or unpack it and give the folder"


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an export, not read yet.

    Attributes:
        path: its path within the export, with forward slashes.
        name: what the user calls it: ``export.zip!Positions.csv`` or ``export/Positions.csv``.
        packed: its size in the ZIP, or in the folder.
        inside: the ZIP that it is in, or the file itself.
        info: its entry in the ZIP.
    """

    path: str
    name: str
    packed: int
    inside: zipfile.ZipFile | Path
    info: zipfile.ZipInfo | None = None

    @property
    def size(self) -> int:
        """How many bytes it has once unpacked, by its own account."""
        return self.info.file_size if self.info else self.packed

    @property
    def folder(self) -> str:
        """The folder within the export that it lies in."""
        return str(PurePosixPath(self.path).parent)

    @property
    def depth(self) -> int:
        """How many folders it lies in."""
        return len(PurePosixPath(self.path).parts) - 1


class Reader:
    """Reads members, within the limit of what they may expand to."""

    def __init__(self, limits: Limits, deadline: Deadline) -> None:
        self._limits = limits
        self._left = int(limits.expanded_megabytes * _MEGABYTE)
        self._deadline = deadline

    def read(self, member: Member) -> bytes:
        """Read one member.

        Raises:
            InputError: it is broken or encrypted, or too much of it.
        """
        self._deadline.check()
        try:
            return self._read(member)
        except zipfile.BadZipFile as error:
            problem = f"{member.name}: this part of the ZIP is broken ({error})"
            raise InputError(problem, hint=_AGAIN) from error
        except _BROKEN as error:
            problem = f"{member.name}: cannot be read ({_reason(error)})"
            raise InputError(problem, hint=_AGAIN) from error

    def _read(self, member: Member) -> bytes:
        if isinstance(member.inside, Path):
            with member.inside.open("rb") as stream:
                return self._all_of(member, stream)
        assert member.info is not None  # noqa: S101  (set for what is in a ZIP)
        if member.info.flag_bits & 1:
            raise InputError(
                f"{member.name}: the ZIP is encrypted",
                hint="unpack it with its password, and give the folder",
            )
        with member.inside.open(member.info) as stream:
            return self._all_of(member, stream)

    def _all_of(self, member: Member, stream: IO[bytes]) -> bytes:
        found = io.BytesIO()
        while chunk := stream.read(_CHUNK):
            found.write(chunk)
            self._left -= len(chunk)
            self._deadline.check()
            if self._left < 0:
                limit = self._limits.expanded_megabytes
                raise InputError(
                    f"{member.name}: the export unpacks to more than the limit of {limit:,g} MB",
                    hint="a LinkedIn export is far smaller; raise max-expanded-megabytes in the"
                    " configuration if this one is really meant",
                )
            size = found.tell()
            if size > _HARMLESS and size > _RATIO * max(1, member.packed):
                raise InputError(
                    f"{member.name}: {member.packed:,} bytes unpack to more than"
                    f" {size // _MEGABYTE:,} MB, as no list of LinkedIn's does",
                    hint="download the export again from LinkedIn itself",
                )
        return found.getvalue()


def in_folder(folder: Path, name: str) -> list[Member]:
    """List the files of a folder; links to folders are not followed.

    An export may have been unpacked among a thousand other files: where its tables lie at the
    top, only the folders right below are looked into.

    Raises:
        InputError: it cannot be read, or holds too many files.
    """
    found: list[Member] = []
    for path in _walk(folder, name):
        relative = path.relative_to(folder).as_posix()
        try:
            info = path.stat()
        except OSError:  # a broken link, a file that has just gone
            continue
        if stat.S_ISREG(info.st_mode):
            found.append(Member(relative, str(path), info.st_size, path))
        if len(found) > _MOST_MEMBERS:
            raise _too_many(name)
    return found


def _walk(folder: Path, name: str) -> Iterator[Path]:
    def fail(error: OSError) -> None:
        if error.filename == str(folder):
            problem = f"{name}: cannot be read ({error.strerror or error})"
            raise InputError(problem, hint="check your right to read the folder") from error

    deepest = _DEEPEST_FOLDER
    for at, folders, files in os.walk(folder, onerror=fail):
        here = Path(at)
        if here == folder and any(is_known(file) for file in files):
            deepest = 1
        if len(here.relative_to(folder).parts) >= deepest:
            folders.clear()
        folders.sort()
        yield from (here / file for file in sorted(files))


def in_zip(data: bytes, name: str, reader: Reader, depth: int = 0) -> list[Member]:
    """List the files of a ZIP, or of the ZIP that it is wrapped around.

    Raises:
        InputError: it is broken, or holds too many files.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except _BROKEN as error:
        raise InputError(
            f"{name}: this ZIP is broken or was cut off ({_reason(error)})", hint=_AGAIN
        ) from error
    if len(infos) > _MOST_MEMBERS:
        raise _too_many(name)
    found = [_in_zip(archive, info, name) for info in infos if info.filename and not info.is_dir()]
    if depth < _DEEPEST_ZIP and not any(is_known(member.path) for member in found):
        for member in found:
            if member.path.casefold().endswith(".zip") and not is_hidden(member.path):
                inner = in_zip(reader.read(member), member.name, reader, depth + 1)
                if any(is_known(one.path) for one in inner):
                    return inner
    return found


def _in_zip(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Member:
    path = info.filename.replace("\\", "/")  # as some ZIPs made on Windows have it
    return Member(path, f"{name}!{info.filename}", info.compress_size, archive, info)


def is_hidden(path: str) -> bool:
    """Whether a file is one that macOS adds to a ZIP, or otherwise hidden."""
    parts = PurePosixPath(path).parts
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)


def _too_many(name: str) -> InputError:
    return InputError(
        f"{name}: more than {_MOST_MEMBERS:,} files are in it",
        hint="give the export itself, as LinkedIn sent it",
    )


def _reason(error: BaseException) -> str:
    return str(getattr(error, "strerror", None) or error or type(error).__name__)
