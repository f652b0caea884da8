"""typos: a list of known misspellings, made for source code."""

import json
from collections.abc import Sequence

from benchmarks.proofing.peer import SUGGESTIONS, Correction, Flag, correction
from benchmarks.proofing.peers.command import a_line_each, line, run
from benchmarks.proofing.peers.folder import home, missing
from benchmarks.proofing.peers.offsets import from_bytes

_SOME_FOUND = 2


class Typos:
    """The command, with no settings."""

    name = "typos"

    def version(self) -> str:
        """The command's."""
        return run([self._command, "--version"], home(self.name)).split()[-1]

    def available(self) -> str | None:
        """Whether it was installed."""
        return missing(self.name)

    def check(self, texts: Sequence[str]) -> list[list[Flag]]:
        """Flag the known misspellings."""
        with a_line_each(texts) as path:
            options = ["--isolated", "--no-ignore", "--binary", "--format", "json"]
            command = [self._command, *options, "--no-check-filenames", path.name]
            said = run(command, path.parent, done=(0, _SOME_FOUND))
        flags: list[list[Flag]] = [[] for _ in texts]
        for remark in map(json.loads, said.splitlines()):
            if remark["type"] == "typo":
                index = remark["line_num"] - 1
                start = from_bytes(line(texts[index]), remark["byte_offset"])
                end = start + len(remark["typo"])
                suggestions = tuple(remark["corrections"][:SUGGESTIONS])
                flags[index].append(Flag(start, end, "known-misspelling", suggestions))
        return flags

    def correct(self, words: Sequence[str]) -> list[Correction]:
        """Correct words, each in a line by itself."""
        return [correction(*pair) for pair in zip(words, self.check(words), strict=True)]

    @property
    def _command(self) -> str:
        return str(home(self.name) / "bin/typos")
