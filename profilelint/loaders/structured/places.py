"""From a JSON pointer into a JSON or YAML text to the lines and columns where it stands.

Most runs locate a handful of findings or none, so nothing is looked up before the first question.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from profilelint.document import Location
from profilelint.loaders.structured.nodes import Node, Span

Syntax = Literal["json", "yaml", "none"]

_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of a text: from an offset to line and column, both from 1, in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        r"""Return the line and column of an offset.

        >>> Lines("ab\r\ncd").at(5)
        (2, 2)
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        r"""Return the offset of a line and column.

        >>> Lines("ab\r\ncd").offset(2, 2)
        5
        """
        return self._starts[line - 1] + column - 1


class Places:
    """Where each value of a text stands.

    Where there is no text (a program handed over a dict) a place is no more than the pointer.

    Args:
        file: what the user calls the source.
        text: the whole of it, known to be valid.
        syntax: how to read the text.
    """

    def __init__(self, file: str, text: str = "", syntax: Syntax = "none") -> None:
        self.file = file
        self._text = text
        self._syntax: Syntax = syntax
        self._root: Node | None = None
        self._lines: Lines | None = None

    def __reduce__(self) -> tuple[type["Places"], tuple[str, str, Syntax]]:
        # What was looked up stays behind: another process finds it again when it is asked.
        return Places, (self.file, self._text, self._syntax)

    def locate(self, pointer: str, start: int | None = None, end: int | None = None) -> Location:
        """Find a value, or the part ``[start:end]`` of a text; if absent, its nearest parent."""
        if self._syntax == "none":
            return Location(self.file, pointer=pointer)
        node, whole = self._find(pointer)
        if node.is_container:
            line, column = self._at(node.start)
            return Location(self.file, line, column, pointer=pointer)
        if whole and start is not None and end is not None:
            return self._between(*self._part(node, start, end), pointer)
        return self._between(*self._part(node, 0, None), pointer)

    def position(self, pointer: str) -> tuple[int, int] | None:
        """Return the line and column of a value or of its nearest parent, if there is a text."""
        if self._syntax == "none":
            return None
        return self._at(self._find(pointer)[0].start)

    def style(self, pointer: str) -> str:
        """Return how a value is written: its quote or block mark, or nothing for a bare one."""
        return "" if self._syntax == "none" else self._find(pointer)[0].style

    def _between(self, start: int, end: int, pointer: str) -> Location:
        line, column = self._at(start)
        end_line, end_column = self._at(end)
        return Location(self.file, line, column, end_line, end_column, pointer=pointer)

    def _at(self, offset: int) -> tuple[int, int]:
        if self._lines is None:
            self._lines = Lines(self._text)
        return self._lines.at(offset)

    def _find(self, pointer: str) -> tuple[Node, bool]:
        if self._root is None:
            self._root = self._read()
        node = self._root
        for part in pointer.split("/")[1:]:
            child = node.children.get(part.replace("~1", "/").replace("~0", "~"))
            if child is None:
                return node, False
            node = child
        return node, True

    def _read(self) -> Node:
        if self._syntax == "json":
            from profilelint.loaders.structured import json_nodes

            return json_nodes.read(self._text)
        from profilelint.loaders.structured import yaml_nodes

        return yaml_nodes.read(self._text)

    def _part(self, node: Node, start: int, end: int | None) -> Span:
        spans = self._spans(node)
        end = len(spans) if end is None else min(end, len(spans))
        if start >= end:
            at = spans[start][0] if start < len(spans) else self._behind(node, spans)
            return at, at
        return spans[start][0], spans[end - 1][1]

    def _behind(self, node: Node, spans: list[Span]) -> int:
        if spans:
            return spans[-1][1]
        return node.start + 1 if node.style in {'"', "'"} else node.start

    def _spans(self, node: Node) -> list[Span]:
        if self._syntax == "json":
            from profilelint.loaders.structured import json_nodes

            return json_nodes.spans(self._text, node)
        from profilelint.loaders.structured import yaml_nodes

        return yaml_nodes.spans(self._text, node)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a field's text, and the value of the source that it was taken from.

    Attributes:
        places: finds the value.
        pointer: the value's own pointer in the source.
        start: offset of the run in the field's text.
        end: offset behind it.
        offset: where the run starts within the value; None where its characters are not the
            value's own (a date, a country's name for its code), so that only the whole is found.
        stop: where the run ends within the value, where it is spelt otherwise there (an entity of
            HTML), so that only the whole run is found.
    """

    places: Places
    pointer: str
    start: int = 0
    end: int = 0
    offset: int | None = None
    stop: int | None = None

    def locate(self, start: int, end: int) -> Location:
        """Where the field's ``text[start:end]`` stands in the source."""
        if self.offset is None:
            return self.places.locate(self.pointer)
        if self.stop is not None:
            return self.places.locate(self.pointer, self.offset, self.stop)
        shift = self.offset - self.start
        return self.places.locate(self.pointer, start + shift, end + shift)
