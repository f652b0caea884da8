"""``profilelint fix`` on files of every kind."""

import json
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
import yaml

from profilelint import mend
from profilelint.config import Config
from profilelint.errors import InputError
from profilelint.fixing.file import write
from profilelint.fixing.mend import WRITABLE
from profilelint.linter import Linter
from profilelint.profile import Profile
from profilelint.ruleset import load_rules

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


def test_all_planted_mistakes_that_have_an_answer_are_mended(run, resume):
    run("fix", resume, "--unsafe")
    text = json.dumps(json.loads(resume.read_text()), ensure_ascii=False)
    planted = json.loads((PDF.parent / "engineer-mistakes-en.mistakes.json").read_text())
    answered = {rule.id for rule in load_rules() if rule.fix}
    mended = [mistake for mistake in planted["mistakes"] if mistake["kind"] in answered]
    assert len(mended) == 17
    for mistake in mended:
        assert mistake["right"] in text, mistake
        assert mistake["wrong"] not in text, mistake


def test_what_only_the_owner_can_mend_is_counted(run, resume):
    ran = run("fix", resume)
    report = json.loads(run("check", resume, "--format", "json").out)["reports"][0]
    (line,) = ran.err.splitlines()
    left, yours = (int(part.split()[0]) for part in line.rstrip(".").split("; ")[1:])
    assert left + yours == len(report["findings"])
    assert line.endswith(f"{yours} findings only you can mend.")


def test_a_diff_is_one_that_git_applies(run, tmp_path):
    path = tmp_path / "me.yaml"
    path.write_bytes(
        b'name: Ada Example\nabout: "The the\xe2\x80\xa8plan"\r\nheadline: Nurse who recieve'
    )
    ran = run("fix", "me.yaml", "--diff")
    (tmp_path / "me.patch").write_text(ran.out, newline="")
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not there")
    subprocess.run([git, "apply", "--unsafe-paths", "me.patch"], cwd=tmp_path, check=True)
    patched = path.read_bytes()
    assert patched.endswith(b'"The\xe2\x80\xa8plan"\r\nheadline: Nurse who receive')
    run("fix", "me.yaml")
    assert path.read_bytes() == patched


def test_a_diff_writes_nothing_at_all(run, resume, tmp_path):
    for option in (("--backup",), ("--output", "sheet.md")):
        ran = run("fix", resume, "--diff", *option)
        assert ran.code == 2
        assert "writes nothing" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["resume.json"]


def test_a_diff_of_what_is_pasted_is_the_sheet(run):
    ran = run("fix", PDF, "--diff")
    assert ran.code == 1
    assert ran.out == run("fix", PDF).out


def test_a_sheet_never_goes_where_the_profile_is(run, tmp_path):
    copy = tmp_path / "Profile.pdf"
    shutil.copy(PDF, copy)
    before = copy.read_bytes()
    ran = run("fix", copy, "--output", "Profile.pdf")
    assert ran.code == 2
    assert "would write over your profile" in ran.err
    assert copy.read_bytes() == before


def test_a_sheet_with_nothing_in_it_is_not_written(run, tmp_path):
    ran = run("fix", SAMPLES / "linkedin-pdf" / "nurse-clean-en.pdf", "--output", "sheet.md")
    assert ran.code == 0
    assert "Nothing to paste" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_as_private_as_the_file(run, resume):
    resume.chmod(0o600)
    run("fix", resume, "--backup")
    backup = resume.with_name("resume.json.bak")
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_standard_input_keeps_its_bytes(run):
    text = 'name: Ada Example\r\nabout: "I recieve it – a café."\r\n'
    data = b"\xef\xbb\xbf" + text.encode()
    out = run("fix", "-", stdin=data).out
    assert out == "\ufeff" + text.replace("recieve", "receive")


def test_without_a_mistake_standard_input_comes_out_as_it_went_in(run):
    data = (SAMPLES / "json-resume" / "nurse-clean-en.json").read_text()
    assert run("fix", "-", stdin=data.encode()).out == data


def test_a_folder_is_mended_file_by_file(run, resume, tmp_path):
    folder = tmp_path / "team"
    folder.mkdir()
    resume.rename(folder / "a.json")
    (folder / "b.yaml").write_text("name: Bo Example\nabout: The the plan.\n")
    ran = run("fix", "team", "--ignore", "brand-case")
    assert ran.code == 0
    assert len(ran.err.splitlines()) == 2
    assert "Github" in (folder / "a.json").read_text()
    assert (folder / "b.yaml").read_text() == "name: Bo Example\nabout: The plan.\n"


def test_the_settings_of_check_are_those_of_fix(run, resume, tmp_path):
    before = resume.read_text()
    (tmp_path / "other.toml").write_text('ignore = ["proofing"]\n')
    run("fix", resume, "--config", "other.toml")
    assert resume.read_text() == before
    run("fix", resume, "--select", "spacing", "--grammar", "off", "--language", "en-GB")
    assert "criticism well, and" in resume.read_text()
    assert "recieve" in resume.read_text()


def test_overrides_hold_for_their_files(run, resume, tmp_path):
    (tmp_path / "profilelint.toml").write_text(
        '[[overrides]]\npaths = ["resume.json"]\nignore = ["common-typo"]\n'
    )
    other = tmp_path / "other.json"
    shutil.copy(resume, other)
    run("fix", "resume.json", "other.json")
    assert "recieve" in resume.read_text()
    assert "recieve" not in other.read_text()


