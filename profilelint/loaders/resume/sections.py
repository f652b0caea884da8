"""Reads the lists of a JSON Resume, entry by entry."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from profilelint.loaders.resume.basics import UNKNOWN, location_text
from profilelint.loaders.resume.draft import Draft, Form
from profilelint.loaders.structured.records import Record, Text
from profilelint.profile import (
    Certification,
    Course,
    Education,
    Honor,
    Language,
    Position,
    Project,
    Publication,
    Recommendation,
    Skill,
    Volunteering,
)

Built = TypeVar("Built")

_NO_LINK = "LinkedIn has no web address in such an entry"
_NO_LINE = "LinkedIn has no such line here; put it into the text"
_NO_GRADE = "profilelint reads no grades"
_REASONS = {
    "url": _NO_LINK,
    "website": _NO_LINK,
    "description": "LinkedIn has no description of the employer in an entry",
    "keywords": _NO_LINE,
    "roles": _NO_LINE,
    "entity": _NO_LINE,
    "type": _NO_LINE,
    "level": "LinkedIn shows no level for a skill",
    "score": _NO_GRADE,
    "gpa": _NO_GRADE,
}
_NO_TEXT = "LinkedIn has no text about an employer; put it into a role"
_OWN_DATES = "the roles at this employer have dates of their own"
_OF_EMPLOYERS = _REASONS | {
    "summary": _NO_TEXT,
    "description": _NO_TEXT,
    "highlights": _NO_TEXT,
    "startDate": _OWN_DATES,
    "endDate": _OWN_DATES,
}


def read_sections(draft: Draft, resume: Record) -> dict[str, Any]:
    """Return the profile's fields that the lists hold."""

    def entries(
        field: str, key: str, build: Callable[[Form], Built | None], bare: str | None = None
    ) -> tuple[Built, ...]:
        records = resume.records(key, bare=bare)
        return draft.entries(f"/{field}", resume.home(key), records, build)

    return {
        "positions": _positions(draft, resume),
        "education": entries("education", "education", _education),
        "courses": _courses(draft, resume),
        "skills": _skills(draft, resume),
        "languages": entries("languages", "languages", _language, "language"),
        "certifications": entries("certifications", "certificates", _certificate, "name"),
        "projects": entries("projects", "projects", _project, "name"),
        "publications": entries("publications", "publications", _publication, "name"),
        "honors": entries("honors", "awards", _award, "title"),
        "volunteering": entries("volunteering", "volunteer", _volunteering),
        "recommendations": entries("recommendations", "references", _reference),
    }


def _positions(draft: Draft, resume: Record) -> tuple[Position, ...]:
    roles: list[Record] = []
    employers: dict[str, Record] = {}
    for record in resume.records("work"):
        # Some write several roles at one employer as positions within one entry.
        nested = record.records("positions")
        roles.extend(nested or [record])
        if nested:
            employers.update((role.pointer, record) for role in nested)
            record.raw("name", "company")
            if not all(role.has("location") for role in nested):
                record.raw("location")
            draft.leave_rest(record, _OF_EMPLOYERS, UNKNOWN)

    def build(form: Form) -> Position:
        return _position(form, employers.get(form.record.pointer))

    return draft.entries("/positions", resume.home("work"), roles, build)


def _position(form: Form, employer: Record | None) -> Position:
    record, at = form.record, form.pointer
    company = record.text("name", "company")
    if company is None and employer is not None:
        company = employer.text("name", "company")
    there = record if employer is None or record.has("location") else employer
    location, place = location_text(form.draft, f"{at}/location", there, "location")
    form.draft.leave_rest(place, {}, UNKNOWN)
    position = Position(
        company=None if company is None else form.draft.put(f"{at}/company", company),
        title=form.text("title", "position", "title"),
        start=form.date("start", "startDate"),
        end=form.date("end", "endDate"),
        current=form.is_current("startDate", "endDate"),
        location=location,
        description=_description(form),
    )
    form.leave_rest(_REASONS, UNKNOWN)
    return position


def _description(form: Form) -> str | None:
    # In version 1 a description is the employer's ("a bank"), but where the summary is absent
    # people mean it as one.
    keys = ("summary",) if form.record.has("summary") else ("summary", "description")
    return form.description("description", keys, "highlights")


