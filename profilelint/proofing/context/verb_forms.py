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
from profilelint.proofing.context.lexicon import is_mostly_verb, paradigm, singular
from profilelint.proofing.context.sentence import Token
from profilelint.proofing.context.slip import Slip

_WANTS_INFINITIVE = words(
    """
    goal goals aim job role task mission responsibility responsibilities objective objectives
    duty duties purpose plan focus challenge ambition
    """
)
_BEFORE_GERUND = words("for of by without in after before through from about on while whilst when")
_LICENCES = words(
    """
    to can could will would should must may might help helps helped helping let lets make makes
    made that which who where when while if because do does did don't didn't doesn't let's
    cannot can't and/or both either shall i we they you has have had be
    """
)
_GOES_ON = words("maintain manage own run lead support operate oversee administer serve")
_TO_GERUND = words("dedicated devoted accustomed prior addition contributed contributing")
_TO_INFINITIVE = words(
    """
    able want wanted wants order need needs needed try tried trying plan planned decided learned
    learnt asked hope hoping ready chance ability opportunity required expected allowed allow
    continue managed helped intend aim aims happy eager unable
    """
)
_TAKES_TO = words("spoke talked listened referred applied wrote went belonged spoken")
_NEEDS_NO_ARTICLE = words(
    """
    trouble room expertise appeal focus staff tenure paper notice address talent status
    access work support experience interest need control contact research respect trust care help
    love fun practice time change progress influence power force drive pride hope faith
    evidence cause reason credit debt risk doubt insurance finance value light sound space water
    fire air oil gas land stock cash pay rent lunch dinner class school office fault charge
    demand supply trade traffic transport travel exercise sport play music dance
    discipline ownership rank sight touch taste smell wind rain snow ice dust waste damage harm
    stress strain pressure key part due free open clear clean live set cut put hit shut
    run come read let cost spread split broadcast forecast input output quit bet cast host chair
    head lead front home captain coach judge model mother father guest guard pilot
    """
)
_ROLES = words("chair head lead host captain coach judge guard pilot guide author partner part")
_BEHIND_PARTICIPLE = words("by since from twice again once until")
_AFTER_NO_MODAL = words("is are was were been has had am")
_WORKING = words("as for in at with on since from")
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
    again = _again(tokens, at)
    if again is not None:
        yield _slip("have-participle", again, "had")
        return
    verb = _verb(tokens, at)
    if verb is None or (_is_relative(tokens, at) and not _ends(tokens, verb)):
        return
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is None or "N" in kinds or "J" in kinds or "R" in kinds:
        return
    sure = kinds in ("B", "D") or (kinds == "Z" and verb is tokens[at + 1])
    short = "'" in tokens[at].low and kinds == "BS"  # “I've” is never “I own”
    noun = short or (kinds == "BS" and (_takes_object(tokens, verb) or _stands_bare(tokens, verb)))
    behind = [token.low for token in tokens if token.start >= verb.end][:4]
    if _ACCESS.intersection(behind):
        return  # write access
    if (sure or noun) and forms.participle != verb.low:
        yield _slip("have-participle", verb, forms.participle)


def _again(tokens: Sequence[Token], at: int) -> Token | None:
    """The second “have” of “have never have”."""
    place = at + 1
    while place < len(tokens) and tokens[place].low in ("never", "always", "also", "already"):
        place += 1
    if place == at + 1 or place >= len(tokens):
        return None
    return tokens[place] if tokens[place].low in ("have", "has") else None


