"""Loads the JSON export of Reactive Resume (https://rxresu.me), versions 3 to 5.

The file is brought into the form of JSON Resume and then read as such; every value keeps the
pointer it came from. Decisions:

- Hidden items and sections are no part of what the member shows: they are kept aside.
- Texts are HTML in versions 4 and 5, and Markdown in version 3.
- A period is free text: two dates, or a date and a word for the present. A single date is a role
  that began and ended then, and for an education the end.
- Layout, colours, icons and the numbers behind level bars say nothing about the member.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from profilelint.document import Document
from profilelint.loaders.markup import from_html, plain
from profilelint.loaders.resume.deviations import LeftOver
from profilelint.loaders.resume.document import read_document, timed
from profilelint.loaders.resume.loose_dates import is_present, read_date
from profilelint.loaders.source import Source
from profilelint.loaders.structured.records import Record
from profilelint.loaders.structured.tree import Tree, child, read_tree, top_keys

FORMAT = "reactive-resume"

_HIDDEN = "it is hidden in this resume"
_NO_PLACE = "LinkedIn has no place for this"
_NO_DATE = "this is no period that profilelint can read; write Mar 2020 - Present"
_SUMMARY = ("summary", "description")
_PERIOD = ("date", "period")
# The key in JSON Resume, and those that the versions have for it.
_Keys = Mapping[str, tuple[str, ...]]
_SECTIONS: Mapping[str, tuple[tuple[str, ...], _Keys]] = {
    "work": (
        ("experience", "work"),
        {"name": ("company", "name"), "position": ("position",), "location": ("location",)}
        | {"summary": _SUMMARY},
    ),
    "education": (
        ("education",),
        {"institution": ("institution", "school"), "studyType": ("studyType", "degree")}
        | {"area": ("area",), "summary": _SUMMARY, "courses": ("courses",)}
        | {"score": ("score", "grade")},
    ),
    "volunteer": (
        ("volunteer",),
        {"organization": ("organization",), "position": ("position",), "summary": _SUMMARY},
    ),
    "awards": (
        ("awards",),
        {"title": ("title",), "awarder": ("awarder",), "date": ("date",), "summary": _SUMMARY},
    ),
    "certificates": (
        ("certifications",),
        {"name": ("name", "title"), "issuer": ("issuer",), "date": ("date",)},
    ),
    "publications": (
        ("publications",),
        {"name": ("name", "title"), "publisher": ("publisher",), "releaseDate": ("date",)}
        | {"summary": _SUMMARY},
    ),
    "projects": (
        ("projects",),
        {"name": ("name",), "description": _SUMMARY, "keywords": ("keywords",)},
    ),
    "skills": (
        ("skills",),
        {"name": ("name",), "keywords": ("keywords",)}
        | {"level": ("proficiency", "description", "level")},
    ),
    "languages": (
        ("languages",),
        {"language": ("language", "name"), "fluency": ("fluency", "description", "level")},
    ),
    "references": (("references",), {"name": ("name",), "reference": _SUMMARY}),
    "interests": (("interests",), {"name": ("name",), "keywords": ("keywords",)}),
    "profiles": (("profiles",), {"network": ("network",), "username": ("username",)}),
}
_BY_NAME = {name: key for key, (names, _) in _SECTIONS.items() for name in names}
_WITH_PERIOD = frozenset({"work", "education", "volunteer", "projects"})
_WITH_ADDRESS = frozenset({"publications", "projects", "certificates", "profiles"})
_ADDRESS_KEYS = ("url", "website", "href")
_SAY_NOTHING = frozenset(
    {"id", "visible", "hidden", "icon", "iconColor", "columns", "options", "separateLinks"}
)
_BASICS = {
    "name": ("name",),
    "label": ("headline",),
    "email": ("email",),
    "phone": ("phone",),
    "location": ("location",),
}
_LACKING = {
    3: {"positions.location": "version 3 of Reactive Resume has no place in a role"},
    5: {"volunteering.title": "version 5 of Reactive Resume has no title of an unpaid role"},
}
_SEPARATORS = (" – ", " — ", " - ", " to ", "–", "—", "-")


def sniff(source: Source) -> bool:
    """Whether the content looks like Reactive Resume: ``basics`` beside ``sections``."""
    if not {"basics", "sections"} <= top_keys(source):
        return False
    return source.tree is None or isinstance(source.tree.get("sections"), Mapping)


def load(source: Source) -> Document:
    """Read the export.

    Raises:
        InputError: it is no JSON or YAML, or a value in it is of the wrong type.
    """
    tree = read_tree(source)
    value, pointer = tree.one_object()
    rewritten = _Rewritten()
    resume = _Rewriter(rewritten).resume(value, pointer)
    version = _version(value)
    read_text = timed(source, plain if version == 3 else from_html)
    tree = Tree(resume, tree.places, read_text, rewritten.moved)
    return read_document(
        Record(tree, resume, pointer),
        FORMAT,
        rewritten.left,
        now=_day(value.get("updatedAt")),
        called="Reactive Resume",
        lacking=_LACKING.get(version),
    )


def _version(value: Mapping[str, Any]) -> int:
    basics, sections = value.get("basics"), value.get("sections")
    if isinstance(basics, dict) and ("photo" in basics or "birthdate" in basics):
        return 3
    if isinstance(sections, dict) and "work" in sections:
        return 3
    return 5 if "customSections" in value or isinstance(value.get("summary"), dict) else 4


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if isinstance(text, str) else None
    except ValueError:
        return None


@dataclass(slots=True)
class _Rewritten:
    moved: dict[str, str] = field(default_factory=dict)
    left: list[LeftOver] = field(default_factory=list)


@dataclass(slots=True)
class _Item:
    """One object of the source, and what becomes of it."""

    value: Mapping[str, Any]
    pointer: str
    out: dict[str, Any] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)


class _Rewriter:
    def __init__(self, rewritten: _Rewritten) -> None:
        self._moved = rewritten.moved
        self._left = rewritten.left

    def resume(self, value: Mapping[str, Any], pointer: str) -> dict[str, Any]:
        out: dict[str, Any] = {}
        sections = value.get("sections")
        if isinstance(sections, dict):
            self._sections(out, sections, pointer)
        self._custom_sections(out, value.get("customSections"), pointer)
        basics = value.get("basics")
        if isinstance(basics, dict):
            out["basics"] = self._basics(value, basics, pointer)
            profiles = out.pop("profiles", None)
            if profiles is not None and "profiles" not in out["basics"]:
                out["basics"]["profiles"] = profiles
                home = child(pointer, "profiles")
                at = child(child(pointer, "basics"), "profiles")
                self._moved[at] = self._moved.get(home, home)
        else:
            out["basics"] = basics
        return out

    def _basics(
        self, value: Mapping[str, Any], basics: Mapping[str, Any], pointer: str
    ) -> dict[str, Any]:
        item = _Item(basics, child(pointer, "basics"))
        self._fill(item, _BASICS)
        self._address(item, "url")
        self._picture(item, value, pointer)
        self._about(item, value, pointer)
        fields = basics.get("customFields")
        if isinstance(fields, list):
            item.read.add("customFields")
            for index, one in enumerate(fields):
                at = child(child(item.pointer, "customFields"), index)
                if isinstance(one, dict):
                    self._rest(_Item(one, at))
        profiles = basics.get("profiles")
        if profiles:
            item.read.add("profiles")
            at = child(item.pointer, "profiles")
            item.out["profiles"] = self._items("profiles", profiles, at, hidden=False)
        self._rest(item)
        return item.out

    def _picture(self, item: _Item, value: Mapping[str, Any], pointer: str) -> None:
        for key, owner, at in (
            ("picture", item.value, item.pointer),
            ("photo", item.value, item.pointer),
            ("picture", value, pointer),
        ):
            picture = owner.get(key)
            if not isinstance(picture, dict):
                continue
            item.read.add(key)
            url, home = picture.get("url"), child(child(at, key), "url")
            effects = picture.get("effects")
            if not _says_something(url):
                continue
            if _is_hidden(picture) or (isinstance(effects, dict) and _is_hidden(effects)):
                self._left.append(LeftOver(url, home, _HIDDEN))
            else:
                self._put(item, "image", url, home)

    def _about(self, item: _Item, value: Mapping[str, Any], pointer: str) -> None:
        sections = value.get("sections")
        places = (
            (item.value, "summary", item.pointer),  # version 3: a text
            (sections, "summary", child(pointer, "sections")),
            (value, "summary", pointer),
        )
        for owner, key, at in places:
            found = owner.get(key) if isinstance(owner, dict) else None
            home = child(at, key)
            if owner is item.value:
                item.read.add(key)
            if isinstance(found, dict):
                hidden, found, home = (
                    _is_hidden(found),
                    found.get("content"),
                    child(home, "content"),
                )
                if hidden and _says_something(found):
                    self._left.append(LeftOver(found, home, _HIDDEN))
                    continue
            if _says_something(found) and "summary" not in item.out:
                self._put(item, "summary", found, home)

    def _sections(self, out: dict[str, Any], sections: Mapping[str, Any], pointer: str) -> None:
        for name, section in sections.items():
            at = child(child(pointer, "sections"), name)
            if name == "summary" or not isinstance(section, dict):
                continue
            if name == "custom" and "items" not in section:  # version 4: by their ids
                for key, one in section.items():
                    self._leave_section(one, child(at, key))
            elif name in _BY_NAME:
                self._section(out, _BY_NAME[name], section, pointer, at)
            else:
                self._leave_section(section, at)

    def _custom_sections(self, out: dict[str, Any], sections: object, pointer: str) -> None:
        for index, section in enumerate(sections if isinstance(sections, list) else []):
            at = child(child(pointer, "customSections"), index)
            key = _BY_NAME.get(str(section.get("type"))) if isinstance(section, dict) else None
            if key is None:
                self._leave_section(section, at)
            else:
                self._section(out, key, section, pointer, at)

    def _section(
        self, out: dict[str, Any], key: str, section: Mapping[str, Any], pointer: str, at: str
    ) -> None:
        home = child(at, "items")
        items = self._items(key, section.get("items"), home, hidden=_is_hidden(section))
        at = child(pointer, key)
        if not out.get(key) or not isinstance(items, list):
            out[key] = items
            self._moved[at] = home
            return
        first = self._moved[at]
        for index, _ in enumerate(items):
            item = child(home, index)
            self._moved[child(first, len(out[key]) + index)] = self._moved.get(item, item)
        out[key] = [*out[key], *items]

    def _items(self, key: str, items: object, pointer: str, *, hidden: bool) -> object:
        if not isinstance(items, list):
            return items
        kept: list[object] = []
        for index, value in enumerate(items):
            at = child(pointer, index)
            if hidden or (isinstance(value, dict) and _is_hidden(value)):
                self._left.append(LeftOver(value, at, _HIDDEN))
                continue
            if index != len(kept):
                self._moved[child(pointer, len(kept))] = at
            kept.append(self._item(key, value, at) if isinstance(value, dict) else value)
        return kept

    def _item(self, key: str, value: Mapping[str, Any], pointer: str) -> dict[str, Any]:
        item = _Item(value, pointer)
        roles = value.get("roles")
        if key == "work" and isinstance(roles, list) and roles:
            self._roles(item, roles)
        self._fill(item, _SECTIONS[key][1])
        if key in _WITH_PERIOD:
            self._period(item, is_education=key == "education")
        if key in _WITH_ADDRESS:
            self._address(item, "url")
        self._rest(item)
        return item.out

    def _roles(self, item: _Item, roles: list[Any]) -> None:
        """Version 5 groups several roles at one company."""
        home = child(item.pointer, "roles")
        item.read.update({"roles", "position", *_PERIOD})
        self._put(item, "positions", self._items("work", roles, home, hidden=False), home)
        place = item.value.get("location")
        for index, role in enumerate(item.out["positions"]):
            if isinstance(role, dict) and _says_something(place) and "location" not in role:
                item.read.add("location")
                role["location"] = place
                at = self._moved.get(child(home, index), child(home, index))
                self._moved[child(at, "location")] = child(item.pointer, "location")

    def _fill(self, item: _Item, keys: _Keys) -> None:
        for key, sources in keys.items():
            found = next((one for one in sources if _says_something(item.value.get(one))), None)
            if found is not None and found not in item.read:
                item.read.add(found)
                self._put(item, key, item.value[found], child(item.pointer, found))

    def _period(self, item: _Item, *, is_education: bool) -> None:
        key = next((key for key in _PERIOD if _says_something(item.value.get(key))), None)
        if key is None or key in item.read:
            return
        item.read.add(key)
        value, at = item.value[key], child(item.pointer, key)
        if isinstance(value, dict):  # version 3
            for end, name in (("start", "startDate"), ("end", "endDate")):
                if _says_something(value.get(end)):
                    self._put(item, name, value[end], child(at, end))
            return
        period = _read_period(value) if isinstance(value, str) else None
        if period is None:
            self._left.append(LeftOver(value, at, _NO_DATE))
            return
        start, end = period
        if start is not None or not is_education:
            self._put(item, "startDate", start or end, at)
        self._put(item, "endDate", end, at)

    def _address(self, item: _Item, key: str) -> None:
        for name in _ADDRESS_KEYS:
            value, at = item.value.get(name), child(item.pointer, name)
            if isinstance(value, dict):
                inner = next((k for k in ("url", "href") if _says_something(value.get(k))), None)
                item.read.add(name)
                self._rest(_Item(value, at, read={inner or ""}))
                value, at = (None, at) if inner is None else (value[inner], child(at, inner))
            if _says_something(value) and key not in item.out:
                item.read.add(name)
                self._put(item, key, value, at)

    def _put(self, item: _Item, key: str, value: object, home: str) -> None:
        item.out[key] = value
        if child(item.pointer, key) != home:
            self._moved[child(item.pointer, key)] = home

    def _rest(self, item: _Item) -> None:
        for key, value, at in _said(item.value, item.pointer):
            if key not in item.read and key not in _SAY_NOTHING:
                self._left.append(LeftOver(value, at, _NO_PLACE))

    def _leave_section(self, section: object, pointer: str) -> None:
        items = section.get("items") if isinstance(section, dict) else None
        for index, value in enumerate(items if isinstance(items, list) else []):
            if value:
                at = child(child(pointer, "items"), index)
                self._left.append(LeftOver(value, at, "LinkedIn has no such section"))


def _said(value: Mapping[str, Any], pointer: str) -> Iterator[tuple[str, Any, str]]:
    """Yield what a reader would see of an object; an address may be wrapped in one of its own."""
    for key, item in value.items():
        at = child(pointer, key)
        if isinstance(item, dict):
            for inner, text, home in _said(item, at):
                if inner not in _SAY_NOTHING:
                    yield key, text, home
        elif isinstance(item, list):
            if item:
                yield key, item, at
        elif isinstance(item, str) and _says_something(item):
            yield key, item, at


def _says_something(value: object) -> bool:
    if isinstance(value, str):
        # An editor leaves <p></p> where nothing was written.
        return len(value) > 200 or bool(from_html(value).text.strip())
    # A number is the length of a bar.
    return isinstance(value, dict | list) and bool(value)


def _is_hidden(value: Mapping[str, Any]) -> bool:
    return value.get("visible") is False or value.get("hidden") is True


def _read_period(text: str) -> tuple[str | None, str] | None:
    """Take a period apart: its start, if it has one, and its end.

    >>> _read_period("Aug 2020 - Present"), _read_period("2011–2015"), _read_period("2015")
    (('Aug 2020', 'Present'), ('2011', '2015'), (None, '2015'))
    """
    said = " ".join(text.split())
    if read_date(said) is not None:
        return None, said
    for separator in _SEPARATORS:
        start, found, end = said.partition(separator)
        start, end = start.strip(), end.strip()
        if not found or read_date(start) is None:
            continue
        if read_date(end) is not None:
            return start, end
        # A word without a number is one for the present, in whatever language.
        if is_present(end) or not re.search(r"\d", end):
            return start, "Present"
    return None
