"""``mojibake``: text that was written in UTF-8, read as Windows-1252, and kept that way.

The repair is that way back, not a table: what one reads as Windows-1252 is turned into bytes again,
and the bytes are read as UTF-8.
"""

import html
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.kinds.context import Context, Match
from profilelint.kinds.expression import line_around, what_to_write
from profilelint.rule import Rule


def _read_wrongly(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)  # five bytes mean nothing in Windows-1252; browsers keep them as they are


_BYTE = {_read_wrongly(byte): byte for byte in range(0x80, 0x100)}
_TAILS = "".join(map(re.escape, list(_BYTE)[:0x40]))
_HEADS = [
    "".join(re.escape(_read_wrongly(byte)) for byte in range(*span))
    for span in ((0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5))
]
_CHARACTERS = "|".join(f"[{heads}][{_TAILS}]{{{n}}}" for n, heads in enumerate(_HEADS, 1))
_RUN = re.compile(rf"(?:{_CHARACTERS})+")
# "5Â years", "Ã la carte": the second half was a no-break space, which exports turn into a space.
_HALF = re.compile(r"(?<=[a-z0-9.,;:!?)])Â(?= |$)|(?<!\w)Ã(?= [a-z])", re.MULTILINE)
_ENTITY = re.compile(r"&(?:amp;)*([A-Za-z][A-Za-z0-9]{1,30}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")
_LOST = re.compile("\ufffd+")
# What stands for a picture or a bullet in text that was copied without it.
_OBJECT = re.compile("\ufffc+ ?")
_ABOUT_MARKUP = re.compile(r"\b(?:entit|escap|XSS)", re.IGNORECASE)

# Text that ends with a capital and a mark, such as “AMANHÃ” in quotes, happens to look the same.
_MARKS = "‘’“”–—…•"


@dataclass(frozen=True, slots=True)
class Options:
    """No options."""


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:  # noqa: ARG001
    """Flag every word that was garbled, with what it was."""
    for field in context.fields(rule):
        for start, end, mended in _garbled(field.text):
            suggestions = () if mended is None else (mended,)
            values = {"advice": _advice(suggestions)}
            yield Match(field.pointer, start, end, values, suggestions)


def _advice(suggestions: tuple[str, ...]) -> str:
    return what_to_write(suggestions) if suggestions else "write again what stood there"


def _garbled(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield each garbled place, widened to its word, with the right text where it can be told."""
    places = deque(sorted(_places(text)))
    while places:
        within = [places.popleft()]
        start, end = _word_around(text, *within[0][:2])
        while places and places[0][0] < end:
            within.append(places.popleft())
            end = _word_around(text, start, max(end, within[-1][1]))[1]
        yield start, end, _mend(text, start, end, within)


def _places(text: str) -> Iterator[tuple[int, int, str | None]]:
    for match in _RUN.finditer(text):
        mended = _decoded(match[0])
        if mended is not None and _meant(mended) and not _ends_a_word(text, match):
            yield *match.span(), mended
    for match in _HALF.finditer(text):
        yield *match.span(), "à" if match[0] == "Ã" else ""
    for match in _ENTITY.finditer(text):
        mended = html.unescape(f"&{match[1]};")  # however often its “&” was escaped in turn
        if mended != match[0] and not _ABOUT_MARKUP.search(line_around(text, match.start())):
            yield *match.span(), mended.replace("\xa0", " ")
    for match in _LOST.finditer(text):
        yield *match.span(), None
    for match in _OBJECT.finditer(text):
        yield *match.span(), ""


def _decoded(run: str) -> str | None:
    try:
        mended = bytes(map(_BYTE.__getitem__, run)).decode("utf-8")
    except UnicodeDecodeError:
        return None
    # Some texts went the wrong way twice.
    twice = _decoded(mended) if _RUN.fullmatch(mended) else None
    return twice if twice is not None and _common(twice) else mended


def _meant(mended: str) -> bool:
    """Whether somebody may have written that: common letters and signs, or several of a script."""
    return _common(mended) or len(mended) > 1


def _common(text: str) -> bool:
    return all(
        "\xa0" <= c <= "\u017f"
        or "\u2010" <= c <= "\u27bf"
        or c in "\ufe0f\u200d"
        or "\U0001f000" <= c <= "\U0001faff"
        for c in text
    )


def _ends_a_word(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return (
        len(match[0]) == 2
        and match[0][1] in _MARKS
        and (before.isupper() or not before.isalpha())
        and not after.isalpha()
    )


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _mend(text: str, start: int, end: int, places: list[tuple[int, int, str | None]]) -> str | None:
    parts = []
    for place_start, place_end, mended in places:
        if mended is None:
            return None
        parts += [text[start:place_start], mended]
        start = place_end
    return "".join(parts) + text[start:end]
