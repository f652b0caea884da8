"""Apostrophes too many and too few are told from those that are right."""

import pytest

from profilelint.proofing.context.apostrophes import wrong_apostrophes

WRONG = (
    ("Trained 40 nurse's in wound care.", "nurse's", "nurses"),
    ("Wrote manual's for the pumps.", "manual's", "manuals"),
    ("Several customer’s were lost.", "customer’s", "customers"),
    ("The client's are happy.", "client's", "clients"),
    ("I repair boiler's, pumps and ovens.", "boiler's", "boilers"),
    ("One of the story's that I wrote won.", "story's", "stories"),
    ("Led workshops for baker's who sell online.", "baker's", "bakers"),
    ("Built API's for banks.", "API's", "APIs"),
    ("I know todays market.", "todays", "today's"),
    ("Tomorrows tools are here.", "Tomorrows", "Tomorrow's"),
    ("It wont rain.", "wont", "won't"),
    ("Tell me what we cant.", "cant", "can't"),
    ("Ive been a nurse since 2009.", "Ive", "I've"),
    ("Lets talk about bees.", "Lets", "Let's"),
    ("I have ten years experience in retail.", "years", "years'"),
    ("Wrote about patients needs.", "patients", "patients'"),
    ("Served in the 1990's and again in 2010.", "1990's", "1990s"),
)
RIGHT = (
    "I spent a year at my uncle's, and it was fun.",
    "The dentist's in town is mine.",
    "He holds a bachelor's in physics and a master's from Ghent.",
    "The company's in trouble, but the code's on GitHub.",
    "A friend of my mother's, in Leeds.",
    "Our competitor's, partner's and client's needs differ.",
    "In last week's, as in this week's, I wrote of bees.",
    "Ten years' experience and a two weeks' course.",
    "Today's customers and yesterday's clients.",
    "As is her wont, she was early; they are wont to shout; cant and rant.",
    "Ive sings. Jony Ive designed the case.",
    "Worked at McDonald's, Lloyd's and IBM's in London.",
    "Give employees options, and offer clients rights.",
    "At arm's length, at day's end, a stone's throw and for heaven's sake.",
    "Read the user's manual for the driver's license and the men's shelter.",
    "The girls' school, the children's ward and the people's choice.",
    "SQL's SELECT and AWS's Lambda; the API's in beta.",
    "The 1990's boom, a '90s band and 5's and 6's.",
    "She lets rooms. He lets go.",
    "Farmers markets and teachers unions grew.",
    "I have two years of experience, and ten years ago I left.",
)


@pytest.mark.parametrize(("text", "wrong", "right"), WRONG)
def test_a_wrong_apostrophe_is_told(told, text, wrong, right):
    assert told(wrong_apostrophes, text) == [(wrong, right)]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_apostrophe_is_let_be(told, text):
    assert told(wrong_apostrophes, text) == []
