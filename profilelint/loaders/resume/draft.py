"""Collects what a loader finds on its way: where each text came from, and what has no place."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from profilelint.document import Segment, SourceMap, Unplaced
from profilelint.loaders.markup import Run
from profilelint.loaders.resume.loose_dates import is_present, read_date
from profilelint.loaders.structured.places import Passage
from profilelint.loaders.structured.records import Record, Text
from profilelint.loaders.structured.tree import Tree
from profilelint.profile import PartialDate

Built = TypeVar("Built")

_LINK = re.compile(
    r"\s*(?:\[[^\[\]]*\]\(|<a\s[^<>]*?href=[\"']|<(?=https?:))(?P<url>[^\s<>\"']+?)(?:[)>\"']|$)"
)
_BULLET = re.compile(r"\s*[•‣▪●○◦*·–—-]\s")


def has_bullet(text: str) -> bool:
    """Whether a point comes with its own bullet, so that it gets no other.

    >>> has_bullet("- Led a team"), has_bullet("-20% costs")
    (True, False)
    """
    return _BULLET.match(text) is not None


def address(record: Record, *keys: str) -> Text | None:
    """Return an address, which is no text to take marks out of; of a link its target."""
    found, text = record.raw(*keys), record.text(*keys)
    if found is None or text is None:
        return None
    value, pointer = found
    if text.text == value:
        return text
    match = _LINK.match(value)
    if match is None:
        return text if "<" in value else Text(value, pointer)
    run = Run(0, len(match["url"]), *match.span("url"))
    return Text(match["url"], pointer, (run,))


class Draft:
    """The source map and the left-overs of a document in the making."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.unplaced: list[Unplaced] = []
        self._segments: dict[str, list[Segment]] = {}
        self._anchors: dict[str, list[Segment]] = {}

    def source_map(self) -> SourceMap:
        """The map of all that was put down so far."""
        return SourceMap(self.tree.places.file, {**self._anchors, **self._segments})

    def put(self, pointer: str, text: Text, start: int = 0, offset: int | None = 0) -> str:
        """Put a text at ``start`` of a profile's field; return what it says.

        ``offset`` is where it starts in the source's value, or None where only the whole of that
        has a place.
        """
        segments = self._segments.setdefault(pointer, [])
        end = start + len(text.text)
        if text.runs is None or offset is None:
            segments.append(Passage(self.tree.places, text.pointer, start, end, offset))
            return text.text
        for run in text.runs:
            stop = None if run.same else run.stop
            first, last = start + run.start, min(start + run.end, end)
            if first < last:
                segments.append(
                    Passage(self.tree.places, text.pointer, first, last, run.offset, stop)
                )
        return text.text

    def anchor(self, pointer: str, source_pointer: str) -> None:
        """Say where a part of the profile that is no text, or is missing, belongs."""
        self._anchors.setdefault(pointer, [Passage(self.tree.places, source_pointer)])

    def leave(self, value: object, pointer: str, reason: str) -> None:
        """Keep what has no place in the profile."""
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        self.unplaced.append(Unplaced(text, reason, self.tree.places.locate(pointer)))

    def leave_rest(self, record: Record, reasons: Mapping[str, str], otherwise: str) -> None:
        """Keep what nobody has read of a record; ``reasons`` are by key."""
        for key, value, pointer in record.rest():
            self.leave(value, pointer, reasons.get(key, otherwise))

    def entries(
        self,
        pointer: str,
        source_pointer: str,
        records: Iterable[Record],
        build: Callable[["Form"], Built | None],
    ) -> tuple[Built, ...]:
        """Build the entries of a list; a record that comes to nothing is kept aside as a whole."""
        self.anchor(pointer, source_pointer)
        built: list[Built] = []
        for record in records:
            at = f"{pointer}/{len(built)}"
            entry = build(Form(self, record, at))
            if entry is None:
                self._forget(at)
                self.leave(record.value, record.pointer, "it has no name")
                continue
            self.anchor(at, record.pointer)
            built.append(entry)
        return tuple(built)

    def _forget(self, pointer: str) -> None:
        for places in (self._segments, self._anchors):
            for key in [key for key in places if key.startswith(f"{pointer}/")]:
                del places[key]


class Form:
    """One entry of the profile, filled in from one record of the source."""

    def __init__(self, draft: Draft, record: Record, pointer: str) -> None:
        self.draft = draft
        self.record = record
        self.pointer = pointer

    def text(self, field: str, *keys: str) -> str | None:
        """Fill in a text from the first of the record's keys that has one."""
        found = self.record.text(*keys)
        return None if found is None else self.draft.put(f"{self.pointer}/{field}", found)

    def address(self, field: str, *keys: str) -> str | None:
        """Fill in a web address from the first of the record's keys that has one."""
        found = address(self.record, *keys)
        return None if found is None else self.draft.put(f"{self.pointer}/{field}", found)

    def date(self, field: str, *keys: str) -> PartialDate | None:
        """Fill in a date; what cannot be read as one is kept aside."""
        found = self.record.raw(*keys)
        if found is None:
            return None
        value, pointer = found
        self.draft.anchor(f"{self.pointer}/{field}", pointer)
        if is_present(value):
            return None
        date = read_date(value)
        if date is None:
            reason = "this is no date that profilelint can read; write YYYY-MM, such as 2024-03"
            self.draft.leave(value, pointer, reason)
        return date

    def is_current(self, start: str, end: str) -> bool:
        """Whether a role goes on: it has begun, and no end is given or the end is "present"."""
        found = self.record.raw(end)
        current = self.record.has(start) if found is None else is_present(found[0])
        if found is not None:
            self.draft.anchor(f"{self.pointer}/current", found[1])
        return current

    def description(self, field: str, keys: Sequence[str], points: str) -> str | None:
        """Fill in a text and its points: the text, a blank line, then a bullet for each point.

        The marks that are put in belong to no text of the source: no segment covers them, and so
        no finding on them has a place. A point that has its own bullet keeps it and gets no other.
        """
        at = f"{self.pointer}/{field}"
        text = ""
        summary = self.record.text(*keys)
        highlights = self.record.texts(points)
        if summary is not None:
            said = summary.text.rstrip() if highlights else summary.text
            text = self.draft.put(at, replace(summary, text=said))
        for index, point in enumerate(highlights):
            if text:
                text += "\n" if index else "\n\n"
            if not has_bullet(point.text):
                text += "• "
            text += self.draft.put(at, point, len(text))
        return text or None

    def leave_rest(self, reasons: Mapping[str, str], otherwise: str) -> None:
        """Keep what nobody has read of the record."""
        self.draft.leave_rest(self.record, reasons, otherwise)
