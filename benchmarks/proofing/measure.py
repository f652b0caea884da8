"""Runs everything, and says on standard error how far it is."""

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks.proofing import (
    clean_run,
    corpora,
    learners_run,
    misspellings_run,
    planted_run,
    speed_run,
)
from benchmarks.proofing.contender import Contender, contenders
from benchmarks.proofing.corpus import Part, load_sentences, planted_of, split
from benchmarks.proofing.examples import Example, examples, explained
from benchmarks.proofing.results import Figures, Results
from benchmarks.proofing.subject import DEFAULT, Subject

SHOWN = 10


def measure(part: Part, only: Iterable[str], samples: Path, *, quick: bool) -> Results:
    """Measure all contenders that can run.

    Args:
        part: the part of the planted corpus.
        only: the names of those to measure; all where none is given.
        samples: the folder of sample profiles.
        quick: leave out slow peers, public corpora and speed.
    """
    chosen = contenders(only, quick=quick)
    results = _planted(part, chosen)
    clean = clean_run.load(samples)
    _in_turn("clean samples", chosen, _cleaner(results, clean))
    _explain(results, clean)
    if not quick:
        _in_turn("learners", chosen, _learner(results))
        _in_turn("misspellings", chosen, _speller(results))
        _in_turn("speed", chosen, _timer(results))
    return results


def _planted(part: Part, chosen: Sequence[Contender]) -> Results:
    sentences, items = split(load_sentences())[part], planted_of(part)
    results = Results(
        part, len(sentences), sum(len(sentence.text.split()) for sentence in sentences)
    )

    def one(contender: Contender) -> None:
        made = planted_run.run(contender, sentences, items)
        kinds = {group: made.of(group) for group in planted_run.GROUPS}
        results.of[contender.name] = Figures(contender.version(), made.score, kinds, made.alarms)

    _in_turn("planted mistakes", chosen, one)
    return results


def _cleaner(results: Results, samples: clean_run.Samples) -> Callable[[Contender], None]:
    results.sample_words = samples.words

    def one(contender: Contender) -> None:
        results.of[contender.name].in_samples = clean_run.run(contender, samples)

    return one


def _learner(results: Results) -> Callable[[Contender], None]:
    learners = corpora.jfleg() if _present("jfleg") else []

    def one(contender: Contender) -> None:
        if learners:
            results.of[contender.name].learners = learners_run.run(contender, learners)

    return one


def _speller(results: Results) -> Callable[[Contender], None]:
    lists = {name: corpora.misspellings(name) for name in corpora.LISTS if _present(name)}
    results.list_sizes = {name: len(pairs) for name, pairs in lists.items()}

    def one(contender: Contender) -> None:
        for name, pairs in lists.items():
            score = misspellings_run.run(
                contender, pairs[: misspellings_run.MOST.get(contender.name)]
            )
            if score is not None:
                results.of[contender.name].lists[name] = score

    return one


def _timer(results: Results) -> Callable[[Contender], None]:
    sentences = [sentence.text for sentence in load_sentences()]
    if corpora.present("jfleg"):
        sentences += [learner.text for learner in corpora.jfleg()]
    slices = speed_run.texts(sentences)

    def one(contender: Contender) -> None:
        results.of[contender.name].speed = speed_run.run(contender.name, slices)

    return one


def _present(name: str) -> bool:
    if corpora.present(name):
        return True
    _say(f"{name}: left out, benchmarks/proofing/corpora.py brings it")
    return False


def _explain(results: Results, samples: clean_run.Samples) -> None:
    """Take the explained examples that still hold, and say which no longer do."""
    found, known = examples(Subject(DEFAULT), samples), explained()
    results.misses, results.alarms = (
        [(each[key], known[key]) for key in known if key in each][:SHOWN]
        for each in (_by_id(found.misses), _by_id(found.alarms))
    )
    gone = len(known) - len(results.misses) - len(results.alarms)
    if gone:
        _say(f"explained.yaml: {gone} examples no longer hold, or are beyond {SHOWN}")


def _by_id(found: Iterable[Example]) -> dict[str, Example]:
    return {example.id: example for example in found}


def _in_turn(what: str, chosen: Sequence[Contender], one: Callable[[Contender], None]) -> None:
    for contender in chosen:
        start = time.monotonic()
        one(contender)
        _say(f"{what}: {contender.name}, {time.monotonic() - start:.1f} s")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
