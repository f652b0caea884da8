"""Many people: folders, patterns and lists of exports, one report each."""

import csv
import json
import shutil
from pathlib import Path

import pytest

import profilelint
from profilelint.loaders import inputs

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    """A career centre's folder: exports of several kinds, one of them broken, and other files."""
    folder = tmp_path / "cohort"
    (folder / "second year").mkdir(parents=True)
    shutil.copy(SAMPLES / "linkedin-pdf" / "nurse-clean-en.pdf", folder / "b.pdf")
    shutil.copy(SAMPLES / "json-resume" / "executive-en.json", folder / "second year" / "a.json")
    (folder / "broken.json").write_text("{")
    (folder / "notes.md").write_text("# Who is who")
    (folder / ".hidden.pdf").write_text("")
    return folder


def test_a_folder_stands_for_the_exports_in_it(cohort: Path) -> None:
    assert [Path(name).name for name in inputs(str(cohort))] == ["b.pdf", "broken.json", "a.json"]


def test_a_pattern_stands_for_what_it_matches(cohort: Path) -> None:
    assert inputs(f"{cohort}/**/*.json") == [
        f"{cohort}/broken.json",
        f"{cohort}/second year/a.json",
    ]


def test_a_pattern_that_matches_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(profilelint.InputError, match="no file matches"):
        inputs(f"{tmp_path}/*.pdf")


def test_a_name_with_brackets_is_no_pattern_where_there_is_such_a_file(tmp_path: Path) -> None:
    name = tmp_path / "Profile [1].pdf"
    name.write_text("")
    assert inputs(str(name)) == [str(name)]


def test_a_folder_ends_with_one_line_each_and_a_broken_one_stops_nobody(run, cohort: Path) -> None:
    ran = run("check", cohort, "--fail-on", "never")
    assert ran.code == 3
    assert ran.err.count("\n") == 1
    assert "broken.json" in ran.err
    lines = ran.out.splitlines()
    assert lines[-1] == "3 profiles: 2 ready, 1 not read."
    told = [line for line in lines if line.startswith(("✗ Not read", "✓ Ready  "))]
    assert "broken.json" in told[0]
    assert sorted(" ".join(line.split()[3:5]) for line in told[1:]) == [
        "Henrietta Vasquez-Moll",
        "Maeve Tarrant-Oduya",
    ]


def test_of_more_than_five_only_the_lines_are_told_unless_asked(run, cohort: Path) -> None:
    for number in range(4):
        shutil.copy(cohort / "b.pdf", cohort / f"copy-{number}.pdf")
    brief = run("check", cohort, "--fail-on", "never").out
    assert "Score" not in brief
    assert "--format markdown=FOLDER/" in brief
    assert brief.splitlines()[-1] == "7 profiles: 6 ready, 1 not read."
    full = run("check", cohort, "--fail-on", "never", "--format", "text").out
    assert full.count("\nScore ") == 6
    assert full.splitlines()[-1] == brief.splitlines()[-1]
    run("check", cohort, "--fail-on", "never", "--output", "all.txt")
    assert "\nScore " in Path("all.txt").read_text("utf-8")


def test_a_table_and_a_page_each_to_hand_on(run, cohort: Path) -> None:
    ran = run(
        *("check", cohort, "--fail-on", "never"),
        *("--format", "csv=table.csv", "--format", "markdown=pages/"),
    )
    assert (ran.code, ran.out) == (3, "")
    assert Path("table.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,name,")
    with Path("table.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["verdict"] for row in rows] == ["ready", "", "ready"]
    assert "broken.json" in rows[1]["error"]
    pages = {path.name for path in Path("pages").iterdir()}
    assert pages == {
        "index.md",
        "broken.md",
        "henrietta-vasquez-moll.md",
        "maeve-tarrant-oduya.md",
    }
    index = Path("pages/index.md").read_text("utf-8")
    assert "3 profiles: 2 ready, 1 not read." in index
    assert "[Maeve Tarrant-Oduya](maeve-tarrant-oduya.md)" in index


def test_only_markdown_is_written_into_a_folder(run, cohort: Path) -> None:
    ran = run("check", cohort / "b.pdf", "--format", "csv=pages/")
    assert ran.code == 2
    assert "only markdown" in ran.err


def test_a_redacted_cohort_names_nobody(run, cohort: Path) -> None:
    for options in ([], ["--format", "csv"], ["--format", "markdown"], ["--format", "json"]):
        ran = run("check", cohort, "--fail-on", "never", "--redact", *options)
        assert ran.code == 3
        assert "profile-1.pdf" in ran.out
        for private in ("Maeve", "Vasquez", "b.pdf", "a.json", "broken"):
            assert private not in ran.out


def test_json_has_a_report_for_each(run, cohort: Path) -> None:
    reports = json.loads(run("check", cohort, "--format", "json").out)["reports"]
    assert ["error" in report for report in reports] == [False, True, False]


def test_an_empty_folder_is_an_error_and_the_others_go_on(run, cohort: Path, tmp_path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("check", tmp_path / "empty", cohort / "b.pdf", "-q")
    assert ran.code == 3
    assert "no export is in this folder" in ran.err
    assert "b.pdf" in ran.out


def test_the_library_iterates(cohort: Path) -> None:
    (cohort / "broken.json").unlink()
    names = [document.profile.name for document in profilelint.load_all(str(cohort))]
    assert names == ["Maeve Tarrant-Oduya", "Henrietta Vasquez-Moll"]
    reports = list(profilelint.lint_all([cohort / "b.pdf", {"name": "Ada"}], grammar="off"))
    assert [report.source.name for report in reports] == ["Maeve Tarrant-Oduya", "Ada"]


def test_one_profile_is_asked_for_and_a_folder_given(cohort: Path) -> None:
    with pytest.raises(profilelint.ManyProfiles):
        profilelint.load(cohort)
