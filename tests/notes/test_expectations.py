"""The sample notes: what must be found in each is found, and no other error or warning."""

import csv
import json
from pathlib import Path

import pytest

import profilelint
from profilelint.finding import Finding, Severity, State
from profilelint.ruleset import load_rules

SAMPLES = Path(__file__).parent.parent / "samples"
NOTES = json.loads((SAMPLES / "messages" / "expectations.json").read_text(encoding="utf-8"))
ARCHIVE = SAMPLES / "linkedin-archive" / "career-changer-en"
SENT = json.loads(
    (SAMPLES / "linkedin-archive" / "career-changer-en.invitations.json").read_text("utf-8")
)


def _lint(note, **options):
    text = (SAMPLES / "messages" / note["file"]).read_text(encoding="utf-8")
    to = f"{note['recipient']['first']} {note['recipient']['last']}"
    how = {"audience": note["audience"], "stage": note["stage"], "plan": NOTES["plan"]}
    return profilelint.lint_message(text, to, **how, **options)


def _tells(finding: Finding, problem) -> bool:
    if finding.rule != problem["code"]:
        return False
    if "start" not in problem or finding.start is None:
        return True
    return finding.start < problem["end"] and problem["start"] < finding.end


@pytest.mark.parametrize("note", NOTES["messages"], ids=lambda note: note["file"])
def test_each_note_gets_what_is_expected_and_no_other_error_or_warning(note):
    findings = _lint(note).findings
    for problem in note["problems"]:
        assert any(_tells(finding, problem) for finding in findings), problem
    expected = {problem["code"] for problem in note["problems"]}
    loud = {f.rule for f in findings if f.severity is not Severity.SUGGESTION}
    assert loud <= expected


@pytest.mark.parametrize(
    "note", [n for n in NOTES["messages"] if n["good"]], ids=lambda note: note["file"]
)
def test_a_good_note_is_ready_and_its_reason_is_shown(note):
    report = _lint(note)
    assert report.ready
    assert report.note.reason is not None


@pytest.mark.parametrize("note", NOTES["messages"], ids=lambda note: note["file"])
def test_each_mistake_in_a_note_is_told_once_and_names_its_cause(note):
    mistakes = [f for f in _lint(note).findings if f.rule == "note-proofing"]
    wanted = [p for p in note["problems"] if p["code"] == "note-proofing"]
    assert len(mistakes) == len(wanted)
    for finding in mistakes:
        assert finding.cause in {rule.id for rule in load_rules()}
        assert finding.category == "invitation"
        assert finding.points == 0


@pytest.fixture(scope="module")
def archive():
    return profilelint.lint(ARCHIVE, answers={"plan": "free"})


def _rows():
    with (ARCHIVE / "Invitations.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["Direction"] == "OUTGOING"]


@pytest.mark.parametrize("index", range(len(SENT["outgoing"])))
def test_each_note_that_was_sent_gets_what_is_expected(archive, index):
    row = _rows()[index]
    (truth,) = [
        one
        for one in SENT["outgoing"]
        if (one["to"], one["sent_at"]) == (row["To"], row["Sent At"])
    ]
    found = [f for f in archive.findings if f.pointer.startswith(f"/invitations/{index}/")]
    assert set(truth["problems"]) <= {f.rule for f in found}
    loud = {f.rule for f in found if f.severity is not Severity.SUGGESTION}
    assert loud <= set(truth["problems"])
    assert {f.state for f in found} <= {State.HISTORY}


def test_what_was_sent_shows_that_the_plan_allowed_for_it():
    # Nobody told the plan: 277 characters went through, 336 never could.
    report = profilelint.lint(ARCHIVE, select=["note-too-long"])
    profile = profilelint.load(ARCHIVE).profile
    told = [profile.invitations[int(f.pointer.split("/")[2])].recipient for f in report.findings]
    assert told == ["Greta Ravensholm"]
    assert [f.severity for f in report.findings] == [Severity.SUGGESTION]


def test_a_draft_is_linted_like_a_note_to_be_sent(archive):
    found = [f for f in archive.findings if f.pointer.startswith("/drafts/")]
    assert {(f.rule, f.cause, f.text) for f in found if f.rule == "note-proofing"} == {
        ("note-proofing", "common-typo", "recieve"),
        ("note-proofing", "spacing", "far ,"),
    }
    assert {f.state for f in found} == {State.ACTIVE}
    assert sum(f.points for f in found) == 0


def test_notes_change_no_score(archive):
    with_notes = archive.score
    without = profilelint.lint(ARCHIVE, ignore=["invitation"], answers={"plan": "free"}).score
    assert with_notes.overall == without.overall
    assert with_notes.categories == without.categories
