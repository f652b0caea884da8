"""The command: its formats, its files, and what it says of what it cannot read."""

import json

import pytest

import profilelint
from profilelint.errors import InputError

BAD = {
    "empty.zip": b"",
    "broken.zip": b"PK\x03\x04 Profile.csv and nothing more",
    "Profile.pdf": b"%PDF-1.4\n%%EOF\n",
    "resume.json": b'{"basics": {"name": "Ada Example"}}',
    "broken.json": b'{"elements": [{"snapshotDomain": "PROFILE", "snapshotData": [',
    "notes.txt": b"Ada Example\nEngineer\n",
}


def test_text_json_and_markdown(run, samples):
    export = samples / "linkedin-archive" / "career-changer-en.zip"
    text = run("outreach", export, "--as-of", "2026-11-02")
    assert text.code == 0
    assert text.err == ""
    assert "17 sent, 14 with a note: 5 accepted, 12 not so far." in text.out
    told = json.loads(run("outreach", export, "--format", "json", "--as-of", "2026-11-02").out)
    assert told["version"] == 1
    assert told["tool"]["name"] == "profilelint"
    assert told["totals"]["accepted"] == 5
    markdown = run("outreach", export, "--format", "markdown")
    assert markdown.out.startswith("# Outreach\n")


def test_a_company_and_redaction(run, samples):
    export = samples / "linkedin-archive" / "career-changer-en"
    view = run("outreach", export, "--company", "pohutukawa bank", "--redact")
    assert view.code == 0
    assert "person 2" in view.out
    assert "Quarlesby" not in view.out
    missing = run("outreach", export, "--company", "Kea Analitics")
    assert missing.code == 0
    assert "Did you mean “Kea Analytics”?" in missing.out


def test_to_a_file(run, samples, tmp_path):
    export = samples / "linkedin-snapshot" / "operations-grouped-en.json"
    ran = run("outreach", export, "--output", tmp_path / "outreach.md", "--format", "markdown")
    assert (ran.code, ran.out) == (0, "")
    assert "| no note | 1 | 0 | 1 | 0 |" in (tmp_path / "outreach.md").read_text("utf-8")
    assert run("outreach", export, "--output", tmp_path / "no" / "x.md").code == 2


def test_the_schema(run):
    assert json.loads(run("schema", "outreach").out)["title"] == "profilelint outreach report"


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_export_is_one_line_and_exit_code_3(run, tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name])
    ran = run("outreach", tmp_path / name)
    assert ran.code == 3
    assert ran.out == ""
    assert ran.err.startswith("profilelint: ")
    assert name in ran.err
    assert ran.err.count("\n") == 1


def test_another_format_is_told_where_to_get_the_export(run, samples):
    for name in ("linkedin-pdf/nurse-clean-en.pdf", "json-resume/nurse-clean-en.json", "text"):
        ran = run("outreach", samples / name)
        assert ran.code == 3
        assert "Get a copy of your data" in ran.err
        assert ran.err.count("\n") == 1


def test_a_missing_file_and_a_wrong_day(run, samples):
    assert "no such file" in run("outreach", "nowhere.zip").err
    export = samples / "linkedin-archive" / "career-changer-en"
    assert run("outreach", export, "--as-of", "soon").code == 2
    assert run("outreach", export, "--company", "--").code == 2
    assert run("outreach", export, "--format", "sarif").code == 2


@pytest.mark.parametrize("source", [b"", b"%PDF-1.7", {"name": "Ada Example"}, {}])
def test_the_library_says_so_too(source):
    with pytest.raises(InputError):
        profilelint.outreach(source)


def test_profiles_and_documents_do_not_hold_the_network():
    for source in (profilelint.Profile(name="Ada"), profilelint.load({"name": "Ada Example"})):
        with pytest.raises(InputError, match="only an export"):
            profilelint.outreach(source)


def test_bytes_streams_and_dicts(samples):
    path = samples / "linkedin-archive" / "career-changer-en.zip"
    with path.open("rb") as stream:
        assert profilelint.outreach(stream, grammar="off").totals.sent == 17
    assert profilelint.outreach(path.read_bytes(), grammar="off").totals.sent == 17
    pages = json.loads(
        (samples / "linkedin-snapshot" / "operations-grouped-en.json").read_text("utf-8")
    )
    elements = [element for page in pages for element in page.get("elements", [])]
    assert profilelint.outreach({"elements": elements}, grammar="off").totals.accepted == 1


def test_importing_the_library_does_not_read_this_package(run):
    import subprocess
    import sys

    code = (
        "import sys, profilelint, profilelint.linter;"
        "print([name for name in sys.modules if name.startswith('profilelint.network')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
