"""Takes the texts of scraped records apart: what is the member's, and what is the page's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from profilelint.loaders.page.words import is_word, without_residue
from profilelint.loaders.scraped_shapes.lookup import Place, fold_key
from profilelint.loaders.structured.records import Text
from profilelint.loaders.structured.tree import child

_INNER = ("text", "name", "full", "default", "title", "value")
_SEPARATOR = re.compile(r"\s+[·•]\s+")
_LISTED = re.compile(r"\s*[,;|•·\n]\s*")
_NUMBER = re.compile(r"\d[\d.,\u00a0 ]*")


@dataclass(frozen=True, slots=True)
class Part:
    """A text and where it starts within the source's value; None where it is not that verbatim."""

    text: str
    pointer: str
    offset: int | None

    def cut(self, start: int, end: int) -> "Part":
        """The part between two offsets, without white space around it."""
        inner = self.text[start:end]
        lead = len(inner) - len(inner.lstrip())
        offset = None if self.offset is None else self.offset + start + lead
        return Part(inner.strip(), self.pointer, offset)

    @property
    def as_text(self) -> Text:
        """The form in which a draft takes it."""
        return Text(self.text, self.pointer)


def parts_of(place: Place) -> list[Part]:
    """The texts that a value holds: itself, those of a list, or the one within an object."""
    value, pointer = place
    if isinstance(value, str):
        part = Part(value, pointer, 0).cut(0, len(value))
        return [part] if part.text else []
    if isinstance(value, int | float) and not isinstance(value, bool):
        return [Part(str(value), pointer, None)]
    if isinstance(value, list):
        items = ((item, child(pointer, index)) for index, item in enumerate(value))
        return [part for item in items if isinstance(item[0], str) for part in parts_of(item)]
    if isinstance(value, Mapping):
        return _inner(value, pointer)
    return []


def _inner(value: Mapping[str, object], pointer: str) -> list[Part]:
    keys = {fold_key(key): key for key in value}
    for name in _INNER:
        if name in keys and isinstance(value[keys[name]], str):
            return parts_of((value[keys[name]], child(pointer, keys[name])))
    localized = value.get("localized")
    if isinstance(localized, Mapping):
        for key, text in localized.items():
            if isinstance(text, str):
                return parts_of((text, child(child(pointer, "localized"), key)))
    return []


def strip_residue(part: Part) -> tuple[Part, str]:
    """Part a text from the button that the scraper took along."""
    text, residue = without_residue(part.text)
    return (part.cut(0, len(text)), residue) if residue else (part, "")


def split_tail(part: Part, words: str) -> tuple[Part, Part | None]:
    """Part ``Acme · Full-time`` at its dot, if what follows is one of the table's words."""
    found = None
    for match in _SEPARATOR.finditer(part.text):
        if is_word(words, part.text[match.end() :]):
            found = match
            break
    if found is None:
        return part, None
    return part.cut(0, found.start()), part.cut(found.end(), len(part.text))


def split_list(part: Part) -> list[Part]:
    """The items of a list that was written as one text.

    >>> [part.text for part in split_list(Part("SQL, Python; Go", "", 0))]
    ['SQL', 'Python', 'Go']
    """
    found: list[Part] = []
    start = 0
    for match in [*_LISTED.finditer(part.text), None]:
        end = match.start() if match else len(part.text)
        item = part.cut(start, end)
        if item.text:
            found.append(item)
        start = match.end() if match else end
    return found


def count_in(value: object) -> int | None:
    """The number in a value such as ``500+ connections``.

    >>> count_in("500+ connections"), count_in(612), count_in("many")
    (500, 612, None)
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value if 0 <= value < 10**9 else None
    match = _NUMBER.search(value[:60]) if isinstance(value, str) else None
    digits = re.sub(r"\D", "", match[0]) if match else ""
    return int(digits) if digits and digits.isascii() and len(digits) < 9 else None
