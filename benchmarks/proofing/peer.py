"""What the benchmark knows of a peer: what it flags in texts, and how it corrects words.

Offsets are those of Python's strings: code points, from the text's own beginning. Each adapter is
proved by :func:`probe` before it is measured, so that no peer loses by an offset counted wrongly.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

SUGGESTIONS = 10
"""How many suggestions of a peer are kept."""

PROBE = "Café – naïve 🙂: we recieve “a” very unique report – and recieve it."
# Each peer finds one of these: the spellers the word, those for style the phrase.
FOUND_BY_ALL = ("recieve", "very unique")
CLEAN = "All is well here."


@dataclass(frozen=True, slots=True)
class Flag:
    """One remark of a peer on a text, with what it suggests in place of the span, best first."""

    start: int
    end: int
    rule: str
    suggestions: tuple[str, ...] = ()


class Correction(NamedTuple):
    """What a peer says about one word that stands alone."""

    flagged: bool
    suggestions: tuple[str, ...]


class Peer(Protocol):
    """A proofreading tool, as it comes."""

    @property
    def name(self) -> str:
        """What it is called in the tables."""

    def version(self) -> str:
        """Which version runs, and of which word list where that is another package."""

    def available(self) -> str | None:
        """None where it can run, else why not."""

    def check(self, texts: Sequence[str]) -> list[list[Flag]]:
        """Flag each text, which is a paragraph by itself."""

    def correct(self, words: Sequence[str], /) -> list[Correction] | None:
        """Correct single words; None from a peer that is no speller."""


def probe(peer: Peer) -> None:
    """Stop the run unless a peer flags a known mistake where it stands, and in the right text.

    The mistake stands behind characters of two, three and four bytes in UTF-8, and of one and two
    units in UTF-16, so that an adapter that counts either is found out.
    """
    before, flags, after = peer.check([CLEAN, PROBE, CLEAN])
    spans = [PROBE[flag.start : flag.end] for flag in flags]
    for mistake in FOUND_BY_ALL:
        if spans.count(mistake) == PROBE.count(mistake) and not before and not after:
            return
    sys.exit(f"{peer.name}: the adapter misplaces flags: {spans} in {PROBE!r}, {before}, {after}")


def correction(word: str, flags: Iterable[Flag]) -> Correction:
    """Read what was flagged in a text that is one word: the suggestions for all of it count."""
    flags = list(flags)
    whole = (flag for flag in flags if (flag.start, flag.end) == (0, len(word)))
    suggestions = next((flag.suggestions for flag in whole if flag.suggestions), ())
    return Correction(bool(flags), suggestions)
