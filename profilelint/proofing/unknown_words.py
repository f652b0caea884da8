"""Finds the English words that are in no list: spelling without an engine.

Harper's own spelling is off. It knows hardly a word that our lists lack (109 of 19,000 on software
texts, since added), flags thousands that they hold, and the first long unknown word costs it 0.9 s,
the time to build a table for the suggestions that we rank ourselves.
"""

import re
from collections.abc import Iterator

from profilelint.proofing.engine import Mistake
from profilelint.proofing.vocabulary import Vocabulary

ENGINE, RULE = "vocabulary", "unknown-word"

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST = 40


def unknown_words(text: str, vocabulary: Vocabulary) -> Iterator[Mistake]:
    """Yield a mistake for each word of an English text that the vocabulary does not accept."""
    for match in _WORD.finditer(text):
        word = match[0]
        if len(word) > _LONGEST or vocabulary.accepts(word):
            continue
        yield Mistake(
            text_index=0,
            start=match.start(),
            end=match.end(),
            kind="Spelling",
            message=f"“{word}” is in no vocabulary.",
            replacements=(),
            engine=ENGINE,
            engine_rule=RULE,
        )
