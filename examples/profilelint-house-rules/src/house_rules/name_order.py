"""The kind ``name-order``: of names that stand side by side, one always comes first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from profilelint.kinds.context import Context, Match
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """What stands under ``with`` in a rule file.

    Attributes:
        first: the name that comes first.
        others: names that come behind it.
    """

    first: str
    others: Sequence[str]


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the first name where one of the others stands before it."""
    for field in context.fields(rule):
        at = field.text.find(options.first)
        for other in options.others:
            if 0 <= field.text.find(other) < at:
                end = at + len(options.first)
                yield Match(field.pointer, at, end, {"first": options.first, "other": other})
                break
