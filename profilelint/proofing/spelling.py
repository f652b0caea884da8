"""Judges a word that an engine does not know: is it a mistake, how surely, and what is meant.

An unknown word is far more often a name or a term than a mistake. It is reported with confidence
only where a known typo or a near and frequent word explains it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from profilelint.finding import Confidence
from profilelint.proofing.casing import cased_like
from profilelint.proofing.edits import edit_cost, one_letter_off, plain
from profilelint.proofing.foreign import is_foreign
from profilelint.proofing.neighbours import Neighbours, neighbours
from profilelint.proofing.passages import HEADLINE, LIST, TITLE, Passage
from profilelint.proofing.ranking import Suggestion, rank, run_together
from profilelint.proofing.tokens import has_inner_capital, is_address, is_code, token_at
from profilelint.proofing.vocabulary import Typo, Vocabulary, known_typo
from profilelint.proofing.word_file import word_file

Near = Callable[[str], Sequence[tuple[str, int]]]
"""From a word to the words one edit away, with how often each occurs."""

_ROW_BEFORE = re.compile(r"([\w.+#-]+)(?:,| and| or| &| \()\s*$")
_WORD_BESIDE = re.compile(r"^ \w|\w $")
_ROW_AFTER = re.compile(r"(?:,| and| or| &)\s+([\w.+#-]+)")
# How far a near word explains an unknown one: a linear model, fitted by logistic regression on
# 6,818 slips planted into 2.3 million words of clean prose, against the 5,172 unknown words there
# and 217 on real profiles (25 November 2026). A short unknown word is likely a term.
_BASE, _COST, _FREQUENCY, _FIT = 5.9, -4.1, 0.55, 1.1
_LENGTH, _AT_END, _AMONG_NAMES = -11.0, -0.7, -0.55
# Set by hand, since on real profiles most false alarms were names that open a sentence, parts of
# compounds, words without neighbours, and words of another language beside one another.
_CAPITAL, _CAPITAL_ON_VERB, _TINY, _SMALL_NAME = -1.2, 1.6, -1.5, -2.0
_JOINED, _QUOTED, _ALONE, _BESIDE_UNKNOWN = -2.5, -1.0, -2.0, -2.0
# From there on: 73 % of slips; 88 words of the clean prose, 9 of 10 of them slips in truth.
_HIGH = 3.0
# From there on, with all that follows: 96 % of 2,676 other slips in small letters (81 % of the 324
# with a capital, many of them names); 229 words of the clean prose, 7 of 10 of them slips in
# truth, so one false alarm in 30,000 words; on real profiles 47, of which 46 slips.
_MEDIUM = 0.75
# A known typo with a capital within a sentence may be a name: all of 8 from there on were none.
_NAMED, _LONG_NAMED = 4.0, 2.0
_ENDING = 2
_CLOSE = 1.5
_LONG_WORD, _VERY_FREQUENT = 9, 4.0
_LONG_TYPO, _LONG_ALONE, _LONG_NAME = 7, 8, 6
_ONE_EDIT = 0.85
_ORDINARY = 25
_JOINING, _QUOTING = "-/'’", '()"“”'
_FREQUENT = 400


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a misspelled word comes to.

    Attributes:
        rule: ``misspelling`` or ``common-typo``.
        confidence: how sure it is that this is a mistake.
        suggestions: what may be meant, the likeliest first.
    """

    rule: str
    confidence: Confidence
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an unknown word stands.

    Attributes:
        named: only names have a capital there, and it has one.
        among_names: it stands in a list, or in a row with names.
        prior: what the place says of how likely a slip is, as log odds.
    """

    named: bool
    among_names: bool
    prior: float


def judge_english(
    passage: Passage, start: int, end: int, replacements: Sequence[str], vocabulary: Vocabulary
) -> Verdict | None:
    """Judge an unknown word of an English passage; None where it is no mistake."""
    word = passage.text[start:end]
    if not _is_spellable(passage.text, start, end, vocabulary):
        return None
    usual = vocabulary.usual_form(word)
    if usual:
        return Verdict("misspelling", Confidence.HIGH, (usual,))
    if is_foreign(passage.text, start, end, vocabulary, title=passage.form in (HEADLINE, TITLE)):
        return None
    typo = known_typo(word)
    if typo is None and vocabulary.repeats(word):
        return None
    beside = neighbours(passage.text, start, end)
    suggestions = rank(word, replacements, vocabulary.candidates(), beside)
    place = _place(passage, start, end, beside, vocabulary)
    if place.named:  # a product is meant rather than a thing
        suggestions.sort(key=lambda s: not (vocabulary.is_brand(s.word) and _is_near(word, s)))
    if typo is None:
        return _judge_unknown(word, suggestions, vocabulary, place)
    return Verdict(
        "common-typo" if typo.common else "misspelling",
        _typo_confidence(word, typo, suggestions, vocabulary, place),
        tuple(suggestion.word for suggestion in suggestions),
    )


def _judge_unknown(
    word: str, suggestions: Sequence[Suggestion], vocabulary: Vocabulary, place: _Place
) -> Verdict | None:
    words = tuple(suggestion.word for suggestion in suggestions)
    confidence = _english_confidence(word, suggestions, vocabulary, place)
    if confidence is not Confidence.LOW:
        return Verdict("misspelling", confidence, words)
    if vocabulary.is_name_in_lower_case(word):
        return None  # what lacks its capital is no misspelling
    apart = None if place.named or place.prior <= _JOINED else run_together(word)
    if apart:
        return Verdict("misspelling", Confidence.MEDIUM, (apart, *words[:-1]))
    return Verdict("misspelling", Confidence.LOW, words)


def judge_other(
    passage: Passage,
    start: int,
    end: int,
    replacements: Sequence[str],
    vocabulary: Vocabulary,
    *,
    near: Near,
    language: str,
) -> Verdict | None:
    """Judge an unknown word of a passage in another language; None where it is no mistake.

    The lists of other languages hold few inflected forms and hardly a compound. So a mistake is
    taken to be sure only where the word is long, the near one frequent, and the difference is one
    that people make by mistake rather than by grammar.
    """
    word = passage.text[start:end]
    if not _is_spellable(passage.text, start, end, vocabulary) or vocabulary.repeats(word):
        return None
    if word[:1].isupper() and language != "de":
        return None  # a name; German writes every noun so
    low = word.lower()
    if replacements:
        # An engine with a grown dictionary; what it suggests is far off where it knows no better.
        close = edit_cost(low, replacements[0].lower()) <= _CLOSE
        confidence = Confidence.MEDIUM if close else Confidence.LOW
        return Verdict("misspelling", confidence, tuple(replacements[:6]))
    ranked = sorted(near(low), key=lambda item: (_cost(low, item[0]), -item[1], item[0]))
    words = tuple(cased_like(word, found) for found, _ in ranked[:6])
    if not ranked or ranked[0][1] < _FREQUENT or not _is_other_word(low, ranked[0][0]):
        return None  # the lists are so short that an unknown word alone proves nothing
    if any(_is_inflected(low, known) for known, _ in ranked):
        return None
    sure = _is_slip(low, ranked[0][0])
    return Verdict("misspelling", Confidence.MEDIUM if sure else Confidence.LOW, words)


def _is_spellable(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    word, token = text[start:end], token_at(text, start, end).text
    if not any(c.isalpha() for c in word) or is_address(token) or is_code(token):
        return False
    if has_inner_capital(word) or token.lower().endswith(".js"):
        return False
    if text[start - 1 : start] == "]" or text[end : end + 1] == "[":
        return False  # [R]econstruction
    if len(word) <= 3 and any(mark in token for mark in "/.-"):
        return False
    return not (vocabulary.accepts(word) or vocabulary.accepts(token))


def _may_be_name(passage: Passage, start: int, word: str) -> bool:
    # A capital says nothing where everything has one.
    if not word[:1].isupper() or word.isupper() or passage.form in (HEADLINE, TITLE):
        return False
    return not opens_sentence(passage.text, start)


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins there."""
    before = text[:start].rstrip(" \t\"'“‘([")
    return not before or before[-1] in ".!?…:\n"


