"""What a record holds beyond the profile, and what it does not tell."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from profilelint.loaders.scraped_shapes.filling import Filling
from profilelint.loaders.scraped_shapes.lookup import Place, find_all, fold_key, is_empty
from profilelint.loaders.scraped_shapes.people import Person
from profilelint.loaders.scraped_shapes.tables import ListTable
from profilelint.loaders.structured.tree import child
from profilelint.profile import Profile

_MOST = 12
_LONGEST = 200
_FEWEST_WORDS = 3
_PROSE = re.compile(r"[^\W\d_]{2,}")
# Keys that serve the tool or the page: names and places of things, counts, other people.
_TECHNICAL = re.compile(
    r".*(?:id|ids|urn|urns|url|urls|uri|link|links|logo|image|images|img|pic|picture|pictures"
    r"|photo|avatar|token|count|counts|timestamp|status|version|date|at|code|type|paging|meta"
    r"|locale|locales|premium|influencer|verified|creator|hiring|opentowork)"
    r"|(?:id|urn|url|is|has|tracking|cover|background|inferred|mini|multi|job.?company|geo|entity"
    r"|recipe|scrap|people|also|similar|more|other|related|browse|suggest|activit|posts?|updates?"
    r"|articles?|feed|featured|follow|distance|degree$|source|success|credit|query|search|input"
    r"|error|message|gender|birth|salary|age|sex|occupation|student|default|supported|duration"
    r"|totalduration|country|city|state|region|postal|zip|company|employee|industry|school|schema"
    r"|version|number|street|connection|network|position$|current|interests?|extra).*"
)

_WORDS = {
    "name": "no name",
    "headline": "no headline",
    "about": "no text about the person",
    "location": "no location",
    "industry": "no industry",
    "public_url": "no address of the profile",
    "photo": "no photo, which says nothing of the one on LinkedIn",
    "contact": "no contact info",
    "connections_count": "no number of connections",
    "education": "no education",
    "test_scores": "no test scores",
    "company_follows": "no companies followed",
    "volunteering": "no volunteering",
    "positions.employment_type": "no type of employment",
    "positions.description": "no text for any role",
    "positions.location": "no place for any role",
    "education.description": "no text for any education",
    "education.field": "no field of study",
    "skills.endorsements": "no endorsements",
    "certifications.license_number": "no licence numbers",
    "languages.proficiency": "no levels for the languages",
    "volunteering.cause": "no causes",
}
# An empty value of these says that nobody looked, not that there is none.
_PRIVATE = frozenset({"photo", "connections_count", "recommendations", "contact"})


def lacking(profile: Profile, person: Person, filling: Filling) -> dict[str, str]:
    """What the record cannot tell, and why."""
    found: dict[str, str] = {}
    shape = person.shape
    where = "this record" if shape.is_general else f"this record of {shape.title}"
    for field in Profile.model_fields:
        known = field in shape.omits or (field in filling.known and field not in _PRIVATE)
        if known or (getattr(profile, field) and field != "contact"):
            continue
        if field == "contact" and profile.contact.model_dump(exclude_defaults=True):
            continue
        found[field] = f"{where} has {_said(field)}"
    for name, table in shape.entries.items():
        found.update(_lacking_within(profile, name, table, filling, where))
    if reason := _not_all_skills(person):
        found["skills.all"] = reason
    texts = list(_texts(profile))
    if shape.casing or _is_lower(texts):
        found["casing"] = shape.casing or f"{where} is written in lower case throughout"
    if not any("\n" in text for text in texts):
        found["line-breaks"] = (
            f"{where} has no line breaks: whatever made it may have left them out"
        )
    return found


def _said(target: str) -> str:
    if target in _WORDS:
        return _WORDS[target]
    entries, _, field = target.replace("_", " ").partition(".")
    return f"no {field} for any of the {entries}" if field else f"no {entries}"


def _lacking_within(
    profile: Profile, name: str, table: ListTable, filling: Filling, where: str
) -> Iterator[tuple[str, str]]:
    entries = getattr(profile, name)
    if not entries:
        return
    for field in type(entries[0]).model_fields:
        target = f"{name}.{field}"
        if field in {"current", "visible"} or field in table.omits or target in filling.known:
            continue
        if field in {"start", "end", "date"}:
            dates = f"{name}.dates" in filling.known
            if dates or any(f"{name}.{other}" in filling.known for other in ("start", "end")):
                continue
        if not any(getattr(entry, field) for entry in entries):
            yield target, f"{where} has {_said(target)}"


def _not_all_skills(person: Person) -> str | None:
    shape = person.shape
    if shape.only_top is not None:
        keys = {fold_key(key) for key, value in person.value.items() if not is_empty(value)}
        if "skills" not in keys and fold_key(shape.only_top) in keys:
            return f"this record of {shape.title} has only the top skills"
    for paging, _ in find_all([(person.value, "")], "skillView.paging"):
        elements = [part for part, _ in find_all([(person.value, "")], "skillView.elements")]
        total = paging.get("total") if isinstance(paging, Mapping) else None
        held = len(elements[0]) if elements and isinstance(elements[0], list) else 0
        if isinstance(total, int) and total > held:
            return f"this answer holds {held} of the {total} skills"
    return shape.not_all_skills


def _texts(profile: Profile) -> Iterator[str]:
    yield from (text for text in (profile.headline, profile.about) if text)
    yield from (role.description for role in profile.positions if role.description)
    yield from (school.description for school in profile.education if school.description)


def _is_lower(texts: Collection[str]) -> bool:
    said = " ".join(texts)
    return len(said.split()) > 8 and said == said.lower() and said != said.upper()


def left_over(person: Person, seen: Collection[str]) -> Iterator[Place]:
    """Yield what was not read and reads like a part of a profile: no identifiers, no pictures."""
    above = {at[:index] for at in seen for index, letter in enumerate(at) if letter == "/"} | {""}
    found = _rest(person.value, person.pointer, frozenset(seen), above)
    for number, place in enumerate(found):
        if number == _MOST:
            return
        yield place


def _rest(
    root: object, pointer: str, seen: Collection[str], above: Collection[str]
) -> Iterator[Place]:
    todo: list[Place] = [(root, pointer)]
    while todo:
        value, at = todo.pop()
        children: list[tuple[str | int, Any]] = []
        if isinstance(value, Mapping):
            children = [(k, v) for k, v in value.items() if not _TECHNICAL.fullmatch(fold_key(k))]
        elif isinstance(value, list):
            children = list(enumerate(value))
        for key, item in reversed(children):
            place = child(at, key)
            if place in seen and not (isinstance(item, Mapping | list) and place in above):
                continue
            if place in above:
                todo.append((item, place))
            elif _is_prose(item):
                yield item, place


def _is_prose(value: object) -> bool:
    if isinstance(value, Mapping | list):
        return _is_prose(shortened(value))
    return isinstance(value, str) and len(_PROSE.findall(value)) >= _FEWEST_WORDS


def shortened(value: object) -> str:
    """A value as a text that fits into a report."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
