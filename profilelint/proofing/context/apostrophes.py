"""Apostrophes: one too many, “40 employee's in Leeds”, one too few, “todays market”, “it wont”.

An apostrophe and an s make a possessive, or stand for “is”. Neither is possible behind “five” or
“several”, before “are” and “have”, or where a noun that can be counted stands without a word such
as “the” and no second noun follows.
"""

from collections.abc import Iterator, Sequence

from profilelint.proofing.context.grammar_words import DETERMINERS, NUMBERS, PREPOSITIONS, words
from profilelint.proofing.context.lexicon import plural, tags
from profilelint.proofing.context.sentence import Token
from profilelint.proofing.context.slip import Slip

_MANY = NUMBERS | words(
    "several many few various numerous multiple these those both dozens hundreds thousands"
)
_OF_WHICH = words("most all some many several few one two three four five half each none")
_PLURAL_VERBS = words("are were have aren't weren't haven't")
_BEHIND = PREPOSITIONS | words("who that which whose") | frozenset(",.;:!)")
_MODIFIES = words("new first last next own same other more most")
# Left without their noun, “a degree at master's level”, or without an article as names are.
_STAND_ALONE = words(
    """
    today tomorrow yesterday tonight bachelor master associate driver mother father mom dad mum
    god grandma grandpa everyone someone anyone it that what who there here
    everything something nothing one other else let rest
    """
)
_HEADS_OF_TIME = words("experience notice worth service leave pay salary vacation")
_TIMES = words("years months weeks days")
_OWNERS = words(
    """
    employees clients customers patients students users tenants colleagues pupils residents members
    managers engineers developers buyers suppliers learners teachers nurses citizens children
    """
)
_OWNED = words(
    """
    needs requirements expectations goals children families homes lives careers parents rights
    interests concerns complaints businesses wishes health wellbeing well-being satisfaction
    behavior behaviour loyalty preferences budgets inboxes teeth bills year
    """
)
_MAY_DETERMINE = words("any which what whose some either one - ’ ' of")
_ACRONYMS = words(
    """
    api kpi sop pc cv ceo cfo cto cio vp rfp pdf sku url vm gui sdk poc ngo sme mvp okr sla atm tv
    cd dvd rfi sow faq hmi plc nda etl ui
    """
)
"""Things, of which there are many; other capitals may be the name of one firm."""
_CONTRACTIONS = {"wont": "won't", "cant": "can't", "ive": "I've", "im": "I'm", "lets": "let's"}
_DAYS = {"todays": "today's", "tomorrows": "tomorrow's", "yesterdays": "yesterday's"}


