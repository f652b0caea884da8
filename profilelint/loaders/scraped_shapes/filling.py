"""Fills a profile from a record by the table of its shape."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as attribute
from typing import Any, get_args
from urllib.parse import unquote

from profilelint.loaders.page.spans import is_duration
from profilelint.loaders.page.words import proficiency
from profilelint.loaders.resume.draft import Draft
from profilelint.loaders.scraped_shapes.dates import Said, is_nothing, read_period, read_value
from profilelint.loaders.scraped_shapes.lookup import (
    Place,
    find_all,
    fold_key,
    is_empty,
    items_of,
)
from profilelint.loaders.scraped_shapes.people import Person, type_of
from profilelint.loaders.scraped_shapes.tables import ListTable, Way
from profilelint.loaders.scraped_shapes.texts import (
    Part,
    count_in,
    parts_of,
    split_list,
    split_tail,
    strip_residue,
)
from profilelint.loaders.source import Deadline
from profilelint.loaders.structured.records import Text
from profilelint.profile import Entry, PartialDate, Profile

_ROOT = "https://www.linkedin.com/in/"
_ADDRESS = re.compile(r"linkedin\.com/(?:in|pub)/(?P<slug>[^/?#\s]+)", re.IGNORECASE)
_SLUG = re.compile(r"(?:/?in/)?(?P<slug>[^/?#\s@.:]{3,100})/?")
_LISTS_OF_TEXTS = frozenset({"groups", "causes", "company_follows"})
_DATES = frozenset({"start", "end", "date"})
_RESIDUE = "a button of the page, left out of the text"
_WORKPLACE = "profilelint has no field for where the work is done"
_SECOND_TEXT = "an entry has one text here, and another key held it"
_NO_DATE = "this is no date that profilelint can read"
_DEGREE_COMMA = re.compile(r",\s+")


class Filling:
    """The profile's plain data as it grows.

    Attributes:
        data: the profile's fields.
        seen: the pointers of the keys that were read.
        known: the targets that the record has a key for, be it an empty one.
        used: which key each field was read from.
    """

    def __init__(self, draft: Draft, person: Person, deadline: Deadline) -> None:
        self.data: dict[str, Any] = {}
        self.seen: set[str] = set()
        self.known: set[str] = set()
        self.used: dict[str, str] = {}
        self._draft = draft
        self._person = person
        self._shape = person.shape
        self._deadline = deadline
        self._roots = list(_roots(person))

    def fill(self) -> None:
        """Read the whole record."""
        pointer = self._person.pointer
        self._draft.anchor("", pointer)
        self._draft.anchor("/contact", pointer)
        for name, ways in self._shape.fields.items():
            self._single(name, ways)
        self.data["contact"] = {
            name: self._texts(f"contact.{name}", ways) for name, ways in self._shape.contact.items()
        }
        for name, table in self._shape.entries.items():
            self._list(name, table)

    # Single fields.

    def _single(self, name: str, ways: Sequence[Way]) -> None:
        at = f"/{name}"
        self._draft.anchor(at, self._person.pointer)
        if name in _LISTS_OF_TEXTS:
            self.data[name] = self._texts(name, ways)
        elif name == "public_url":
            self._public_url(ways)
        elif name == "connections_count":
            for value, pointer in self._values(name, self._roots, ways):
                count = count_in(value)
                if count is not None:
                    self.data[name] = count
                    self._draft.anchor(at, pointer)
                    self._use(name, pointer)
                    break
        elif text := self._text(name, at, self._roots, ways):
            self.data[name] = text

    def _public_url(self, ways: Sequence[Way]) -> None:
        for place in self._values("public_url", self._roots, ways):
            for part in parts_of(place):
                match = _ADDRESS.search(part.text) or _SLUG.fullmatch(part.text)
                if match is None:
                    continue
                slug = unquote(match["slug"])
                offset = match.start("slug") if slug == match["slug"] else None
                at = "/public_url"
                self._draft.put(at, Text(_ROOT, part.pointer), 0, None)
                self._draft.put(at, Text(slug, part.pointer), len(_ROOT), offset)
                self.data["public_url"] = _ROOT + slug
                self._use("public_url", part.pointer)
                return

    def _texts(self, target: str, ways: Sequence[Way]) -> tuple[str, ...]:
        at = "/" + target.replace(".", "/")
        found: list[str] = []
        for place in self._values(target, self._roots, ways):
            for part in parts_of(place):
                if part.text not in found:
                    self._draft.put(f"{at}/{len(found)}", part.as_text, 0, part.offset)
                    self._use(target, part.pointer)
                    found.append(part.text)
        return tuple(found)

    # Finding values.

    def _values(self, target: str, roots: Sequence[Place], ways: Sequence[Way]) -> Iterator[Place]:
        """Yield the values that say something, those of the best key first."""
        for way in ways:
            if isinstance(way, str):
                for value, pointer in find_all(roots, way):
                    self.known.add(target)
                    if not is_empty(value):
                        yield value, pointer
                        if not self._shape.is_general:
                            self.seen.add(pointer)

    def _text(
        self, target: str, at: str, roots: Sequence[Place], ways: Sequence[Way]
    ) -> str | None:
        found: str | None = None
        for way in ways:
            if isinstance(way, dict):
                continue
            for parts in self._parts(target, roots, way):
                if found is None:
                    found = self._put(target, at, parts, " " if target == "name" else ", ")
                elif target.endswith(".description") and parts[0].text not in found:
                    self._draft.leave(parts[0].text, parts[0].pointer, _SECOND_TEXT)
                    self.seen.add(parts[0].pointer)
                self._also_read(parts, found)
        return found

    def _parts(self, target: str, roots: Sequence[Place], way: str | list[str]) -> list[list[Part]]:
        """The texts at a path, each a candidate; or the one that several paths make together."""
        if isinstance(way, str):
            return [
                parts for place in self._values(target, roots, [way]) if (parts := parts_of(place))
            ]
        joined: list[Part] = []
        for path in way:
            found = self._parts(target, roots, path)
            if found and not (joined and _ends_with(joined[-1].text, found[0][0].text)):
                joined.extend(found[0][:1])
        return [joined] if joined else []

    def _also_read(self, parts: Sequence[Part], found: str | None) -> None:
        for part in parts:
            if not self._shape.is_general or part.text == found:
                self.seen.add(part.pointer)

    def _put(self, target: str, at: str, parts: Sequence[Part], joiner: str) -> str | None:
        text = ""
        for part in parts:
            clean, residue = strip_residue(part)
            if residue:
                self._draft.leave(residue, part.pointer, _RESIDUE)
            if not clean.text:
                continue
            text += joiner if text else ""
            text += self._draft.put(at, clean.as_text, len(text), clean.offset)
            self._use(target, part.pointer)
        return text or None

    def _use(self, target: str, pointer: str) -> None:
        self.seen.add(pointer)
        self.used.setdefault(target, pointer.removeprefix(self._person.pointer))

    # Lists.

    def _list(self, name: str, table: ListTable) -> None:
        self._draft.anchor(f"/{name}", self._person.pointer)
        built: list[dict[str, Any]] = []
        for place, employer in self._records(name, table):
            self._deadline.check()
            at = f"/{name}/{len(built)}"
            entry = self._entry(name, at, place, table, employer)
            if entry is not None:
                self._draft.anchor(at, place[1])
                built.append(entry)
        self.data[name] = built

    def _records(self, name: str, table: ListTable) -> Iterator[tuple[Place, Place | None]]:
        for record in self._items(name, table):
            roles = [
                item
                for key in table.nested
                for value, pointer in find_all([record], key)
                for item in items_of(value, pointer)
                if isinstance(value, list) and isinstance(item[0], Mapping)
            ]
            if roles:
                yield from ((role, record) for role in roles)
            else:
                yield record, None

    def _items(self, name: str, table: ListTable) -> list[Place]:
        if table.kind is not None:
            found = [(item, at) for item, at in self._person.beside if type_of(item) == table.kind]
            if any(type_of(item) == "Profile" for item, _ in self._person.beside):
                self.known.add(name)
            return [(item, at) for item, at in found]
        return self._listed(name, table)

    def _listed(self, name: str, table: ListTable) -> list[Place]:
        found: list[Place] = []
        for path in table.source:
            for value, pointer in find_all(self._roots, path):
                self.known.add(name)
                if is_empty(value):
                    continue
                if found:
                    # A second list of a known tool says the same in fewer words.
                    if not self._shape.is_general:
                        self.seen.add(pointer)
                elif isinstance(value, str) and name in {"skills", "languages"}:
                    found = [(part, pointer) for part in split_list(Part(value, pointer, 0))]
                    self._use(name, pointer)
                elif found := items_of(value, pointer):
                    self._use(name, pointer)
        return found

    def _entry(
        self, name: str, at: str, place: Place, table: ListTable, employer: Place | None
    ) -> dict[str, Any] | None:
        value, pointer = place
        if isinstance(value, str):
            value = next(iter(parts_of(place)), None)
        if isinstance(value, Part):
            return self._bare(name, at, value)
        if not isinstance(value, Mapping):
            return None
        draft = _Draft(name, at, (value, pointer), table)
        self._entry_fields(draft, employer)
        self._dates(draft)
        required = [field for field, needed in draft.fields.items() if needed]
        if any(field not in draft.values for field in required) or not any(draft.values.values()):
            if not is_empty(value):
                self._draft.leave(dict(value), pointer, "it has no name")
                self.seen.add(pointer)
            return None
        return draft.values

    def _bare(self, name: str, at: str, part: Part) -> dict[str, Any] | None:
        """A text in place of an entry: its name, where an entry of the kind has one."""
        self.seen.add(part.pointer)
        if not _fields_of(name).get("name"):
            self._draft.leave(part.text, part.pointer, "it is not told what this text is")
            return None
        self._draft.put(f"{at}/name", part.as_text, 0, part.offset)
        return {"name": part.text}

    def _entry_fields(self, draft: "_Draft", employer: Place | None) -> None:
        ways = draft.table.ways
        for field in ways:
            if field in draft.fields and field not in _DATES and field != "current":
                self._field(draft, field, ways[field])
        if employer is not None and "company" not in draft.values:
            at_employer = replace(draft, record=employer)
            self._field(at_employer, "company", [*ways.get("company", ()), "title"])
        if "degree_line" in ways and "degree" not in draft.values:
            self._degree_line(draft, ways["degree_line"])

    def _field(self, draft: "_Draft", field: str, ways: Sequence[Way]) -> None:
        target, roots = f"{draft.name}.{field}", [draft.record]
        if field not in {"company", "location", "proficiency"}:
            if text := self._text(target, f"{draft.at}/{field}", roots, ways):
                draft.values[field] = text
            return
        # These may say two things, or say it in another way.
        found = [
            parts
            for way in ways
            if not isinstance(way, dict)
            for parts in self._parts(target, roots, way)
        ]
        if found:
            parts = [self._own_part(draft, field, found[0][0]), *found[0][1:]]
            if text := self._put(target, f"{draft.at}/{field}", parts, ", "):
                draft.values[field] = text

    def _own_part(self, draft: "_Draft", field: str, part: Part) -> Part:
        if field == "proficiency":
            level = proficiency(part.text)
            return part if level in {None, part.text} else Part(level or "", part.pointer, None)
        if field == "location":
            head, place = split_tail(part, "workplace")
            if place is not None:
                self._draft.leave(place.text, place.pointer, _WORKPLACE)
            return head
        head, kind = split_tail(part, "employment")
        if kind is not None and "employment_type" in draft.fields:
            self._draft.put(f"{draft.at}/employment_type", kind.as_text, 0, kind.offset)
            draft.values["employment_type"] = kind.text
            self.known.add(f"{draft.name}.employment_type")
        return head

    def _degree_line(self, draft: "_Draft", ways: Sequence[Way]) -> None:
        """Split ``Bachelor of Science, Physics``, as the page has it, at its first comma."""
        target = f"{draft.name}.degree"
        self.known.add(f"{draft.name}.field")
        for place in self._values(target, [draft.record], ways):
            for part in parts_of(place)[:1]:
                comma = None if "field" in draft.values else _DEGREE_COMMA.search(part.text)
                stop = comma.start() if comma else len(part.text)
                degree = self._put(target, f"{draft.at}/degree", [part.cut(0, stop)], "")
                draft.values["degree"] = degree
                if comma:
                    field = part.cut(comma.end(), len(part.text))
                    at = f"{draft.at}/field"
                    draft.values["field"] = self._put(f"{draft.name}.field", at, [field], "")
                return

    # Dates.

    def _dates(self, draft: "_Draft") -> None:
        said: dict[str, Said] = {}
        for field in ("start", "end", "date"):
            if field in draft.fields and field in draft.table.ways:
                found = self._date(draft, field)
                if found is not None:
                    said[field] = found
        if not said and "dates" in draft.table.ways:
            said = self._period(draft)
        for field, value in said.items():
            if value.date is not None:
                draft.values[field] = value.date
        if draft.table.padded:
            _unpad(draft.values)
        if "current" in draft.fields:
            self._current(draft, said)

    def _current(self, draft: "_Draft", said: Mapping[str, Said]) -> None:
        entry = draft.values
        anything = any(entry.values())
        current = ("start" in entry and "end" not in said) or said.get("end", Said()).present
        ways = draft.table.ways.get("current", [])
        for value, pointer in self._values(f"{draft.name}.current", [draft.record], ways):
            if isinstance(value, bool):
                current = value
                self._draft.anchor(f"{draft.at}/current", pointer)
                self.seen.add(pointer)
                break
        if anything:
            entry["current"] = current

    def _date(self, draft: "_Draft", field: str) -> Said | None:
        target = f"{draft.name}.{field}"
        for value, pointer in self._date_values(target, draft.record, draft.table.ways[field]):
            self._draft.anchor(f"{draft.at}/{field}", pointer)
            if is_nothing(value):
                continue
            self._use(target, pointer)
            found = read_value(value)
            if found.readable:
                return found
            period = read_period(value)
            if period is not None:
                return period[0] if field != "end" else period[1]
            self._draft.leave(value, pointer, _NO_DATE)
            return found
        return None

    def _date_values(self, target: str, record: Place, ways: Sequence[Way]) -> Iterator[Place]:
        for way in ways:
            if isinstance(way, str):
                yield from self._values(target, [record], [way])
            elif isinstance(way, dict):
                parts = {}
                pointer = record[1]
                for part, path in way.items():
                    for value, where in self._values(target, [record], [path]):
                        parts[part] = value
                        self.seen.add(where)
                        pointer = where if part == "year" else pointer
                if "year" in parts:
                    yield parts, pointer

    def _period(self, draft: "_Draft") -> dict[str, Said]:
        target = f"{draft.name}.dates"
        unread: list[Place] = []
        for value, pointer in self._values(target, [draft.record], draft.table.ways["dates"]):
            self.seen.add(pointer)
            period = read_period(value)
            if period is None:
                if not (isinstance(value, str) and is_duration(value)):
                    unread.append((value, pointer))
                continue
            self._use(target, pointer)
            found = _bounds(*period, graduates=draft.name == "education")
            for field in found:
                self._draft.anchor(f"{draft.at}/{field}", pointer)
            return {field: said for field, said in found.items() if field in draft.fields}
        for value, pointer in unread[:1]:
            self._draft.leave(value, pointer, _NO_DATE)
        return {}


@dataclass(frozen=True, slots=True)
class _Draft:
    """One entry as it is filled in from one record."""

    name: str
    at: str
    record: Place
    table: ListTable
    values: dict[str, Any] = attribute(default_factory=dict)

    @property
    def fields(self) -> Mapping[str, bool]:
        return _fields_of(self.name)


def _bounds(start: Said, end: Said, single: bool, *, graduates: bool) -> dict[str, Said]:
    """Where the dates of a period go; one alone is when something was finished, or begun."""
    if single:
        # An end that says nothing: it is not known to go on.
        return {"end": start} if graduates else {"start": start, "end": Said()}
    return {"start": start, "end": end} if end.readable else {"start": start}


def _roots(person: Person) -> Iterator[Place]:
    yield person.value, person.pointer
    from profilelint.loaders.structured.tree import child

    for key, part in person.value.items():
        if fold_key(key) in person.shape.within and isinstance(part, Mapping):
            yield part, child(person.pointer, key)


def _ends_with(text: str, part: str) -> bool:
    return text.casefold().endswith(part.casefold())


def _fields_of(name: str) -> Mapping[str, bool]:
    """The fields of a list's entries, and whether each is required."""
    if name not in _FIELDS:
        model = next(
            found
            for found in get_args(Profile.model_fields[name].annotation)
            if isinstance(found, type) and issubclass(found, Entry)
        )
        _FIELDS[name] = {key: info.is_required() for key, info in model.model_fields.items()}
    return _FIELDS[name]


_FIELDS: dict[str, Mapping[str, bool]] = {}


def _unpad(entry: dict[str, Any]) -> None:
    """Take January for padding where all dates of an entry are in it."""
    dates = [entry[field] for field in _DATES if field in entry]
    if dates and all(date.month == 1 for date in dates):
        for field in _DATES.intersection(entry):
            entry[field] = PartialDate(entry[field].year)
