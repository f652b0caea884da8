"""``proofing``: what the proofreading engines found, and what our own expressions add.

Which mistake of which engine belongs to a rule is said in the engine's table
(``profilelint/proofing/<engine>.yaml``). The expressions of a rule file fill the gaps that the
engines leave, and run without any engine.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from profilelint.fields import text_at
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
        allow: expressions for what is right whatever an engine says: nothing is flagged that lies
            over it. Engines do not know that the A of “Series A” is no article.
        expressions: the patterns, read.
        allowed: what is right, read.
    """

    engine: Literal["spelling", "grammar", "none"] = "grammar"
    patterns: Sequence[str | Mapping[str, Any]] = ()
    case: str = "exact"
    quote: bool = False
    allow: Sequence[str] = ()
    expressions: tuple[Expression, ...] = field(init=False, default=())
    allowed: tuple[Expression, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "expressions", read_all(self.patterns, self.case))
        object.__setattr__(self, "allowed", read_all(self.allow, "exact"))


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag what the expressions find, then what the engines have for this rule beside that."""
    taken: dict[str, _Spans] = {}
    for match in (
        *find_all(rule, options.expressions, context),
        *_from_engines(rule, options, context),
    ):
        if match.pointer not in taken:
            text = text_at(context.profile, match.pointer) or ""
            taken[match.pointer] = spans = _Spans()
            for expression in options.allowed:
                for found in expression.find(text):
                    spans.add(found.start, found.end)
        start, end = match.start or 0, match.end or 0
        spans = taken[match.pointer]
        if not spans.overlap(start, end):
            spans.add(start, end)
            yield match


class _Spans:
    """Spans of one text by the blocks they lie in: each is held against its neighbours only."""

    _BLOCK = 64

    def __init__(self) -> None:
        self._in_block: dict[int, list[tuple[int, int]]] = {}

    def add(self, start: int, end: int) -> None:
        for block in self._blocks(start, end):
            self._in_block.setdefault(block, []).append((start, end))

    def overlap(self, start: int, end: int) -> bool:
        return any(
            start < other_end and other_start < end
            for block in self._blocks(start, end)
            for other_start, other_end in self._in_block.get(block, ())
        )

    def _blocks(self, start: int, end: int) -> range:
        return range(start // self._BLOCK, end // self._BLOCK + 1)


def _from_engines(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
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
