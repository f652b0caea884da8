"""pyspellchecker: the words of twelve languages, for what Harper cannot read.

It only tells unknown words and words one edit away. Its ``correction()`` is never called: on a long
unknown word it takes 0.3 to 0.8 s, and its first guess is often poor.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from profilelint.errors import EngineUnavailable
from profilelint.proofing.engine import Mistake
from profilelint.proofing.language import base
from profilelint.proofing.word_file import word_file

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Letters before an apostrophe that belong to no word of the list: l'équipe, dell'azienda, d'été.
_ELISION = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|all|dall|sull|un)['’]", re.IGNORECASE
)
_SHORTEST, _LONGEST = 3, 40
# How often a word of our own list is taken to occur: the package's counts come from films.
_OF_WORK = 2000
# Lists from sources that are so much smaller that their 5,000th word, which is common everywhere,
# was counted 35 times (Basque) or 282 (Russian), and not 400 to 10,000 times; Persian words were
# hardly counted at all: all but 500 have the same 50.
_TIMES = {"eu": 11, "fa": 8, "ru": 4}


class Speller:
    """The engine. A language's list is loaded when its first text comes."""

    name = "pyspellchecker"

    def __init__(self) -> None:
        self._checkers: dict[str, SpellChecker] = {}
        self._lock = Lock()

    def supports(self, language: str) -> bool:
        """Whether the package has a list of the language's words."""
        return base(language) in _languages()

    def check(self, texts: Sequence[str], language: str) -> list[Mistake]:
        """Find the words that the list does not know.

        Raises:
            EngineUnavailable: pyspellchecker is not installed, or has no list for the language.
        """
        with self._lock:
            checker = self._checker(base(language))
        return [
            mistake
            for index, text in enumerate(texts)
            for mistake in self._check(checker, text, index, base(language))
        ]

    def near(self, word: str, language: str) -> list[tuple[str, int]]:
        """The words one edit away, with how often each occurs in the list's source."""
        with self._lock:
            checker = self._checker(base(language))
        low = word.lower()
        near = checker.edit_distance_1(low)
        times = _TIMES.get(base(language), 1)
        counts = {word: int(checker.word_frequency[word]) * times for word in checker.known(near)}
        for ours in near:
            if _is_of_work(ours, base(language)):
                counts[ours] = max(counts.get(ours, 0), _OF_WORK)
        counts.pop(low, None)
        return sorted(counts.items())

    def close(self) -> None:
        """Give the lists back."""
        with self._lock:
            self._checkers.clear()

    def _checker(self, language: str) -> "SpellChecker":
        if language not in self._checkers:
            try:
                from spellchecker import SpellChecker

                self._checkers[language] = SpellChecker(language=language, distance=1)
            except (ImportError, ValueError) as error:
                raise EngineUnavailable(
                    f"pyspellchecker cannot be loaded ({error})", hint="pip install pyspellchecker"
                ) from error
        return self._checkers[language]

    def _check(
        self, checker: "SpellChecker", text: str, index: int, language: str
    ) -> Iterator[Mistake]:
        for match in _WORD.finditer(text):
            start = match.start()
            elision = _ELISION.match(match[0])
            if elision:
                start += elision.end()
            word = text[start : match.end()]
            if not _SHORTEST <= len(word) <= _LONGEST or _is_known(checker, word):
                continue
            if _is_of_work(word.lower(), language):
                continue
            yield Mistake(
                text_index=index,
                start=start,
                end=match.end(),
                kind="Spelling",
                message=f"“{word}” is not in the list of words.",
                replacements=(),
                engine=self.name,
                engine_rule="unknown-word",
            )


def _is_known(checker: "SpellChecker", word: str) -> bool:
    low = word.lower().replace("’", "'")
    return low in checker or low.removesuffix("'s") in checker


def _is_of_work(word: str, language: str) -> bool:
    """Whether our own list has it: common words of business that the package lacks."""
    tags = word_file("other-words.txt").get(word)
    return tags is not None and language in tags.split(",")


@cache
def _languages() -> frozenset[str]:
    spec = find_spec("spellchecker")
    if spec is None or spec.origin is None:
        return frozenset()
    files = (Path(spec.origin).parent / "resources").glob("*.json.gz")
    return frozenset(file.name.removesuffix(".json.gz") for file in files)
