"""``note-self-centred``: a note is about its sender alone, and offers nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from profilelint.kinds.context import Context, Match
from profilelint.kinds.notes.note import notes
from profilelint.kinds.patterns import compile_pattern
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """The words of each language.

    Attributes:
        me: for a language, words that mean the sender.
        you: words that mean the recipient.
        gives: parts of a note that thank, praise, offer or ask about the other's work.
        least: so many words must mean the sender for a note to be about the sender.
        read: the same as expressions.
    """

    me: Mapping[str, str]
    you: Mapping[str, str]
    gives: Mapping[str, Sequence[str]]
    least: int = 3
    read: Mapping[str, tuple[re.Pattern[str], ...]] = field(init=False)

    def __post_init__(self) -> None:
        read = {}
        for language, words in self.me.items():
            given = self.gives.get(language, ())
            read[language] = (
                _words(words.split()),
                _words(self.you.get(language, "").split()),
                _words(given),
            )
        object.__setattr__(self, "read", read)


def _words(words: Sequence[str]) -> re.Pattern[str]:
    return compile_pattern(rf"\b(?:{'|'.join(words) or r'(?!)'})\b", re.IGNORECASE)


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the whole of a note that speaks of its sender more than of anybody else."""
    for note in notes(rule, context):
        language = (context.language(note.pointer) or "").partition("-")[0]
        if not note.opens or language not in options.read:
            continue
        me, you, gives = options.read[language]
        text = note.text.replace("’", "'")
        mine = len(me.findall(text))
        if mine >= options.least and mine > len(you.findall(text)) and not gives.search(text):
            yield Match(note.pointer, 0, len(note.text), {"count": mine})
