"""Reads JSON or YAML into plain values that are safe to walk, and knows where each one stands.

What comes out is made of ``dict`` with text keys, ``list``, ``str``, ``int``, ``float``, ``bool``
and ``None``, within bounds of depth and number: hostile input ends here, in a line that says why.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from profilelint.errors import InputError, ManyProfiles
from profilelint.loaders.markup import Plain
from profilelint.loaders.source import Deadline, Source
from profilelint.loaders.structured.nodes import DEPTH, DuplicateKey, Node, is_comment
from profilelint.loaders.structured.places import Lines, Places

VALUES = 300_000
"""Values that a tree may hold; those that a YAML alias repeats count each time."""

_HEAD = 65_536
_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# The head may end within a text: that one ends with it, or the search would start again and again.
_JSON_TOKEN = re.compile(
    r'(?P<text>"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z))(?P<colon>\s*:)?|[\[\]{}]', re.DOTALL
)
_YAML_KEY = re.compile(r"^(?:- )?[\"']?(?P<key>[$A-Za-z_][\w$.-]*)[\"']? ?:(?:\s|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Tree:
    """The values of a source, and the places they stand at.

    Attributes:
        value: the values.
        places: where each stands.
        plain: takes the markup out of a text, where the format may have some.
        moved: pointers that a loader gave to values which it moved, and those they came from.
    """

    value: Any
    places: Places
    plain: Callable[[str], Plain] | None = None
    moved: Mapping[str, str] = field(default_factory=dict)

    def child(self, pointer: str, key: str | int) -> str:
        """Return the source's own pointer of a value within another."""
        here = child(pointer, key)
        return self.moved.get(here, here)

    def error(self, pointer: str, problem: str, hint: str) -> InputError:
        """Make the error of one value: ``resume.json:12:5: /work/0/name <problem>; <hint>``."""
        return InputError(f"{self._at(pointer)} {pointer or 'the file'} {problem}", hint=hint)

    def one_object(self) -> tuple[dict[str, Any], str]:
        """Return the object that is the person, and its pointer: a list of one is that one.

        Raises:
            InputError: there is no object.
            ManyProfiles: there are several.
        """
        value, pointer = self.value, ""
        if isinstance(value, list) and len(value) > 1:
            raise ManyProfiles(
                f"{self.places.file}: this is a list of {len(value):,} profiles",
                hint="give each profile a file of its own",
            )
        if isinstance(value, list) and value:
            value, pointer = value[0], "/0"
        if not isinstance(value, dict):
            raise self.error(
                pointer,
                f"should be an object with the profile's fields, not {kind_of(value)}",
                "start it with a field's name, such as basics (JSON Resume) or headline",
            )
        return value, pointer

    def _at(self, pointer: str) -> str:
        position = self.places.position(pointer)
        if position is None:
            return f"{self.places.file}:"
        return f"{self.places.file}:{position[0]}:{position[1]}:"


def child(pointer: str, key: str | int) -> str:
    """Return the JSON pointer of a value within another.

    >>> child("/work", "a/b")
    '/work/a~1b'
    """
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


