"""``opening``: what is seen of a text before it is unfolded says nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from profilelint.kinds.context import Context, Match
from profilelint.kinds.evidence import has_figure, names
from profilelint.kinds.roles import has_field, has_role
from profilelint.rule import Rule

_HOLDS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "role": has_role,
        "field": has_field,
        "figure": has_figure,
        "name": lambda text: bool(names(text)),
    }
)


OF_WHOLE = True
"""A finding is of the field, whatever stands in it: edits in it do not mend it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the first characters should hold.

    Attributes:
        characters: how many are seen.
        holds: one of these is enough: a ``role`` (nurse, CTO), a ``field`` (nursing), a ``figure``,
            the ``name`` of a thing.
        least: shorter texts are left alone.
    """

    characters: int
    holds: Sequence[str]
    least: int = 1

    def __post_init__(self) -> None:
        unknown = [name for name in self.holds if name not in _HOLDS]
        if unknown:
            raise ValueError(f"“{unknown[0]}” is none of {', '.join(_HOLDS)}")


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the first characters of a text, where they hold nothing of it."""
    for field in context.fields(rule):
        if len(field.text.strip()) < options.least:
            continue
        end = min(options.characters, len(field.text))
        # A word that the fold divides is read all the same.
        while end < len(field.text) and field.text[end].isalnum():
            end += 1
        shown = field.text[:end].rstrip()
        if shown and not any(_HOLDS[name](shown) for name in options.holds):
            yield Match(field.pointer, 0, len(shown), {"characters": options.characters})