def _place(
    passage: Passage, start: int, end: int, beside: Neighbours, vocabulary: Vocabulary
) -> _Place:
    text = passage.text
    word = text[start:end]
    among_names = passage.form == LIST or _is_among_names(text, start, end)
    unknown = any(
        w and known_typo(w) is None and not (vocabulary.accepts(w) or vocabulary.accepts(w.title()))
        for w in (beside.before, beside.after)
    )
    around = text[max(0, start - 2) : start], text[end : end + 2]
    alone = len(word) < _LONG_ALONE and not (
        any(_WORD_BESIDE.search(part) for part in around) or _is_among_things(text, start, end)
    )
    marks = text[max(0, start - 1) : start] + text[end : end + 1]
    short_form = marks == "()" and word[:1].isupper()  # “the Platform Group (Platforum)”
    joined = any(mark in _JOINING for mark in marks)
    quoted = any(mark in _QUOTING for mark in marks)
    prior = (
        _AMONG_NAMES * among_names
        + _SMALL_NAME * vocabulary.is_name_in_lower_case(word)
        + _JOINED * joined
        + _QUOTED * (quoted or short_form)
        + _ALONE * alone
        + _BESIDE_UNKNOWN * unknown
    )
    return _Place(_may_be_name(passage, start, word), among_names, prior)


