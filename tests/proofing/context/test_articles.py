"""A missing article is told only where hardly anybody would leave it out."""

import pytest

from profilelint.proofing.context.articles import missing_articles

MISSING = (
    ("I am chartered accountant with ten years in audit.", "am a chartered"),
    ("I'm engineer by training.", "I'm an engineer"),
    ("I keep diary of every repair.", "keep a diary"),
    ("We solved it with spreadsheet and a phone.", "with a spreadsheet"),
    ("I wrote it on the back of envelope.", "of an envelope"),
)
RIGHT = (
    "I travel by car and work at home, in hospital or on site.",
    "I was elected as president of the board, in charge of sales.",
    "As head of department and member of staff, I teach.",
    "We went from house to house, day after day, step by step.",
    "I work with patience, in silence and at night.",
    "I took part in person and kept track of time.",
    "She has experience with equipment, software and data.",
    "I led a hands-on workshop on soil.",
    "Repo is short for repository.",
    "He is in court, at church, in prison or in bed.",
    "We paid with cash, by cheque and on credit.",
    "The type of engine and the sort of baker we need.",
    "It is made of wood, with glass.",
    "I am president of the club and she was captain.",
    "I make sense of noise with a brush and an envelope.",
    "With spreadsheet skills and engineer friends, I manage.",
    "See our file in folder.txt for more.",
)


@pytest.mark.parametrize(("text", "put"), MISSING)
def test_a_missing_article_is_told(told, text, put):
    wrong = put.replace(" an ", " ").replace(" a ", " ")
    assert told(missing_articles, text) == [(wrong, put)]


@pytest.mark.parametrize("text", RIGHT)
def test_what_stands_without_an_article_is_let_be(told, text):
    assert told(missing_articles, text) == []
