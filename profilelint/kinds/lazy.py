"""Regular expressions that are compiled when they are first used: starting up costs less so."""

import re
from collections.abc import Callable
from functools import cache


def lazily(regex: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """Make a function that compiles an expression once.

    >>> lazily("a+")().findall("aa b a")
    ['aa', 'a']
    """
    return cache(lambda: re.compile(regex, flags))
