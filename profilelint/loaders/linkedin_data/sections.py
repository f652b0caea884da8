"""Reads the tables that are lists of the profile: roles, schools, skills and the rest."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from profilelint.loaders.linkedin_data.cells import Cell, Table, filled
from profilelint.loaders.linkedin_data.dates import read_day
from profilelint.loaders.linkedin_data.draft import Draft, Form
from profilelint.profile import (
    Certification,
    Course,
    DraftMessage,
    Education,
    Honor,
    Invitation,
    Language,
    Organization,
    Patent,
    Position,
    Post,
    Project,
    Publication,
    Recommendation,
    Skill,
    TestScore,
    Volunteering,
)

Tables = Mapping[str, Sequence[Table]]

START = ("startedon", "startdate")
END = ("finishedon", "enddate")

_LEVELS = {
    "elementary": "Elementary",
    "limited working": "Limited Working",
    "professional working": "Professional Working",
    "full professional": "Full Professional",
    "native or bilingual": "Native or Bilingual",
}


def read_sections(draft: Draft, tables: Tables) -> dict[str, Any]:
    """Return the profile's lists."""
    fields: dict[str, Any] = {
        field: draft.entries(f"/{field}", tables.get(table, ()), build)
        for field, table, build in _LISTS
    }
    fields["skills"] = _skills(draft, tables)
    for field, table, name_of in _NAMES:
        fields[field] = draft.entries(f"/{field}", tables.get(table, ()), name_of)
    connections = tables.get("connections", ())
    for part in connections:
        draft.anchor("/connections_count", part.home)
    if connections:
        fields["connections_count"] = sum(len(part.rows) for part in connections)
    return fields


def _position(form: Form) -> Position:
    return Position(
        company=form.text("company", "companyname"),
        title=form.text("title", "title"),
        start=form.date("start", *START),
        end=form.date("end", *END),
        current=form.is_current(START, END),
        location=form.text("location", "location"),
        description=form.prose("description", "description"),
    )


def _education(form: Form) -> Education:
    return Education(
        school=form.text("school", "schoolname"),
        degree=form.text("degree", "degreename"),
        field=form.text("field", "major"),
        start=form.date("start", *START),
        end=form.date("end", *END),
        description=form.joined("description", "\n\n", "notes", "activities", recover=True),
    )


def _skills(draft: Draft, tables: Tables) -> tuple[Skill, ...]:
    endorsed = tables.get("endorsementreceivedinfo", ())
    counts: Counter[str] = Counter()
    for table in endorsed:
        for row in table.rows:
            draft.check()
            skill, status = filled(row, "skillname"), filled(row, "endorsementstatus")
            given = filled(row, "endorseefirstname", "endorseelastname", "endorseepublicurl")
            if skill is not None and given is None and _says(status, "ACCEPTED"):
                counts[skill.text.strip()] += 1

    def build(form: Form) -> Skill | None:
        name = form.text("name", "name")
        if name is None:
            return None
        return Skill(name=name, endorsements=counts[name] if endorsed else None)

    return draft.entries("/skills", tables.get("skills", ()), build)


def _says(cell: Cell | None, word: str) -> bool:
    """Whether a cell has that word; an empty one might."""
    return cell is None or cell.text.strip().upper() == word


def _language(form: Form) -> Language | None:
    name = form.text("name", "name")
    if name is None:
        return None
    level = form.text("proficiency", "proficiency")
    if level is not None:  # the export adds a word to what the profile shows
        short = level.casefold().removesuffix("proficiency").strip()
        level = _LEVELS.get(short, level)
    return Language(name=name, proficiency=level)


def _certification(form: Form) -> Certification | None:
    name = form.text("name", "name")
    if name is None:
        return None
    return Certification(
        name=name,
        authority=form.text("authority", "authority"),
        start=form.date("start", *START),
        end=form.date("end", *END),
        url=form.text("url", "url"),
        license_number=form.text("license_number", "licensenumber"),
    )


def _project(form: Form) -> Project | None:
    name = form.text("name", "title")
    if name is None:
        return None
    return Project(
        name=name,
        description=form.prose("description", "description"),
        start=form.date("start", *START),
        end=form.date("end", *END),
        url=form.text("url", "url"),
    )


def _publication(form: Form) -> Publication | None:
    name = form.text("name", "name")
    if name is None:
        return None
    return Publication(
        name=name,
        publisher=form.text("publisher", "publisher"),
        date=form.date("date", "publishedon", "date"),
        description=form.prose("description", "description"),
        url=form.text("url", "url"),
    )


def _patent(form: Form) -> Patent | None:
    name = form.text("name", "title", "name")
    if name is None:
        return None
    return Patent(
        name=name,
        number=form.text("number", "patentnumber", "number", "applicationnumber"),
        date=form.date("date", "issuedon", "issuedate", "filedon", "filingdate", "date"),
        description=form.prose("description", "description"),
        url=form.text("url", "url"),
    )


