"""``unevidenced``: what is claimed in a list is found nowhere in the text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from profilelint.fields import judged
from profilelint.kinds.context import Context, Match
from profilelint.kinds.employers import initials
from profilelint.rule import Rule

_WORD = re.compile(r"[^\W_]+(?:[+#]+|(?:[.’'][^\W_]+))*")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_STEM = 5
"""So many letters of a longer word are enough: negotiat-ion, negotiat-ed."""
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Options:
    """What is looked for, and where.

    Attributes:
        within: targets whose texts are evidence.
        top: only the first so many of the list are looked at.
        described: the rule says nothing unless so many positions are described,
        words: and the texts have so many words.
        shown: words of what people show by what they did, in other words (leadership): an entry
            that has only such words is not looked for.
        by: other words that show a word.
    """

    within: Sequence[str]
    top: int = 5
    described: int = 2
    words: int = 80
    shown: Sequence[str] = field(default_factory=tuple)
    by: dict[str, Sequence[str]] = field(default_factory=dict)


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the first entry without evidence, naming the others too."""
    if sum(bool(role.description) for role in context.profile.positions) < options.described:
        return
    fields = context.at(rule.targets[0])[: options.top]
    text = " ".join(field.text for target in options.within for field in judged(context.at(target)))
    if len(text.split()) < options.words:
        return
    known = _stems(text)
    joined = _joined(text)
    shown = {_stem(word) for word in options.shown}
    missing = [
        name
        for name in fields
        if (not rule.languages or context.speaks(name.pointer, rule.languages))
        and not _is_shown(name.text, known, joined, shown, options)
    ]
    if not missing or len(missing) == len(fields) > 2:
        return  # all of them: the text is of another language or kind than the list
    names = ", ".join(f"“{name.text}”" for name in missing[:_NAMED])
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    one = len(missing) == 1
    values = {
        "names": names + more,
        "stand": "stands" if one else "stand",
        "it": "it" if one else "them",
    }
    first = missing[0]
    yield Match(first.pointer, 0, len(first.text), values)


def _is_shown(
    name: str, known: frozenset[str], joined: str, shown: set[str], options: Options
) -> bool:
    """Whether one telling word of it is in the text, as such or in another form."""
    rest = _BRACKETS.sub(" ", name)
    stems = {_stem(word) for word in _words(rest)}
    telling = stems - shown
    if not telling:
        return True
    whole = _joined(rest)
    if telling & known or (len(whole) > _STEM and whole in joined):
        return True
    short = {_stem(word) for part in _BRACKETS.findall(name) for word in _words(part)}
    first_letters = initials(rest)
    if short & known or (len(first_letters) > 1 and first_letters in known):
        return True
    return any(
        _stem(word) in telling and {_stem(other) for other in others} & known
        for word, others in options.by.items()
    )


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return _WORD.findall(plain)


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(_stem, _words(text)))


def _stem(word: str) -> str:
    """The beginning of a word that its other forms share.

    >>> _stem("negotiation") == _stem("negotiated"), _stem("c++"), _stem("sql")
    (True, 'c++', 'sql')
    """
    word = word.removesuffix(".js")
    if 3 < len(word) <= _STEM + 1:
        word = word.removesuffix("s")
    return word[:_STEM] if word.isalpha() else word


def _joined(text: str) -> str:
    return re.sub(r"[^\w+#]|_", "", "".join(_words(text)))
