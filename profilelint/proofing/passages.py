"""Cuts a document's prose into passages: the lines and paragraphs that the engines see.

Names (companies, schools, skills) are no prose; what others wrote (recommendations) is not the
member's to mend. Both stay out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.document import Document
from profilelint.fields import Field, fields

HEADLINE, TITLE, BULLET, LIST, PROSE, NOTE = "headline", "title", "bullet", "list", "prose", "note"
FORMS = (HEADLINE, TITLE, BULLET, LIST, PROSE, NOTE)
"""What a passage is. Rules about sentences apply to prose and notes only."""

_TARGETS = {
    "headline": HEADLINE,
    "about": PROSE,
    "positions.title": TITLE,
    "positions.description": PROSE,
    "education.degree": TITLE,
    "education.field": TITLE,
    "education.description": PROSE,
    "projects.description": PROSE,
    "publications.description": PROSE,
    "patents.description": PROSE,
    "honors.description": PROSE,
    "test_scores.description": PROSE,
    "organizations.position": TITLE,
    "organizations.description": PROSE,
    "volunteering.title": TITLE,
    "volunteering.description": PROSE,
    "invitations.text": NOTE,
}

_MARK = re.compile(r"[•●‣▪◦·∙○■□▶➤➢►✓✔✅❖➔→*–—-][ \t\u00a0]+|[•●‣▪◦■▶➤➢►✓✔✅❖➔→](?=\w)")
_LINE = re.compile(r"[^\r\n\u2028\u2029\v\f]+")
# Where line breaks became spaces: two spaces were a blank line, and a bullet mark opened a line.
_FLAT = re.compile(r"\s{2,}|\s+(?=[•●‣▪◦■▶➤➢►✓✔❖][ \u00a0\w])|(?<=[.;:])\s+(?=- )")
_SEPARATOR = re.compile(r"\s[|·•/]\s|[,;]\s")
_STOP = re.compile(r"[.!?…][\"'”’)]*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one field that is checked as one text.

    Attributes:
        pointer: the field, as a JSON pointer into the profile.
        start: code-point offset of the passage into the field's text.
        text: what stands there, without bullet mark and white space around.
        form: one of ``FORMS``.
    """

    pointer: str
    start: int
    text: str
    form: str


def passages(document: Document) -> Iterator[Passage]:
    """Yield the passages of a document, field by field, each field's in the order of the text."""
    flat = document.carries.why_not("line-breaks") is not None
    for target, form in _TARGETS.items():
        for field in fields(document.profile, target):
            yield from cut(field, form, flat=flat)


def cut(field: Field, form: str, *, flat: bool = False) -> Iterator[Passage]:
    """Cut one field into passages.

    Args:
        field: the field.
        form: what its text is, as a whole.
        flat: its line breaks were lost, so that two spaces may stand for one.
    """
    for start, end in _lines(field.text, flat=flat):
        line = field.text[start:end]
        mark = _MARK.match(line) if form in (PROSE, NOTE) else None
        content = line[mark.end() :].lstrip() if mark else line
        if content:
            own_form = _form(content, form, marked=bool(mark))
            yield Passage(field.pointer, end - len(content), content, own_form)


def _lines(text: str, *, flat: bool) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        start = line.start()
        gaps = _FLAT.finditer(text, line.start(), line.end()) if flat else ()
        for gap in gaps:
            yield from _stripped(text, start, gap.start())
            start = gap.end()
        yield from _stripped(text, start, line.end())


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    stripped = part.strip()
    if stripped:
        start += len(part) - len(part.lstrip())
        yield start, start + len(stripped)


def _form(line: str, form: str, *, marked: bool) -> str:
    if form not in (PROSE, NOTE):
        return form
    if _is_list(line):
        return LIST
    return BULLET if marked else form


def _is_list(line: str) -> bool:
    # "Tools: Python, Go, SQL": many short parts and no sentence.
    parts = _SEPARATOR.split(line)
    if len(parts) < 3 or (_STOP.search(line) and "|" not in line):
        return False
    return sum(len(part.split()) for part in parts) / len(parts) <= 2.5
