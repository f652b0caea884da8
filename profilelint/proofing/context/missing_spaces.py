"""A full stop with no space behind it: “It was done.She now leads it”.

Names of files, packages and domains look alike: “pathlib.Path”, “monday.Com”. A sentence is known
by ordinary words on both sides, with small letters in a row before and behind.
"""

from collections.abc import Iterator, Sequence

from profilelint.proofing.context.lexicon import FUNCTION_WORDS, tags
from profilelint.proofing.context.sentence import Token
from profilelint.proofing.context.slip import Slip

_DOMAINS = frozenset(
    (
        *("com", "org", "net", "io", "co", "me", "in", "it", "is", "to", "so", "app", "dev", "us"),
        *("info", "biz", "pro", "name", "one", "page", "site", "store", "tech", "cloud", "world"),
        *("be", "at", "no", "am", "as", "do", "my", "by"),
    )
)
"""Words that end addresses, too: behind them a small word must follow that ends no address."""


def missing_spaces(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Yield the places where two sentences run together."""
    for at in range(1, len(tokens) - 2):
        stop = tokens[at]
        if stop.text not in (".", "?", "!"):
            continue
        before, behind = tokens[at - 1], tokens[at + 1]
        if before.end != stop.start or behind.start != stop.end:
            continue
        if _ends_sentence(tokens, at - 1) and _opens_sentence(tokens, at + 1):
            put = f"{before.text}{stop.text} {behind.text}"
            yield Slip("missing-space", before.start, behind.end, (put,))


def _ends_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is an ordinary one, in a row of such."""
    word = tokens[at]
    if not word.text.islower() or not _is_ordinary(word.low) or len(word.text) < 2 or at < 2:
        return False
    before = tokens[at - 1]
    return before.end < word.start and (before.text[0].isalpha() or before.text in ",;%")


def _opens_sentence(tokens: Sequence[Token], at: int) -> bool:
    word, following = tokens[at], tokens[at + 1]
    return (
        word.text[0].isupper()
        and (word.text[1:].islower() or word.text in ("I", "A"))
        and _is_ordinary(word.low)
        and following.start == word.end + 1
        and following.text.islower()
        and following.text.isalpha()
        and (word.low not in _DOMAINS or word.text in ("I", "A") or following.low in FUNCTION_WORDS)
    )


def _is_ordinary(low: str) -> bool:
    return low in FUNCTION_WORDS or bool(tags(low.removesuffix("'s"))) or low == "i"
