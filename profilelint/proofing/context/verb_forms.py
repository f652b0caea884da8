"""Wrong forms of verbs: “have publish”, “was promote”, “did not managed”, “for manage the”.

Only what a word's parts of speech make sure is told: “have manage” is wrong since *manage* is a
verb and nothing else, “have access” is not looked at.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from profilelint.proofing.context.grammar_words import (
    ADVERBS,
    BE,
    DETERMINERS,
    DO,
    DO_NOT,
    HAVE,
    MODALS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    words,
)
from profilelint.proofing.context.lexicon import paradigm, singular
from profilelint.proofing.context.sentence import Token
from profilelint.proofing.context.slip import Slip

_WANTS_INFINITIVE = words(
    """
    goal goals aim job role task mission responsibility responsibilities objective objectives
    duty duties purpose plan focus challenge ambition
    """
)
_BEFORE_GERUND = words("for of by without in after before through from about on")
_LICENCES = words(
    """
    to can could will would should must may might help helps helped helping let lets make makes
    made that which who where when while if because do does did don't didn't doesn't let's
    cannot can't and/or both either shall i we they you has have had be
    """
)
_TO_GERUND = frozenset(("dedicated", "devoted", "accustomed"))
_TAKES_TO = words("spoke talked listened referred applied wrote went belonged spoken")
_ACCESS = words("access rights permission permissions conflicts")


def wrong_forms(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Yield the verbs whose form does not fit the word that governs them."""
    for at, token in enumerate(tokens):
        low = token.low
        if low in HAVE:
            yield from _after_have(tokens, at)
        elif (low in BE and token.text != "AM") or low == "i'm":
            yield from _after_be(tokens, at)
        elif low in MODALS:
            yield from _after_modal(tokens, at)
        elif low in DO_NOT or (low in DO and _low(tokens, at + 1) == "not"):
            yield from _after_do_not(tokens, at)
        elif low == "to":
            yield from _after_to(tokens, at)
        elif low in _BEFORE_GERUND:
            yield from _after_preposition(tokens, at)
        elif low in PRONOUNS:
            yield from _after_pronoun(tokens, at)
    yield from _mixed_row(tokens)


def _after_have(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = _verb(tokens, at)
    if verb is None or _is_relative(tokens, at):
        return
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is None or "N" in kinds or "J" in kinds or "R" in kinds:
        return
    sure = kinds in ("B", "D") or (kinds == "Z" and verb is tokens[at + 1])
    noun = kinds == "BS" and _takes_object(tokens, verb)
    behind = [token.low for token in tokens if token.start >= verb.end][:4]
    if _ACCESS.intersection(behind):
        return  # write access
    if (sure or noun) and forms.participle != verb.low:
        yield _slip("have-participle", verb, forms.participle)


def _after_be(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = _verb(tokens, at)
    if verb is None:
        return
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is None or kinds not in ("B", "D", "Z") or forms.participle == verb.low:
        return
    before = [token.low for token in tokens[max(0, at - 12) : at]]
    if any(word in DO or word in ("done", "all", "what", "how", "where") for word in before):
        return  # “what I did was manage”
    if kinds == "B" and any(word in _WANTS_INFINITIVE for word in before):
        yield _slip("be-infinitive", verb, f"to {verb.text}")
    else:
        yield _slip("be-participle", verb, forms.participle)


def _after_modal(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    if tokens[at].text[:1].isupper() and at:
        return  # Will is a name
    verb = _verb(tokens, at)
    if verb is None:
        return
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is None or "B" in kinds or "S" in kinds or "P" in kinds or "R" in kinds:
        return
    if "J" in kinds and not _takes_object(tokens, verb):
        return
    yield _slip("modal-base", verb, forms.base)


def _after_do_not(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = _verb(tokens, at)
    if verb is None:
        return
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is not None and not set(kinds) & set("BSPJR"):
        yield _slip("do-base", verb, forms.base)


def _after_to(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = _verb(tokens, at)
    if verb is None:
        return
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is None:
        return
    before = _low(tokens, at - 1)
    gerund = _low(tokens, at - 2).startswith("look") and before == "forward"
    gerund = gerund or (before in _TO_GERUND and kinds == "B")
    if gerund and "B" in kinds and (kinds == "B" or _goes_on(tokens, verb)):
        yield _slip("to-gerund", verb, forms.gerund)
    elif before in _TAKES_TO:
        return  # “the people we spoke to told us”
    elif (kinds == "Z" and singular(verb.low) is None) or (
        set(kinds) <= set("DNJ") and "D" in kinds and _takes_object(tokens, verb)
    ):
        yield _slip("to-base", verb, forms.base)


def _after_preposition(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = tokens[at + 1] if at + 1 < len(tokens) else None
    if verb is None or verb.tags != "B" or not _takes_object(tokens, verb):
        return
    forms = paradigm(verb.low)
    if forms is not None:
        yield _slip("preposition-gerund", verb, forms.gerund)


def _after_pronoun(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = _verb(tokens, at)
    if verb is None or verb.tags != "N" or verb is not tokens[at + 1]:
        return
    before = [token.low for token in tokens[max(0, at - 3) : at]]
    forms = paradigm(verb.low)
    if forms is not None and not any(word in HAVE or word in BE for word in before):
        yield _slip("pronoun-past", verb, forms.past)


def _mixed_row(tokens: Sequence[Token]) -> Iterator[Slip]:
    """“Led a team of five and manage the budget”: a row that opens in the past, ends otherwise."""
    if len(tokens) < 5 or not set(tokens[0].kind) <= set("DN") or "D" not in tokens[0].kind:
        return
    for at, token in enumerate(tokens):
        if token.low in STOPS or token.low in _LICENCES:
            return
        if token.low != "and":
            continue
        verb = _verb(tokens, at)
        forms = paradigm(verb.low) if verb is not None else None
        if verb is not None and forms and verb.tags == "B" and _takes_object(tokens, verb):
            yield _slip("row-past", verb, forms.past)


def _verb(tokens: Sequence[Token], at: int) -> Token | None:
    """The word behind the one at a place, adverbs left out, if it is a verb in small letters."""
    for token in islice(tokens, at + 1, at + 4):
        if token.low in ADVERBS or token.tags in ("R", "R?"):
            continue
        return token if token.text.islower() and token.tags else None
    return None


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    """Whether “have” ends a clause of its own: “the tools I have enable me”."""
    if _low(tokens, at - 1) not in PRONOUNS:
        return False
    before = tokens[at - 2] if at >= 2 else None
    return before is not None and (before.low == "that" or bool(set(before.tags) & set("SP")))


def _takes_object(tokens: Sequence[Token], verb: Token) -> bool:
    following = _after(tokens, verb)
    return following is not None and (
        following.low in DETERMINERS or following.low in OBJECTS or following.kind == "#"
    )


def _goes_on(tokens: Sequence[Token], verb: Token) -> bool:
    following = _after(tokens, verb)
    return following is not None and (
        following.low in DETERMINERS or following.low in OBJECTS or following.low in PREPOSITIONS
    )


def _after(tokens: Sequence[Token], token: Token) -> Token | None:
    return next((other for other in tokens if other.start >= token.end), None)


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _slip(rule: str, verb: Token, put: str) -> Slip:
    return Slip(rule, verb.start, verb.end, (put,))
