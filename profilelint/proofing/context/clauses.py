"""Where a clause begins: a subject and, right behind it, a verb that can only be its own."""

from collections.abc import Sequence

from profilelint.proofing.context.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    words,
)
from profilelint.proofing.context.sentence import Token

FINITE = (AUXILIARIES - {"be", "been", "being", "having"}) | words(
    "ought needn't wouldn't shouldn't"
)
"""Auxiliaries that carry a clause."""

_CONTRACTED = words(
    """
    i've i'm i'd i'll we've we're we'd we'll they've they're they'd they'll it's it'll he's he'd
    he'll she's she'd she'll that's there's
    """
)
_PERSONS = frozenset(("i", "we", "you", "they"))
_THIRD = frozenset(("he", "she", "it"))
_POINTERS = words("this that these those mine ours both each most one many some nobody everyone")
_BETWEEN = ADVERBS | words("therefore both all each even really soon rarely seldom thus too")
_GROUP = (
    DETERMINERS
    | words("all both each most many some half one two three four five several no rest only")
    | words("new first last next own same other another more few")
)
_RELATIVE = words("who which that whom whose where i we you they he she it")
_LONGEST = 14


def clause_verb(
    tokens: Sequence[Token], start: int, end: int, *, strict: bool = True
) -> int | None:
    """The place of the verb of a clause that begins at ``start``; None where none surely does.

    Args:
        tokens: the passage.
        start: where the clause would begin.
        end: where it would end.
        strict: whether a verb that may be a noun needs an object to be taken for one.
    """
    at = start
    if at >= end:
        return None
    low = tokens[at].low
    if low in _CONTRACTED:
        return at
    if low in _PERSONS or low in _THIRD:
        return _behind_pronoun(tokens, at, end)
    if low == "there":
        verb = _skip(tokens, at + 1, end)
        return verb if verb < end and tokens[verb].low in FINITE else None
    if low in _POINTERS:
        verb = _skip(tokens, at + 1, end)
        if verb < end and tokens[verb].low in FINITE:
            return verb
    if low == "what":
        return _behind_what(tokens, at, end)
    return _behind_nouns(tokens, at, end, strict=strict)


def has_finite(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a stretch may hold a verb of a clause of its own."""
    return any(
        token.low in FINITE
        or token.low in _CONTRACTED
        or (set(token.tags) & set("BZD") and not (set(token.tags) & set("SPJ")))
        or (
            set(token.tags) & set("BZD")
            and any(
                before.low in _PERSONS or before.low in _THIRD
                for before in tokens[max(start, at - 2) : at]
            )
        )
        for at, token in enumerate(tokens[start:end], start)
    )


def _skip(tokens: Sequence[Token], at: int, end: int) -> int:
    """Pass over the adverbs between a subject and its verb."""
    while at < end and (tokens[at].low in _BETWEEN or tokens[at].tags in ("R", "R?")):
        at += 1
    return at


def _behind_pronoun(tokens: Sequence[Token], at: int, end: int) -> int | None:
    low = tokens[at].low
    verb = _skip(tokens, at + 1, end)
    if verb >= end:
        return None
    token = tokens[verb]
    if token.low in FINITE:
        return verb
    wanted = set("BD") if low in _PERSONS else set("ZD")
    return verb if set(token.tags) & wanted and token.text.islower() else None


def _behind_what(tokens: Sequence[Token], at: int, end: int) -> int | None:
    # “what keeps me here is the moment”: its own verb, then that of the sentence.
    first = at + 1
    if first >= end or not set(tokens[first].tags) & set("ZD"):
        return None
    return next(
        (
            place
            for place in range(first + 1, min(first + _LONGEST, end))
            if tokens[place].low in ("is", "was")
        ),
        None,
    )


def _behind_nouns(tokens: Sequence[Token], start: int, end: int, *, strict: bool) -> int | None:
    opener = tokens[start]
    if opener.low in PREPOSITIONS or opener.low in ("and", "me", "them", "us"):
        return None
    relatives, nouns, described = 0, False, False
    for at in range(start, min(start + _LONGEST, end)):
        token = tokens[at]
        low = token.low
        if low in FINITE or (nouns and _is_verb(tokens, at, end, strict=strict)):
            if not nouns:
                return None
            if not relatives:
                return at
            relatives -= 1
            described = True
        elif described and not relatives and "D" in token.tags and "N" in tokens[at - 1].tags:
            return at  # “the career I had planned ended”
        elif nouns and low in _RELATIVE:
            if tokens[at - 1].low in PREPOSITIONS:
                return None
            relatives += 1
        elif described and low in ("been", "to", "not"):
            continue
        elif not _in_group(token) or (nouns and token.tags == "G"):
            return None
        nouns = (
            nouns
            or bool(set(token.tags) & set("SP"))
            or low in ("one", "rest", "both")
            or token.kind[:1] in "CX"
        )
    return None


def _in_group(token: Token) -> bool:
    return (
        token.low in _GROUP
        or token.low in PREPOSITIONS
        or token.low in ("and", "me", "them", "us")
        or token.kind in ("#", "-", "%", "'s")
        or token.kind[:1] in "CX"
        or bool(set(token.tags) & set("SPJNGR"))
    )


def _is_verb(tokens: Sequence[Token], at: int, end: int, *, strict: bool) -> bool:
    """Whether a word behind nouns can be nothing but their verb."""
    token, before = tokens[at], tokens[at - 1]
    kinds = token.tags
    if not token.text.islower() or not set(kinds) & set("BZD"):
        return False
    if before.low in PREPOSITIONS or before.low in _GROUP:
        return False
    if kinds in ("D", "Z"):
        return True
    if kinds == "B":
        return "P" in before.tags or before.low in ("people", "i", "we", "they", "you")
    following = tokens[at + 1] if at + 1 < end else None
    if following is None or "J" in kinds:
        return False
    objects = following.low in _GROUP or following.low in OBJECTS
    if "D" in kinds:
        return objects
    objects = objects or (not strict and following.low in PREPOSITIONS)
    named = at > 1 and tokens[at - 2].low in DETERMINERS
    if "Z" in kinds:
        return objects and "S" in before.tags and (named or before.tags == "S")
    return objects and "P" in before.tags and (named or before.tags == "P")
