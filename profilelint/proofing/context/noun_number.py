"""Nouns in the wrong number: “five year of”, “several client in”, “one of the team”."""

from collections.abc import Iterator, Sequence

from profilelint.proofing.context.grammar_words import NUMBERS, PREPOSITIONS, STOPS, words
from profilelint.proofing.context.lexicon import plural, singular
from profilelint.proofing.context.sentence import Token
from profilelint.proofing.context.slip import Slip

_PLURAL_ONLY = NUMBERS | words("many several various numerous multiple few these those")
_SINGULAR_ONLY = words("a an another each every this")
_BEHIND = PREPOSITIONS | STOPS | frozenset((",", "that", "which", "who", "were", "are"))
_NUMBERED = words(
    """
    grade level phase type tier series no number section article class chapter part unit form
    version step stage year week day page room route group team appendix figure table key zone
    option category title item line band rank top age aged over under than about around plus
    size model generation degree the my our their
    """
)
_NO_COUNT = words(
    """
    information equipment software hardware advice knowledge research feedback inch story seat
    note list quality percent plus million billion thousand hundred dozen staff people deep fold
    odd star figure times minus or to per head aircraft series am pm bn mn euro yen yuan won
    rand baht
    """
)
_MOST = 100
"""Greater numbers are names as often as not: Section 508, a 404 page."""


def wrong_numbers(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Yield the nouns whose number does not fit the word in front of them."""
    for at, token in enumerate(tokens):
        low = token.low
        if at > 1 and tokens[at - 1].low == "of" and tokens[at - 2].low in ("factor", "order"):
            continue  # “a factor of four improvement”
        if low in _PLURAL_ONLY or (token.kind == "#" and _counts(tokens, at)):
            yield from _needs_plural(tokens, at)
        elif low in _SINGULAR_ONLY and (not at or tokens[at - 1].low != "&"):
            yield from _needs_singular(tokens, at)
        elif low == "one" and [t.low for t in tokens[at + 1 : at + 2]] == ["of"]:
            yield from _one_of(tokens, at + 2)


def _needs_plural(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    noun = _noun(tokens, at + 1)
    if noun is None or noun.tags not in ("S", "BS") or noun.low in _NO_COUNT:
        return
    if noun.tags == "BS" and tokens[at].low in ("these", "those", "few", "many", "several"):
        return  # “few report”
    right = plural(noun.low)
    if right is not None:
        yield Slip("noun-plural", noun.start, noun.end, (right,))


def _needs_singular(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    noun = _noun(tokens, at + 1)
    if noun is None or noun.tags != "P":
        return
    if tokens[at].low == "this" and noun is not tokens[at + 1]:
        return  # “narratives like this documented activities”
    right = singular(noun.low)
    if right is not None:
        yield Slip("noun-singular", noun.start, noun.end, (right,))


def _one_of(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    if at >= len(tokens) or tokens[at].low not in ("the", "my", "our", "their", "its", "these"):
        return
    noun = _noun(tokens, at + 1)
    if noun is None or noun.tags != "S" or noun.low in _NO_COUNT:
        return
    right = plural(noun.low)
    if right is not None:
        yield Slip("one-of-plural", noun.start, noun.end, (right,))


def _noun(tokens: Sequence[Token], at: int) -> Token | None:
    """The noun that ends the group which begins there, if nothing but adjectives is before it."""
    for place in range(at, min(at + 3, len(tokens))):
        token = tokens[place]
        if token.kind in ("new", "first", "last", "next", "own", "same", "other", "most", "more"):
            continue
        if not token.tags or not token.text.islower() or token.tags.endswith("?"):
            return None
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if following is None or following.low in _BEHIND:
            if following is not None and following.low == "." and not _ends(tokens, place):
                return None
            return token
        if not set(token.tags) <= set("JRDN") or token.low in ("dimensional", "phased"):
            return None
    return None


def _ends(tokens: Sequence[Token], place: int) -> bool:
    """Whether the stop behind a word ends a sentence: not in “2 hr.” or “robots.txt”."""
    stop = tokens[place + 1]
    behind = tokens[place + 2] if place + 2 < len(tokens) else None
    return len(tokens[place].text) > 3 and (behind is None or behind.start > stop.end)


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number tells how many."""
    text = tokens[at].text
    if not (text.isascii() and text.isdigit()) or not 2 <= int(text) <= _MOST:
        return False
    before = tokens[at - 1] if at else None
    if before is None:
        return True
    if before.low in ("to", "or", "-"):
        return False
    touching = before.end == tokens[at].start
    return (
        not touching
        and before.low not in _NUMBERED
        and (before.text.islower() or (at == 1 and not before.text.isupper()))
    )
