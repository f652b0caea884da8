"""A profile, with where each of its parts stands in the source and what the source carries."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the models are the dearest import of all: “rules” does without them
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from profilelint.profile import Profile

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the source, in the source's own terms.

    ``line`` and ``column`` count from 1, ``end_column`` is exclusive; ``box`` is left, top, right,
    bottom in points from the page's top left corner; ``pointer`` is the source's own JSON pointer.
    On a page, ``line`` is the line of text counted over the page from the top of its column.
    """

    file: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None
    box: Box | None = None
    pointer: str | None = None


class Segment(Protocol):
    """A run of a field's text that has one home in the source.

    ``start`` and ``end`` are code-point offsets into the field's text. A segment is picklable.
    """

    @property
    def start(self) -> int:
        """Offset of the segment's first character."""
        ...

    @property
    def end(self) -> int:
        """Offset behind the segment's last character."""
        ...

    def locate(self, start: int, end: int) -> Location:
        """Where the field's ``text[start:end]`` stands; both lie within the segment."""
        ...


@dataclass(frozen=True, slots=True)
class FixedSegment:
    """A segment whose home is known only as a whole, such as a missing field's parent."""

    location: Location
    start: int = 0
    end: int = 0

    def locate(self, start: int, end: int) -> Location:  # noqa: ARG002  (the protocol's)
        """The one location, whatever part is asked for."""
        return self.location


class SourceMap:
    """Leads from a pointer into the profile to the place in the source.

    Args:
        file: the source's name, for places that nothing better is known of.
        segments: for each pointer the segments of its text, in the order of their offsets.
    """

    def __init__(self, file: str, segments: Mapping[str, Sequence[Segment]] | None = None) -> None:
        self.file = file
        self._segments = dict(segments or {})

    def pointers(self) -> Iterable[str]:
        """The pointers that have a place of their own."""
        return self._segments.keys()

    def locate(self, pointer: str, start: int | None = None, end: int | None = None) -> Location:
        """Find the place of a field, or of the part ``text[start:end]`` of it.

        A pointer without a place of its own stands at its nearest parent that has one.
        """
        here: str | None = pointer
        while here is not None:
            segments = self._segments.get(here)
            if segments:
                if here != pointer or start is None or end is None:
                    first = segments[0]
                    return first.locate(first.start, first.end)
                return _locate_part(segments, start, end)
            here = here.rpartition("/")[0] if here else None
        return Location(self.file)


def _locate_part(segments: Sequence[Segment], start: int, end: int) -> Location:
    first = _segment_at(segments, start)
    location = first.locate(_clamp(start, first), _clamp(end, first))
    if end <= first.end:
        return location
    last = _segment_at(segments, end - 1)
    if last is first:
        return location
    tail = last.locate(_clamp(end - 1, last), _clamp(end, last))
    return replace(location, end_line=tail.end_line or tail.line, end_column=tail.end_column)


def _segment_at(segments: Sequence[Segment], offset: int) -> Segment:
    found = segments[0]
    for segment in segments:
        if segment.start > offset:
            break
        found = segment
    return found


def _clamp(offset: int, segment: Segment) -> int:
    return min(max(offset, segment.start), segment.end)


@dataclass(frozen=True, slots=True)
class Carries:
    """What a format is able to hold, told by what it is not.

    ``lacking`` maps a need to the reason why the source cannot answer it. A need is a target
    (``industry``, ``positions.description``) or one of the qualities ``skills.all`` (the whole list
    of skills), ``line-breaks`` (line breaks as typed), ``casing`` (capitals as typed) and
    ``emoji``. A need is lacking, too, where its parent is.
    """

    lacking: Mapping[str, str] = field(default_factory=dict)

    def why_not(self, need: str) -> str | None:
        """Return why the source cannot answer a need, or None where it can.

        >>> Carries({"skills": "no skills here"}).why_not("skills.all")
        'no skills here'
        """
        while need:
            if need in self.lacking:
                return self.lacking[need]
            need = need.rpartition(".")[0]
        return None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something the loader read and had no place for. It is kept, and reported."""

    text: str
    reason: str
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a lone note is to be sent.

    Attributes:
        to: the recipient's name, if told.
        audience: who that is: ``recruiter``, ``hiring-manager``, ``peer``, ``alumni`` or ``other``.
        stage: where the sender stands in an application: ``none``, ``before``, ``during`` or
            ``after-interview``.
        plan: ``free`` or ``premium``, if told; the first takes shorter notes.
        sender: the sender's profile, if told: its names are no misspellings, and what it shares
            with the recipient is a reason to write.
    """

    to: str | None = None
    audience: str = "recruiter"
    stage: str = "none"
    plan: str | None = None
    sender: Profile | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A profile as one source gave it.

    Attributes:
        profile: what the source says.
        format: the loader's name, such as ``linkedin-pdf``.
        source_map: leads from the profile back into the source.
        carries: what the format is able to hold.
        language: the language of the interface that wrote the export, as a BCP 47 tag, if told.
        now: the day of the export; the clock of every rule about time.
        unplaced: what the loader could not place.
        delivery: for a lone note, how it is to be sent.
    """

    profile: Profile
    format: str
    source_map: SourceMap
    carries: Carries = field(default_factory=Carries)
    language: str | None = None
    now: date | None = None
    unplaced: tuple[Unplaced, ...] = ()
    delivery: Delivery | None = None

    def locate(self, pointer: str, start: int | None = None, end: int | None = None) -> Location:
        """Find a field, or a part of its text, in the source."""
        return self.source_map.locate(pointer, start, end)
