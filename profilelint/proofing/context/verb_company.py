"""The verb behind a word, and what stands behind the verb: an object, a phrase, or the end."""

from collections.abc import Sequence

from profilelint.proofing.context.grammar_words import ADVERBS, DETERMINERS, OBJECTS, PREPOSITIONS
from profilelint.proofing.context.sentence import Token, low_at


def verb_behind(tokens: Sequence[Token], at: int) -> int | None:
    """The place of the next word but for adverbs, if it is a verb in small letters."""
    for place in range(at + 1, min(at + 4, len(tokens))):
        token = tokens[place]
        if token.low in ADVERBS or token.low in ("since", "quite") or token.tags in ("R", "R?"):
            continue
        joined = low_at(tokens, place + 1) == "-" and tokens[place + 1].start == token.end
        return place if token.text.islower() and token.tags and not joined else None
    return None


def takes_object(tokens: Sequence[Token], verb: int) -> bool:
    """Whether an object begins right behind the verb at a place."""
    following = low_at(tokens, verb + 1)
    if following == "this" and tokens[verb].low == "time":
        return False  # “have time this afternoon”
    return following in DETERMINERS or following in OBJECTS or _is_number(tokens, verb + 1)


def goes_on(tokens: Sequence[Token], verb: int) -> bool:
    """Whether an object or a preposition stands right behind the verb at a place."""
    following = low_at(tokens, verb + 1)
    return following in DETERMINERS or following in OBJECTS or following in PREPOSITIONS


def ends(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb at a place is the last word of its sentence."""
    return low_at(tokens, verb + 1) in ("", ".", ";")


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "#"
