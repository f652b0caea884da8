"""Tells a word that stands among words of another language: a title, a degree, a quotation.

The language of a passage is told as a whole. A few words of another one within it, or a line too
short to tell, would be spelled as English, and every one of them found wrong.
"""

import re

from profilelint.proofing.language import function_words
from profilelint.proofing.vocabulary import Vocabulary, known_typo
from profilelint.proofing.word_file import word_file

_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]{2,}(?:['’][^\W\d_]+)*(?![\w-])")
_REACH, _NEIGHBOURS = 90, 6
# English function words that no near language writes, or none in the same row of words.
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "with",
        "by",
        "from",
        "that",
        "which",
        "this",
        "my",
        "our",
        "their",
        "were",
        "has",
        "using",
        "for",
        "at",
        "in",
    ]
)
# Frequent words of others that English has, too, but hardly ever on a profile.
_RARE_IN_ENGLISH = frozenset(
    ["con", "del", "den", "dos", "em", "en", "er", "la", "om", "par", "pour", "til", "um"]
)
_COMMON = 25
_APART = re.compile(r"[()\[\]“”„«»\"]| / | [–—] ")


def is_foreign(
    text: str, start: int, end: int, vocabulary: Vocabulary, *, title: bool = False
) -> bool:
    """Whether the words around a word are of another language than English.

    Args:
        text: the passage.
        start: offset of the word.
        end: offset behind it.
        vocabulary: what is a word.
        title: whether a capital tells nothing of a word, as in a title.
    """
    opens, closes = _segment(text, start, end)
    before = [m[0] for m in _WORD.finditer(text, opens, start)]
    after = [m[0] for m in _WORD.finditer(text, end, closes)]
    around = [*before[-_NEIGHBOURS:], *after[:_NEIGHBOURS]]
    if text.isupper():
        around = [word.lower() for word in around]
    english = sum(word.lower() in _ENGLISH for word in around)
    told = sum(_tells(word, title=title, vocabulary=vocabulary) for word in around)
    unknown = sum(_is_unknown(word, vocabulary) for word in around)
    if not english:
        return told > 0 or unknown > 1 or (title and 0 < unknown == len(around))
    return told > 0 and told + unknown > max(1, english)


def _segment(text: str, start: int, end: int) -> tuple[int, int]:
    """What stands around a word within its brackets or quotation marks: “(Ich kann retten / …)”."""
    opens, closes = max(0, start - _REACH), min(len(text), end + _REACH)
    marks = [mark.start() for mark in _APART.finditer(text, opens, closes)]
    before = [mark + 1 for mark in marks if mark < start]
    after = [mark for mark in marks if mark >= end]
    inner = before[-1] if before else opens, after[0] if after else closes
    # Brackets around the word alone tell nothing of its language.
    return inner if len(text[inner[0] : inner[1]].split()) > 2 else (opens, closes)


def _tells(word: str, *, title: bool, vocabulary: Vocabulary) -> bool:
    """Whether a word is of another language for sure: by its letters, or as a function word."""
    if not word.islower() and not title:
        return False
    if not word.isascii():
        return not vocabulary.accepts(word)
    return _is_function_word(word)


def _is_unknown(word: str, vocabulary: Vocabulary) -> bool:
    return (
        word.islower()
        and len(word) > 2
        and word.isascii()
        and known_typo(word) is None
        and not _is_function_word(word)
        and not vocabulary.accepts(word)
    )


def _is_function_word(word: str) -> bool:
    if word not in function_words(foreign=True):
        return False
    return word in _RARE_IN_ENGLISH or int(word_file("words.txt").get(word) or 0) < _COMMON
