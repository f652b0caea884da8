"""A sheet of corrected texts to paste, for sources that nobody can write: PDFs, archives, text.

Markdown: for each field the change marked, the whole corrected text in a fenced block, and where on
LinkedIn it is edited. What comes from the profile is escaped, or stands within the fence.
"""

import difflib
import re
from collections.abc import Iterator, Sequence

from profilelint.fields import text_at, value_at
from profilelint.fixing.mend import Mended
from profilelint.profile import Profile
from profilelint.reporters.markdown import escaped
from profilelint.reporters.words import count

_WORDS = re.compile(r"\s+|[^\s]+")
_PART = {
    "headline": "Headline",
    "about": "About",
    "title": "Title",
    "description": "Description",
    "degree": "Degree",
    "field": "Field of study",
    "position": "Position",
    "name": "Name",
    "subject": "Subject",
    "text": "Text",
}
_SECTION = {
    "positions": "Experience",
    "education": "Education",
    "projects": "Projects",
    "publications": "Publications",
    "patents": "Patents",
    "honors": "Honors & awards",
    "test_scores": "Test scores",
    "organizations": "Organizations",
    "volunteering": "Volunteering",
    "certifications": "Licenses & certifications",
    "skills": "Skills",
    "drafts": "Messaging",
}


def paste_sheet(mended: Mended, path: str) -> str:
    """Return the sheet; without a change it says so.

    Args:
        mended: what mending came to.
        path: what the user calls the source.
    """
    lines = [f"# To paste: {escaped(mended.after.profile.name or path)}", ""]
    pointers = list(dict.fromkeys(edit.pointer for edit in mended.edits))
    if not pointers:
        lines += ["Nothing to paste: no text can be mended without you.", ""]
    else:
        what = f"{count(len(mended.edits), 'correction')} in {count(len(pointers), 'text')}"
        lines += [
            f"{what}. Open your profile on LinkedIn, and paste each text over the old one.",
            "",
        ]
    for pointer in pointers:
        before = text_at(mended.before.profile, pointer) or ""
        after = text_at(mended.after.profile, pointer) or ""
        lines += _field(mended.before.profile, pointer, before, after)
    if mended.left:
        told = ", ".join(f"{escaped(f.text or '')} ({f.rule})" for f in mended.left)
        lines += [f"Look at these yourself, or add them with `--unsafe`: {told}.", ""]
    return "\n".join(lines)


def _field(profile: Profile, pointer: str, before: str, after: str) -> Iterator[str]:
    heading, way = where(profile, pointer)
    yield f"## {escaped(heading)}"
    yield ""
    yield f"{escaped(way)}."
    yield ""
    yield from (f"> {line}" if line else ">" for line in _marked(before, after).splitlines())
    yield ""
    fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", after)), default=0))
    yield f"{fence}text"
    yield from after.splitlines()
    yield fence
    yield ""


def where(profile: Profile, pointer: str) -> tuple[str, str]:
    """What a field is called on LinkedIn, and the way to edit it.

    >>> where(Profile(), "/headline")
    ('Headline', 'Profile → the pencil beside your name → Headline')
    """
    first, *rest = pointer.split("/")[1:]
    part = _PART.get(rest[-1] if rest else first, (rest[-1] if rest else first).capitalize())
    if first == "headline":
        return "Headline", "Profile → the pencil beside your name → Headline"
    if first == "about":
        return "About", "Profile → About → the pencil"
    section = _SECTION.get(first, first.capitalize())
    entry = value_at(profile, f"/{first}/{rest[0]}") if rest else None
    name = _name(entry)
    if first == "drafts":
        return f"Draft to {name}", f"Messaging → your conversation with {name} → the draft"
    return f"{section} – {name}: {part}", f"Profile → {section} → the pencil at “{name}” → {part}"


def _name(entry: object) -> str:
    for one, other in (("title", "company"), ("degree", "school"), ("position", "name")):
        parts = [getattr(entry, name, None) for name in (one, other)]
        if any(parts):
            return " at ".join(part for part in parts if part)
    return str(getattr(entry, "name", None) or getattr(entry, "recipient", None) or "the entry")


def _marked(before: str, after: str) -> str:
    """The lines that change, what goes struck out and what comes in bold."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[str] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[i:j]), "".join(new[k:m])
        if tag == "equal":
            pieces.append("\n".join(_plain(line) for line in gone.split("\n")))
        else:
            pieces += [_wrapped(gone, "~~"), _wrapped(come, "**")]
    lines = "".join(pieces).split("\n")
    changed = [n for n, line in enumerate(lines) if "~~" in line or "**" in line]
    return "\n".join(_only(lines, changed))


def _plain(line: str) -> str:
    return escaped(line) if line.strip() else line


def _only(lines: Sequence[str], changed: Sequence[int]) -> Iterator[str]:
    last = -1
    for number in changed:
        if number > last + 1:
            yield "…"
        yield lines[number]
        last = number
    if last < len(lines) - 1:
        yield "…"


def _wrapped(text: str, mark: str) -> str:
    bare = text.strip()
    if not bare:
        return text
    if "\n" in bare:  # a mark reaches no further than its line
        return "\n".join(_wrapped(line, mark) for line in text.split("\n"))
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}{mark}{escaped(bare)}{mark}{tail}"
