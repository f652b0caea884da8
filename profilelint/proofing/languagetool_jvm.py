"""Starting LanguageTool: the Java it needs, and a process that never outlives its owner."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Sequence
from pathlib import Path

from profilelint.errors import EngineUnavailable
from profilelint.proofing import languagetool_http as http

JAVA = 17
HARPER = "or use --grammar harper"
START_TIMEOUT = 60.0

# The simple compiler and collector: start-up and the first check take 4.7 s instead of 7.6, and
# English and German 0.8 GB instead of 1.8. Our texts are short: it checks them as fast.
FLAGS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")
# Without it, each request builds its rules anew: 40 ms a text instead of 20.
SETTINGS = "pipelineCaching=true\nmaxPipelinePoolSize=10\npipelineExpireTimeInSeconds=86400\n"

# Stands between us and Java: when we end, however we end, its input ends, and it ends Java.
WATCHER = """
import subprocess, sys, threading
null = subprocess.DEVNULL  # it logs each request: a pipe that nobody reads would fill and stop it
java = subprocess.Popen(sys.argv[1:], stdin=null, stdout=null, stderr=null)
print(java.pid, flush=True)
def watch():
    sys.stdin.read()
    java.kill()
threading.Thread(target=watch, daemon=True).start()
sys.exit(java.wait())
"""


def find_java() -> str:
    """Find a Java that LanguageTool runs on.

    Raises:
        EngineUnavailable: there is none, or it is too old.
    """
    hint = f"install Java {JAVA} or newer (OpenJDK will do), {HARPER}"
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home, "bin"))) if home else None
    found = found or shutil.which("java")
    if found is None:
        raise EngineUnavailable("LanguageTool needs Java, which is missing", hint=hint)
    try:
        done = subprocess.run(  # noqa: S603  (it comes from the user's own PATH)
            [found, "-version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise EngineUnavailable(f"{found} does not run ({error})", hint=hint) from error
    version = re.search(r'version "(?:1\.)?(\d+)', done.stderr + done.stdout)
    if done.returncode != 0 or version is None:
        # macOS has a `java` that only tells where to get one.
        raise EngineUnavailable(f"LanguageTool needs Java, and {found} is none", hint=hint)
    if int(version[1]) < JAVA:
        raise EngineUnavailable(
            f"LanguageTool needs Java {JAVA} or newer, and {found} is Java {version[1]}", hint=hint
        )
    return found


class Jvm:
    """A server of our own, on 127.0.0.1; it ends with `stop`, with this object, or with us.

    Attributes:
        base: its address.
        pid: the process id of Java.
    """

    def __init__(self, java: str, jar: Path, giving_up: threading.Event) -> None:
        """Start it and wait until it answers.

        Raises:
            EngineUnavailable: it did not come up.
        """
        self.base, self.pid = "", 0

        def launch(command: Sequence[str]) -> subprocess.Popen[str]:
            process = subprocess.Popen(  # noqa: S603  (Java, and a jar that the user installed)
                [sys.executable, "-I", "-S", "-c", WATCHER, *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                # Ctrl-C is for us: we end it, after what is under way.
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._end = weakref.finalize(self, _end, process)
            if process.stdout is not None:
                self.pid = int(process.stdout.readline() or 0)
            return process

        self.base, _ = start(java, jar, launch, giving_up)

    def stop(self) -> None:
        """End it, and return when it is gone."""
        self._end()


def start(
    java: str,
    jar: Path,
    launch: Callable[[Sequence[str]], subprocess.Popen[str]],
    giving_up: threading.Event,
) -> tuple[str, subprocess.Popen[str]]:
    """Start a server by `launch`, wait until it answers, and return its address and the process.

    Raises:
        EngineUnavailable: Java is missing, or the server did not come up.
    """
    handle, name = tempfile.mkstemp(prefix="languagetool-", suffix=".properties")
    settings = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(SETTINGS)
        for _ in range(3):  # another program may take the port before Java does
            port = free_port()
            command = [java, *FLAGS, "-cp", str(jar), "org.languagetool.server.HTTPServer"]
            process = launch([*command, "--port", str(port), "--config", name])
            base = f"http://127.0.0.1:{port}/v2"
            if _comes_up(base, process, giving_up):
                return base, process
            if process.poll() is None:
                _end(process)
                break
            _end(process)
    finally:
        settings.unlink(missing_ok=True)
    raise EngineUnavailable(
        f"LanguageTool ({jar}) did not start with {java}",
        hint=f"see whether {java} -jar {jar} says why, {HARPER}",
    )


def free_port() -> int:
    """Find a port of this machine that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _comes_up(base: str, process: subprocess.Popen[str], giving_up: threading.Event) -> bool:
    until = time.monotonic() + START_TIMEOUT
    while time.monotonic() < until and process.poll() is None and not giving_up.is_set():
        with contextlib.suppress(http.NoAnswer, http.Refusal):
            http.languages(base, timeout=2)
            return process.poll() is None
        giving_up.wait(0.05)
    return False


def _end(process: subprocess.Popen[str]) -> None:
    """End a server: its watcher kills Java when its input ends, and then ends too."""
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
    else:
        process.kill()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
