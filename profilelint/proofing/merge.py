"""Turns what the engines say into corrections: routed, judged, and each mistake once."""

from collections.abc import Iterable, Sequence

from profilelint.finding import Confidence
from profilelint.proofing.engine import Mistake
from profilelint.proofing.language import base
from profilelint.proofing.passages import Passage
from profilelint.proofing.proofreading import Correction
from profilelint.proofing.spelling import Near, Verdict, judge_english, judge_other
from profilelint.proofing.table import Route, read_table
from profilelint.proofing.tokens import is_abbreviation, is_address, token_at
from profilelint.proofing.vocabulary import Vocabulary

_SPELLING = frozenset(("misspelling", "common-typo"))
# Where corrections lie over one another the earlier of these is kept; the rest keep one another.
_ORDER = (
    *("common-typo", "doubled-word", "brand-case", "confused-word", "misspelling"),
    *("wrong-article", "verb-agreement", "spacing", "missing-space", "punctuation", "grammar"),
)
_RIGHTLY_DOUBLED = frozenset(("had had", "that that"))
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
        verdict = _judge_rest(mistake, passage, route, vocabulary)
    if verdict is None:
        return None
    confidence = min(verdict.confidence, route.confidence, key=_TRUST.index)
    return Correction(
        pointer=passage.pointer,
        start=passage.start + mistake.start,
        end=passage.start + mistake.end,
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
    verdict = judge_other(passage, mistake.start, mistake.end, near, vocabulary, base(language))
    if verdict is None or not mistake.replacements:
        return verdict
    # An engine that knows the language well enough to suggest is believed.
    return Verdict(verdict.rule, Confidence.MEDIUM, mistake.replacements[:6])


def _judge_rest(
    mistake: Mistake, passage: Passage, route: Route, vocabulary: Vocabulary
) -> Verdict | None:
    text = passage.text
    wrong = text[mistake.start : mistake.end]
    token = token_at(text, mistake.start, mistake.end).text
    if is_address(token) or (token.lower().endswith(".js") and wrong in token):
        return None
    if route.rule == "brand-case" and _is_name(wrong, mistake, vocabulary):
        return None
    if route.rule == "doubled-word" and (_is_title(wrong) or wrong.lower() in _RIGHTLY_DOUBLED):
        return None  # Walla Walla
    if mistake.engine_rule == "MassNouns" and wrong.endswith("ing"):
        return None  # a moulding, a finding: such nouns are counted, too
    rule = route.rule
    if rule == "spacing" and _runs_together(text, mistake):
        rule = "missing-space"
    suggestions = tuple(dict.fromkeys(r for r in mistake.replacements if r != wrong))[:6]
    if mistake.replacements and not suggestions:
        return None
    return Verdict(rule, route.confidence, suggestions)


def _is_title(text: str) -> bool:
    return all(word[:1].isupper() for word in text.split())


def _is_name(wrong: str, mistake: Mistake, vocabulary: Vocabulary) -> bool:
    # The engine's list of names is older and shorter than ours.
    words = wrong.split()
    if len(words) == 1 and (is_abbreviation(wrong) or wrong.isupper()):
        return True
    known = all(vocabulary.accepts(word) and word[:1].isupper() for word in words)
    return known or any(vocabulary.canonical(r) for r in mistake.replacements[:1])


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
    ordered = sorted(corrections, key=_preference)
    kept: dict[str, list[Correction]] = {}
    for correction in ordered:
        rivals = kept.setdefault(correction.pointer, [])
        index = next((i for i, r in enumerate(rivals) if _same_mistake(r, correction)), None)
        if index is None:
            rivals.append(correction)
        else:
            rivals[index] = _joined(rivals[index], correction)
    return [correction for rivals in kept.values() for correction in rivals]


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
    words = {"misspelling", "common-typo", "brand-case"}
    same_span = (kept.start, kept.end) == (other.start, other.end)
    return kept.rule == other.rule or same_span or {kept.rule, other.rule} <= words


def _joined(kept: Correction, other: Correction) -> Correction:
    if (kept.start, kept.end) != (other.start, other.end):
        return kept
    suggestions: Sequence[str] = tuple(dict.fromkeys((*kept.suggestions, *other.suggestions)))
    if tuple(suggestions[:6]) == kept.suggestions:
        return kept
    from dataclasses import replace

    return replace(kept, suggestions=tuple(suggestions[:6]))
