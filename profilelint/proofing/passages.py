"""Cuts a document's prose into passages: the lines and paragraphs that the engines see.

A paragraph whose lines were wrapped by hand is one passage, and so is a word that was divided at
the end of a line. Tags, Markdown's marks and list counters such as “(a)” are left out of what the
engines see; each passage knows what it left out, and leads every offset back into the field.

Names (companies, schools, skills) are no prose; what others wrote (recommendations) is not the
member's to mend. Both stay out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.document import Document
from profilelint.fields import Field, fields, judged
from profilelint.proofing.word_file import word_file

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
    "drafts.subject": NOTE,
    "drafts.text": NOTE,
    "message": NOTE,
}

_MARK = re.compile(r"[•●‣▪◦·∙○■□▶➤➢►✓✔✅❖➔→*–—-][ \t\u00a0]+|[•●‣▪◦■▶➤➢►✓✔✅❖➔→](?=\w)")
_LINE = re.compile(r"[^\r\n\u2028\u2029\v\f]+")
# Where line breaks became spaces: two spaces were a blank line, and a bullet mark opened a line.
_FLAT = re.compile(r"\s{2,}|\s+(?=[•●‣▪◦■▶➤➢►✓✔❖][ \u00a0\w])|(?<=[.;:])\s+(?=- )")
_SEPARATOR = re.compile(r"\s[|·•/]\s|[,;]\s")
_STOP = re.compile(r"[.!?…][\"'”’)]*$")
# “3.”, “2)”, “(a)”, “ii )”, “3. i )” in front of an item.
_COUNT = r"(?:\(?(?:[a-h]|[ivx]{1,4}) ?\)|\(?\d{1,2}\)|\d{1,2}\.(?!\d))"
_COUNTER = re.compile(rf"{_COUNT}[ \t]+(?:{_COUNT}[ \t]+)?(?=\S)")
# A line that goes on in the next one, which begins small.
_ENDS_LINE = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_WRAPPED, _MOST_LINES = 40, 60
_DIVIDED = re.compile(r"([^\W\d_]{2,})[-\u00ad\u2010]$")
_LETTERS = re.compile(r"[^\W\d_]+")
_TAG = (
    r"</?(?:abbr|a|big|b|code|del|em|font|ins|i|kbd|mark|small|span|strike|strong|sub|sup|s|tt|u)"
    r"(?:\s[^<>\n]{0,300})?/?>"
)
_BLOCK = (
    r"</?(?:blockquote|br|center|dd|details|div|dl|dt|h[1-6]|hr|img|li|ol|p|pre|section|summary|table|tbody|td|th"
    r"|thead|tr|ul)(?:\s[^<>\n]{0,300})?/?>"
)
_BREAK = re.compile(_BLOCK)
# What stands between words and is none: tags, Markdown's marks around a word, its links, “(a)”.
_MARKUP = re.compile(
    rf"{_TAG}|!\[[^\[\]\n]{{0,120}}\]\([^()\s]{{1,300}}\)"
    r"|(?<!\S)(?:\*\*|__)(?=\S)|(?<=[\w.,:;!?)])(?:\*\*|__)(?![\w*])"
    r"|\[(?=[^\[\]\n]{1,120}\]\(https?:[^()\s]{1,300}\))|\]\(https?:[^()\s]{1,300}\)"
    r"|(?<=\s)\((?:[a-h]|[ivx]{1,4}|\d{1,2})\)[ \t]+(?=[A-Za-z])"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one field that is checked as one text.

    Attributes:
        pointer: the field, as a JSON pointer into the profile.
        start: code-point offset of the passage into the field's text.
        text: what stands there, without bullet mark and white space around, markup and line breaks.
        form: one of ``FORMS``.
        continues: whether it goes on with the sentence of the passage before.
        cuts: for each thing left out its offset into ``text`` and how many characters it has.
    """

    pointer: str
    start: int
    text: str
    form: str
    continues: bool = False
    cuts: tuple[tuple[int, int], ...] = ()

    def cut_at(self, offset: int) -> bool:
        """Whether something was left out right there."""
        return any(at == offset for at, _ in self.cuts)

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Lead a span of ``text`` into the field; None where it lies over something left out."""
        hidden = 0
        for at, length in self.cuts:
            if start < at < end:
                return None
            if at <= start:
                hidden += length
        return self.start + start + hidden, self.start + end + hidden


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a field: where its content lies, and what opens it."""

    start: int
    end: int
    marked: bool


