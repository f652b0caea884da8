"""Writes texts that a regular expression may find."""

import re
from collections.abc import Iterator
from random import Random
from re import _constants as codes
from re import _parser
from typing import Any

_OF_A_CLASS = {
    codes.CATEGORY_DIGIT: "7",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_WORD: "q",
    codes.CATEGORY_NOT_DIGIT: "q",
    codes.CATEGORY_NOT_SPACE: "q",
    codes.CATEGORY_NOT_WORD: " ",
}


def texts(regex: re.Pattern[str], tries: int = 60) -> Iterator[str]:
    """Yield texts in which the expression is found, by another way through it each time."""
    tree = _parser.parse(regex.pattern, regex.flags & ~re.UNICODE)
    for seed in range(tries):
        text = _written(tree, Random(seed), {})
        if regex.search(text):
            yield text


def _written(tree: Any, random: Random, groups: dict[int, str]) -> str:
    return "".join(_one(code, value, random, groups) for code, value in tree)


def _one(code: Any, value: Any, random: Random, groups: dict[int, str]) -> str:  # noqa: PLR0911
    match code:
        case codes.LITERAL:
            return chr(value)
        case codes.ANY | codes.NOT_LITERAL:
            return "q"
        case codes.IN:
            return _of(value, random)
        case codes.BRANCH:
            return _written(random.choice(value[1]), random, groups)
        case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
            low, high, what = value
            times = random.randint(low, min(int(high), low + 2))
            return "".join(_written(what, random, groups) for _ in range(times))
        case codes.SUBPATTERN:
            groups[value[0]] = _written(value[3], random, groups)
            return groups[value[0]]
        case codes.ATOMIC_GROUP:
            return _written(value, random, groups)
        case codes.ASSERT:
            return _written(value[1], random, groups)
        case codes.GROUPREF:
            return groups.get(value, "")
        case _:
            return ""


def _of(items: Any, random: Random) -> str:
    if items[0][0] is codes.NEGATE:
        taken = {_of([item], random) for item in items[1:]}
        return next((c for c in "qzm 7-" if c not in taken), "q")
    code, value = random.choice(items)
    if code is codes.RANGE:
        return chr(random.randint(*value))
    return chr(value) if code is codes.LITERAL else _OF_A_CLASS[value]
