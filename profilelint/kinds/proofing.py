"""``proofing``: what the proofreading engines found, and what our own expressions add.

Which mistake of which engine belongs to a rule is said in the engine's table
(``profilelint/proofing/<engine>.yaml``). The expressions of a rule file fill the gaps that the
engines leave, and run without any engine.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from profilelint.kinds.context import Context, Match
from profilelint.kinds.expression import Expression, find_all, read_all, what_to_write
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """What the rule takes from the engines, and what it knows beside them.

    Attributes:
        engine: what an engine must be able to check for the rule to have run wholly.
        patterns: expressions, each with what to write instead.
        case: ``any`` where upper and lower case are the same.
        quote: whether the engine's sentence is given in place of the rule's message.
        expressions: the patterns, read.
    """

    engine: Literal["spelling", "grammar", "none"] = "grammar"
    patterns: Sequence[str | Mapping[str, Any]] = ()
    case: str = "exact"
    quote: bool = False
    expressions: tuple[Expression, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "expressions", read_all(self.patterns, self.case))


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag what the expressions find, then what the engines have for this rule."""
    yield from find_all(rule, options.expressions, context)
    for correction in context.proofreading.corrections:
        if correction.rule == rule.id:
            yield Match(
                correction.pointer,
                correction.start,
                correction.end,
                {
                    "confidence": correction.confidence,
                    "advice": what_to_write(correction.suggestions),
                },
                correction.suggestions,
                correction.confidence,
                correction.message if options.quote else None,
                correction.engine,
                correction.engine_rule,
            )


def unchecked(options: Options, context: Context) -> Iterator[str]:
    """The reasons why the engines could not look at all of the text for this rule."""
    for what, reason in context.proofreading.unchecked:
        if what == options.engine:
            yield reason
