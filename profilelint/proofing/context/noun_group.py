"""Groups of nouns: what may stand in one, and whether its head is one or several."""

from collections.abc import Sequence
from itertools import pairwise

from profilelint.proofing.context.grammar_words import DETERMINERS, NUMBERS, PREPOSITIONS, words
from profilelint.proofing.context.sentence import Token

MANY = words("these those many several both few various numerous multiple all")
COUNTS = NUMBERS | words("many several both few")
EITHER = words(
    """
    team teams staff company family group board committee government management crew department
    council majority minority number percentage percent range variety half rest lot most none
    police public couple series data media criteria personnel leadership people pair set host
    array handful total part proportion bulk one each fraction third quarter dozen generation
    audience cohort faculty club agency firm press party class unit squad panel jury workforce
    crowd population community choir band cast ensemble species means headquarters million
    billion thousand hundred kind kinds type types sort sorts news economics mathematics physics
    analytics politics ethics logistics operations sales statistics dynamics mechanics
    electronics combination collection selection mix works thanks savings earnings united states
    systems networks
    """
)
"""Singular in form, but with a verb in either number; or a head that says nothing of it."""


def is_noun(token: Token) -> bool:
    """Whether a word may be a noun, or describe one."""
    return bool(set(token.tags) & set("SPJ"))


def modifies(token: Token) -> bool:
    """Whether a word may stand before the head of its group."""
    return (
        bool(set(token.tags) & set("SJGN"))
        or token.kind in ("#", "-", "'s", "new", "first", "last", "next", "own", "same", "most")
        or token.kind in ("other", "more", "many", "few")
        or token.kind[:1] in ("X", "C")
    ) and token.tags not in ("B", "Z", "D")


def number_of(noun: Token) -> bool | None:
    """Whether a noun is plural; None where it can be either or is none."""
    kinds = noun.tags
    if noun.low in ("people", "women", "men", "children"):
        return True
    if kinds == "P?" and noun.text.islower() and noun.low[-2:-1] not in ("s", "u", "i"):
        return True
    if "P" in kinds and "S" not in kinds and not kinds.endswith("?"):
        return True
    if "S" in kinds and "P" not in kinds and not kinds.endswith("?"):
        doubtful = noun.low.endswith("s") and not noun.low.endswith("ss")
        return None if kinds == "G" or doubtful else False
    return None


def is_plain(group: Sequence[Token]) -> bool:
    """Whether prepositions and what follows them hold no verb and no second clause."""
    if group and (group[-1].low in PREPOSITIONS or group[-1].low in DETERMINERS):
        return False  # “the best way to harness”
    if len(group) == 2 and group[1].low in ("them", "us", "these", "those"):
        return True  # “each of them”
    pairs = pairwise(group)
    if any(token.low == "to" for token in group) or any(
        ("P" in one.tags and (other.tags or other.kind[:1] in ("X", "C")))
        or (is_noun(one) and other.low in DETERMINERS)
        for one, other in pairs
    ):
        return False  # “the effort to help remedy”, “the list of tasks users have”
    return all(
        token.low in PREPOSITIONS
        or token.low in DETERMINERS
        or token.low in MANY
        or token.low in COUNTS
        or token.kind == "#"
        or token.kind[:1] in ("C", "X")
        or (set(token.tags) & set("SPJ") and "D" not in token.tags)
        or token.kind == "'s"
        for token in group
    )
