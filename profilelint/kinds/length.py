"""``length``: a text, or a line of it, is too long or too short."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from profilelint.fields import Field
from profilelint.kinds.context import Context, Match
from profilelint.kinds.lazy import lazily
from profilelint.proofing.passages import BULLET, LIST, PROSE, cut
from profilelint.rule import Rule

UNITS = ("utf-16", "characters", "words", "bullets")
_BULLET = lazily(r"^[ \t]*[-•*‣·●▪◦❖—–][ \t]+(?=\S)", re.MULTILINE)
# Scripts that put few spaces, or none, between words: their words are not counted.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")


OF_WHOLE = True
"""A finding is of the field, whatever stands in it: edits in it do not mend it."""


@dataclass(frozen=True, slots=True)
class Options:
    """The limits.

    Attributes:
        max: the length that is still fine; a mapping of units to lengths where there are several.
        min: the length from which on it is fine.
        unit: what is counted. LinkedIn is believed to count UTF-16 code units, where most emoji are
            two; the message tells both counts where they differ. Words are not counted in scripts
            that put no spaces between them.
        of: what is measured: the whole text, each of its lines, or each line with a bullet mark
            that is no mere row of names.
        limits: the units and what is the most of each.
    """

    max: int | Mapping[str, int] | None = None
    min: int | None = None
    unit: Literal["utf-16", "characters", "words", "bullets"] = "utf-16"
    of: Literal["text", "line", "bullet"] = "text"
    limits: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        if self.max is None and self.min is None:
            raise ValueError("a limit is missing: max or min")
        several = self.max if isinstance(self.max, Mapping) else {}
        limits = {self.unit: self.max} if isinstance(self.max, int) else dict(several)
        for unit in limits:
            if unit not in UNITS:
                raise ValueError(f"“{unit}” is no unit; known are {', '.join(UNITS)}")
        object.__setattr__(self, "limits", limits)


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag what is over a limit, once a text, and the first line of what is too short."""
    for text_field in context.fields(rule, whole=options.of == "text"):
        found: list[Match] = []
        for start, text in _measured(text_field, options.of, context):
            if options.min is not None:
                yield from _too_short(text_field, start, text, options)
            found += _too_long(text_field, start, text, options)
        if found:
            longest = max(found, key=lambda match: (match.end or 0) - (match.start or 0))
            more = len(found) - 1
            told = f", and {more} more {'is' if more == 1 else 'are'} too long" if more else ""
            yield replace(longest, values={**longest.values, "more": told})


def _measured(text_field: Field, of: str, context: Context) -> Iterator[tuple[int, str]]:
    if of == "text":
        yield 0, text_field.text
        return
    flat = context.document.carries.why_not("line-breaks") is not None
    for passage in cut(text_field, PROSE, flat=flat):
        place = passage.place(0, len(passage.text))
        wanted = of == "line" or passage.form == BULLET
        if place is not None and wanted and (of == "line" or passage.form != LIST):
            yield place[0], passage.text


def _too_short(text_field: Field, start: int, text: str, options: Options) -> Iterator[Match]:
    if options.unit == "words" and _is_unspaced(text):
        return
    length = measure(text, options.unit)
    if options.min is not None and 0 < length < options.min:
        values: dict[str, object] = {
            "length": length,
            "min": options.min,
            "max": options.max,
            "counted": _told(text, length, options.unit),
            "advice": "short",
        }
        first_line = text.split("\n", maxsplit=1)[0]
        yield Match(text_field.pointer, start, start + len(first_line), values)


def _too_long(text_field: Field, start: int, text: str, options: Options) -> Iterator[Match]:
    lengths = {
        unit: measure(text, unit)
        for unit in options.limits
        if unit != "words" or not _is_unspaced(text)
    }
    over = [unit for unit, length in lengths.items() if length > options.limits[unit]]
    if not over:
        return
    unit = over[0]
    limit, length = options.limits[unit], lengths[unit]
    values: dict[str, object] = {
        "length": length,
        "min": options.min,
        "max": limit,
        "over": length - limit,
        "counted": " and ".join(_told(text, lengths[unit], unit) for unit in over),
        "advice": "long",
    }
    if options.of == "text":
        yield Match(text_field.pointer, fitting(text, limit, unit), len(text), values)
    else:
        yield Match(text_field.pointer, start, start + len(text), values)


def _is_unspaced(text: str) -> bool:
    if text.isascii():
        return False
    letters = [character for character in text[:4000] if character.isalpha()]
    unspaced = sum(
        unicodedata.name(character, "").startswith(_UNSPACED)
        for character in letters
        if character > "\u0e00"
    )
    return unspaced * 4 > len(letters)


def _told(text: str, length: int, unit: str) -> str:
    if unit in ("words", "bullets"):
        return f"{length:,} {unit if length != 1 else unit[:-1]}"
    as_seen = measure(text, "characters")
    if as_seen == length:
        return f"{length:,} characters"
    return f"{length:,} characters as LinkedIn counts them, {as_seen:,} as one sees them"


def measure(text: str, unit: str) -> int:
    """Count a text in a unit.

    >>> measure("a😀", "utf-16"), measure("a😀", "characters"), measure("a – b", "words")
    (3, 2, 2)
    """
    match unit:
        case "utf-16":
            return len(text) + sum(character > "\uffff" for character in text)
        case "words":
            return sum(any(map(str.isalnum, word)) for word in text.split())
        case "bullets":
            return len(_BULLET().findall(text))
        case _:
            return len(text)


def fitting(text: str, most: int, unit: str) -> int:
    """How many characters of a text are within the limit."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle], unit) <= most:
            low = middle
        else:
            high = middle - 1
    return low
