"""Loads LinkedIn's "Save to PDF", in any language of its interface."""

from profilelint.document import Document
from profilelint.errors import InputError
from profilelint.loaders.linkedin.headings import language_of
from profilelint.loaders.linkedin.layout import lay_out, looks_like_export
from profilelint.loaders.linkedin.pdf_lines import PdfText, read_pdf
from profilelint.loaders.linkedin.sections import build
from profilelint.loaders.source import Source

FORMAT = "linkedin-pdf"

_HOW_TO_EXPORT = "on your LinkedIn profile choose Resources or More, then “Save to PDF”"


def sniff(source: Source) -> bool:
    """Whether the content is a PDF; which kind of PDF only ``load`` finds out."""
    return b"%PDF-" in source.data[:1024]


def load(source: Source) -> Document:
    """Read the export.

    Raises:
        InputError: it is no PDF, damaged, encrypted, too much, or no LinkedIn export.
    """
    pdf = read_pdf(source)
    if not pdf.lines:
        raise InputError(
            f"{source.name}: the PDF holds no text, perhaps only pictures of it",
            hint=_HOW_TO_EXPORT,
        )
    if not (source.forced or _is_linkedin(pdf) or looks_like_export(pdf.lines)):
        raise InputError(
            f"{source.name}: this PDF is no LinkedIn export",
            hint=f"{_HOW_TO_EXPORT}; or give --format-in {FORMAT} if it is one all the same",
        )
    layout = lay_out(pdf.lines)
    return build(
        layout.pieces,
        file=source.name,
        format_name=FORMAT,
        links=pdf.links,
        language=language_of(layout.headings, pdf.language),
        now=pdf.created,
    )


def _is_linkedin(pdf: PdfText) -> bool:
    told = pdf.metadata
    return told.get("Author") == "LinkedIn" or (
        told.get("Title") == "Resume" and told.get("Subject") == "Resume generated from profile"
    )
