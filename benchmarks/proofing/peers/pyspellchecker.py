"""pyspellchecker, as its manual uses it: words, the unknown ones, and what is near them."""

import re
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from benchmarks.proofing.peer import SUGGESTIONS, Correction, Flag, correction

if TYPE_CHECKING:
    from spellchecker import SpellChecker

# Its own pattern, which it uses without offsets.
_WORD = re.compile(r"\w[\w']*\w|\w")


class PySpellChecker:
    """The package of the project's own environment, with its English list.

    Two favours are done to it, which any user would do: the typographic apostrophe counts as the
    plain one, and a known word with a possessive ``'s`` is known.
    """

    name = "pyspellchecker"

    def __init__(self) -> None:
        self._known: dict[str, list[str]] = {}

    def version(self) -> str:
        """The package's."""
        return version(self.name)

    def available(self) -> str | None:
        """Whether the package is there."""
        try:
            version(self.name)
        except PackageNotFoundError:
            return f"{self.name} is not installed"
        return None

    def check(self, texts: Sequence[str]) -> list[list[Flag]]:
        """Flag the unknown words."""
        return [self._flags(text.replace("’", "'")) for text in texts]

    def correct(self, words: Sequence[str]) -> list[Correction]:
        """Correct words, each a text by itself."""
        return [correction(*pair) for pair in zip(words, self.check(words), strict=True)]

    @cached_property
    def _checker(self) -> "SpellChecker":
        from spellchecker import SpellChecker

        return SpellChecker()

    def _flags(self, text: str) -> list[Flag]:
        flags = []
        for match in _WORD.finditer(text):
            word = match[0].removesuffix("'s")
            if self._checker.unknown([word]):
                ending = match[0].removeprefix(word)
                near = tuple(f"{each}{ending}" for each in self._near(word))
                flags.append(Flag(match.start(), match.end(), "unknown-word", near))
        return flags

    def _near(self, word: str) -> list[str]:
        low = word.lower()
        if low not in self._known:  # it takes a tenth of a second and more
            found = self._checker.candidates(low) or ()
            ordered = sorted(found, key=lambda each: (-self._checker[each], each))
            self._known[low] = ordered[:SUGGESTIONS]
        near = self._known[low]
        if word.isupper():
            return [each.upper() for each in near]
        return [each.capitalize() for each in near] if word[:1].isupper() else near
