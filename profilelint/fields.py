"""Walks a profile: from a target as rules name it to the pointers and texts it stands for.

A *target* is a dotted path without indices (``positions.description``); a *pointer* is a JSON
pointer into the profile (``/positions/0/description``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

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
        if not isinstance(value, Entry) or name not in type(value).model_fields:
            raise KeyError(target)
        yield from _walk(getattr(value, name), f"{pointer}/{name}", rest, target)
    elif isinstance(value, str) and value:
        yield Field(pointer, target, value)


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