def passages(document: Document) -> Iterator[Passage]:
    """Yield the passages of a document, field by field, each field's in the order of the text."""
    flat = document.carries.why_not("line-breaks") is not None
    for target, form in _TARGETS.items():
        for field in judged(fields(document.profile, target)):
            yield from cut(field, form, flat=flat)


def cut(field: Field, form: str, *, flat: bool = False) -> Iterator[Passage]:
    """Cut one field into passages.

    Args:
        field: the field.
        form: what its text is, as a whole.
        flat: its line breaks were lost, so that two spaces may stand for one.
    """
    prose = form in (PROSE, NOTE)
    lines = list(_contents(field.text, flat=flat, prose=prose))
    own_form, before = form, None
    at = 0
    while at < len(lines):
        line, last = lines[at], at
        continues = prose and before is not None and _goes_on(field.text, before, line)
        for following in lines[at + 1 : at + _MOST_LINES] if prose and not flat else ():
            if not _is_wrapped(field.text, lines[last], following):
                break
            last += 1
        before = lines[last]
        text, cuts = _seen(field.text[line.start : before.end])
        if text:
            if not continues or line.marked:
                own_form = _form(text, form, marked=line.marked)
            yield Passage(field.pointer, line.start, text, own_form, continues, cuts)
        at = last + 1


def _contents(text: str, *, flat: bool, prose: bool) -> Iterator[_Line]:
    """Yield the lines of a text without the marks and counters that open them."""
    for start, end in _lines(text, flat=flat):
        at = start
        for opening in (_MARK, _COUNTER) if prose else ():
            mark = opening.match(text, at, end)
            at = mark.end() if mark else at
        while at < end and text[at].isspace():
            at += 1
        if at < end:
            yield _Line(at, end, at > start)


def _goes_on(text: str, before: _Line, line: _Line) -> bool:
    """Whether a line, with no bullet and no capital, goes on with the sentence before it."""
    return (
        not line.marked
        and _MARKUP.sub("", text[line.start : line.start + _WRAPPED])[:1].islower()
        and not _ENDS_LINE.search(text, before.start, before.end)
    )


def _is_wrapped(text: str, before: _Line, line: _Line) -> bool:
    """Whether two lines are one that was broken to a width."""
    gap = text[before.end : line.start]
    return (
        gap.strip(" \t\r\u00a0") == "\n"
        and (before.end - before.start >= _WRAPPED or _divided(text[before.start : before.end]))
        and _goes_on(text, before, line)
    )


def _divided(line: str) -> bool:
    return _DIVIDED.search(line) is not None


def _seen(raw: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """What the engines see of a stretch of text, and what was left out of it."""
    parts: list[str] = []
    cuts: list[tuple[int, int]] = []
    length = at = 0
    for start, end, put in sorted((*_breaks(raw), *_markup(raw))):
        if start < at:
            continue
        parts += [raw[at:start], put]
        length += start - at
        cuts.append((length, end - start - len(put)))
        length += len(put)
        at = end
    text = "".join((*parts, raw[at:])).rstrip()
    lead = len(text) - len(text.lstrip())
    if lead:
        cuts = [(0, lead), *((max(0, place - lead), hidden) for place, hidden in cuts)]
    return text[lead:], tuple((place, hidden) for place, hidden in cuts if hidden)


def _markup(raw: str) -> Iterator[tuple[int, int, str]]:
    if "<" in raw or "*" in raw or "_" in raw or "(" in raw:
        for match in _MARKUP.finditer(raw):
            yield match.start(), match.end(), ""


def _breaks(raw: str) -> Iterator[tuple[int, int, str]]:
    """Yield the line breaks within a passage: a space each, or nothing within a divided word."""
    at = raw.find("\n")
    while at >= 0:
        start, end = len(raw[:at].rstrip()), len(raw) - len(raw[at:].lstrip())
        half, other = _DIVIDED.search(raw[max(0, start - 40) : start]), _LETTERS.match(raw, end)
        if half is None or other is None:
            yield start, end, " "
        elif f"{half[1]}{other[0]}".lower() in word_file("words.txt"):
            yield start - 1, end, ""
        else:
            yield start, end, ""
        at = raw.find("\n", end)


def _lines(text: str, *, flat: bool) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        start = line.start()
        for gap in _gaps(text, line, flat=flat):
            yield from _stripped(text, start, gap.start())
            start = gap.end()
        yield from _stripped(text, start, line.end())


def _gaps(text: str, line: re.Match[str], *, flat: bool) -> Iterator[re.Match[str]]:
    if "<" in line[0]:
        yield from _BREAK.finditer(text, *line.span())
    elif flat:
        yield from _FLAT.finditer(text, *line.span())


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
