"""Words that others would serve better."""


def test_line_start_takes_bullets_and_no_middle(found):
    options = {"at": "line-start", "advise": {"worked on": "x"}}
    text = "• Worked on a\nI worked on b. Worked on c\n  - worked  on d"
    assert found("substitution", text, options) == ["Worked on", "worked  on"]


def test_sentence_start(found):
    options = {"at": "sentence-start", "advise": {"worked on": "x"}}
    text = "I worked on b. Worked on c! worked on d"
    assert found("substitution", text, options) == ["Worked on", "worked on"]


def test_words_without_advice_are_the_exception_to_shorter_ones(found):
    options = {"advise": {"worked on": "x", "worked on call": None}}
    assert found("substitution", "worked on call, worked on it", options) == ["worked on"]


def test_a_hyphenated_word_is_another_word(found):
    assert found("substitution", "worked on-site", {"advise": {"worked on": "x"}}) == []


def test_swap_suggests_in_the_case_found(run):
    matches = run("substitution", {"about": "Utilize, utilize"}, {"swap": {"utilize": "use"}})
    assert [m.suggestions for m in matches] == [("Use",), ("use",)]


def test_advice_only_shapes_the_message(run):
    (match,) = run("substitution", {"about": "helped"}, {"advise": {"Helped": "say how"}})
    assert match.suggestions == ()
    assert match.values == {"advice": "say how"}


def test_an_unknown_place(refused):
    assert "line-start" in refused("substitution", {"at": "end"})
