"""JFLEG, sentences of learners of English: which does a contender flag at all?"""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.proofing.contender import Contender, Line
from benchmarks.proofing.corpora import Learner


@dataclass(frozen=True)
class LearnerScore:
    """Shares of sentences with a flag, among those that are wrong and those that are right."""

    errorful: float
    clean: float


def run(contender: Contender, learners: Sequence[Learner]) -> LearnerScore:
    """Check each sentence by itself, as prose."""
    chosen = [learner for learner in learners if learner.errorful or learner.clean]
    flags = contender.check([Line(learner.text, "note") for learner in chosen])
    flagged = {True: 0, False: 0}
    for learner, found in zip(chosen, flags, strict=True):
        flagged[learner.errorful] += bool(found)
    errorful = sum(learner.errorful for learner in chosen)
    return LearnerScore(flagged[True] / errorful, flagged[False] / (len(chosen) - errorful))
