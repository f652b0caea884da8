"""Words taken for one another: “works form home”, “lead a design of there own”.

For each pair a small linear model knows, from edited prose, which of the two fits the words around
a place. A word is told only where the model is surer of the other than it ever was, but for a stray
case or two, where the word stood rightly (``tools/build_choices.py``; what that finds is in
``confusions.txt``, pair by pair).
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from profilelint.proofing.context.features import features, names_a_word
from profilelint.proofing.context.grammar_words import AUXILIARIES, words
from profilelint.proofing.context.lexicon import FUNCTION_WORDS
from profilelint.proofing.context.sentence import Token
from profilelint.proofing.context.slip import Slip
from profilelint.proofing.neighbours import count_together
from profilelint.proofing.word_file import word_file

_UNKNOWN = 3.0
"""Occurrences, in 100,000, granted to all neighbours: ``UNKNOWN`` in the tool that learns."""

_CONJUNCTIONS = words("and but or so that if when where because since while what how as")
_BINDS = frozenset("-–/&@_#'’")
LEAST_NAMED = 1.0
"""What the words beside a place must add to a score; classes alone are too little to go by."""


@dataclass(frozen=True, slots=True)
class _Alternative:
    """What may be meant by a word, and from which score on it is."""

    word: str
    score: float


@dataclass(frozen=True, slots=True)
class _Model:
    """The model of a pair; its score is that of the second word."""

    bias: float
    left: float
    right: float
    weights: Mapping[str, float]


_HOMOPHONES = frozenset(
    frozenset(pair.split("/"))
    for pair in words(
        """
        their/there their/they're there/they're your/you're you/you're its/it's then/than
        whose/who's hear/here past/passed affect/effect affects/effects affected/effected
        advice/advise loose/lose looses/loses quite/quiet weather/whether know/no knew/new
        to/too two/too weak/week write/right peace/piece accept/except whole/hole
        principle/principal principles/principals wait/weight buy/by made/maid grate/great
        brake/break brakes/breaks board/bored steel/steal site/cite site/sight sites/sights
        of/off from/form where/were through/though through/thorough
        led/lead build/built send/sent spend/spent choose/chose personal/personnel
        council/counsel later/latter device/devise device/devises breath/breathe
        month/mouth months/mouths patients/patience sign/sing signs/sings safe/save
        role/roll roles/rolls moral/morale complement/compliment trail/trial trails/trials
        perspective/prospective access/excess raise/rise meet/meat sale/sell sales/sells
        lets/let's were/we're cant/can't wont/won't our/hour isn't/aren't wasn't/weren't
        don't/doesn't hasn't/haven't suite/suit extend/extent apart/part forth/fourth
        """
    )
)
"""What people take for one another by ear or habit. Other words that look alike are told with low
confidence: of five on public profiles none was a slip, on 25 November 2026."""

_POOLED = _Model(0.0, 1.4, 1.3, {})
"""Of pairs that were seen too seldom to learn from: ``POOLED`` in the tool that learns."""


def confused_words(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Yield the words in whose place another fits far better."""
    for at, token in enumerate(tokens):
        if token.text != token.low and (at or token.text[1:] != token.low[1:]):
            continue  # a name
        alternatives = _alternatives(token.low)
        if not alternatives or not stands_free(tokens, at) or _may_be_clause(tokens, at):
            continue
        found = features(tokens, at)
        best: tuple[float, str] | None = None
        for alternative in alternatives:
            over = _score(token.low, alternative.word, found) - alternative.score
            if over > 0 and (best is None or over > best[0]):
                best = over, alternative.word
        if best is not None:
            right = best[1]
            verbs = token.low in AUXILIARIES and right in AUXILIARIES
            put = right[:1].upper() + right[1:] if token.text[:1].isupper() else right
            known = frozenset((token.low, right)) in _HOMOPHONES
            rule = "auxiliary" if verbs else "confusion" if known else "look-alike"
            yield Slip(rule, token.start, token.end, (put,))


def _may_be_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a contraction opens a clause, whose words the models do not look at far enough."""
    before = tokens[at - 1].low if at else ""
    return "'" in tokens[at].low and (not before[-1:].isalnum() or before in _CONJUNCTIONS)


def stands_free(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is no part of a compound, such as the *to* of “to-do”."""
    here = tokens[at]
    before, after = tokens[at - 1] if at else None, tokens[at + 1 : at + 2]
    return not (
        (before is not None and before.end == here.start and before.text in _BINDS)
        or (after and after[0].start == here.end and after[0].text in _BINDS)
    )


def _score(wrong: str, right: str, found: Sequence[str]) -> float:
    """How far the other word is the likelier one; nothing where no word beside it says so."""
    one, two = sorted((wrong, right))
    side = 1 if right == two else -1
    model = _model(one, two)
    before, after = found[0][1:], found[1][1:]
    if model is _POOLED:
        return _strangeness(wrong, right, before, after)
    plain = one not in FUNCTION_WORDS and two not in FUNCTION_WORDS
    sides = (
        (_together(before, wrong), _together(before, right)),
        (_together(wrong, after), _together(right, after)),
    )
    if plain and any(own > max(_UNKNOWN, other) for own, other in sides):
        return 0.0  # a neighbour that it is more at home with speaks for it
    counts = side * (
        model.left * _weighed(_together(before, one), _together(before, two), plain=plain)
        + model.right * _weighed(_together(one, after), _together(two, after), plain=plain)
    )
    weights = [(name, side * model.weights[name]) for name in found if name in model.weights]
    named = counts + sum(weight for name, weight in weights if names_a_word(name))
    if named < LEAST_NAMED:
        return 0.0
    return side * model.bias + counts + sum(weight for _, weight in weights)


def _weighed(one: float, two: float, *, plain: bool) -> float:
    """What the counts of two words beside a third say; nothing, where people say either."""
    if plain and min(one, two) > _UNKNOWN:
        return 0.0
    return math.log(two / one) / 3


def _strangeness(wrong: str, right: str, before: str, after: str) -> float:
    """How far a word is a stranger to its neighbours, and another is not.

    A neighbour that the word was ever seen with speaks for it, however much rarer it is there.
    """
    left = math.log(_together(before, right) / _together(before, wrong)) / 3
    beyond = math.log(_together(right, after) / _together(wrong, after)) / 3
    if _together(before, wrong) > _UNKNOWN:
        left = min(0.0, left)
    if _together(wrong, after) > _UNKNOWN:
        beyond = min(0.0, beyond)
    return _POOLED.left * left + _POOLED.right * beyond


def _together(one: str, two: str) -> float:
    return count_together(one, two) + _UNKNOWN


@lru_cache(maxsize=1 << 14)
def _alternatives(word: str) -> tuple[_Alternative, ...]:
    value = word_file("confusions.txt").get(word)
    if not value:
        return ()
    rows = (row.split(" ") for row in value.split("\t"))
    return tuple(_Alternative(row[0], float(row[1])) for row in rows)


@cache
def _model(one: str, two: str) -> _Model:
    value = word_file("choices.txt").get(f"{one} {two}")
    if value is None:
        return _POOLED
    bias, *rows = value.split("\t")
    weights = {name: float(weight) for name, _, weight in (row.rpartition("=") for row in rows)}
    return _Model(float(bias), weights.pop("L", 0.0), weights.pop("R", 0.0), weights)
