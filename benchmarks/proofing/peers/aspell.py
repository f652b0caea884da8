"""GNU Aspell with its American dictionary, as Debian packages them."""

from collections.abc import Sequence

from benchmarks.proofing.peer import Correction, Flag, correction
from benchmarks.proofing.peers import debian, ispell
from benchmarks.proofing.peers.command import run
from benchmarks.proofing.peers.folder import home, missing


class Aspell:
    """The command, in its pipe mode and its default mode of suggesting."""

    name = "aspell"

    def version(self) -> str:
        """The command's and the dictionary's."""
        said = self._run("-v").partition("Aspell ")[2].strip(" )\n")
        return f"{said}, en {debian.package_version(self.name, 'aspell-en')}"

    def available(self) -> str | None:
        """Whether it was unpacked."""
        return missing(self.name)

    def check(self, texts: Sequence[str]) -> list[list[Flag]]:
        """Flag the unknown words."""
        data = home(self.name) / "usr/lib/aspell"
        options = {
            "lang": "en_US",
            "encoding": "utf-8",
            "data-dir": data,
            "dict-dir": data,
            "add-filter-path": next(data.glob("*-linux-gnu*")),
        }
        words = [f"--{option}={value}" for option, value in options.items()]
        return ispell.answered(self._run("-a", *words, given=ispell.asked(texts)), texts)

    def correct(self, words: Sequence[str]) -> list[Correction]:
        """Correct words, each in a line by itself."""
        return [correction(*pair) for pair in zip(words, self.check(words), strict=True)]

    def _run(self, *arguments: str, given: str = "") -> str:
        folder = home(self.name)
        command = folder / "usr/bin/aspell"
        return run([command, *arguments], folder, given, debian.environment(self.name))
