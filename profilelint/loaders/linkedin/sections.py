"""From lines that know their role to the profile: what the PDF and its text have in common."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from types import MappingProxyType
from typing import Any

from profilelint.document import Carries, Document, Segment, SourceMap, Unplaced
from profilelint.loaders.linkedin.contact import Contacts, read_contacts
from profilelint.loaders.linkedin.dates import Span, read_span
from profilelint.loaders.linkedin.entries import read_degree, read_language
from profilelint.loaders.linkedin.lines import Line, Passage
from profilelint.profile import Profile


class Role(Enum):
    """What a line of the export is."""

    NAME = auto()
    HEADLINE = auto()
    LOCATION = auto()
    SUMMARY = auto()
    COMPANY = auto()
    TOTAL = auto()
    TITLE = auto()
    DATES = auto()
    PLACE = auto()
    DESCRIPTION = auto()
    SCHOOL = auto()
    DEGREE = auto()
    SKILL = auto()
    LANGUAGE = auto()
    CERTIFICATION = auto()
    HONOR = auto()
    PUBLICATION = auto()
    PATENT = auto()
    CONTACT = auto()
    LINK = auto()
    STRAY = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, its role, and how it hangs on the line before it.

    ``join`` comes between it and the line before in the same field; None begins a new entry.
    ``reason`` says of a STRAY line why it has no place.
    """

    role: Role
    line: Line
    join: str | None = None
    reason: str = "nothing tells what it belongs to"


_ONE_OF = {
    Role.NAME: "name",
    Role.HEADLINE: "headline",
    Role.LOCATION: "location",
    Role.SUMMARY: "about",
}
SIDEBAR_ROLES = {
    "skills": Role.SKILL,
    "languages": Role.LANGUAGE,
    "certifications": Role.CERTIFICATION,
    "honors": Role.HONOR,
    "publications": Role.PUBLICATION,
    "patents": Role.PATENT,
}
"""The lists of the sidebar, and what their lines are."""

_LISTS = {role: name for name, role in SIDEBAR_ROLES.items()}
_OF_POSITION = {
    Role.TITLE: "title",
    Role.DATES: "dates",
    Role.PLACE: "location",
    Role.DESCRIPTION: "description",
}
_UNREAD_DATE = "this date could not be read"

_ONLY_NAMES = "a LinkedIn PDF names {} and says no more of them"
_ABSENT = "a LinkedIn PDF does not show {}"
CARRIES: Mapping[str, str] = MappingProxyType(
    {
        "skills.all": "a LinkedIn PDF shows only the top skills",
        "skills.endorsements": _ABSENT.format("endorsements"),
        "industry": _ABSENT.format("the industry"),
        "photo": _ABSENT.format("the photo"),
        "connections_count": _ABSENT.format("the number of connections"),
        "recommendations": _ABSENT.format("recommendations"),
        "projects": _ABSENT.format("projects"),
        "volunteering": _ABSENT.format("volunteering"),
        "courses": _ABSENT.format("courses"),
        "organizations": _ABSENT.format("organisations"),
        "test_scores": _ABSENT.format("test scores"),
        "causes": _ABSENT.format("causes"),
        "groups": _ABSENT.format("groups"),
        "company_follows": _ABSENT.format("the companies followed"),
        "invitations": _ABSENT.format("invitations"),
        "posts": _ABSENT.format("posts"),
        "emoji": "LinkedIn leaves emoji out of its PDF",
        "positions.employment_type": _ABSENT.format("the type of employment"),
        "education.description": _ABSENT.format("the text below a course of study"),
        "contact.twitter": _ABSENT.format("accounts elsewhere as such"),
        **{
            f"certifications.{part}": _ONLY_NAMES.format("certifications")
            for part in ("authority", "start", "end", "url", "license_number")
        },
        **{
            f"honors.{part}": _ONLY_NAMES.format("honours")
            for part in ("issuer", "date", "description")
        },
        **{
            f"publications.{part}": _ONLY_NAMES.format("publications")
            for part in ("publisher", "date", "description", "url")
        },
        **{
            f"patents.{part}": _ONLY_NAMES.format("patents")
            for part in ("number", "date", "description", "url")
        },
    }
)
"""What neither the PDF nor its text can hold, and why."""


