"""``private``: a text holds what only its owner should know; numbers prove themselves."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from profilelint.finding import Confidence
from profilelint.kinds.context import Context, Match
from profilelint.kinds.expression import line_around
from profilelint.kinds.patterns import compile_pattern
from profilelint.rule import Rule

_KEYS = {
    "match",
    "what",
    "word",
    "check",
    "unless",
    "only",
    "never",
    "formats",
    "advice",
    "confidence",
}


def _digits(text: str) -> list[int]:
    return [int(char) for char in text if char.isdecimal()]


def is_iban(text: str) -> bool:
    """Whether the check digits of an IBAN are right (ISO 7064, modulus 97).

    >>> is_iban("GB82 WEST 1234 5698 7654 32"), is_iban("GB82 WEST 1234 5698 7654 33")
    (True, False)
    """
    plain = "".join(text.split()).upper()
    number = "".join(str(int(char, 36)) for char in plain[4:] + plain[:4])
    return int(number) % 97 == 1


def is_dni(text: str) -> bool:
    """Whether the letter of a Spanish DNI or NIE is right.

    >>> is_dni("12345678Z"), is_dni("X1234567L"), is_dni("12345678A")
    (True, True, False)
    """
    plain = re.sub(r"[\W_]", "", text).upper()
    number = int(plain[:-1].translate(str.maketrans("XYZ", "012")))
    return "TRWAGMYFPDXBNJZSQVHLCKE"[number % 23] == plain[-1]


def is_cpf(text: str) -> bool:
    """Whether the check digits of a Brazilian CPF are right.

    >>> is_cpf("529.982.247-25"), is_cpf("111.111.111-11")
    (True, False)
    """
    digits = _digits(text)
    if len(digits) != 11 or len(set(digits)) == 1:
        return False
    for length in (9, 10):
        total = sum(digit * (length + 1 - i) for i, digit in enumerate(digits[:length]))
        if total * 10 % 11 % 10 != digits[length]:
            return False
    return True


_VERHOEFF = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def _turned(one: int, other: int) -> int:
    """The product in the group of turns and flips of a pentagon, which Verhoeff's digit uses."""
    if one < 5:
        return (one + other) % 5 + (5 if other >= 5 else 0)
    return (one - other) % 5 + (5 if other < 5 else 0)


def is_aadhaar(text: str) -> bool:
    """Whether the check digit of an Indian Aadhaar number is right (Verhoeff).

    >>> is_aadhaar("2363"), is_aadhaar("2364")
    (True, False)
    """
    check = 0
    for place, digit in enumerate(reversed(_digits(text))):
        moved = digit
        for _ in range(place % 8):
            moved = _VERHOEFF[moved]
        check = _turned(check, moved)
    return check == 0


def is_german_tax_id(text: str) -> bool:
    """Whether the check digit of a German tax number (IdNr) is right (ISO 7064, 11 and 10).

    >>> is_german_tax_id("86 095 742 719"), is_german_tax_id("86 095 742 718")
    (True, False)
    """
    digits = _digits(text)
    if len(digits) != 11 or not digits[0]:
        return False
    product = 10
    for digit in digits[:10]:
        total = (digit + product) % 10 or 10
        product = total * 2 % 11
    return (11 - product) % 10 == digits[10]


def is_phone(text: str) -> bool:
    """Whether a number has as many digits as telephone numbers have.

    >>> is_phone("+44 7700 900461"), is_phone("2019 - 2020")
    (True, False)
    """
    return 9 <= len(_digits(text)) <= 15


CHECKS: Mapping[str, Callable[[str], bool]] = {
    "iban": is_iban,
    "dni": is_dni,
    "cpf": is_cpf,
    "aadhaar": is_aadhaar,
    "german-tax-id": is_german_tax_id,
    "phone": is_phone,
}
"""What a number says of itself, mostly by its check digits."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is private.

    Attributes:
        match: mappings of ``match`` (an expression; a group ``here`` is what is marked), ``what``
            (its name in a message), and where it helps ``word`` (words in lower case, of which one
            is part of whatever is found), ``check`` (one of the checks known), ``advice`` (what to
            do), ``unless`` (what must not stand in the line), ``only`` and ``never`` (targets),
            ``formats`` (where alone it can be seen) and ``confidence``.
    """

    match: Sequence[Mapping[str, Any]]

    def __post_init__(self) -> None:
        for item in self.match:
            if set(item) - _KEYS or not {"match", "what"} <= set(item):
                raise ValueError(f"match: known are {', '.join(sorted(_KEYS))}")
            if item.get("check") not in (None, *CHECKS):
                raise ValueError(f"match: no check is called “{item['check']}”")
            if "word" not in item:
                compile_pattern(item["match"])


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag each place once, as the first of the expressions that it is found by."""
    for text_field in context.fields(rule):
        text, lower = text_field.text, text_field.text.lower()
        if not any(map(str.isdecimal, text)):
            continue  # all that is private has a number
        taken: list[tuple[int, int]] = []
        for item in options.match:
            if not _holds_for(item, text_field.target, context.document.format):
                continue
            if "word" in item and not any(word in lower for word in item["word"]):
                continue
            for start, end in _places(item, text):
                if any(start < b and a < end for a, b in taken):
                    continue
                taken.append((start, end))
                values = {"what": item["what"], "advice": item.get("advice", "take it out")}
                sure = Confidence(item["confidence"]) if "confidence" in item else None
                yield Match(text_field.pointer, start, end, values, confidence=sure)


def _holds_for(item: Mapping[str, Any], target: str, format_name: str) -> bool:
    if target in item.get("never", ()) or target not in item.get("only", (target,)):
        return False
    return format_name in item.get("formats", (format_name,))


def _places(item: Mapping[str, Any], text: str) -> Iterator[tuple[int, int]]:
    regex = compile_pattern(item["match"])
    for match in regex.finditer(text):
        start, end = match.span("here" if "here" in regex.groupindex else 0)
        if "check" in item and not CHECKS[item["check"]](text[start:end]):
            continue
        if "unless" in item and compile_pattern(item["unless"]).search(line_around(text, start)):
            continue
        yield start, end
