"""How personal a note is, and the likelier cause."""

import json

import pytest

import profilelint
from profilelint.document import Location
from profilelint.finding import Confidence, Finding, Severity, State
from profilelint.network.acceptance import Outcome
from profilelint.network.notes import EARLY_DAYS, Cause, Notes, Quality, likelier_cause

ALL = {"note-missing", "note-default", "note-generic", "note-without-why"}
WARNING, SUGGESTION = Severity.WARNING, Severity.SUGGESTION


def finding(rule, pointer="/invitations/0/text", severity=WARNING, category="invitation"):
    return Finding(
        rule=rule,
        category=category,
        severity=severity,
        confidence=Confidence.HIGH,
        pointer=pointer,
        start=None,
        end=None,
        text=None,
        message="…",
        suggestions=(),
        points=0,
        location=Location("export.zip"),
        fingerprint="",
        state=State.HISTORY,
    )


@pytest.mark.parametrize(
    ("rules", "text", "quality"),
    [
        ([], None, Quality.NONE),
        ([], "  ", Quality.NONE),
        (["note-default", "note-without-why"], "I'd like to add you", Quality.STOCK),
        (["note-generic"], "Hi, I admire your work", Quality.GENERIC),
        (["note-template-left"], "Hi {first_name}", Quality.GENERIC),
        (["note-copied"], "Hi there", Quality.GENERIC),
        (["note-wrong-name"], "Hi Anna", Quality.GENERIC),
        (["note-proofing", "note-too-long"], "Hi Bo, I recieved", Quality.PERSONAL),
        ([], "Hi Bo, your talk helped me", Quality.PERSONAL),
    ],
)
def test_quality(rules, text, quality):
    notes = Notes([finding(rule) for rule in rules], ALL)
    assert notes.quality(0, text) is quality
    assert notes.quality(1, text) in (Quality.NONE, Quality.PERSONAL)


def test_without_the_rules_that_decide_a_note_is_not_called_personal():
    notes = Notes([], ALL - {"note-without-why"})
    assert notes.quality(0, "Hi Bo, your talk helped me") is Quality.UNKNOWN
    assert notes.quality(0, "") is Quality.NONE
    assert Notes([], ALL, known=False).quality(0, None) is Quality.UNKNOWN


def test_only_findings_of_that_very_note_count():
    found = [
        finding("note-generic", "/invitations/1/text"),
        finding("note-generic", "/drafts/0/text"),
        finding("note-generic", "/invitations"),
        finding("misspelling", category="proofing"),
        finding("invite-repeated", "/invitations/0/date"),
    ]
    notes = Notes(found, ALL)
    assert notes.rules(0) == ("invite-repeated",)
    assert notes.rules(1) == ("note-generic",)


def test_suggestions_do_not_speak_against_a_note():
    notes = Notes([finding("note-too-long", severity=SUGGESTION), finding("note-proofing")], ALL)
    assert notes.faults(0, Quality.PERSONAL) == ("has mistakes",)
    # A rule of somebody else's pack is called by its id.
    assert Notes([finding("note-shouts")], ALL).faults(0, Quality.PERSONAL) == ("note-shouts",)


@pytest.mark.parametrize(
    ("outcome", "days", "faults", "ready", "cause"),
    [
        (Outcome.ACCEPTED, 90, ("no note",), False, None),
        (Outcome.CONNECTED_BEFORE, 90, ("no note",), False, None),
        (Outcome.UNKNOWN, 90, ("no note",), False, None),
        (Outcome.NOT_SO_FAR, EARLY_DAYS - 1, ("no note",), False, Cause.TOO_EARLY),
        (Outcome.NOT_SO_FAR, -3, ("no note",), False, Cause.TOO_EARLY),
        (Outcome.NOT_SO_FAR, EARLY_DAYS, ("no note",), True, Cause.NOTE),
        (Outcome.NOT_SO_FAR, EARLY_DAYS, ("no note",), False, Cause.NOTE),
        (Outcome.NOT_SO_FAR, EARLY_DAYS, (), False, Cause.PROFILE),
        (Outcome.NOT_SO_FAR, EARLY_DAYS, (), True, Cause.NEITHER),
        (Outcome.NOT_SO_FAR, None, (), True, Cause.NEITHER),
    ],
)
def test_the_likelier_cause(outcome, days, faults, ready, cause):
    assert likelier_cause(outcome, days, faults, Quality.PERSONAL, ready=ready) is cause


def test_a_note_that_was_not_judged_has_no_cause():
    cause = likelier_cause(Outcome.NOT_SO_FAR, 90, (), Quality.UNKNOWN, ready=True)
    assert cause is Cause.UNKNOWN


def test_the_sample_by_quality_and_cause(archive, changer):
    truth = json.loads((archive / "career-changer-en.invitations.json").read_text("utf-8"))
    impersonal = {
        "note-without-name",
        "note-without-why",
        "note-generic",
        "note-copied",
        "note-template-left",
        "note-wrong-name",
    }
    for row, one in zip(changer.invitations, truth["outgoing"], strict=True):
        problems = set(one["problems"])
        if not one["chars"]:
            expected = Quality.NONE
        elif "note-default" in problems:
            expected = Quality.STOCK
        elif problems & impersonal:
            expected = Quality.GENERIC
        else:
            expected = Quality.PERSONAL
        assert row.note is expected, one["to"]
    causes = {row.recipient: row.cause for row in changer.invitations if not row.accepted}
    assert causes.pop("Kirsi Jarnefjell") is Cause.NEITHER
    assert causes.pop("Greta Ravensholm") is Cause.NEITHER
    assert set(causes.values()) == {Cause.NOTE}


def test_young_invitations_are_told_apart(archive):
    report = profilelint.outreach(archive / "career-changer-en", as_of="2026-10-20")
    early = [row for row in report.invitations if row.cause is Cause.TOO_EARLY]
    assert {row.recipient for row in early} == {
        "Kirsi Jarnefjell",
        "Greta Ravensholm",
        "Hamish Pellworth",
    }
    assert report.totals.too_early == len(early)


def test_a_weak_profile_is_the_likelier_cause_of_what_a_personal_note_did_not_get(export, people):
    sent, connected = people
    note = "Hi Bo, your talk on cold rooms at the Venlo day helped me. I can send our figures."
    folder = export(
        connections=[connected("Cy", "Example", "03 Oct 2026")],
        invitations=[sent("Bo Example", "9/1/26, 8:00 AM", note)],
    )
    report = profilelint.outreach(folder)
    assert not report.profile.ready
    assert [row.cause for row in report.invitations] == [Cause.PROFILE]


def test_a_draft_with_mistakes_is_no_fault_of_the_profile(archive, changer):
    checked = profilelint.lint(archive / "career-changer-en.zip", as_of="2026-11-02")
    assert checked.verdict.value == "fix-first"  # the draft in messages.csv says “recieve”
    assert changer.profile.ready


def test_rules_that_were_left_out_leave_notes_unjudged(archive):
    report = profilelint.outreach(
        archive / "career-changer-en", as_of="2026-11-02", ignore=["invitation"], grammar="off"
    )
    assert {row.quality for row in report.by_note} == {Quality.NONE, Quality.UNKNOWN}
    assert {row.cause for row in report.causes} == {Cause.NOTE, Cause.UNKNOWN}
