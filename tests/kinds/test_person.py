"""The kind that tells who a text speaks of."""

import pytest


def marked(run, about, name="Ada M. Example", **options):
    matches = run("person", {"name": name, "about": about}, options)
    return [about[m.start : m.end] for m in matches]


@pytest.mark.parametrize(
    ("about", "found"),
    [
        ("Ada is an engineer.", ["Ada"]),
        ("Engineer.\n\nMs. Example currently leads a team.", ["Ms. Example"]),
        ("He is an engineer.", ["He"]),
        ("• Ada Example builds bridges.", ["Ada Example"]),
        ("Ada Jones is my aunt.", []),
        ("Engineer. She was a patient.", []),
        ("“Ada is the best we had”, says a client.", []),
        ("Ada, Example and Sons are a firm.", []),
    ],
)
def test_person_finds_the_owner_told_as_another(run, about, found):
    assert marked(run, about) == found


def test_person_beside_first_wants_the_whole_name(run):
    options = {"beside-first": True}
    assert marked(run, "I draw. Ada is a colleague.", **options) == []
    assert marked(run, "I draw. Ada Example is an engineer.", **options) == ["Ada Example"]
    assert marked(run, "Ada Example is an engineer.", **options) == []
    assert marked(run, "I draw. Ada Example is an engineer.") == []


def test_person_takes_a_first_name_that_is_a_word_only_with_a_pronoun_behind(run):
    assert marked(run, "Grace is a virtue.", "Grace Example") == []
    assert marked(run, "Grace is a nurse. She rows.", "Grace Example") == ["Grace"]


def test_person_knows_nobody_without_a_name(run):
    assert run("person", {"about": "Ada is an engineer."}) == []
