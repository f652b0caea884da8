"""``profilelint fix`` on files of every kind."""

import json
import shutil
import stat
from pathlib import Path

import pytest
import yaml

from profilelint import mend
from profilelint.errors import InputError
from profilelint.fixing.file import write
from profilelint.fixing.mend import WRITABLE
from profilelint.linter import Linter
from profilelint.profile import Profile

SAMPLES = Path(__file__).parent.parent / "samples"
JSON = SAMPLES / "json-resume" / "engineer-mistakes-en.json"
PDF = SAMPLES / "linkedin-pdf" / "engineer-mistakes-en.pdf"


@pytest.fixture
def resume(tmp_path):
    path = tmp_path / "resume.json"
    shutil.copy(JSON, path)
    return path


def rules(ran):
    (report,) = json.loads(ran.out)["reports"]
    return [finding["rule"] for finding in report["findings"]]


def test_safe_fixes_are_written_and_others_named(run, resume):
    ran = run("fix", resume)
    assert ran.code == 0
    assert "11 corrections mended; 6 more with --unsafe" in ran.err
    left = rules(run("check", resume, "--format", "json", "--select", "proofing"))
    assert {"common-typo", "doubled-word", "brand-case", "spacing"}.isdisjoint(left)
    assert "misspelling" in left


def test_unsafe_fixes_leave_no_mistake_that_has_an_answer(run, resume):
    run("fix", resume, "--unsafe")
    left = rules(run("check", resume, "--format", "json", "--select", "proofing"))
    assert set(left) <= {"placeholder", "mixed-bullets", "mixed-spelling"}
    before = resume.read_text()
    run("fix", resume, "--unsafe")
    assert resume.read_text() == before


def test_a_diff_shows_and_writes_nothing(run, resume):
    before = resume.read_bytes()
    ran = run("fix", resume, "--diff")
    assert ran.code == 1
    assert ran.out.startswith("--- ")
    assert "+" in ran.out
    assert resume.read_bytes() == before
    clean = SAMPLES / "json-resume" / "nurse-clean-en.json"
    nothing = run("fix", clean, "--diff")
    assert (nothing.code, nothing.out.strip()) == (0, "")


def test_only_what_is_edited_changes(run, resume):
    before = resume.read_text().splitlines()
    run("fix", resume)
    after = resume.read_text().splitlines()
    assert len(before) == len(after)
    changed = [a for a, b in zip(before, after, strict=True) if a != b]
    assert 0 < len(changed) < 12


def test_a_backup_is_kept_only_when_asked_for(run, resume):
    before = resume.read_bytes()
    run("fix", resume, "--backup")
    assert resume.with_name("resume.json.bak").read_bytes() == before
    assert sorted(path.name for path in resume.parent.iterdir()) == [
        "resume.json",
        "resume.json.bak",
    ]


def test_mode_mark_and_line_ends_stay(run, resume):
    text = resume.read_text().replace("\n", "\r\n")
    resume.write_bytes(b"\xef\xbb\xbf" + text.encode())
    resume.chmod(0o640)
    assert run("fix", resume).code == 0
    data = resume.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    assert b"recieve" not in data
    assert stat.S_IMODE(resume.stat().st_mode) == 0o640


def test_a_link_leads_to_the_file_that_is_written(run, resume, tmp_path):
    link = tmp_path / "link.json"
    link.symlink_to(resume)
    run("fix", link)
    assert link.is_symlink()
    assert "recieve" not in resume.read_text()


@pytest.mark.parametrize("style", ["", "'", '"', "|", ">"])
def test_yaml_of_every_style_is_mended_in_place(run, tmp_path, style):
    data = {
        "name": "Ada Example",
        "headline": "Nurse: triage # and more on Github",
        "about": 'I recieve it well , and more.\nThe the plan: "mine" it\'s called.',
    }
    path = tmp_path / "me.yaml"
    written = yaml.safe_dump(data, default_style=style or None, sort_keys=False)
    path.write_text(f"# Mine.\n{written}# The end.\n")
    assert run("fix", path).code == 0
    text = path.read_text()
    assert text.startswith("# Mine.\n")
    assert text.endswith("# The end.\n")
    about = yaml.safe_load(text)["about"]
    assert about.startswith("I receive it well, and more.")
    assert "The plan" in about


def test_standard_input_goes_to_standard_output(run):
    ran = run("fix", "-", stdin=JSON.read_bytes())
    assert json.loads(ran.out)["basics"]["label"].startswith("Software Enginer")
    assert "recieve" not in ran.out


def test_a_pdf_gets_a_sheet_to_paste(run, tmp_path):
    ran = run("fix", PDF)
    assert ran.code == 0
    assert "11 corrections to paste" in ran.err
    assert "~~recieve~~**receive**" in ran.out
    assert "Profile → Experience → the pencil at" in ran.out
    run("fix", PDF, "--output", "sheet.md")
    assert (tmp_path / "sheet.md").read_text().strip() == ran.out.strip()


def test_a_sheet_holds_the_whole_corrected_text(run):
    ran = run("fix", PDF, "--unsafe")
    with Linter() as linter:
        after = mend(str(PDF), linter=linter, unsafe=True).after.profile
    assert after.about in ran.out
    assert after.positions[0].description in ran.out


@pytest.mark.parametrize("name", ["career-changer-en.zip", "engineer-mistakes-en"])
def test_archives_get_a_sheet_and_sent_notes_stay(run, name):
    ran = run("fix", SAMPLES / "linkedin-archive" / name, "--unsafe")
    assert ran.code == 0
    assert "invitations" not in ran.out.lower()


def test_a_broken_input_stops_none_of_the_others(run, resume, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    ran = run("fix", broken, resume)
    assert ran.code == 3
    assert "recieve" not in resume.read_text()


def test_what_is_allowed_or_known_is_not_mended(run, resume, tmp_path):
    (tmp_path / "profilelint.toml").write_text(
        '[[suppress]]\nrule = "common-typo"\nmatch = "recieve"\nreason = "a quotation"\n'
    )
    run("fix", resume)
    text = resume.read_text()
    assert "recieve" in text
    assert "developement" not in text


def test_a_file_that_cannot_be_written_is_one_line(tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        write(tmp_path / "none" / "me.json", "{}", "")


def test_a_program_mends_a_profile_too():
    with Linter() as linter:
        mended = mend(Profile(name="Ada", about="I recieve it well , as ever."), linter=linter)
    assert mended.after.profile.about == "I receive it well, as ever."
    assert mended.source is None
    assert set(WRITABLE) == {"json-resume", "profile"}
