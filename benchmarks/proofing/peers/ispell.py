"""The pipe of ispell, which hunspell and aspell speak: a line in, its words' verdicts out.

Both count the offset in code points, of the line as given: with the ``^`` that keeps it from being
read as a command.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.proofing.peer import SUGGESTIONS, Flag
from benchmarks.proofing.peers.command import line

_NEAR = re.compile(r"& (?P<word>.+) \d+ (?P<offset>\d+): (?P<near>.*)")
_NONE = re.compile(r"# (?P<word>.+) (?P<offset>\d+)(?P<near>)")


def asked(texts: Sequence[str]) -> str:
    """What is written into the pipe."""
    return "".join(f"^{line(text)}\n" for text in texts)


def answered(said: str, texts: Sequence[str]) -> list[list[Flag]]:
    """Read what comes out: a greeting, then the verdicts on each line and an empty line."""
    _, *lines = said.removesuffix("\n").split("\n")
    return [flags for flags, _ in zip(_blocks(lines), texts, strict=True)]


def _blocks(lines: Iterable[str]) -> Iterator[list[Flag]]:
    flags: list[Flag] = []
    for each in lines:
        if not each:
            yield flags
            flags = []
        elif found := _NEAR.fullmatch(each) or _NONE.fullmatch(each):
            flags.append(_flag(found))


def _flag(verdict: re.Match[str]) -> Flag:
    start = int(verdict["offset"]) - 1
    near = tuple(verdict["near"].split(", ")[:SUGGESTIONS]) if verdict["near"] else ()
    return Flag(start, start + len(verdict["word"]), "unknown-word", near)
