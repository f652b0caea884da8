"""Harper behind its guards: offsets, masks and pieces."""

import threading
import time

import pytest

from profilelint.proofing.harper import LONGEST_PIECE, LONGEST_TOKEN, Harper, pieces
from profilelint.proofing.table import read_table


@pytest.fixture(scope="module")
def engine():
    harper = Harper(read_table("harper").enabled)
    yield harper
    harper.close()


def found(engine, text, language="en"):
    return [(text[m.start : m.end], m.engine_rule) for m in engine.check([text], language)]


def test_offsets_are_code_points_beyond_the_basic_plane(engine):
    assert found(engine, "🚀🚀 I built 😀 a event stream.") == [("a", "AnA")]


def test_a_word_of_a_million_characters_never_reaches_it(engine):
    text = f"I built a event stream {'x' * 1_000_000} and a office."
    assert found(engine, text) == [("a", "AnA"), ("a", "AnA")]
    assert all(len(piece.text) <= LONGEST_PIECE for piece in pieces(text))


@pytest.mark.parametrize("separator", [" ", ""])
def test_a_text_of_any_length_is_cut_into_short_pieces(separator):
    text = separator.join(["worked"] * 20_000)
    cut = list(pieces(text))
    assert all(len(piece.text) <= LONGEST_PIECE for piece in cut)
    assert all(len(token) <= LONGEST_TOKEN for piece in cut for token in piece.text.split())
    assert cut[0].start == 0


def test_pieces_end_where_sentences_do():
    text = "I led the team. " * 100
    cut = list(pieces(text))
    assert len(cut) > 1
    assert all(piece.opens and piece.text.startswith("I led") for piece in cut)
    assert "".join(piece.text for piece in cut) == text


def test_a_piece_that_opens_mid_sentence_is_no_lower_case_sentence(engine):
    text = "I wrote " + "and rewrote " * 200 + "it."
    assert not [rule for _, rule in found(engine, text) if rule == "SentenceCapitalization"]


def test_a_mistake_over_a_stand_in_is_dropped():
    (piece,) = pieces(f"See a {'u' * 100} here.")
    assert piece.text == "See a 0 here."
    assert piece.place(6, 7) is None
    assert piece.place(4, 5) == (4, 5)
    assert piece.place(8, 12) == (107, 111)


def test_english_of_every_kind_and_nothing_else(engine):
    assert engine.supports("en")
    assert engine.supports("en-GB")
    assert not engine.supports("de")
    assert found(engine, "I met a engineer.", "en-AU") == [("a", "AnA")]


def test_markdown_is_plain_text(engine):
    assert ("the the", "RepeatedWords") in found(engine, "`I know the the street`")


def test_rules_that_are_not_listed_are_off(engine):
    assert found(engine, "Bread, milk and eggs... sold in 2010-2012  and on.") == []


def test_no_rule_writes_to_the_output_that_a_report_goes_to(engine, capfd):
    found(engine, "Looking forward to meet new people, I love cook and get use to work.")
    assert capfd.readouterr().out == ""


def test_many_threads_share_it():
    harper = Harper(read_table("harper").enabled)
    harper.warm()
    results = []
    threads = [
        threading.Thread(target=lambda: results.append(found(harper, "I met a engineer.")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    harper.close()
    assert results == [[("a", "AnA")]] * 8


def test_warming_returns_at_once():
    harper = Harper(read_table("harper").enabled)
    start = time.perf_counter()
    harper.warm()
    assert time.perf_counter() - start < 0.2
    harper.close()


def test_every_rule_in_the_table_is_one_of_harpers():
    import harper

    known = set(harper.get_default_lint_config())
    table = read_table("harper")
    assert set(table.rules) <= known
    assert len(table.enabled) < 100  # each costs some 0.2 µs a word
