"""``init``, ``config``, ``accept``, and what a run says of suppressions and of a baseline."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent.parent / "samples" / "json-resume" / "engineer-mistakes-en.json"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A home of its own, so that nobody's own words have a say."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def findings(ran):
    reports = json.loads(ran.out)["reports"]
    return [finding for report in reports for finding in report["findings"]]


def test_the_starter_changes_nothing_and_is_not_written_over(run, tmp_path):
    assert run("init").code == 0
    starter = tmp_path / "profilelint.toml"
    assert tomllib.loads(starter.read_text()) == {"words": [], "answers": {}}
    assert "Nothing is set" not in run("config").out
    starter.write_text("audience = 'hiring-manager'")
    refused = run("init")
    assert (refused.code, starter.read_text()) == (2, "audience = 'hiring-manager'")
    assert run("init", "--force").code == 0


def test_everything_that_the_starter_suggests_is_valid(run, tmp_path):
    run("init")
    starter = tmp_path / "profilelint.toml"
    lines = starter.read_text().splitlines()
    is_setting = [line.startswith("# ") and (" = " in line or line[2] == "[") for line in lines]
    text = "\n".join(line[2:] if on else line for line, on in zip(lines, is_setting, strict=True))
    starter.write_text(text)
    ran = run("check", SAMPLE, "-q", "--fail-on", "never")
    assert ran.code in (0, 1), ran.err


def test_config_tells_every_value_and_where_it_comes_from(run, tmp_path):
    (tmp_path / "profilelint.toml").write_text('extends = "strict"\naudience = "hiring-manager"')
    lines = run("config").out.splitlines()
    told = {line.split(" = ")[0]: line.rpartition("  # ")[2] for line in lines}
    assert told["audience"] == "profilelint.toml"
    assert told["fail-on"] == "preset strict"
    assert told["grammar"] == "default"
    changed = run("config", "--changed").out
    assert "grammar" not in changed


def test_a_word_goes_into_the_project_and_its_file_stays_as_it_was(run, tmp_path):
    file = tmp_path / "profilelint.toml"
    file.write_text(
        '# Ours.\nwords = [\n  "Alpha", # the first\n]\n\n[answers]\nphoto = true # yes\n'
    )
    assert run("accept", "Enginer", "Alpha").code == 0
    text = file.read_text()
    assert tomllib.loads(text)["words"] == ["Alpha", "Enginer"]
    assert text.startswith("# Ours.\n")
    assert "# the first" in text
    assert "photo = true # yes" in text
    again = run("accept", "Enginer")
    assert ("already" in again.out, file.read_text()) == (True, text)


@pytest.mark.parametrize(
    "before",
    ["", "[answers]\nphoto = true\n", 'words = "Alpha"\n'],
)
def test_a_project_without_a_list_of_words_gets_one(run, tmp_path, before):
    file = tmp_path / "profilelint.toml"
    file.write_text(before)
    run("accept", "Enginer")
    assert "Enginer" in tomllib.loads(file.read_text())["words"]
    assert run("config").code == 0


def test_a_word_goes_into_the_table_of_pyproject(run, tmp_path):
    file = tmp_path / "pyproject.toml"
    file.write_text('[project]\nname = "me"\n\n[tool.profilelint]\naudience = "recruiter"\n')
    run("accept", "Enginer")
    data = tomllib.loads(file.read_text())
    assert data["tool"]["profilelint"]["words"] == ["Enginer"]
    assert data["project"] == {"name": "me"}


def test_a_word_goes_into_the_projects_own_dictionary(run, tmp_path):
    (tmp_path / "profilelint.toml").write_text('dictionary = "words.txt"')
    (tmp_path / "words.txt").write_text("# Ours\nAlpha")
    run("accept", "Enginer")
    assert (tmp_path / "words.txt").read_text() == "# Ours\nAlpha\nEnginer\n"
    ran = run("check", SAMPLE, "--select", "misspelling", "--format", "json")
    assert findings(ran) == []


def test_without_a_project_a_word_goes_into_the_users_own_file(run, home):
    before = run("check", SAMPLE, "--select", "misspelling", "--format", "json")
    assert [finding["text"] for finding in findings(before)] == ["Enginer"]
    assert run("accept", "Enginer").code == 0
    (words,) = home.rglob("words.txt")
    assert words.read_text().splitlines()[-1] == "Enginer"
    after = run("check", SAMPLE, "--select", "misspelling", "--format", "json")
    assert findings(after) == []
    assert "words.txt" in run("config", "--changed").out


def test_the_report_prints_the_command_that_accepts_a_word(run):
    assert "profilelint accept Enginer" in run("check", SAMPLE).out


def test_a_baseline_leaves_what_is_new(run, tmp_path):
    profile = tmp_path / "me.json"
    shutil.copy(SAMPLE, profile)
    written = run("check", profile, "--write-baseline")
    assert (written.code, "findings are known from now on" in written.err) == (0, True)
    baseline = (tmp_path / "baseline.json").read_text()
    assert "Enginer" not in baseline
    assert run("check", profile, "--baseline", "baseline.json").code == 0
    profile.write_text(profile.read_text().replace("for backups", "for backups and and tests"))
    ran = run("check", profile, "--baseline", "baseline.json", "--format", "json")
    new = [finding["text"] for finding in findings(ran) if finding["state"] == "active"]
    assert (ran.code, new) == (1, ["and and"])
    known = [finding for finding in findings(ran) if finding["state"] == "baseline"]
    assert len(known) == len(json.loads(baseline)["findings"])


def test_what_is_mended_makes_an_entry_stale_until_it_is_written_anew(run, tmp_path):
    profile = tmp_path / "me.json"
    shutil.copy(SAMPLE, profile)
    run("check", profile, "--write-baseline")
    profile.write_text(profile.read_text().replace("recieve", "receive"))
    ran = run("check", profile, "--baseline", "baseline.json", "--format", "json")
    (stale,) = [f for f in findings(ran) if f["state"] == "active"]
    assert (stale["rule"], stale["category"], stale["points"]) == ("stale-baseline", "run", 0)
    run("check", profile, "--baseline", "baseline.json", "--write-baseline")
    again = run("check", profile, "--baseline", "baseline.json", "--format", "json")
    assert [f for f in findings(again) if f["state"] == "active"] == []


def test_a_baseline_keeps_the_entries_of_others(run, tmp_path):
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    shutil.copy(SAMPLE, one)
    data = json.loads(SAMPLE.read_text(encoding="utf-8"))
    data["basics"]["name"] = "Somebody Else"
    other.write_text(json.dumps(data))
    run("check", one, other, "--write-baseline")
    run("check", one, "--baseline", "baseline.json", "--write-baseline")
    assert run("check", one, other, "--baseline", "baseline.json").code == 0


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"version": 9, "findings": []}', '{"version": 1}']
)
def test_a_broken_baseline_is_one_line(run, tmp_path, text):
    (tmp_path / "baseline.json").write_text(text)
    ran = run("check", SAMPLE, "--baseline", "baseline.json")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "baseline.json" in ran.err


def test_a_suppression_is_unused_only_where_no_file_uses_it(run, tmp_path):
    clean = SAMPLE.with_name("nurse-clean-en.json")
    (tmp_path / "profilelint.toml").write_text(
        '[[suppress]]\nrule = "common-typo"\nmatch = "recieve"\nreason = "a quotation"\n'
        '[[suppress]]\nrule = "date-gap"\nreason = "parental leave"\n'
        '[[suppress]]\nrule = "buzzword"\nreason = "for a while"\nuntil = 2020-01-01\n'
    )
    ran = run("check", SAMPLE, clean, "--format", "json")
    told = [f for f in findings(ran) if f["category"] == "run"]
    assert [f["rule"] for f in told] == ["unused-suppression", "expired-suppression"]
    assert "date-gap" in told[0]["message"]
    places = [(f["location"]["file"], f["location"]["line"]) for f in told]
    assert places == [("profilelint.toml", 5), ("profilelint.toml", 8)]
    (allowed,) = [f for f in findings(ran) if f["state"] == "suppressed"]
    assert (allowed["text"], allowed["allowed"]) == ("recieve", "a quotation")


def test_a_rule_that_did_not_run_makes_no_suppression_unused(run, tmp_path):
    (tmp_path / "profilelint.toml").write_text(
        '[[suppress]]\nrule = "date-gap"\nreason = "parental leave"\n'
    )
    ran = run("check", SAMPLE, "--select", "proofing", "--format", "json")
    assert [f for f in findings(ran) if f["category"] == "run"] == []


def test_files_have_settings_of_their_own(run, tmp_path):
    (tmp_path / "drafts").mkdir()
    for name in ("me.json", "drafts/me.json"):
        shutil.copy(SAMPLE, tmp_path / name)
    (tmp_path / "profilelint.toml").write_text(
        '[[overrides]]\npaths = ["drafts/**"]\nignore = ["proofing"]\n'
    )
    ran = run("check", "me.json", "drafts/me.json", "--format", "json")
    first, second = json.loads(ran.out)["reports"]
    assert "proofing" in {finding["category"] for finding in first["findings"]}
    assert "proofing" not in {finding["category"] for finding in second["findings"]}
