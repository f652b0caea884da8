"""Two sentences joined by a comma: “I run the lab, it has twelve people”.

Told are only places where what stands before the comma is a sentence by itself, what follows opens
with a subject and its verb, and no other reading is likely: no list of clauses, no aside such as
“I think”, no clause that leans on the other.
"""

from collections.abc import Iterator, Sequence

from profilelint.proofing.context.clauses import FINITE, clause_verb, has_finite
from profilelint.proofing.context.grammar_words import ADVERBS, DETERMINERS, PREPOSITIONS, words
from profilelint.proofing.context.sentence import Token
from profilelint.proofing.context.slip import Slip

_ENDS = frozenset(".!?:;•")
_UNSURE = frozenset("()[]{}–—|/*#<>=&_~`\"'‘’“”„«»…")
"""Marks behind which nobody knows whether a sentence begins, until the next one ends."""

_LEANING = words("as once matter time given provided based according")
"""They lead on to a main clause only where a verb follows."""
_TEMPORAL = words("since after before until")
"""They lead on where they open what is said: “and after we moved, we …”."""
_ALWAYS_LEANING = words(
    """
    if when while whereas because although though whenever unless wherever whether whatever whoever
    however whichever assuming lest prior
    """
)
_ASIDES = words(
    """
    think believe know guess hope suppose feel say add admit confess imagine understand trust fear
    hear seem seems seemed insist claim thought assure promise swear mean find found recall remember
    appears bet reckon learned realized realised suspect
    """
)
_TELLS = words(
    """
    said says told added explained wrote noted argued argues insisted claims asked replied turns
    """
)
_LINKS = words("and but or so yet nor then plus")
_HANGING = words("that because why how whether like so and but or where which who")
_CORRELATIVE = words("more less fewer better worse sooner longer greater higher faster bigger")
_TIMES = _CORRELATIVE | words(
    """
    time moment day minute way instant second year week month last closer harder older larger next
    few past
    """
)
_NEGATED = words("not isn't wasn't aren't weren't never don't doesn't didn't won't can't cannot")
_NOT_ONLY = words("only just merely simply")
_OPENERS = DETERMINERS | words("i we they he she it there what both half one two all each")
_SHORT = 3


