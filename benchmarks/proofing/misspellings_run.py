"""Public lists of misspellings: is the word found, and does the right one come first?"""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.proofing.contender import Contender
from benchmarks.proofing.corpora import Pair

FEW = 5

MOST = {"pyspellchecker": 50}
"""How many words of a list a speller is asked that takes a second for each."""


@dataclass(frozen=True)
class ListScore:
    """What a speller made of a list, as shares of all its words.

    Attributes:
        found: the misspelling was flagged.
        first: the word that was meant is the first suggestion.
        among_five: it is one of the first five.
    """

    found: float
    first: float
    among_five: float


def run(contender: Contender, pairs: Sequence[Pair]) -> ListScore | None:
    """Correct each word by itself; None from one that is no speller."""
    corrections = contender.correct([wrong for wrong, _ in pairs])
    if corrections is None or not pairs:
        return None
    found = first = few = 0
    for (_, right), correction in zip(pairs, corrections, strict=True):
        suggestions = [word.lower() for word in correction.suggestions[:FEW]]
        found += correction.flagged
        first += suggestions[:1] == [right]
        few += right in suggestions
    return ListScore(found / len(pairs), first / len(pairs), few / len(pairs))
