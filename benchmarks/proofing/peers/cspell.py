"""cspell: a speller for code, with the dictionaries of English and of software that it has on."""

import json
from collections.abc import Sequence

from benchmarks.proofing.peer import SUGGESTIONS, Correction, Flag, correction
from benchmarks.proofing.peers.command import a_line_each, run
from benchmarks.proofing.peers.folder import home, missing
from benchmarks.proofing.peers.offsets import from_utf16

_SOME_FOUND = 1
_NO_LIMIT = 1_000_000
_SETTINGS = {
    "version": "0.2",
    "language": "en",
    "numSuggestions": SUGGESTIONS,
    # For each file, which here is the whole corpus.
    "maxNumberOfProblems": _NO_LIMIT,
    "maxDuplicateProblems": _NO_LIMIT,
}


class Cspell:
    """The command, with its reporter in JSON."""

    name = "cspell"

    def version(self) -> str:
        """The command's."""
        return run([self._command, "--version"], home(self.name)).strip()

    def available(self) -> str | None:
        """Whether it was installed."""
        return missing(self.name)

    def check(self, texts: Sequence[str]) -> list[list[Flag]]:
        """Flag the unknown words."""
        reporter = home(self.name) / "node_modules/@cspell/cspell-json-reporter/dist/esm/index.js"
        with a_line_each(texts) as path:
            settings = {**_SETTINGS, "reporters": [[str(reporter), {"outFile": "stdout"}]]}
            path.with_name("cspell.json").write_text(json.dumps(settings), encoding="utf-8")
            options = ["--no-progress", "--no-summary", "--show-suggestions"]
            command = [self._command, "lint", *options, "--config", "cspell.json", path.name]
            said = json.loads(run(command, path.parent, done=(0, _SOME_FOUND)))
        flags: list[list[Flag]] = [[] for _ in texts]
        for issue in said["issues"]:
            index = issue["row"] - 1
            start = from_utf16(texts[index], issue["offset"] - issue["line"]["offset"])
            end = start + len(issue["text"])
            # As editors show them: "Receive" for "Recieve".
            near = (
                each.get("wordAdjustedToMatchCase", each["word"]) for each in issue["suggestionsEx"]
            )
            suggestions = tuple(near)[:SUGGESTIONS]
            flags[index].append(Flag(start, end, "unknown-word", suggestions))
        return flags

    def correct(self, words: Sequence[str]) -> list[Correction]:
        """Correct words, each in a line by itself."""
        return [correction(*pair) for pair in zip(words, self.check(words), strict=True)]

    @property
    def _command(self) -> str:
        return str(home(self.name) / "node_modules/.bin/cspell")
