"""``template``: a text that says no more than other parts of the profile already do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from profilelint.fields import Field, matches
from profilelint.kinds.context import Context, Match
from profilelint.kinds.patterns import compile_pattern
from profilelint.profile import Entry
from profilelint.rule import Rule

_GAP = re.compile(r"\{(\w+)\}")


OF_WHOLE = True
"""A finding is of the field, whatever stands in it: edits in it do not mend it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What LinkedIn would have written by itself.

    Attributes:
        templates: for each list of entries the texts, with ``{part}`` for a part of an entry. A
            text may be a mapping of ``text`` with ``where`` (only entries that hold these values)
            and ``unless`` (a regular expression: a text that holds it says more).
    """

    templates: Mapping[str, Sequence[str | Mapping[str, Any]]]

    def __post_init__(self) -> None:
        for template in (one for several in self.templates.values() for one in several):
            if not isinstance(template, str) and "text" not in template:
                raise ValueError("a template without “text”")


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


def _fill(template: str | Mapping[str, Any], entry: Entry) -> str | None:
    if isinstance(template, str):
        template = {"text": template}
    if not matches(entry, template.get("where", {})):
        return None
    parts = {name: getattr(entry, name, None) for name in _GAP.findall(template["text"])}
    if not all(parts.values()):
        return None
    text = str(template["text"]).format_map(parts)
    unless = template.get("unless")
    return None if unless and compile_pattern(unless).search(text) else text


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("@", " at ").split()).rstrip(".")
