"""Hunspell with its American dictionary, as Debian packages them."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.proofing.peer import Correction, Flag, correction
from benchmarks.proofing.peers import debian, ispell
from benchmarks.proofing.peers.command import run
from benchmarks.proofing.peers.folder import home, missing


class Hunspell:
    """The command, in its pipe mode."""

    name = "hunspell"

    def version(self) -> str:
        """The command's and the dictionary's."""
        said = self._run("-v").splitlines()[0].partition("Hunspell ")[2].rstrip(")")
        return f"{said}, en_US {debian.package_version(self.name, 'hunspell-en-us')}"

    def available(self) -> str | None:
        """Whether it was unpacked."""
        return missing(self.name)

    def check(self, texts: Sequence[str]) -> list[list[Flag]]:
        """Flag the unknown words."""
        dictionary = home(self.name) / "usr/share/hunspell/en_US"
        said = self._run("-a", "-i", "UTF-8", "-d", dictionary, given=ispell.asked(texts))
        return ispell.answered(said, texts)

    def correct(self, words: Sequence[str]) -> list[Correction]:
        """Correct words, each in a line by itself."""
        return [correction(*pair) for pair in zip(words, self.check(words), strict=True)]

    def _run(self, *arguments: str | Path, given: str = "") -> str:
        folder = home(self.name)
        command = folder / "usr/bin/hunspell"
        return run([command, *arguments], folder, given, debian.environment(self.name))
