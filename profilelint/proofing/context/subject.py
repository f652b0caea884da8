"""The subject of a verb: whether it is one or several, where it can be read in one way only.

It is a group of nouns, or a pronoun, that opens its clause, with at most a few prepositions
between its head and the verb. Where the reading is not certain, such as after “and” or with a
collective noun, there is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from profilelint.proofing.context.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    INDEFINITE,
    PARTICLES,
    PLAIN_OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TO_PLURAL,
    TO_SINGULAR,
    words,
)
from profilelint.proofing.context.noun_group import (
    COUNTS,
    EITHER,
    MANY,
    is_noun,
    is_plain,
    modifies,
    number_of,
)
from profilelint.proofing.context.sentence import Token

_OPENERS = words(
    "because when while where although though since but if so and whereas what how why whose once"
)
_MAY_OPEN = words("before after until than which that")
"""Words that open a clause only where a group of nouns with its determiner stands behind."""
_NOT_HEADS = words(
    "following same other rest first last next above below former latter special else"
)
_TIMES = words("hour hours day days week weeks month months year years time times night morning")
_JOINS = words("and or , than as & - ' ’")
_SHARES = words("both half most many several few some")
_NO_ADVERBS = words("alongside around together home abroad here there inside outside")
_UNITS = words("dollars pounds euros miles points characters percent hours minutes seconds")
_OF_CLAUSES = words("makes means allows enables leads results helps is was has gives led meant")
_CAUSES = words("watching seeing hearing making letting helping having feeling")
_OWN = words("my our their his her these those")
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """What a verb must agree with.

    Attributes:
        plural: whether it is several.
        first_person: whether it is “I”.
        relative: whether it is told by “who”, “which” or “that”.
        sure: whether a verb must follow: behind a pronoun, or an adverb.
    """

    plural: bool
    first_person: bool = False
    relative: bool = False
    sure: bool = False


def subject_of(tokens: Sequence[Token], at: int) -> Subject | None:
    """The subject of the verb at a place; None where that is not certain."""
    end = at
    while end and (
        tokens[end - 1].low in ADVERBS
        or (tokens[end - 1].tags in ("R", "R?") and tokens[end - 1].low not in _NO_ADVERBS)
        or [t.low for t in tokens[max(0, end - 2) : end]] == ["no", "longer"]
    ):
        end -= 2 if tokens[end - 1].low == "longer" else 1
    if not end:
        return None
    subject = _told(tokens, at, end)
    named = end > 1 or tokens[0].text.islower() or tokens[0].low in PRONOUNS
    if subject is not None and end < at and not subject.relative and named:
        return replace(subject, sure=True)
    return subject


def _told(tokens: Sequence[Token], at: int, end: int) -> Subject | None:
    """The subject that ends at a place."""
    last = tokens[end - 1]
    if last.low == "what" and tokens[at].tags in ("B", "BS") and at + 1 < len(tokens):
        return Subject(plural=False) if tokens[at + 1].low in PLAIN_OBJECTS else None
    if last.low in PRONOUNS:
        return _pronoun(tokens, end - 1)
    if last.low in INDEFINITE:
        return Subject(plural=False, sure=True) if _opens_statement(tokens, end - 1) else None
    if last.low == "both" and _starts(tokens, end - 1):
        return Subject(plural=True)
    if last.low in ("whom", "which") and end >= 3 and tokens[end - 2].low == "of":
        return _share(tokens[end - 3])
    if last.low in ("that", "which", "who"):
        return _antecedent(tokens, end - 1)
    inner = _reduced(tokens, end)
    if inner is not None:
        end = inner
    start = end
    while start and end - start < _LONGEST:
        token = tokens[start - 1]
        if token.low in _MAY_OPEN and _names(tokens, start, end):
            break
        if token.low == "and" and _may_join(tokens, start - 1):
            start -= 1
            continue
        if token.low in STOPS or token.low == "," or token.low in _OPENERS:
            if token.low == "." and _ties(tokens, start - 1):
                return None  # “U.S.” and “.gov” end no sentence
            break
        if _bars(token):
            return None
        start -= 1
    else:
        if start:
            return None
    if not _opens_clause(tokens, start):
        return None
    return _noun_group(tokens, start, end)


def _may_join(tokens: Sequence[Token], at: int) -> bool:
    """Whether “and” stands between a noun and a determiner, not behind a comma."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        before is not None and after is not None and is_noun(before) and after.low in _OWN | {"the"}
    )


def _share(before: Token) -> Subject | None:
    """The subject “three of whom”, “each of which”."""
    if before.low in ("one", "each"):
        return Subject(plural=False, sure=True)
    counted = before.kind == "#" or before.low in COUNTS or before.low == "most"
    return Subject(plural=True, sure=True) if counted else None


