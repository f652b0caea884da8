"""Runs the commands that a page of the documentation shows, and puts their real output into it.

A page's ``console`` blocks hold commands (``$ …``, going on in ``> …``) and below each what it
prints. The commands of a page run in order, in one folder that has ``examples/`` in it, on a
terminal 80 columns wide. A line ``⋮`` stands for any number of lines.

    python tools/console_blocks.py docs/tutorial.md

writes the output anew, with as many lines before and after ``⋮`` as stood there. A test compares.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*\n(?:^> .*\n)*)((?:^(?!\$ ).*\n)*)", re.MULTILINE)
LEFT_OUT = "⋮"


@dataclass(frozen=True)
class Step:
    """A command of a page, with what it should print and what it prints."""

    command: str
    expected: str
    printed: str

    @property
    def holds(self) -> bool:
        """Whether it prints what the page says."""
        parts = re.split(rf"^{LEFT_OUT}\n", self.expected, flags=re.MULTILINE)
        return bool(re.fullmatch("(?:.*\n)*?".join(map(re.escape, parts)), self.printed))

    @property
    def shown(self) -> str:
        """What it prints, as much of it as the page shows."""
        head, mark, tail = self.expected.partition(f"{LEFT_OUT}\n")
        if not mark:
            return self.printed
        lines = self.printed.splitlines(keepends=True)
        end = len(lines) - tail.count("\n")
        return "".join([*lines[: head.count("\n")], mark, *lines[end:]])


def steps(page: str) -> Iterator[Step]:
    """Run the commands of a page."""
    with tempfile.TemporaryDirectory() as name:
        folder, home = Path(name, "work"), Path(name, "home")
        home.mkdir()
        shutil.copytree(ROOT / "examples", folder / "examples")
        environment = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "80",
        }
        code = 0
        for block in _BLOCK.findall(page):
            for typed, expected in _COMMAND.findall(block):
                command = typed.replace("\n> ", "\n").rstrip("\n")
                done = subprocess.run(
                    ["bash", "-c", f"(exit {code})\n{command}"],  # so that $? is that of the last
                    cwd=folder,
                    env=environment,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    text=True,
                    encoding="utf-8",
                    timeout=120,
                    check=False,
                )
                code = done.returncode
                yield Step(command, expected, done.stdout)


def rewritten(page: str) -> str:
    """The page with what its commands print today."""
    ran = steps(page)

    def command(match: re.Match[str]) -> str:
        return f"$ {match[1]}{next(ran).shown}"

    return _BLOCK.sub(lambda block: _COMMAND.sub(command, block[0]), page)


def main() -> None:
    """Rewrite the pages that are named."""
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(rewritten(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
