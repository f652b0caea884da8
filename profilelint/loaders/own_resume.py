"""Reads the member's own resume, which the profile is compared with: any layout, any export."""

import re
from dataclasses import dataclass, replace
from urllib.parse import unquote

from profilelint import loaders
from profilelint.document import Document
from profilelint.errors import InputError
from profilelint.loaders.reading import Readable, read_source
from profilelint.loaders.source import Limits, Source
from profilelint.profile import Profile

_HINT = "give the resume as PDF, as text or as JSON Resume"
_ADDRESS = re.compile(r"linkedin\.com/(?:in|pub)/[^\s?#<>\"'|,;)\]]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OwnResume:
    """A resume.

    Attributes:
        name: the file's name.
        text: all of its text, and the addresses it links to.
        profile: its parts, where its format tells them apart.
    """

    name: str
    text: str
    profile: Profile | None = None

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of LinkedIn profiles that it names, from the slug on, in lower case."""
        told = [match[0] for match in _ADDRESS.finditer(self.text)]
        if self.profile and self.profile.public_url:
            told.append(self.profile.public_url)
        return tuple(dict.fromkeys(slug_of(address) for address in told))


def slug_of(address: str) -> str:
    """What stands behind ``/in/`` in the address of a profile.

    >>> slug_of("https://www.linkedin.com/in/Ada-Example/")
    'ada-example'
    """
    return unquote(address).rstrip("/.").rpartition("/")[2].casefold()


def load_resume(source: Readable | Profile | Document, limits: Limits | None = None) -> OwnResume:
    """Read a resume.

    Args:
        source: what :func:`profilelint.loaders.load` takes, and any other PDF or plain text.
        limits: how much to take on.

    Raises:
        InputError: it could not be read.
    """
    if isinstance(source, Document | Profile):
        document = loaders.load(source)
        return OwnResume(document.source_map.file, "", document.profile)
    raw = read_source(source, limits or Limits())
    if b"%PDF-" in raw.data[:1024]:
        return _of_pdf(raw)
    try:
        document = loaders.load(raw.data or source, limits=raw.limits)
    except InputError as error:
        if not _is_text(raw):
            message = error.message.replace("<bytes>", raw.name)
            raise InputError(message, hint=_HINT) from error
        return OwnResume(raw.name, raw.data.decode("utf-8"))
    text = "" if raw.data.startswith(b"PK") else raw.data.decode("utf-8", "replace")
    return OwnResume(raw.name, text, document.profile)


def _of_pdf(raw: Source) -> OwnResume:
    from profilelint.loaders.linkedin.pdf_lines import read_pdf

    pdf = read_pdf(raw)
    if not pdf.lines:
        raise InputError(
            f"{raw.name}: the PDF holds no text, perhaps only pictures of it", hint=_HINT
        )
    text = "\n".join((*(line.text for line in pdf.lines), *pdf.links))
    try:
        from profilelint.loaders import linkedin_pdf

        profile = linkedin_pdf.load(replace(raw, forced=False)).profile
    except InputError:  # a layout of the member's own, which is what most resumes have
        profile = None
    return OwnResume(raw.name, text, profile)


def _is_text(raw: Source) -> bool:
    data = raw.data
    if not data.strip() or b"\0" in data or data.startswith((b"PK", b"{\\rtf", b"{", b"[", b"<")):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
