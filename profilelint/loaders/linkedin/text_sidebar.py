"""Gives the lines of the sidebar of a LinkedIn text their roles."""

from collections.abc import Iterator, Sequence

from profilelint.loaders.linkedin.headings import SIDEBAR_SECTIONS, section_named
from profilelint.loaders.linkedin.lines import joint
from profilelint.loaders.linkedin.sections import SIDEBAR_ROLES, Piece, Role
from profilelint.loaders.linkedin.text_evidence import (
    SIDEBAR_WIDTH,
    TEXT,
    is_address,
    sidebar_heading,
    slack,
)
from profilelint.loaders.linkedin.text_lines import TextLine

_MOST_SKILLS = 3


def sidebar_pieces(lines: Sequence[TextLine]) -> Iterator[Piece]:
    """The contact block and the lists below it."""
    for name, section in _sections(lines):
        if name == "contact":
            yield from _contact(section)
        elif name is not None:
            yield from _items(section, SIDEBAR_ROLES[name])


def _sections(lines: Sequence[TextLine]) -> Iterator[tuple[str, list[TextLine]]]:
    """The sidebar opens with the contact block, whatever its heading reads."""
    name, section = "contact", list[TextLine]()
    index = 0
    while index < len(lines):
        found, count = _heading(lines, index)
        if found is not None and (section or found != "contact"):
            yield name, section
            name, section = found, []
        elif found is None and (index > 0 or _is_content(lines[0])):
            section.append(lines[index])
        index += count
    yield name, section


def _heading(lines: Sequence[TextLine], index: int) -> tuple[str | None, int]:
    """The section that begins at a line, and how many lines its heading has."""
    text = lines[index].text
    if index + 1 < len(lines):
        both = f"{text} {lines[index + 1].text}"
        if len(both) < 60 and (name := section_named(both, SIDEBAR_SECTIONS)):
            return name, 2
    return sidebar_heading(text), 1


def _is_content(line: TextLine) -> bool:
    """Whether the very first line is no heading of an unknown language."""
    return "@" in line.text or "." in line.text or any(c.isdigit() for c in line.text)


def _contact(lines: Sequence[TextLine]) -> Iterator[Piece]:
    linked = False
    for line in lines:
        linked = linked or is_address(line.text)
        yield Piece(Role.LINK if linked else Role.CONTACT, line)


def _items(lines: Sequence[TextLine], role: Role) -> Iterator[Piece]:
    before: TextLine | None = None
    for line in lines:
        wrapped = before is not None and _wraps(before.text, line.text, role, len(lines))
        yield Piece(role, line, joint(before.text, line.text) if before and wrapped else None)
        before = line


def _wraps(before: str, after: str, role: Role, count: int) -> bool:
    """Whether an item goes on in the next line: it had to, and it reads unfinished."""
    if slack(before, after, TEXT, SIDEBAR_WIDTH) >= 0:
        return False
    if role is Role.LANGUAGE:
        return not before.endswith(")")
    if after[:1].islower() or _ends_open(before):
        return True
    if role is Role.SKILL:
        return count > _MOST_SKILLS and len(after.split()) == 1
    return len(after.split()) == 1


def _ends_open(text: str) -> bool:
    """Whether a line ends with a word that another must follow, or just behind a comma."""
    words = text.split()
    last = words[-1]
    if last[-1] in ",-&/:" or (len(last) <= 3 and last.isalpha() and last.islower()):
        return True
    head, comma, tail = text.rpartition(",")
    return bool(comma and head) and len(tail.split()) <= 2