@dataclass(slots=True)
class _Draft:
    """The fields as passages, before they become a profile."""

    single: dict[str, Passage] = field(default_factory=dict)
    lists: dict[str, list[Passage]] = field(default_factory=dict)
    positions: list[dict[str, Passage]] = field(default_factory=list)
    education: list[dict[str, Passage]] = field(default_factory=list)
    contact: list[Piece] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    company: Passage | None = None
    last: Role | None = None

    def take(self, piece: Piece) -> None:
        role = piece.role
        if role in _ONE_OF:
            self._extend(self.single, _ONE_OF[role], piece)
        elif role in _LISTS:
            self._extend_list(self.lists.setdefault(_LISTS[role], []), piece)
        elif role in _OF_POSITION:
            self._take_position(piece, _OF_POSITION[role])
        elif role is Role.COMPANY:
            self._take_company(piece)
        elif role in {Role.SCHOOL, Role.DEGREE}:
            self._take_education(piece)
        elif role in {Role.CONTACT, Role.LINK}:
            self.contact.append(piece)
        elif role is Role.STRAY:
            self.stray(Passage(piece.line), piece.reason)
        self.last = role

    def stray(self, passage: Passage, reason: str) -> None:
        self.unplaced.append(Unplaced(passage.plain, reason, passage.location))

    @staticmethod
    def _extend(fields: dict[str, Passage], name: str, piece: Piece) -> None:
        fields.setdefault(name, Passage()).add(
            piece.line, " " if piece.join is None else piece.join
        )

    @staticmethod
    def _extend_list(entries: list[Passage], piece: Piece) -> None:
        if piece.join is None or not entries:
            entries.append(Passage(piece.line))
        else:
            entries[-1].add(piece.line, piece.join)

    def _take_company(self, piece: Piece) -> None:
        if self.company is not None and self.last is Role.COMPANY:
            self.company.add(piece.line, piece.join or " ")
        else:
            self.company = Passage(piece.line)
            self.positions.append({"company": self.company})

    def _take_position(self, piece: Piece, name: str) -> None:
        opens = name == "title" and (self.last is not Role.TITLE or piece.join is None)
        here = self.positions[-1] if self.positions else None
        if here is None or (opens and here.keys() > {"company"}):
            here = {} if self.company is None else {"company": self.company}
            self.positions.append(here)
        self._extend(here, name, piece)

    def _take_education(self, piece: Piece) -> None:
        name = "school" if piece.role is Role.SCHOOL else "degree"
        begins = name == "school" and (piece.join is None or self.last is not Role.SCHOOL)
        if begins or not self.education:
            self.education.append({})
        self._extend(self.education[-1], name, piece)


class _Filling:
    """The profile's plain data as it grows, with the place of each part."""

    def __init__(self) -> None:
        self.data: dict[str, Any] = {}
        self.segments: dict[str, list[Segment]] = {}
        self.unplaced: list[Unplaced] = []

    def text(self, entry: dict[str, Any], name: str, at: str, passage: Passage | None) -> None:
        """Set a text, if there is one, and remember where it stands."""
        if passage:
            entry[name] = passage.plain
            self.locate(f"{at}/{name}", passage)

    def locate(self, pointer: str, passage: Passage) -> None:
        self.segments[pointer] = list(passage.segments)

    def dates(self, entry: dict[str, Any], at: str, passage: Passage, span: Span) -> None:
        """Set start and end; what could not be read is kept as unplaced."""
        for name, bound in (("start", span.start), ("end", span.end)):
            if bound is None:
                continue
            part = passage.part(bound.start, bound.end)
            self.locate(f"{at}/{name}", part)
            if not bound.readable:
                self.unplaced.append(Unplaced(part.plain, _UNREAD_DATE, part.location))
            elif bound.date is not None:
                entry[name] = bound.date


