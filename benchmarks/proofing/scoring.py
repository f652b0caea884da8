"""Counts what was found, what was flagged in vain, and what follows from the two."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.proofing.corpus import Planted
from benchmarks.proofing.peer import Flag


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one planted mistake.

    Attributes:
        item: the planted mistake.
        found: whether a flag lies over it that is not there in the clean sentence.
        fixed: whether the first suggestion of such a flag restores the clean sentence.
        vain_flags: the flags that lie elsewhere in the sentence, or over it in the clean one, too.
    """

    item: Planted
    found: bool
    fixed: bool
    vain_flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of a number of outcomes."""

    items: int
    found: int
    fixed: int
    vain: int

    @property
    def recall(self) -> float:
        """The share of mistakes found."""
        return self.found / self.items if self.items else 0.0

    @property
    def precision(self) -> float:
        """The share of flags, over the sentences with mistakes, that lie over the mistake."""
        return self.found / (self.found + self.vain) if self.found else 0.0

    @property
    def f_half(self) -> float:
        """F0.5: precision and recall in one, precision twice as dear."""
        weighted = 0.25 * self.precision + self.recall
        return 1.25 * self.precision * self.recall / weighted if weighted else 0.0


def judge(item: Planted, in_bad: Sequence[Flag], in_clean: Sequence[Flag]) -> Outcome:
    """Hold the flags of a sentence with a mistake against those of its clean twin."""
    shift = len(item.wrong) - len(item.right)
    known = {(flag.rule, *_unmoved(flag, item, shift)) for flag in in_clean}
    over = [
        flag
        for flag in in_bad
        if flag.start < max(item.end, item.start + 1)
        and item.start < max(flag.end, flag.start + 1)
        and (flag.rule, flag.start, flag.end) not in known
    ]
    fixed = any(
        flag.suggestions
        and item.bad[: flag.start] + flag.suggestions[0] + item.bad[flag.end :] == item.clean
        for flag in over
    )
    return Outcome(item, bool(over), fixed, tuple(flag for flag in in_bad if flag not in over))


def _unmoved(flag: Flag, item: Planted, shift: int) -> tuple[int, int]:
    """Where a flag of the clean sentence lies in the other one."""
    move = shift if flag.start >= item.start else 0
    return flag.start + move, flag.end + (shift if flag.end > item.start else 0)


def total(outcomes: Iterable[Outcome]) -> Score:
    """Add outcomes up."""
    outcomes = list(outcomes)
    return Score(
        len(outcomes),
        sum(outcome.found for outcome in outcomes),
        sum(outcome.fixed for outcome in outcomes),
        sum(len(outcome.vain_flags) for outcome in outcomes),
    )


def per_thousand(flags: int, texts: Iterable[str]) -> float:
    """Flags per 1,000 words."""
    words = sum(len(text.split()) for text in texts)
    return 1000 * flags / words if words else 0.0
