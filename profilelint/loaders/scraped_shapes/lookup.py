"""Finds values in a record by paths whose keys are compared without case and separators."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from profilelint.loaders.structured.tree import child

Place = tuple[Any, str]
"""A value of the source and its pointer there."""


@lru_cache(maxsize=65_536)
def fold_key(key: str) -> str:
    """Bring a key to the form in which keys are compared.

    >>> fold_key("Job Title"), fold_key("jobTitle"), fold_key("Experiência")
    ('jobtitle', 'jobtitle', 'experiencia')
    """
    plain = unicodedata.normalize("NFKD", key.casefold())
    return "".join(character for character in plain if character.isalnum())


def is_empty(value: object) -> bool:
    """Whether a value says nothing."""
    return value is None or (isinstance(value, str) and not value.strip()) or value in ([], {})


def find_all(roots: Sequence[Place], path: str) -> Iterator[Place]:
    """Yield every value at a path, empty ones too; lists on the way are gone through."""
    places = list(roots)
    for part in path.split("."):
        wanted = fold_key(part)
        places = [found for place in places for found in _step(place, wanted)]
    yield from places


def _step(place: Place, wanted: str) -> Iterator[Place]:
    value, pointer = place
    if isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, Mapping):
                yield from _step((item, child(pointer, index)), wanted)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if fold_key(key) == wanted:
                yield item, child(pointer, key)


def items_of(value: object, pointer: str) -> list[Place]:
    """The entries of a list, however it is wrapped: with elements, or numbered by its keys."""
    if isinstance(value, list):
        return [(item, child(pointer, index)) for index, item in enumerate(value)]
    if isinstance(value, Mapping):
        for key, item in value.items():
            if fold_key(key) in {"elements", "items", "values", "data"} and isinstance(item, list):
                return items_of(item, child(pointer, key))
        if value and all(isinstance(item, Mapping) for item in value.values()):
            return [(item, child(pointer, key)) for key, item in value.items()]
        return [(value, pointer)]
    return []
