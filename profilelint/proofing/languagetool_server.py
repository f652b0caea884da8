"""`profilelint languagetool start|stop|status`: one LanguageTool server, warm between runs."""

import contextlib
import subprocess
import threading
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from profilelint.errors import EngineUnavailable, ProfilelintError
from profilelint.proofing import (
    languagetool,
    languagetool_jvm,
    languagetool_languages,
    languagetool_state,
)
from profilelint.proofing import languagetool_http as http
from profilelint.proofing.languagetool_state import Warm


class Status(NamedTuple):
    """A server that keeps running between runs."""

    url: str
    pid: int
    since: datetime


def start(languages: Sequence[str] = ("en",)) -> Status:
    """Start a server that outlives this run, or return the one that is running.

    Args:
        languages: the languages whose dictionaries it loads before this returns.

    Raises:
        EngineUnavailable: Java or LanguageTool is missing, or the server did not come up.
    """
    warm = languagetool_state.running()
    if warm is None:
        _sweep()
        warm = _start()
    for language in languages:
        variant = languagetool_languages.variant(language)
        if variant is not None:
            with contextlib.suppress(http.NoAnswer, http.Refusal):
                http.check(warm.base, "Good morning.", variant)
    return _status(warm)


def status() -> Status | None:
    """Say which server is running; None where none is."""
    warm = languagetool_state.running()
    return None if warm is None else _status(warm)


def stop() -> Status | None:
    """End the server and return what it was; None where none was running.

    Raises:
        ProfilelintError: it could not be ended.
    """
    warm = languagetool_state.read()
    gone = _sweep()
    return _status(warm) if warm is not None and gone else None


def _status(warm: Warm) -> Status:
    return Status(warm.url, warm.pid, warm.since)


def _start() -> Warm:
    java, jar = languagetool_jvm.find_java(), languagetool.installed_jar()
    base, process = languagetool_jvm.start(java, jar, _detach, threading.Event())
    port = int(base.removesuffix("/v2").rpartition(":")[2])
    try:
        mine = languagetool_state.claim(port, process.pid)
    except OSError as error:
        process.kill()
        process.wait()
        where = languagetool_state.path()
        raise ProfilelintError(f"{where} cannot be written ({error.strerror})") from error
    if mine is None:
        # Another `start` was faster; its server is as good.
        process.kill()
        process.wait()
        mine = languagetool_state.running()
        if mine is None:
            raise EngineUnavailable(
                "LanguageTool was started and stopped at the same time", hint="start it again"
            )
        return mine
    # It is to run on: tell Popen not to mind.
    process.returncode = 0
    return mine


def _detach(command: Sequence[str]) -> "subprocess.Popen[str]":
    """Start a process that does not end with us, nor with the terminal."""
    return subprocess.Popen(  # noqa: S603  (Java, and a jar that the user installed)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        creationflags=getattr(subprocess, "DETACHED_PROCESS", 0)
        | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def _sweep() -> bool:
    """End the server that the state file names, if it is there, and remove the file."""
    warm = languagetool_state.read()
    ended = warm is not None and _end(warm)
    languagetool_state.forget()
    return ended


def _end(warm: Warm) -> bool:
    """End a server; False where its process is gone, or another's by now."""
    try:
        import psutil  # type: ignore[import-untyped]  # comes with language-tool-python
    except ImportError as error:
        raise ProfilelintError(
            f"whether process {warm.pid} is the LanguageTool server cannot be told without psutil",
            hint="pip install language-tool-python, or end that process yourself",
        ) from error

    try:
        process = psutil.Process(warm.pid)
        words = process.cmdline()
        if "org.languagetool.server.HTTPServer" not in words or str(warm.port) not in words:
            return False
        process.kill()  # it holds nothing that wants saving
        process.wait(timeout=10)
    except psutil.NoSuchProcess:
        return False
    except (psutil.AccessDenied, psutil.TimeoutExpired) as error:
        raise ProfilelintError(
            f"the LanguageTool server (process {warm.pid}) could not be ended ({error})",
            hint="end that process yourself",
        ) from error
    return True
