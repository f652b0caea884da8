"""Recognises files that hold no export, and names what to export instead.

Word and its kin, saved web pages, screenshots and mail are read by nobody here: a résumé is not the
profile, a picture has no text, and a saved page holds the profile only in part. People try them
nonetheless, and are owed more than "unknown format".
"""

import io
import re
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

from profilelint.document import Document
from profilelint.errors import InputError
from profilelint.loaders.source import Source

FORMAT = "office"

_SAVE_TO_PDF = (
    "open your profile on linkedin.com, choose “Resources”, then “Save to PDF”, and give that file"
)
_OR_ELSE = "; LinkedIn's data export (a ZIP) and a JSON Resume are read as well"
_PASTE = "; or copy the text of the profile page into a .txt file"


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a file is, and what to do instead."""

    what: str
    hint: str = _SAVE_TO_PDF + _OR_ELSE


_WORD = _Kind("a Word document, which profilelint does not read")
_OPEN_DOCUMENT = _Kind("an OpenDocument text, which profilelint does not read")
_PAGES = _Kind("a document of Apple's Pages, which profilelint does not read")
_RICH_TEXT = _Kind("a rich text document, which profilelint does not read")
_OLD_OFFICE = _Kind("an old Office document (.doc or .xls), which profilelint does not read")
_SHEET = _Kind("a spreadsheet, which profilelint does not read")
_SLIDES = _Kind("a presentation, which profilelint does not read")
_BOOK = _Kind("an e-book, which profilelint does not read")
_ARCHIVE = _Kind(
    "an archive of a kind that LinkedIn does not send",
    "LinkedIn's data export is a ZIP: give it as it was downloaded, or the folder it unpacks to",
)
_PICTURE = _Kind(
    "a picture, and profilelint reads no text in pictures", _SAVE_TO_PDF + _PASTE + _OR_ELSE
)
_PAGE = _Kind(
    "a saved web page, which holds the profile only in part", _SAVE_TO_PDF + _PASTE + _OR_ELSE
)
_MAIL = _Kind("an e-mail", "give the file that is attached to it; or " + _SAVE_TO_PDF)
_POSTSCRIPT = _Kind("a PostScript file, which profilelint does not read")
_FILM = _Kind("a film or a sound, which profilelint cannot read")

_MAGIC = (
    (b"{\\rtf", _RICH_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_OFFICE),
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"8BPS", _PICTURE),
    (b"%!PS", _POSTSCRIPT),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE),
    (b"OggS", _FILM),
    (b"ID3", _FILM),
)
_PICTURE_BRANDS = frozenset({b"heic", b"heix", b"mif1", b"avif"})
_BY_MEMBER = (
    ("word/", _WORD),
    ("xl/", _SHEET),
    ("ppt/", _SLIDES),
    ("Index/Document.iwa", _PAGES),
    ("Index.zip", _PAGES),
    ("META-INF/container.xml", _BOOK),
)
_BY_MIME = (
    (b"application/vnd.oasis.opendocument.text", _OPEN_DOCUMENT),
    (b"application/vnd.oasis.opendocument.spreadsheet", _SHEET),
    (b"application/vnd.oasis.opendocument.presentation", _SLIDES),
    (b"application/epub+zip", _BOOK),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
_SVG = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<svg\b", re.IGNORECASE | re.DOTALL
)
_MAIL_HEADER = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Date|From|Subject|To"
    rb"|X-[A-Za-z-]+|Snapshot-Content-Location|DKIM-Signature|Reply-To|Content-Type):",
    re.IGNORECASE,
)
_MAIL_HEADERS_NEEDED = 3
_TAR_MAGIC = slice(257, 262)


def sniff(source: Source) -> bool:
    """Whether this is a file of a kind that is known and not read."""
    return _kind(source) is not None


def load(source: Source) -> Document:
    """Say what the file is, and what to export instead.

    Raises:
        InputError: always.
    """
    kind = _kind(source) or _Kind("no export of a LinkedIn profile")
    raise InputError(f"{source.name}: this is {kind.what}", hint=kind.hint)


def _kind(source: Source) -> _Kind | None:
    data = source.data
    if source.tree is not None or source.folder is not None or not data:
        return None
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"PK"):
        return _zip_kind(data)
    return _boxed_kind(data) or _text_kind(source.head)


def _boxed_kind(data: bytes) -> _Kind | None:
    """Kinds whose mark does not stand first."""
    if data[4:8] == b"ftyp":
        return _PICTURE if data[8:12] in _PICTURE_BRANDS else _FILM
    if data[:4] == b"RIFF":
        return _PICTURE if data[8:12] == b"WEBP" else _FILM
    return _ARCHIVE if data[_TAR_MAGIC] == b"ustar" else None


def _text_kind(head: bytes) -> _Kind | None:
    if head.startswith(b"BM") and b"\x00" in head[:16]:
        return _PICTURE
    if _HTML.match(head):
        return _PAGE
    if _SVG.match(head):
        return _PICTURE
    headers = sum(_MAIL_HEADER.match(line) is not None for line in head.split(b"\n"))
    is_mail = _MAIL_HEADER.match(head) is not None or head.startswith(b"From ")
    if not is_mail or headers < _MAIL_HEADERS_NEEDED:
        return None
    return _PAGE if b"snapshot-content-location" in head.lower() else _MAIL


def _zip_kind(data: bytes) -> _Kind | None:
    """The kind of document that a ZIP is; none for one that may be LinkedIn's data export."""
    for mime, kind in _BY_MIME:
        # It is the first member, and stored as it is.
        if mime in data[:200]:
            return kind
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return None
    if any(name.lower().endswith(".csv") for name in names):
        return None
    for start, kind in _BY_MEMBER:
        if any(name.startswith(start) for name in names):
            return kind
    return None
