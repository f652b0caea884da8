"""Decides what is a word: our lists, the profile's own names, and the user's words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from profilelint.fields import fields
from profilelint.finding import Confidence
from profilelint.profile import Profile
from profilelint.proofing.edits import one_letter_off, plain
from profilelint.proofing.tokens import has_inner_capital, is_abbreviation
from profilelint.proofing.word_file import WordFile, word_file

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PROPER = re.compile(r"(?<![\w@#/])[^\W\d_][\w+#]*(?:['’.&-][\w+#]+)*")

# Names of the member and of firms, schools and places are as they are, whatever their spelling.
_NAMES = (
    *("name", "location", "contact.address", "positions.company", "positions.location"),
    *("education.school", "certifications.authority", "publications.publisher", "honors.issuer"),
    *("volunteering.company", "organizations.name", "recommendations.name"),
    *("recommendations.company", "company_follows", "groups"),
)
# Names that the member wrote may hold a typo: a known one is never taken for a name.
_WRITTEN = (
    *("skills.name", "certifications.name", "languages.name", "projects.name", "honors.name"),
    *("publications.name", "patents.name", "courses.name", "test_scores.name", "education.field"),
)
_TITLES = ("positions.title", "headline", "volunteering.title", "organizations.position")
_PROSE = ("about", "positions.description", "projects.description", "volunteering.description")

# How many letters the affixes have, and how few no stem has.
_CUTS, _SHORT_STEM = range(2, 9), 3
_LONG_BRAND = 8
_FAMILY = re.compile(r"(?:De|Di|Du|Fitz|La|Le|Mac|Mc|Van|Von)[A-Z]")


@dataclass(frozen=True, slots=True)
class Brand:
    """A name as its owner writes it.

    Attributes:
        name: the name.
        confidence: medium where the other writing may be meant.
        in_rows: in small letters it is an ordinary word, save in a row of other names.
        also: other writings that are right, if of something else.
    """

    name: str
    confidence: Confidence
    in_rows: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typo:
    """A known wrong spelling.

    Attributes:
        corrections: what is meant, the likeliest first.
        common: many people hold it for right; else it is a slip.
    """

    corrections: tuple[str, ...]
    common: bool


class Vocabulary:
    """What is a word on one profile.

    Args:
        profile: the profile whose own names are words.
        words: further words, as the user writes them.
    """

    def __init__(self, profile: Profile | None = None, words: Iterable[str] = ()) -> None:
        self._words = word_file("words.txt")
        self._given = {word.strip() for word in words if word.strip()}
        self._given |= {part for word in self._given for part in _WORD.findall(word)}
        self._names = set(_words_at(profile, _NAMES)) if profile else set()
        self._own = self._names | self._given
        self._counts: Counter[str] = Counter()
        if profile:
            written = {w for w in _words_at(profile, _WRITTEN) if not known_typo(w)}
            titles = {w for w in _words_at(profile, _TITLES) if has_inner_capital(w)}
            self._own |= written | titles
            self._counts.update(_words_at(profile, (*_WRITTEN, *_NAMES, *_TITLES, *_PROSE)))
        self._own_lower = {word.lower() for word in self._own}
        self._candidates = tuple(sorted(word for word in self._own if len(word) > 3))

    def accepts(self, word: str) -> bool:
        """Whether it is a word in the casing given, or a possessive or compound of words."""
        word = word.replace("’", "'").strip("'")
        if not word or is_abbreviation(word):
            return True
        if self.usual_form(word) is None and self._is_known(word):
            return True
        if word.lower().endswith(("'s", "s'")):
            return self.accepts(word[:-2] if word[-2] == "'" else word[:-1])
        bare = plain(word)
        if bare != word and self.accepts(bare):
            return True  # façade
        if "-" in word:
            return all(
                self.accepts(part) or f"{part.lower()}-" in word_file("affixes.txt")
                for part in word.split("-")
            )
        return False

    def canonical(self, word: str) -> str | None:
        """The owner's writing of a name that differs from the word by case only."""
        brand = self.brand(word)
        return brand.name if brand else None

    def brand(self, word: str, *, in_row: bool = False) -> Brand | None:
        """The brand that a word, or two, miswrite; None where the writing is right or may well be.

        Args:
            word: one word, or two with a space between.
            in_row: whether it stands in a row of names.
        """
        brand = _brands().get(word.lower())
        if brand is None or word in (brand.name, *brand.also) or word.isupper() or _is_plural(word):
            return None
        if brand.in_rows and not (in_row or has_inner_capital(word)):
            return None
        opens_sentence = brand.name[:1].upper() + brand.name[1:] == word
        if opens_sentence or word in self._names or word in self._given:
            return None
        return brand

    def may_be_miswritten(self, word: str) -> bool:
        """Whether it is no name of the profile's and no word of the user's."""
        return word not in self._names and word not in self._given

    def near_brand(self, word: str) -> Brand | None:
        """The long brand with a capital inside that a word of no list is one letter off."""
        if len(word) < _LONG_BRAND or not word[:1].isupper() or _FAMILY.match(word):
            return None
        if self.accepts(word):
            return None
        if self._counts[word] > 1 or self.accepts(word.removesuffix("s")):
            return None
        low = word.lower()
        near = [brand for brand in _long_brands(low[0]) if one_letter_off(low, brand.name.lower())]
        return Brand(near[0].name, Confidence.MEDIUM) if len(near) == 1 else None

    def is_brand(self, word: str) -> bool:
        """Whether it is a brand as its owner writes it."""
        brand = _brands().get(word.lower())
        return brand is not None and brand.name == word

    def is_name_in_rows(self, word: str) -> bool:
        """Whether it is an ordinary word that is a product's name in a row of others."""
        brand = _brands().get(word.lower())
        return brand is not None and brand.in_rows

    def names_product(self, words: str) -> bool:
        """Whether one word or two, or the first of them, are a brand, if written in small."""
        for name in (words, words.partition(" ")[0]):
            brand = _brands().get(name.lower())
            if brand is not None and (brand.name == name or not brand.in_rows):
                return True
        return False

    def exchanged(self, word: str) -> Brand | None:
        """The known abbreviation of which an unknown one has two letters exchanged."""
        if len(word) < 4 or not word.isupper() or in_lists(word) or word in self._own:
            return None
        swapped = (
            word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)
        )
        brands = filter(None, (_brands().get(low.lower()) for low in swapped))
        found = {b.name for b in brands if b.name.isupper() and b.confidence is Confidence.HIGH}
        if len(found) != 1 or self._counts[word] > 1:
            return None
        return Brand(found.pop(), Confidence.MEDIUM)

    def is_name_in_lower_case(self, word: str) -> bool:
        """Whether a name in our lists is the word with a capital: wrong by case at most."""
        return word.islower() and word.capitalize() in self._words

    def repeats(self, word: str) -> bool:
        """Whether the profile writes a capitalised word twice or more, and never otherwise."""
        if not word[:1].isupper():
            return False
        return self._counts[word] >= 2 and self._counts[word.lower()] == 0

    def usual_form(self, word: str) -> str | None:
        """The form that the profile itself prefers to a word which it writes only once.

        ``Kubernets`` once beside ``Kubernetes`` thrice is a slip, wherever it stands.
        """
        if len(word) < 6 or word in self._given or self._counts[word] != 1:
            return None
        if in_lists(word) or word in self._names:
            return None
        return next((w for w in self._counts if self._is_usual(w, word)), None)

    def candidates(self) -> tuple[str, ...]:
        """The profile's own names, as far as they can be what a misspelled word means."""
        return self._candidates

    def _is_usual(self, form: str, word: str) -> bool:
        if self._counts[form] < 3 or abs(len(form) - len(word)) > 1 or form[0] != word[0]:
            return False
        if form in (word + "s", word[:-1]) or word == form + "s":
            return False
        return one_letter_off(word, form)

    def _is_known(self, word: str) -> bool:
        if word in self._own or word.lower() in self._own_lower:
            return True
        brand = _brands().get(word.lower())
        if brand is not None and brand.name.lower() == word.lower():
            return True  # whether its case is right is another question
        return in_lists(word) or self._is_derived(word.lower())

    def _is_common(self, stem: str, affix: str) -> bool:
        """Whether there is such an affix, and the stem is long and common enough for it."""
        least = word_file("affixes.txt").get(affix) if len(stem) > _SHORT_STEM else None
        if least is None:
            return False
        length, frequency = map(int, least.split())
        return len(stem) >= length and int(self._words.get(stem) or 0) >= frequency

    def _is_derived(self, word: str) -> bool:
        # Only from words common enough to have a frequency, lest a typo be read as a compound.
        if known_typo(word):
            return False
        if any(self._is_common(word[cut:], f"{word[:cut]}-") for cut in _CUTS):
            return True
        if any(self._is_common(word[:-cut], f"-{word[-cut:]}") for cut in _CUTS):
            return True
        # Where the lists have the other of -ise and -ize.
        if "is" in word[3:] and word.replace("is", "iz") in self._words:
            return True
        # The plural of a word that the general lists lack, such as a term of technology.
        return word.endswith("s") and len(word) > 4 and self._words.get(word[:-1]) == ""


