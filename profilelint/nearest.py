"""Names the nearest valid word when a wrong one was given."""

from collections.abc import Iterable

_NEAR = 60
"""Likeness, of 100, from which on a word is worth naming."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like the given one, or None where none is.

    >>> nearest("audiance", ["audience", "grammar"])
    'audience'
    """
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return best[0] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint: the nearest known word, or all of them where none is near."""
    words = list(known)
    near = nearest(word, words)
    return f"did you mean “{near}”?" if near else f"known are {', '.join(words)}"
