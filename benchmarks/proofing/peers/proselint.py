"""proselint: advice on style from writers and editors."""

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.proofing.peer import SUGGESTIONS, Flag
from benchmarks.proofing.peers.command import run
from benchmarks.proofing.peers.folder import home, missing

_SOME_FOUND = 1


class Proselint:
    """The command, with all its checks; a file each, for some checks look at the whole of it."""

    name = "proselint"

    def version(self) -> str:
        """The command's."""
        return run([self._command, "version"], home(self.name)).split()[-1]

    def available(self) -> str | None:
        """Whether it was installed."""
        return missing(self.name)

    def check(self, texts: Sequence[str]) -> list[list[Flag]]:
        """Flag what it advises against."""
        flags: list[list[Flag]] = [[] for _ in texts]
        with tempfile.TemporaryDirectory(prefix="peer-") as name:
            folder = Path(name)
            for index, text in enumerate(texts):
                (folder / f"{index}.txt").write_text(text, encoding="utf-8", newline="")
            environment = {**os.environ, "PYTHONUTF8": "1"}
            command = [self._command, "check", "--output-format", "json", "."]
            said = run(command, folder, environment=environment, done=(0, _SOME_FOUND))
        for address, result in json.loads(said)["result"].items():
            index = int(Path(address).stem)
            flags[index] = [
                Flag(
                    # It counts code points from 1.
                    start=remark["span"][0] - 1,
                    end=remark["span"][1] - 1,
                    rule=remark["check_path"],
                    suggestions=tuple(_listed(remark["replacements"])),
                )
                for remark in result["diagnostics"]
            ]
        return flags

    def correct(self, _: Sequence[str], /) -> None:
        """Do nothing: it is no speller."""

    @property
    def _command(self) -> str:
        return str(home(self.name) / "bin/proselint")


def _listed(replacements: str | list[str] | None) -> list[str]:
    listed = [replacements] if isinstance(replacements, str) else replacements or []
    return listed[:SUGGESTIONS]
