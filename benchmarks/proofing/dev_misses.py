"""Lists what profilelint misses and flags in vain in the part to develop with, and in samples."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.proofing import clean_run
from benchmarks.proofing.examples import Example, examples, explained
from benchmarks.proofing.subject import DEFAULT, Subject


def show(samples: Path) -> None:
    """Print every example with its id, by which ``explained.yaml`` explains it."""
    found = examples(Subject(DEFAULT), clean_run.load(samples))
    known = explained()
    _show("missed", found.misses, known)
    _show("flagged in vain", found.alarms, known)


def _show(title: str, all_of_them: Sequence[Example], known: dict[str, str]) -> None:
    print(f"{title}: {len(all_of_them)}")
    for each in all_of_them:
        mark = "  (explained)" if each.id in known else ""
        print(f"  {each.id}: “{each.span}” ({each.remark}) in: {each.text}{mark}")
