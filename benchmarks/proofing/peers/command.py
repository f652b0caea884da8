"""Running a peer that is a command."""

import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

# All that editors and str.splitlines take for the end of a line.
_BREAKS = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


def run(
    command: Sequence[str | Path],
    folder: Path,
    given: str = "",
    environment: Mapping[str, str] | None = None,
    done: Sequence[int] = (0,),
) -> str:
    """Run a command in a folder to its end and return what it prints.

    Args:
        command: its file, and its arguments.
        folder: where it runs; an empty one, so that it finds no settings of this project.
        given: its standard input.
        environment: its variables, where they are not those of this process.
        done: the exit codes that mean it did its work: most linters have one for "found some".

    Raises:
        RuntimeError: it failed.
    """
    ended = subprocess.run(
        command, cwd=folder, input=given.encode(), env=environment, capture_output=True, check=False
    )
    if ended.returncode not in done:
        said = ended.stderr.decode("utf-8", "replace").strip() or f"exit code {ended.returncode}"
        raise RuntimeError(f"{command[0]} failed: {said}")
    return ended.stdout.decode("utf-8")


def line(text: str) -> str:
    """A text in one line, each character at the place it had."""
    return text.translate(_BREAKS)


@contextmanager
def a_line_each(texts: Sequence[str]) -> Iterator[Path]:
    """A file, in a folder of its own, that has one text a line."""
    with tempfile.TemporaryDirectory(prefix="peer-") as folder:
        path = Path(folder) / "texts.txt"
        path.write_text("".join(f"{line(text)}\n" for text in texts), encoding="utf-8")
        yield path
