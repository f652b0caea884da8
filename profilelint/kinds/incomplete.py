"""``incomplete``: entries that lack a part. One finding names them all."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from profilelint.fields import entry_name, matches
from profilelint.kinds.context import Context, Match
from profilelint.kinds.patterns import compile_pattern
from profilelint.rule import Rule

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Options:
    """Which entries, and what they should have.

    Attributes:
        lacks: parts of an entry; it is flagged where it lacks one of them. Where a part is a list
            of parts, one of those is enough. A mapping says what each is called in a message.
        spare: for a part, as it is called, another part of the entry and a regular expression: an
            entry in which it is found does without the first. No school gives a degree.
        where: only entries that hold these values are looked at.
        every: whether nothing is flagged as long as one of those entries lacks nothing.
        parts: the parts, each as what it is called and what is enough for it.
    """

    lacks: Sequence[str | Sequence[str]] | Mapping[str, str | Sequence[str]]
    where: Mapping[str, Any] = field(default_factory=dict)
    every: bool = False
    spare: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        each = [(part,) if isinstance(part, str) else tuple(part) for part in _values(self.lacks)]
        called = self.lacks if isinstance(self.lacks, Mapping) else [part[0] for part in each]
        object.__setattr__(self, "parts", dict(zip(called, each, strict=True)))
        for part, wheres in self.spare.items():
            if part not in self.parts:
                raise ValueError(f"spare: “{part}” is none of the parts")
            for expression in wheres.values():
                compile_pattern(expression, re.IGNORECASE)


def _values(
    lacks: Sequence[str | Sequence[str]] | Mapping[str, str | Sequence[str]],
) -> Iterable[str | Sequence[str]]:
    return lacks.values() if isinstance(lacks, Mapping) else lacks


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the first entry that lacks the parts, naming the others too."""
    target = rule.targets[0].partition(".")[0]
    entries: Sequence[object] = getattr(context.profile, target)
    looked_at = [(i, entry) for i, entry in enumerate(entries) if matches(entry, options.where)]
    lacking = [
        (index, entry, missing)
        for index, entry in looked_at
        if (missing := _missing(entry, options))
    ]
    if not lacking or (options.every and len(lacking) < len(looked_at)):
        return
    names = [f"“{entry_name(entry)}”" for _, entry, _ in lacking]
    told = [
        f"{name} ({' and '.join(f'no {part}' for part in missing)})"
        for name, (_, _, missing) in zip(names, lacking, strict=True)
    ]
    index, _, missing = lacking[0]
    part = options.parts[missing[0]][0]
    values = {"names": _some(names), "missing": _some(told), "count": len(lacking)}
    yield Match(f"/{target}/{index}/{part}", values=values)


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _missing(entry: object, options: Options) -> list[str]:
    """What an entry lacks, as it is called."""
    return [
        called
        for called, part in options.parts.items()
        if not any(getattr(entry, name) for name in part)
        and not any(
            compile_pattern(expression, re.IGNORECASE).search(getattr(entry, name, None) or "")
            for name, expression in options.spare.get(called, {}).items()
        )
    ]
