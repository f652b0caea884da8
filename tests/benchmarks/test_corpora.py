"""The proofing benchmark's corpora: what is read out of their files."""

import importlib.util
import sys
from pathlib import Path

import pytest

PATH = Path(__file__).parents[2] / "benchmarks" / "proofing" / "corpora.py"


@pytest.fixture(scope="module")
def corpora():
    spec = importlib.util.spec_from_file_location("proofing_corpora", PATH)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def test_a_dat_file_gives_each_misspelling_the_word_above_it(corpora):
    text = "$definitely\r\ndefinately\r\ndefinatly\r\n$a_lot\r\nalot\r\n\r\n"
    assert corpora.parse_dat(text) == [
        ("definately", "definitely"),
        ("definatly", "definitely"),
        ("alot", "a_lot"),
    ]


def test_codespell_tells_corrections_from_remarks(corpora):
    text = "accesss->access\nals->also, als, else,\nclas->class, disabled due to name clash\n"
    assert corpora.parse_codespell(text) == [
        ("accesss", "access"),
        ("als", "also"),
        ("als", "als"),
        ("als", "else"),
        ("clas", "class"),
    ]


@pytest.mark.parametrize(
    "pair",
    [
        ("alot", "a_lot"),
        ("Octobr", "october"),
        ("octobr", "October"),
        ("dont", "don't"),
        ("cafe", "café"),
        ("form", "from"),
        ("alan", "alone"),
    ],
)
def test_what_no_speller_can_be_asked_is_left_out(corpora, pair):
    known = frozenset({"form", "Alan"})
    assert corpora.usable([pair, ("teh", "the")], known) == [("teh", "the")]


def test_a_misspelling_of_two_words_is_left_out_and_a_repeated_one_counts_once(corpora):
    pairs = [("wich", "which"), ("wich", "witch"), ("teh", "the"), ("teh", "the")]
    assert corpora.usable(pairs, frozenset()) == [("teh", "the")]


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("Forexample , My cousin is 12years old .", "Forexample, My cousin is 12years old."),
        ("He ca n't , or wo N'T ...", "He can't, or woN'T..."),
        ("`` Why not ? '' asked it .", '"Why not?" asked it.'),
        ("I can not tell .", "I can not tell."),
        (
            "The parents ' house ( old ) cost $ 5 : 10 % less !",
            "The parents' house (old) cost $5: 10% less!",
        ),
        ("It is -- for example -- the boy 's .", "It is -- for example -- the boy's."),
        ("", ""),
    ],
)
def test_tokens_become_what_a_person_types(corpora, tokens, text):
    assert corpora.detokenise(tokens) == text


@pytest.mark.parametrize(
    ("kept", "errorful", "clean"), [(0, True, False), (1, False, False), (2, False, True)]
)
def test_annotators_decide_whether_a_sentence_is_right(corpora, kept, errorful, clean):
    references = ["It is so ."] * kept + ["It is ."] * (4 - kept)
    found = corpora.learner("It is so . ", references)
    assert (found.errorful, found.clean) == (errorful, clean)
    assert found.text == "It is so."
    assert len(found.references) == 4


def test_a_file_is_taken_from_a_local_folder_only_in_its_known_state(
    corpora, monkeypatch, tmp_path
):
    import hashlib

    digest = hashlib.sha256(b"$the\nteh\n").hexdigest()
    source = corpora.Source("missp.dat", digest)
    monkeypatch.setattr(corpora, "CORPORA", {"birkbeck": (source,)})
    monkeypatch.setattr(corpora, "FOLDER", tmp_path / "here")
    local = tmp_path / "local"
    local.mkdir()

    assert "not at" in corpora.bring("birkbeck", local)
    (local / "missp.dat").write_bytes(b"$the\nhte\n")
    assert "another state of it" in corpora.bring("birkbeck", local)
    assert not corpora.present("birkbeck")
    (local / "missp.dat").write_bytes(b"$the\r\nteh\r\n")
    assert corpora.bring("birkbeck", local) == ""
    assert corpora.present("birkbeck")
    assert corpora.misspellings("birkbeck") == [("teh", "the")]
