"""The adapters of the peers that live in this environment; the benchmark itself probes all."""

from dataclasses import replace

import pytest

from benchmarks.proofing.peer import probe
from benchmarks.proofing.peers.harper import Harper
from benchmarks.proofing.peers.pyspellchecker import PySpellChecker

TEXTS = ["He recieve the the réport – teh end.", "All is well here."]


@pytest.fixture(params=[Harper, PySpellChecker], scope="module")
def peer(request):
    return request.param()


def test_mistakes_are_flagged_where_they_stand_each_in_its_text(peer):
    mistaken, clean = peer.check(TEXTS)
    spans = {TEXTS[0][flag.start : flag.end]: flag.suggestions[0] for flag in mistaken}
    assert (spans["recieve"], spans["teh"]) == ("receive", "the")
    assert clean == []


def test_words_are_corrected_each_by_itself(peer):
    wrong, right, capital = peer.correct(["recieve", "house", "Recieve"])
    assert (wrong.flagged, wrong.suggestions[0]) == (True, "receive")
    assert right == (False, ())
    assert capital.suggestions[0] == "Receive"


def test_the_probe_passes_an_adapter_that_counts_code_points(peer):
    probe(peer)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_the_probe_stops_the_run_for_one_that_counts_otherwise(peer, monkeypatch, encoding):
    unit = len("a".encode(encoding))
    check = peer.check

    def counted(text):
        return len(text.encode(encoding)) // unit

    def miscount(texts):
        return [
            [
                replace(flag, start=counted(text[: flag.start]), end=counted(text[: flag.end]))
                for flag in flags
            ]
            for text, flags in zip(texts, check(texts), strict=True)
        ]

    monkeypatch.setattr(peer, "check", miscount)
    with pytest.raises(SystemExit, match=f"{peer.name}: the adapter misplaces flags"):
        probe(peer)
