"""Mistakes planted one at a time, each beside its clean twin."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.proofing.contender import Contender, Line
from benchmarks.proofing.corpus import KINDS, Planted, Sentence
from benchmarks.proofing.peer import Flag
from benchmarks.proofing.scoring import Outcome, Score, judge, per_thousand, total

TYPOS = tuple(kind for kind in KINDS if kind.startswith("typo-"))

GROUPS: dict[str, tuple[str, ...]] = {
    "non-word typos": TYPOS,
    "– transposition": ("typo-transposition",),
    "– omission": ("typo-omission",),
    "– insertion": ("typo-insertion",),
    "– neighbouring key": ("typo-neighbour",),
    "real-word confusion": ("confusion",),
    "agreement": ("agreement",),
    "tense": ("tense",),
    "article, a for an": ("article",),
    "article missing": ("article-missing",),
    "doubled word": ("doubled-word",),
    "apostrophe": ("apostrophe",),
    "capital": ("capital",),
    "brand": ("brand",),
    "spacing": ("spacing",),
    "missing space after a stop": ("missing-space",),
    "punctuation": ("punctuation",),
}
"""The rows of the table by kind, and the kinds each adds up."""


@dataclass(frozen=True)
class PlantedResult:
    """What one contender made of a part.

    Attributes:
        outcomes: one for each planted mistake.
        in_clean: the flags of each clean sentence of the part.
    """

    outcomes: list[Outcome]
    in_clean: dict[str, list[Flag]]

    @property
    def score(self) -> Score:
        """All mistakes together."""
        return total(self.outcomes)

    @property
    def alarms(self) -> float:
        """False alarms per 1,000 words of the clean sentences."""
        return per_thousand(sum(map(len, self.in_clean.values())), self.in_clean)

    def of(self, group: str) -> Score:
        """The mistakes of a row of the table by kind."""
        return total(each for each in self.outcomes if each.item.kind in GROUPS[group])


def run(
    contender: Contender, sentences: Sequence[Sentence], items: Sequence[Planted]
) -> PlantedResult:
    """Check the clean sentences, then those with mistakes.

    Args:
        contender: who is asked.
        sentences: the clean sentences; the twin of each item is among them.
        items: the planted mistakes.
    """
    clean = contender.check([Line(sentence.text, sentence.field) for sentence in sentences])
    in_clean = {sentence.text: flags for sentence, flags in zip(sentences, clean, strict=True)}
    bad = contender.check([Line(item.bad, item.field) for item in items])
    outcomes = [
        judge(item, flags, in_clean[item.clean]) for item, flags in zip(items, bad, strict=True)
    ]
    return PlantedResult(outcomes, in_clean)