def build(
    pieces: Iterable[Piece],
    *,
    file: str,
    format_name: str,
    lacking: Mapping[str, str] = CARRIES,
    links: Iterable[str] = (),
    language: str | None = None,
    now: date | None = None,
) -> Document:
    """Put the profile together.

    Args:
        pieces: every line of the export, in its reading order: sidebar first.
        file: what the user called the source.
        format_name: the loader's format.
        lacking: what the format cannot tell, and why.
        links: the addresses that the export links to.
        language: of the interface that wrote the export.
        now: the day of the export.
    """
    draft = _Draft()
    for piece in pieces:
        draft.take(piece)
    filling = _Filling()
    data = filling.data
    for name, passage in draft.single.items():
        filling.text(data, name, "", passage)
    _fill_lists(filling, draft.lists)
    data["positions"] = [
        _position(filling, f"/positions/{index}", fields)
        for index, fields in enumerate(draft.positions)
    ]
    data["education"] = [
        _education(filling, f"/education/{index}", fields)
        for index, fields in enumerate(draft.education)
    ]
    contacts = read_contacts(
        [(piece.line, piece.role is Role.LINK) for piece in draft.contact], links
    )
    _fill_contacts(filling, contacts)
    return Document(
        Profile.model_validate(data),
        format_name,
        SourceMap(file, filling.segments),
        Carries(lacking),
        language,
        now,
        (*draft.unplaced, *filling.unplaced),
    )


def _fill_lists(filling: _Filling, lists: Mapping[str, list[Passage]]) -> None:
    for name, passages in lists.items():
        entries = filling.data[name] = []
        for index, passage in enumerate(passages):
            at = f"/{name}/{index}"
            entry: dict[str, Any] = {}
            filling.locate(at, passage)
            if name == "languages":
                language, proficiency = read_language(passage)
                filling.text(entry, "name", at, language)
                filling.text(entry, "proficiency", at, proficiency)
            else:
                filling.text(entry, "name", at, passage)
            entries.append(entry)


def _position(filling: _Filling, at: str, fields: Mapping[str, Passage]) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    filling.locate(at, fields.get("title") or fields.get("company") or next(iter(fields.values())))
    for name in ("company", "title", "location", "description"):
        filling.text(entry, name, at, fields.get(name))
    if dates := fields.get("dates"):
        span = read_span(dates.raw)
        filling.dates(entry, at, dates, span)
        entry["current"] = any(bound.present for bound in span.bounds)
    return entry


def _education(filling: _Filling, at: str, fields: Mapping[str, Passage]) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    filling.locate(at, fields.get("school") or next(iter(fields.values())))
    filling.text(entry, "school", at, fields.get("school"))
    if line := fields.get("degree"):
        row = read_degree(line)
        filling.text(entry, "degree", at, row.degree)
        filling.text(entry, "field", at, row.field)
        if row.dates:
            span = read_span(row.dates.raw)
            if span.single:
                # One year alone is the year of graduation.
                span = Span(None, span.start)
            filling.dates(entry, at, row.dates, span)
    return entry


def _fill_contacts(filling: _Filling, contacts: Contacts) -> None:
    contact: dict[str, Any] = {}
    for name, found in (
        ("emails", contacts.emails),
        ("phones", contacts.phones),
        ("websites", contacts.websites),
    ):
        contact[name] = [text for text, _ in found]
        for index, (_, segments) in enumerate(found):
            filling.segments[f"/contact/{name}/{index}"] = list(segments)
    filling.text(contact, "address", "/contact", contacts.address)
    filling.data["contact"] = contact
    if contacts.public_url is not None:
        filling.data["public_url"], segments = contacts.public_url
        filling.segments["/public_url"] = list(segments)
