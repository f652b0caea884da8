"""The typed model of a LinkedIn profile: what every loader fills and every rule reads.

``None`` or an empty tuple means absent. Whether absent means *missing* or *unknown* is not
known here: that depends on what the format carries (see :mod:`profilelint.document`).
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as people give it on a profile: a year, or a year and a month.

    In JSON it is ``"2019"`` or ``"2019-03"``; in a report it reads ``2019`` or ``March 2019``.

    >>> PartialDate.parse("2019-03")
    PartialDate(year=2019, month=3)
    >>> print(PartialDate.parse("2019-03"), "|", PartialDate.parse("2019").iso)
    March 2019 | 2019
    """

    year: int
    month: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YYYY`` or ``YYYY-MM``.

        Raises:
            ValueError: the text is neither.
        """
        match = _ISO.fullmatch(text)
        if match is None or not int(match["year"]):
            raise ValueError(f"“{text}” is no date of the form YYYY or YYYY-MM")
        return cls(int(match["year"]), int(match["month"]) if match["month"] else None)

    @property
    def iso(self) -> str:
        """The form used in JSON: ``YYYY`` or ``YYYY-MM``."""
        return f"{self.year:04}" if self.month is None else f"{self.year:04}-{self.month:02}"

    @property
    def last_month(self) -> date:
        """The first day of the latest month that the date can mean."""
        return date(self.year, self.month or 12, 1)

    def __str__(self) -> str:
        return str(self.year) if self.month is None else f"{_MONTHS[self.month - 1]} {self.year}"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def read(value: object) -> "PartialDate":
            if isinstance(value, PartialDate):
                return value
            if isinstance(value, str):
                return cls.parse(value)
            raise ValueError("a date is a text of the form YYYY or YYYY-MM")

        return core_schema.no_info_plain_validator_function(
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: value.iso, return_schema=core_schema.str_schema()
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "string",
            "pattern": r"^\d{4}(-(0[1-9]|1[0-2]))?$",
            "description": "a year, or a year and a month",
        }


class Entry(BaseModel):
    """Base of every part of the model: immutable, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Contact(Entry):
    """How to reach the member; the address is a postal one."""

    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    twitter: tuple[str, ...] = ()
    address: str | None = None


class Position(Entry):
    """One role at one employer. ``current`` tells "Present" from an unknown end."""

    company: str | None = None
    title: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    current: bool = False
    location: str | None = None
    description: str | None = None
    employment_type: str | None = None


class Education(Entry):
    """One course of study at one school."""

    school: str | None = None
    degree: str | None = None
    field: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    description: str | None = None


class Skill(Entry):
    """A skill by its name, with the number of endorsements where the format tells it."""

    name: str
    endorsements: int | None = None


class Language(Entry):
    """A language and LinkedIn's level of proficiency in it."""

    name: str
    proficiency: str | None = None


class Certification(Entry):
    """A licence or certification."""

    name: str
    authority: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    url: str | None = None
    license_number: str | None = None


class Project(Entry):
    """A project, with its own dates and text."""

    name: str
    description: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    url: str | None = None


class Publication(Entry):
    """An article, book or paper."""

    name: str
    publisher: str | None = None
    date: PartialDate | None = None
    description: str | None = None
    url: str | None = None


class Patent(Entry):
    """A patent or an application for one."""

    name: str
    number: str | None = None
    date: PartialDate | None = None
    description: str | None = None
    url: str | None = None


class Honor(Entry):
    """An honour or award."""

    name: str
    issuer: str | None = None
    date: PartialDate | None = None
    description: str | None = None


class Course(Entry):
    """A course by name and number."""

    name: str
    number: str | None = None


class TestScore(Entry):
    """The score of a test."""

    __test__ = False  # not a test case, whatever pytest thinks of the name

    name: str
    score: str | None = None
    date: PartialDate | None = None
    description: str | None = None


class Organization(Entry):
    """Membership of an organisation."""

    name: str
    position: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    description: str | None = None


class Volunteering(Entry):
    """An unpaid role."""

    company: str | None = None
    title: str | None = None
    cause: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    current: bool = False
    description: str | None = None


class Recommendation(Entry):
    """A recommendation received. Somebody else wrote it: its text is never proofread."""

    name: str | None = None
    title: str | None = None
    company: str | None = None
    text: str | None = None
    date: PartialDate | None = None
    visible: bool = True


class Invitation(Entry):
    """An invitation sent, with its note. ``url`` is the address of the recipient's profile."""

    recipient: str | None = None
    text: str | None = None
    date: str | None = None
    url: str | None = None


class DraftMessage(Entry):
    """A message written and not sent yet; with a subject it is an InMail.

    ``reply`` tells that it goes on with a conversation.
    """

    recipient: str | None = None
    subject: str | None = None
    text: str | None = None
    date: str | None = None
    reply: bool = False


class Post(Entry):
    """A post shared by the member."""

    text: str | None = None
    date: str | None = None
    url: str | None = None


class Profile(Entry):
    """A whole profile.

    ``public_url`` is the full address, ``https://www.linkedin.com/in/<slug>``, percent-decoded
    and without query; ``photo`` is the address of the picture where a format carries one.
    ``message`` is an invitation note that the member is about to send: no export has one.

    >>> profile = Profile.model_validate({"name": "Ada", "positions": [{"title": "Engineer"}]})
    >>> profile.positions[0].title
    'Engineer'
    """

    name: str | None = None
    headline: str | None = None
    about: str | None = None
    location: str | None = None
    industry: str | None = None
    public_url: str | None = None
    photo: str | None = None
    contact: Contact = Contact()
    positions: tuple[Position, ...] = ()
    education: tuple[Education, ...] = ()
    skills: tuple[Skill, ...] = ()
    languages: tuple[Language, ...] = ()
    certifications: tuple[Certification, ...] = ()
    projects: tuple[Project, ...] = ()
    publications: tuple[Publication, ...] = ()
    patents: tuple[Patent, ...] = ()
    honors: tuple[Honor, ...] = ()
    courses: tuple[Course, ...] = ()
    test_scores: tuple[TestScore, ...] = ()
    organizations: tuple[Organization, ...] = ()
    volunteering: tuple[Volunteering, ...] = ()
    causes: tuple[str, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    connections_count: int | None = None
    company_follows: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    invitations: tuple[Invitation, ...] = ()
    drafts: tuple[DraftMessage, ...] = ()
    posts: tuple[Post, ...] = ()
    message: str | None = None
