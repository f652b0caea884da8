"""The kind that hears a text shout."""

import pytest

HEADLINE = ("headline",)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("I AM THE PERFECT FIT FOR YOUR TEAM", ["I AM THE PERFECT FIT FOR YOUR TEAM"]),
        ("Ask me. CALL TODAY PLEASE, friend", ["CALL TODAY PLEASE"]),
        ("SENIOR NURSE", ["SENIOR NURSE"]),
        ("One 🚀, two ✅, three 🎉", ["🚀"]),
        ("A 👩🏽‍🚀 and a 🇮🇪", []),
        ("I know NASA, UNICEF, SCRUM, LEAN and PRINCE2", []),
        ("SPARK, KAFKA, DOCKER, SWIFT and NODE", []),
        ("I am VERY glad and it was GREAT and so is this, WHICH is mine", []),
        ("I run a depot.\nKEY RESULTS AND AWARDS\nIt is cold.", []),
        ("간호사 | 병원", []),
    ],
)
def test_emphasis(found, text, marked):
    assert found("emphasis", text) == marked


def test_emphasis_counts_pipes_in_a_headline_only(run, found):
    text = "A | B | C | D | E"
    (match,) = run("emphasis", {"headline": text}, targets=HEADLINE)
    assert (match.start, match.end) == (14, 15)
    assert found("emphasis", text) == []
    assert run("emphasis", {"headline": "A | B | C | D"}, targets=HEADLINE) == []


def test_emphasis_wants_no_emoji_in_a_name(run):
    (match,) = run("emphasis", {"name": "Ada ✨"}, targets=("name",))
    assert match.values["advice"] == "leave it out"


def test_emphasis_leaves_names_that_are_in_capitals(run):
    profile = {
        "about": "At BLUE HERON DATA FOODS",
        "positions": [{"company": "BLUE HERON DATA FOODS"}],
    }
    assert run("emphasis", profile) == []
    assert len(run("emphasis", {"about": profile["about"]})) == 1


def test_emphasis_without_capitals_as_typed(run):
    lacking = {"casing": "all is in capitals"}
    assert run("emphasis", {"about": "CALL TODAY PLEASE"}, lacking=lacking) == []
