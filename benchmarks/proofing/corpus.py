"""The benchmark's own corpus: clean sentences, the mistakes planted into them, and its two parts.

A sentence belongs with all its plantings to ``dev``, to work on rules with, or to ``report``, which
only yields the figures that are published. ``REPORT_SHA256`` pins the latter: whoever loads the
planted items learns whether a sentence, a planting or a draw has changed.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

HERE = Path(__file__).parent
SENTENCES = HERE / "sentences.yaml"
PLANTED = HERE / "planted.jsonl"
REPORT_SHA256 = "5e9dedc0e352401ebffb1c13d000f96668e5ac5e1fca9c006f4e87ed2e0435bc"

Part = Literal["dev", "report"]

PROSE = ("about", "note")
"""The fields that hold whole sentences."""

KINDS = (
    "typo-transposition",
    "typo-omission",
    "typo-insertion",
    "typo-neighbour",
    "confusion",
    "agreement",
    "tense",
    "article",
    "article-missing",
    "doubled-word",
    "apostrophe",
    "capital",
    "brand",
    "spacing",
    "missing-space",
    "punctuation",
)
"""The kinds of mistakes, in the order of the tables."""


@dataclass(frozen=True)
class Hand:
    """A planting that was made by hand: ``wrong`` in place of ``right``."""

    kind: str
    right: str
    wrong: str


@dataclass(frozen=True)
class Sentence:
    """A clean line of a profile."""

    text: str
    trade: str
    field: str
    plant: tuple[Hand, ...]


@dataclass(frozen=True)
class Planted:
    """A sentence with one mistake: ``bad[start:end]`` is ``wrong`` and ought to be ``right``."""

    id: str
    kind: str
    clean: str
    bad: str
    start: int
    end: int
    wrong: str
    right: str
    field: str
    trade: str


def load_sentences(path: Path = SENTENCES) -> list[Sentence]:
    """Read the clean sentences.

    Raises:
        ValueError: a planting does not fit its sentence.
    """
    sentences = []
    for item in yaml.safe_load(path.read_text(encoding="utf-8")):
        hands = tuple(Hand(**hand) for hand in item.get("plant", ()))
        sentence = Sentence(item["text"], item["trade"], item["field"], hands)
        for hand in hands:
            if sentence.text.count(hand.right) != 1 or hand.right == hand.wrong:
                message = f"{hand.right!r} does not stand once in {sentence.text!r}"
                raise ValueError(message)
        sentences.append(sentence)
    return sentences


@cache
def load_planted(path: Path = PLANTED) -> tuple[Planted, ...]:
    """Read the planted items of both parts.

    Raises:
        ValueError: the report part is not the one that is pinned.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    items = tuple(Planted(**json.loads(line)) for line in lines)
    found = digest(load_sentences(), items)
    if found != REPORT_SHA256:
        message = f"{path}: the report part has changed: its SHA-256 is {found}"
        raise ValueError(message)
    return items


def part_of(text: str) -> Part:
    """The part to which a clean text and all its plantings belong."""
    return "report" if hashlib.sha256(text.encode()).digest()[0] % 2 else "dev"


def planted_of(part: Part) -> list[Planted]:
    """The planted items of a part."""
    return [item for item in load_planted() if part_of(item.clean) == part]


def split(sentences: Iterable[Sentence]) -> dict[Part, list[Sentence]]:
    """Split the sentences into the part to develop with and the part to report."""
    parts: dict[Part, list[Sentence]] = {"dev": [], "report": []}
    for sentence in sentences:
        parts[part_of(sentence.text)].append(sentence)
    return parts


def digest(sentences: Iterable[Sentence], items: Sequence[Planted]) -> str:
    """SHA-256 of the report part, both its clean sentences and its planted items, as JSON."""
    # In the order in which they were drawn when the hash was taken.
    drawn = sorted(items, key=lambda it: (KINDS.index(it.kind), it.clean, it.start, it.wrong))
    report = {
        "clean": sorted(it.text for it in split(sentences)["report"]),
        "planted": [asdict(it) for it in drawn if part_of(it.clean) == "report"],
    }
    return hashlib.sha256(canonical(report).encode()).hexdigest()


def canonical(data: object) -> str:
    """Data as JSON that is the same every time."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