def _names(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words from there are one group of nouns with its determiner."""
    group = tokens[start:end]
    if tokens[start - 1].low == "that" and end < len(tokens) and "B" in tokens[end].tags:
        return False  # “ask that the manager approve it”
    if len(group) == 1:
        adverb = end < len(tokens) and tokens[end].tags in ("R", "R?")
        sure = group[0].tags == "P" or (adverb and "P" in group[0].tags)
        return sure and tokens[start - 1].low == "that"
    if tokens[start - 1].low == "that" and group[0].low in DETERMINERS:
        return is_plain(group)
    return len(group) > 1 and group[0].low in DETERMINERS and all(map(modifies, group[1:]))


def _opens_statement(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing governs what begins there: not “let everyone know”, “help someone do”."""
    before = tokens[at - 1].low if at else "."
    return before in STOPS or before in ("because", "if", "when", "where", "but")


def _ties(tokens: Sequence[Token], at: int) -> bool:
    """Whether a full stop stands within an abbreviation or an address."""
    initial = at > 0 and len(tokens[at - 1].text) == 1
    return initial or (at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end)


def _starts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins at a place."""
    before = tokens[at - 1].low if at else ""
    return not before or before in STOPS or before in ("but", "and", "because", ",", "where")


def _reduced(tokens: Sequence[Token], end: int) -> int | None:
    """Where the subject ends in “the people we serve”; None where no such clause stands there."""
    if end < 4 or tokens[end - 2].low not in ("i", "we", "you", "they"):
        return None
    verb, noun = tokens[end - 1], tokens[end - 3]
    if not set(verb.tags) & set("BD") or number_of(noun) is None:
        return None
    return end - 2


def _bars(token: Token) -> bool:
    """Whether no subject that ends at the verb can hold the word."""
    low = token.low
    return (
        low in AUXILIARIES
        or low in PRONOUNS
        or low in INDEFINITE
        or low in ("or", "not", "that")
        or ("'" in low and not low.endswith(("'s", "s'")))
    )


def _opens_clause(tokens: Sequence[Token], start: int) -> bool:
    """Whether a clause begins there: no row of nouns, and no phrase set between commas."""
    if not start:
        return True
    opener = tokens[start - 1].low
    if opener == ",":
        if start >= len(tokens):
            return False
        opens = tokens[start].low in _OWN or tokens[start].low in ("both", "each", "most", "half")
        return opens or _opens_main(tokens, start - 1)
    if opener == "and":
        named = start < len(tokens) and tokens[start].low in DETERMINERS
        return named and start >= 2 and tokens[start - 2].low == ","
    return opener not in (")", '"', "(")


def _opens_main(tokens: Sequence[Token], comma: int) -> bool:
    # “In 2019, the results were”: a comma behind an opening phrase, the only one of its sentence.
    first = comma
    while first and tokens[first - 1].low not in STOPS:
        first -= 1
        if tokens[first].low == ",":
            return False
    return tokens[first].low in PREPOSITIONS and first < comma


def _pronoun(tokens: Sequence[Token], at: int) -> Subject | None:
    low = tokens[at].low
    if tokens[at].text.isupper() and low != "i":
        return None  # IT is no pronoun
    before = tokens[at - 1] if at else None
    opens = (
        before is None
        or before.low in STOPS
        or (before.low in _OPENERS and before.low != "and")
        or before.low in ("that", "which", "what", "how", "as", ",", "why", "before", "until")
        or (before.low == "and" and at >= 2 and tokens[at - 2].low == ",")
    )
    if low == "it" and not opens and before is not None:
        # “the complaints it receive”
        named = at >= 2 and tokens[at - 2].low in DETERMINERS
        opens = before.tags in ("S", "P") or (named and bool(set(before.tags) & set("SP")))
    if not opens:
        return None
    if low == "i":
        return Subject(plural=False, first_person=True) if tokens[at].text == "I" else None
    return Subject(plural=low in ("we", "you", "they"), sure=True)


def _antecedent(tokens: Sequence[Token], at: int) -> Subject | None:
    """The noun right before a relative pronoun, where no other can be meant."""
    if at < 1:
        return None
    noun = tokens[at - 1]
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if tokens[at].low == "which" and following in _OF_CLAUSES:
        return None  # “which” may mean all that was said
    if tokens[at].low == "who" and noun.low in INDEFINITE:
        return Subject(plural=False, relative=True)
    if tokens[at].low == "who" and noun.low in ("us", "those", "people"):
        return Subject(plural=True, relative=True)
    plural = number_of(noun)
    if plural is None or noun.low in EITHER or noun.low in _TIMES:
        return None  # “reports every week which are read”
    start = at - 1
    while start and modifies(tokens[start - 1]):
        start -= 1
    before = tokens[start - 1] if start else tokens[0]
    named = before.low in DETERMINERS or before.low in MANY or before.kind == "#"
    sure = "Z" not in noun.tags or tokens[at].low == "who"
    if not named and not (plural and sure):
        return None
    if named:
        before = tokens[start - 2] if start >= 2 else tokens[0]
    if before.low in _JOINS or before.low == "of":
        return None  # the pronoun may mean a noun further off
    if before.low in PREPOSITIONS and not _is_only_choice(tokens, at, plural=plural):
        return None
    return Subject(plural=plural, relative=True)


def _is_only_choice(tokens: Sequence[Token], at: int, *, plural: bool) -> bool:
    """Whether no noun further off could be meant: there is none of the other number."""
    earlier = tokens[: at - 1]
    if plural:
        return tokens[at].low == "who" or not any("S" in token.tags for token in earlier)
    return not any("P" in token.kind or token.low in ("and", "people") for token in earlier)


def _noun_group(tokens: Sequence[Token], start: int, end: int) -> Subject | None:
    group = tokens[start:end]
    cut = next((i for i, token in enumerate(group) if token.low in PREPOSITIONS), len(group))
    if not cut:
        return None
    head_group, rest = group[:cut], group[cut:]
    opener = tokens[start - 1].low if start else ""
    shared = bool(rest) and rest[0].low == "of" and cut == 1
    if head_group[0].low in ("one", "each") and shared:
        return Subject(plural=False) if is_plain(rest) else None
    if head_group[0].low in _SHARES and shared and len(rest) > 1:
        further = [at for at, token in enumerate(rest[1:], 1) if token.low in PREPOSITIONS]
        last = rest[further[0] - 1] if further else rest[-1]
        plural = number_of(last) if is_plain(rest) else None
        return None if plural is None else Subject(plural=plural or head_group[0].low == "both")
    if head_group[0].low in INDEFINITE and cut == 1 and rest and is_plain(rest):
        return Subject(plural=False)
    if end < len(tokens) and tokens[end].low in TO_SINGULAR and _is_gerund_phrase(group):
        return Subject(plural=False)
    if _joins_two(group):
        return Subject(plural=True)
    first = head_group[0]
    if first.low in ("all", "both") and cut > 1 and head_group[1].low in DETERMINERS:
        first, head_group = head_group[1], head_group[1:]
    counted = first.kind == "#" and first.text != "1"
    named = first.low in DETERMINERS or first.low in MANY | COUNTS or counted
    if opener == "whose":
        return _owned(head_group) if not rest and not named else None
    body = head_group[1:] if named else head_group
    if not body or not is_plain(rest):
        return None
    head = body[-1]
    if not all(modifies(token) for token in body[:-1]) or head.low in _NOT_HEADS:
        return None
    plural = number_of(head)
    if plural is None or (head.low in EITHER and head.low != "people"):
        return None
    if plural and head.low in _TIMES | _UNITS:
        return None  # “ten years is long”
    if "J" in head.tags and len(body) > 1 and set(body[-2].tags) & set("SP"):
        return None  # “the staff responsible for”
    if opener in ("what", "how") and not named:
        return None  # “what counts is”
    if not named and not plural:
        return None
    closed = end < len(tokens) and tokens[end].low in TO_PLURAL
    if not named and not (plural and _stands_alone(body, closed=closed)):
        return None
    if first.low in ("a", "an", "each", "every", "another", "this") and plural:
        return None  # the determiner is wrong, or the noun is
    if first.low in MANY and not plural:
        return None
    return Subject(plural=plural)


def _owned(body: Sequence[Token]) -> Subject | None:
    """The subject behind “whose”."""
    plural = number_of(body[-1]) if all(map(modifies, body[:-1])) else None
    return None if plural is None or body[-1].low in EITHER else Subject(plural=plural)


def _is_gerund_phrase(group: Sequence[Token]) -> bool:
    """Whether an -ing form with its object is the subject: “leading a shift of thirty takes”."""
    first, second = group[0], group[1] if len(group) > 1 else None
    if "G" not in first.kind[:2] or second is None:
        return False
    if first.low in _CAUSES:
        return False  # “watching my mother haggle”
    objects = second.low in DETERMINERS or second.kind == "#" or second.low in PREPOSITIONS
    objects = objects or second.low in PARTICLES or second.low in COUNTS
    return objects and first.text[:1].isupper() and is_plain(group[1:])


def _joins_two(group: Sequence[Token]) -> bool:
    """Whether two groups, each with its determiner, are joined: “my deputy and the cook”."""
    ands = [at for at, token in enumerate(group) if token.low == "and"]
    if len(ands) != 1 or ands[0] + 2 > len(group) - 1:
        return False
    one, two = group[: ands[0]], group[ands[0] + 1 :]
    named = all(part and part[0].low in _OWN | {"the"} for part in (one, two))
    return named and is_plain(one[1:]) and is_plain(two[1:]) and number_of(two[-1]) is not None


def _stands_alone(body: Sequence[Token], *, closed: bool) -> bool:
    """Whether a group without a determiner is sure to be one: “leading testers” may be none."""
    head = body[-1]
    return (
        len(body) <= 3
        and ("Z" not in head.tags or (closed and head.text.islower()))
        and "G" not in body[0].kind
        and head.low.endswith("s")
        and not head.kind.endswith("?")
        and not head.text.isupper()
    )
