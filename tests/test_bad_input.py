"""Whatever the input: one clear line, the documented exit code, and never a traceback."""

import json
from pathlib import Path

import pypdf
import pypdfium2
import pytest

SAMPLE = Path(__file__).parent / "samples" / "linkedin-pdf" / "nurse-clean-en.pdf"


def blank_pdf(path: Path, pages: int) -> Path:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(612, 792)
    document.save(path)
    document.close()
    return path


def letter_pdf(path: Path) -> Path:
    """Somebody's letter: a PDF with text, made by no LinkedIn."""
    stream = b"BT /F1 12 Tf 72 700 Td (Dear Sir or Madam) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
            b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
        ),
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % item for item in enumerate(objects, 1))
    return written(path, b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF")


def encrypted_pdf(path: Path) -> Path:
    writer = pypdf.PdfWriter(clone_from=SAMPLE)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)
    return path


def huge(path: Path) -> Path:
    with path.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        file.truncate(200_000_000)
    return path


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


CASES = {
    "missing": (lambda folder: folder / "nowhere.pdf", ["nowhere.pdf", "no such file"]),
    "a folder": (lambda folder: folder, ["no export is in this folder"]),
    "empty": (lambda folder: written(folder / "a.pdf", b""), ["a.pdf", "empty"]),
    "not a PDF": (
        lambda folder: written(folder / "a.pdf", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        ["a.pdf", "picture", "Save to PDF"],
    ),
    "nothing known": (
        lambda folder: written(folder / "a.pdf", bytes(range(1, 256))),
        ["a.pdf", "no export that profilelint knows"],
    ),
    "no LinkedIn export": (
        lambda folder: letter_pdf(folder / "a.pdf"),
        ["a.pdf", "no LinkedIn export", "--format-in"],
    ),
    "no text": (
        lambda folder: blank_pdf(folder / "a.pdf", 1),
        ["a.pdf", "no text"],
    ),
    "encrypted": (lambda folder: encrypted_pdf(folder / "a.pdf"), ["a.pdf", "password"]),
    "truncated": (
        lambda folder: written(folder / "a.pdf", SAMPLE.read_bytes()[:9000]),
        ["a.pdf"],
    ),
    "200 MB": (
        lambda folder: huge(folder / "a.pdf"),
        ["a.pdf", "200 MB", "limit", "max-megabytes"],
    ),
    "2,000 pages": (
        lambda folder: blank_pdf(folder / "a.pdf", 2000),
        ["a.pdf", "2,000 pages", "limit", "max-pages"],
    ),
    "broken JSON": (
        lambda folder: written(folder / "a.json", '{"basics": {"name": "Ada",\n  "label" "x"}}'),
        ["a.json:2:11"],
    ),
    "broken YAML": (
        lambda folder: written(folder / "a.yaml", "name: Ada\nheadline: [a\n"),
        ["a.yaml:"],
    ),
    "a wrong type in JSON Resume": (
        lambda folder: written(
            folder / "a.json", '{"basics": {"name": "Ada"},\n "work": [{"highlights": 5}]}'
        ),
        ["a.json:2", "/work/0/highlights", "list", "number"],
    ),
    "a wrong type in our own format": (
        lambda folder: written(folder / "a.yaml", "name: Ada\npositions:\n  - title: 5\n"),
        ["a.yaml:3", "/positions/0/title", "text"],
    ),
    "an unknown key in our own format": (
        lambda folder: written(folder / "a.yaml", "name: Ada\nheadlin: x\nabout: y\n"),
        ["a.yaml:2", "headlin", "“headline”"],
    ),
    "a date that is none": (
        lambda folder: written(folder / "a.yaml", "name: A\npositions:\n  - start: 2019-13\n"),
        ["a.yaml:3", "2019-13", "YYYY"],
    ),
    "NUL bytes": (lambda folder: written(folder / "a.json", b"\x00" * 4000), ["a.json"]),
    "deep nesting": (
        lambda folder: written(folder / "a.json", '{"basics": ' + "[" * 100_000),
        ["a.json"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_line_that_says_what_and_where(run, tmp_path: Path, name: str) -> None:
    make, parts = CASES[name]
    ran = run("check", make(tmp_path))
    assert ran.code == 3
    (line,) = ran.err.splitlines()
    assert line.startswith("profilelint: ")
    assert "; " in line, "it says what to do, too"
    assert all(part in line for part in parts), line
    assert "Traceback" not in ran.err + ran.out


def test_one_bad_file_never_stops_the_others(run, tmp_path: Path) -> None:
    bad = written(tmp_path / "bad.json", "{")
    ran = run("check", bad, SAMPLE, "--quiet", "--fail-on", "never")
    assert ran.code == 3
    assert "nurse-clean-en.pdf" in ran.out
    assert "bad.json" in ran.err


def test_an_unknown_key_in_the_configuration(run, tmp_path: Path) -> None:
    written(tmp_path / "profilelint.toml", 'audiance = "recruiter"\n')
    ran = run("check", SAMPLE)
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert "profilelint.toml" in line
    assert "“audience”" in line


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("summary: [", ["wording/a-rule.yaml:", "no YAML"]),
        ("summary: x\nwhy: y\nkind: patern\n", ["a-rule.yaml", "message"]),
        (
            (
                "summary: x\nwhy: y\nmessage: z\nkind: patern\ntargets: [about]\nsince: '1'\n"
                "bad: [{text: a}]\ngood: [{text: b}]\n"
            ),
            ["a-rule.yaml:4", "patern"],
        ),
        (
            (
                "summary: x\nwhy: y\nmessage: z\nkind: pattern\ntargets: [about]\nsince: '1'\n"
                "with:\n  match: ['(']\nbad: [{text: a}]\ngood: [{text: b}]\n"
            ),
            ["a-rule.yaml:7", "“(”"],
        ),
        (
            (
                "summary: x\nwhy: y\nmessage: z\nkind: pattern\ntargets: [abuot]\nsince: '1'\n"
                "with:\n  match: [a]\nbad: [{text: a}]\ngood: [{text: b}]\n"
            ),
            ["a-rule.yaml:5", "“abuot”"],
        ),
        (
            (
                "summary: x\nwhy: y\nmessage: z\nkind: required\nseverty: error\n"
                "targets: [about]\nsince: '1'\n"
                "bad: [{text: a}]\ngood: [{text: b}]\n"
            ),
            ["a-rule.yaml:5", "severty", "“severity”"],
        ),
        (
            (
                "summary: x\nwhy: y\nmessage: z\nkind: count\ntargets: [skills]\nsince: '1'\n"
                "with:\n  min: five\nbad: [{text: a}]\ngood: [{text: b}]\n"
            ),
            ["a-rule.yaml:8", "min", "integer"],
        ),
        (
            (
                "summary: x\nwhy: y\nmessage: z\nkind: required\nsince: '1'\n"
                "bad: [{text: a}]\ngood: [{text: b}]\n"
            ),
            ["a-rule.yaml", "targets"],
        ),
    ],
)
def test_a_broken_rule_file(run, tmp_path: Path, content: str, parts: list[str]) -> None:
    folder = tmp_path / "house" / "wording"
    folder.mkdir(parents=True)
    written(folder / "a-rule.yaml", content)
    ran = run("check", SAMPLE, "--rules", tmp_path / "house")
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert all(part in line for part in parts), line


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["--select", "mispelling"], ["mispelling", "“misspelling”"]),
        (["--ignore", "profing"], ["profing", "“proofing”"]),
        (["--format-in", "word"], ["word", "linkedin-pdf"]),
        (["--field", "abuot"], ["abuot", "“about”"]),
        (["--as-of", "yesterday"], ["as-of", "yesterday"]),
        (["--language", "Klingon"], ["language", "Klingon"]),
        (["--config", "nowhere.toml"], ["nowhere.toml"]),
        (["--rules", "nowhere"], ["nowhere"]),
    ],
)
def test_wrong_options(run, arguments: list[str], parts: list[str]) -> None:
    ran = run("check", SAMPLE, *arguments)
    assert ran.code == 2
    assert all(part in ran.err for part in parts), ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_format_that_does_not_exist(run) -> None:
    ran = run("check", SAMPLE, "--format", "xml")
    assert ran.code == 2
    assert "xml" in ran.err


def test_a_report_that_cannot_be_written(run, tmp_path: Path) -> None:
    ran = run("check", SAMPLE, "--output", tmp_path / "no" / "such" / "folder.txt")
    assert ran.code == 2
    assert "cannot be written" in ran.err


def test_something_that_breaks_inside_is_one_line_too(run, monkeypatch) -> None:
    from profilelint.linter import Linter

    def explode(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(Linter, "check", explode)
    ran = run("check", SAMPLE)
    assert ran.code == 3
    assert "boom" in ran.err
    assert "Traceback" not in ran.err


def test_a_broken_file_is_told_in_json_too(run, tmp_path: Path) -> None:
    ran = run("check", tmp_path / "nowhere.json", "--format", "json")
    assert ran.code == 3
    (entry,) = json.loads(ran.out)["reports"]
    assert "no such file" in entry["error"]


def test_a_rule_file_outside_of_a_category(run, tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    written(tmp_path / "house" / "bread.yaml", "summary: x")
    ran = run("check", SAMPLE, "--rules", "house")
    assert ran.code == 2
    assert "folder of its category" in ran.err
