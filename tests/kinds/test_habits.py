"""The kinds that look for two habits side by side: spellings, bullets, languages."""

import pytest

from profilelint.proofing.proofreading import Proofreading

ISE = {"groups": [{"names": ["-ize", "-ise"], "pairs": {"organiz": "organis"}}]}


def test_variants_flag_the_rarer(found):
    assert found("variants", "organise organised organize", ISE) == ["organize"]


def test_variants_flag_the_later_where_both_are_as_frequent(run, found):
    assert found("variants", "organise, then organize", ISE) == ["organize"]
    assert found("variants", "organize, then organise", ISE) == ["organise"]
    profile = {"about": "organized", "headline": "organised"}
    (match,) = run("variants", profile, ISE, targets=("headline", "about"))
    assert match.pointer == "/about"


def test_variants_suggest_in_the_case_found(run):
    matches = run("variants", {"about": "I organise. I organised. Organizing"}, ISE)
    assert [m.suggestions for m in matches] == [("Organising",)]
    (match,) = run("variants", {"about": "organise organised. ORGANIZ"}, ISE)
    assert match.suggestions == ("ORGANIS",)


def test_variants_leave_names_and_addresses(found):
    assert found("variants", "I organize for the World Organisation", ISE) == []
    assert found("variants", "I organize; see organise.example", ISE) == []


def test_variants_take_the_first_word_of_a_line_deep_in_a_text(found):
    text = "organise organised " + "x " * 100
    assert found("variants", text + "\nOrganize", ISE) == ["Organize"]
    assert found("variants", text + "Organize", ISE) == []


def test_bullets_flag_the_odd_mark(run):
    (match,) = run("bullets", {"about": "• a\n• b\n- c"}, {"stops": False})
    assert (match.start, match.end, match.suggestions) == (8, 9, ("•",))


def test_bullets_of_two_levels_are_two_lists(found):
    assert found("bullets", "• a\n- b\n- c\n• d\n- e\n- f") == []


@pytest.mark.parametrize(
    "text",
    [
        "I build for calm and for order\n— designing what lasts.\n• a\n• b\n• c",
        "• a\n - b\n• c\n• d\n• e",
        "- Led a.\n- Cut b.\n- <br/>\n- https://a.example/b\n- Won bids for:\n- Ran c.",
    ],
)
def test_bullets_leave_what_is_no_line_of_the_list(found, text):
    assert found("bullets", text) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("- Led one\n- Cut two\n- Won bids.", ["bids."]),
        ("- Led one.\n- Cut two.\n- Won bids", ["bids"]),
        ("- Led a.\n- Cut b", []),
        ("- Python etc.\n- Acme Inc.\n- Led a\n- Cut b", []),
        ("- Led a. It grew.\n- Cut b\n- Won c\n- Ran d", []),
        ("- Led one.\n- Cut two.\n- Won bids.\n- Ask me!\n- Why not you?", []),
        ("- Led one.\n- Cut two.\n- Won bids.\n- Said “go.”\n- And so on…", []),
        ("- Led one\n- Cut two\n- Grew to 5.", ["5."]),
        ("- Led one\n- Cut two\n- Got grade A.", []),
    ],
)
def test_bullets_flag_the_odd_stop(found, text, marked):
    assert found("bullets", text) == marked


def proofread(main: str | None, **languages: str) -> Proofreading:
    return Proofreading(
        language=main, languages=tuple((f"/{key}", value) for key, value in languages.items())
    )


def test_language_flags_the_other_one(run):
    profile = {"about": "eins zwei drei", "headline": "one two three"}
    (match,) = run(
        "language",
        profile,
        {"min-words": 3},
        targets=("headline", "about"),
        proofreading=proofread("en", about="de-DE", headline="en-GB"),
    )
    assert match.pointer == "/about"
    assert match.values == {"language": "German", "main": "English"}


def test_language_leaves_short_texts_and_unknown_languages(run):
    profile = {"about": "eins zwei"}
    unsure = proofread(None, about="de")
    assert run("language", profile, {"min-words": 1}, proofreading=unsure) == []
    short = proofread("en", about="de")
    assert run("language", profile, {"min-words": 3}, proofreading=short) == []
