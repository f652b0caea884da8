"""The second set to develop with: pairs of a clean line and one with a mistake, and clean lines.

    python -m benchmarks.proofing.development_run

prints how many mistakes of each kind are found, what is missed, and what is flagged in vain.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.proofing.peer import Flag
from benchmarks.proofing.subject import DEFAULT, Subject

FOLDER = Path(__file__).parent / "development"


@dataclass(frozen=True, slots=True)
class Pair:
    """A clean line, and the same with one mistake: it lies between ``start`` and ``end`` of it."""

    kind: str
    field: str
    clean: str
    bad: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came of the set.

    Attributes:
        planted: mistakes by kind.
        found: those that a flag lies over, which is not there in the clean line.
        missed: the pairs of the others.
        alarms: the clean lines that were flagged, with their flags.
        words: how many words the clean lines have.
    """

    planted: Counter[str]
    found: Counter[str]
    missed: list[Pair]
    alarms: list[tuple[str, Flag]]
    words: int


def load() -> tuple[list[Pair], list[tuple[str, str]]]:
    """The pairs, and all clean lines with their fields, each once."""
    pairs: list[Pair] = []
    clean: dict[tuple[str, str], None] = {}
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            clean.setdefault((row["clean"], row["field"]))
            if "bad" in row:
                start, end = changed(row["clean"], row["bad"])
                pairs.append(Pair(row["kind"], row["field"], row["clean"], row["bad"], start, end))
    return pairs, list(clean)


def changed(clean: str, bad: str) -> tuple[int, int]:
    """Where the second text differs from the first, widened to whole words and a neighbour.

    >>> changed("He has led it.", "He has lead it.")
    (6, 11)
    """
    least = min(len(clean), len(bad))
    start = next((at for at in range(least) if clean[at] != bad[at]), least)
    rest = least - start
    same = next((at for at in range(rest) if clean[-1 - at] != bad[-1 - at]), rest)
    start, end = max(0, start - 1), min(len(bad), len(bad) - same + 1)
    while start > 0 and bad[start - 1].isalnum():
        start -= 1
    while end < len(bad) and bad[end].isalnum():
        end += 1
    return start, end


def run(subject: Subject) -> Result:
    """Run profilelint over the set."""
    pairs, clean = load()
    in_clean = dict(zip(clean, subject.check(clean), strict=True))
    in_bad = subject.check([(pair.bad, pair.field) for pair in pairs])
    missed = [
        pair
        for pair, flags in zip(pairs, in_bad, strict=True)
        if not any(_new(pair, flags, in_clean[pair.clean, pair.field]))
    ]
    planted = Counter(pair.kind for pair in pairs)
    return Result(
        planted,
        planted - Counter(pair.kind for pair in missed),
        missed,
        [(text, flag) for (text, _), flags in in_clean.items() for flag in flags],
        sum(len(text.split()) for text, _ in clean),
    )


def _new(pair: Pair, flags: list[Flag], known: list[Flag]) -> Iterator[Flag]:
    places = {(flag.rule, flag.start, flag.end) for flag in known}
    for flag in flags:
        over = flag.start < pair.end and pair.start < flag.end
        if over and (flag.rule, flag.start, flag.end) not in places:
            yield flag


def main() -> None:
    """Print what came of it."""
    result = run(Subject(DEFAULT))
    for kind, items in result.planted.items():
        print(f"{kind:16} {result.found[kind]:4} of {items:4}")
    print(f"{len(result.alarms)} false alarms in {result.words} words")
    for text, flag in result.alarms:
        print(f"  alarm {flag.rule}: {text[flag.start : flag.end]!r} in {text}")
    for pair in result.missed:
        print(f"  missed {pair.kind}: {pair.bad[pair.start : pair.end]!r} in {pair.bad}")


if __name__ == "__main__":
    main()
