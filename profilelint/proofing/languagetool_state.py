"""Where the warm server's address is kept between runs, and whether it still answers."""

import contextlib
import json
import os
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from profilelint.proofing import languagetool_http as http


@dataclass(frozen=True, slots=True)
class Warm:
    """A server that `profilelint languagetool start` left running.

    Attributes:
        port: the port of this machine at which it listens.
        pid: the process id of Java.
        since: when it was started.
    """

    port: int
    pid: int
    since: datetime

    @property
    def base(self) -> str:
        """Its address: always this machine, whatever the file says."""
        return f"http://127.0.0.1:{self.port}/v2"

    @property
    def url(self) -> str:
        """Its address as one names a server."""
        return self.base.removesuffix("/v2")

    def answers(self) -> bool:
        """Whether LanguageTool is there."""
        try:
            http.languages(self.base, timeout=5)
        except (http.NoAnswer, http.Refusal):
            return False
        return True


def path() -> Path:
    """The file, in the user's cache folder."""
    if sys.platform == "win32":
        cache = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / "Library" / "Caches"
    else:
        cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache, "profilelint", "languagetool.json")


def read() -> Warm | None:
    """Read the file; None where there is none, or nothing of use in it."""
    for _ in range(10):
        try:
            text = path().read_text(encoding="utf-8")
        except OSError:
            return None
        with contextlib.suppress(ValueError, KeyError, TypeError):
            said = json.loads(text)
            since = datetime.fromisoformat(said["since"])
            return Warm(int(said["port"]), int(said["pid"]), since)
        time.sleep(0.02)  # another run may be writing it
    return None


def claim(port: int, pid: int) -> Warm | None:
    """Write the file, unless another run was faster: then None."""
    warm = Warm(port, pid, datetime.now(UTC).replace(microsecond=0))
    said = {"port": port, "pid": pid, "since": warm.since.isoformat()}
    path().parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return None
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(said, file)
    return warm


def forget() -> None:
    """Remove the file."""
    path().unlink(missing_ok=True)


def running() -> Warm | None:
    """The warm server, if there is one that answers."""
    warm = read()
    return warm if warm is not None and warm.answers() else None
