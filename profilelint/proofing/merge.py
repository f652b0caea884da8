"""Turns what the engines say into corrections: routed, judged, and each mistake once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from profilelint.finding import Confidence
from profilelint.proofing.engine import Mistake
from profilelint.proofing.foreign import is_foreign
from profilelint.proofing.language import base
from profilelint.proofing.passages import HEADLINE, TITLE, Passage
from profilelint.proofing.proofreading import Correction
from profilelint.proofing.spelling import Near, Verdict, judge_english, judge_other
from profilelint.proofing.table import Route, read_table
from profilelint.proofing.tokens import has_inner_capital, is_address, token_at
from profilelint.proofing.vocabulary import Vocabulary

_SPELLING = frozenset(("misspelling", "common-typo"))
# Where corrections lie over one another the earlier of these is kept; the rest keep one another.
_ORDER = (
    *("common-typo", "doubled-word", "brand-case", "confused-word", "misspelling"),
    *("wrong-article", "verb-agreement", "spacing", "missing-space", "punctuation", "grammar"),
)
_OF_LANGUAGE = frozenset(("grammar", "verb-agreement", "confused-word", "wrong-article"))
_WORDING = frozenset(("confused-word", "grammar", "verb-agreement"))
_ON_SENTENCES = frozenset(("SentenceCapitalization", "UPPERCASE_SENTENCE_START"))
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")
_RIGHTLY_DOUBLED = frozenset(("had had", "that that"))
_NEVER_COUNTED = frozenset(
    (
        *("advice", "equipment", "evidence", "feedback", "furniture", "hardware", "homework"),
        *("information", "jewelry", "knowledge", "luggage", "machinery"),
        *("merchandise", "progress", "software", "staff", "stuff", "traffic"),
    )
)
_READ_EITHER_WAY = frozenset(("SQL", "SCADA", "SSO", "URL"))
# SCADA, STEM, FHIR, HIPAA are read as words; what is spelled out is not told apart from them.
_LIKE_A_WORD = re.compile(r"[FHLMNRSX][AEIOU]|S[CHKLMNPTW]|FH")
_TIES = tuple("&/-+*")
_VOWELS = frozenset("aeiouy")
_OPENING = frozenset("\"'“‘«—–*•")
_H_OR_NOT = ("honour", "herb", "histor", "hotel")
# Rules that explain the same place, so that one of them is enough.
_KIN = (
    frozenset(("misspelling", "common-typo", "brand-case")),
    frozenset(("spacing", "missing-space", "punctuation")),
)
# What an engine says of a sentence's build, and how near a slip may make it say so: with one short
# word between. “The rules that would safe it are few” lacks no “is”.
_OF_BUILD = frozenset(("grammar", "verb-agreement"))
_ONE_FOR_ANOTHER = frozenset(("confused-word", "wrong-article"))
_NEAR = 6
_BLOCK = 64
_TRUST = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


def correct(
    mistake: Mistake, passage: Passage, language: str, vocabulary: Vocabulary, near: Near
) -> Correction | None:
    """Route one mistake and judge it; None where it is none, or nobody wants to know."""
    route = read_table(mistake.engine).route(mistake, passage.form)
    if route is None or mistake.end <= mistake.start:
        return None
    if route.rule in _SPELLING:
        verdict = _judge_spelling(mistake, passage, language, vocabulary, near)
    else:
        verdict = _judge_rest(mistake, passage, route, vocabulary, base(language))
    if verdict is None:
        return None
    place = passage.place(mistake.start, mistake.end)
    if place is None:
        return None  # what it says of the text as we show it may not hold with what lies between
    confidence = min(verdict.confidence, route.confidence, key=_TRUST.index)
    return Correction(
        pointer=passage.pointer,
        start=place[0],
        end=place[1],
        rule=verdict.rule,
        confidence=confidence,
        message=_message(mistake, verdict, passage),
        suggestions=verdict.suggestions,
        engine=mistake.engine,
        engine_rule=mistake.engine_rule,
    )


def _judge_spelling(
    mistake: Mistake, passage: Passage, language: str, vocabulary: Vocabulary, near: Near
) -> Verdict | None:
    if base(language) == "en":
        found = mistake.replacements
        return judge_english(passage, mistake.start, mistake.end, found, vocabulary)
    return judge_other(
        passage,
        mistake.start,
        mistake.end,
        mistake.replacements,
        vocabulary,
        near=near,
        language=base(language),
    )


def _judge_rest(
    mistake: Mistake, passage: Passage, route: Route, vocabulary: Vocabulary, language: str
) -> Verdict | None:
    text = passage.text
    wrong = text[mistake.start : mistake.end]
    token = token_at(text, mistake.start, mistake.end).text
    if is_address(token) or (token.lower().endswith(".js") and wrong in token):
        return None
    if not _is_plausible(mistake, wrong, text, route.rule, vocabulary):
        return None
    if (
        route.rule in _OF_LANGUAGE
        and language == "en"
        and _is_foreign(mistake, passage, vocabulary)
    ):
        return None
    rule = route.rule
    if not _fits_passage(mistake, token, passage, rule):
        return None
    if rule == "spacing" and _runs_together(text, mistake):
        rule = "missing-space"
    written = (_cased_like(r, wrong, rule) for r in mistake.replacements)
    suggestions = tuple(dict.fromkeys(r for r in written if r != wrong))[:6]
    if mistake.replacements and not suggestions:
        return None
    return Verdict(rule, route.confidence, suggestions)


def _is_plausible(
    mistake: Mistake, wrong: str, text: str, rule: str, vocabulary: Vocabulary
) -> bool:
    """Whether a flag is none of those that the rule is known to get wrong."""
    if rule == "doubled-word":
        named = all(word[:1].isupper() for word in wrong.split())  # Walla Walla
        return not named and wrong.lower() not in _RIGHTLY_DOUBLED
    if rule in ("wrong-article", "lowercase-sentence") and _is_glued(text, mistake.start):
        return False
    if rule == "wrong-article":
        return not _is_letter(text, mistake) and _is_pronounceable(text[mistake.end :])
    if mistake.engine_rule == "OrthographicConsistency":
        return _lacks_only_capital(wrong, mistake.replacements, vocabulary)
    if mistake.engine_rule == "MassNouns":
        return wrong.lower().split()[-1].removesuffix("s") in _NEVER_COUNTED
    return True


def _is_glued(text: str, start: int) -> bool:
    """Whether a mark or a letter touches the word, as in “7600A”, “3(a)”, “R&D&i”, “.htaccess”."""
    return start > 0 and not (text[start - 1].isspace() or text[start - 1] in _OPENING)


def _is_foreign(mistake: Mistake, passage: Passage, vocabulary: Vocabulary) -> bool:
    title = passage.form in (HEADLINE, TITLE)
    return is_foreign(passage.text, mistake.start, mistake.end, vocabulary, title=title)


def _fits_passage(mistake: Mistake, token: str, passage: Passage, rule: str) -> bool:
    if rule == "spacing":  # beside markup, as in a table, it is none
        return not (passage.cut_at(mistake.start) or passage.cut_at(mistake.end))
    return rule != "lowercase-sentence" or _may_lack_capital(mistake, token, passage)


def _may_lack_capital(mistake: Mistake, token: str, passage: Passage) -> bool:
    """Whether the word is no name that begins small, such as ``imFORZA``, and opens a sentence."""
    if mistake.engine_rule not in _ON_SENTENCES:
        return True
    if passage.cut_at(mistake.start):
        return False  # what a tag or a link opens with is a name as often as not
    fragment = mistake.start == 0 and not _ENDS.search(passage.text)
    if fragment and mistake.engine_rule == "UPPERCASE_SENTENCE_START":
        return False  # “at Acme, Leeds” under a title; Harper knows such a fragment by itself
    named = any(c.isupper() or c.isdigit() for c in token)
    return not named and not (mistake.start == 0 and passage.continues)


def _cased_like(written: str, wrong: str, rule: str) -> str:
    """A replacement in the case of what it replaces: Harper writes ``Proofs oF concept``."""
    if rule not in _WORDING or wrong.isupper() or not written:
        return written
    if has_inner_capital(written) and not has_inner_capital(wrong):
        big = all(word[:1].isupper() for word in wrong.split() if len(word) > 3)
        words = (w.capitalize() if big and len(w) > 3 else w for w in written.lower().split(" "))
        written = " ".join(words)
    return written[:1].upper() + written[1:] if wrong[:1].isupper() else written


def _is_letter(text: str, mistake: Mistake) -> bool:
    """Whether an article is a letter among others, as in “M&A” and “A/AS level”."""
    before, after = text[mistake.start - 1 : mistake.start], text[mistake.end : mistake.end + 1]
    wrong = text[mistake.start : mistake.end]
    tied = (before and before in _TIES) or (after and after in _TIES)
    return bool(tied) or (wrong.startswith("A") and mistake.start > 0 and before.isalnum())


def _is_pronounceable(rest: str) -> bool:
    # Nobody can tell how `x402` or `MkDocs` is read aloud; abbreviations are spelled out.
    following = rest.split(maxsplit=1)[:1]
    if not following:
        return False
    word = following[0].strip("\"'“”‘’(),.;:!?").partition("-")[0]
    if has_inner_capital(word) or any(c.isdigit() for c in word) or not word[:1].isascii():
        return False  # à la carte
    if len(word) > 1 and not word.isupper() and not set(word.lower()) & _VOWELS:
        return False  # Hr is spelled out as HR is
    if word.isupper() and len(word) > 1:
        # ROI is spelled out, SCADA is read as a word, and SQL is both.
        return word not in _READ_EITHER_WAY and not _LIKE_A_WORD.match(word)
    return not word.lower().startswith(_H_OR_NOT)


def _lacks_only_capital(wrong: str, replacements: Sequence[str], vocabulary: Vocabulary) -> bool:
    right = replacements[0] if replacements else ""
    return (
        len(wrong) >= 4
        and wrong.islower()
        and wrong.isalpha()
        and right == wrong.capitalize()
        and not vocabulary.accepts(wrong)
        and vocabulary.canonical(wrong) is None
    )


def _runs_together(text: str, mistake: Mistake) -> bool:
    before, after = text[mistake.start - 1 : mistake.start], text[mistake.end : mistake.end + 1]
    inner = text[mistake.start : mistake.end]
    return before.isalpha() and after.isalpha() and not any(c.isspace() for c in inner)


def _message(mistake: Mistake, verdict: Verdict, passage: Passage) -> str:
    if verdict.rule not in _SPELLING:
        return mistake.message
    wrong = passage.text[mistake.start : mistake.end]
    if verdict.suggestions:
        return f"“{wrong}” is misspelled; “{verdict.suggestions[0]}” is likely meant."
    return f"“{wrong}” is in no vocabulary."


def settle(corrections: Iterable[Correction]) -> list[Correction]:
    """Make each mistake one correction, whichever engines found it.

    Of corrections that lie over one another and report under one rule, or of which one explains
    the other's word, the better one stays, with the suggestions of both.
    """
    kept: list[Correction] = []
    # Where a kept one lies, so that each is held against its neighbours only.
    places: dict[tuple[str, int], list[int]] = {}
    for correction in sorted(corrections, key=_preference):
        around = [(correction.pointer, block) for block in _blocks(correction)]
        near = sorted({index for place in around for index in places.get(place, ())})
        same = next((i for i in near if _same_mistake(kept[i], correction)), None)
        if same is not None:
            kept[same] = _joined(kept[same], correction)
            continue
        for place in around:
            places.setdefault(place, []).append(len(kept))
        kept.append(correction)
    return [
        correction
        for correction in kept
        if correction.rule not in _OF_BUILD
        or not any(
            _follows_from(correction, kept[index])
            for block in _blocks(correction, _NEAR)
            for index in places.get((correction.pointer, block), ())
        )
    ]


def _follows_from(correction: Correction, other: Correction) -> bool:
    """Whether a sentence may seem ill built only because of a slip near by that is as sure."""
    return (
        other.rule in _ONE_FOR_ANOTHER
        and correction.confidence is not Confidence.HIGH
        and _TRUST.index(other.confidence) >= _TRUST.index(correction.confidence)
        and other.start - correction.end <= _NEAR
        and correction.start - other.end <= _NEAR
    )


def _blocks(correction: Correction, margin: int = 0) -> range:
    first, last = correction.start - margin, correction.end + margin
    return range(first // _BLOCK, last // _BLOCK + 1)


def _preference(correction: Correction) -> tuple[int, int, int, int, str, str]:
    rank = _ORDER.index(correction.rule) if correction.rule in _ORDER else len(_ORDER)
    return (
        -_TRUST.index(correction.confidence),
        rank,
        correction.start,
        correction.end,
        correction.engine,
        correction.engine_rule,
    )


def _same_mistake(kept: Correction, other: Correction) -> bool:
    if kept.start >= other.end or other.start >= kept.end:
        return False
    rules = {kept.rule, other.rule}
    same_span = (kept.start, kept.end) == (other.start, other.end)
    return same_span or len(rules) == 1 or any(rules <= kin for kin in _KIN)


def _joined(kept: Correction, other: Correction) -> Correction:
    if (kept.start, kept.end) != (other.start, other.end):
        return kept
    suggestions: Sequence[str] = tuple(dict.fromkeys((*kept.suggestions, *other.suggestions)))
    if tuple(suggestions[:6]) == kept.suggestions:
        return kept
    return replace(kept, suggestions=tuple(suggestions[:6]))
