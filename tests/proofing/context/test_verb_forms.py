"""Forms of verbs: what no reading allows is told, nouns that look like verbs are not."""

import pytest

from profilelint.proofing.context.verb_forms import wrong_forms


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("I have publish four papers.", "publish", "published"),
        ("She has wrote a handbook.", "wrote", "written"),
        ("I've build three of them.", "build", "built"),
        ("Most of them have fail.", "fail", "failed"),
        ("I have never have a day off.", "have", "had"),
        ("I was promote to foreman in 2019.", "promote", "promoted"),
        ("The oven is now use by two bakeries.", "use", "used"),
        ("My goal is reduce waste.", "reduce", "to reduce"),
        ("He can builds a shed.", "builds", "build"),
        ("I could handled the crane.", "handled", "handle"),
        ("Training should is short.", "is", "be"),
        ("We did not managed to sell it.", "managed", "manage"),
        ("Asked to led a group of ten.", "led", "lead"),
        ("I look forward to meet you.", "meet", "meeting"),
        ("Responsible for maintain the boilers.", "maintain", "maintaining"),
        ("I seen the plant grow.", "seen", "saw"),
    ],
)
def test_a_wrong_form_is_told(told, text, wrong, right):
    assert (wrong, right) in told(wrong_forms, text)


@pytest.mark.parametrize(
    "text",
    [
        "I have access to the plant, need of rest and experience with steam.",
        "They have manage and create rights; others have write access.",
        "The tools I have enable me to work.",
        "What I did was manage the shop, and all we had to do was sell.",
        "Due to increased demand, I moved to managed services and related work.",
        "The people we spoke to told us so.",
        "May led the talks, and Will handled the press.",
        "It was part of the plan, is key to it and will be fun.",
        "The walls are call-sensitive, and the desk was tailor-made.",
        "Employees have trouble with tax, and the site has room to grow.",
        "The job is to mend pumps; my aim is growth.",
        "I had run, come and become what I am; the price has cut both ways.",
        "In play, in stock and on lease; after work, before lunch.",
        "Committed to quality and used to nights, I do not work on Sundays.",
        "Did the work get done? It did.",
    ],
)
def test_what_may_be_right_is_left_alone(told, text):
    assert told(wrong_forms, text) == []
