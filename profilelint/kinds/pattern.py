"""``pattern``: a text holds what a regular expression describes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from profilelint.kinds.context import Context, Match
from profilelint.kinds.expression import Expression, find_all, read_all
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """What to look for.

    Attributes:
        match: expressions, each a regular expression or an expression with what to write instead.
        case: ``any`` where upper and lower case are the same.
        expressions: the same, read.
    """

    match: Sequence[str | Mapping[str, Any]]
    case: str = "exact"
    expressions: tuple[Expression, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "expressions", read_all(self.match, self.case))


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag every place that an expression finds."""
    yield from find_all(rule, options.expressions, context)
