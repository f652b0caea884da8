"""The kinds that look at texts line by line, or at the beginning of one."""

import pytest

DESCRIPTION = ("positions.description",)
FIVE = "• Run a ward\n• Teach the new\n• Write it all\n• Cut 4 steps\n• Led twelve nurses"


def roles(*descriptions, **more):
    return {"positions": [{"title": "Nurse", "description": d, **more} for d in descriptions]}


def test_line_share_says_how_many_and_where_to_start(run):
    (match,) = run("line-share", roles(FIVE), {"share": 0.5}, targets=DESCRIPTION)
    assert match.values["held"] == 2
    assert match.values["lines"] == 5
    assert match.values["line"] == "Run a ward"
    assert FIVE[match.start : match.end] == "Run a ward"


def test_line_share_at_the_limit_and_under_the_least(run):
    assert run("line-share", roles(FIVE), {"share": 0.4}, targets=DESCRIPTION) == []
    assert run("line-share", roles(FIVE), {"share": 1, "least": 6}, targets=DESCRIPTION) == []


def test_line_share_counts_over_all_roles_and_only_where(run):
    profile = roles("• Run a ward\n• Teach the new", "• Write it all\n• Met the guests")
    (match,) = run("line-share", profile, {"least": 4}, targets=DESCRIPTION)
    assert match.pointer == "/positions/0/description"
    options = {"least": 1, "where": {"current": True}}
    assert run("line-share", profile, options, targets=DESCRIPTION) == []


def test_line_share_starts_with_what_was_done(run):
    profile = roles("Acme is a maker of pumps. Pumps of brass. I sell the pumps.")
    (match,) = run("line-share", profile, {"least": 2}, targets=DESCRIPTION)
    assert match.values["lines"] == 2
    assert match.values["line"] == "I sell the pumps"


def test_line_share_leaves_headings_rows_and_short_lines(run):
    text = "Key results so far:\nTools: Python, Go, SQL\nTeaching\n• Run a ward"
    assert run("line-share", roles(text), {"least": 2}, targets=DESCRIPTION) == []


def test_line_share_cuts_flat_text_into_its_lines(run):
    lacking = {"line-breaks": "spaces stand for them"}
    text = "• Run a ward • Teach the new • Cut 4 steps"
    options = {"least": 3, "share": 0.5}
    (match,) = run("line-share", roles(text), options, targets=DESCRIPTION, lacking=lacking)
    assert match.values["lines"] == 3


def test_line_share_of_evidence_takes_names(run):
    options = {"holds": "evidence", "least": 2, "share": 1}
    profile = roles("• Wrote it in Python\n• Cut 4 steps")
    assert run("line-share", profile, options, targets=DESCRIPTION) == []


def test_line_share_refuses_what_makes_no_sense(refused):
    assert "holds" in refused("line-share", {"holds": "gold"})
    assert "share" in refused("line-share", {"share": 40})


@pytest.mark.parametrize(
    ("holds", "text", "flagged"),
    [
        ("role", "Calm people", True),
        ("role", "Calm nurses", False),
        ("field", "Calm nursing", False),
        ("figure", "Calm for 12 years", False),
        ("name", "Calm at Marlowe", False),
        ("name", "Calm at work", True),
    ],
)
def test_opening_holds(run, holds, text, flagged):
    options = {"characters": 40, "holds": [holds]}
    assert bool(run("opening", {"about": text}, options)) is flagged


def test_opening_reads_no_further_than_the_word_at_the_fold(run):
    options = {"characters": 8, "holds": ["role"]}
    assert run("opening", {"about": "I am a nurse, and so on"}, options) == []
    (match,) = run("opening", {"about": "I am here as a nurse"}, options)
    assert (match.start, match.end) == (0, 9)


def test_opening_leaves_short_texts(run):
    options = {"characters": 8, "holds": ["role"], "least": 20}
    assert run("opening", {"about": "I am here"}, options) == []


def test_opening_refuses_what_it_does_not_know(refused):
    assert "gold" in refused("opening", {"characters": 8, "holds": ["gold"]})


def test_length_flags_what_is_too_short(run, found):
    assert found("length", "one two", {"min": 3, "unit": "words"}) == ["one two"]
    assert found("length", "one two three", {"min": 3, "unit": "words"}) == []
    assert run("length", {}, {"min": 3, "unit": "words"}) == []


@pytest.mark.parametrize("text", ["저는 간호사입니다", "東京で働く看護師です", "ฉันเป็นพยาบาล"])
def test_length_counts_no_words_where_no_spaces_are_put(found, text):
    assert found("length", text, {"min": 9, "max": 1, "unit": "words"}) == []
    assert found("length", text, {"min": 99, "unit": "characters"}) == [text]


def test_length_of_several_units(run):
    options = {"max": {"characters": 5, "bullets": 1}}
    (match,) = run("length", {"about": "- one\n- two"}, options)
    assert match.values["counted"] == "11 characters and 2 bullets"
    assert run("length", {"about": "- a"}, options) == []


def test_length_tells_the_longest_of_a_text(run, found):
    options = {"max": 2, "unit": "words", "of": "bullet"}
    text = "A long line of prose\n- a b c\n- a b c d\n- a b"
    (match,) = run("length", {"about": text}, options)
    assert text[match.start : match.end] == "a b c d"
    assert match.values["more"] == ", and 1 more is too long"
    assert found("length", "one\n\ntwo two two", {**options, "of": "line"}) == ["two two two"]


def test_length_refuses_an_unknown_unit(refused):
    assert "ells" in refused("length", {"max": {"ells": 3}})
