"""Misses and false alarms, and why they are there: of the part to develop with, and of samples.

The part to report is never shown: whoever has seen it fits rules to it.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.proofing import clean_run
from benchmarks.proofing.corpus import load_sentences, part_of, planted_of, split
from benchmarks.proofing.peer import Flag
from benchmarks.proofing.planted_run import PlantedResult, run
from benchmarks.proofing.scoring import Outcome
from benchmarks.proofing.subject import Subject
from profilelint.fields import text_at

EXPLAINED = Path(__file__).parent / "explained.yaml"


@dataclass(frozen=True)
class Example:
    """A miss or a false alarm.

    Attributes:
        id: of a miss the item's, of a false alarm one made of text, place and rule.
        text: the sentence.
        span: what is wrong in it, or was flagged in vain.
        remark: what would be right, or which rule flagged it.
    """

    id: str
    text: str
    span: str
    remark: str


@dataclass(frozen=True)
class Examples:
    """All of the part to develop with, and the false alarms of the clean samples."""

    misses: list[Example]
    alarms: list[Example]


def examples(subject: Subject, samples: clean_run.Samples) -> Examples:
    """Run profilelint over the part to develop with, and over clean samples."""
    result = run(subject, split(load_sentences())["dev"], planted_of("dev"))
    return Examples(list(_misses(result)), [*_alarms(result), *_in_samples(subject, samples)])


def _misses(result: PlantedResult) -> Iterator[Example]:
    for outcome in result.outcomes:
        item = outcome.item
        if not outcome.found and part_of(item.clean) == "dev":
            yield Example(item.id, item.bad, item.wrong, f"{item.kind}; right is “{item.right}”")


def _alarms(result: PlantedResult) -> Iterator[Example]:
    for text, flags in result.in_clean.items():
        if part_of(text) == "dev":
            for flag in flags:
                yield _alarm(text, flag)
    for outcome in result.outcomes:
        if part_of(outcome.item.clean) == "dev":
            for flag in outcome.vain_flags:
                if not _known(flag, outcome, result):
                    yield _alarm(outcome.item.bad, flag)


def _in_samples(subject: Subject, samples: clean_run.Samples) -> Iterator[Example]:
    for profile in samples.profiles:
        for finding in clean_run.in_prose(subject, profile):
            text = text_at(profile, finding.pointer) or ""
            start, end = finding.start or 0, finding.end or 0
            begin = text.rfind("\n", 0, start) + 1
            line = text[begin : (text.find("\n", end) + 1 or len(text) + 1) - 1]
            flag = Flag(start - begin, end - begin, finding.rule, finding.suggestions)
            yield _alarm(line, flag)


def _known(flag: Flag, outcome: Outcome, result: PlantedResult) -> bool:
    """Whether the clean sentence has it, too, and was shown."""
    item = outcome.item
    span = item.bad[flag.start : flag.end]
    return any(
        known.rule == flag.rule and item.clean[known.start : known.end] == span
        for known in result.in_clean[item.clean]
    )


def _alarm(text: str, flag: Flag) -> Example:
    key = f"{text}\x1f{flag.start}\x1f{flag.rule}"
    suggested = f", suggested “{flag.suggestions[0]}”" if flag.suggestions else ""
    return Example(
        f"alarm-{hashlib.sha256(key.encode()).hexdigest()[:8]}",
        text,
        text[flag.start : flag.end],
        f"{flag.rule}{suggested}",
    )


def explained() -> dict[str, str]:
    """One sentence for each example that somebody explained, in the order of the file."""
    return dict(yaml.safe_load(EXPLAINED.read_text(encoding="utf-8")) or {})
