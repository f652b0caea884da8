"""Verbs that “and” joins: the second goes with the first, unless another word asks for its form."""

import pytest

from profilelint.proofing.context.rows import mixed_rows


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Led a crew of nine and install the cranes.", "install", "installed"),
        ("I opened two shops in Hull and teach the cooks.", "teach", "taught"),
        ("Wrote the plan for Ayr and begun the move.", "begun", "began"),
        ("I write the plans and manages the crew.", "manages", "manage"),
        ("Manages two sites and teach the cooks.", "teach", "teaches"),
        ("She oversees the yard and manage the cranes.", "manage", "manages"),
    ],
)
def test_a_verb_that_does_not_go_with_the_first_is_told(told, text, wrong, right):
    assert (wrong, right) in told(mixed_rows, text)


@pytest.mark.parametrize(
    "text",
    [
        "Helped plan a fair and sell the tickets.",
        "Built and maintain the site of the harbour.",
        "Led a crew of nine and installed the cranes.",
        "Moved to Leeds in 2019 to open a shop and teach the cooks.",
        "Managed a shop whose clerks came early and teach the town.",
        "I write the plans. Anna cooks and manages the crew.",
        "Manages two crews that repair cranes and teach the apprentices.",
    ],
)
def test_a_row_that_may_be_right_is_left_alone(told, text):
    assert told(mixed_rows, text) == []
