"""Brings what people write into a JSON Resume against its schema into the form of the schema.

Measured on public files: texts in several languages, keys padded with spaces, lists under other
names, and addresses as objects. Each value that moves keeps the pointer it came from.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from profilelint.loaders.structured.nodes import is_comment
from profilelint.loaders.structured.tree import child

# ISO 639-1: the languages of LinkedIn's interface and others that profiles are written in.
_LANGUAGES = frozenset(
    re.findall(
        r"\w+",
        """
    ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka
    kk ko lt lv mk ml mr ms nb nl nn no pa pl pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz
    vi zh
""",
    )
)
_TAG = r"(?P<tag>[a-z]{2})(?:[-_][A-Za-z]{2,4})?"
_IS_TAG = re.compile(_TAG)
_BEFORE = re.compile(rf"{_TAG}_(?P<key>[A-Za-z]{{3,}})")
_BEHIND = re.compile(rf"(?P<key>[A-Za-z]{{3,}})[_-]{_TAG}")
_LOCALISED = frozenset(
    re.findall(
        r"\w+",
        """
    name label summary description position title location highlights institution area studyType
    courses organization awarder publisher issuer reference language fluency keywords level
    basics work education volunteer awards certificates publications skills languages interests
    references projects city region address
""",
    )
)
_LISTS = {
    "works": "work",
    "experience": "work",
    "experiences": "work",
    "internship": "work",
    "internships": "work",
    "volunteering": "volunteer",
    "certifications": "certificates",
}
_ADDRESSES = frozenset({"url", "website", "image", "picture"})
_ADDRESS_KEYS = ("url", "href", "src", "link", "path")
_ONLY_ADDRESS = "a LinkedIn profile has the address of this, and nothing beside it"


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A value that was passed over, its pointer in the source, and why."""

    value: object
    pointer: str
    reason: str


@dataclass(slots=True)
class Normal:
    """A resume in the schema's form.

    Attributes:
        value: the resume.
        moved: for each pointer of a value that moved the one that it came from.
        left: what was passed over.
    """

    value: Any = None
    moved: dict[str, str] = field(default_factory=dict)
    left: list[LeftOver] = field(default_factory=list)


def normalise(resume: Mapping[str, Any], pointer: str) -> Normal:
    """Bring a resume into the form of the schema; ``pointer`` is where it stands in its file."""
    result = Normal()
    result.value = _Pass(result, _main_language(resume)).top(resume, pointer)
    return result


