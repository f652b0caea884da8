"""Finds the people in a file: under wrappers, in lists, and in LinkedIn's normalised JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from profilelint.errors import InputError
from profilelint.loaders.scraped_shapes.lookup import fold_key
from profilelint.loaders.scraped_shapes.tables import (
    Shape,
    exact_shape,
    general_shape,
    normalised,
)
from profilelint.loaders.structured.tree import Tree, child

WRAPPERS = frozenset(
    {
        *("data", "profile", "profiles", "person", "persons", "people", "result", "results"),
        *("item", "items", "element", "elements", "response", "body", "output", "record"),
        *("records", "linkedin", "candidate", "candidates", "user", "users", "json", "payload"),
    }
)
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Person:
    """One record that is a profile, and the shape it has.

    ``beside`` are the parts of LinkedIn's normalised JSON, which lie next to the profile.
    """

    shape: Shape
    value: Mapping[str, Any]
    pointer: str
    beside: tuple[tuple[Mapping[str, Any], str], ...] = ()


@dataclass(frozen=True, slots=True)
class Other:
    """An item of a list of people that is no profile, such as an error message."""

    value: object
    pointer: str


def find_people(tree: Tree, *, forced: bool = False) -> Iterator[Person | Other]:
    """Yield the people of a file in their order.

    Raises:
        InputError: it is a list of LinkedIn's search results.
    """
    found = list(_find(tree, tree.value, "", 0))
    if forced and not any(isinstance(item, Person) for item in found):
        from profilelint.loaders.scraped_shapes.tables import shape

        found = [
            Person(shape("general"), item.value, item.pointer)
            for item in found
            if isinstance(item.value, Mapping) and item.value
        ]
    yield from found


def _find(tree: Tree, value: object, pointer: str, depth: int) -> Iterator[Person | Other]:
    if isinstance(value, list) and depth < _DEEPEST:
        for index, item in enumerate(value):
            yield from _find(tree, item, child(pointer, index), depth + 1)
        return
    if not isinstance(value, Mapping):
        if value is not None:
            yield Other(value, pointer)
        return
    if isinstance(value.get("included"), list):
        yield _normalised_person(tree, value, pointer)
        return
    found = exact_shape(value)
    if found is not None:
        yield Person(found, value, pointer)
        return
    wrapped = list(_unwrapped(tree, value, pointer, depth))
    if any(isinstance(item, Person) for item in wrapped):
        yield from wrapped
        return
    found = general_shape(value)
    yield Other(value, pointer) if found is None else Person(found, value, pointer)


def _unwrapped(
    tree: Tree, value: Mapping[str, Any], pointer: str, depth: int
) -> Iterator[Person | Other]:
    if depth >= _DEEPEST:
        return
    for key, item in value.items():
        if fold_key(key) in WRAPPERS and isinstance(item, Mapping | list) and item:
            yield from _find(tree, item, child(pointer, key), depth + 1)


def _normalised_person(tree: Tree, value: Mapping[str, Any], pointer: str) -> Person:
    at = child(pointer, "included")
    parts = [
        (item, child(at, index))
        for index, item in enumerate(value["included"])
        if isinstance(item, Mapping)
    ]
    profiles = [(item, place) for item, place in parts if type_of(item) == "Profile"]
    details = {"Position", "Education", "Skill"}.intersection(type_of(item) for item, _ in parts)
    full = [
        (item, place) for item, place in profiles if item.get("summary") or item.get("headline")
    ]
    wanted = _named_by(value)
    named = [(item, place) for item, place in full if str(item.get("entityUrn")) in wanted]
    chosen = named or full
    if not details or len(chosen) != 1:
        what = "the results of a search for people" if not details else "several people's parts"
        raise InputError(
            f"{tree.places.file}: this is a page of LinkedIn's own data with {what},"
            " not one full profile",
            hint="open the profile itself and save that answer; or give LinkedIn's “Save to PDF”"
            " file, or its data export",
        )
    item, place = chosen[0]
    return Person(normalised(), item, place, tuple(parts))


def _named_by(value: Mapping[str, Any]) -> set[str]:
    """The names of the parts that an answer is about: ``*elements``, ``*profile``."""
    data = value.get("data")
    inner = data.get("data") if isinstance(data, Mapping) else None
    found: set[str] = set()
    for part in (data, inner):
        if isinstance(part, Mapping):
            for key in ("*elements", "*profile", "entityUrn"):
                named = part.get(key)
                names = named if isinstance(named, list) else [named]
                found.update(name for name in names if isinstance(name, str))
    return found


def type_of(item: Mapping[str, Any]) -> str:
    """The last part of ``$type``, which says what an item of the normalised JSON is.

    >>> type_of({"$type": "com.linkedin.voyager.dash.identity.profile.Position"})
    'Position'
    """
    told = item.get("$type")
    return told.rpartition(".")[2] if isinstance(told, str) else ""
