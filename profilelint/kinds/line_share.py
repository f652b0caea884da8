"""``line-share``: too few lines of a profile's texts hold what they should."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from profilelint.fields import Field, matches, value_at
from profilelint.kinds.context import Context, Match
from profilelint.kinds.evidence import has_evidence, has_figure
from profilelint.kinds.lazy import lazily
from profilelint.kinds.lines import Line, lines, opens_with_verb
from profilelint.rule import Rule

_HOLDS = {"figure": has_figure, "evidence": has_evidence}
_EXCERPT = 60
# “Acme is a maker of pumps” tells of the employer, and needs no figure.
_OF_OTHERS = lazily(
    r"(?!I |We |My |This )[A-Z][^.,;]{0,60}? (?:is|was|are|provides|offers|delivers)"
    r" (?:an?|the|one)\b"
)


OF_WHOLE = True
"""A finding is of the field, whatever stands in it: edits in it do not mend it."""


@dataclass(frozen=True, slots=True)
class Options:
    """How many lines should hold what.

    Attributes:
        holds: ``figure`` for a number that tells something, ``evidence`` for that or a name.
        share: the share of lines, from 0 to 1, from which on it is fine.
        least: nothing is flagged in a profile with fewer lines.
        where: only texts of entries that hold these values are looked at.
    """

    holds: Literal["figure", "evidence"] = "figure"
    share: float = 0.4
    least: int = 5
    where: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.holds not in _HOLDS:
            raise ValueError(f"holds is one of {', '.join(_HOLDS)}, not “{self.holds}”")
        if not 0 < self.share <= 1:
            raise ValueError("share is over 0 and at most 1")


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the first line that lacks it, once for the whole profile."""
    found: list[tuple[Field, Line]] = [
        (text_field, line)
        for text_field in context.fields(rule)
        if not options.where
        or matches(value_at(context.profile, text_field.pointer.rpartition("/")[0]), options.where)
        for line in lines(text_field, context)
        if not _OF_OTHERS().match(line.text)
    ]
    if len(found) < options.least:
        return
    holds = _HOLDS[options.holds]
    lacking = [(text_field, line) for text_field, line in found if not holds(line.text)]
    held = len(found) - len(lacking)
    if held >= options.share * len(found):
        return
    # Where to begin: with what was done, rather than with what the employer is.
    text_field, line = next(
        (place for place in lacking if opens_with_verb(place[1].text)), lacking[0]
    )
    values = {
        "held": held or "none",
        "lines": len(found),
        "count": held,
        "percent": round(100 * held / len(found)),
        "wanted": round(100 * options.share),
        "line": _short(line.text),
    }
    yield Match(text_field.pointer, line.start, line.end, values)


def _short(text: str) -> str:
    if len(text) <= _EXCERPT:
        return text.rstrip(".")
    return text[:_EXCERPT].rsplit(" ", 1)[0].rstrip(",;:") + " …"
