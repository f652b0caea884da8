"""Engines and our own expressions side by side."""

import pytest

from profilelint.finding import Confidence
from profilelint.proofing.proofreading import Correction, Proofreading


def correction(start: int, end: int, *suggestions: str, rule: str = "the-rule") -> Correction:
    return Correction(
        "/about", start, end, rule, Confidence.MEDIUM, "Says the engine.", suggestions, "e", "R1"
    )


def read(*corrections: Correction) -> Proofreading:
    return Proofreading(corrections=corrections, language="en")


def test_corrections_of_this_rule_only(run):
    proofreading = read(correction(0, 1, "b"), correction(2, 3, rule="another"))
    (match,) = run("proofing", {"about": "a a"}, {}, proofreading=proofreading)
    assert (match.start, match.end, match.suggestions) == (0, 1, ("b",))
    assert (match.engine, match.engine_rule, match.message) == ("e", "R1", None)
    assert match.values == {"confidence": "medium", "advice": "write “b”"}


def test_quote_gives_the_engines_sentence(run):
    proofreading = read(correction(0, 1))
    (match,) = run("proofing", {"about": "a"}, {"quote": True}, proofreading=proofreading)
    assert match.message == "Says the engine."
    assert match.values["advice"] == "check it"


def test_our_own_expression_wins_over_an_engine_that_marks_the_same(run):
    proofreading = read(correction(0, 4, "of"), correction(5, 6, "x"))
    options = {"patterns": [{"match": "a event", "suggest": "an event"}]}
    matches = run("proofing", {"about": "a event x"}, options, proofreading=proofreading)
    assert [m.suggestions for m in matches] == [("an event",)]


def test_what_is_allowed_is_not_flagged_by_anybody(run):
    proofreading = read(correction(7, 8, "an"), correction(16, 17, "an"))
    options = {"patterns": ["Series"], "allow": [r"Series A\b"]}
    matches = run("proofing", {"about": "Series A and in A in"}, options, proofreading=proofreading)
    assert [(m.start, m.end) for m in matches] == [(16, 17)]


def test_an_engine_may_mark_a_text_that_the_profile_does_not_hold(run):
    # A note is proofread, too; its pointer leads nowhere in the profile.
    note = Correction("/message", 0, 3, "the-rule", Confidence.HIGH, "", ("the",), "e", "R")
    assert len(run("proofing", {}, {"allow": ["x"]}, proofreading=read(note))) == 1


def test_reasons_why_the_engines_could_not_look(run):
    from profilelint.kinds.proofing import Options, unchecked

    class Context:
        proofreading = Proofreading(unchecked=(("spelling", "no Klingon"), ("grammar", "off")))

    assert list(unchecked(Options("spelling"), Context())) == ["no Klingon"]
    assert list(unchecked(Options("none"), Context())) == []


@pytest.mark.parametrize("key", ["patterns", "allow"])
def test_expressions_are_read_with_the_options(refused, key):
    assert "no regular expression" in refused("proofing", {key: ["("]})


def test_a_long_span_keeps_others_from_the_same_text_wherever_they_begin(run):
    text = "odd " + "x" * 200 + " odd"
    engine = (correction(0, len(text)), correction(150, 160))
    (first, second) = run("proofing", {"about": text}, {"patterns": ["odd"]}, proofreading=read())
    assert (first.start, second.start) == (0, 205)
    (whole,) = run("proofing", {"about": text}, {}, proofreading=read(*engine))
    assert whole.end == len(text)
