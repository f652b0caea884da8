"""Loads the tables of the shapes, and tells by its keys which one a record has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from profilelint.loaders.scraped_shapes.lookup import find_all, fold_key

_FOLDER = Path(__file__).parent
_GENERAL = "general"
_NORMALISED = "voyager_normalised"
# The most particular first.
_EXACT = (
    *("voyager_view", "people_data_labs", "proxycurl", "page_scraper"),
    *("apify_supreme", "tomquirk", "harvestapi", "rapidapi"),
)
_TELLING = ("headline", "about", "positions", "education")

Way = str | list[str] | dict[str, str]
"""Where a value may stand: a path, paths whose texts are joined, or the parts of a date."""


@dataclass(frozen=True, slots=True)
class ListTable:
    """How the entries of one list are written.

    Attributes:
        source: paths of the list, best first.
        kind: the end of the entries' ``$type``, where they lie beside the profile.
        nested: keys of the several roles within one entry.
        ways: for each field of an entry, and for ``dates`` and ``degree_line``, where it stands.
        omits: fields whose key is left out where there is nothing to say.
        padded: a date in January only says the year.
    """

    source: tuple[str, ...] = ()
    kind: str | None = None
    nested: tuple[str, ...] = ()
    ways: Mapping[str, list[Way]] = field(default_factory=dict)
    omits: frozenset[str] = frozenset()
    padded: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """The table of one shape.

    Attributes:
        name: of the table.
        title: what the user knows the tool as.
        detect: a record has this shape when it has all keys of any one of these.
        fields: for each single field of the profile, where it stands.
        contact: the same for the lists of the contact info.
        entries: the lists of the profile.
        omits: single fields whose key is left out where there is nothing to say.
        within: keys of objects whose fields count as the record's own.
        casing: why the case of letters says nothing, where it does not.
        only_top: a key that holds the first skills only.
        not_all_skills: why the list of skills may not be whole.
    """

    name: str
    title: str
    detect: tuple[tuple[str, ...], ...]
    fields: Mapping[str, list[Way]]
    contact: Mapping[str, list[Way]]
    entries: Mapping[str, ListTable]
    omits: frozenset[str]
    within: tuple[str, ...]
    casing: str | None
    only_top: str | None
    not_all_skills: str | None

    @property
    def is_general(self) -> bool:
        """Whether this is the mapping for records of no known shape."""
        return self.name == _GENERAL


@cache
def shape(name: str) -> Shape:
    """Load one table."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with (_FOLDER / f"{name}.yaml").open(encoding="utf-8") as stream:
        table: dict[str, Any] = yaml.load(stream, Loader=loader)  # noqa: S506  (both are safe)
    return Shape(
        name=name,
        title=table["title"],
        detect=tuple(tuple(keys) for keys in table["detect"]),
        fields=table["fields"],
        contact=table.get("contact", {}),
        entries={key: _list_table(entry) for key, entry in table["entries"].items()},
        omits=frozenset(table.get("omits", ())),
        within=tuple(fold_key(key) for key in table.get("within", ())),
        casing=table.get("casing"),
        only_top=table.get("only-top-skills"),
        not_all_skills=table.get("skills-all"),
    )


def _list_table(entry: dict[str, Any]) -> ListTable:
    own = {"from", "type", "nested", "omits", "padded"}
    return ListTable(
        source=tuple(entry.get("from", ())),
        kind=entry.get("type"),
        nested=tuple(entry.get("nested", ())),
        ways={key: ways for key, ways in entry.items() if key not in own} or {"name": ["name"]},
        omits=frozenset(entry.get("omits", ())),
        padded=entry.get("padded", False),
    )


def normalised() -> Shape:
    """The table of LinkedIn's normalised JSON, whose parts lie side by side."""
    return shape(_NORMALISED)


def exact_shape(value: Mapping[str, Any]) -> Shape | None:
    """The shape that a record has, if it is a known one."""
    for name in _EXACT:
        found = shape(name)
        for keys in found.detect:
            if all(_has(value, key) for key in keys):
                return found
    return None


def _has(value: Mapping[str, Any], path: str) -> bool:
    *_, last = path.split(".")
    return any(True for _ in find_all([(value, "")], path)) or (
        "." not in path and any(fold_key(key) == fold_key(last) for key in value)
    )


def general_shape(value: Mapping[str, Any]) -> Shape | None:
    """The general mapping, if enough of the keys have a place in it."""
    found = shape(_GENERAL)
    keys = {fold_key(key) for key in value}
    for key, part in value.items():
        if fold_key(key) in found.within and isinstance(part, Mapping):
            keys.update(fold_key(name) for name in part)
    return found if is_enough(keys) else None


def is_enough(keys: set[str]) -> bool:
    """Whether folded keys are likely those of a person's profile."""
    matched = {name for name, known in _known_keys().items() if known & keys}
    telling = matched.intersection(_TELLING)
    if "name" in matched:
        return len(telling) >= 2 or (bool(telling) and len(matched) >= 4)
    return len(telling) >= 2 and len(matched) >= 4


@cache
def _known_keys() -> dict[str, frozenset[str]]:
    """For each part of the profile the folded keys that the general mapping knows it by."""
    table = shape(_GENERAL)
    known: dict[str, frozenset[str]] = {}
    for name in ("name", "headline", "about", "location", "public_url"):
        known[name] = frozenset(
            fold_key(path.split(".")[0])
            for way in table.fields[name]
            for path in (way if isinstance(way, list) else [way])
            if isinstance(path, str)
        )
    for name in ("positions", "education", "skills", "languages", "certifications"):
        known[name] = frozenset(fold_key(path.split(".")[0]) for path in table.entries[name].source)
    return known
