"""Which section of the profile a finding belongs to, in the order LinkedIn shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from profilelint.fields import value_at
from profilelint.finding import Finding
from profilelint.profile import Profile

_SECTIONS = {
    "name": "Name",
    "photo": "Photo",
    "headline": "Headline",
    "location": "Location",
    "industry": "Industry",
    "about": "About",
    "posts": "Activity",
    "positions": "Experience",
    "education": "Education",
    "certifications": "Licenses & certifications",
    "projects": "Projects",
    "volunteering": "Volunteering",
    "skills": "Skills",
    "recommendations": "Recommendations",
    "publications": "Publications",
    "patents": "Patents",
    "courses": "Courses",
    "honors": "Honors & awards",
    "test_scores": "Test scores",
    "languages": "Languages",
    "organizations": "Organizations",
    "causes": "Causes",
    "company_follows": "Interests",
    "groups": "Interests",
    "connections_count": "Connections",
    "contact": "Contact",
    "public_url": "Public profile URL",
    "invitations": "Invitations",
    "drafts": "Drafts",
    "message": "Your note",
}
_WHOLE = "Whole profile"
_RUN = "About this check"
_ORDER = [*dict.fromkeys(_SECTIONS.values()), _WHOLE, _RUN]

# An entry's own name: what it is, and where.
_TITLES = {
    "positions": ("title", "company"),
    "education": ("degree", "school"),
    "volunteering": ("title", "company"),
    "projects": ("name", None),
    "publications": ("name", None),
    "patents": ("name", None),
    "honors": ("name", None),
    "organizations": ("position", "name"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its findings."""

    heading: str
    findings: tuple[Finding, ...]


def sections(profile: Profile, findings: Iterable[Finding]) -> list[Section]:
    """Group findings by section; within one they keep their order."""
    groups: dict[tuple[int, int, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_key(profile, finding), []).append(finding)
    return [Section(key[2], tuple(groups[key])) for key in sorted(groups)]


def heading(profile: Profile, finding: Finding) -> str:
    """The heading a finding stands under, such as ``Experience – Engineer at Acme``."""
    return _key(profile, finding)[2]


def _key(profile: Profile, finding: Finding) -> tuple[int, int, str]:
    if finding.category == "run":
        return _ORDER.index(_RUN), -1, _RUN
    parts = finding.pointer.split("/")[1:]
    if not parts:
        return _ORDER.index(_WHOLE), -1, _WHOLE
    section = _SECTIONS.get(parts[0], _WHOLE)
    index = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else -1
    title = _title(profile, parts[0], index)
    if not title:
        return _ORDER.index(section), -1, section
    return _ORDER.index(section), index, f"{section} – {title}"


def _title(profile: Profile, part: str, index: int) -> str:
    if index < 0:
        return ""
    if part in ("invitations", "drafts"):
        recipient = value_at(profile, f"/{part}/{index}/recipient")
        return f"to {recipient}" if recipient else ""
    if part not in _TITLES:
        return ""
    what, where = (
        value_at(profile, f"/{part}/{index}/{name}") if name else None for name in _TITLES[part]
    )
    return " at ".join(str(value) for value in (what, where) if value)
