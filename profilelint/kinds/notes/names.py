"""A person's name: its parts, its usual short forms, and whether a text holds it.

Names are compared by their parts, without case and accents. The short forms of English first names
come from the package ``nicknames``, those of other languages from ``data/short-names.txt``.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nicknames import NickNamer

_DATA = Path(__file__).parents[2] / "data" / "short-names.txt"

TITLE = (
    r"(?:mr|mrs|ms|mx|miss|dr|prof|professor|doctor|sir|madam|herrn?|frau|m|mme|mlle|monsieur|madame"
    r"|sr|sra|srta|señora?|señorita|don|doña|senhora?|dra|signora?|sig|dott|dottoressa|ing|pani?"
    r"|panie|meneer|mevrouw|dhr|mevr|bay|bayan|pan[ií]|domnule|doamna)"
)
"""A courtesy title, as a regular expression."""

_TITLES = re.compile(rf"{TITLE}\.?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ASIDE = re.compile(r"[(\[].*?[)\]]|[\"“„].*?[\"”“]")
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Person:
    """A person by name.

    >>> Person("Dr. Robert Example, PhD").first
    'Robert'
    """

    name: str

    @property
    def first(self) -> str:
        """The name that one greets by: the first, unless that is an initial."""
        return next((part for part in self._parts if len(part.strip(".")) > 1), self.name.strip())

    @property
    def last(self) -> str:
        """The last of the names."""
        return self._parts[-1] if self._parts else self.name.strip()

    @property
    def _parts(self) -> list[str]:
        # Degrees behind a comma and what stands in brackets are not what one is called.
        parts = _ASIDE.sub(" ", self.name.partition(",")[0]).split()
        return [part for part in parts if not _TITLES.fullmatch(part)] or parts

    def is_named_in(self, text: str) -> bool:
        """Whether a text holds any of the names, or a short form of the first."""
        if _NO_SPACES.search(self.name):
            return any(part in text for part in (*self._parts, *_NO_SPACES.findall(self.name)[1:2]))
        return not self._called().isdisjoint(_words(text))

    def is_called(self, name: str) -> bool:
        """Whether a name is one of this person's, or looks like a short form of the first."""
        if self.is_named_in(name) or _is_latin(name) != _is_latin(self.name):
            return True  # of another script nobody can tell
        initials = "".join(fold(part)[:1] for part in re.findall(r"[^\W\d_]+", self.name))
        if initials.startswith(fold(name).replace(".", "").replace(" ", "")):
            return True
        return any(_shortens(word, fold(self.first)) for word in _words(name))

    def only_family_in(self, text: str) -> bool:
        """Whether of two names or more a text holds nothing but the last."""
        others = self._called() - {fold(word) for word in _WORD.findall(self.last)}
        return len(self._parts) > 1 and others.isdisjoint(_words(text))

    def _called(self) -> set[str]:
        names = {fold(word) for word in _WORD.findall(self.name) if len(word) > 1}
        return (names or {fold(self.name)}) | short_forms(self.first)


def short_forms(name: str) -> set[str]:
    """The usual short forms of a first name, and what it may be short for, folded.

    >>> "bob" in short_forms("Robert"), "robert" in short_forms("Bob")
    (True, True)
    """
    folded = fold(name)
    english = _english()
    listed = english.nicknames_of(folded) | english.canonicals_of(folded)
    return {fold(form) for form in listed} | _others().get(folded, set())


def is_first_name(word: str) -> bool:
    """Whether a word is a first name that has short forms, or is one."""
    return bool(short_forms(word))


def fold(word: str) -> str:
    """A word without case and accents.

    >>> fold("Zoltán")
    'zoltan'
    """
    bare = unicodedata.normalize("NFKD", word.casefold().translate(_BARRED))
    return "".join(char for char in bare if not unicodedata.combining(char))


_BARRED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "’": "'"})


def _words(text: str) -> set[str]:
    words = {fold(word) for word in _WORD.findall(text)}
    return words | {word.rpartition("'")[0] for word in words if word.endswith("'s")}


def _shortens(word: str, name: str) -> bool:
    """Whether a word looks like a short form that no list knows, such as “Yasi” for “Yasemin”."""
    stem = word.rstrip("aeiouy") if len(word) < len(name) else word
    if len(stem) >= 3 and name.startswith(stem):
        return True
    letters = iter(name)
    return 3 <= len(word) <= 4 and word[0] == name[:1] and all(char in letters for char in word)


def _is_latin(name: str) -> bool:
    return re.search(r"[a-z]", fold(name)) is not None


@cache
def _english() -> "NickNamer":
    from nicknames import NickNamer

    return NickNamer()


@cache
def _others() -> dict[str, set[str]]:
    forms: dict[str, set[str]] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        group = {fold(name) for name in line.partition("#")[0].split()}
        for name in group:
            forms.setdefault(name, set()).update(group - {name})
    return forms
