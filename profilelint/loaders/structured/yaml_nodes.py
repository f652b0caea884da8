"""Where the values of a YAML text stand, and what they say.

The text is read event by event rather than composed by PyYAML: nesting then costs no recursion,
an alias stays one shared node however often it is named, and the places come with it. Bare words
follow YAML 1.2's core schema, so that ``no`` is a word, and ``2020-03-01`` a text.
"""

import re
from collections.abc import Callable, Iterator
from typing import Protocol

import yaml

from profilelint.loaders.structured.nodes import DEPTH, Node, Span, add_child

EVENTS = 600_000
"""Events of a YAML text that are read; a list of a thousand people has fewer."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
# A leading zero or plus is no number: 07700 900461 and +1 are how telephone numbers start.
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]+)?")

# YAML 1.1, which PyYAML reads, ends lines at these three, too.
_BREAK = r"(?:\r\n|[\n\r\x85\u2028\u2029])"
_FOLD = rf"(?<![ \t])[ \t]*{_BREAK}(?:[ \t]|{_BREAK})*"
_PLAIN = re.compile(rf"(?P<fold>{_FOLD})|(?P<char>.)", re.DOTALL)
_SINGLE = re.compile(rf"(?P<fold>{_FOLD})|(?P<char>''|.)", re.DOTALL)
_DOUBLE = re.compile(
    rf"(?P<join>\\[ \t]*{_BREAK}[ \t]*)"
    rf"|(?P<fold>{_FOLD})"
    r"|(?P<char>\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\.|.)",
    re.DOTALL,
)
_PROPERTIES = re.compile(r"(?:[&!]\S*\s*)*")
_LINE_END = re.compile(_BREAK)


class YamlProblem(ValueError):  # noqa: N818  (reads well where it is caught)
    """YAML that is well formed and yet not read; ``offset`` is where."""

    def __init__(self, message: str, hint: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.offset = offset


def read(text: str, check: Callable[[], None] = lambda: None) -> Node:
    """Find every value of a YAML text.

    Args:
        text: the text, of one document.
        check: called now and then, to give up when the time is over.

    Raises:
        yaml.YAMLError: the text is no YAML.
        DuplicateKey: an object names a key twice.
        YamlProblem: it is YAML of a kind that no profile needs.
    """
    builder = _Builder(text)
    for number, event in enumerate(yaml.parse(text, Loader=_LOADER)):
        if number % 1000 == 0:
            check()
        if number > EVENTS:
            raise YamlProblem(
                f"this holds more than {EVENTS:,} values",
                "a profile has under a thousand",
                _index(event.start_mark),
            )
        builder.take(event)
    return builder.root


class _Mark(Protocol):
    @property
    def index(self) -> int: ...


class _Builder:
    """Hangs each event's value into the list or object that is open at that moment."""

    def __init__(self, text: str) -> None:
        self.root = Node(0, 0, "")
        self._text = text
        self._open: list[Node] = []
        self._keys: list[tuple[str, int] | None] = []
        self._anchors: dict[str, Node] = {}
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        start, end = _index(event.start_mark), _index(event.end_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise YamlProblem(
                    "a second document starts here",
                    "keep one profile in a file, without a “---” in between",
                    start,
                )
        elif isinstance(event, yaml.ScalarEvent):
            if event.anchor or event.tag:
                start = self._behind_properties(start, end)
            self._scalar(event, start, end)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event.anchor, start)
        elif isinstance(event, yaml.CollectionStartEvent):
            style = "{" if isinstance(event, yaml.MappingStartEvent) else "["
            node = Node(start, end, style)
            self._hang(node, start, event.anchor)
            if len(self._open) == DEPTH:
                raise YamlProblem(
                    f"lists and objects are nested more than {DEPTH} deep here",
                    "a profile needs five levels",
                    start,
                )
            self._open.append(node)
            self._keys.append(None)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop().end = end
            self._keys.pop()

    def _behind_properties(self, start: int, end: int) -> int:
        match = _PROPERTIES.match(self._text, start, end)
        return match.end() if match else start

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> None:
        if self._expects_key():
            self._keys[-1] = (event.value, start)
            if event.anchor:
                self._anchors[event.anchor] = Node(start, end, event.style or "", event.value)
            return
        self._hang(Node(start, end, event.style or "", event.value), start, event.anchor)

    def _alias(self, anchor: str | None, start: int) -> None:
        node = self._anchors.get(anchor or "")
        if node is None or any(node is parent for parent in self._open):
            raise YamlProblem(f"*{anchor} stands for nothing", f"write &{anchor} above it", start)
        if self._expects_key():
            self._keys[-1] = (node.text, start)
        else:
            self._hang(node, start, None)

    def _expects_key(self) -> bool:
        return bool(self._open) and self._open[-1].style == "{" and self._keys[-1] is None

    def _hang(self, node: Node, offset: int, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = node
        if not self._open:
            self.root = node
            return
        parent, key = self._open[-1], self._keys[-1]
        if parent.style == "[":
            parent.children[str(len(parent.children))] = node
        elif key is None:
            raise YamlProblem("a list or an object is used as a key", "use a text", offset)
        else:
            add_child(parent, key[0], node, key[1])
            self._keys[-1] = None


def _index(mark: "yaml.error.Mark | _Mark | None") -> int:
    return mark.index if mark else 0


def scalar(node: Node) -> str | int | float | bool | None:
    """Return what a scalar stands for: a bare word may be null, a truth value or a number.

    >>> [scalar(Node(0, 0, "", text)) for text in ("no", "2019", "2019-03", "~", "true")]
    ['no', 2019, '2019-03', None, True]
    """
    text = node.text
    if node.style:
        return text
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def spans(text: str, node: Node) -> list[Span]:
    """For each code point of a scalar, where it starts and ends in the text.

    A line break of the value has no width and stands at the end of its line. Where our reading
    does not agree with PyYAML's, every code point stands for the whole scalar.
    """
    is_block = node.style in {"|", ">"}
    found = _block_spans(text, node) if is_block else list(_flow_spans(text, node))
    if len(found) == len(node.text):
        return found
    return [(node.start, node.end)] * len(node.text)


def _flow_spans(text: str, node: Node) -> Iterator[Span]:
    start, end, pattern = node.start, node.end, _PLAIN
    if node.style:
        start, end, pattern = start + 1, end - 1, _SINGLE if node.style == "'" else _DOUBLE
    for match in pattern.finditer(text, start, end):
        if match["char"]:
            yield match.span()
        elif match["fold"]:
            breaks = len(_LINE_END.findall(match["fold"]))
            # One break reads as a space; more read as one line break fewer.
            yield from [(match.start(), match.start())] * max(1, breaks - 1)


def _block_spans(text: str, node: Node) -> list[Span]:
    lines = list(_lines(text, node))
    indentation = _leading(text[slice(*lines[0])] if lines else "")
    indentation -= _leading(node.text.lstrip("\n"))
    found: list[Span] = []
    last = lines[0][0] + indentation if lines else node.end
    for start, stop in lines:
        content = text[start + indentation : stop]
        at = node.text.find(content, len(found))
        if at < 0 or node.text[len(found) : at].strip(" \n"):
            return []
        # Between two lines the value has a space or line breaks: they end the former.
        found.extend([(last, last)] * (at - len(found)))
        found.extend((at, at + 1) for at in range(start + indentation, stop))
        last = stop
    return found + [(last, last)] * (len(node.text) - len(found))


def _lines(text: str, node: Node) -> Iterator[Span]:
    """Yield the lines of a block that are not blank, without the header."""
    header = _LINE_END.search(text, node.start, node.end)
    start = header.end() if header else node.end
    while start < node.end:
        line_end = _LINE_END.search(text, start, node.end)
        stop = line_end.start() if line_end else node.end
        if text[start:stop].strip(" "):
            yield start, stop
        start = line_end.end() if line_end else node.end


def _leading(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
