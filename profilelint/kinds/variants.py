"""``variants``: one profile writes the same thing in two ways."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from profilelint.kinds.context import Context, Match
from profilelint.rule import Rule


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
    for group in options.read:
        ways = [list(_uses(rule, context, group, way)) for way in (0, 1)]
        if not all(ways):
            continue
        rarer = 0 if len(ways[0]) < len(ways[1]) else 1
        example = ways[1 - rarer][0][2][0]
        for pointer, start, match in ways[rarer]:
            suggestion = group.other(match[1], rarer) + match[2]
            yield Match(
                pointer,
                start,
                start + len(match[0]),
                {"name": group.names[rarer], "other": group.names[1 - rarer], "example": example},
                (suggestion,),
            )


def _uses(
    rule: Rule, context: Context, group: Group, way: int
) -> Iterator[tuple[str, int, re.Match[str]]]:
    regex = group.regex(way)
    for text_field in context.fields(rule):
        for match in regex.finditer(text_field.text):
            yield text_field.pointer, match.start(), match
