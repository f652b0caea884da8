"""Reads the durations that LinkedIn prints: ``2 years 3 months``, in any language."""

import re

from profilelint.loaders.linkedin.word_tables import word_table

_TERM = r"(\d{1,2})\s*([^\W\d_]+)\.?"
_DURATION = re.compile(rf"{_TERM}(?:\s+{_TERM})?")
_LONGEST = 40  # characters of a duration


def months_of(text: str) -> int | None:
    """The months of a duration, or None if the text is none.

    >>> months_of("10 years 3 months"), months_of("4년 8개월"), months_of("3 mies."), months_of("9 to 5")
    (123, 56, 3, None)
    """  # noqa: E501
    text = text.strip().strip("()").strip()
    match = _DURATION.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    first, word, second, second_word = match.groups()
    if second is not None and second_word is not None:
        known = _is_unit(word, "years") or _is_unit(second_word, "months")
        return int(first) * 12 + int(second) if known else None
    # "an" begins both "ans" and "and more": the months' words are asked first, the longest win.
    if _is_unit(word, "months"):
        return int(first)
    return int(first) * 12 if _is_unit(word, "years") else None


def _is_unit(word: str, unit: str) -> bool:
    word = word.casefold()
    return any(
        word.startswith(beginning) and len(word) <= len(beginning) + 4
        for beginning in word_table("durations")[unit]
    )
