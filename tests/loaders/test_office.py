"""Files that hold no export are named, with what to export instead."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilelint.errors import InputError
from profilelint.loaders import Source, office

SAMPLES = Path(__file__).parents[1] / "samples"


def zipped(*names: str, mime: bytes = b"") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        if mime:
            archive.writestr("mimetype", mime)
        for name in names:
            archive.writestr(name, b"<x/>")
    return target.getvalue()


FILES = {
    "cv.docx": (zipped("[Content_Types].xml", "word/document.xml"), "Word"),
    "cv.odt": (
        zipped("content.xml", mime=b"application/vnd.oasis.opendocument.text"),
        "OpenDocument",
    ),
    "cv.pages": (zipped("Index/Document.iwa", "preview.jpg"), "Pages"),
    "cv.xlsx": (zipped("xl/workbook.xml"), "spreadsheet"),
    "cv.pptx": (zipped("ppt/presentation.xml"), "presentation"),
    "cv.epub": (zipped("META-INF/container.xml", mime=b"application/epub+zip"), "e-book"),
    "cv.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, ".doc"),
    "cv.rtf": (b"{\\rtf1\\ansi Ada}", "rich text"),
    "shot.png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
    "shot.jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
    "shot.webp": (b"RIFF\x10\0\0\0WEBPVP8 ", "picture"),
    "shot.heic": (b"\0\0\0\x18ftypheic", "picture"),
    "page.html": (b"<!DOCTYPE html>\n<html><title>Ada | LinkedIn</title>", "web page"),
    "page.xhtml": (b'\xef\xbb\xbf<?xml version="1.0"?>\n<html xmlns="x">', "web page"),
    "page.mhtml": (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: x\nMIME-Version: 1.0\n",
        "web page",
    ),
    "your-data.eml": (
        b"From: LinkedIn <x@example.com>\r\nTo: a@example.com\r\nSubject: Your data\r\n\r\nHi",
        "e-mail",
    ),
    "data.tar.gz": (b"\x1f\x8b\x08\0\0\0", "archive"),
    "data.7z": (b"7z\xbc\xaf\x27\x1c\0\x04", "archive"),
    "cv.ps": (b"%!PS-Adobe-3.0\n", "PostScript"),
}


@pytest.mark.parametrize("name", FILES)
def test_told_what_it_is_and_what_to_export(name):
    data, what = FILES[name]
    source = Source(name, data)
    assert office.sniff(source)
    with pytest.raises(InputError) as caught:
        office.load(source)
    assert caught.value.message.startswith(f"{name}: this is ")
    assert what in caught.value.message
    hint = caught.value.hint or ""
    assert "Save to PDF" in hint or "data export" in hint


@pytest.mark.parametrize(
    "data",
    [
        zipped("Profile.csv", "Positions.csv"),
        zipped("Basic_LinkedInDataExport/Profile.csv", "word/x.xml"),
        zipped("notes.txt"),
        b"PK\3\4 broken",
        b"",
        b'{"name": "Ada"}',
        b"name: Ada\nheadline: Analyst\nabout: Hello\n",
        b"From: x\nsomething else\n",
        b"Date: 2026\nDear Ada\n",
        b"<ada@example.com>",
    ],
)
def test_leaves_the_rest_to_others(data):
    assert not office.sniff(Source("any", data))


@pytest.mark.parametrize(
    "path",
    [p for kind in ("linkedin-pdf", "text", "json-resume") for p in (SAMPLES / kind).glob("*.*")],
    ids=lambda path: path.name,
)
def test_no_sample_is_taken_for_one(path):
    assert not office.sniff(Source(path.name, path.read_bytes()))


def test_forced_upon_another_file():
    with pytest.raises(InputError, match="no export of a LinkedIn profile"):
        office.load(Source("any", b"Ada"))


@given(st.binary(max_size=300), st.sampled_from([data for data, _ in FILES.values()]))
def test_any_bytes_are_judged_without_a_crash(data, start):
    office.sniff(Source("any", data))
    office.sniff(Source("any", start[: len(data)] + data))
