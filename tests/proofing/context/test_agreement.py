"""Subjects and verbs: what disagrees is told, and what only looks so is not."""

import pytest

from profilelint.proofing.context.agreement import disagreements


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The results of the audit was shared with the board.", "was", "were"),
        ("My duties at the clinic includes night work.", "includes", "include"),
        ("Each of the sites have a manager.", "have", "has"),
        ("One of my projects were shown in Oslo.", "were", "was"),
        ("Every ward have its own store.", "have", "has"),
        ("The process require two signatures.", "require", "requires"),
        ("I has led three teams.", "has", "have"),
        ("She manage a shop in Leith, and he cook.", "manage", "manages"),
        ("I lead nurses who trains others.", "trains", "train"),
        ("Built a tool that allow clerks to file claims.", "allow", "allows"),
        ("The people we hire doesn't leave.", "doesn't", "don't"),
        ("Hired six cooks, four of whom has stayed.", "has", "have"),
        ("It works because nobody guess at night.", "guess", "guesses"),
        ("My customers ranges from bakers to banks.", "ranges", "range"),
        ("Both has helped me.", "has", "have"),
        ("The letters it send are read weekly.", "send", "sends"),
    ],
)
def test_a_verb_that_does_not_agree_is_told(told, text, wrong, right):
    assert (wrong, right) in told(disagreements, text)


@pytest.mark.parametrize(
    "text",
    [
        "The team are proud of it, and the company have grown.",  # British
        "The number of complaints was halved; a number of sites were closed.",
        "Helped the team manage its backlog and let everyone know the plan.",
        "Phase I includes a survey, and Ana and I are its authors.",
        "If my screen weren't blurred, you would see the lab.",
        "65 characters is the limit, and two years is a long time.",
        "How many visits does the site get a day?",
        "Recommended that the board approve the plan.",
        "Sales calls to clients were my task; operations managers report to me.",
        "What the guests like is bread, and what they remember is soup.",
        "The best way to harness the data is a query.",
        "A list of common tasks users have on the site.",
        "The harbour and the yard have a crane each.",
        "Bread and butter is my trade, and neither the cook nor the waiters are late.",
        "One of the people who have shaped me taught chemistry.",
        "The U.S. is large, and the goods we sell are small.",
        "There are nurses who train others, and a tool that allows it.",
        "I look after a part of the plant that makes glue, and so does Ben.",
    ],
)
def test_what_agrees_is_left_alone(told, text):
    assert told(disagreements, text) == []
