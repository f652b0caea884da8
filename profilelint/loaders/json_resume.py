"""Loads a JSON Resume (https://jsonresume.org/schema): version 1, and the names of version 0.

What LinkedIn has a place for goes there; the rest is kept aside, each with its reason. Decisions:

- An entry's description is its summary, a blank line, and a bullet for each highlight.
- LinkedIn's skills are one flat list, while a JSON Resume groups: a skill's name and each of its
  keywords are skills. A keyword that stands in two groups is listed once.
- The courses of an education are LinkedIn's courses; its score has no place.
- Profiles elsewhere than on LinkedIn and Twitter are websites of the contact info.
"""

import re
from collections.abc import Mapping
from datetime import date

from profilelint.document import Carries, Document
from profilelint.errors import InputError
from profilelint.loaders.resume.basics import UNKNOWN, read_basics
from profilelint.loaders.resume.draft import Draft
from profilelint.loaders.resume.sections import read_sections
from profilelint.loaders.source import Source
from profilelint.loaders.structured.records import Record
from profilelint.loaders.structured.tree import head, read_tree, top_keys
from profilelint.profile import Profile

FORMAT = "json-resume"

_LISTS = frozenset({"work", "education", "volunteer"})
_OWN_KEYS = ("startDate", "endDate", "highlights", "studyType", "institution")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_REACTIVE_RESUME = ("sections", "metadata")

_LACKING = {
    "industry": "a JSON Resume has no industry",
    "connections_count": "a JSON Resume does not tell the number of connections",
    "positions.employment_type": "a JSON Resume has no type of employment",
    "skills.endorsements": "a JSON Resume has no endorsements",
    "certifications.license_number": "a JSON Resume has no licence numbers",
    "volunteering.cause": "a JSON Resume has no causes",
    "causes": "a JSON Resume has no causes",
    "patents": "a JSON Resume has no patents",
    "test_scores": "a JSON Resume has no test scores",
    "organizations": "a JSON Resume has no organisations",
    "company_follows": "a JSON Resume does not tell the companies followed",
    "groups": "a JSON Resume has no groups",
    "invitations": "a JSON Resume has no invitations",
    "posts": "a JSON Resume has no posts",
}
_NO_PHOTO = "this JSON Resume gives no image, which says nothing of the photo on LinkedIn"
_NO_REFERENCES = "this JSON Resume gives no references, and LinkedIn may have recommendations"


def sniff(source: Source) -> bool:
    """Whether the content looks like a JSON Resume: ``basics``, or lists with keys of its own."""
    keys = top_keys(source)
    if "basics" in keys:
        return True
    if not keys & _LISTS:
        return False
    if source.tree is None:
        return any(f'"{key}"' in head(source) or f"{key}:" in head(source) for key in _OWN_KEYS)
    lists = [source.tree[key] for key in _LISTS if isinstance(source.tree.get(key), list | tuple)]
    items = [item for entries in lists for item in entries if isinstance(item, Mapping)]
    return any(key in item for item in items for key in _OWN_KEYS)


def load(source: Source) -> Document:
    """Read the resume.

    Raises:
        InputError: it is no JSON or YAML, or a value in it is of the wrong type.
    """
    tree = read_tree(source)
    value, pointer = tree.one_object()
    if all(isinstance(value.get(key), dict) for key in _REACTIVE_RESUME):
        raise InputError(
            f"{source.name}: this is a file of Reactive Resume, not a JSON Resume",
            hint="convert it to JSON Resume, or give LinkedIn's “Save to PDF” file",
        )
    resume = Record(tree, value, pointer)
    draft = Draft(tree)
    draft.anchor("", resume.pointer)
    basics = resume.record("basics") or Record(tree, {}, resume.pointer)
    profile = Profile(**read_basics(draft, basics), **read_sections(draft, resume))
    now = _day(draft, resume.record("meta"))
    resume.raw("$schema")
    draft.leave_rest(resume, {"interests": "LinkedIn has no list of interests to fill"}, UNKNOWN)
    return Document(
        profile,
        FORMAT,
        draft.source_map(),
        carries=_carries(profile),
        now=now,
        unplaced=tuple(draft.unplaced),
    )


def _carries(profile: Profile) -> Carries:
    lacking = dict(_LACKING)
    if profile.photo is None:
        lacking["photo"] = _NO_PHOTO
    if not profile.recommendations:
        lacking["recommendations"] = _NO_REFERENCES
    return Carries(lacking)


def _day(draft: Draft, meta: Record | None) -> date | None:
    found = meta.raw("lastModified") if meta is not None else None
    if found is None:
        return None
    value, pointer = found
    match = _DAY.match(value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(match[0] if match else "")
    except ValueError:
        draft.leave(value, pointer, "this is no date; write YYYY-MM-DD")
        return None
