"""codespell: a list of known misspellings."""

import os
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from benchmarks.proofing.peer import SUGGESTIONS, Correction, Flag, correction
from benchmarks.proofing.peers.command import a_line_each, line, run
from benchmarks.proofing.peers.folder import home, missing

_REMARK = re.compile(r"[^:]+:(?P<line>\d+): (?P<word>\S+) ==> (?P<fixes>[^|]*)(?:\|.*)?")
# What it takes for a word; it names the word and the line, and leaves the place to us.
_WORD = re.compile(r"[\w\-'’]+")
_SOME_FOUND = 65


class Codespell:
    """The command, with its default lists."""

    name = "codespell"

    def version(self) -> str:
        """The command's."""
        return run([self._command, "--version"], home(self.name)).strip()

    def available(self) -> str | None:
        """Whether it was installed."""
        return missing(self.name)

    def check(self, texts: Sequence[str]) -> list[list[Flag]]:
        """Flag the known misspellings."""
        environment = {**os.environ, "PYTHONUTF8": "1"}
        with a_line_each(texts) as path:
            command = [self._command, "--disable-colors", path.name]
            said = run(command, path.parent, environment=environment, done=(0, _SOME_FOUND))
        remarks = [found for each in said.splitlines() if (found := _REMARK.fullmatch(each))]
        flags: list[list[Flag]] = [[] for _ in texts]
        for number, of_line in groupby(remarks, key=lambda remark: int(remark["line"])):
            flags[number - 1] = list(_flags(line(texts[number - 1]), of_line))
        return flags

    def correct(self, words: Sequence[str]) -> list[Correction]:
        """Correct words, each in a line by itself."""
        return [correction(*pair) for pair in zip(words, self.check(words), strict=True)]

    @property
    def _command(self) -> str:
        return str(home(self.name) / "bin/codespell")


def _flags(text: str, remarks: Iterator[re.Match[str]]) -> Iterator[Flag]:
    words = _WORD.finditer(text)
    for remark in remarks:
        # They come in the order of the words, once for each time that one occurs.
        place = next(word for word in words if word[0] == remark["word"])
        fixes = (fix.strip() for fix in remark["fixes"].split(","))
        suggestions = tuple(fix for fix in fixes if fix)[:SUGGESTIONS]
        yield Flag(place.start(), place.end(), "known-misspelling", suggestions)