def kind_of(value: object) -> str:
    """Name a value's type the way people do.

    >>> kind_of([]), kind_of(3)
    ('a list', 'the number 3')
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {value}" if abs(value) < 1e18 else "a number"
    if isinstance(value, str):
        return "a text"
    return "a list" if isinstance(value, list) else "an object"


def top_keys(source: Source) -> frozenset[str]:
    """Return the keys of the first object that the source starts with, as far as its head tells.

    Cheap, for sniffing: nothing is parsed, and what is no JSON or YAML has no keys or odd ones.
    """
    if source.tree is not None:
        return frozenset(key for key in source.tree if isinstance(key, str))
    text = head(source)
    if text.lstrip()[:1] in {"{", "["}:
        return frozenset(_json_keys(text))
    return frozenset(match["key"] for match in _YAML_KEY.finditer(text))


def head(source: Source) -> str:
    """Return the first part of the source as text, for sniffing; what is no text is left out."""
    return source.data[:_HEAD].decode(_encoding(source.data), errors="ignore")


def _json_keys(text: str) -> Iterator[str]:
    depth = 0
    level = 2 if text.lstrip().startswith("[") else 1
    for token in _JSON_TOKEN.finditer(text):
        if token["text"] is None:
            depth += 1 if token[0] in "[{" else -1
        elif token["colon"] and depth == level:
            yield token["text"][1:-1]


def read_tree(source: Source) -> Tree:
    """Read the whole source.

    Raises:
        InputError: it is no JSON or YAML, or it is too much of it.
    """
    deadline = source.limits.deadline(source.name)
    budget = _Budget(source, deadline)
    if source.tree is not None:
        places = Places(source.name)
        return Tree(_plain(source.tree, budget, places), places)
    text = read_text(source)
    if _is_json(source.name, text):
        places = Places(source.name, text, "json")
        value: object = _parse_json(source.name, text)
    else:
        places = Places(source.name, text, "yaml")
        value = _parse_yaml(source.name, text, deadline)
    return Tree(_plain(value, budget, places), places)


def read_text(source: Source) -> str:
    """Decode the source: UTF-8, or what its byte order mark says.

    Raises:
        InputError: it is in no encoding that tells itself.
    """
    encoding = _encoding(source.data)
    try:
        return source.data.decode(encoding)
    except UnicodeDecodeError as error:
        before = source.data[: error.start].decode(encoding, errors="replace")
        line, column = Lines(before).at(len(before))
        raise InputError(
            f"{source.name}:{line}:{column}: the text stops being {encoding} here",
            hint="save the file as UTF-8",
        ) from error


def _encoding(data: bytes) -> str:
    return next((name for mark, name in _ENCODINGS if data.startswith(mark)), "utf-8")


def _is_json(name: str, text: str) -> bool:
    if name.lower().endswith((".yaml", ".yml")):
        return False
    return name.lower().endswith(".json") or text.lstrip()[:1] in {"{", "["}


def _syntax_error(name: str, text: str, offset: int, problem: str, hint: str) -> InputError:
    line, column = Lines(text).at(min(offset, len(text)))
    return InputError(f"{name}:{line}:{column}: {problem}", hint=hint)


class _DuplicateFound(Exception):  # noqa: N818  (never leaves this module)
    """Some object of a JSON text names a key twice."""


def _parse_json(name: str, text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_unique)
    except _DuplicateFound:
        raise _duplicate(name, text) from None
    except json.JSONDecodeError as error:
        problem, hint = _json_problem(text, error)
        raise _syntax_error(name, text, error.pos, problem, hint) from error
    except RecursionError as error:
        raise _too_deep(f"{name}:") from error
    except ValueError as error:
        raise InputError(
            f"{name}: a number has thousands of digits", hint="a profile needs no such number"
        ) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs if not is_comment(key)]
        if len(set(keys)) < len(keys):
            raise _DuplicateFound
    return found


def _duplicate(name: str, text: str) -> InputError:
    from profilelint.loaders.structured import json_nodes

    try:
        json_nodes.read(text)
    except DuplicateKey as error:
        return _duplicate_error(name, text, error)
    return InputError(f"{name}: an object names a key twice", hint="keep one of the two")


def _duplicate_error(name: str, text: str, error: DuplicateKey) -> InputError:
    return _syntax_error(
        name,
        text,
        error.offset,
        f"“{error.key}” stands here for the second time in one object",
        "keep one of the two: only one could be read",
    )


def _too_deep(at: str) -> InputError:
    return InputError(
        f"{at} lists and objects are nested more than {DEPTH} deep",
        hint="a profile needs five levels; check the brackets",
    )


def _json_problem(text: str, error: json.JSONDecodeError) -> tuple[str, str]:
    """Say what is wrong with a JSON text, and what to do."""
    char = text[error.pos : error.pos + 1]
    before = text[: error.pos].rstrip()[-1:]
    for start, problem, hint in _JSON_PROBLEMS:
        if error.msg.startswith(start):
            return problem, hint
    if not text[error.pos :].strip():
        return "the text ends too early", "it may have been cut off: save or export it again"
    if "trailing comma" in error.msg or (before == "," and char in "]}"):
        return "nothing follows the last comma", "delete the comma before the closing bracket"
    if char in {"/", "#"}:
        return "JSON has no comments", "delete the comment, or save the file as YAML"
    if char in {"'", "‘", "’", "“", "”"}:
        return f"JSON has no quotes of the kind {char}", 'use straight double quotes, "…"'
    return _JSON_EXPECTED.get(error.msg, ("a value is expected here", 'put a text in quotes: "…"'))


_JSON_PROBLEMS = (
    (
        "Invalid control character",
        "a line break, a tab or another control character stands inside a text",
        r"write \n for a line break and \t for a tab",
    ),
    ("Invalid \\", "a backslash starts nothing that JSON knows", r"write \\ for a backslash"),
    ("Unterminated string", "a text starts here and never ends", 'add its closing quote, "'),
    ("Extra data", "something follows the end of the profile", "keep one profile in a file"),
)
_JSON_EXPECTED = {
    "Expecting ',' delimiter": ("a comma is missing before this", "add it"),
    "Expecting ':' delimiter": ("a colon is missing behind the key", "add it"),
    "Expecting property name enclosed in double quotes": (
        "a key is expected here",
        'write it in double quotes, such as "name"',
    ),
}


def _parse_yaml(name: str, text: str, deadline: Deadline) -> Node:
    import yaml
    from yaml.reader import Reader

    from profilelint.loaders.structured import yaml_nodes

    odd = Reader.NON_PRINTABLE.search(text)
    if odd is not None:
        problem = f"the character U+{ord(odd[0]):04X} is not allowed in YAML"
        raise _syntax_error(name, text, odd.start(), problem, "delete it")
    try:
        return yaml_nodes.read(text, deadline.check)
    except DuplicateKey as error:
        raise _duplicate_error(name, text, error) from error
    except yaml_nodes.YamlProblem as error:
        raise _syntax_error(name, text, error.offset, error.message, error.hint) from error
    except yaml.MarkedYAMLError as error:
        if "nesting" in (error.problem or ""):  # libyaml's own bound
            raise _too_deep(f"{name}:") from error
        mark = error.problem_mark or error.context_mark
        problem = f"this is no valid YAML: {error.problem or error.context}"
        hint = "check the indentation and the quotes; a text with “: ” or “ #” in it needs quotes"
        raise _syntax_error(name, text, mark.index if mark else 0, problem, hint) from error
    except (yaml.YAMLError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise InputError(
            f"{name}: this is no valid YAML: {reason}", hint="check the file in an editor"
        ) from error


class _Budget:
    """Counts what a tree holds, and ends it when that is more than any profile needs."""

    def __init__(self, source: Source, deadline: Deadline) -> None:
        self._name = source.name
        self._megabytes = source.limits.megabytes
        self._characters = source.limits.megabytes * 1_000_000
        self._values = VALUES
        self._deadline = deadline

    def count(self, values: int, characters: int) -> None:
        self._values -= values
        self._characters -= characters
        self._deadline.check()
        if self._values < 0:
            raise InputError(
                f"{self._name}: this holds more than {VALUES:,} values",
                hint="a profile has under a thousand; look for YAML aliases that multiply",
            )
        if self._characters < 0:
            raise InputError(
                f"{self._name}: the texts are more than the limit of {self._megabytes:,g} MB",
                hint="look for YAML aliases that multiply, or raise max-megabytes in the"
                " configuration",
            )


def _plain(root: object, budget: _Budget, places: Places) -> Any:  # noqa: ANN401  (JSON is that)
    """Copy values into plain types, without recursion, whatever the nesting."""
    result: list[Any] = [None]
    todo: list[tuple[object, Any, Any, str, int]] = [(root, result, 0, "", 0)]
    while todo:
        value, target, key, pointer, depth = todo.pop()
        children = _children(value, pointer, places)
        if children is None:
            target[key] = leaf = _leaf(value, pointer, places)
            if isinstance(leaf, str):
                budget.count(0, len(leaf))
            continue
        if depth >= DEPTH:
            raise _too_deep(f"{places.file}:")
        budget.count(len(children), 0)
        # Every slot is there before it is filled, since the last child is copied first.
        fresh: Any = (
            dict.fromkeys(children) if isinstance(children, dict) else [None] * len(children)
        )
        target[key] = fresh
        for name, item in children.items() if isinstance(children, dict) else enumerate(children):
            todo.append((item, fresh, name, child(pointer, name), depth + 1))
    return result[0]


def _children(
    value: object, pointer: str, places: Places
) -> dict[str, object] | list[object] | None:
    if isinstance(value, Node):
        if not value.is_container:
            return None
        return (
            {_clean(k): v for k, v in value.children.items()}
            if value.style == "{"
            else list(value.children.values())
        )
    if isinstance(value, Mapping):
        for key in value:
            if not isinstance(key, str):
                problem = f"has the key {key!r}, which is no text"
                raise Tree(None, places).error(pointer, problem, "use texts as keys")
        return {_clean(key): item for key, item in value.items()}
    if isinstance(value, list | tuple):
        return list(value)
    return None


def _leaf(value: object, pointer: str, places: Places) -> str | int | float | bool | None:
    if isinstance(value, Node):
        from profilelint.loaders.structured import yaml_nodes

        value = yaml_nodes.scalar(value)
    if isinstance(value, str):
        return _clean(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, date):  # as PyYAML reads a bare 2020-03-01
        return value.isoformat()
    problem = f"should be a text, a number, a list or an object, not a {type(value).__name__}"
    raise Tree(None, places).error(pointer, problem, "convert it to plain JSON values first")


def _clean(text: str) -> str:
    """Replace half of a surrogate pair, which no engine or terminal takes; the length stays."""
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