class _Pass:
    def __init__(self, result: Normal, language: str | None) -> None:
        self._result = result
        self._language = language

    def top(self, resume: Mapping[str, Any], pointer: str) -> dict[str, Any]:
        value = self._object(resume, pointer)
        for other, name in _LISTS.items():
            found = value.get(other)
            if not isinstance(found, list) or not found:
                continue
            del value[other]
            home, there = child(pointer, name), self._home(pointer, other)
            if not value.get(name):
                value[name] = found
                self._result.moved[home] = there
            elif isinstance(value[name], list):
                # Items that come behind those of another list keep their own pointers.
                first = self._result.moved.get(home, home)
                for index, _ in enumerate(found):
                    item = child(there, index)
                    at = child(first, len(value[name]) + index)
                    self._result.moved[at] = self._result.moved.get(item, item)
                value[name] = [*value[name], *found]
            else:
                value[other] = found
        return value

    def _home(self, pointer: str, key: str) -> str:
        here = child(pointer, key)
        return self._result.moved.get(here, here)

    def _any(self, value: object, pointer: str) -> object:
        if isinstance(value, list):
            return [self._item(item, child(pointer, index)) for index, item in enumerate(value)]
        return self._object(value, pointer) if isinstance(value, dict) else value

    def _item(self, item: object, pointer: str) -> object:
        said, home = self._in_language(item, pointer)
        if home != pointer:
            self._result.moved[pointer] = home
        return self._any(said, home)

    def _object(self, value: Mapping[str, Any], pointer: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, item, here in self._keys(value, pointer):
            said, home = self._in_language(item, here)
            if key in _ADDRESSES and isinstance(said, dict):
                said, home = self._address(said, home)
            if home != child(pointer, key):
                self._result.moved[child(pointer, key)] = home
            found[key] = self._any(said, home)
        return found

    def _keys(self, value: Mapping[str, Any], pointer: str) -> Iterator[tuple[str, Any, str]]:
        names = {" ".join(key.split()) for key in value}
        taken: set[str] = set()
        for key, item in value.items():
            here = child(pointer, key)
            name = " ".join(key.split())
            if name != key and (name in value or name in taken):
                name = key
            tag, bare = _localised_key(name)
            if tag is None or is_comment(key):
                taken.add(name)
                yield name, item, here
            elif tag != self._language:
                self._leave_language(item, here)
            elif bare in names or bare in taken:
                self._leave(item, here, f"“{bare}” stands beside it")
            else:
                taken.add(bare)
                yield bare, item, here

    def _in_language(self, value: object, pointer: str) -> tuple[object, str]:
        """Take the resume's language of a value that is given in several."""
        if not isinstance(value, dict) or not _is_localised(value):
            return value, pointer
        chosen: tuple[object, str] | None = None
        for key, item in value.items():
            if chosen is None and _primary(key) == self._language:
                chosen = item, child(pointer, key)
            else:
                self._leave_language(item, child(pointer, key))
        return chosen or (None, pointer)

    def _leave_language(self, value: object, pointer: str) -> None:
        most = f"most of this resume is in “{self._language}”"
        self._leave(value, pointer, f"one language is checked at a time, and {most}")

    def _leave(self, value: object, pointer: str, reason: str) -> None:
        if value not in (None, "", [], {}):
            self._result.left.append(LeftOver(value, pointer, reason))

    def _address(self, value: Mapping[str, Any], pointer: str) -> tuple[object, str]:
        key = next(
            (
                key
                for key in _ADDRESS_KEYS
                if isinstance(value.get(key), str) and value[key].strip()
            ),
            None,
        )
        for other, item in value.items():
            if other != key and isinstance(item, str) and item.strip():
                self._result.left.append(LeftOver(item, child(pointer, other), _ONLY_ADDRESS))
        return (None, pointer) if key is None else (value[key], child(pointer, key))


def _main_language(resume: Mapping[str, Any]) -> str | None:
    """The language that most values are given in; English, then the first one, where they tie."""
    counted = Counter(_tags(resume))
    if not counted:
        return None
    most = max(counted.values())
    return "en" if counted["en"] == most else next(t for t, n in counted.items() if n == most)


def _tags(value: object) -> Iterator[str]:
    todo = [value]
    while todo:
        here = todo.pop()
        if isinstance(here, list):
            todo.extend(reversed(here))
        elif isinstance(here, dict):
            if _is_localised(here):
                yield from (_primary(key) for key, item in here.items() if item)
            else:
                keys = [_localised_key(" ".join(key.split())) for key in here]
                yield from (tag for tag, _ in keys if tag is not None)
            todo.extend(reversed(here.values()))


def _is_localised(value: Mapping[str, Any]) -> bool:
    """Whether the keys are languages; an object that has an “id” alone is none."""
    if not value or not all(_primary(key) in _LANGUAGES for key in value):
        return False
    if any(isinstance(item, dict) for item in value.values()):
        return len(value) > 1
    return any(key != "id" for key in value) and all(
        item is None or isinstance(item, str | list) for item in value.values()
    )


def _primary(key: str) -> str:
    match = _IS_TAG.fullmatch(key.strip())
    return match["tag"] if match else ""


def _localised_key(key: str) -> tuple[str | None, str]:
    match = _BEFORE.fullmatch(key) or _BEHIND.fullmatch(key)
    if match is None or match["key"] not in _LOCALISED or match["tag"] not in _LANGUAGES:
        return None, key
    return match["tag"], match["key"]
