"""What docs/privacy.md promises: nothing is sent, nothing is written that nobody asked for.

Python tells an audit hook of every socket that is used, every file that is opened and every process
that is started. (Harper and pdfium, which are not written in Python, it does not see.)
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LISTENING = """
import os, sys
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def listen(event, arguments):
    if event.startswith("socket.") or event in ("subprocess.Popen", "os.exec", "os.posix_spawn"):
        print("AUDIT", event, arguments, file=sys.stderr)
    elif event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING:
        print("AUDIT", event, arguments[0], file=sys.stderr)
    elif event in ("os.mkdir", "os.rename", "os.link"):
        print("AUDIT", event, arguments, file=sys.stderr)
sys.addaudithook(listen)
from profilelint.__main__ import run
run()
"""
PDF = ROOT / "examples" / "engineer-mistakes-en.pdf"
ARCHIVE = ROOT / "tests" / "samples" / "linkedin-archive" / "career-changer-en.zip"


def heard(folder: Path, *arguments: object, stdin: str = "") -> tuple[str, list[str]]:
    done = subprocess.run(
        [sys.executable, "-B", "-c", LISTENING, *map(str, arguments)],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "HOME": str(folder), "PYTHONUTF8": "1"},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout, [line for line in done.stderr.splitlines() if line.startswith("AUDIT")]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", PDF),
        ("check", ARCHIVE, "--format", "json", "--pedantic"),
        ("check", PDF, "--format", "markdown", "--redact"),
        ("message", "-", "--to", "Ana Brandt", "--profile", PDF),
        ("outreach", ARCHIVE),
        ("convert", PDF, "--to", "json-resume"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_nothing_is_sent_and_nothing_is_written(tmp_path, arguments):
    out, told = heard(tmp_path, *arguments, stdin="Hi Ana, your talk on triage helped us.")
    assert out
    assert told == []
    assert list(tmp_path.iterdir()) == []


def test_what_is_asked_for_is_all_that_is_written(tmp_path):
    _, told = heard(tmp_path, "check", PDF, "--output", "report.txt")
    assert told == ["AUDIT open report.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_the_listener_hears_what_is_sent(tmp_path):
    server = ("--grammar", "languagetool", "--languagetool-server", "http://127.0.0.1:9")
    _, told = heard(tmp_path, "check", PDF, *server)
    assert any("socket.connect" in line for line in told)
