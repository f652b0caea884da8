"""The kinds that ask whether something is there, and how much of it."""

from datetime import date

import pytest

POSITIONS = ("positions",)


def test_required_is_content_with_one_target(run):
    targets = ("contact.emails", "contact.websites")
    assert run("required", {"contact": {"websites": ["a.example"]}}, targets=targets) == []
    (match,) = run("required", {}, targets=targets)
    assert (match.pointer, match.start) == ("/contact/emails", None)


def test_required_takes_an_empty_text_as_missing(run):
    assert len(run("required", {"about": ""})) == 1


def test_count_where(run):
    profile = {"positions": [{"title": "A", "current": True}, {"title": "B"}]}
    options = {"min": 2, "where": {"current": True}}
    (match,) = run("count", profile, options, targets=POSITIONS)
    assert (match.pointer, match.values["count"]) == ("/positions", 1)


def test_count_if_any(run):
    options = {"min": 1, "if-any": "positions"}
    assert run("count", {}, options, targets=POSITIONS) == []


def test_count_takes_a_number_and_leaves_an_unknown_one(run):
    targets = ("connections_count",)
    assert len(run("count", {"connections_count": 0}, {"min": 50}, targets=targets)) == 1
    assert run("count", {}, {"min": 50}, targets=targets) == []


@pytest.mark.parametrize(
    ("ends", "flagged"),
    [(["2015"], True), (["2024"], False), (["2015", None], False), ([], False)],
)
def test_count_after_years_of_career(run, ends, flagged):
    profile = {
        "positions": [{"title": "A"}],
        "education": [{"school": "S", **({"end": end} if end else {})} for end in ends],
    }
    options = {"min": 3, "career-years": 5}
    assert bool(run("count", profile, options, targets=POSITIONS)) is flagged


def test_career_counts_from_now(run):
    profile = {"positions": [{"title": "A"}], "education": [{"school": "S", "end": "2015"}]}
    options = {"min": 3, "career-years": 5}
    assert run("count", profile, options, targets=POSITIONS, now=date(2016, 1, 1)) == []


def test_length_marks_what_is_over(run):
    (match,) = run("length", {"about": "abcdef"}, {"max": 4})
    assert (match.start, match.end) == (4, 6)
    assert (match.values["length"], match.values["over"]) == (6, 2)
    assert match.values["counted"] == "6 characters"


def test_length_tells_both_counts_where_they_differ(run):
    (match,) = run("length", {"about": "😀😀"}, {"max": 3})
    assert (match.start, match.end) == (1, 2)
    assert match.values["counted"] == "4 characters as LinkedIn counts them, 2 as one sees them"


def test_length_in_words(run):
    (match,) = run("length", {"about": "one two three"}, {"max": 2, "unit": "words"})
    assert match.values["counted"] == "3 words"


def test_length_at_the_limit(run):
    assert run("length", {"about": "😀"}, {"max": 2}) == []


def test_length_needs_a_limit(refused):
    assert "max" in refused("length", {})
