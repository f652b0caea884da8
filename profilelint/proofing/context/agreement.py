"""Subject and verb that disagree: “the results was”, “my role include a”, “the nurses manages”."""

from collections.abc import Iterator, Sequence

from profilelint.proofing.context.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    INDEFINITE,
    PARTICLES,
    PLAIN_OBJECTS,
    PREPOSITIONS,
    STOPS,
    TO_PLURAL,
    TO_SINGULAR,
    words,
)
from profilelint.proofing.context.lexicon import paradigm
from profilelint.proofing.context.noun_group import EITHER, MANY, is_noun, modifies, number_of
from profilelint.proofing.context.sentence import Token
from profilelint.proofing.context.slip import Slip
from profilelint.proofing.context.subject import Subject, subject_of

# Plurals that stand before other nouns: “sales calls”, “operations managers”.
_COMPOUNDING = words(
    """
    sales operations systems communications services goods sports arts news customs savings jobs
    women men children parts claims records accounts awards benefits admissions rights arms
    """
)
# Not “you” and “it”, which may begin a clause: “the pay you receive”.
_BEHIND_VERBS = DETERMINERS | PLAIN_OBJECTS | PARTICLES
_INVERTED = frozenset(("there", "so", "here"))
# Forms whose other reading as a noun nobody meets.
_HARDLY_NOUNS = words(
    "goes comes gets makes takes gives says brings becomes keeps seems tells thinks wants puts lets"
)


def disagreements(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Yield the verbs that do not agree with their subject."""
    for at, verb in enumerate(tokens):
        if verb.low in _INVERTED:
            yield from _behind_inverted(tokens, at)
        kinds = verb.tags
        closed = verb.low in TO_PLURAL or verb.low in TO_SINGULAR
        if not at or not verb.text.islower() or not (closed or "Z" in kinds or "B" in kinds):
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is not None and following.text == "-" and following.start == verb.end:
            continue  # “self-identifies”
        if "P" in kinds and following is not None and _is_verbal(following):
            continue  # “we engineers are”
        subject = subject_of(tokens, at)
        if subject is None:
            continue
        right = _right_form(tokens, at, subject)
        if right is not None:
            name = "relative-agreement" if subject.relative else "subject-agreement"
            yield Slip(name, verb.start, verb.end, (right,))


def _is_verbal(token: Token) -> bool:
    return token.low in AUXILIARIES or token.tags[:1] in ("D", "Z")


def _behind_inverted(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """“There is accountants in”, “so is the scripts”: the subject stands behind its verb."""
    if at + 2 >= len(tokens) or tokens[at + 1].low not in ("is", "was", "isn't", "wasn't"):
        return
    if tokens[at].low == "so" and tokens[at + 2].low not in DETERMINERS:
        return
    verb, place = tokens[at + 1], at + 2
    while place < len(tokens) and (
        tokens[place].low in MANY
        or tokens[place].low in ("no", "the", "my", "our", "only", "also", "now", "some", "still")
        or tokens[place].kind == "#"
    ):
        place += 1
    first = place
    while place + 1 < len(tokens) and modifies(tokens[place]) and is_noun(tokens[place + 1]):
        place += 1
    if place >= len(tokens) or tokens[place].low in EITHER or tokens[place].kind == "#":
        return
    counted = any(token.kind == "#" for token in tokens[at:first])
    behind = tokens[place + 1].low if place + 1 < len(tokens) else "."
    listed = behind in ("and", "-")
    if number_of(tokens[place]) and not counted and not listed and tokens[place].text.islower():
        yield Slip("subject-agreement", verb.start, verb.end, (TO_PLURAL[verb.low],))


def _right_form(tokens: Sequence[Token], at: int, subject: Subject) -> str | None:
    verb = tokens[at]
    low = verb.low
    if subject.first_person:
        if low in ("is", "are"):
            return "am"
        if low in ("has", "does", "doesn't", "hasn't"):
            return TO_PLURAL[low]
    elif low in TO_PLURAL or low in TO_SINGULAR:
        right = (TO_PLURAL if subject.plural else TO_SINGULAR).get(low)
        if low in ("do", "does") and _asks(tokens, at):
            return None  # “how many visits does the site get”
        if right in ("are", "were") and not subject.sure and _subject_counts(tokens, at):
            return None  # “65 characters is the limit”
        if right in ("was", "wasn't") and any(
            t.low in ("if", "wish", "though", "as") for t in tokens[:at]
        ):
            return None  # “as if it were”
        return right
    forms = paradigm(low)
    if forms is None or low in AUXILIARIES or low == "except":
        return None
    if "Z" in verb.tags and (subject.plural or subject.first_person):
        sure = verb.tags == "Z" or subject.sure or low in _HARDLY_NOUNS
        sure = sure or (verb.tags == "ZP" and _is_finite(tokens, at, subject))
        return forms.base if sure else None
    if "B" in verb.tags and not subject.plural and not subject.first_person:
        if subject.relative and verb.tags != "B" and tokens[at - 1].low != "who":
            return None
        sure = verb.tags == "B" or (verb.tags == "BS" and _is_verb(tokens, at, subject))
        return forms.third if sure and "N" not in verb.tags else None
    return None


def _is_verb(tokens: Sequence[Token], at: int, subject: Subject) -> bool:
    """Whether a word that may be a noun is a verb by what stands beside it."""
    if tokens[at - 1].low in ("who", "whom", "which") or tokens[at - 1].low in INDEFINITE:
        return True
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if subject.sure:
        return True
    if "J" in tokens[at - 1].tags:
        return False  # “we meet as a full team each Friday”
    return not subject.relative and following in _BEHIND_VERBS


def _is_finite(tokens: Sequence[Token], at: int, subject: Subject) -> bool:
    """Whether “my clients ranges from” has its verb there: no other comes, and no noun follows."""
    head = tokens[at - 1]
    if head.low == "who":
        return True
    named = at >= 2 and tokens[at - 2].low in DETERMINERS
    if subject.relative or head.low in _COMPOUNDING or head.tags not in ("P", "ZP"):
        return False
    if head.tags == "ZP" and not named:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not (
        following.low in PREPOSITIONS
        or following.low in _BEHIND_VERBS
        or following.tags in ("R", "R?")
    ):
        return False
    for token in tokens[at + 1 : at + 12]:
        if token.low in STOPS or token.low in (",", "who", "that", "which", "when", "and"):
            break
        if token.low in AUXILIARIES or token.tags in ("Z", "D") or token.tags.startswith("DN"):
            return False
    return True


def _asks(tokens: Sequence[Token], at: int) -> bool:
    return any(t.low in ("how", "what", "which", "many") for t in tokens[max(0, at - 8) : at])


def _subject_counts(tokens: Sequence[Token], at: int) -> bool:
    return any(token.kind == "#" for token in tokens[max(0, at - 4) : at])
