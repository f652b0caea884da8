"""pyspellchecker: each language that it carries, and what it makes of clean sentences and slips."""

from pathlib import Path

import pytest

from profilelint.finding import Confidence
from profilelint.proofing.proofreader import Proofreader
from profilelint.proofing.speller import Speller, _languages

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "spelling_other.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
CLEAN = [(row[0], row[2]) for row in ROWS if row[1] == "clean"]
SLIPS = [(row[0], row[2], row[1], row[3]) for row in ROWS if row[1] != "clean"]


def sure(language, text):
    reader = Proofreader(language=language)
    found = [
        (text[c.start : c.end], c.suggestions[0])
        for c in reader.proofread_text(text, form="prose").corrections
        if c.confidence is not Confidence.LOW
    ]
    reader.close()
    return found


def test_every_language_of_the_package_is_tested():
    assert _languages() == {language for language, _ in CLEAN}
    assert _languages() == {language for language, *_ in SLIPS}
    assert all(Speller().supports(language) for language in _languages())


@pytest.mark.parametrize(("language", "text"), CLEAN)
def test_clean_sentences(language, text):
    assert sure(language, text) == []


@pytest.mark.parametrize(("language", "text", "wrong", "right"), SLIPS)
def test_slips(language, text, wrong, right):
    assert sure(language, text) == [(wrong, right)]
