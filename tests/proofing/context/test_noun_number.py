"""Nouns behind words that ask for one number."""

import pytest

from profilelint.proofing.context.noun_number import wrong_numbers


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("I have five year of experience.", "year", "years"),
        ("Ran 12 warehouse in rural areas.", "warehouse", "warehouses"),
        ("Worked with several client in Leeds.", "client", "clients"),
        ("One of the largest hospital in the region.", "hospital", "hospitals"),
        ("Led this clinics.", "clinics", "clinic"),
        ("Hired a contractors for it.", "contractors", "contractor"),
    ],
)
def test_a_wrong_number_is_told(told, text, wrong, right):
    assert (wrong, right) in told(wrong_numbers, text)


@pytest.mark.parametrize(
    "text",
    [
        "A two day course, a five star hotel and a 24 inch screen.",
        "Section 508 compliance, a 404 page and Grade 9 pupils.",
        "Twelve staff, 40 percent, 2 million and 30 people.",
        "A sales manager, a systems engineer and a series of talks.",
        "Many worry that it fails; both industry and government agree.",
        "In 2019 sales rose by 3 to 1, on a scale of 1 to 5.",
        "These results and those of 2018.",
    ],
)
def test_what_may_be_right_is_left_alone(told, text):
    assert told(wrong_numbers, text) == []
