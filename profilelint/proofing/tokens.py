"""Tells tokens that are no words by nature: addresses, file names, codes, abbreviations."""

import re
from dataclasses import dataclass
from itertools import pairwise

_AROUND = "()[]{}<>\"“”„‚‘’'«»‹›,;:!?*…|—–"
_FILE_OR_HOST = re.compile(r"\.[a-z][a-z0-9]{0,5}(?:[/:?#]|$)")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_UNITS = frozenset(
    [
        "km",
        "cm",
        "mm",
        "nm",
        "kg",
        "mg",
        "ml",
        "kW",
        "kWh",
        "MW",
        "MWh",
        "GW",
        "GWh",
        "TWh",
        "kWp",
        "MWp",
        "kV",
        "MV",
        "Hz",
        "kHz",
        "MHz",
        "GHz",
        "kB",
        "MB",
        "GB",
        "TB",
        "PB",
        "kPa",
        "MPa",
        "bn",
        "mln",
        "tn",
        "mn",
        "hr",
        "hrs",
        "yr",
        "yrs",
        "min",
        "mins",
        "sec",
        "secs",
        "approx",
        "dept",
        "govt",
        "mgmt",
        "vs",
        "etc",
        "eg",
        "ie",
        "aka",
        "incl",
        "excl",
        "ca",
        "ft",
        "sq",
        "lb",
        "lbs",
        "oz",
        "mph",
        "kph",
        "rpm",
    ]
)


@dataclass(frozen=True, slots=True)
class Token:
    """A run of characters without white space, bare of the punctuation around it."""

    text: str
    start: int
    end: int


def token_at(text: str, start: int, end: int) -> Token:
    """The token in which ``text[start:end]`` stands."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and (text[end - 1] in _AROUND or text[end - 1] == "."):
        end -= 1
    return Token(text[start:end], start, end)


def is_address(token: str) -> bool:
    """Whether it is a web or mail address, a handle, a hashtag, a path or a file's name."""
    return (
        token[:1] in ("@", "#", "/", "\\", "~", "$", "`", "-")
        or any(mark in token for mark in ("@", "://", "\\", "_", "`", "="))
        or token.lower().startswith("www.")
        or (token.count("/") > 1 and " " not in token)
        or (_FILE_OR_HOST.search(token) is not None and not token.lower().endswith(".js"))
    )


def is_code(token: str) -> bool:
    """Whether it holds what no word holds: digits, ``&``, ``+``, a dot inside."""
    return any(c.isdigit() or c in "&+%€£$§°©®™" for c in token)


def is_abbreviation(word: str) -> bool:
    """Whether it is an abbreviation, a unit or a Roman numeral."""
    plural = word.removesuffix("s")
    if len(word) == 1 or word in _UNITS:
        return True
    return (plural.isupper() and len(plural) <= 6) or bool(_ROMAN.fullmatch(word))


def has_inner_capital(word: str) -> bool:
    """Whether a capital follows a lower-case letter, as in ``PostgreSQL`` or ``iPhone``."""
    if word[1:].islower():  # as most words are
        return False
    return any(a.islower() and b.isupper() for a, b in pairwise(word))
