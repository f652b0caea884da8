"""Harper is asked only about sentences in which one of its rules can find something."""

import pytest

from profilelint.proofing.harper import Harper
from profilelint.proofing.table import read_table
from profilelint.proofing.triggers import Trigger, Triggers

TABLE = read_table("harper")


@pytest.fixture(scope="module")
def engine():
    harper = Harper(TABLE.enabled, TABLE.triggers)
    yield harper
    harper.close()


def found(engine, text):
    return [(m.start, text[m.start : m.end], m.engine_rule) for m in engine.check([text], "en")]


def test_every_rule_that_is_on_has_a_trigger():
    assert TABLE.triggers is not None
    assert len(TABLE.triggers) == len(TABLE.enabled)


@pytest.mark.parametrize(
    "sentence",
    [
        "We work from a office.",
        "We sell the the best bread.",
        "we sell the best bread.",
        "It is “open” today. we sell bread.",
        "We opened in germany.",
        "We sell bread , milk and eggs.",
        "We got use to it.",
        "The company has slowly made it's way to the top.",
        "We had free reign.",
        "He has worked here since ten years.",
        "He won the 2th prize.",
        "Despite of the rain we opened.",
        "We opened it for the my friends.",
        "Prices were drove down.",
    ],
)
def test_no_sentence_is_kept_back_in_which_a_rule_finds_something(engine, sentence):
    whole = Harper(TABLE.enabled)
    text = f"I bake bread in a small town. {sentence} I like it."
    assert found(whole, text)
    assert found(engine, text) == found(whole, text)
    whole.close()


def test_places_are_those_of_words_and_shapes_in_order():
    triggers = Triggers([Trigger(when=("per say",)), Trigger(shape=r"\b(\w+) \1\b")])
    assert triggers.places("It is is not Per say, per say.") == [3, 13, 22]
    assert triggers.places("A quiet day.") == []


def test_a_name_in_small_letters_is_waited_for():
    triggers = Triggers([Trigger(shape="small-name")])
    assert triggers.places("We opened in istanbul.") == [13]
    assert triggers.places("We opened in Istanbul, and sold breadd.") == []


def test_where_small_letters_are_longer_than_capitals_all_is_checked():
    assert Triggers([Trigger(when=("x",))]).places("İ") == [0]
