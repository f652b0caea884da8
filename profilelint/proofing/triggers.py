"""Tells in which sentences a rule of an engine can find anything at all.

Harper takes 35 µs a word to tag a sentence, whatever is asked of it, and hardly any of its rules
can fire in a given sentence: “per say” must stand there, or a word twice. What must stand there is
in the engine's table, as words (``when``) or as an expression (``shape``); a sentence that no rule
waits for is not worth a tag.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from profilelint.proofing.vocabulary import in_lists

NAME = "small-name"
"""The shape of a rule that waits for a word in small letters which our lists have as a name."""

_SMALL = re.compile(r"(?<![\w'’])[a-z]{4,}(?![\w'’])")


@dataclass(frozen=True, slots=True)
class Trigger:
    """What must stand in a sentence for one rule to find anything.

    Attributes:
        when: one of these, in small letters.
        shape: or this expression, or ``small-name``; case counts.
    """

    when: Sequence[str] = ()
    shape: str = ""


class Triggers:
    """The triggers of all rules that are on."""

    def __init__(self, triggers: Iterable[Trigger]) -> None:
        triggers = list(triggers)
        self._words = sorted({word for trigger in triggers for word in trigger.when})
        shapes = sorted({trigger.shape for trigger in triggers if trigger.shape})
        self._names = NAME in shapes
        self._shapes = [re.compile(shape) for shape in shapes if shape != NAME]

    def places(self, text: str) -> list[int]:
        """Where in a text something stands that a rule waits for, in order."""
        return sorted(self._places(text))

    def _places(self, text: str) -> Iterator[int]:
        lower = text.lower()
        if len(lower) != len(text):  # as “İ” does; then no offset is what it seems
            yield from range(len(text))
            return
        for word in self._words:
            at = lower.find(word)
            while at >= 0:
                yield at
                at = lower.find(word, at + 1)
        for shape in self._shapes:
            for match in shape.finditer(text):
                yield match.start()
        if self._names:
            for match in _SMALL.finditer(text):
                word = match[0]
                if not in_lists(word) and in_lists(word.capitalize()):
                    yield match.start()
