"""``required``: a part of the profile is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.fields import present
from profilelint.kinds.context import Context, Match
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """No options: one target that is there is enough."""


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:  # noqa: ARG001
    """Flag a profile where none of the targets is there."""
    if not any(
        present(context.profile, target) or context.answers.get(target) for target in rule.targets
    ):
        yield Match("/" + rule.targets[0].replace(".", "/"))
