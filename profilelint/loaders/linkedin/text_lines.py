"""Reads a text export as lines that know their place in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.document import Location
from profilelint.loaders.linkedin.lines import clean, remnants

_FOOTER = re.compile(r"\s*Page\s+\d+\s+of\s+\d+\s*")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a text file.

    Attributes:
        file: the source's name.
        number: of the line, from 1.
        raw: as it stands in the file.
        text: cleaned and without the white space around it.
        page: of the PDF the text was taken from, from 1.
        block: counts up at every blank line.
    """

    file: str
    number: int
    raw: str
    text: str
    page: int
    block: int

    def place(self, start: int, end: int) -> Location:
        """Where ``text[start:end]`` stands in the file."""
        lead = len(self.raw) - len(self.raw.lstrip())
        gone = [match for match in remnants(self.raw) if match >= lead]
        return Location(
            self.file,
            line=self.number,
            column=_behind(start, gone, lead) + 1,
            end_line=self.number,
            end_column=_behind(end, gone, lead) + 1,
        )


def _behind(offset: int, gone: list[int], lead: int) -> int:
    """The offset in the raw line of an offset into the cleaned one."""
    offset += lead
    for position in gone:
        if position <= offset:
            offset += 1
    return offset


def decode(data: bytes) -> str:
    """Decode what people save: UTF-8, UTF-16 with its mark, or else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def is_footer(text: str) -> bool:
    """Whether a line is ``Page 2 of 3``, which stays English in every language."""
    return len(text) < 40 and _FOOTER.fullmatch(text) is not None


def read_lines(file: str, text: str) -> Iterator[TextLine]:
    """Yield the lines that hold something, without the footers."""
    page = block = 1
    for number, raw in enumerate(_LINE_END.split(text), 1):
        stripped = clean(raw).strip()
        if not stripped:
            block += 1
        elif is_footer(stripped):
            page += 1
            block += 1
        else:
            yield TextLine(file, number, raw, stripped, page, block)
