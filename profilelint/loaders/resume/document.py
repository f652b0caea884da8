"""Makes a document of a resume that is in the form of JSON Resume."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from profilelint.document import Carries, Document
from profilelint.loaders.markup import Plain
from profilelint.loaders.resume.basics import UNKNOWN, read_basics
from profilelint.loaders.resume.deviations import LeftOver
from profilelint.loaders.resume.draft import Draft
from profilelint.loaders.resume.sections import read_sections
from profilelint.loaders.source import Source
from profilelint.loaders.structured.records import Record
from profilelint.profile import Profile

_LACKING = {
    "industry": "{a} has no industry",
    "connections_count": "{a} does not tell the number of connections",
    "positions.employment_type": "{a} has no type of employment",
    "skills.endorsements": "{a} has no endorsements",
    "certifications.license_number": "{a} has no licence numbers",
    "volunteering.cause": "{a} has no causes",
    "causes": "{a} has no causes",
    "patents": "{a} has no patents",
    "test_scores": "{a} has no test scores",
    "organizations": "{a} has no organisations",
    "company_follows": "{a} does not tell the companies followed",
    "groups": "{a} has no groups",
    "invitations": "{a} has no invitations",
    "posts": "{a} has no posts",
}
_NO_PHOTO = "this {resume} gives no image, which says nothing of the photo on LinkedIn"
_NO_REFERENCES = "this {resume} gives no references, and LinkedIn may have recommendations"
_NO_INTERESTS = {"interests": "LinkedIn has no list of interests to fill"}


def timed(source: Source, read: Callable[[str], Plain]) -> Callable[[str], Plain]:
    """Give up reading markup when the time of the loader is over."""
    deadline = source.limits.deadline(source.name)

    def read_in_time(text: str) -> Plain:
        deadline.check()
        return read(text)

    return read_in_time


def read_document(
    resume: Record,
    format_name: str,
    left: Iterable[LeftOver],
    *,
    now: date | None = None,
    called: str = "JSON Resume",
    lacking: Mapping[str, str] | None = None,
) -> Document:
    """Read a resume.

    Args:
        resume: the resume, its keys those of JSON Resume.
        format_name: the name of the format that it came in.
        left: what has been passed over on the way.
        now: the day of the resume, where it is known already.
        called: what people call the format.
        lacking: what this version of it cannot hold, beyond what no JSON Resume can.
    """
    draft = Draft(resume.tree)
    draft.anchor("", resume.pointer)
    for one in left:
        draft.leave(one.value, one.pointer, one.reason)
    basics = resume.record("basics") or Record(resume.tree, {}, resume.pointer)
    profile = Profile(**read_basics(draft, basics), **read_sections(draft, resume))
    now = now or _day(draft, resume.record("meta"))
    resume.raw("$schema")
    draft.leave_rest(resume, _NO_INTERESTS, UNKNOWN)
    return Document(
        profile,
        format_name,
        draft.source_map(),
        carries=Carries({**_lacking(profile, called), **(lacking or {})}),
        now=now,
        unplaced=tuple(draft.unplaced),
    )


def _lacking(profile: Profile, called: str) -> Mapping[str, str]:
    lacking = {need: reason.format(a=f"a {called}") for need, reason in _LACKING.items()}
    if profile.photo is None:
        lacking["photo"] = _NO_PHOTO.format(resume=called)
    if not profile.recommendations:
        lacking["recommendations"] = _NO_REFERENCES.format(resume=called)
    return lacking


def _day(draft: Draft, meta: Record | None) -> date | None:
    found = meta.raw("lastModified") if meta is not None else None
    if found is None:
        return None
    value, pointer = found
    try:
        # A time may follow the day.
        return date.fromisoformat(value[:10] if isinstance(value, str) else "")
    except ValueError:
        draft.leave(value, pointer, "this is no date; write YYYY-MM-DD")
        return None
