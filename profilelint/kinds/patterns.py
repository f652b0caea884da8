"""The regular expressions of rule files, compiled so that none can hang a run.

Those of the built-in rules are Python's. Those of other people's rules are run by the ``regex``
module, which reads the same language and can be stopped: all the expressions of one rule have one
second for one profile. (RE2 would need no clock, but knows neither lookarounds nor letters beyond
ASCII at a word's edge, and a rule should read the same whoever wrote it.)
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

SECONDS = 1.0
"""What the expressions of one rule may take on one profile, in seconds of processor time."""
LONGEST = 20_000
"""Characters of an expression."""
REPEATS = 10_000
"""How often the counts of an expression, multiplied, may repeat a part of it: ``(a{99}){99}``."""

_COUNT = re.compile(r"(?<!\\)\{(\d+)(?:,\d*)?\}")


class PatternTooSlow(Exception):  # noqa: N818  (reads well where it is told)
    """An expression took too long; the text names it."""


@dataclass
class _Budget:
    left: float = SECONDS


_budget: ContextVar[_Budget | None] = ContextVar("_budget", default=None)


@contextmanager
def limited() -> Iterator[None]:
    """Within it, expressions are compiled so that they can be stopped, and share one budget."""
    token = _budget.set(_Budget())
    try:
        yield
    finally:
        _budget.reset(token)


def compile_pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Compile an expression of a rule file.

    >>> compile_pattern("colou?r").search("the colour")[0]
    'colour'

    Args:
        expression: a regular expression, as Python's ``re`` reads it.
        flags: those of ``re``.

    Raises:
        ValueError: it is none, or one that would need too much memory.
    """
    if _budget.get() is None:
        return _plain(expression, flags)
    return cast("re.Pattern[str]", _stoppable(expression, flags))


@cache
def _plain(expression: str, flags: int) -> re.Pattern[str]:
    try:
        return re.compile(expression, flags)
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(f"“{expression}” is no regular expression ({error})") from error


@cache
def _stoppable(expression: str, flags: int) -> "_Stoppable":
    if len(expression) > LONGEST:
        raise ValueError(f"an expression of {len(expression):,} characters; {LONGEST:,} may be")
    repeats = 1
    for count in _COUNT.findall(expression):
        repeats *= max(1, int(count[:9]))
    if repeats > REPEATS:
        raise ValueError(f"“{expression}” repeats a part {repeats:,} times; {REPEATS:,} may be")
    plain = _plain(expression, flags)  # what ``re`` does not read is no expression of ours

    import regex

    known = (
        (re.IGNORECASE, regex.IGNORECASE),
        (re.MULTILINE, regex.MULTILINE),
        (re.DOTALL, regex.DOTALL),
        (re.VERBOSE, regex.VERBOSE),
        (re.ASCII, regex.ASCII),
    )
    ours = 0
    for theirs, same in known:
        if plain.flags & theirs:
            ours |= int(same)
    try:
        return _Stoppable(plain, regex.compile(expression, ours))
    except (regex.error, RecursionError, MemoryError) as error:
        raise ValueError(f"“{expression}” is no regular expression ({error})") from error


class _Stoppable:
    """Stands where a compiled expression of ``re`` would, and gives up in time."""

    def __init__(self, plain: re.Pattern[str], pattern: Any) -> None:  # noqa: ANN401
        self.pattern = plain.pattern
        self.flags = plain.flags
        self.groups = plain.groups
        self.groupindex = plain.groupindex
        self._compiled = pattern

    def search(self, *text: Any) -> Any:  # noqa: ANN401  (as ``re`` has it)
        return self._run(self._compiled.search, *text)

    def match(self, *text: Any) -> Any:  # noqa: ANN401
        return self._run(self._compiled.match, *text)

    def fullmatch(self, *text: Any) -> Any:  # noqa: ANN401
        return self._run(self._compiled.fullmatch, *text)

    def finditer(self, *text: Any) -> Iterator[Any]:  # noqa: ANN401
        def all_of(*given: Any, timeout: float) -> list[Any]:  # noqa: ANN401
            return list(self._compiled.finditer(*given, timeout=timeout))

        return iter(self._run(all_of, *text))

    def findall(self, *text: Any) -> Any:  # noqa: ANN401
        return self._run(self._compiled.findall, *text)

    def split(self, *text: Any) -> Any:  # noqa: ANN401
        return self._run(self._compiled.split, *text)

    def sub(self, *given: Any) -> Any:  # noqa: ANN401
        return self._run(self._compiled.sub, *given)

    def _run(self, method: Callable[..., Any], *given: Any) -> Any:  # noqa: ANN401
        budget = _budget.get() or _Budget()
        begun = time.thread_time()
        try:
            return method(*given, timeout=max(budget.left, 0.001))
        except TimeoutError:
            shown = self.pattern if len(self.pattern) < 80 else f"{self.pattern[:79]}…"
            raise PatternTooSlow(f"its expression “{shown}” took more than {SECONDS:g} s") from None
        finally:
            budget.left -= time.thread_time() - begun
