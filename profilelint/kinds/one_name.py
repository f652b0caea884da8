"""``one-name``: one employer is written in two ways."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.finding import Confidence
from profilelint.kinds.context import Context, Match
from profilelint.kinds.employers import legal_form, without_short_form, words
from profilelint.rule import Rule

_MOST = 100
"""Names that are compared, each with each; no career has so many."""


@dataclass(frozen=True, slots=True)
class Options:
    """How near two names are.

    Attributes:
        letters: a word of so many letters or more may have one slip, or two neighbours swapped.
    """

    letters: int = 7


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the rarer of two ways; where both are as frequent, the one that comes later."""
    fields = [field for target in rule.targets for field in context.at(target)][:_MOST]
    uses = Counter(" ".join(field.text.split()) for field in fields)
    rank = {name: (-count, at) for at, (name, count) in enumerate(uses.items())}
    names = sorted(rank, key=rank.__getitem__)
    usual: dict[str, tuple[str, Confidence | None]] = {}
    for at, name in enumerate(names):
        for other in names[:at]:
            if other not in usual and (same := _same(other, name, options)) is not None:
                usual[name] = (other, Confidence.MEDIUM if same == "slip" else None)
                break
    for field in fields:
        found = usual.get(" ".join(field.text.split()))
        if found:
            other, confidence = found
            values = {"other": other}
            yield Match(field.pointer, 0, len(field.text), values, (other,), confidence=confidence)


def _same(one: str, other: str, options: Options) -> str | None:
    """Whether two names are the same but for the way of writing (“form”) or one slip (“slip”)."""
    forms = legal_form(one), legal_form(other)
    if all(forms) and forms[0] != forms[1]:
        return None  # two firms, to the law and perhaps to the reader
    a, b = words(without_short_form(one)), words(without_short_form(other))
    if a and (a == b or "".join(a) == "".join(b)):
        return "form"
    if len(a) != len(b):
        return None
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differing) != 1:
        return None
    x, y = differing[0]
    if min(len(x), len(y)) < options.letters or x[0] != y[0] or not (x + y).isalpha():
        return None
    from rapidfuzz.distance import OSA

    return "slip" if OSA.distance(x, y) == 1 else None
