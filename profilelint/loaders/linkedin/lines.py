"""Lines of an export, and the passages of a profile that are put together from them."""

import re
from dataclasses import dataclass
from typing import Protocol

from profilelint.document import Location

_BULLET = re.compile(r"[•‣●❖▪◦■□○◆►➢➤✓✔✅★☆∙·]|[-*–—](?=\s)|[-*](?=[^\W\d_])")
_NO_BREAK_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " "})
# pdfium writes a hyphen at the end of a line as one of these.
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
# What is left of an emoji that the PDF could not show. In Indic scripts a joiner is a letter's.
_REMNANTS = re.compile(r"\ufe0f|(?<![\u0900-\u0dff])\u200d")
_IDEOGRAPH = re.compile(r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


def clean(raw: str) -> str:
    """Mend what the PDF does to characters; no-break spaces stay, as they tell structure."""
    if raw.isascii() and raw.isprintable():  # most lines are, and there are many
        return raw
    return _REMNANTS.sub("", raw.translate(_HYPHENS))


def remnants(raw: str) -> list[int]:
    """The offsets of the characters that ``clean`` leaves out."""
    return [match.start() for match in _REMNANTS.finditer(raw)]


def starts_bullet(text: str) -> bool:
    """Whether a line opens with a bullet, as people type them."""
    return _BULLET.match(text) is not None


def joint(before: str, after: str) -> str:
    """What a wrapped line break stood for: a space, or nothing after a hyphen or in Chinese.

    >>> joint("cold-", "chain"), joint("one", "two"), joint("left -", "right")
    ('', ' ', ' ')
    """
    if len(before) > 1 and before[-1] in "-‐" and before[-2].isalnum():
        return ""
    wide = before and after and _IDEOGRAPH.match(before[-1]) and _IDEOGRAPH.match(after[0])
    return "" if wide else " "


class Line(Protocol):
    """A line of an export that knows its place. It is picklable."""

    @property
    def text(self) -> str:
        """The text, cleaned, with its no-break spaces."""
        ...

    def place(self, start: int, end: int) -> Location:
        """Where ``text[start:end]`` stands."""
        ...


@dataclass(frozen=True, slots=True)
class LineSegment:
    """The part of a field that stands on one line, from ``offset`` on it."""

    start: int
    end: int
    line: Line
    offset: int

    def locate(self, start: int, end: int) -> Location:
        """Where the field's ``text[start:end]`` stands on the line."""
        shift = self.offset - self.start
        return self.line.place(start + shift, end + shift)

    def cut(self, start: int, end: int, shift: int) -> "LineSegment":
        """The part between two offsets, counted from ``shift`` on."""
        first, last = max(start, self.start), min(end, self.end)
        return LineSegment(first - shift, last - shift, self.line, self.offset + first - self.start)


class Passage:
    """A text put together from lines; with its no-break spaces until it is asked for ``plain``."""

    def __init__(self, line: Line | None = None) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.segments: list[LineSegment] = []
        if line is not None:
            self.add(line)

    def add(self, line: Line, join: str = "") -> None:
        """Put one more line behind what is there; ``join`` comes between them."""
        text = line.text.rstrip()
        lead = len(text) - len(text.lstrip())
        if self._length:
            self._append(join)
        start = self._length
        self._append(text[lead:])
        self.segments.append(LineSegment(start, self._length, line, lead))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def part(self, start: int, end: int) -> "Passage":
        """What stands from one offset to another, without the white space around it."""
        text = self.raw[start:end]
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
        part = Passage()
        part._append(text.strip())
        part.segments = [
            segment.cut(start, end, start)
            for segment in self.segments
            if segment.start < end and start < segment.end
        ]
        return part

    @property
    def raw(self) -> str:
        """The text as the lines have it."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    @property
    def plain(self) -> str:
        """The text as a profile holds it: with plain spaces."""
        return self.raw.translate(_NO_BREAK_SPACES)

    @property
    def location(self) -> Location | None:
        """Where it begins."""
        if not self.segments:
            return None
        first = self.segments[0]
        return first.locate(first.start, first.end)

    def __bool__(self) -> bool:
        return self._length > 0
