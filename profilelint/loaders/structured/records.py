"""Reads the objects of a tree: typed, and knowing which of their keys nobody has asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from profilelint.errors import InputError
from profilelint.loaders.markup import Run
from profilelint.loaders.structured.nodes import is_comment
from profilelint.loaders.structured.tree import Tree, kind_of

_LONGEST_LANGUAGE_TAG = 7


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the source, and its pointer there.

    ``runs`` tells where its characters stand in a value that has markup; None: they are the same.
    """

    text: str
    pointer: str
    runs: tuple[Run, ...] | None = None


class Record:
    """One object of the source.

    Args:
        tree: the whole source, for messages that name file and line.
        value: the object.
        pointer: its pointer.
    """

    def __init__(self, tree: Tree, value: Mapping[str, Any], pointer: str) -> None:
        self.tree = tree
        self.pointer = pointer
        self.value = value
        self._read: set[str] = set()

    def pointer_of(self, key: str) -> str:
        """Return the pointer of a key's value."""
        return self.tree.child(self.pointer, key)

    def home(self, key: str) -> str:
        """Return the pointer of a key's value, or the record's own where the key is absent."""
        return self.pointer_of(key) if self.value.get(key) is not None else self.pointer

    def has(self, key: str) -> bool:
        """Whether the key is there with a value that says something."""
        return not _is_empty(self.value.get(key))

    def raw(self, *keys: str) -> tuple[Any, str] | None:
        """Return the value of the first key that has one, with its pointer.

        A later key that repeats the same value counts as read as well.
        """
        found: tuple[Any, str] | None = None
        for key in keys:
            value = self.value.get(key)
            if _is_empty(value):
                continue
            if found is None:
                found = value, self.pointer_of(key)
            elif value != found[0]:
                continue
            self._read.add(key)
        return found

    def text(self, *keys: str) -> Text | None:
        """Return the text at the first key that has one; an empty one is absent.

        Raises:
            InputError: the value is no text.
        """
        found = self.raw(*keys)
        if found is None:
            return None
        text = self._text(*found)
        return text if text.text.strip() else None  # markup may say nothing, such as <p></p>

    def texts(self, *keys: str) -> list[Text]:
        """Return the texts of a list; empty ones are left out.

        Raises:
            InputError: the value is no list of texts.
        """
        texts = [
            self._text(value, pointer)
            for value, pointer in self._list(keys, "a list of texts")
            if not _is_empty(value)
        ]
        return [text for text in texts if text.text.strip()]

    def record(self, *keys: str) -> "Record | None":
        """Return the object at the first key that has one.

        Raises:
            InputError: the value is no object.
        """
        found = self.raw(*keys)
        return None if found is None else self._record(*found)

    def records(self, *keys: str, bare: str | None = None) -> list["Record"]:
        """Return the objects of a list.

        Args:
            keys: of these the first that has a value.
            bare: the key that a text in the place of an object stands for.

        Raises:
            InputError: the value is no list of objects.
        """
        return [
            Bare(self.tree, value, pointer, bare)
            if bare is not None and isinstance(value, str)
            else self._record(value, pointer)
            for value, pointer in self._list(keys, "a list of objects")
            if not _is_empty(value)
        ]

    def rest(self) -> Iterator[tuple[str, Any, str]]:
        """Yield key, value and pointer of what was not read, commented out or empty."""
        for key, value in self.value.items():
            if key not in self._read and not is_comment(key) and not _is_empty(value):
                yield key, value, self.pointer_of(key)

    def _list(self, keys: tuple[str, ...], expected: str) -> list[tuple[Any, str]]:
        found = self.raw(*keys)
        if found is None:
            return []
        value, pointer = found
        if not isinstance(value, list):
            raise self._wrong(pointer, expected, value)
        return [(item, self.tree.child(pointer, index)) for index, item in enumerate(value)]

    def _text(self, value: object, pointer: str) -> Text:
        if not isinstance(value, str):
            raise self._wrong(pointer, "a text", value)
        if self.tree.plain is None:
            return Text(value, pointer)
        plain = self.tree.plain(value)
        return (
            Text(value, pointer) if plain.text == value else Text(plain.text, pointer, plain.runs)
        )

    def _record(self, value: object, pointer: str) -> "Record":
        if not isinstance(value, dict):
            raise self._wrong(pointer, "an object", value)
        return Record(self.tree, value, pointer)

    def _wrong(self, pointer: str, expected: str, value: object) -> InputError:
        return self.tree.error(
            pointer, f"should be {expected}, not {kind_of(value)}", _advice(expected, value)
        )


class Bare(Record):
    """A text where an object was expected: it stands for one key of it, at its own place."""

    def __init__(self, tree: Tree, value: str, pointer: str, key: str) -> None:
        super().__init__(tree, {key: value}, pointer)

    def pointer_of(self, key: str) -> str:  # noqa: ARG002  (there is one place for all)
        """The text's own pointer, whatever the key."""
        return self.pointer


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip()) or value in ([], {})


def _advice(expected: str, value: object) -> str:
    if expected == "a text":
        if isinstance(value, bool | int | float):
            return 'put it in quotes: "…"'
        if isinstance(value, list):
            return "join its parts into one text"
        if isinstance(value, dict) and all(len(key) <= _LONGEST_LANGUAGE_TAG for key in value):
            return "keep one language of it, as a plain text"
        return "write it as a plain text"
    if expected == "an object":
        return "write its fields in { }"
    return "write it in [ ], even if it is only one"
