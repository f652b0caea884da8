"""Words taken for one another, told by the models of the words around them."""

import pytest

from profilelint.proofing.context.confusions import confused_words
from profilelint.proofing.word_file import word_file


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The quality off the work matters.", "off", "of"),
        ("Our customers want to no what it costs.", "no", "know"),
        ("Improved there skills over the years.", "there", "their"),
        ("I would like to here from you.", "here", "hear"),
        ("It will be reviewed be the board.", "be", "by"),
        ("Most off them were nurses.", "off", "of"),
    ],
)
def test_a_word_that_another_fits_better_is_told(told, text, wrong, right):
    assert (wrong, right) in told(confused_words, text)


@pytest.mark.parametrize(
    "text",
    [
        "Filed four patents with the cooling team and cared for patients.",
        "In payments every bug has a price.",
        "You're product managers at heart, and you're family.",
        "The hands know more than the papers.",
        "A to-do list, a how-to and a well-known form.",
        "I want to know how you want to work.",
        "Won a grant, led the move and wrote a personnel handbook.",
        "Explain each gap to the sales director in two words of English.",
        "Form W-2, Act III and the Site of Special Interest.",
    ],
)
def test_a_word_that_fits_is_left_alone(told, text):
    assert told(confused_words, text) == []


def test_every_pair_that_is_told_has_figures() -> None:
    rows = [
        row.split(" ")
        for _, value in word_file("confusions.txt").starting_with("")
        for row in value.split("\t")
    ]
    assert len(rows) > 300
    for right, score, recall, seen, called in rows:
        assert right.replace("'", "").isalpha()
        assert float(score) >= 1.5
        assert 0.1 <= float(recall) <= 1
        assert 0 <= int(called) <= max(5, int(seen) // 400)
