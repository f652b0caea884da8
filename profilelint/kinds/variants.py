"""``variants``: one profile writes the same thing in two ways."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from profilelint.fields import Field
from profilelint.kinds.context import Context, Match
from profilelint.rule import Rule

_SENTENCE_START = re.compile(r"(?:^|[.!?:|]\s+)[-•*‣·●❖—–\s]*\Z", re.MULTILINE)
_BEFORE = 64
"""How far back the beginning of a sentence is looked for: over its stop, spaces and marks."""


@dataclass(frozen=True, slots=True)
class Group:
    """Two ways of writing that should not stand side by side.

    Attributes:
        names: what the first and the second way are called in a message.
        pairs: stems of the first way, each with its stem in the second.
    """

    names: tuple[str, str]
    pairs: Mapping[str, str]

    def regex(self, way: int) -> re.Pattern[str]:
        """Words that begin with a stem of one way."""
        stems = self.pairs.keys() if way == 0 else self.pairs.values()
        choice = "|".join(sorted(map(re.escape, stems), key=len, reverse=True))
        return re.compile(rf"(?<![\w@./-])({choice})(\w*)(?![\w@]|[./-]\w)", re.IGNORECASE)

    def other(self, stem: str, way: int) -> str:
        """The stem in the other way, in the same case."""
        pairs = self.pairs if way == 0 else {value: key for key, value in self.pairs.items()}
        written = pairs[stem.casefold()]
        if stem.isupper() and len(stem) > 1:
            return written.upper()
        return written[:1].upper() + written[1:] if stem[:1].isupper() else written


@dataclass(frozen=True, slots=True)
class Options:
    """The ways of writing.

    Attributes:
        groups: each with ``names`` (two) and ``pairs`` (stem to stem).
        read: the same, read.
    """

    groups: Sequence[Mapping[str, Any]]
    read: tuple[Group, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        groups = tuple(Group(tuple(group["names"]), group["pairs"]) for group in self.groups)
        object.__setattr__(self, "read", groups)


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the rarer of two ways; the later one, where both are as frequent."""
    fields = list(context.fields(rule))
    pointers = [text_field.pointer for text_field in fields]
    for group in options.read:
        ways = [list(_uses(fields, group, way)) for way in (0, 1)]
        if not all(ways):
            continue
        rarer = _rarer(ways)
        example = ways[1 - rarer][0][2]
        for place, start, match in ways[rarer]:
            suggestion = group.other(match[1], rarer) + match[2]
            yield Match(
                pointers[place],
                start,
                start + len(match[0]),
                {
                    "name": group.names[rarer],
                    "other": group.names[1 - rarer],
                    "example": example[0],
                },
                (suggestion,),
            )


def _rarer(ways: Sequence[Sequence[tuple[int, int, re.Match[str]]]]) -> int:
    if len(ways[0]) != len(ways[1]):
        return 0 if len(ways[0]) < len(ways[1]) else 1
    first = [uses[0][:2] for uses in ways]
    return 0 if first[0] > first[1] else 1


def _uses(
    fields: Sequence[Field], group: Group, way: int
) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Yield the uses of one way: which field, which offset, and the match."""
    regex = group.regex(way)
    for place, text_field in enumerate(fields):
        for match in regex.finditer(text_field.text):
            if not _within_a_name(text_field.text, match):
                yield place, match.start(), match


def _within_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether it is written with a capital that no sentence or line begins with.

    “World Health Organization” and “Pearl Harbor” are names, whichever way their owner spells.
    """
    if not match[0][0].isupper():
        return False
    start = match.start()
    return not _SENTENCE_START.search(text, max(0, start - _BEFORE), start)
