"""What the words around a place say about it: the features that the models of choice weigh.

``tools/build_choices.py`` learns with these very features, so a change here asks for a new
``choices.txt``.
"""

from collections.abc import Sequence

from profilelint.proofing.context.sentence import Token

_BEGIN, _END = "<", ">"


def features(tokens: Sequence[Token], at: int) -> list[str]:
    """The features of a place; what stands there itself is none of them.

    All of them touch the place: what is further off decided wrongly more often than rightly.
    A feature is a letter for its kind, and the words or classes it is made of.
    """
    low1, low2, next1, next2 = _low(tokens, at - 1), _low(tokens, at - 2), *_ahead(tokens, at)
    kind1, kind2 = _kind(tokens, at - 1), _kind(tokens, at - 2)
    then1, then2 = _kind(tokens, at + 1), _kind(tokens, at + 2)
    return [
        f"a{low1}",
        f"b{next1}",
        f"e{kind1}",
        f"f{then1}",
        f"i{kind1} {then1}",
        f"j{kind2} {kind1}",
        f"k{then1} {then2}",
        f"l{low1} {then1}",
        f"m{kind1} {next1}",
        f"n{low2} {low1}",
        f"o{next1} {next2}",
        f"p{kind2} {kind1} {then1}",
        f"r{kind1} {then1} {then2}",
    ]


_NAMING = frozenset("ablmno")


def names_a_word(feature: str) -> bool:
    """Whether a feature names a word beside the place, rather than classes and marks only."""
    return feature[0] in _NAMING and feature[1:2].isalpha()


def _ahead(tokens: Sequence[Token], at: int) -> tuple[str, str]:
    return _low(tokens, at + 1), _low(tokens, at + 2)


def _low(tokens: Sequence[Token], at: int) -> str:
    if at < 0:
        return _BEGIN
    if at >= len(tokens):
        return _END
    token = tokens[at]
    acronym = token.text.isupper() and len(token.text) > 1
    return token.text if acronym else token.low  # IT is no “it”


def _kind(tokens: Sequence[Token], at: int) -> str:
    if at < 0:
        return _BEGIN
    return tokens[at].kind if at < len(tokens) else _END