def test_escapes_stay_escapes(run, tmp_path):
    path = tmp_path / "me.json"
    path.write_text(
        r'{"name": "Ada", "about": "Caf\u00e9 \"A\"\nI recieve r\u00c3\u00a9sum\u00c3\u00a9s."}'
    )
    run("fix", path)
    assert path.read_text() == (
        r'{"name": "Ada", "about": "Caf\u00e9 \"A\"\nI receive r\u00e9sum\u00e9s."}'
    )


def test_a_text_that_stands_in_two_fields_is_mended_once_or_not(tmp_path):
    text = (
        "name: Ada Example\nabout: &same I recieve it well.\n"
        "positions:\n- {company: Acme, title: Nurse, description: *same}\n"
    )
    mended = mend(text.encode())
    assert mended.source == text.replace("recieve", "receive")
    allowed = Config(suppress=[{"rule": "common-typo", "at": "/about", "reason": "a quotation"}])
    with Linter(allowed) as linter:
        left = mend(text.encode(), linter=linter)
    assert left.source == text
    assert [edit.pointer for edit in left.refused] == ["/positions/0/description"]


def test_an_edit_that_would_bring_a_finding_is_left_and_named(run, tmp_path):
    path = tmp_path / "me.yaml"
    text = "name: Ada Example\nabout: Sold the firm to a undisclossed buyer.\n"
    path.write_text(text)
    ran = run("fix", path, "--unsafe")
    assert path.read_text() == text
    assert "Left as it is" in ran.err
    assert "undisclossed (misspelling)" in ran.err


HOUSE = """\
summary: House words.
why: We say it so.
kind: substitution
targets: [about]
severity: warning
fix: safe
confidence: high
with:
  swap: {alpha: 'a: b', beta: 'x # y', gamma: "it's", delta: '"so"', epsilon: 'b\\c', zeta: "*star"}
message: "“{match}” is not how we say it"
since: "1"
bad:
  - {text: "Say gamma."}
good:
  - {text: "Say no more."}
"""
WORDS = {"alpha": "a: b", "beta": "x # y", "gamma": "it's", "delta": '"so"', "epsilon": "b\\c"}


@pytest.fixture
def house(tmp_path):
    folder = tmp_path / "house" / "wording"
    folder.mkdir(parents=True)
    (folder / "house-word.yaml").write_text(HOUSE)
    with Linter(Config(rules=[str(tmp_path / "house")], select=["house-word"])) as linter:
        yield linter


@pytest.mark.parametrize("style", ["'", '"', "|", ">", "json"])
def test_what_needs_quoting_is_written_as_each_style_has_it(house, style):
    data = {"name": "Ada Example", "about": f"Say {' and '.join(WORDS)} now."}
    text = json.dumps(data) if style == "json" else yaml.safe_dump(data, default_style=style)
    mended = mend(text.encode(), linter=house)
    assert mended.refused == ()
    assert yaml.safe_load(mended.source)["about"] == f"Say {' and '.join(WORDS.values())} now."


def test_what_a_bare_text_cannot_say_is_left(house):
    text = "name: Ada Example\nabout: Say alpha and beta, gamma and delta.\n# End\n"
    mended = mend(text.encode(), linter=house)
    assert mended.source == text.replace("gamma", "it's").replace("delta", '"so"')
    assert {edit.text for edit in mended.refused} == {"alpha", "beta"}
    whole = "about: zeta\nname: Ada Example\nheadline: Nurse\n"
    assert mend(whole.encode(), linter=house).source == whole


def test_a_text_with_markup_is_mended_only_where_it_is_spelt_so():
    text = json.dumps(
        {
            "basics": {
                "name": "Ada Example",
                "label": "Nurse in Leeds",
                "summary": "<p>I <b>recieve</b> praise &amp; &amp; act on the the plan.</p>",
            }
        }
    )
    mended = mend(text.encode())
    assert mended.source == text.replace("recieve", "receive").replace("the the", "the")


def test_an_edit_never_tears_markup_apart():
    summary = "<p>Seven years on wards, where I follow the <b>the</b> plan.</p>"
    data = {"basics": {"name": "Ada Example", "label": "Nurse in Leeds", "summary": summary}}
    mended = mend(json.dumps(data).encode())
    assert mended.source == json.dumps(data)
    assert [edit.text for edit in mended.refused] == ["the the"]


def test_a_source_in_another_encoding_gets_a_sheet(tmp_path):
    path = tmp_path / "me.json"
    path.write_bytes('{"name": "Ada Example", "about": "The the plan."}'.encode("utf-16"))
    mended = mend(path)
    assert mended.source is None
    assert mended.after.profile.about == "The plan."


def test_drafts_are_mended_and_what_was_sent_is_not():
    profile = Profile.model_validate(
        {
            "name": "Ada Example",
            "drafts": [{"recipient": "Bo Example", "text": "Hi Bo, I recieve your paper."}],
            "invitations": [{"recipient": "Cy Example", "text": "Hi Cy, I recieve your paper."}],
        }
    )
    after = mend(profile, unsafe=True).after.profile
    assert "receive" in after.drafts[0].text
    assert "recieve" in after.invitations[0].text


def test_what_is_known_from_a_baseline_is_mended_too(run, resume):
    run("check", resume, "--write-baseline", "--baseline", "known.json")
    run("fix", resume)
    assert "recieve" not in resume.read_text()


def test_a_linter_brings_its_own_settings():
    with Linter() as linter, pytest.raises(TypeError, match="settings"):
        mend({"name": "Ada Example"}, linter=linter, select="spacing")
    about = "I recieve it well , as ever."
    mended = mend({"name": "Ada Example", "about": about}, select="spacing")
    assert mended.after.profile.about == "I recieve it well, as ever."
