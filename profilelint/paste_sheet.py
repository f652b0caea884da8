"""A sheet of corrected texts to paste, for sources that nobody can write: PDFs, archives, text.

Markdown: for each field the change marked, the whole corrected text in a fenced block, and where on
LinkedIn it is edited. What comes from the profile is escaped, or stands within the fence; private
data are masked where they are not the text to paste.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterator

from profilelint.document import Document
from profilelint.fields import text_at, value_at
from profilelint.fixing.mend import Mended
from profilelint.profile import Profile
from profilelint.reporters.markdown import escaped
from profilelint.reporters.private import Mask
from profilelint.reporters.words import count

# A word goes with the space behind it, so that a mark always ends at a space.
_WORDS = re.compile(r"\S+\s*|\s+")
_CHANGE = "\0"  # stands in a line that has a change, until it is written
_MOST_NAMED = 20
_LOSSES = ("line-breaks", "emoji")
_PART = {
    "field": "Field of study",
    "start": "Start date",
    "end": "End date",
}
_BESIDE_NAME = {
    "name": "Name",
    "headline": "Headline",
    "location": "Location",
    "industry": "Industry",
}
_SECTION = {
    "positions": "Experience",
    "honors": "Honors & awards",
    "test_scores": "Test scores",
    "certifications": "Licenses & certifications",
}


def paste_sheet(mended: Mended, path: str) -> str:
    """Return the sheet; without a change it says so.

    Args:
        mended: what mending came to.
        path: what the user calls the source.
    """
    before, after = mended.before.profile, mended.after.profile
    old, new = Mask(mended.found.findings), Mask(mended.remains.findings)
    lines = [f"# To paste: {escaped(after.name or path)}", ""]
    pointers = list(dict.fromkeys(edit.pointer for edit in mended.edits))
    lines += _head(mended, len(pointers))
    for pointer in pointers:
        was, text = text_at(before, pointer) or "", text_at(after, pointer) or ""
        heading, way = where(before, pointer)
        lines += [f"## {escaped(old.text(heading))}", "", f"{escaped(old.text(way))}.", ""]
        marked = _marked(old.field(pointer, was), new.field(pointer, text))
        lines += [*(f"> {line}".rstrip() for line in marked), ""]
        lines += [*_fenced(text), ""]
    if mended.left:
        named = [new.finding(finding) for finding in mended.left[:_MOST_NAMED]]
        told = [f"{escaped(f.text or '')} ({f.rule})" for f in named]
        more = len(mended.left) - len(named)
        told += [f"{more} more"] if more else []
        lines += [f"Look at these yourself, or add them with `--unsafe`: {', '.join(told)}.", ""]
    return "\n".join(lines)


def _head(mended: Mended, fields: int) -> Iterator[str]:
    if not fields:
        yield "Nothing to paste: no text can be mended without you."
    else:
        what = f"{count(len(mended.edits), 'correction')} in {count(fields, 'text')}"
        yield f"{what}. Open your profile on LinkedIn, and paste each text over the old one."
    yield ""
    losses = _losses(mended.before)
    if fields and losses:
        yield (
            f"Careful: {'; '.join(map(escaped, losses))}. Where your text on LinkedIn has them,"
            " change the marked words there instead of pasting the whole."
        )
        yield ""


def _losses(document: Document) -> list[str]:
    """Why a text on LinkedIn may have more to it than the source, which pasting would undo."""
    reasons = [document.carries.why_not(need) for need in _LOSSES]
    return list(dict.fromkeys(reason for reason in reasons if reason))


def _fenced(text: str) -> Iterator[str]:
    """A text as it is, but for what could steer the terminal that shows the sheet."""
    shown = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
    fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", shown)), default=0))
    yield f"{fence}text"
    yield shown.removesuffix("\n")
    yield fence


def where(profile: Profile, pointer: str) -> tuple[str, str]:
    """What a field is called on LinkedIn, and the way to edit it.

    >>> where(Profile(), "/headline")
    ('Headline', 'Profile → the pencil beside your name → Headline')
    """
    first, *rest = pointer.split("/")[1:]
    if first in _BESIDE_NAME:
        part = _BESIDE_NAME[first]
        return part, f"Profile → the pencil beside your name → {part}"
    section = _SECTION.get(first, first.replace("_", " ").capitalize())
    if not rest:
        return section, f"Profile → {section} → the pencil"
    entry = value_at(profile, f"/{first}/{rest[0]}")
    name = _name(entry)
    if first == "drafts":
        return f"Draft to {name}", f"Messaging → your conversation with {name} → the draft"
    if len(rest) == 1:
        return f"{section} – {name}", f"Profile → {section} → the pencil at “{name}”"
    part = _PART.get(rest[-1], rest[-1].replace("_", " ").capitalize())
    return f"{section} – {name}: {part}", f"Profile → {section} → the pencil at “{name}” → {part}"


def _name(entry: object) -> str:
    if isinstance(entry, str):
        return entry
    for one, other in (("title", "company"), ("degree", "school"), ("position", "name")):
        parts = [getattr(entry, name, None) for name in (one, other)]
        if any(parts):
            return " at ".join(part for part in parts if part)
    return str(getattr(entry, "recipient", None) or "the entry")


def _marked(before: str, after: str) -> Iterator[str]:
    """The lines that change: what goes struck out, what comes in bold."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[str] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[i:j]), "".join(new[k:m])
        pieces.append(_plain(come) if tag == "equal" else _changed(gone, come))
    last = -1
    lines = "".join(pieces).split("\n")
    for number, line in enumerate(lines):
        if _CHANGE in line:
            if number > last + 1:
                yield "…"
            yield line.replace(_CHANGE, "")
            last = number
    if last < len(lines) - 1:
        yield "…"


def _plain(text: str) -> str:
    return "\n".join(
        escaped(line) if line.strip() else line for line in text.replace(_CHANGE, "").split("\n")
    )


def _changed(gone: str, come: str) -> str:
    if gone.split() == come.split():  # spaces alone: they are shown
        return f"{_CHANGE}{_wrapped(_spaces(gone), '~~')}{_wrapped(_spaces(come), '**')} "
    behind = come or gone
    tail = behind[len(behind.rstrip()) :]
    return f"{_CHANGE}{_wrapped(gone.strip(), '~~')}{_wrapped(come.strip(), '**')}{tail}"


def _spaces(text: str) -> str:
    return re.sub(r"[^\S\n]", "␣", text)


def _wrapped(text: str, mark: str) -> str:
    # A mark reaches no further than its line.
    shown = escaped(text.replace(_CHANGE, "").replace("\n", "⏎"))
    return f"{mark}{shown}{mark}" if shown else ""
