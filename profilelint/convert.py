"""Converts a profile into JSON Resume (version 1) or into profilelint's own JSON.

What the target can hold is kept as it is, but for web addresses, which JSON Resume wants in full
(``https://…``), and blank texts, which say nothing. What it cannot hold is named, one by one.
Decisions:

- A description that is a text and a list of bullets becomes a summary and highlights.
- JSON Resume lists courses under a school; those of a profile go there where it has one school.
- A text that looks like Markdown or HTML and is none is marked as plain in ``meta.profilelint``.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import quote

from profilelint.document import Document, Unplaced
from profilelint.errors import ConfigError
from profilelint.loaders import Loadable, load
from profilelint.loaders.json_resume import AS_TYPED
from profilelint.loaders.markup import plain
from profilelint.loaders.resume.basics import PROFILE_ROOT
from profilelint.loaders.resume.countries import country_code
from profilelint.loaders.resume.draft import has_bullet
from profilelint.loaders.resume.loose_dates import read_date
from profilelint.profile import (
    Certification,
    Education,
    Entry,
    Honor,
    Language,
    PartialDate,
    Position,
    Profile,
    Project,
    Publication,
    Recommendation,
    Skill,
    Volunteering,
)

TARGETS = ("json-resume", "profile")
"""What a profile can be converted to."""

_SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_LONG = 60
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[:/?#]\S*)?")
_URI_MARKS = "%:/?#[]@!$&'()*+,;=~"
_BULLETS = re.compile(r"(?:(?P<summary>.*?)\n\n)??(?P<points>• [^\n]*(?:\n• [^\n]*)*)", re.DOTALL)
_NOWHERE = {
    "industry": "a JSON Resume has no industry",
    "patents": "a JSON Resume has no patents",
    "test_scores": "a JSON Resume has no test scores",
    "organizations": "a JSON Resume has no organisations",
    "causes": "a JSON Resume has no causes",
    "connections_count": "a JSON Resume does not tell the number of connections",
    "company_follows": "a JSON Resume does not tell the companies followed",
    "groups": "a JSON Resume has no groups",
    "invitations": "a JSON Resume has no invitations",
    "drafts": "a JSON Resume has no drafts of messages",
    "message": "a JSON Resume has no note",
    "posts": "a JSON Resume has no posts",
}


@dataclass(frozen=True, slots=True)
class Converted:
    """What a conversion came to.

    Attributes:
        text: the JSON.
        left_out: what it does not hold, one sentence each.
    """

    text: str
    left_out: tuple[str, ...]


def convert(source: Loadable, to: str, *, format_in: str | None = None) -> Converted:
    """Convert an export.

    Args:
        source: what :func:`profilelint.load` takes.
        to: ``json-resume`` or ``profile``.
        format_in: the name of the source's format, where its content does not tell.

    Raises:
        ConfigError: there is no such target or format.
        InputError: the export could not be read.
    """
    if to not in TARGETS:
        raise ConfigError(f"no conversion leads to “{to}”", hint=f"known are {', '.join(TARGETS)}")
    document = load(source, format_in=format_in)
    value, left = to_profile(document)
    if to == "json-resume":
        value, lost = to_json_resume(document.profile, now=document.now)
        left += lost
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    # Half of a surrogate pair can be in no file; a program may have handed one over.
    return Converted(text.encode("utf-8", "replace").decode("utf-8"), tuple(left))


def to_profile(document: Document) -> tuple[dict[str, Any], list[str]]:
    """Return profilelint's own JSON of a document, and what its source had beyond the model.

    >>> document = load({"basics": {"name": "Ada", "age": 36}})
    >>> to_profile(document)
    ({'name': 'Ada'}, ['/basics/age (“36”): JSON Resume has no such key'])
    """
    value = document.profile.model_dump(mode="json", exclude_defaults=True)
    if document.now is not None:
        value["meta"] = {"lastModified": document.now.isoformat()}
    return value, [_unplaced(one) for one in document.unplaced]


def to_json_resume(
    profile: Profile, *, now: date | None = None
) -> tuple[dict[str, Any], list[str]]:
    """Return the JSON Resume of a profile, and what that cannot hold.

    Args:
        profile: the profile.
        now: the day of the profile's export.

    >>> resume, left = to_json_resume(Profile(name="Ada", industry="Software"))
    >>> resume["basics"], left
    ({'name': 'Ada'}, ['/industry (“Software”): a JSON Resume has no industry'])
    """
    out = _Out()
    basics = _basics(out, profile)
    found = {"$schema": _SCHEMA, "basics": basics, **dict(_sections(out, profile))}
    resume = _filled(found)
    _courses(out, profile, resume)
    for name, reason in _NOWHERE.items():
        out.leave_all(f"/{name}", getattr(profile, name), reason)
    meta: dict[str, Any] = {"version": "v1.0.0"}
    if now is not None:
        meta["lastModified"] = f"{now.isoformat()}T00:00:00"
    if any(plain(text).text != text for text in _texts(resume)):
        meta["profilelint"] = AS_TYPED
    return {**resume, "meta": meta}, out.left


@dataclass(slots=True)
class _Out:
    """Writes values, and remembers those that have no place."""

    left: list[str] = field(default_factory=list)

    def leave(self, pointer: str, value: object, reason: str) -> None:
        self.left.append(_sentence(pointer, value, reason))

    def leave_all(self, pointer: str, value: object, reason: str) -> None:
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                self.leave(f"{pointer}/{index}", item, reason)
        elif value is not None:
            self.leave(pointer, value, reason)

    def uri(self, pointer: str, value: str | None) -> str | None:
        if value is None or not value.strip():
            return None
        found = _uri(value.strip())
        if found is None:
            self.leave(pointer, value, "a JSON Resume wants a whole web address, https://…")
        return found

    def date(self, pointer: str, value: PartialDate | None) -> str | None:
        if value is None:
            return None
        if read_date(value.iso) is None:
            self.leave(pointer, value.iso, "a JSON Resume has no such year")
            return None
        return value.iso

    def span(self, at: str, entry: Position | Volunteering) -> dict[str, str | None]:
        """Write start and end; a JSON Resume takes a role for a current one until it has an end."""
        start, end = self.date(f"{at}/start", entry.start), self.date(f"{at}/end", entry.end)
        said = entry.current, start is not None and end is None
        if said == (True, False):
            reason = "a JSON Resume tells a current role by a start and no end"
            self.leave(f"{at}/current", value=True, reason=reason)
        elif said == (False, True):
            reason = "a JSON Resume cannot tell an unknown end from a current role"
            self.leave(f"{at}/current", value=False, reason=reason)
        return {"startDate": start, "endDate": end}

    def entries(
        self, pointer: str, entries: Iterable[Any], write: Callable[[Any, str], Mapping[str, Any]]
    ) -> list[dict[str, Any]]:
        written = [_filled(write(entry, f"{pointer}/{i}")) for i, entry in enumerate(entries)]
        return [entry for entry in written if entry]


def _basics(out: _Out, profile: Profile) -> dict[str, Any]:
    contact = profile.contact
    email = next((one for one in contact.emails if re.fullmatch(r"[^\s@]+@[^\s@]+", one)), None)
    _leave_others(out, "/contact/emails", contact.emails, email, "one e-mail address")
    phone = next((one for one in contact.phones if one.strip()), None)
    _leave_others(out, "/contact/phones", contact.phones, phone, "one telephone number")
    sites = [
        site
        for index, text in enumerate(contact.websites)
        if (site := out.uri(f"/contact/websites/{index}", text)) is not None
    ]
    profiles = [_filled(one) for one in _profiles(out, profile, sites[1:])]
    return _filled(
        {
            "name": profile.name,
            "label": profile.headline,
            "image": profile.photo,
            "email": email,
            "phone": phone,
            "url": sites[0] if sites else None,
            "summary": profile.about,
            "location": _filled({"address": contact.address, **_place(profile.location)}),
            "profiles": profiles,
        }
    )


def _leave_others(
    out: _Out, pointer: str, texts: tuple[str, ...], kept: str | None, what: str
) -> None:
    first = texts.index(kept) if kept is not None else None
    for index, text in enumerate(texts):
        if index != first and text.strip():
            out.leave(f"{pointer}/{index}", text, f"a JSON Resume has room for {what}")


def _profiles(out: _Out, profile: Profile, sites: list[str]) -> Iterator[dict[str, str]]:
    if profile.public_url is not None and profile.public_url.strip():
        slug = profile.public_url.removeprefix(PROFILE_ROOT)
        if slug == profile.public_url or not slug.strip() or not slug.isprintable():
            reason = f"this is no address of a LinkedIn profile, {PROFILE_ROOT}…"
            out.leave("/public_url", profile.public_url, reason)
        else:
            url = PROFILE_ROOT + quote(slug, safe="", errors="replace")
            yield {"network": "LinkedIn", "username": slug, "url": url}
    yield from ({"network": "Twitter", "username": handle} for handle in profile.contact.twitter)
    yield from ({"network": "Website", "url": site} for site in sites)


def _place(text: str | None) -> dict[str, str]:
    """Take a place apart, such that putting it together gives the same text."""
    if text is None:
        return {}
    *parts, last = text.split(", ")
    if not all(part.strip() for part in (*parts, last)):
        return {"city": text}
    code = country_code(last)
    if code is None:
        return {"city": ", ".join(parts), "region": last} if parts else {"city": last}
    if len(parts) < 2:
        return {**({"city": parts[0]} if parts else {}), "countryCode": code}
    return {"city": ", ".join(parts[:-1]), "region": parts[-1], "countryCode": code}


def _sections(out: _Out, profile: Profile) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    def position(entry: Position, at: str) -> dict[str, Any]:
        out.leave_all(
            f"{at}/employment_type",
            entry.employment_type,
            "a JSON Resume has no type of employment",
        )
        return {
            "name": entry.company,
            "position": entry.title,
            "location": entry.location,
            **out.span(at, entry),
            **_described("summary", entry.description),
        }

    def volunteering(entry: Volunteering, at: str) -> dict[str, Any]:
        out.leave_all(f"{at}/cause", entry.cause, _NOWHERE["causes"])
        return {
            "organization": entry.company,
            "position": entry.title,
            **out.span(at, entry),
            **_described("summary", entry.description),
        }

    def school(entry: Education, at: str) -> dict[str, Any]:
        reason = "a JSON Resume has no text about an education"
        out.leave_all(f"{at}/description", entry.description, reason)
        return {
            "institution": entry.school,
            "studyType": entry.degree,
            "area": entry.field,
            "startDate": out.date(f"{at}/start", entry.start),
            "endDate": out.date(f"{at}/end", entry.end),
        }

    def project(entry: Project, at: str) -> dict[str, Any]:
        return {
            "name": entry.name,
            **_described("description", entry.description),
            "startDate": out.date(f"{at}/start", entry.start),
            "endDate": out.date(f"{at}/end", entry.end),
            "url": out.uri(f"{at}/url", entry.url),
        }

    yield "work", out.entries("/positions", profile.positions, position)
    yield "volunteer", out.entries("/volunteering", profile.volunteering, volunteering)
    yield "education", out.entries("/education", profile.education, school)
    yield "projects", out.entries("/projects", profile.projects, project)
    yield from _lists(out, profile)


def _lists(out: _Out, profile: Profile) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    def honor(entry: Honor, at: str) -> dict[str, Any]:
        return {
            "title": entry.name,
            "date": out.date(f"{at}/date", entry.date),
            "awarder": entry.issuer,
            "summary": entry.description,
        }

    def certificate(entry: Certification, at: str) -> dict[str, Any]:
        if entry.end is not None:
            out.leave(f"{at}/end", entry.end.iso, "a JSON Resume has one date of a certificate")
        reason = "a JSON Resume has no licence numbers"
        out.leave_all(f"{at}/license_number", entry.license_number, reason)
        return {
            "name": entry.name,
            "date": out.date(f"{at}/start", entry.start),
            "url": out.uri(f"{at}/url", entry.url),
            "issuer": entry.authority,
        }

    def publication(entry: Publication, at: str) -> dict[str, Any]:
        return {
            "name": entry.name,
            "publisher": entry.publisher,
            "releaseDate": out.date(f"{at}/date", entry.date),
            "url": out.uri(f"{at}/url", entry.url),
            "summary": entry.description,
        }

    def skill(entry: Skill, at: str) -> dict[str, Any]:
        out.leave_all(f"{at}/endorsements", entry.endorsements, "a JSON Resume has no endorsements")
        return {"name": entry.name}

    def language(entry: Language, at: str) -> dict[str, Any]:  # noqa: ARG001  (as the others)
        return {"language": entry.name, "fluency": entry.proficiency}

    def reference(entry: Recommendation, at: str) -> dict[str, Any]:
        reason = "a JSON Resume has the name and the text of a reference"
        for name in ("title", "company"):
            out.leave_all(f"{at}/{name}", getattr(entry, name), reason)
        if entry.date is not None:
            out.leave(f"{at}/date", entry.date.iso, reason)
        if not entry.visible:
            out.leave(f"{at}/visible", value=False, reason=reason)
        return {"name": entry.name, "reference": entry.text}

    yield "awards", out.entries("/honors", profile.honors, honor)
    yield "certificates", out.entries("/certifications", profile.certifications, certificate)
    yield "publications", out.entries("/publications", profile.publications, publication)
    yield "skills", out.entries("/skills", profile.skills, skill)
    yield "languages", out.entries("/languages", profile.languages, language)
    yield "references", out.entries("/recommendations", profile.recommendations, reference)


def _courses(out: _Out, profile: Profile, resume: dict[str, Any]) -> None:
    schools = resume.get("education", [])
    for index, course in enumerate(profile.courses):
        if len(schools) != 1:
            reason = "a JSON Resume lists courses under their school, which this profile tells not"
            out.leave(f"/courses/{index}", course, reason)
            continue
        if course.number is not None:
            reason = "a JSON Resume has no numbers of courses"
            out.leave(f"/courses/{index}/number", course.number, reason)
        if course.name.strip():
            schools[0].setdefault("courses", []).append(course.name)


def _described(key: str, text: str | None) -> dict[str, Any]:
    r"""Take a description apart, where putting it together gives the same text.

    >>> _described("summary", "Ran it.\n\n• Led 5\n• Won")
    {'summary': 'Ran it.', 'highlights': ['Led 5', 'Won']}
    """
    match = _BULLETS.fullmatch(text) if text else None
    if match is None:
        return {key: text}
    summary = match["summary"]
    points = [line.removeprefix("• ") for line in match["points"].split("\n")]
    is_same = summary is None or (summary.strip() and summary == summary.rstrip())
    if not is_same or any(not point.strip() or has_bullet(point) for point in points):
        return {key: text}
    return {key: summary, "highlights": points}


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing."""
    return {
        key: value
        for key, value in values.items()
        if value not in (None, [], {}) and not (isinstance(value, str) and not value.strip())
    }


def _uri(text: str) -> str | None:
    if any(character.isspace() for character in text):
        return None
    if _HOST.fullmatch(text):
        text = f"https://{text}"
    elif not _SCHEME.fullmatch(text):
        return None
    return quote(text, safe=_URI_MARKS, errors="replace")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))


def _unplaced(one: Unplaced) -> str:
    place = one.location
    if place is None:
        where = "the source"
    elif place.pointer:
        where = place.pointer
    elif place.line is None:
        where = place.file
    else:
        where = f"page {place.page}, line {place.line}" if place.page else f"line {place.line}"
    return _sentence(where, one.text, one.reason)


def _sentence(where: str, value: object, reason: str) -> str:
    if isinstance(value, Entry):
        value = next((v for v in value.model_dump().values() if isinstance(v, str)), "")
    if isinstance(value, bool):
        return f"{where}: {reason}"
    said = " ".join(str(value).split())
    shown = said if len(said) <= _LONG else f"{said[: _LONG - 1].rstrip()}…"
    return f"{where} (“{shown}”): {reason}" if shown else f"{where}: {reason}"
