"""What makes a claim believable: a figure, or the name of a thing."""

import re
from itertools import pairwise

from profilelint.kinds.lazy import lazily
from profilelint.proofing.context.grammar_words import words
from profilelint.proofing.context.lexicon import FUNCTION_WORDS, tags
from profilelint.proofing.tokens import is_address

_TOKEN = lazily(r"\S+")
_NUMBER = lazily(
    r"(?<![\w.,/-])[~<>≈±+-]?[$£€¥₹]?\d[\d.,’']*(?P<unit>[%‰$£€¥₹+xX]|[a-zA-Z]{1,3}\b)?"
)
_YEAR = lazily(r"(?:19|20)\d\d(?:s|[-–/]\d{2,4})?")
_DATE = lazily(
    r"\d{1,2}[./-](?:19|20)\d\d|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|24[/x×]7|9/11|24x7x365|\d/\d"
)
_ORDINAL = lazily(r"\d+(?:st|nd|rd|th|D|G|d)")
_MONEY = lazily(r"[$£€¥₹%‰]|(?:USD|EUR|GBP|INR|CHF|CAD|AUD)\d")
_SPELLED = words(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    hundreds thousand thousands million millions billion billions dozen dozens half halved halving
    doubled doubling double tripled tripling triple trebled quadrupled quadrupling twice zero
    percent pct twofold threefold tenfold fivefold fourfold
    """
)
_BY_A_PART = lazily(r"(?i)\bby (?:a|one) (?:third|quarter|fifth|tenth)\b|\btwo[- ]thirds\b")
_NAMED_NUMBER = words(
    "version versions v phase tier level grade part section type release step stage form"
)
_MONTHS = words(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
_CLAUSE = ".!?:;•–—-"
_OPENERS = ".!?:•|–—"
_SMALL_IN_TITLES = words("a an the and or but nor for of in on at to by with from as")
_LONGEST_ACRONYM = 4
_STRIP = "()[]{}\"“”„‚‘’'«»,;:!?…*–—"


def has_figure(text: str) -> bool:
    """Whether a text tells how many, how much or how often.

    Years, versions and names with digits in them tell nothing of the kind.

    >>> [has_figure(text) for text in ("Led twelve nurses", "Saved $2m", "Key: Won 4 bids")]
    [True, True, True]
    >>> [has_figure(text) for text in ("Python 3 on S3 since 2019", "ISO 9001, 24/7", "COVID-19")]
    [False, False, False]
    """
    if _BY_A_PART().search(text):
        return True
    tokens = ["", "", *(match[0] for match in _TOKEN().finditer(text))]
    return any(
        _is_figure(token, before, opens=not earlier or earlier[-1] in _CLAUSE)
        for earlier, before, token in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _is_figure(token: str, before: str, *, opens: bool) -> bool:
    bare = token.strip(_STRIP).rstrip(".")
    low = bare.lower()
    if low in _SPELLED or any(part in _SPELLED for part in low.split("-")):
        return low not in ("double-check", "double-checked", "two-way", "double")
    if not any(map(str.isdigit, bare)) or is_address(bare.lstrip("$~+-#")):
        return False
    if _MONEY().search(bare):
        return True
    if _YEAR().fullmatch(bare) or _DATE().fullmatch(bare) or _ORDINAL().fullmatch(bare):
        return False
    number = _NUMBER().match(bare)
    if number is None:
        return False
    return token[0] == "(" or not _is_name_before(before, opens=opens)


def _is_name_before(before: str, *, opens: bool) -> bool:
    """Whether a number belongs to the word before it: “Python 3”, “phase 2”, “May 3”."""
    if not before or before[-1] in ",;:.!?)":
        return False
    bare = before.strip(_STRIP)
    low = bare.lower()
    if low in _NAMED_NUMBER or low in _MONTHS:
        return True
    if not bare[:1].isupper():
        return False
    if low in FUNCTION_WORDS or low in ("about", "over", "nearly", "almost", "around", "approx"):
        return False
    # “Led 12 nurses” opens with a verb, “Java 8 services” with a name.
    return not (opens and set(tags(low)) & set("BZDNG"))


def names(text: str) -> list[str]:
    """The names in a text: words with a capital where none opens a sentence.

    >>> names("Built forecasts in Python for the Severn Trust. They won")
    ['Python', 'Severn', 'Trust']

    In a text whose words mostly have capitals, only what is no ordinary word counts.

    >>> names("Motivated Team Player With Kubernetes Skills")
    ['Kubernetes']
    """
    tokens = [match[0] for match in _TOKEN().finditer(text)]
    titled = _is_titled(tokens)
    found = []
    for before, token in pairwise(["", *tokens]):
        bare = token.strip(_STRIP).rstrip(".")
        word = re.split("[’']", bare)[0]
        if word in ("", "I") or is_address(bare):
            continue
        parts = [part for part in word.split("-") if part]
        ordinary = all(map(_is_ordinary, parts))
        if word.isupper() and ordinary and len(word) > _LONGEST_ACRONYM:
            continue  # shouted
        opens = not before or before[-1] in _OPENERS
        inside = any(part[1:].lower() != part[1:] for part in parts)
        inside = inside or any(map(str.isdigit, word))
        capital = word[0].isupper() and not opens and not (titled and ordinary)
        if capital or (inside and any(map(str.isalpha, word))):
            found.append(bare)
    return found


def _is_ordinary(word: str) -> bool:
    return word.lower() in FUNCTION_WORDS or bool(tags(word.lower()))


def _is_titled(tokens: list[str]) -> bool:
    """Whether nearly all words have a capital, so that it tells nothing."""
    bare = [token.strip(_STRIP) for token in tokens]
    told = [word for word in bare if word[:1].isalpha() and word not in _SMALL_IN_TITLES]
    small = sum(word[0].islower() for word in told)
    return len(told) > 1 and small * 10 <= len(told)


def has_evidence(text: str) -> bool:
    """Whether a text holds a figure or the name of a thing."""
    return has_figure(text) or bool(names(text))
