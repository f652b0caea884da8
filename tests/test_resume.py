"""The profile against the member's own resume, in each form that a resume comes in."""

import ctypes
import json
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

import profilelint
from profilelint.config import Config
from profilelint.config_file import read
from profilelint.linter import Linter

SAMPLES = Path(__file__).parent / "samples"
NURSE = SAMPLES / "linkedin-pdf" / "nurse-clean-en.pdf"
RESUME = (
    "Maeve Tarrant-Oduya, nurse",
    "linkedin.com/in/maeve-tarrant-nurse",
    "St Brannoc Hospital, Galway",
    "Clinical Nurse Manager (ED), 03/2021 to date",
    "Staff Nurse, 09/2017 - 02/2021",
    "Public Health Nurse, Carrowbeg Community Health, 2015 - 2017",
    "Lough Mask University, MSc 2021",
)


def pdf(path: Path, lines: tuple[str, ...]) -> Path:
    """Write a plain PDF of one page, as any word processor would."""
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(595, 842)
    font = pdfium.FPDFText_LoadStandardFont(document.raw, b"Helvetica")
    for number, line in enumerate(lines):
        text = pdfium.FPDFPageObj_CreateTextObj(document.raw, font, 11)
        encoded = (line + "\0").encode("utf-16-le")
        buffer = ctypes.create_string_buffer(encoded, len(encoded))
        pdfium.FPDFText_SetText(text, ctypes.cast(buffer, pdfium.FPDF_WIDESTRING))
        pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, 60, 760 - 20 * number)
        pdfium.FPDFPage_InsertObject(page.raw, text)
    page.gen_content()
    document.save(str(path))
    document.close()
    return path


def mismatches(resume, profile=NURSE):
    report = profilelint.lint(profile, resume=resume, select="resume-mismatch")
    return [(finding.pointer, finding.message) for finding in report.findings]


@pytest.mark.parametrize(
    "resume",
    [
        SAMPLES / "json-resume" / "nurse-clean-en.json",
        NURSE,
        SAMPLES / "linkedin-archive" / "nurse-clean-en-basic.zip",
        "\n".join(RESUME).encode(),
    ],
    ids=["json", "pdf", "archive", "text"],
)
def test_the_same_career_in_another_form_is_no_mismatch(resume):
    assert mismatches(resume) == []


def test_a_pdf_of_any_layout_is_read_as_text(tmp_path):
    assert mismatches(pdf(tmp_path / "resume.pdf", RESUME)) == []


@pytest.mark.parametrize(
    ("old", "new", "pointer", "told"),
    [
        ("linkedin.com/in/maeve-tarrant-nurse", "", "/public_url", "does not name the address"),
        ("maeve-tarrant-nurse", "maeve-old", "/public_url", "leads to linkedin.com/in/maeve-old"),
        ("St Brannoc", "Otara Bay", "/positions/0/title", "does not name your current role"),
        ("Clinical Nurse Manager (ED)", "Matron", "/positions/0/title", None),
        ("03/2021", "03/2020", "/positions/0/start", None),
    ],
)
def test_what_a_pdf_says_otherwise_is_told(tmp_path, old, new, pointer, told):
    lines = tuple(line.replace(old, new) for line in RESUME)
    found = mismatches(pdf(tmp_path / "resume.pdf", lines))
    if told is None:  # another line of the resume still bears it out: too little to be sure
        assert found == []
    else:
        ((where, message),) = found
        assert where == pointer
        assert told in message


def test_a_year_that_a_text_never_names_is_told():
    lines = "\n".join(RESUME).replace("2021", "2020").encode()
    ((pointer, message),) = mismatches(lines)
    assert pointer == "/positions/0/start"
    assert "2021" in message


def test_a_json_resume_is_compared_role_by_role(tmp_path):
    path = SAMPLES / "json-resume" / "nurse-clean-en.json"
    resume = json.loads(path.read_text(encoding="utf-8"))
    resume["work"][2]["startDate"] = "2014-01"
    resume["work"][2]["position"] = "Accountant"
    found = dict(mismatches(resume))
    assert set(found) == {"/positions/2/start", "/positions/2/title"}
    assert "begins in October 2015 here and in January 2014 in the resume" in " ".join(
        found.values()
    )


def test_a_current_role_that_only_the_resume_has_is_told():
    resume = profilelint.load(NURSE).profile.model_dump(mode="json", exclude_defaults=True)
    resume["positions"].insert(
        0, {"title": "Matron", "company": "Nordelm", "start": "2026-01", "current": True}
    )
    ((pointer, message),) = mismatches(profilelint.Profile.model_validate(resume))
    assert pointer == "/positions"
    assert "“Matron at Nordelm” is a current role in the resume" in message


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7 broken"])
def test_what_cannot_be_read_is_one_line_and_exit_code_3(tmp_path, content):
    path = tmp_path / "resume.bin"
    path.write_bytes(content)
    with pytest.raises(profilelint.InputError) as caught:
        Linter(Config(resume=str(path)))
    assert caught.value.exit_code == 3
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_pdf_without_text_is_refused(tmp_path):
    with pytest.raises(profilelint.InputError, match="holds no text"):
        Linter(Config(resume=str(pdf(tmp_path / "resume.pdf", ()))))


def test_the_resume_of_a_configuration_lies_beside_it(tmp_path):
    (tmp_path / "profilelint.toml").write_text('resume = "mine/resume.txt"\n')
    settings = read(tmp_path / "profilelint.toml").config()
    assert settings.resume == str(tmp_path / "mine" / "resume.txt")


def test_the_resume_is_read_once_for_many_profiles(tmp_path):
    path = tmp_path / "resume.txt"
    path.write_text("\n".join(RESUME), encoding="utf-8")
    with Linter(Config(resume=str(path), select=("resume-mismatch",))) as linter:
        path.unlink()
        assert [len(linter.lint(NURSE).findings) for _ in range(2)] == [0, 0]


def test_without_a_resume_the_rule_is_skipped():
    report = profilelint.lint(NURSE, select="resume-mismatch")
    assert [(skipped.rule, skipped.reason) for skipped in report.skipped] == [
        ("resume-mismatch", "no --resume was given")
    ]


def test_the_command_line_compares_and_names_what_it_cannot_read(run, tmp_path):
    resume = tmp_path / "resume.txt"
    resume.write_text("\n".join(RESUME[2:]), encoding="utf-8")
    ran = run("check", NURSE, "--select", "resume-mismatch", "--resume", resume, "--format", "json")
    (finding,) = json.loads(ran.out)["reports"][0]["findings"]
    assert finding["pointer"] == "/public_url"
    ran = run("check", NURSE, "--resume", tmp_path / "nowhere.pdf")
    assert ran.code == 3
    assert ran.out == ""
    assert "nowhere.pdf: no such file" in ran.err
    assert len(ran.err.splitlines()) == 1
