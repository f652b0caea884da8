"""Walks a profile: from a target as rules name it to the pointers and texts it stands for.

A *target* is a dotted path without indices (``positions.description``); a *pointer* is a JSON
pointer into the profile (``/positions/0/description``).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from profilelint.profile import Entry, Profile


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a profile: where it stands, what target it answers, what it says."""

    pointer: str
    target: str
    text: str


def fields(profile: Profile, target: str) -> Iterator[Field]:
    """Yield every text that stands at a target, in the profile's order; absent ones are left out.

    >>> [f.pointer for f in fields(Profile.model_validate({"causes": ["Education"]}), "causes")]
    ['/causes/0']

    Raises:
        KeyError: no part of the model has that name.
    """
    yield from _walk(profile, "", target.split("."), target)


def _walk(value: object, pointer: str, path: list[str], target: str) -> Iterator[Field]:
    if value is None:
        return
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, f"{pointer}/{index}", path, target)
    elif path:
        name, *rest = path
        if not isinstance(value, Entry) or name not in _parts(type(value)):
            raise KeyError(target)
        yield from _walk(getattr(value, name), f"{pointer}/{name}", rest, target)
    elif isinstance(value, str) and value:
        yield Field(pointer, target, value)


@cache
def _parts(model: type[Entry]) -> frozenset[str]:
    return frozenset(model.model_fields)


LONGEST = 20_000
"""Characters of a text that are judged: eight times what LinkedIn's longest field takes."""

MOST = 200_000
"""Characters of all texts at a target that are judged; a whole profile has under 50,000."""


def judged(texts: Iterable[Field]) -> Iterator[Field]:
    """Leave out what is beyond any profile, so that a hostile file costs little.

    >>> [len(f.text) for f in judged([Field("/about", "about", "x" * 30_000)])]
    [20000]
    """
    left = MOST
    for field in texts:
        if left <= 0:
            return
        left -= len(field.text)
        within = field.text[:LONGEST]
        yield field if within == field.text else Field(field.pointer, field.target, within)


def is_target(target: str) -> bool:
    """Whether the model has such a part.

    >>> is_target("positions.description"), is_target("positions.salary")
    (True, False)
    """
    part: type[Entry] | None = Profile
    for name in target.split("."):
        if part is None or name not in part.model_fields:
            return False
        part = _entry_type(part.model_fields[name].annotation)
    return True


def _entry_type(annotation: object) -> type[Entry] | None:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next((found for a in get_args(annotation) if (found := _entry_type(a))), None)


def value_at(profile: Profile, pointer: str) -> object:
    """Return what stands at a pointer, or None where nothing does."""
    value: object = profile
    for part in pointer.split("/")[1:]:
        if isinstance(value, tuple):
            index = int(part) if part.isdecimal() else -1
            value = value[index] if 0 <= index < len(value) else None
        else:
            value = getattr(value, part, None) if isinstance(value, Entry) else None
        if value is None:
            return None
    return value


def text_at(profile: Profile, pointer: str) -> str | None:
    """Return the text at a pointer, or None where there is none."""
    value = value_at(profile, pointer)
    return value if isinstance(value, str) else None


def present(profile: Profile, target: str) -> bool:
    """Whether anything stands at a target: a text, a number other than zero, or entries."""
    return _present(profile, target.split("."))


def _present(value: object, path: list[str]) -> bool:
    if isinstance(value, tuple) and path:
        return any(_present(item, path) for item in value)
    if not path:
        return any(map(str.isprintable, value.split())) if isinstance(value, str) else bool(value)
    return isinstance(value, Entry) and _present(getattr(value, path[0]), path[1:])


def matches(entry: object, where: Mapping[str, object]) -> bool:
    """Whether an entry holds all of the values; ``True`` and ``False`` ask for any and none.

    >>> from profilelint.profile import Position
    >>> matches(Position(company="Acme"), {"company": True, "current": False})
    True
    """
    return all(_holds(getattr(entry, name, None), wanted) for name, wanted in where.items())


def _holds(value: object, wanted: object) -> bool:
    return bool(value) is wanted if isinstance(wanted, bool) else value == wanted


def entry_name(entry: object) -> str:
    """What an entry is called in a sentence.

    >>> from profilelint.profile import Position
    >>> entry_name(Position(company="Acme", title="Engineer"))
    'Engineer at Acme'
    """
    parts = [getattr(entry, name, None) for name in ("title", "company")]
    if any(parts):
        return " at ".join(part for part in parts if part)
    if school := getattr(entry, "school", None):
        return str(school)
    if recipient := getattr(entry, "recipient", None):
        return f"to {recipient}"
    return str(getattr(entry, "name", None) or "an entry without a name")


def entry_key(entry: object) -> str:
    """What an entry is known by when its text is edited: the employer or school, not the title.

    >>> from profilelint.profile import Position
    >>> entry_key(Position(company="Acme", title="Engineer"))
    'Acme'
    """
    names = ("company", "school", "recipient", "name", "title")
    return next((str(told) for name in names if (told := getattr(entry, name, None))), "")
