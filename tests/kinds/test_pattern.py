"""Expressions: what they mark, what they suggest, when they are left out."""

import pytest


def test_marks_the_whole_or_the_group_named_here(found):
    assert found("pattern", "I lead it", {"match": ["I lead"]}) == ["I lead"]
    assert found("pattern", "I lead it", {"match": ["I (?P<here>lead)"]}) == ["lead"]


def test_a_group_here_that_took_no_part_marks_the_whole(found):
    options = {"match": [r"TODO|(?P<here>XXX) here"]}
    assert found("pattern", "TODO and XXX here", options) == ["TODO", "XXX"]


def test_offsets_count_code_points_beyond_the_basic_plane(run):
    (match,) = run("pattern", {"about": "😀😀 teh"}, {"match": ["teh"]})
    assert (match.start, match.end) == (3, 6)


def test_suggestions_are_templates_and_never_what_is_there(run):
    options = {"match": [{"match": r"(\w+)ed (?P<x>up)", "suggest": [r"\1s \g<x>", r"\1ed up"]}]}
    (match,) = run("pattern", {"about": "ended up"}, options)
    assert match.suggestions == ("ends up",)


def test_suggestions_follow_the_case_where_case_is_any(run):
    options = {"match": [{"match": "manger", "suggest": "manager"}], "case": "any"}
    matches = run("pattern", {"about": "manger Manger MANGER"}, options)
    assert [m.suggestions for m in matches] == [("manager",), ("Manager",), ("MANAGER",)]


def test_capital_begins_suggestions_with_a_capital(run):
    options = {"match": [{"match": r"\bthe\b", "suggest": r"\g<0>", "capital": True}]}
    (match,) = run("pattern", {"about": "the end"}, options)
    assert match.suggestions == ("The",)


def test_rewrite_mends_every_place_in_what_is_marked(run):
    options = {"match": [{"match": r"\w+(?:,\w+)+", "rewrite": [",", ", "]}]}
    (match,) = run("pattern", {"about": "Python,SQL,Go"}, options)
    assert match.suggestions == ("Python, SQL, Go",)


def test_advice_names_the_suggestion_unless_the_rule_file_has_words(run):
    options = {"match": [{"match": "a", "suggest": "b"}, {"match": "c", "advice": "say d"}, "e"]}
    matches = run("pattern", {"about": "a c e"}, options)
    assert [m.values["advice"] for m in matches] == ["write “b”", "say d", "check it"]


def test_a_suggestion_that_deletes_is_told_as_such(run):
    (match,) = run("pattern", {"about": "a b"}, {"match": [{"match": "a ", "suggest": ""}]})
    assert match.suggestions == ("",)
    assert match.values["advice"] == "leave it out"


def test_unless_looks_at_the_line_only(found):
    options = {"match": [{"match": "manger", "unless": "Pret"}]}
    assert found("pattern", "Pret a manger\na manger", options) == ["manger"]


def test_the_word_is_looked_for_whatever_its_case(found):
    options = {"match": [{"match": "Manger", "word": "manger"}]}
    assert found("pattern", "Manger", options) == ["Manger"]


def test_without_its_word_an_expression_is_not_even_compiled(found):
    options = {"match": [{"match": "(", "word": "zebra"}]}
    assert found("pattern", "no such animal", options) == []


def test_needs_leaves_an_expression_out_where_the_format_cannot_tell(found):
    options = {"match": [{"match": "  ", "needs": "line-breaks"}]}
    assert found("pattern", "a  b", options) == ["  "]
    assert found("pattern", "a  b", options, lacking={"line-breaks": "they are spaces"}) == []


def test_languages_of_an_expression_and_of_a_rule(found):
    german = {"match": [{"match": "und und", "languages": ["de"]}]}
    assert found("pattern", "und und", german) == []
    assert found("pattern", "und", {"match": ["und"]}, languages=("de",)) == []
    assert found("pattern", "und", {"match": ["und"]}, languages=("en",)) == ["und"]


def test_confidence_of_an_expression_wins(run):
    (match,) = run("pattern", {"about": "a"}, {"match": [{"match": "a", "confidence": "low"}]})
    assert match.confidence == "low"
    assert match.values["confidence"] == "low"


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("(", "no regular expression"),
        ({"match": "a", "sugest": "b"}, "unknown key “sugest”"),
        ({"suggest": "b"}, "without “match”"),
    ],
)
def test_expressions_that_make_no_sense(refused, expression, words):
    assert words in refused("pattern", {"match": [expression]})


def test_options_that_are_unknown_or_missing(refused):
    assert "matches" in refused("pattern", {"matches": []})
    assert "match" in refused("pattern", {})


def test_unless_looks_near_in_a_long_line(found):
    options = {"match": [{"match": "odd", "unless": "fine"}]}
    assert found("pattern", "fine " + "x " * 100 + "odd", options) == []
    assert found("pattern", "fine " + "x " * 200 + "odd", options) == ["odd"]
    assert found("pattern", "fine\nodd", options) == ["odd"]


def test_where_asks_the_entry_that_the_text_is_of(run):
    roles = [
        {"end": "2019", "description": "I lead it"},
        {"current": True, "description": "I lead it"},
    ]
    options = {"match": [{"match": "lead", "where": {"end": True}}]}
    matches = run("pattern", {"positions": roles}, options, targets=("positions.description",))
    assert [match.pointer for match in matches] == ["/positions/0/description"]
