"""``incomplete``: entries that lack a part. One finding names them all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from profilelint.fields import entry_name, matches
from profilelint.kinds.context import Context, Match
from profilelint.rule import Rule

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Options:
    """Which entries, and what they should have.

    Attributes:
        lacks: parts of an entry; it is flagged where it lacks one of them. Where a part is a list
            of parts, one of those is enough.
        where: only entries that hold these values are looked at.
        every: whether nothing is flagged as long as one of those entries lacks nothing.
        parts: the parts, each as what is enough for it.
    """

    lacks: Sequence[str | Sequence[str]]
    where: Mapping[str, Any] = field(default_factory=dict)
    every: bool = False
    parts: tuple[tuple[str, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        parts = tuple((part,) if isinstance(part, str) else tuple(part) for part in self.lacks)
        object.__setattr__(self, "parts", parts)


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the first entry that lacks the parts, naming the others too."""
    target = rule.targets[0].partition(".")[0]
    entries: Sequence[object] = getattr(context.profile, target)
    looked_at = [(i, entry) for i, entry in enumerate(entries) if matches(entry, options.where)]
    lacking = [
        (index, entry, missing)
        for index, entry in looked_at
        if (missing := _first_missing(entry, options.parts))
    ]
    if not lacking or (options.every and len(lacking) < len(looked_at)):
        return
    names = [entry_name(entry) for _, entry, _ in lacking]
    shown = ", ".join(f"“{name}”" for name in names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    index, _, missing = lacking[0]
    yield Match(
        f"/{target}/{index}/{missing}",
        values={"names": shown + more, "count": len(lacking)},
    )


def _first_missing(entry: object, parts: Sequence[Sequence[str]]) -> str | None:
    for part in parts:
        if not any(getattr(entry, name) for name in part):
            return part[0]
    return None
