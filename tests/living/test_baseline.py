"""A baseline: only what is new counts, and what is mended is told."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from profilelint import Config, Linter, lint, lint_all
from profilelint.baseline import Baseline, baseline_of, owner_key, place, read_baseline
from profilelint.cli import cli
from profilelint.document import Carries, Document, SourceMap
from profilelint.errors import ConfigError
from profilelint.finding import State
from profilelint.profile import Profile

ROOT = Path(__file__).parent.parent.parent
ADA = {
    "name": "Ada Example",
    "about": "I recieve goods, and and I build depots.",
    "positions": [{"company": "Acme", "title": "Engineer", "description": "Worked in managment."}],
}
BO = {"name": "Bo Example", "about": "I recieve goods.", "positions": ADA["positions"]}
ONLY = ("proofing", "few-skills", "headline-missing")


def written(folder: Path, *reports) -> str:
    path = folder / "baseline.json"
    path.write_text(baseline_of(reports), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def first():
    return lint(ADA, select=ONLY)


def by_state(report, state):
    return [f.text or f.rule for f in report.findings if f.state is state]


def run_findings(report):
    return [f.rule for f in report.findings if f.category == "run"]


def test_only_what_is_new_counts(first, tmp_path):
    file = written(tmp_path, first)
    changed = {**ADA, "headline": "Engineer with a definate plan"}
    report = lint(changed, select=ONLY, baseline=file)
    assert by_state(report, State.ACTIVE) == ["definate", "stale-baseline"]  # a headline is there
    assert set(by_state(report, State.BASELINE)) == {
        "recieve",
        "and and",
        "managment",
        "few-skills",
    }
    again = lint(ADA, select=ONLY, baseline=file)
    assert not again.active
    assert again.score.overall == 100


def test_the_file_holds_no_text_of_the_profile(first, tmp_path):
    text = Path(written(tmp_path, first)).read_text()
    for word in ("recieve", "Ada", "Example", "Acme", "managment", "goods"):
        assert word.casefold() not in text.casefold()
    entries = json.loads(text)["findings"]
    assert {entry["at"] for entry in entries} >= {"about", "positions.description", "skills"}
    assert all(len(entry) == 4 for entry in entries)


def test_it_is_written_the_same_each_time_one_entry_a_line(first, tmp_path):
    text = baseline_of([first])
    assert text == baseline_of([lint(ADA, select=ONLY)]) == baseline_of([first, first])
    assert text.count("\n") == len(json.loads(text)["findings"]) + 5
    assert json.loads(baseline_of([])) == {"version": 1, "findings": []}
    (tmp_path / "b.json").write_text(text)
    assert baseline_of([], read_baseline(tmp_path / "b.json").known) == text


def test_a_cohort_does_not_mix_people(first, tmp_path):
    file = written(tmp_path, first)
    report = lint(BO, select=ONLY, baseline=file)
    assert not by_state(report, State.BASELINE)
    assert "recieve" in by_state(report, State.ACTIVE)
    assert not run_findings(report)  # of Ada nothing is known in this run
    both = written(tmp_path, first, lint(BO, select=ONLY))
    for person in (ADA, BO):
        assert not lint(person, select=ONLY, baseline=both).active


def test_all_stale_entries_of_a_run_are_one_finding(first, tmp_path):
    file = written(tmp_path, first, lint(BO, select=ONLY))
    mended = [
        {**ADA, "about": "I build depots.", "headline": "Engineer"},
        {**BO, "about": "I build roads."},
    ]
    *early, last = lint_all(mended, select=ONLY, baseline=file)
    assert not any(run_findings(report) for report in early)
    (stale,) = [f for f in last.findings if f.category == "run"]
    assert (stale.rule, stale.points, stale.location.file) == ("stale-baseline", 0, file)
    assert stale.message.startswith(
        "4 entries of the baseline are mended (common-typo × 2, doubled-word, headline-missing);"
    )
    assert last.score == list(lint_all(mended, select=ONLY, baseline=file))[1].score


def test_one_stale_entry_reads_well(first, tmp_path):
    file = written(tmp_path, first)
    report = lint({**ADA, "headline": "Engineer"}, select=ONLY, baseline=file)
    (stale,) = [f for f in report.findings if f.rule == "stale-baseline"]
    assert stale.message.startswith("1 entry of the baseline is mended (headline-missing);")


def test_a_rule_that_did_not_run_makes_nothing_stale(first, tmp_path):
    file = written(tmp_path, first)
    mended = {**ADA, "about": "I build depots.", "headline": "Engineer"}
    for options in (
        {"select": "spacing"},
        {"select": ONLY, "ignore": ["common-typo", "doubled-word", "headline-missing"]},
        {"select": ("misspelling", "few-skills"), "grammar": "off"},
    ):
        assert not run_findings(lint(mended, baseline=file, **options)), options


def test_what_a_format_does_not_hold_is_not_stale(tmp_path):
    full = {**ADA, "projects": [{"name": "Depot", "description": "I recieve it."}]}
    file = written(tmp_path, lint(full, select="common-typo"))
    places = [one.at for one in read_baseline(Path(file)).known]
    assert places == ["about", "projects.description"]
    for lacking, told in (({"projects": "a PDF has none"}, []), ({}, ["stale-baseline"])):
        document = Document(
            Profile.model_validate(ADA), "linkedin-pdf", SourceMap("me.pdf"), Carries(lacking)
        )
        with Linter(Config(select="common-typo", baseline=file)) as linter:
            linter.check(document)
            assert [f.rule for f in linter.unused()] == told


def test_one_of_two_files_of_a_person_is_enough(first, tmp_path):
    file = written(tmp_path, first)
    other = {**ADA, "about": "I build depots.", "headline": "Engineer"}
    with Linter(Config(select=ONLY, baseline=file)) as linter:
        linter.lint(other)
        assert [f.rule for f in linter.unused()] == ["stale-baseline"]
        linter.lint(ADA)
        assert linter.unused() == ()


NURSE = ROOT / "tests" / "samples" / "json-resume" / "nurse-clean-en.json"


def test_what_is_shown_on_demand_only_is_not_stale(tmp_path):
    pedantic = lint(NURSE, select="misspelling", pedantic=True)
    assert [f.text for f in pedantic.findings] == ["Corrib"]
    file = written(tmp_path, pedantic)
    assert lint(NURSE, select="misspelling", baseline=file).findings == ()


# Written by a run.


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    (tmp_path / "me.json").write_text(json.dumps(ADA))
    return tmp_path


def ran(*arguments):
    return CliRunner().invoke(cli, ["check", "me.json", *arguments])


def rules_in(folder):
    return [one.rule for one in read_baseline(folder / "baseline.json").known]


def test_a_run_of_some_rules_keeps_what_is_known_of_the_others(here):
    ran("--write-baseline")
    whole = rules_in(here)
    assert {"common-typo", "doubled-word", "few-skills"} <= set(whole)
    (here / "me.json").write_text(json.dumps({**ADA, "about": "I build depots."}))
    ran("--select", "common-typo", "--write-baseline")
    assert sorted(rules_in(here)) == sorted(set(whole) - {"common-typo"})
    ran("--write-baseline")
    assert "doubled-word" not in rules_in(here)


def test_writing_keeps_what_is_shown_on_demand_only(here):
    shutil.copy(NURSE, here / "me.json")
    ran("--pedantic", "--write-baseline")
    assert "misspelling" in rules_in(here)
    ran("--write-baseline")
    assert "misspelling" in rules_in(here)


def test_what_is_left_over_is_told_when_a_baseline_is_written_too(here):
    (here / "profilelint.toml").write_text('[[suppress]]\nrule = "spacing"\nreason = "none left"\n')
    done = ran("--write-baseline", "--format", "json")
    (report,) = json.loads(done.stdout)["reports"]
    assert [f["rule"] for f in report["findings"] if f["state"] == "active"] == [
        "unused-suppression"
    ]


def test_what_is_no_baseline_is_never_written_over(here):
    before = (here / "me.json").read_text()
    done = ran("--baseline", "me.json", "--write-baseline")
    assert isinstance(done.exception, ConfigError)
    assert (here / "me.json").read_text() == before


@pytest.mark.parametrize(
    "name", ["ada  example", "Ada Example, PMP", "Ada Example 🚀", "Ada Example (she/her)"]
)
def test_what_stands_beside_a_name_does_not_make_another_person(first, tmp_path, name):
    file = written(tmp_path, first)
    report = lint({**ADA, "name": name}, select=ONLY, baseline=file)
    assert not report.active, by_state(report, State.ACTIVE)


def test_owners():
    assert owner_key("Ada Example") != owner_key("Bo Example")
    assert owner_key("陈 小明") != owner_key("王 小明")
    assert owner_key("JP MORROW") == owner_key("Jp Morrow")
    assert owner_key(None) == owner_key("  ")


def test_a_part_of_a_profile():
    assert place("/positions/3/description") == "positions.description"
    assert (place("/causes/0"), place("/about"), place("")) == ("causes", "about", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this is no baseline"),
        ("no json", "this is no baseline"),
        ("[]", "it has no list of findings"),
        ('{"version": 1}', "it has no list of findings"),
        ('{"version": 1, "findings": {}}', "it has no list of findings"),
        ('{"version": 1, "findings": ["x"]}', "an entry is no table"),
        ('{"version": 1, "findings": [{"owner": "a"}]}', "an entry has no “rule”"),
        (
            '{"version": 1, "findings": [{"owner": 1, "rule": "a", "at": "", "fingerprint": "b"}]}',
            "something else than text",
        ),
        ('{"version": 2, "findings": []}', "of version 2; known is 1"),
        ('{"findings": []}', "of version None"),
        ("[" * 100_000, "this is no baseline"),
        ("<<<<<<< HEAD\n{}", "this is no baseline"),
    ],
)
def test_a_broken_file_is_a_clear_error(tmp_path, text, said):
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        read_baseline(path)
    assert str(path) in caught.value.message
    assert said in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_what_cannot_be_read_is_told(tmp_path, name):
    with pytest.raises(ConfigError, match="cannot be read"):
        read_baseline(tmp_path / name)


def test_bytes_that_are_no_text(tmp_path):
    (tmp_path / "b.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="this is no baseline"):
        read_baseline(tmp_path / "b.json")


def test_what_is_allowed_is_not_written_down(tmp_path):
    allow = [{"rule": "common-typo", "reason": "a quotation"}]
    report = lint(ADA, select=ONLY, suppress=allow)
    rules = {one["rule"] for one in json.loads(baseline_of([report]))["findings"]}
    assert "common-typo" not in rules
    assert "doubled-word" in rules


def test_what_was_sent_is_neither_written_down_nor_marked():
    sent = {"name": "Ada", "invitations": [{"recipient": "Bo Lind", "text": "I need a job"}]}
    report = lint(sent)
    assert any(f.state is State.HISTORY for f in report.findings)
    history = {f.fingerprint for f in report.findings if f.state is State.HISTORY}
    assert not history & {
        one["fingerprint"] for one in json.loads(baseline_of([report]))["findings"]
    }


def test_a_baseline_without_entries_marks_nothing(first):
    assert Baseline("b.json").mark(first.findings, "Ada Example") == list(first.findings)
    assert Baseline("b.json").stale(set()) is None
