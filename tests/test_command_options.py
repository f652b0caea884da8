"""Options of the command line that change what is reported, for whom, and where it is kept."""

import json

import pytest

ABOUT = b"I know SQL , and we met at Qwertish.\n"


def reported(ran):
    (report,) = json.loads(ran.out)["reports"]
    return report, {(f["rule"], f["text"]): f["severity"] for f in report["findings"]}


def about(run, *options):
    arguments = ("check", "-", "--field", "about", "--format", "json", "--select", "proofing")
    return reported(run(*arguments, "--language", "en-GB", *options, stdin=ABOUT))


def note(run, text, *options):
    return reported(run("message", "-", "--format", "json", *options, stdin=text))


def test_a_hiring_manager_takes_every_slip_as_an_error(run):
    report, found = about(run, "--audience", "hiring-manager")
    assert report["audience"] == "hiring-manager"
    assert found == {("spacing", "SQL ,"): "error"}
    assert about(run)[1] == {("spacing", "SQL ,"): "warning"}


def test_what_we_are_less_sure_of_is_shown_when_asked_for(run):
    _, found = about(run, "--pedantic")
    assert ("misspelling", "Qwertish") in found


def test_the_stage_of_an_application_asks_for_its_reason(run):
    text = b"Hi Ana, your article on triage helped our ward."
    for stage, flagged in (("none", False), ("before", True), ("after-interview", True)):
        _, found = note(run, text, "--to", "Ana Brandt", "--stage", stage)
        assert ("note-stage" in {rule for rule, _ in found}) is flagged


@pytest.mark.parametrize("who", ["hiring-manager", "peer", "alumni", "other"])
def test_a_note_knows_its_audience(run, who):
    report, _ = note(run, b"Hi Ana, your article on triage helped us.", "--audience", who)
    assert report["audience"] == who


def test_a_note_is_read_pedantically_when_asked_for(run):
    text = b"Hi Ana, your article on triage at Zorbley helped our ward with Qwertish."
    assert ("note-proofing", "Qwertish") not in note(run, text)[1]
    assert ("note-proofing", "Qwertish") in note(run, text, "--pedantic")[1]


def test_a_word_goes_into_ones_own_list_though_there_is_a_project(run, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    (tmp_path / "profilelint.toml").write_text('words = ["Alpha"]\n')
    assert run("accept", "Enginer", "--user").code == 0
    assert (tmp_path / "profilelint.toml").read_text() == 'words = ["Alpha"]\n'
    (words,) = (tmp_path / "home").rglob("words.txt")
    assert words.read_text().splitlines()[-1] == "Enginer"