def wrong_apostrophes(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Yield the words with an apostrophe too many or too few."""
    for at, token in enumerate(tokens):
        if token.low.endswith("'s"):
            right = _plural_meant(tokens, at)
            if right is not None:
                yield Slip("plural-apostrophe", token.start, token.end, (right,))
        elif token.text in ("'", "’"):
            if _is_decade(tokens, at):
                start, end = tokens[at - 1].start, tokens[at + 1].end
                yield Slip("decade-apostrophe", start, end, (f"{tokens[at - 1].text}s",))
        else:
            yield from _lacks(tokens, at)


def _lacks(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """Yield a word that lacks its apostrophe."""
    token = tokens[at]
    low = token.low
    if low in _DAYS:
        if at + 1 < len(tokens) and set(tokens[at + 1].tags) & set("SPJGN"):
            yield _slip("possessive-apostrophe", token, _DAYS[low])
    elif low in _CONTRACTIONS:
        if _is_contraction(tokens, at):
            yield _slip("contraction-apostrophe", token, _CONTRACTIONS[low])
    elif (low in _TIMES and _is_span_of(tokens, at)) or (low in _OWNERS and _owns(tokens, at)):
        yield _slip("possessive-apostrophe", token, f"{low}'" if low[-1] == "s" else f"{low}'s")


def _plural_meant(tokens: Sequence[Token], at: int) -> str | None:
    """The plural that a word with ’s is meant to be; None where the ’s may be right."""
    token = tokens[at]
    noun = token.low[:-2]
    right: str | None
    if token.text[:-2].isupper() and len(noun) > 1:
        right = f"{token.text[:-2]}s"  # “KPI's”
    elif noun in _STAND_ALONE or not token.text.islower() or "S" not in tags(noun):
        return None
    else:
        right = plural(noun)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if right is None:
        return None
    if following is not None and following.low in _PLURAL_VERBS:
        return right if noun != "people" else None
    if following is not None and (following.low not in _BEHIND or _is_row(tokens, at)):
        return None
    first = at
    while first and at - first < 4 and _modifies(tokens[first - 1]):
        first -= 1
    if any(t.low in ("last", "next", "following", "previous", "coming") for t in tokens[first:at]):
        return None  # “in last week's”
    opener = tokens[first - 1] if first else None
    low = opener.low if opener is not None else ""
    if low in _MANY or _counts(opener):
        return right
    if low in DETERMINERS or low == "no":
        several = (
            first >= 3 and tokens[first - 2].low == "of" and tokens[first - 3].low in _OF_WHICH
        )
        return right if several else None
    named = token.text[0].isupper() and noun not in _ACRONYMS
    return right if _is_bare(opener) and not named else None


def _is_bare(opener: Token | None) -> bool:
    """Whether nothing before a noun can be its article, or the noun that owns it."""
    return opener is None or (
        opener.kind[:1] not in "CX"
        and not opener.low.endswith(("'s", "s'"))
        and opener.low not in _MAY_DETERMINE
    )


def _counts(token: Token | None) -> bool:
    return token is not None and token.kind == "#" and token.text not in ("1", "0")


def _modifies(token: Token) -> bool:
    return token.low in _MODIFIES or (bool(set(token.tags) & set("SJGN")) and token.text.islower())


def _is_row(tokens: Sequence[Token], at: int) -> bool:
    """Whether possessives follow one another: “our client's, partner's and owner's needs”."""
    return any(
        token.low.endswith(("'s", "s'")) and token is not tokens[at]
        for token in tokens[max(0, at - 4) : at + 5]
    )


def _is_contraction(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    before = tokens[at - 1].low if at else ""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.low in (".", ",", ";"):
        return token.low in ("wont", "cant") and before in ("i", "we", "it", "they", "you", "what")
    if token.low in ("ive", "im"):
        verb = "N" if token.low == "ive" else "GJ"
        return (
            token.text[0] == "I"
            and (
                bool(set(following.tags) & set(verb))
                or following.low in ("been", "had", "also", "always", "a", "an", "the", "not")
            )
            and (not at or not tokens[at - 1].text[:1].isupper())
        )
    if token.low == "lets":
        return (not at or before in (".", "!", "?")) and "B" in following.tags
    if before in DETERMINERS or following.low == "to":
        return False  # “as is her wont”, “wont to”
    return "B" in following.tags or following.low in ("be", "have", "do", "even", "just", "always")


def _is_decade(tokens: Sequence[Token], at: int) -> bool:
    """Whether the apostrophe stands in “the 1990's”, with no noun behind that they would own."""
    if at < 2 or at + 1 >= len(tokens) or tokens[at + 1].low != "s":
        return False
    year, before = tokens[at - 1], tokens[at - 2]
    touching = year.end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    following = tokens[at + 2] if at + 2 < len(tokens) else None
    return (
        touching
        and year.text.isdigit()
        and year.text[-1] == "0"
        and len(year.text) in (2, 4)
        and before.low in ("the", "early", "late", "mid", "-", "in", "since")
        and (following is None or following.low in _BEHIND or following.low in ("and", "to"))
    )


def _is_span_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun belongs to a time: “ten years experience”."""
    before = tokens[at - 1] if at else None
    return (
        before is not None
        and (_counts(before) or before.low in _MANY or before.text == "+")
        and at + 1 < len(tokens)
        and tokens[at + 1].low in _HEADS_OF_TIME
        and tokens[at + 1].start == tokens[at].end + 1
        and (
            at + 2 == len(tokens)
            or (tokens[at + 2].text != "-" and not set(tokens[at + 2].tags) & set("SPGJ"))
        )
    )


def _owns(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1].low if at else ""
    if following is None or following.low not in _OWNED:
        return False
    if following.low == "year" and [t.low for t in tokens[at + 2 : at + 4]] != ["-", "end"]:
        return False
    return (before in PREPOSITIONS or before in DETERMINERS) and before not in ("to", "a", "an")


def _slip(rule: str, token: Token, right: str) -> Slip:
    put = right[0].upper() + right[1:] if token.text[0].isupper() else right
    return Slip(rule, token.start, token.end, (put,))
