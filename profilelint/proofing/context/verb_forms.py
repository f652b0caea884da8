"""Wrong forms of verbs: “have publish”, “was promote”, “did not managed”, “for manage the”.

Only what a word's parts of speech make sure is told: “have manage” is wrong since *manage* is a
verb and nothing else, “have access” is not looked at.
"""

from collections.abc import Iterator, Sequence

from profilelint.proofing.context.grammar_words import (
    BE,
    DETERMINERS,
    DO,
    DO_NOT,
    HAVE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    words,
)
from profilelint.proofing.context.lexicon import is_mostly_verb, paradigm, singular
from profilelint.proofing.context.sentence import Token, low_at
from profilelint.proofing.context.slip import Slip
from profilelint.proofing.context.verb_company import ends, goes_on, takes_object, verb_behind

_WANTS_INFINITIVE = words(
    """
    goal goals aim job role task mission responsibility responsibilities objective objectives
    duty duties purpose plan focus challenge ambition
    """
)
_BEFORE_GERUND = words("for of by without in after before through from about on while whilst when")
_TO_GERUND = words("dedicated devoted accustomed prior addition contributed contributing")
_PERSUADES = words(
    "persuaded persuade convinced convince encouraged encourage asked ask taught teach trained"
    " enabled enable allowed allow helped help challenged urged advised invited"
)
_CERTAIN = frozenset(("by", "without"))
_TO_INFINITIVE = words(
    """
    able want wanted wants order need needs needed try tried trying plan planned decided learned
    learnt asked hope hoping ready chance ability opportunity required expected allowed allow
    continue managed helped intend aim aims happy eager unable have has had going used
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
_OBJECT_OPENERS = words("the a an my our their his her its each every all")
_TAKES_GERUND = words(
    "specialise specialize specialised specialized interested experience experienced"
)
_BEGUN = words(
    "leave join start move become begin found build win graduate launch open take complete finish"
    " earn receive teach write retire return qualify enrol sell buy"
)
_OVER = range(1950, 2025)
"""Years that were over when this was written: no clock is asked, so that a text has one reading."""
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
        elif low in DO_NOT or (low in DO and low_at(tokens, at + 1) == "not"):
            yield from _after_do_not(tokens, at)
        elif low == "to":
            yield from _after_to(tokens, at)
        elif low in _BEFORE_GERUND:
            yield from _after_preposition(tokens, at)
        elif low in PRONOUNS:
            yield from _after_pronoun(tokens, at)
        elif low in ("let", "lets", "letting", "made", "make", "makes"):
            yield from _after_let(tokens, at)
        elif token.kind == "#" and low_at(tokens, at - 1) == "in":
            yield from _past_year(tokens, at)


def _after_let(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """“Let junior designers presenting”, “made me sweeping”: the bare form is asked for."""
    place = at + 1
    if low_at(tokens, place) == "alone":
        return
    if place < len(tokens) and tokens[place].low in ("me", "us", "them", "him", "her"):
        place += 1
    elif tokens[at].low.startswith("let"):
        while place < len(tokens) and (
            tokens[place].low in DETERMINERS or set(tokens[place].tags) & set("SPJ")
        ):
            place += 1
    if not at + 1 < place < len(tokens) or not tokens[place].tags.startswith("G"):
        return
    forms = paradigm(tokens[place].low)
    if forms is not None and takes_object(tokens, place):
        yield _slip("let-base", tokens[place], forms.base)


def _past_year(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """“In 2019 I leave a bank”: a year that is over asks for the past."""
    text = tokens[at].text
    if not (text.isdigit() and int(text) in _OVER):
        return
    subject = at + 1 + (low_at(tokens, at + 1) == ",")
    if low_at(tokens, subject) not in ("i", "we") or not goes_on(tokens, subject + 1):
        return
    verb = tokens[subject + 1]
    forms = paradigm(verb.low) if "B" in verb.tags and "D" not in verb.tags else None
    if forms is not None and verb.low in _BEGUN:
        yield _slip("year-past", verb, forms.past)


def _after_have(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    if low_at(tokens, at + 1) == "being":
        yield _slip("have-participle", tokens[at + 1], "been")
        return
    again = _again(tokens, at)
    if again is not None:
        yield _slip("have-participle", again, "had")
        return
    place = verb_behind(tokens, at)
    if place is None or (_is_relative(tokens, at) and not ends(tokens, place)):
        return
    verb = tokens[place]
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is None or "N" in kinds or "J" in kinds or "R" in kinds:
        return
    sure = kinds in ("B", "D") or (kinds == "Z" and place == at + 1)
    short = "'" in tokens[at].low and kinds == "BS"  # “I've” is never “I own”
    never = kinds == "BS" and tokens[place - 1].low == "never"
    noun = (
        short
        or never
        or (kinds == "BS" and (takes_object(tokens, place) or _stands_bare(tokens, place)))
    )
    if any(token.low in _ACCESS for token in tokens[place + 1 : place + 5]):
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


def _stands_bare(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is no noun there: one that is counted would have an article before it.

    “Has fail,” and “had been check since” are wrong however they are read; “have access to” is not.
    """
    verb = tokens[at]
    if verb.low in _NEEDS_NO_ARTICLE:
        return False
    if is_mostly_verb(verb.low):
        return at + 1 == len(tokens) or not set(tokens[at + 1].tags) & set("SPJ")
    return low_at(tokens, at + 1) in _BEHIND_PARTICIPLE


def _after_be(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    place = verb_behind(tokens, at)
    if place is None:
        return
    be, verb = tokens[at].low, tokens[place]
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is None or forms.participle == verb.low or kinds not in ("B", "D", "Z", "BS"):
        return
    before = [token.low for token in tokens[max(0, at - 12) : at]]
    if any(word in DO or word in ("done", "all", "what", "how", "where") for word in before):
        return  # “what I did was manage”
    if kinds == "BS" and verb.low == "work":
        if be in ("been", "am", "i'm") and low_at(tokens, place + 1) in _WORKING:
            yield _slip("be-gerund", verb, forms.gerund)
        return
    if kinds == "BS":
        if _is_passive(tokens, at, place):
            yield _slip("be-participle", verb, forms.participle)
        return
    if be in ("am", "i'm") and kinds == "B":
        yield Slip("be-gerund", verb.start, verb.end, (forms.gerund, forms.participle))
        return
    if be == "been" and kinds == "B" and low_at(tokens, at - 1) in HAVE and goes_on(tokens, place):
        yield Slip("be-participle", verb.start, verb.end, (forms.participle, forms.gerund))
        return
    if kinds == "B" and any(word in _WANTS_INFINITIVE for word in before):
        yield _slip("be-infinitive", verb, f"to {verb.text}")
    else:
        yield _slip("be-participle", verb, forms.participle)


def _is_passive(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Whether only a participle fits behind a form of *be*: “is now use by”, “was trust with”."""
    verb, behind = tokens[place], low_at(tokens, place + 1)
    if verb.low in _NEEDS_NO_ARTICLE or verb.low in _ROLES:
        return False
    if behind == "by":
        return True
    if tokens[at].low == "been" or (tokens[at].low == "was" and not at):
        return behind in ("", ".", ";", "that", "for", "with", "to") or _stands_bare(tokens, place)
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
    place = verb_behind(tokens, at)
    if place is None:
        return
    verb = tokens[place]
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is None or "B" in kinds or "S" in kinds or "R" in kinds:
        return
    plain = kinds == "ZP" and not _is_named(tokens, at)
    if plain and at and (tokens[at - 1].low in PRONOUNS or tokens[at - 1].low == "who"):
        yield _slip("modal-base", verb, forms.base)
        return
    if "P" in kinds and not (plain and (takes_object(tokens, place) or ends(tokens, place))):
        return
    if "J" in kinds and not takes_object(tokens, place):
        return
    yield _slip("modal-base", verb, forms.base)


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether a modal is a noun there: “the can”, “free will”."""
    before = tokens[at - 1] if at else None
    return before is None or before.low in DETERMINERS or bool(set(before.tags) & set("J"))


def _after_do_not(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    place = verb_behind(tokens, at)
    if place is None:
        return
    verb = tokens[place]
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is not None and "B" not in kinds and "R" not in kinds and verb.low != "used":
        yield _slip("do-base", verb, forms.base)


def _after_to(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    place = verb_behind(tokens, at)
    if place is None:
        return
    verb = tokens[place]
    kinds, forms = verb.tags, paradigm(verb.low)
    if forms is None:
        return
    before = low_at(tokens, at - 1)
    if before == "used" and (low_at(tokens, at - 2) in BE or kinds == "G"):
        return  # “I am used to working nights”
    if before in _TO_INFINITIVE and kinds in ("G", "D", "N") and place == at + 1:
        yield _slip("to-base", verb, forms.base)
        return
    gerund = low_at(tokens, at - 2).startswith("look") and before == "forward"
    gerund = gerund or (before in _TO_GERUND and kinds == "B")
    if gerund and "B" in kinds and (kinds == "B" or goes_on(tokens, place)):
        yield _slip("to-gerund", verb, forms.gerund)
    elif before in _TAKES_TO:
        return  # “the people we spoke to told us”
    elif kinds == "D" or (kinds in ("N", "DN") and _states(tokens, place)):
        yield _slip("to-base", verb, forms.base)  # no noun comes behind “to felt”
    elif (
        (kinds == "G" and _is_persuaded(tokens, at) and takes_object(tokens, place))
        or (kinds == "Z" and singular(verb.low) is None)
        or (set(kinds) <= set("DNJ") and "D" in kinds and takes_object(tokens, place))
    ):
        yield _slip("to-base", verb, forms.base)


def _states(tokens: Sequence[Token], verb: int) -> bool:
    """Whether an irregular past has an object or a clause behind it: “to thought that”."""
    return not tokens[verb].low.endswith("ed") and takes_object(tokens, verb)


def _is_persuaded(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody was brought to do it: “persuaded four councils to”."""
    for token in reversed(tokens[max(0, at - 5) : at]):
        if token.low in _PERSUADES:
            return True
        if token.low in PREPOSITIONS or token.low in STOPS:
            return False
    return False


def _after_preposition(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = tokens[at + 1] if at + 1 < len(tokens) else None
    if verb is None or not verb.text.islower() or verb.low in ("default", "select"):
        return
    kinds, following = verb.tags, tokens[at + 2] if at + 2 < len(tokens) else None
    if following is not None and following.text.isupper():
        return  # “while email A/B testing”
    low = tokens[at].low
    instead = low == "of" and low_at(tokens, at - 1) == "instead"
    sure = kinds == "B" and takes_object(tokens, at + 1)
    if kinds == "B" and (low in _CERTAIN or instead or low_at(tokens, at - 1) in _TAKES_GERUND):
        sure = following is not None and bool(set(following.tags) & set("SPJND") or sure)
    if kinds in ("BS", "BNS", "BDNS", "BN") and following is not None:
        owns = following.low in _OBJECT_OPENERS and verb.low not in _NEEDS_NO_ARTICLE
        sure = owns and (low in _CERTAIN or instead or low in ("before", "after", "for", "while"))
    if kinds in ("D", "DN", "DNJ") and low in ("by", "after", "without") and following is not None:
        sure = following.low in _OBJECT_OPENERS
    forms = paradigm(verb.low)
    if forms is not None and sure:
        yield _slip("preposition-gerund", verb, forms.gerund)


def _after_pronoun(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    if verb_behind(tokens, at) != at + 1 or tokens[at + 1].tags != "N":
        return
    verb = tokens[at + 1]
    before = [token.low for token in tokens[max(0, at - 3) : at]]
    forms = paradigm(verb.low)
    if forms is not None and not any(word in HAVE or word in BE for word in before):
        yield _slip("pronoun-past", verb, forms.past)


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    """Whether “have” ends a clause of its own: “the tools I have enable me”."""
    if low_at(tokens, at - 1) not in PRONOUNS:
        return False
    before = tokens[at - 2] if at >= 2 else None
    return before is not None and (before.low == "that" or bool(set(before.tags) & set("SP")))


def _slip(rule: str, verb: Token, put: str) -> Slip:
    return Slip(rule, verb.start, verb.end, (put,))
