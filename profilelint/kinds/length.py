"""``length``: a text is longer than LinkedIn takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from profilelint.kinds.context import Context, Match
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """The limit.

    Attributes:
        max: the length that is still taken.
        unit: what is counted. LinkedIn is believed to count UTF-16 code units, where most emoji are
            two; the message tells both counts where they differ.
    """

    max: int
    unit: Literal["utf-16", "characters", "words"] = "utf-16"


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the part of a text that is over the limit."""
    for field in context.fields(rule, whole=True):
        length = measure(field.text, options.unit)
        if length > options.max:
            start = fitting(field.text, options.max, options.unit)
            values: dict[str, object] = {
                "length": length,
                "max": options.max,
                "over": length - options.max,
            }
            values["counted"] = _told(field.text, length, options.unit)
            yield Match(field.pointer, start, len(field.text), values)


def _told(text: str, length: int, unit: str) -> str:
    if unit == "words":
        return f"{length:,} words"
    as_seen = measure(text, "characters")
    if as_seen == length:
        return f"{length:,} characters"
    return f"{length:,} characters as LinkedIn counts them, {as_seen:,} as one sees them"


def measure(text: str, unit: str) -> int:
    """Count a text in a unit.

    >>> measure("a😀", "utf-16"), measure("a😀", "characters"), measure("a 😀", "words")
    (3, 2, 2)
    """
    match unit:
        case "utf-16":
            return len(text) + sum(character > "\uffff" for character in text)
        case "words":
            return len(text.split())
        case _:
            return len(text)


def fitting(text: str, limit: int, unit: str) -> int:
    """How many characters of a text are within a limit."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle], unit) <= limit:
            low = middle
        else:
            high = middle - 1
    return low
