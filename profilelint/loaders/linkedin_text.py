"""Loads the text of LinkedIn's "Save to PDF", in the order of any common program.

Copied from a viewer; pdftotext as it is, with ``-layout`` and with ``-raw``; pypdf, also in its
layout mode; pypdfium2. Programs that run the columns into each other are refused.
"""

from types import MappingProxyType

from profilelint.document import Document
from profilelint.errors import InputError
from profilelint.loaders.linkedin.headings import language_of
from profilelint.loaders.linkedin.sections import CARRIES, build
from profilelint.loaders.linkedin.text_columns import are_mixed, part_columns
from profilelint.loaders.linkedin.text_evidence import is_address, main_heading, sidebar_heading
from profilelint.loaders.linkedin.text_lines import decode, is_footer, read_lines
from profilelint.loaders.linkedin.text_roles import header_pieces, main_pieces
from profilelint.loaders.linkedin.text_sidebar import sidebar_pieces
from profilelint.loaders.page.lines import is_page
from profilelint.loaders.source import Source

FORMAT = "linkedin-text"

_SNIFFED = 64_000  # bytes; a whole profile has about 10,000
_LACKING = MappingProxyType(
    {
        **CARRIES,
        "line-breaks": "the text of a PDF does not tell blank lines, nor surely which line breaks"
        " were typed",
    }
)


def sniff(source: Source) -> bool:
    """Whether the content reads like the text of a LinkedIn PDF: its headings, and its address."""
    head = source.data[:_SNIFFED]
    if not head or head.lstrip()[:1] in {b"{", b"[", b"%", b"<"} or head.startswith(b"PK"):
        return False
    lines = [line.strip() for line in decode(head).splitlines()]
    if is_page([line for line in lines if line]):
        return False
    headings = {line for line in lines if main_heading(line) or sidebar_heading(line)}
    address = any(is_address(line) for line in lines)
    footer = any(map(is_footer, lines))
    return (address and footer) or (bool(headings) and (address or footer)) or len(headings) > 2


def load(source: Source) -> Document:
    """Read the text.

    Raises:
        InputError: there is nothing in it that a LinkedIn PDF holds.
    """
    deadline = source.limits.deadline(source.name)
    text = decode(source.data)
    if "\x00" in text:
        raise InputError(
            f"{source.name}: this is no text", hint="save it as plain text, or give the PDF itself"
        )
    lines = list(read_lines(source.name, text))
    if not lines:
        raise InputError(f"{source.name}: the file is empty", hint="copy the whole PDF's text")
    deadline.check()
    columns = part_columns(lines)
    if are_mixed(lines, columns):
        raise InputError(
            f"{source.name}: the program that took this text from the PDF has run the sidebar and"
            " the main column into each other",
            hint="give the PDF itself; or take the text with pdftotext, or by copying it from a"
            " viewer",
        )
    deadline.check()
    pieces = [
        *sidebar_pieces(columns.sidebar),
        *header_pieces(columns.header),
        *main_pieces(columns.main),
    ]
    deadline.check()
    headings = [
        line.text for line in lines if main_heading(line.text) or sidebar_heading(line.text)
    ]
    return build(
        pieces,
        file=source.name,
        format_name=FORMAT,
        lacking=_LACKING,
        language=language_of(headings),
    )
