"""Tells how well a word fits between the words beside it, by how often they follow one another."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from profilelint.proofing.word_file import word_file

_BEFORE = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)*) $")
_AFTER = re.compile(r" ([^\W\d_]+(?:['’][^\W\d_]+)*)")
_REACH = 30
# Two words that were never counted together may follow one another all the same.
_UNSEEN = 20


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The words beside a place, in small letters; empty where there are none, or a mark between."""

    before: str = ""
    after: str = ""

    def fit(self, word: str) -> float:
        """How much likelier the word is here than one never seen here, in powers of ten."""
        low = word.lower()
        fit = _together(self.before, low) if self.before else 0.0
        return fit + (_together(low, self.after) if self.after else 0.0)


NOWHERE = Neighbours()


def neighbours(text: str, start: int, end: int) -> Neighbours:
    """The words beside ``text[start:end]``."""
    before, after = _BEFORE.search(text, max(0, start - _REACH), start), _AFTER.match(text, end)
    return Neighbours(before[1].lower() if before else "", after[1].lower() if after else "")


@lru_cache(maxsize=1 << 14)
def count_together(one: str, two: str) -> int:
    """How often the one word is followed by the other, in some 10⁸ pairs of words."""
    if not (one[-1:].isalnum() and two[:1].isalnum()):
        return 0  # marks were not counted
    return int(word_file("word-pairs.txt").get(f"{one} {two}") or 0)


def _together(one: str, two: str) -> float:
    return math.log10(1 + count_together(one, two) / _UNSEEN)