def comma_splices(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Yield the commas between two sentences, each with the word behind it."""
    start: int | None = 0
    for at, token in enumerate(tokens):
        if token.text in _UNSURE or (token.text == "-" and _is_loose(tokens, at)):
            start = None
        elif _ends(tokens, at):
            start = at + 1
        elif token.text == "." and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper():
            start = None
        elif token.text == "," and start is not None and start + 1 < at < len(tokens) - 2:
            end = next((i for i in range(at, len(tokens)) if _ends(tokens, i)), len(tokens))
            if _splices(tokens, start, at, end):
                following = tokens[at + 1]
                capital = following.text[0].upper() + following.text[1:]
                put = (f"; {following.text}", f". {capital}")
                yield Slip("comma-splice", token.start, following.end, put)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark ends a sentence, and is not one within “Node.js” or “5:30”."""
    token = tokens[at]
    if token.text not in _ENDS or (token.text == ";" and at and tokens[at - 1].kind == "#"):
        return False
    if token.text == "." and at and _is_initial(tokens, at - 1):
        return False  # “the U.S. government”
    return at + 1 == len(tokens) or tokens[at + 1].start > token.end


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return (
        len(token.text) == 1
        and token.text.isupper()
        and token.text != "I"
        and (not at or tokens[at - 1].kind != "#")
    )


def _is_loose(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands for a dash."""
    return not at or at + 1 == len(tokens) or tokens[at - 1].end < tokens[at].start


def _splices(tokens: Sequence[Token], start: int, comma: int, end: int) -> bool:
    # The right side is looked at first: hardly any comma gets further.
    opener = tokens[comma + 1].low
    if opener not in _OPENERS and "'" not in opener:
        return False
    verb = clause_verb(tokens, comma + 1, end)
    return (
        verb is not None
        and _stands_alone(tokens, comma, verb, end)
        and _is_sentence(tokens, start, comma)
        and not _contrasts(tokens, start, comma, verb)
        and not _is_one_of_three(tokens, start, comma, verb, end)
    )


def _stands_alone(tokens: Sequence[Token], comma: int, verb: int, end: int) -> bool:
    """Whether what follows the comma is a sentence of its own, and no aside."""
    opener, second = tokens[comma + 1], tokens[comma + 2]
    if tokens[comma - 1].text == "." or tokens[verb - 1].low == "and":
        return False
    if opener.text[0].isupper() and not opener.low.startswith("i"):
        return False
    if opener.low == "the" and (second.low in _CORRELATIVE or second.low.endswith("er")):
        return False
    if opener.low in ("a", "an") and not _is_bare(tokens, comma + 2, verb):
        return False  # “the Act, a law that …”, “a resource agencies can use”
    if _is_aside(tokens, verb, end):
        return False
    if any(token.low in ("which", "whom") for token in tokens[comma:verb]):
        return False
    return end - comma > _SHORT


def _is_aside(tokens: Sequence[Token], verb: int, end: int) -> bool:
    """Whether the clause only says who thinks so: “I think”, “she explained to us”."""
    for at in range(verb, min(verb + 3, end)):
        low = tokens[at].low
        if low in _TELLS:
            return True
        if low in _ASIDES and (at + 1 >= end or tokens[at + 1].text == ","):
            return True
    return False


def _is_one_of_three(tokens: Sequence[Token], start: int, comma: int, verb: int, end: int) -> bool:
    """Whether the clauses are a row: “I came, I saw, I conquered”."""
    openers = {tokens[start].low, tokens[comma + 1].low}
    for at in range(verb + 1, end - 1):
        token, following = tokens[at], tokens[at + 1]
        if token.low in _LINKS and (following.low in openers or following.low == "there"):
            return True
        if token.text == "," and (
            at - verb <= 1
            or following.low == tokens[comma + 1].low
            or following.low in ("too", "then")
            or clause_verb(tokens, at + 1, end) is not None
            or (following.low in _LINKS and has_finite(tokens, at + 2, end))
        ):
            return True
    return False


def _is_sentence(tokens: Sequence[Token], start: int, comma: int) -> bool:
    """Whether what stands before the comma is a sentence that needs no other."""
    at = start
    while at < comma and (tokens[at].low in _LINKS or _is_opener(tokens[at])):
        at += 1
    if comma - at <= _SHORT or tokens[at].low in ("what", "you", "that", "even"):
        return False
    if any(tokens[at].low in group for group in (_LEANING, _TEMPORAL, _ALWAYS_LEANING)):
        return False
    if not start and tokens[start].text[0].islower():
        return False  # it goes on with what stands before the passage
    opener, second = tokens[at], tokens[at + 1]
    if "G" in opener.tags or opener.tags in ("D", "DN", "DN?", "N"):
        return False
    if opener.low in ("the", "each", "every", "next", "last", "any") and (
        second.low in _TIMES or second.low.endswith("er")
    ):
        return False
    first = next(i for i in range(at, comma + 1) if tokens[i].text == ",")
    begins = at + 1 if tokens[at].low == "please" else at
    verb = begins if begins > at else clause_verb(tokens, at, first, strict=False)
    if verb is None or tokens[comma - 1].low in _ASIDES or _is_aside(tokens, verb, comma):
        return False
    return not _leads_on(tokens, at, comma) and not _is_row(tokens, first, comma)


def _is_opener(token: Token) -> bool:
    return (token.low in ADVERBS and token.low != "once") or token.low in ("today", "currently")


def _leads_on(tokens: Sequence[Token], start: int, comma: int) -> bool:
    """Whether a clause within the first one may be followed by its main clause after the comma."""
    for at in range(start, comma):
        low = tokens[at].low
        if low in _ALWAYS_LEANING:
            return True
        if low in _TEMPORAL and (
            at - start <= 1
            or tokens[at - 1].low in _HANGING
            or tokens[at - 1].low in (",", "is", "was")
        ):
            return True
        if low not in _LEANING and low not in _HANGING:
            continue
        finite = has_finite(tokens, at + 1, comma)
        adverbial = at + 1 == comma or _is_adverbial(tokens[at + 1])
        if low == "that" and (adverbial or not finite or tokens[at - 1].low == "now"):
            return True
        if finite if low in _LEANING else adverbial and not finite:
            return True
    return _is_so_much(tokens, start, comma) or tokens[comma - 1].low in ("is", "was", "time")


def _is_so_much(tokens: Sequence[Token], start: int, comma: int) -> bool:
    """Whether “that” is left out after the comma: “it was so hard, we left”."""
    return any(
        (token.low == "such" and tokens[at - 1].low != "no")
        or (token.low == "so" and set(tokens[at + 1].tags) & set("JR"))
        for at, token in enumerate(tokens[start : comma - 1], start)
    ) and all(token.low != "that" for token in tokens[start:comma])


def _is_bare(tokens: Sequence[Token], start: int, verb: int) -> bool:
    return (
        all(
            token.tags or token.low in PREPOSITIONS or token.low in DETERMINERS
            for token in tokens[start:verb]
        )
        and tokens[verb].low in FINITE
        and not ("P" in tokens[verb - 1].tags and "S" in tokens[verb - 2].tags)
    )


def _is_adverbial(token: Token) -> bool:
    return (
        token.low in PREPOSITIONS
        or token.low in ADVERBS
        or token.low in ("to", "as", "like", "more", "this", "today", "here", "there", "so")
        or token.tags in ("R", "R?", "G")
    )


def _is_row(tokens: Sequence[Token], first: int, comma: int) -> bool:
    """Whether between the first comma and this one stands a clause, or a phrase that leads on."""
    return any(
        tokens[at].text == ","
        and (
            clause_verb(tokens, at + 1, comma) is not None
            or _is_loose_link(tokens, at + 1, comma)
            or tokens[at + 1].low in _LEANING
            or tokens[at + 1].low in _ALWAYS_LEANING
            or tokens[at + 1].low in ("which", "who", "whose", "where", "including", "such")
            or _is_adverbial(tokens[at + 1])
            or "G" in tokens[at + 1].tags
        )
        for at in range(first, comma)
    )


def _is_loose_link(tokens: Sequence[Token], at: int, comma: int) -> bool:
    """Whether an “and” has no clause behind it that would be complete before the comma."""
    return tokens[at].low in _LINKS and clause_verb(tokens, at + 1, comma, strict=False) is None


def _contrasts(tokens: Sequence[Token], start: int, comma: int, verb: int) -> bool:
    """Whether the second half mends the first: “it isn't a job, it's a calling”."""
    left = {token.low for token in tokens[start:comma]}
    opener, following = tokens[comma + 1].low, tokens[comma + 2]
    if "more" in left and "than" in left:
        return True
    if not left & _NEGATED:
        return False
    return (
        bool(left & _NOT_ONLY)
        or "'" in opener
        or (opener in ("it", "they") and following.low in FINITE)
        or (opener == tokens[start].low and (tokens[verb].low in left or following.low == "just"))
    )