def _volunteering(form: Form) -> Volunteering:
    entry = Volunteering(
        company=form.text("company", "organization", "name"),
        title=form.text("title", "position", "title"),
        start=form.date("start", "startDate"),
        end=form.date("end", "endDate"),
        current=form.is_current("startDate", "endDate"),
        description=_description(form),
    )
    form.leave_rest(_REASONS, UNKNOWN)
    return entry


def _education(form: Form) -> Education:
    form.record.raw("courses")  # which are entries of their own
    entry = Education(
        school=form.text("school", "institution", "name"),
        degree=form.text("degree", "studyType"),
        field=form.text("field", "area"),
        start=form.date("start", "startDate"),
        end=form.date("end", "endDate"),
        description=form.text("description", "summary", "description"),
    )
    form.leave_rest(_REASONS, UNKNOWN)
    return entry


def _courses(draft: Draft, resume: Record) -> tuple[Course, ...]:
    def build(form: Form) -> Course | None:
        name = form.text("name", "name")
        if name is None:
            return None
        form.leave_rest(_REASONS, UNKNOWN)
        return Course(name=name)

    schools = resume.records("education")
    courses = [course for school in schools for course in school.records("courses", bare="name")]
    return draft.entries("/courses", resume.home("education"), courses, build)


def _skills(draft: Draft, resume: Record) -> tuple[Skill, ...]:
    draft.anchor("/skills", resume.home("skills"))
    found: list[Skill] = []
    for text in _skill_texts(draft, resume):
        at = f"/skills/{len(found)}"
        draft.anchor(at, text.pointer)
        found.append(Skill(name=draft.put(f"{at}/name", text)))
    return tuple(found)


def _skill_texts(draft: Draft, resume: Record) -> Iterator[Text]:
    """Yield each skill's name and then its keywords, but no keyword a second time."""
    listed: set[str] = set()
    for record in resume.records("skills", bare="name"):
        name = record.text("name")
        if name is not None:
            listed.add(name.text)
            yield name
        for keyword in record.texts("keywords"):
            if keyword.text not in listed:
                listed.add(keyword.text)
                yield keyword
        draft.leave_rest(record, _REASONS, UNKNOWN)


def _language(form: Form) -> Language | None:
    name = form.text("name", "language", "name")
    if name is None:
        return None
    entry = Language(
        name=name, proficiency=form.text("proficiency", "fluency", "level", "proficiency")
    )
    form.leave_rest(_REASONS, UNKNOWN)
    return entry


def _certificate(form: Form) -> Certification | None:
    name = form.text("name", "name", "title")
    if name is None:
        return None
    entry = Certification(
        name=name,
        authority=form.text("authority", "issuer"),
        start=form.date("start", "date"),
        url=form.address("url", "url", "website"),
    )
    form.leave_rest(_REASONS, UNKNOWN)
    return entry


def _project(form: Form) -> Project | None:
    name = form.text("name", "name", "title")
    if name is None:
        return None
    entry = Project(
        name=name,
        description=form.description("description", ("description", "summary"), "highlights"),
        start=form.date("start", "startDate"),
        end=form.date("end", "endDate"),
        url=form.address("url", "url", "website"),
    )
    form.leave_rest(_REASONS, UNKNOWN)
    return entry


def _publication(form: Form) -> Publication | None:
    name = form.text("name", "name", "title")
    if name is None:
        return None
    entry = Publication(
        name=name,
        publisher=form.text("publisher", "publisher"),
        date=form.date("date", "releaseDate", "date"),
        description=form.text("description", "summary", "description"),
        url=form.address("url", "url", "website"),
    )
    form.leave_rest(_REASONS, UNKNOWN)
    return entry


def _award(form: Form) -> Honor | None:
    name = form.text("name", "title", "name")
    if name is None:
        return None
    entry = Honor(
        name=name,
        issuer=form.text("issuer", "awarder"),
        date=form.date("date", "date"),
        description=form.text("description", "summary", "description"),
    )
    form.leave_rest(_REASONS, UNKNOWN)
    return entry


def _reference(form: Form) -> Recommendation:
    entry = Recommendation(name=form.text("name", "name"), text=form.text("text", "reference"))
    form.leave_rest(_REASONS, UNKNOWN)
    return entry