def _typo_confidence(
    word: str,
    typo: Typo,
    suggestions: Sequence[Suggestion],
    vocabulary: Vocabulary,
    place: _Place,
) -> Confidence:
    if place.named:
        best = suggestions[0]
        sure = _LONG_NAMED if len(word) >= _LONG_TYPO else _NAMED
        likely = _likelihood(word, best) + place.prior >= sure
        return Confidence.MEDIUM if likely or vocabulary.is_brand(best.word) else Confidence.LOW
    return Confidence.HIGH if typo.corrections else Confidence.MEDIUM


def _english_confidence(
    word: str,
    suggestions: Sequence[Suggestion],
    vocabulary: Vocabulary,
    place: _Place,
) -> Confidence:
    if not suggestions:
        return Confidence.LOW
    if place.named:
        brand = vocabulary.is_brand(suggestions[0].word) and _is_near(word, suggestions[0])
        slip = not place.among_names and _is_slip_in_long_word(word.lower(), suggestions[0])
        return Confidence.MEDIUM if brand or slip else Confidence.LOW
    likely = _likelihood(word, suggestions[0]) + place.prior
    if likely < _MEDIUM:
        return Confidence.LOW
    return Confidence.HIGH if likely >= _HIGH and not place.among_names else Confidence.MEDIUM


def _is_near(word: str, best: Suggestion) -> bool:
    """Whether a word that has a capital is one edit away from a name that is not short."""
    return len(word) >= _LONG_NAME and best.cost <= _ONE_EDIT


def _likelihood(word: str, best: Suggestion) -> float:
    """How far it is likelier that a word is a slip than that it is a term, as log odds."""
    low, right = word.lower(), best.word.lower()
    capital = word[:1].isupper() and not word.isupper()
    common = min(len(low), len(right)) - 1
    at_end = low[:common] == right[:common]  # as where a word is made from another
    return (
        _BASE
        + _COST * best.cost
        + _FREQUENCY * best.frequency
        + _FIT * best.fit
        + _LENGTH / len(word)
        + _AT_END * at_end
        + _TINY * (len(word) <= 3)
        + _CAPITAL * capital
        + _CAPITAL_ON_VERB * (capital and right.endswith(("ed", "ing")))  # names do not end so
    )


def _is_slip_in_long_word(low: str, best: Suggestion) -> bool:
    """Whether one letter in the middle makes it a long and frequent word: ``Intellicence``."""
    right = best.word.lower()
    return (
        len(low) >= _LONG_WORD
        and best.frequency >= _VERY_FREQUENT
        and one_letter_off(low, right)
        and (low[:2], low[-3:]) == (right[:2], right[-3:])
    )


def _is_among_names(text: str, start: int, end: int) -> bool:
    """Whether the word stands in a row with names, as tools do: ``Airflow, dbt and Looker``."""
    before, after = (
        _ROW_BEFORE.search(text[max(0, start - 40) : start]),
        _ROW_AFTER.match(text, end),
    )
    return any(match is not None and _is_name(match[1]) for match in (before, after))


def _is_among_things(text: str, start: int, end: int) -> bool:
    """Whether the word stands in a row with an ordinary word: ``sand, clay and dirt``."""
    before = _ROW_BEFORE.search(text[max(0, start - 40) : start])
    if before is not None and "(" in before[0]:
        before = None  # what brackets explain is no row
    values = (
        word_file("words.txt").get(match[1])
        for match in (before, _ROW_AFTER.match(text, end))
        if match
    )
    return any(value and int(value) >= _ORDINARY for value in values)


def _is_name(word: str) -> bool:
    """Whether it has a capital, or is a term of which no general list knows how common it is."""
    return word[:1].isupper() or word_file("words.txt").get(word) == ""


def _is_other_word(wrong: str, right: str) -> bool:
    """Whether two words differ where the forms of one word do not: before the ending."""
    if len(wrong) < 5 or len(right) < 5:
        return False
    ending, other = plain(wrong[-_ENDING:]), plain(right[-_ENDING:])
    return (ending == other and wrong[-1] == right[-1]) or ending == other[::-1]


def _is_inflected(word: str, known: str) -> bool:
    """Whether a word may be a known one with another ending, which the lists lack."""
    return len(word) >= 5 and known[: len(word) - 1] == word[:-1] and known[-1:] != word[-1:]


def _is_slip(wrong: str, right: str) -> bool:
    """Whether the difference is one of the hand, or a left-out accent."""
    if len(wrong) < 7 or wrong[:1] != right[:1]:
        return False
    if plain(wrong) == plain(right):
        return plain(wrong) == wrong
    return edit_cost(wrong, right) <= 0.6


def _cost(wrong: str, right: str) -> float:
    return 0.3 if plain(wrong) == plain(right) else edit_cost(wrong, right)
