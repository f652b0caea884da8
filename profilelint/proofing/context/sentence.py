"""A passage as the rules of context see it: words and marks, each with its class."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from profilelint.proofing.context.lexicon import FUNCTION_WORDS, tags

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*\d|\d|[^\w\s]|_")
_OPENS = frozenset(".!?:•")
_MARKS = frozenset('.,;:!?()-–—/&%$"')


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark.

    Attributes:
        text: as it stands.
        low: in small letters, with a straight apostrophe.
        start: offset into the passage.
        end: offset behind it.
        kind: its class: a function word is its own; ``#`` a number; a mark is itself; ``Cap`` and
            ``X`` open the class of a word with a capital, or in capitals, within a sentence; else
            the tags of the lexicon, or a guess by the ending, which ends in ``?``.
    """

    text: str
    low: str
    start: int
    end: int
    kind: str

    @property
    def tags(self) -> str:
        """What a word in small letters can be; nothing for marks, names and function words."""
        return self.kind if self.kind[:1] in "BZDNGSPJR" and self.kind[:3] != "Cap" else ""


def read(text: str) -> list[Token]:
    """Cut a passage into tokens."""
    tokens: list[Token] = []
    opens = True
    for match in _TOKEN.finditer(text):
        word = match[0]
        low = word.lower().replace("’", "'")
        tokens.append(Token(word, low, match.start(), match.end(), _kind(word, low, opens)))
        opens = word in _OPENS
    return tokens


def low_at(tokens: Sequence[Token], at: int) -> str:
    """The word at a place, in small letters; nothing beyond the ends."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _kind(word: str, low: str, opens: bool) -> str:
    if low in FUNCTION_WORDS:
        return low
    first = word[0]
    if first.isdigit():
        return "#"
    if not first.isalpha():
        return word if word in _MARKS else "*"
    known = tags(low)
    if first.isupper() and not opens:
        return ("X" if word.isupper() and len(word) > 1 else "Cap") + known
    if known:
        return known
    if low.endswith("'s"):
        return "'s"
    for ending, guess in (("ing", "G?"), ("ed", "DN?"), ("ly", "R?"), ("ss", "S?"), ("s", "P?")):
        if low.endswith(ending):
            return guess
    return "S?"