def _stands_bare(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a word is no noun there: one that is counted would have an article before it.

    “Has fail,” and “had been check since” are wrong however they are read; “have access to” is not.
    """
    following = _after(tokens, verb)
    if verb.low in _NEEDS_NO_ARTICLE:
        return False
    behind = following.low if following is not None else "."
    if is_mostly_verb(verb.low):
        return behind in (".", ";", ",") or not set(following.tags if following else "") & set(
            "SPJ"
        )
    return behind in _BEHIND_PARTICIPLE


def _after_be(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = _verb(tokens, at)
    if verb is None:
        return
    be = tokens[at].low
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is None or forms.participle == verb.low or kinds not in ("B", "D", "Z", "BS"):
        return
    before = [token.low for token in tokens[max(0, at - 12) : at]]
    if any(word in DO or word in ("done", "all", "what", "how", "where") for word in before):
        return  # “what I did was manage”
    if kinds == "BS" and verb.low == "work":
        if be in ("been", "am", "i'm") and _low(tokens, tokens.index(verb) + 1) in _WORKING:
            yield _slip("be-gerund", verb, forms.gerund)
        return
    if kinds == "BS":
        if _is_passive(tokens, at, verb):
            yield _slip("be-participle", verb, forms.participle)
        return
    if be in ("am", "i'm") and kinds == "B":
        yield Slip("be-gerund", verb.start, verb.end, (forms.gerund, forms.participle))
        return
    if be == "been" and kinds == "B" and _low(tokens, at - 1) in HAVE and _goes_on(tokens, verb):
        yield Slip("be-participle", verb.start, verb.end, (forms.participle, forms.gerund))
        return
    if kinds == "B" and any(word in _WANTS_INFINITIVE for word in before):
        yield _slip("be-infinitive", verb, f"to {verb.text}")
    else:
        yield _slip("be-participle", verb, forms.participle)


def _is_passive(tokens: Sequence[Token], at: int, verb: Token) -> bool:
    """Whether only a participle fits behind a form of *be*: “is now use by”, “was trust with”."""
    following = _after(tokens, verb)
    behind = following.low if following is not None else ""
    if verb.low in _NEEDS_NO_ARTICLE or verb.low in _ROLES:
        return False
    if behind == "by":
        return following is not None and not following.text[0].isdigit()
    if tokens[at].low == "been" or (tokens[at].low == "was" and not at):
        return behind in ("", ".", ";", "that", "for", "with", "to") or _stands_bare(tokens, verb)
    return is_mostly_verb(verb.low) and behind in _BEHIND_PARTICIPLE


def _after_modal(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    if tokens[at].text[:1].isupper() and at:
        return  # Will is a name
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    named = tokens[at].text[:1].isupper()
    if following is not None and following.low in _AFTER_NO_MODAL and not named:
        right = "have" if following.low in ("has", "had") else "be"
        yield _slip("modal-base", following, right)
        return
    verb = _verb(tokens, at)
    if verb is None:
        return
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is None or "B" in kinds or "S" in kinds or "R" in kinds:
        return
    plain = kinds == "ZP" and not _is_noun(tokens, at)
    if plain and at and (tokens[at - 1].low in PRONOUNS or tokens[at - 1].low == "who"):
        yield _slip("modal-base", verb, forms.base)
        return
    if "P" in kinds and not (plain and (_takes_object(tokens, verb) or _ends(tokens, verb))):
        return
    if "J" in kinds and not _takes_object(tokens, verb):
        return
    yield _slip("modal-base", verb, forms.base)


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a modal is a noun there: “the can”, “free will”."""
    before = tokens[at - 1] if at else None
    return before is None or before.low in DETERMINERS or bool(set(before.tags) & set("J"))


def _after_do_not(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = _verb(tokens, at)
    if verb is None:
        return
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is not None and not set(kinds) & set("BSPR"):
        yield _slip("do-base", verb, forms.base)


def _after_to(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = _verb(tokens, at)
    if verb is None:
        return
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is None:
        return
    before = _low(tokens, at - 1)
    if before in _TO_INFINITIVE and kinds == "G" and verb is tokens[at + 1]:
        yield _slip("to-base", verb, forms.base)
        return
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
        if verb is None or verb.low in _GOES_ON:
            continue  # “built and maintain the site” may be meant so
        if forms and verb.tags == "B" and _takes_object(tokens, verb):
            yield _slip("row-past", verb, forms.past)


def _verb(tokens: Sequence[Token], at: int) -> Token | None:
    """The word behind the one at a place, adverbs left out, if it is a verb in small letters."""
    for token in islice(tokens, at + 1, at + 4):
        if token.low in ADVERBS or token.low in ("since", "quite") or token.tags in ("R", "R?"):
            continue
        joined = any(t.text == "-" and t.start == token.end for t in tokens)
        return token if token.text.islower() and token.tags and not joined else None
    return None


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    """Whether “have” ends a clause of its own: “the tools I have enable me”."""
    if _low(tokens, at - 1) not in PRONOUNS:
        return False
    before = tokens[at - 2] if at >= 2 else None
    return before is not None and (before.low == "that" or bool(set(before.tags) & set("SP")))


def _takes_object(tokens: Sequence[Token], verb: Token) -> bool:
    following = _after(tokens, verb)
    if following is not None and following.low == "this" and verb.low == "time":
        return False  # “have time this afternoon”
    return following is not None and (
        following.low in DETERMINERS or following.low in OBJECTS or following.kind == "#"
    )


def _goes_on(tokens: Sequence[Token], verb: Token) -> bool:
    following = _after(tokens, verb)
    return following is not None and (
        following.low in DETERMINERS or following.low in OBJECTS or following.low in PREPOSITIONS
    )


def _ends(tokens: Sequence[Token], verb: Token) -> bool:
    following = _after(tokens, verb)
    return following is None or following.low in (".", ";")


def _after(tokens: Sequence[Token], token: Token) -> Token | None:
    return next((other for other in tokens if other.start >= token.end), None)


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _slip(rule: str, verb: Token, put: str) -> Slip:
    return Slip(rule, verb.start, verb.end, (put,))
