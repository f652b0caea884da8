"""``count``: too few or too many entries of a kind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from profilelint.fields import matches, present, value_at
from profilelint.kinds.context import Context, Match
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """How many there should be.

    Attributes:
        min: fewer are flagged.
        max: more are flagged.
        where: only entries that hold these values are counted.
        if_any: nothing is flagged unless this target holds something.
        career_years: nothing is flagged until the latest education is over for so many years.
    """

    min: int | None = None
    max: int | None = None
    where: Mapping[str, Any] = field(default_factory=dict)
    if_any: str | None = None
    career_years: float | None = None


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the target when the count of its entries is out of bounds."""
    profile = context.profile
    if options.if_any and not present(profile, options.if_any):
        return
    if options.career_years is not None and _career(context) < options.career_years:
        return
    pointer = "/" + rule.targets[0].replace(".", "/")
    held = value_at(profile, pointer)
    if isinstance(held, int):
        count = held
    elif isinstance(held, tuple):
        count = sum(matches(entry, options.where) for entry in held)
    else:
        return  # a number that was not told is unknown, which is not zero
    too_few = options.min is not None and count < options.min
    too_many = options.max is not None and count > options.max
    if too_few or too_many:
        yield Match(pointer, values={"count": count, "min": options.min, "max": options.max})


def _career(context: Context) -> float:
    """Years since the latest education ended; -1 where one has no end that we know of."""
    ends = [entry.end for entry in context.profile.education]
    if not ends or None in ends:
        return -1
    latest = max(end.last_month for end in ends if end)
    return (context.now - latest).days / 365.25
