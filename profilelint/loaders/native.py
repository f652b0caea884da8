"""Loads profilelint's own JSON or YAML: the model as it is, writable by hand.

Beside the profile's fields the file may have ``$schema`` (for the editor), ``meta.lastModified``
(the day that rules about time count from) and comments, which are keys that start with ``_``.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from profilelint.document import Carries, Document, Segment, SourceMap
from profilelint.errors import InputError
from profilelint.loaders.source import Source
from profilelint.loaders.structured.nodes import is_comment
from profilelint.loaders.structured.places import Passage
from profilelint.loaders.structured.tree import Tree, child, kind_of, read_tree, top_keys
from profilelint.nearest import did_you_mean
from profilelint.profile import Entry, Profile

if TYPE_CHECKING:
    from pydantic import ValidationError

FORMAT = "profile"

_BESIDE = frozenset({"$schema", "meta"})
_DATES = frozenset({"start", "end", "date"})
_UNLESS_GIVEN = {
    "photo": "this profile gives no photo, which says nothing of the one on LinkedIn",
    "connections_count": "this profile does not tell the number of connections",
    "recommendations": "this profile gives no recommendations, and LinkedIn may have some",
}
_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "value_error": "a date, YYYY or YYYY-MM",
}
_LONG = 40


def sniff(source: Source) -> bool:
    """Whether most of the keys are the profile's fields; a misspelt one does not matter.

    JSON without any key is broken or empty; whoever reads it here says so best.
    """
    keys = {key for key in top_keys(source) if key not in _BESIDE and not is_comment(key)}
    if not keys:
        return source.tree is None and source.head[:1] in {b"{", b"["}
    return 2 * len(keys & Profile.model_fields.keys()) > len(keys)


def load(source: Source) -> Document:
    """Read the profile.

    Raises:
        InputError: it is no JSON or YAML, a key is unknown, or a value of the wrong type.
    """
    from pydantic import ValidationError

    tree = read_tree(source)
    value, pointer = tree.one_object()
    now = _day(tree, value.get("meta"), child(pointer, "meta"))
    fields = {key: item for key, item in value.items() if key not in _BESIDE}
    try:
        profile = Profile.model_validate(_prepared(fields))
    except ValidationError as error:
        raise _input_error(tree, pointer, error) from error
    return Document(
        profile,
        FORMAT,
        SourceMap(source.name, _segments(tree, value, pointer)),
        carries=carries_of(profile),
        now=now,
    )


def _prepared(value: Any) -> Any:  # noqa: ANN401  (JSON is that)
    """Leave out comments and what is empty, and take a bare year for the date that it is."""
    if isinstance(value, list):
        return [_prepared(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: str(item) if key in _DATES and type(item) is int else _prepared(item)
        for key, item in value.items()
        if item is not None and item != "" and not is_comment(key)
    }


def _day(tree: Tree, meta: object, pointer: str) -> date | None:
    told = meta.get("lastModified") if isinstance(meta, dict) else None
    if told is None:
        return None
    try:
        return date.fromisoformat(str(told)[:10])
    except ValueError as error:
        problem = f"should be a day, YYYY-MM-DD, not {kind_of(told)}"
        raise tree.error(
            child(pointer, "lastModified"), problem, "write it like 2026-11-24"
        ) from error


def carries_of(profile: Profile) -> Carries:
    """What a profile in our own model can be asked: what nobody gave is unknown, not missing."""
    given = profile.model_fields_set
    return Carries({f: why for f, why in _UNLESS_GIVEN.items() if f not in given})


def _segments(tree: Tree, value: object, root: str) -> dict[str, list[Segment]]:
    return {
        pointer.removeprefix(root): [Passage(tree.places, pointer, 0, length, 0)]
        for pointer, length in _pointers(value, root)
    }


def _pointers(value: object, pointer: str) -> Iterator[tuple[str, int]]:
    """Yield every pointer of a tree, with the length of the text there."""
    yield pointer, len(value) if isinstance(value, str) else 0
    items: list[tuple[str | int, object]] = []
    if isinstance(value, Mapping):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for key, item in items:
        yield from _pointers(item, child(pointer, key))


def _input_error(tree: Tree, root: str, error: "ValidationError") -> InputError:
    first = error.errors(include_url=False)[0]
    pointer = root
    for part in first["loc"]:
        pointer = child(pointer, part)
    kind = first["type"]
    if kind == "extra_forbidden":
        return _unknown_key(tree, pointer, first["loc"])
    if kind == "missing":
        return tree.error(pointer.rpartition("/")[0], f"has no {first['loc'][-1]}", "add it")
    expected = _EXPECTED.get(kind)
    if expected is None:
        return tree.error(pointer, f"is not right: {first['msg']}", "correct it")
    found = first["input"]
    is_short = isinstance(found, str) and len(found) < _LONG and found.isprintable()
    shown = f"“{found}”" if is_short else kind_of(found)
    return tree.error(pointer, f"should be {expected}, not {shown}", _advice(expected, found))


def _advice(expected: str, found: object) -> str:
    if expected == "a text" and isinstance(found, bool | int | float):
        return 'put it in quotes: "…"'
    if expected == "an object" and isinstance(found, str):
        return 'give its fields, such as {"name": "…"}'
    return f"write {expected} here"


def _unknown_key(tree: Tree, pointer: str, path: tuple[str | int, ...]) -> InputError:
    *parents, key = path
    known = list(_model_at(parents).model_fields)
    hint = did_you_mean(str(key).lower(), known)
    return tree.error(pointer, "is no field of a profile", hint)


def _model_at(path: Iterable[str | int]) -> type[Entry]:
    model: type[Entry] = Profile
    for part in path:
        if isinstance(part, str):
            annotation: Any = model.model_fields[part].annotation
            model = (get_args(annotation) or (annotation,))[0]
    return model
