"""When a flag finds a planted mistake, and what counts as flagged in vain."""

import pytest

from benchmarks.proofing.corpus import Planted
from benchmarks.proofing.peer import Flag
from benchmarks.proofing.scoring import Score, judge, per_thousand, total


def planted(clean: str, right: str, wrong: str) -> Planted:
    start = clean.index(right)
    bad = clean[:start] + wrong + clean[start + len(right) :]
    return Planted("x-1", "x", clean, bad, start, start + len(wrong), wrong, right, "note", "law")


FORM = planted("Kubernetes came from Greece.", "from", "form")


def test_a_flag_over_the_mistake_finds_it_and_its_suggestion_mends_it():
    outcome = judge(FORM, [Flag(16, 20, "confusion", ("from", "farm"))], [])
    assert (outcome.found, outcome.fixed, outcome.vain_flags) == (True, True, ())


def test_only_the_first_suggestion_mends():
    outcome = judge(FORM, [Flag(16, 20, "confusion", ("farm", "from"))], [])
    assert (outcome.found, outcome.fixed) == (True, False)


def test_a_flag_may_be_wider_than_the_mistake():
    outcome = judge(FORM, [Flag(11, 20, "phrase", ("came from",))], [])
    assert (outcome.found, outcome.fixed) == (True, True)


@pytest.mark.parametrize("flag", [Flag(0, 10, "spelling"), Flag(15, 16, "x"), Flag(20, 27, "x")])
def test_a_flag_beside_the_mistake_is_in_vain(flag):
    outcome = judge(FORM, [flag], [])
    assert (outcome.found, outcome.vain_flags) == (False, (flag,))


def test_what_the_clean_sentence_has_too_finds_nothing():
    flag = Flag(11, 20, "style")
    outcome = judge(FORM, [flag], [flag])
    assert (outcome.found, outcome.vain_flags) == (False, (flag,))
    assert judge(FORM, [flag], [Flag(11, 20, "other rule")]).found


def test_a_longer_word_moves_what_the_clean_sentence_has_behind_and_around_it():
    longer = planted("We kept the old site.", "kept", "keeped")
    known_behind, known_around = Flag(8, 15, "style"), Flag(0, 11, "phrase")
    moved_behind, moved_around = Flag(10, 17, "style"), Flag(0, 13, "phrase")
    outcome = judge(longer, [moved_around, moved_behind], [known_around, known_behind])
    assert (outcome.found, len(outcome.vain_flags)) == (False, 2)


def test_a_flag_without_width_finds_the_mistake_it_stands_at():
    assert judge(FORM, [Flag(16, 16, "insert")], []).found
    assert judge(FORM, [Flag(17, 17, "insert")], []).found
    assert not judge(FORM, [Flag(20, 20, "insert")], []).found


def test_a_mistake_without_width_is_found_where_something_is_missing():
    gone = planted("One word is gone here.", " gone", "")
    assert judge(gone, [Flag(11, 12, "missing", (" gone ",))], []).fixed
    assert not judge(gone, [Flag(4, 8, "missing")], []).found


def test_figures_follow_from_the_counts():
    score = Score(items=10, found=6, fixed=3, vain=2)
    assert (score.recall, score.precision) == (0.6, 0.75)
    assert score.f_half == pytest.approx(1.25 * 0.75 * 0.6 / (0.25 * 0.75 + 0.6))
    empty = total([])
    assert (empty.recall, empty.precision, empty.f_half) == (0.0, 0.0, 0.0)
    assert per_thousand(3, ["one two", "three four"]) == 750.0
    assert per_thousand(3, []) == 0.0


def test_outcomes_add_up():
    found = judge(FORM, [Flag(16, 20, "x", ("from",)), Flag(0, 10, "spelling")], [])
    missed = judge(FORM, [Flag(0, 10, "spelling")], [])
    assert total([found, missed]) == Score(items=2, found=1, fixed=1, vain=2)
