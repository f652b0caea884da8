"""Knows a company by any of the ways in which people write its name."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"\w+")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_BEHIND = re.compile(r"\s*\([^()]*\)\s*\Z")
_AND = re.compile(r"\s*[&+]\s*")
_FORMS = """
inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh ggmbh mbh ag kg kgaa
ohg ug ev eg se sa sas sasu sarl srl spa sl slu bv nv cv vof oy oyj ab as asa aps ehf sro kft zrt
doo ooo zoo spzoo sp z o oo pty pte pvt private proprietary ltda eireli sdn bhd kk and
"""
_LEGAL_FORMS = frozenset(_FORMS.split())
_LONE = frozenset({"company", "limited", "private", "as", "se", "o", "z", "co"})
"""Legal forms that are words, too: they are let go only where two words are left."""
_NEAR = 75
"""Likeness, of 100, from which on a name is worth naming."""


@lru_cache(maxsize=65_536)
def company_key(name: str) -> str:
    """A company's name without case, accents, marks, legal form and what stands in brackets.

    >>> company_key("The Kea Analytics Co., Ltd."), company_key("Marlowe & Finch Sp. z o.o.")
    ('kea analytics', 'marlowe and finch')
    """
    bare = _BEHIND.sub("", name)
    words = _words(bare) or _words(name)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        if words[-1] in _LONE and len(words) == 2 and words[-1] != "co":
            break
        words = words[:-1]
    return " ".join(words)


def _words(name: str) -> list[str]:
    plain = name.casefold()
    if not plain.isascii():
        marked = unicodedata.normalize("NFKD", plain)
        # Some signs come apart into capitals.
        plain = "".join(char for char in marked if not unicodedata.combining(char)).casefold()
    plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), plain)
    plain = plain.replace("'", "").replace("’", "")
    return _WORD.findall(_AND.sub(" and ", plain))


class Companies:
    """The names of the companies in one export.

    Args:
        names: as they are written there; some more than once.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._spellings: dict[str, dict[str, None]] = {}
        for name in names:
            key = company_key(name)
            if key:
                self._spellings.setdefault(key, {})[name] = None

    def find(self, asked: str) -> str | None:
        """The key of the company that was asked for, if it is there.

        A name cut short counts where only one company begins so.
        """
        key = company_key(asked)
        if key in self._spellings:
            return key
        longer = self._longer(key)
        return longer[0] if len(longer) == 1 else None

    def similar(self, asked: str, *, most: int = 3) -> tuple[str, ...]:
        """Other companies that may have been meant, the nearest first."""
        key = company_key(asked)
        keys = [*self._longer(key), *self._near(key)]
        found = self.find(asked)
        others = dict.fromkeys(one for one in keys if one != found)
        return tuple(self.name(one) for one in list(others)[:most])

    def name(self, key: str) -> str:
        """A company's name as it is written first."""
        return next(iter(self._spellings[key]))

    def _longer(self, key: str) -> list[str]:
        return [one for one in self._spellings if key and one.startswith(f"{key} ")]

    def _near(self, key: str) -> list[str]:
        from rapidfuzz import fuzz, process

        found = process.extract(
            key, list(self._spellings), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=5
        )
        return [one for one, _, _ in found]


class Mentions:
    """Finds the companies that a text names.

    Args:
        names: of the companies that are looked for.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._several: dict[str, None] = {}
        self._single: dict[str, re.Pattern[str]] = {}
        for name in names:
            key = company_key(name)
            if " " in key:
                self._several[key] = None
            elif key and (word := _single(name, key)):
                # “Target” is a company, “target” is not.
                ways = "|".join(map(re.escape, {word, word.upper(), word.capitalize()}))
                self._single[key] = re.compile(rf"(?<![\w-])(?:{ways})(?![\w-])")

    def of(self, text: str | None) -> tuple[str, ...]:
        """The keys of the companies that a text names.

        >>> Mentions(["Kea Analytics Ltd", "Target"]).of("I saw you work at Kea Analytics.")
        ('kea analytics',)
        """
        if not text:
            return ()
        words = f" {' '.join(_words(text))} "
        found = [key for key in self._several if f" {key} " in words]
        return (*found, *(key for key, word in self._single.items() if word.search(text)))


def _single(name: str, key: str) -> str | None:
    """The one word that a company goes by, as it is written; a small word tells nothing."""
    for word in _WORD.findall(name):
        if company_key(word) == key:
            return word if word[:1].isupper() or not word.islower() else None
    return None
