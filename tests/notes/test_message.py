"""The command and the function that lint one note."""

import json

import pytest

import profilelint
from profilelint.errors import ConfigError, InputError

GOOD = "Hi Una, your talk on cold rooms was the best hour of the week. I can send you our figures."


@pytest.fixture
def note(tmp_path):
    def write(text):
        path = tmp_path / "note.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_good_note_exits_with_0(run, note):
    result = run("message", note(GOOD), "--to", "Una Example")
    assert result.code == 0, result.out


def test_an_error_exits_with_1_and_a_warning_does_not(run, note):
    wrong = run("message", note(GOOD), "--to", "Petra Example")
    assert (wrong.code, "note-wrong-name" in wrong.out) == (1, True)
    vague = note("Hi Una, it was nice to meet you.")
    assert run("message", vague, "--to", "Una Example").code == 0
    assert run("message", vague, "--to", "Una Example", "--fail-on", "warning").code == 1


def test_an_empty_note_is_a_finding_and_no_input_error(run, note):
    result = run("message", note("\n"), "--format", "json")
    (report,) = json.loads(result.out)["reports"]
    assert [finding["rule"] for finding in report["findings"]] == ["note-missing"]
    assert result.code == 0


def test_the_json_has_the_envelope_of_check_and_the_facts_of_the_note(run, note):
    path = note(GOOD)
    result = run("message", path, "--to", "Una Example", "--format", "json", "--plan", "premium")
    (report,) = json.loads(result.out)["reports"]
    assert report["source"] == {"path": str(path), "format": "note", "language": "en"}
    assert report["score"]["overall"] is None
    assert report["verdict"] == "ready"
    facts = report["note"]
    assert (facts["to"], facts["plan"], facts["limit"]) == ("Una Example", "premium", 300)
    assert facts["length"] == len(GOOD)
    assert facts["reason"]["kind"] == "event"
    start, end = facts["reason"]["start"], facts["reason"]["end"]
    assert GOOD[start:end] == facts["reason"]["text"]


def test_findings_of_a_note_have_its_pointer_and_its_line(run, note):
    path = note("Hi Una,\n\nyour talk helpd us and I recieved the sheet.")
    result = run("message", path, "--to", "Una Example", "--format", "json")
    (report,) = json.loads(result.out)["reports"]
    found = {f["text"]: f for f in report["findings"] if f["rule"] == "note-proofing"}
    assert found["recieved"]["pointer"] == "/message"
    assert found["recieved"]["cause"] == "common-typo"
    assert found["recieved"]["location"]["line"] == 3


def test_the_note_may_come_from_standard_input(run):
    result = run("message", "-", "--to", "Petra Example", stdin=GOOD.encode())
    assert result.code == 1


def test_the_senders_profile_lends_its_names(run, note, tmp_path):
    profile = tmp_path / "me.json"
    profile.write_text(
        json.dumps(
            {"name": "Ada Quoxby", "positions": [{"company": "Zemblovar", "title": "Nurse"}]}
        )
    )
    path = note("Hi Una, another one of Zemblovar here: how do you plan the nights?")
    alone = run("message", path, "--to", "Una Example", "--format", "json")
    whole = run("message", path, "--to", "Una Example", "--profile", profile, "--format", "json")
    assert "note-without-why" in alone.out
    assert json.loads(whole.out)["reports"][0]["findings"] == []


def test_a_profile_that_cannot_be_read_is_one_line(run, note, tmp_path):
    result = run("message", note(GOOD), "--profile", tmp_path / "none.pdf")
    assert result.code == 3
    assert result.err.count("\n") == 1


def test_the_plan_may_be_answered_in_the_configuration(run, note, tmp_path):
    config = tmp_path / "elsewhere" / "profilelint.toml"
    config.parent.mkdir()
    config.write_text('[answers]\nplan = "premium"\n')
    path = note(f"{GOOD} {GOOD} {GOOD}"[:250])
    assert "note-too-long" in run("message", path, "--to", "Una Example").out
    told = run("message", path, "--to", "Una Example", "--config", config)
    assert "note-too-long" not in told.out


def test_ignored_proofreading_rules_are_ignored_in_notes(run, note):
    path = note("Hi Una, your talk helped us and I recieved the sheet.")
    assert "note-proofing" in run("message", path).out
    assert "note-proofing" not in run("message", path, "--ignore", "common-typo").out
    assert "note-proofing" not in run("message", path, "--ignore", "note-proofing").out


def test_rules_on_profiles_say_nothing_of_a_note():
    report = profilelint.lint_message(GOOD, "Una Example")
    assert {finding.pointer for finding in report.findings} <= {"/message"}
    assert "about-missing" not in {skipped.rule for skipped in report.skipped}


def test_a_language_without_expressions_is_skipped_with_the_reason():
    text = "Hej Una, jag lyssnade på ditt föredrag om kylrum i Malmö och skulle vilja höra mer."
    report = profilelint.lint_message(text, "Una Example", language="sv-SE")
    reasons = {skipped.rule: skipped.reason for skipped in report.skipped}
    assert "note-without-why" in reasons
    assert "English" in reasons["note-without-why"]


@pytest.mark.parametrize(
    ("options", "part"),
    [
        ({"audience": "boss"}, "audience"),
        ({"stage": "after"}, "stage"),
        ({"plan": "gold"}, "plan"),
        ({"grammar": "none"}, "grammar"),
    ],
)
def test_a_wrong_setting_is_an_error_that_names_it(options, part):
    with pytest.raises(ConfigError, match=part):
        profilelint.lint_message(GOOD, **options)


def test_a_missing_profile_is_an_input_error():
    with pytest.raises(InputError):
        profilelint.lint_message(GOOD, profile="none.pdf")


def test_a_hostile_note_costs_little_and_breaks_nothing():
    for text in ("[" * 20_000, "{a" * 9_000, "Hi " * 9_000, "at A " * 9_000, "\x00\ud800 Hi"):
        report = profilelint.lint_message(text, "Una Example")
        assert all(finding.rule != "rule-crashed" for finding in report.findings)
