"""Nouns that lack their article: “I am accountant in Leeds”, “sold with loss”, “I keep notebook”.

Which nouns need one is told by counts of pairs of words: a noun that is far oftener seen behind
“a” than bare behind a preposition is one that is counted. What is usual without an article, such
as “by car” or “in place”, is left alone for that reason too.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from profilelint.proofing.context.grammar_words import PREPOSITIONS, PRONOUNS, words
from profilelint.proofing.context.lexicon import tags
from profilelint.proofing.context.sentence import Token
from profilelint.proofing.context.slip import Slip
from profilelint.proofing.neighbours import count_together

_BEFORE = words("in on for with from into about after before through during near against behind")
_PARTS = words("back edge top bottom middle side corner rear inside author owner")
"""In front of “of X”, where X is one thing: not so behind “type”, “lot” or “head”."""
_COUNTED = words("of in on at by for with from to into after before under as and or between per")
_BEHIND = (
    PREPOSITIONS
    | words("who which that when where whose is was has if because")
    | frozenset(".;:!?)")
)
_MASS_ENDINGS = (
    *("tion", "sion", "ing", "ness", "ity", "ism", "ance", "ence", "ancy", "ency", "ure", "ship"),
    *("age", "ment", "ology", "logy", "cy", "hood", "dom", "graphy", "sis", "ty", "th", "ware"),
    "ive",
)
_NAMES = words("word name short term search stands except synonym ask asked")
_BEFORE_VERBS = PRONOUNS | words("to don't didn't doesn't not won't can't never")
_UNSURE = words(
    """
    copy sense number front shot slate minimum maximum role way little lot few bit opportunity
    hierarchy rehearsal problem chance result reader idea solution example addition reality fun
    feedback text error home work school place time hope wonder fear pride color colour water oil
    paper glass stone food care help life death love war peace law art music style speed power
    height depth type kind sort reason doubt need demand request question return exchange question
    second third half quarter plenty data second hand mind heart foot bed class church prison jail
    college university town court dinner lunch breakfast supper noon midnight dawn dusk night day
    summer winter spring autumn fall good bad future past present general particular short long
    public private common order form detail part full total person line stock store print press
    video audio mail email e-mail phone radio television film web internet scale scope spite view
    note attribute go try moon sun impact effort burden issue critique review talk award redesign
    process push program series species spacecraft aircraft headquarters means lieu
    favor favour behalf charge respect regard light line touch tune step case
    """
)
_RARE = 60
"""A noun seen less often behind “a” is not known well enough."""
_VOWELS = frozenset("aeio")


def missing_articles(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Yield the words in front of which an article is missing, each with the one before it."""
    for at, noun in enumerate(tokens):
        if not at or "S" not in noun.tags or set(noun.tags) & set("PJRG?"):
            continue
        if (
            not noun.text.islower()
            or noun.low in _UNSURE
            or noun.low.endswith(_MASS_ENDINGS)
            or not _ends_group(tokens, at)
        ):
            continue
        first = at
        while first and at - first < 2 and _modifies(tokens, first - 1):
            first -= 1
        opener = tokens[first - 1] if first else None
        if opener is None or not (opener.text.islower() or first == 1 or opener.low == "i'm"):
            continue
        if not _needs(opener, tokens, first, at):
            continue
        word = tokens[first]
        yield Slip("article-missing", opener.start, word.end, tuple(_put(opener, word)))


def _ends_group(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun is the last word of its group, and of no address or compound."""
    if at + 1 == len(tokens):
        return False
    behind = tokens[at + 1]
    if behind.low == ".":
        return at + 2 == len(tokens) or tokens[at + 2].start > behind.end
    if behind.low == "and":
        return at + 2 < len(tokens) and tokens[at + 2].low in ("a", "an", "the", "my")
    return behind.low in _BEHIND


def _needs(opener: Token, tokens: Sequence[Token], first: int, at: int) -> bool:
    noun = tokens[at].low
    low, before = opener.low, tokens[first - 2].low if first >= 2 else ""
    if before in ("-", "/") or (low == "for" and before in _NAMES):
        return False  # “a drop-in workshop”, “short for repository”
    if low == "from" and any(t.low == "to" for t in tokens[at : at + 4]):
        return False  # “from novice to expert”
    if before == tokens[at].low:
        return False  # “day after day”
    if low in _BEFORE or (low == "of" and before in _PARTS):
        return _is_rare_behind(low, tokens, first, at)
    if low == "i'm" or (low == "am" and before == "i"):
        # “I am president of the club”: an office that only one holds.
        return tokens[at + 1].low not in ("of", "at", "for") and _is_counted(noun, 1)
    if set(opener.tags) & set("BD") and before in _BEFORE_VERBS - {"to"}:
        earlier = tokens[first - 3].low if first >= 3 else ""
        return (
            first == at
            and earlier not in ("that", "which", "what")
            and "R" not in opener.tags
            and _is_rare_behind(low, tokens, first, at)
        )
    return False


def _is_rare_behind(opener: str, tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a noun is counted, and hardly ever seen bare behind that very word."""
    noun = tokens[at].low
    pairs = count_together(opener, tokens[first].low)
    if first < at:
        return not pairs and _is_counted(noun, 8)
    if 12 * pairs > _behind_a(noun):
        return False
    return _is_counted(noun, 3)


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return (
        bool(set(token.tags) & set("SJ"))
        and "P" not in token.tags
        and token.text.islower()
        and not (at and "B" in token.tags and tokens[at - 1].low in _BEFORE_VERBS)
    )


@lru_cache(maxsize=1 << 12)
def _is_counted(noun: str, times: float) -> bool:
    """Whether a noun is that many times likelier behind “a” than bare."""
    behind = _behind_a(noun)
    bare = _COUNTED - {"to"} if "B" in tags(noun) else _COUNTED
    return behind >= _RARE and times * sum(count_together(word, noun) for word in bare) <= behind


def _behind_a(noun: str) -> int:
    return count_together("an" if noun[0] in _VOWELS else "a", noun)


def _put(opener: Token, word: Token) -> Iterator[str]:
    article = "an" if word.low[0] in _VOWELS else "a"
    yield f"{opener.text} {article} {word.text}"
    yield f"{opener.text} the {word.text}"