def _honor(form: Form) -> Honor | None:
    name = form.text("name", "title")
    if name is None:
        return None
    return Honor(
        name=name,
        issuer=form.text("issuer", "issuer"),
        date=form.date("date", "issuedon", "issuedate", "date"),
        description=form.prose("description", "description"),
    )


def _course(form: Form) -> Course | None:
    name = form.text("name", "name")
    return None if name is None else Course(name=name, number=form.text("number", "number"))


def _test_score(form: Form) -> TestScore | None:
    name = form.text("name", "name", "title")
    if name is None:
        return None
    return TestScore(
        name=name,
        score=form.text("score", "score"),
        date=form.date("date", "date", "testdate"),
        description=form.prose("description", "description"),
    )


def _organization(form: Form) -> Organization | None:
    name = form.text("name", "name")
    if name is None:
        return None
    return Organization(
        name=name,
        position=form.text("position", "position"),
        start=form.date("start", *START),
        end=form.date("end", *END),
        description=form.prose("description", "description"),
    )


def _volunteering(form: Form) -> Volunteering:
    return Volunteering(
        company=form.text("company", "companyname"),
        title=form.text("title", "role"),
        cause=form.text("cause", "cause"),
        start=form.date("start", *START),
        end=form.date("end", *END),
        current=form.is_current(START, END),
        description=form.prose("description", "description"),
    )


def _recommendation(form: Form) -> Recommendation:
    return Recommendation(
        name=form.joined("name", " ", "firstname", "lastname"),
        title=form.text("title", "jobtitle"),
        company=form.text("company", "company"),
        text=form.prose("text", "text"),
        date=form.date("date", "creationdate"),
        visible=_says(filled(form.row, "status"), "VISIBLE"),
    )


def _invitation(form: Form) -> Invitation | None:
    if not is_sent(form):
        return None
    return Invitation(
        recipient=form.text("recipient", "to"),
        text=form.prose("text", "message"),
        date=_day(form, "sentat"),
        url=form.text("url", "inviteeprofileurl"),
    )


def is_sent(form: Form) -> bool:
    """Whether a row of the invitations is one that the owner sent."""
    direction = filled(form.row, "direction")
    return direction is not None and direction.text.strip().upper() == "OUTGOING"


def _draft(form: Form) -> DraftMessage | None:
    """A message that was not sent yet; what was sent, or came from others, is nobody's business."""
    draft = filled(form.row, "ismessagedraft")
    if draft is None or draft.text.strip().upper() != "YES":
        return None
    opens = filled(form.row, "isconversationdraft")
    return DraftMessage(
        recipient=form.text("recipient", "to"),
        subject=form.text("subject", "subject"),
        text=form.prose("text", "content"),
        date=_day(form, "date"),
        reply=opens is not None and opens.text.strip().upper() == "NO",
    )


def _post(form: Form) -> Post | None:
    post = Post(
        text=form.prose("text", "sharecommentary"),
        date=_day(form, "date"),
        url=form.text("url", "sharelink"),
    )
    return None if post.text is None and post.url is None else post


def _day(form: Form, column: str) -> str | None:
    cell = filled(form.row, column)
    if cell is None:
        return None
    form.draft.anchor(f"{form.pointer}/date", cell.home)
    day = read_day(cell.text)
    if day is None:
        form.draft.leave(cell, "this is no date that profilelint can read")
    return None if day is None else day.isoformat()


def _cause(form: Form) -> str | None:
    return form.text("", "supportedcause")


def _company(form: Form) -> str | None:
    return form.text("", "organization")


def _group(form: Form) -> str | None:
    return form.text("", "groupname", "name")


_LISTS: tuple[tuple[str, str, Callable[[Form], Any]], ...] = (
    ("positions", "positions", _position),
    ("education", "education", _education),
    ("languages", "languages", _language),
    ("certifications", "certifications", _certification),
    ("projects", "projects", _project),
    ("publications", "publications", _publication),
    ("patents", "patents", _patent),
    ("honors", "honors", _honor),
    ("courses", "courses", _course),
    ("test_scores", "testscores", _test_score),
    ("organizations", "organizations", _organization),
    ("volunteering", "volunteering", _volunteering),
    ("recommendations", "recommendationsreceived", _recommendation),
    ("invitations", "invitations", _invitation),
    ("drafts", "messages", _draft),
    ("posts", "shares", _post),
)
_NAMES: tuple[tuple[str, str, Callable[[Form], str | None]], ...] = (
    ("causes", "causesyoucareabout", _cause),
    ("company_follows", "companyfollows", _company),
    ("groups", "groups", _group),
)
