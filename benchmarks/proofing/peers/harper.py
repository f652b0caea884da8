"""Harper, as it comes: all the rules that it has on, and none of ours."""

from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from benchmarks.proofing.peer import SUGGESTIONS, Correction, Flag, correction

if TYPE_CHECKING:
    import harper

PACKAGE = "harper-py"
# Of a word that stands alone, it is not what is asked.
_CAPITAL = "SentenceCapitalization"


class Harper:
    """The linter of the project's own environment, in its default dialect, American."""

    name = "Harper"

    def version(self) -> str:
        """The package's."""
        return version(PACKAGE)

    def available(self) -> str | None:
        """Whether the package is there."""
        try:
            version(PACKAGE)
        except PackageNotFoundError:
            return f"{PACKAGE} is not installed"
        return None

    def check(self, texts: Sequence[str]) -> list[list[Flag]]:
        """Flag what any rule says."""
        return [self._flags(text) for text in texts]

    def correct(self, words: Sequence[str]) -> list[Correction]:
        """Correct words, each a text by itself."""
        return [
            correction(word, (flag for flag in flags if flag.rule != _CAPITAL))
            for word, flags in zip(words, self.check(words), strict=True)
        ]

    @cached_property
    def _linter(self) -> "harper.Linter":
        import harper

        return harper.Linter()

    def _flags(self, text: str) -> list[Flag]:
        flags = [
            Flag(lint.span.start, lint.span.end, rule, tuple(_replacements(lint)[:SUGGESTIONS]))
            for rule, lints in self._linter.organized_lints(text, language="plaintext").items()
            for lint in lints
        ]
        return sorted(flags, key=lambda flag: (flag.start, flag.end, flag.rule))


def _replacements(lint: "harper.Lint") -> list[str]:
    return [
        (lint.problem_text if suggestion.kind.name == "INSERT_AFTER" else "")
        + suggestion.replacement_text
        for suggestion in lint.suggestions
    ]
