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
        lacks: parts of an entry; it is flagged where it has none of them.
        where: only entries that hold these values are looked at.
    """

    lacks: Sequence[str]
    where: Mapping[str, Any] = field(default_factory=dict)


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the first entry that lacks the parts, naming the others too."""
    target = rule.targets[0].partition(".")[0]
    entries: Sequence[object] = getattr(context.profile, target)
    lacking = [
        (index, entry)
        for index, entry in enumerate(entries)
        if matches(entry, options.where) and not any(getattr(entry, p) for p in options.lacks)
    ]
    if lacking:
        names = [entry_name(entry) for _, entry in lacking]
        shown = ", ".join(f"“{name}”" for name in names[:_NAMED])
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        yield Match(
            f"/{target}/{lacking[0][0]}/{options.lacks[0]}",
            values={"names": shown + more, "count": len(lacking)},
        )
