"""Subject and verb that disagree: “the results was”, “my role include a”, “the nurses manages”.

The subject is told by a strict reading only: a group of nouns, or a pronoun, that opens its
clause, with at most a few prepositions between its head and the verb. Where the reading is not
certain, such as after “and” or with a collective noun, nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from profilelint.proofing.context.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    words,
)
from profilelint.proofing.context.lexicon import paradigm
from profilelint.proofing.context.sentence import Token
from profilelint.proofing.context.slip import Slip

_TO_PLURAL = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
_TO_SINGULAR = {plural: singular for singular, plural in _TO_PLURAL.items()}
_OPENERS = words(
    "because when while where although though since but if so and whereas what how why whose once"
)
_MAY_OPEN = words("before after until than which that")
"""Words that open a clause only where a group of nouns with its determiner stands behind."""
_MANY = words("these those many several both few various numerous multiple all")
# Singular in form, but with a verb in either number; or a head that says nothing of it.
_EITHER = words(
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
_INDEFINITE = words(
    "nobody everybody somebody anybody everyone someone anyone everything nothing something"
)
_COUNTS = words("two three four five six seven eight nine ten many several both few")
_PARTICLES = words("out up down away back off together")
# Plurals that stand before other nouns: “sales calls”, “operations managers”.
_COMPOUNDING = words(
    """
    sales operations systems communications services goods sports arts news customs savings jobs
    women men children parts claims records accounts awards benefits admissions rights arms
    """
)
_PLAIN_OBJECTS = frozenset(("me", "us", "them", "him"))
_NOT_HEADS = words(
    "following same other rest first last next above below former latter special else"
)
_TIMES = words("hour hours day days week weeks month months year years time times night morning")
_JOINS = words("and or , than as & - ' ’")
_INVERTED = frozenset(("there", "so", "here"))
_SHARES = words("both half most many several few some")
# Forms whose other reading as a noun nobody meets.
_HARDLY_NOUNS = words(
    "goes comes gets makes takes gives says brings becomes keeps seems tells thinks wants puts lets"
)
_NO_ADVERBS = words("alongside around together home abroad here there inside outside")
_UNITS = words("dollars pounds euros miles points characters percent hours minutes seconds")
_OF_CLAUSES = words("makes means allows enables leads results helps is was has gives led meant")
_CAUSES = words("watching seeing hearing making letting helping having feeling")
_OWN = words("my our their his her these those")
_ENDS_ROW = words(
    """
    that which who where when while if because to can could will would should must may might
    help helps let lets make makes , or but i we they he she it as than how what
    """
)
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a verb must agree with: ``plural``, and whether it is the person of “I”."""

    plural: bool
    first_person: bool = False
    relative: bool = False
    sure: bool = False
    """Whether a verb must follow: behind a pronoun, or an adverb."""


