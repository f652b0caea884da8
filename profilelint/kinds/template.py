"""``template``: a text that says no more than other parts of the profile already do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from profilelint.fields import Field
from profilelint.kinds.context import Context, Match
from profilelint.profile import Entry
from profilelint.rule import Rule

_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Options:
    """What LinkedIn would have written by itself.

    Attributes:
        templates: for each list of entries the texts, with ``{part}`` for a part of an entry.
    """

    templates: Mapping[str, Sequence[str]]


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag a text that equals one of the templates, filled with one of the entries."""
    filled = {
        _plain(text)
        for target, templates in options.templates.items()
        for entry in getattr(context.profile, target)
        for template in templates
        if (text := _fill(template, entry))
    }
    for field in context.fields(rule):
        if _plain(field.text) in filled:
            yield _whole(field)


def _whole(field: Field) -> Match:
    return Match(field.pointer, 0, len(field.text))


def _fill(template: str, entry: Entry) -> str | None:
    parts = {name: getattr(entry, name, None) for name in _GAP.findall(template)}
    return template.format_map(parts) if all(parts.values()) else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("@", " at ").split()).rstrip(".")
