"""The kind that looks for praise without evidence."""

import pytest

OPTIONS = {
    "always": {"team player": "a list of 2010", "results-driven": "a list of 2026"},
    "of-trade": {"motivated": "a list of 2011"},
    "of-person": {"creative": "a list of 2013"},
    "unless": {"team player": "board game"},
}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("I am a team player.", ["team player"]),
        ("Results driven and kind.", ["Results driven"]),
        ("I am creative and motivated.", ["creative"]),
        ("A motivated and kind nurse.", ["motivated"]),
        ("Kind, creative professional.", ["creative"]),
        ("I am creative. I rest. I am motivated.", ["creative", "motivated"]),
    ],
)
def test_claim_flags_praise_once_a_sentence(found, text, marked):
    assert found("claim", text, OPTIONS) == marked


@pytest.mark.parametrize(
    "text",
    [
        "I am a team player who won 14 games.",
        "I am a team player at the Severn Trust.",
        "I am a creative director.",
        "Creative nurse",
        "I motivated them. A motivated crew.",
        "I made a team player board game.",
        "A steam player, and no results-drivenness.",
    ],
)
def test_claim_leaves_evidence_titles_and_other_words(found, text):
    assert found("claim", text, OPTIONS) == []


def test_claim_says_which_list_and_counts_the_sentences(run):
    matches = run("claim", {"about": "I am a team player. I am creative."}, OPTIONS)
    assert [m.values for m in matches] == [
        {"said": "a list of 2010", "count": 2},
        {"said": "a list of 2013", "count": 2},
    ]


def test_claim_counts_each_note_for_itself(run):
    profile = {"about": "I am creative.", "message": "Hi Ada, I am a team player."}
    matches = run("claim", profile, OPTIONS, targets=("about", "message"))
    assert [(m.pointer, m.values["count"]) for m in matches] == [("/about", 1), ("/message", 1)]


def test_claim_takes_neither_the_greeted_nor_the_owner_for_evidence(run):
    profile = {"name": "Ada Example", "about": "Hi Roisin, motivated nurse Ada Example."}
    (match,) = run("claim", profile, OPTIONS)
    assert (match.start, match.end) == (11, 20)
