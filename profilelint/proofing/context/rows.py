"""Verbs in a row whose forms differ: “Led a team and manage the budget”, “I plan and leads a crew”.

The first verb of a bullet or a sentence sets the form; what “and” joins to it must have it too.
"""

from collections.abc import Iterator, Sequence

from profilelint.proofing.context.grammar_words import BE, STOPS, words
from profilelint.proofing.context.lexicon import paradigm
from profilelint.proofing.context.sentence import Token, low_at
from profilelint.proofing.context.slip import Slip
from profilelint.proofing.context.verb_company import takes_object, verb_behind

_ENDS_ROW = words(
    """
    that which who where when while if because to can could will would should must may might
    help helps let lets make makes , or but i we they he she it as than how what
    """
)
_LICENCES = words(
    """
    can could will would should must may might help helps helped helping let lets make makes
    made that which who where when while if because do does did don't didn't doesn't let's
    cannot can't and/or both either shall i we they you has have had
    """
)
_GOES_ON = words("maintain manage own run lead support operate oversee administer serve")


def mixed_rows(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Yield the verbs that do not go with the one that opens their row."""
    yield from _mixed_person(tokens)
    yield from _mixed_tense(tokens)


def _mixed_person(tokens: Sequence[Token]) -> Iterator[Slip]:
    """“I plan the week and leads the crew”, “Manages two sites and train cooks”."""
    person = _person(tokens)
    if person is None:
        return
    for at, token in enumerate(tokens[1:], 1):
        if token.low in STOPS or token.low in _ENDS_ROW:
            return
        if token.low != "and" or at + 2 >= len(tokens):
            continue
        verb = tokens[at + 1]
        forms = paradigm(verb.low) if verb.text.islower() else None
        if forms is None or not takes_object(tokens, at + 1):
            continue
        if person == "third" and verb.tags == "B":
            yield Slip("row-agreement", verb.start, verb.end, (forms.third,))
        elif person == "other" and verb.tags == "Z":
            yield Slip("row-agreement", verb.start, verb.end, (forms.base,))


def _person(tokens: Sequence[Token]) -> str | None:
    """The person of the verb that opens a bullet or a sentence; None where that is not sure."""
    if len(tokens) < 5:
        return None
    first, second = tokens[0], tokens[1]
    if first.low in ("i", "we", "they") and "B" in second.tags and second.text.islower():
        return "other"
    if first.low in ("he", "she") and second.tags in ("Z", "ZP"):
        return "third"
    if first.tags == "Z":
        return "third"
    return "other" if first.tags == "B" else None


def _mixed_tense(tokens: Sequence[Token]) -> Iterator[Slip]:
    """“Led a team of five and manage the budget”: a row that opens in the past, ends otherwise."""
    opens = 1 if tokens and tokens[0].low in ("i", "we", "he", "she", "they") else 0
    if len(tokens) < 5 or tokens[opens].low in _LICENCES:
        return  # “helped staff adopt it and learn”
    if not set(tokens[opens].kind) <= set("DN") or "D" not in tokens[opens].kind:
        return
    for at, token in enumerate(tokens):
        if token.low in STOPS or (at > opens and _licenses(tokens, at)):
            return
        place = verb_behind(tokens, at) if token.low == "and" else None
        verb = tokens[place] if place is not None else None
        forms = paradigm(verb.low) if verb is not None else None
        if place is None or verb is None or forms is None:
            continue
        if verb.tags == "N":
            wrong = _goes_on(tokens, place)
        else:
            # “Built and maintain the site” may be meant so.
            wrong = verb.tags == "B" and verb.low not in _GOES_ON and takes_object(tokens, place)
        if wrong:
            yield Slip("row-past", verb.start, verb.end, (forms.past,))


def _licenses(tokens: Sequence[Token], at: int) -> bool:
    """Whether another form than the past may follow; the “to” of “moved to Leeds” says nothing."""
    low = tokens[at].low
    if low == "to":
        return at + 1 < len(tokens) and bool(set(tokens[at + 1].tags) & set("BR"))
    return low in _LICENCES or low in BE


def _goes_on(tokens: Sequence[Token], verb: int) -> bool:
    following = low_at(tokens, verb + 1)
    return takes_object(tokens, verb) or following in ("it", "up", "to", "over", "on", "back")
