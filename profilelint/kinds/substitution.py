"""``substitution``: words that others would serve better."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from profilelint.kinds.context import Context, Match
from profilelint.proofing.casing import cased_like
from profilelint.rule import Rule

_BULLET = r"[ \t]*(?:[-•*‣·●❖—–][ \t]*)?"
_STARTS = {
    "line-start": rf"^{_BULLET}",
    "sentence-start": rf"(?:^{_BULLET}|[.!?][ \t]+)",
    "anywhere": r"(?<!\w)",
}


@dataclass(frozen=True, slots=True)
class Options:
    """Which words, and where.

    Attributes:
        at: where they are a fault.
        advise: words to advice; it shapes the message's ``{advice}`` only. Words without advice are
            fine as they are: the exception (``worked on call``) to shorter ones (``worked on``).
        swap: words to their literal replacement, which becomes the suggestion.
        regex: all of them as one expression.
        words: what each of them leads to.
    """

    at: Literal["line-start", "sentence-start", "anywhere"] = "anywhere"
    advise: Mapping[str, str | None] = field(default_factory=dict)
    swap: Mapping[str, str] = field(default_factory=dict)
    regex: re.Pattern[str] = field(init=False)
    words: Mapping[str, str | None] = field(init=False)

    def __post_init__(self) -> None:
        if self.at not in _STARTS:
            raise ValueError(f"at is one of {', '.join(_STARTS)}, not “{self.at}”")
        words = {
            " ".join(key.casefold().split()): v for key, v in {**self.advise, **self.swap}.items()
        }
        longest_first = sorted(words, key=lambda word: (-len(word), word))
        choice = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
        regex = re.compile(rf"{_STARTS[self.at]}({choice})(?![\w-])", re.IGNORECASE | re.MULTILINE)
        object.__setattr__(self, "regex", regex)
        object.__setattr__(self, "words", words)


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the words where they stand."""
    for text_field in context.fields(rule):
        for match in options.regex.finditer(text_field.text):
            found = match[1]
            key = " ".join(found.casefold().split())
            advice = options.words[key]
            if advice is None:
                continue
            swapped = options.swap.get(key)
            yield Match(
                text_field.pointer,
                *match.span(1),
                {"advice": advice},
                (cased_like(found, swapped),) if swapped is not None else (),
            )