def _is_plural(word: str) -> bool:
    """Whether it is more than one of an abbreviation: ``IAAs`` are no ``IaaS``."""
    return word[:-1].isupper() and word[-1:] == "s" and word[-2:-1] != "s"


@lru_cache(maxsize=1 << 15)
def in_lists(word: str) -> bool:
    """Whether our lists hold a word, in the casing given or in that of a sentence's first word."""
    return any(form in word_file("words.txt") for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    # A word may open a sentence or stand in capitals; a name keeps its capital.
    yield word
    if word.isupper():
        yield word.capitalize()
        yield word.lower()
    elif word[:1].isupper() and word[1:].islower():
        yield word.lower()
    elif word[:1].isupper() and not has_inner_capital(word):
        yield word[:1].lower() + word[1:]


def _words_at(profile: Profile, targets: Iterable[str]) -> Iterator[str]:
    for target in targets:
        for field in fields(profile, target):
            for token in _PROPER.findall(field.text):
                yield token
                parts = _WORD.findall(token)
                if parts != [token]:
                    yield from parts


def known_typo(word: str) -> Typo | None:
    """What is known of a wrong spelling, in any casing."""
    value = _typos().get(word.lower())
    if value is None:
        return None
    corrections, _, mark = value.partition("\t")
    return Typo(tuple(corrections.split(",")), mark == "!")


def brand_name(word: str) -> str | None:
    """The owner's writing of a brand with a capital inside, given in any case."""
    brand = _brands().get(word.lower())
    return brand.name if brand and has_inner_capital(brand.name) else None


def _typos() -> WordFile:
    return word_file("typos.txt")


@cache
def _brands() -> dict[str, Brand]:
    lines = (value.split("\t") for value in _brand_lines())
    brands = {}
    for low, names, trust in lines:
        name, *also = names.split("|")
        in_rows = trust == "row"
        brands[low] = Brand(
            name, Confidence.MEDIUM if in_rows else Confidence(trust), in_rows, tuple(also)
        )
    return brands


@cache
def _long_brands(letter: str) -> tuple[Brand, ...]:
    """Brands with a capital inside that are too long to be one letter off another name."""
    return tuple(
        brand
        for low, brand in _brands().items()
        if low[0] == letter
        and len(low) >= _LONG_BRAND - 1
        and has_inner_capital(brand.name)
        and low == brand.name.lower()
    )


def _brand_lines() -> Iterator[str]:
    for low, value in word_file("brands.txt").starting_with(""):
        yield f"{low}\t{value}"
