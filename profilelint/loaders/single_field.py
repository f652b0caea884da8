"""Loads plain text that is one field of a profile, such as the About text alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from profilelint.document import Carries, Document, Location, SourceMap
from profilelint.errors import ConfigError
from profilelint.loaders.source import Source
from profilelint.loaders.structured.places import Lines
from profilelint.loaders.structured.tree import read_text
from profilelint.nearest import nearest
from profilelint.profile import Entry, Profile

FORMAT = "text"

SHORT_NAMES = MappingProxyType(
    {
        "description": "positions.description",
        "title": "positions.title",
        "summary": "about",
        "note": "message",
        "post": "posts.text",
    }
)
"""What people call a field, where that is not the dotted name of the model."""

_QUALITIES = ("skills.all",)


@dataclass(frozen=True, slots=True)
class _WholeText:
    """The one segment of the field: the file itself, line by line."""

    file: str
    text: str
    start: int
    end: int

    def locate(self, start: int, end: int) -> Location:
        """Where ``text[start:end]`` stands."""
        lines = Lines(self.text)
        return Location(self.file, *lines.at(start), *lines.at(end))


def load(source: Source, field: str | None) -> Document:
    """Read the text of one field.

    Args:
        source: the text.
        field: the field's name, dotted (``positions.description``) or short (``description``).

    Raises:
        InputError: it is no text.
        ConfigError: no field is named, or none has that name.
    """
    if field is None:
        raise ConfigError(
            "plain text may be any field of a profile",
            hint="name it, such as --field about or --field description",
        )
    target = _target(field)
    if source.tree is not None:
        raise ConfigError(
            f"a field was named ({field}), and what was given is a dict",
            hint="give the text itself, or leave the field out",
        )
    # Editors end a file with a line break that nobody means as part of the text.
    text = re.sub(r"\r\n?", "\n", read_text(source)).rstrip("\n")
    return _document(source.name, target, text)


def document_for(target: str, text: str, name: str = "<text>") -> Document:
    """Build the smallest profile that has a text at a target; it carries nothing else.

    ``name`` is what reports call it.

    >>> document_for("positions.title", "Engineer").profile.positions[0].title
    'Engineer'

    Raises:
        ConfigError: no text of a profile stands at the target.
    """
    return _document(name, _target(target), text)


def _target(name: str) -> str:
    known = _text_targets()
    plain = name.strip().lower().replace("-", "_")
    target = SHORT_NAMES.get(plain, plain)
    if target in known:
        return target
    near = nearest(plain, [*known, *SHORT_NAMES])
    hint = f"did you mean “{near}”?" if near else "such as about, headline or description"
    raise ConfigError(f"no text of a profile is called “{name}”", hint=hint)


@cache
def _text_targets() -> frozenset[str]:
    return frozenset(target for target, kind in _targets(Profile, "") if kind is str)


def _targets(model: type[Entry], prefix: str) -> Iterator[tuple[str, Any]]:
    """Yield every target of the model with its type, lists and optional ones unwrapped."""
    for name, info in model.model_fields.items():
        kind = _kind(info.annotation)
        yield f"{prefix}{name}", kind
        if isinstance(kind, type) and issubclass(kind, Entry):
            yield from _targets(kind, f"{prefix}{name}.")


def _kind(annotation: Any) -> Any:  # noqa: ANN401  (annotations are of any type)
    arguments = get_args(annotation)
    return arguments[0] if arguments else annotation


def _document(name: str, target: str, text: str) -> Document:
    value, pointer = _value(Profile, target.split("."), text)
    segment = _WholeText(name, text, 0, len(text))
    return Document(
        Profile.model_validate(value),
        FORMAT,
        SourceMap(name, {pointer: [segment]}),
        carries=_carries(target),
    )


def _value(model: type[Entry], path: list[str], text: str) -> tuple[dict[str, Any], str]:
    """Return the smallest value of a model that has the text, and the text's pointer in it."""
    first, *rest = path
    annotation = model.model_fields[first].annotation
    kind = _kind(annotation)
    value: Any = text
    pointer = ""
    if rest:
        value, pointer = _value(kind, rest, text)
    if getattr(annotation, "__origin__", None) is tuple:
        value, pointer = (value,), f"/0{pointer}"
    required = {name: "" for name, info in model.model_fields.items() if info.is_required()}
    return {**required, first: value}, f"/{first}{pointer}"


def _carries(target: str) -> Carries:
    reason = f"only the text of {target} was given"
    others = [
        other for other, _ in _targets(Profile, "") if not f"{target}.".startswith(f"{other}.")
    ]
    return Carries(dict.fromkeys([*others, *_QUALITIES], reason))
