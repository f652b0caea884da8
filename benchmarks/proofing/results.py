"""What one run found out, by contender: aggregates only."""

from dataclasses import dataclass, field

from benchmarks.proofing.corpus import Part
from benchmarks.proofing.examples import Example
from benchmarks.proofing.learners_run import LearnerScore
from benchmarks.proofing.misspellings_run import ListScore
from benchmarks.proofing.scoring import Score
from benchmarks.proofing.speed_run import Speed


@dataclass
class Figures:
    """The figures of one contender; what was not measured is absent.

    Attributes:
        score: of all planted mistakes.
        kinds: of the planted mistakes in each row of the table by kind.
        alarms: false alarms per 1,000 words of the clean sentences.
        in_samples: flags in the clean sample profiles.
        lists: of each list of misspellings.
        learners: of JFLEG.
        speed: on one core.
    """

    version: str
    score: Score
    kinds: dict[str, Score]
    alarms: float
    in_samples: int | None = None
    lists: dict[str, ListScore] = field(default_factory=dict)
    learners: LearnerScore | None = None
    speed: Speed | None = None


@dataclass
class Results:
    """All figures of a run.

    Attributes:
        part: the part of the planted corpus.
        sentences: how many clean sentences it has.
        words: how many words these have.
        sample_words: the words of the clean sample profiles.
        list_sizes: how many words of each list were asked.
        of: the figures by contender, ours first.
        misses: explained misses of the part to develop with.
        alarms: explained false alarms of the part to develop with.
    """

    part: Part
    sentences: int
    words: int
    sample_words: int = 0
    list_sizes: dict[str, int] = field(default_factory=dict)
    of: dict[str, Figures] = field(default_factory=dict)
    misses: list[tuple[Example, str]] = field(default_factory=list)
    alarms: list[tuple[Example, str]] = field(default_factory=list)