def disagreements(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Yield the verbs that do not agree with their subject."""
    yield from _mixed_row(tokens)
    for at, verb in enumerate(tokens):
        if verb.low in _INVERTED:
            yield from _behind_inverted(tokens, at)
        kinds = verb.tags
        closed = verb.low in _TO_PLURAL or verb.low in _TO_SINGULAR
        if not at or not verb.text.islower() or not (closed or "Z" in kinds or "B" in kinds):
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is not None and following.text == "-" and following.start == verb.end:
            continue  # “self-identifies”
        if "P" in kinds and following is not None and _is_verbal(following):
            continue  # “we engineers are”
        subject = _subject(tokens, at)
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
        tokens[place].low in _MANY
        or tokens[place].low in ("no", "the", "my", "our", "only", "also", "now", "some", "still")
        or tokens[place].kind == "#"
    ):
        place += 1
    first = place
    while place + 1 < len(tokens) and _modifies(tokens[place]) and _is_noun(tokens[place + 1]):
        place += 1
    if place >= len(tokens) or tokens[place].low in _EITHER or tokens[place].kind == "#":
        return
    counted = any(token.kind == "#" for token in tokens[at:first])
    behind = tokens[place + 1].low if place + 1 < len(tokens) else "."
    listed = behind in ("and", "-")
    if _number(tokens[place]) and not counted and not listed and tokens[place].text.islower():
        yield Slip("subject-agreement", verb.start, verb.end, (_TO_PLURAL[verb.low],))


def _is_noun(token: Token) -> bool:
    return bool(set(token.tags) & set("SPJ"))


def _mixed_row(tokens: Sequence[Token]) -> Iterator[Slip]:
    """“I plan the week and leads the crew”, “Manages two sites and train cooks”."""
    person = _row_person(tokens)
    if person is None:
        return
    for at, token in enumerate(tokens):
        if token.low in STOPS or token.low in _ENDS_ROW:
            return
        if token.low != "and" or at + 2 >= len(tokens):
            continue
        verb = tokens[at + 1]
        forms = paradigm(verb.low) if verb.text.islower() else None
        if forms is None or not (_takes_object(tokens, at + 1) or tokens[at + 2].kind == "#"):
            continue
        if person == "third" and verb.tags == "B":
            yield Slip("row-agreement", verb.start, verb.end, (forms.third,))
        elif person == "other" and verb.tags == "Z":
            yield Slip("row-agreement", verb.start, verb.end, (forms.base,))


def _row_person(tokens: Sequence[Token]) -> str | None:
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


def _right_form(tokens: Sequence[Token], at: int, subject: _Subject) -> str | None:
    verb = tokens[at]
    low = verb.low
    if subject.first_person:
        if low in ("is", "are"):
            return "am"
        low_right = _TO_PLURAL.get(low) if low in ("has", "does", "doesn't", "hasn't") else None
        if low_right:
            return low_right
    elif low in _TO_PLURAL or low in _TO_SINGULAR:
        right = (_TO_PLURAL if subject.plural else _TO_SINGULAR).get(low)
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


def _is_verb(tokens: Sequence[Token], at: int, subject: _Subject) -> bool:
    """Whether a word that may be a noun is a verb by what stands beside it."""
    if tokens[at - 1].low in ("who", "whom", "which") or tokens[at - 1].low in _INDEFINITE:
        return True
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if subject.sure:
        return True
    if "J" in tokens[at - 1].tags:
        return False  # “we meet as a full team each Friday”
    return not subject.relative and (_takes_object(tokens, at) or following in _PARTICLES)


def _is_finite(tokens: Sequence[Token], at: int, subject: _Subject) -> bool:
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
        or following.low in DETERMINERS
        or following.low in _PLAIN_OBJECTS
        or following.low in _PARTICLES
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


def _takes_object(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return following in DETERMINERS or following in _PLAIN_OBJECTS


def _subject(tokens: Sequence[Token], at: int) -> _Subject | None:
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


def _told(tokens: Sequence[Token], at: int, end: int) -> _Subject | None:
    """The subject that ends at a place."""
    last = tokens[end - 1]
    if last.low == "what" and tokens[at].tags in ("B", "BS") and at + 1 < len(tokens):
        return _Subject(plural=False) if tokens[at + 1].low in _PLAIN_OBJECTS else None
    if last.low in PRONOUNS:
        return _pronoun(tokens, end - 1)
    if last.low in _INDEFINITE:
        return _Subject(plural=False, sure=True) if _opens_statement(tokens, end - 1) else None
    if last.low == "both" and _starts(tokens, end - 1):
        return _Subject(plural=True)
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
        before is not None
        and after is not None
        and _is_noun(before)
        and after.low in _OWN | {"the"}
    )


def _share(before: Token) -> _Subject | None:
    """The subject “three of whom”, “each of which”."""
    if before.low in ("one", "each"):
        return _Subject(plural=False, sure=True)
    counted = before.kind == "#" or before.low in _COUNTS or before.low == "most"
    return _Subject(plural=True, sure=True) if counted else None


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
        return _is_plain(group)
    return len(group) > 1 and group[0].low in DETERMINERS and all(map(_modifies, group[1:]))


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
    if not set(verb.tags) & set("BD") or _number(noun) is None:
        return None
    return end - 2


def _bars(token: Token) -> bool:
    """Whether no subject that ends at the verb can hold the word."""
    low = token.low
    return (
        low in AUXILIARIES
        or low in PRONOUNS
        or low in _INDEFINITE
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


def _pronoun(tokens: Sequence[Token], at: int) -> _Subject | None:
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
        return _Subject(plural=False, first_person=True) if tokens[at].text == "I" else None
    return _Subject(plural=low in ("we", "you", "they"), sure=True)


def _antecedent(tokens: Sequence[Token], at: int) -> _Subject | None:
    """The noun right before a relative pronoun, where no other can be meant."""
    if at < 1:
        return None
    noun = tokens[at - 1]
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if tokens[at].low == "which" and following in _OF_CLAUSES:
        return None  # “which” may mean all that was said
    if tokens[at].low == "who" and noun.low in _INDEFINITE:
        return _Subject(plural=False, relative=True)
    if tokens[at].low == "who" and noun.low in ("us", "those", "people"):
        return _Subject(plural=True, relative=True)
    plural = _number(noun)
    if plural is None or noun.low in _EITHER or noun.low in _TIMES:
        return None  # “reports every week which are read”
    start = at - 1
    while start and _modifies(tokens[start - 1]):
        start -= 1
    before = tokens[start - 1] if start else tokens[0]
    named = before.low in DETERMINERS or before.low in _MANY or before.kind == "#"
    sure = "Z" not in noun.tags or tokens[at].low == "who"
    if not named and not (plural and sure):
        return None
    if named:
        before = tokens[start - 2] if start >= 2 else tokens[0]
    if before.low in _JOINS or before.low == "of":
        return None  # the pronoun may mean a noun further off
    if before.low in PREPOSITIONS and not _is_only_choice(tokens, at, plural=plural):
        return None
    return _Subject(plural=plural, relative=True)


def _is_only_choice(tokens: Sequence[Token], at: int, *, plural: bool) -> bool:
    """Whether no noun further off could be meant: there is none of the other number."""
    earlier = tokens[: at - 1]
    if plural:
        return tokens[at].low == "who" or not any("S" in token.tags for token in earlier)
    return not any("P" in token.kind or token.low in ("and", "people") for token in earlier)


def _noun_group(tokens: Sequence[Token], start: int, end: int) -> _Subject | None:
    group = tokens[start:end]
    cut = next((i for i, token in enumerate(group) if token.low in PREPOSITIONS), len(group))
    if not cut:
        return None
    head_group, rest = group[:cut], group[cut:]
    opener = tokens[start - 1].low if start else ""
    shared = bool(rest) and rest[0].low == "of" and cut == 1
    if head_group[0].low in ("one", "each") and shared:
        return _Subject(plural=False) if _is_plain(rest) else None
    if head_group[0].low in _SHARES and shared and len(rest) > 1:
        further = [at for at, token in enumerate(rest[1:], 1) if token.low in PREPOSITIONS]
        last = rest[further[0] - 1] if further else rest[-1]
        plural = _number(last) if _is_plain(rest) else None
        return None if plural is None else _Subject(plural=plural or head_group[0].low == "both")
    if head_group[0].low in _INDEFINITE and cut == 1 and rest and _is_plain(rest):
        return _Subject(plural=False)
    if end < len(tokens) and tokens[end].low in _TO_SINGULAR and _is_gerund_phrase(group):
        return _Subject(plural=False)
    if _joins_two(group):
        return _Subject(plural=True)
    first = head_group[0]
    if first.low in ("all", "both") and cut > 1 and head_group[1].low in DETERMINERS:
        first, head_group = head_group[1], head_group[1:]
    counted = first.kind == "#" and first.text != "1"
    named = first.low in DETERMINERS or first.low in _MANY | _COUNTS or counted
    if opener == "whose":
        return _owned(head_group) if not rest and not named else None
    body = head_group[1:] if named else head_group
    if not body or not _is_plain(rest):
        return None
    head = body[-1]
    if not all(_modifies(token) for token in body[:-1]) or head.low in _NOT_HEADS:
        return None
    plural = _number(head)
    if plural is None or (head.low in _EITHER and head.low != "people"):
        return None
    if plural and head.low in _TIMES | _UNITS:
        return None  # “ten years is long”
    if "J" in head.tags and len(body) > 1 and set(body[-2].tags) & set("SP"):
        return None  # “the staff responsible for”
    if opener in ("what", "how") and not named:
        return None  # “what counts is”
    if not named and not plural:
        return None
    closed = end < len(tokens) and tokens[end].low in _TO_PLURAL
    if not named and not (plural and _stands_alone(body, closed=closed)):
        return None
    if first.low in ("a", "an", "each", "every", "another", "this") and plural:
        return None  # the determiner is wrong, or the noun is
    if first.low in _MANY | {"these", "those"} and not plural:
        return None
    return _Subject(plural=plural)


def _owned(body: Sequence[Token]) -> _Subject | None:
    """The subject behind “whose”."""
    plural = _number(body[-1]) if all(map(_modifies, body[:-1])) else None
    return None if plural is None or body[-1].low in _EITHER else _Subject(plural=plural)


def _is_gerund_phrase(group: Sequence[Token]) -> bool:
    """Whether an -ing form with its object is the subject: “leading a shift of thirty takes”."""
    first, second = group[0], group[1] if len(group) > 1 else None
    if "G" not in first.kind[:2] or second is None:
        return False
    if first.low in _CAUSES:
        return False  # “watching my mother haggle”
    objects = second.low in DETERMINERS or second.kind == "#" or second.low in PREPOSITIONS
    objects = objects or second.low in _PARTICLES or second.low in _COUNTS
    return objects and first.text[:1].isupper() and _is_plain(group[1:])


def _joins_two(group: Sequence[Token]) -> bool:
    """Whether two groups, each with its determiner, are joined: “my deputy and the cook”."""
    ands = [at for at, token in enumerate(group) if token.low == "and"]
    if len(ands) != 1 or ands[0] + 2 > len(group) - 1:
        return False
    one, two = group[: ands[0]], group[ands[0] + 1 :]
    named = all(part and part[0].low in _OWN | {"the"} for part in (one, two))
    return named and _is_plain(one[1:]) and _is_plain(two[1:]) and _number(two[-1]) is not None


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


def _is_plain(group: Sequence[Token]) -> bool:
    """Whether prepositions and what follows them hold no verb and no second clause."""
    if group and (group[-1].low in PREPOSITIONS or group[-1].low in DETERMINERS):
        return False  # “the best way to harness”
    if len(group) == 2 and group[1].low in ("them", "us", "these", "those"):
        return True  # “each of them”
    pairs = pairwise(group)
    if any(token.low == "to" for token in group) or any(
        ("P" in one.tags and (other.tags or other.kind[:1] in ("X", "C")))
        or (_is_noun(one) and other.low in DETERMINERS)
        for one, other in pairs
    ):
        return False  # “the effort to help remedy”, “the list of tasks users have”
    return all(
        token.low in PREPOSITIONS
        or token.low in DETERMINERS
        or token.low in _MANY
        or token.low in _COUNTS
        or token.kind == "#"
        or token.kind[:1] in ("C", "X")
        or (set(token.tags) & set("SPJ") and "D" not in token.tags)
        or token.kind == "'s"
        for token in group
    )


def _modifies(token: Token) -> bool:
    return (
        bool(set(token.tags) & set("SJGN"))
        or token.kind in ("#", "-", "'s", "new", "first", "last", "next", "own", "same", "most")
        or token.kind in ("other", "more", "many", "few")
        or token.kind[:1] in ("X", "C")
    ) and token.tags not in ("B", "Z", "D")


def _number(noun: Token) -> bool | None:
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
