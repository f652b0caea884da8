"""The dialects of English: whose spelling a tag means, and that no engine takes one for wrong."""

from pathlib import Path

import pytest
import yaml

from profilelint.config import Config
from profilelint.linter import Linter
from profilelint.proofing.dialect import Dialect, dialect
from profilelint.proofing.harper import _dialect
from profilelint.proofing.languagetool_languages import variant
from profilelint.proofing.proofreader import Proofreader
from profilelint.proofing.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
GROUPS = yaml.safe_load((ROOT / "rules" / "proofing" / "mixed-spelling.yaml").read_text("utf-8"))[
    "with"
]["groups"]
# A stem that is no word by itself is tested as a whole rule case.
PAIRS = sorted(
    {
        pair
        for group in GROUPS
        for pair in [*group.get("pairs", {}).items(), *group.get("words", {}).items()]
        if not pair[0].startswith(("anesthe", "gynecolog", "hematolog", "hemorrhag", "leukemi"))
    }
)
SAMPLE = ROOT / "tests" / "samples" / "linkedin-pdf" / "nurse-clean-en.pdf"


@pytest.mark.parametrize(
    ("tag", "told", "harper", "languagetool"),
    [
        ("en-GB", Dialect("GB", "British"), "BRITISH", "en-GB"),
        ("en_gb", Dialect("GB", "British"), "BRITISH", "en-GB"),
        ("en-US", Dialect("US", "American"), "AMERICAN", "en-US"),
        ("en-Latn-CA", Dialect("CA", "Canadian"), "CANADIAN", "en-CA"),
        ("en-AU", Dialect("AU", "Australian"), "AUSTRALIAN", "en-AU"),
        ("en-NZ", Dialect("NZ", "New Zealand"), "AUSTRALIAN", "en-NZ"),
        ("en-IE", Dialect("GB", "Irish"), "BRITISH", "en-GB"),
        ("en-IN", Dialect("GB", "Indian"), "INDIAN", "en-GB"),
        ("en-ZA", Dialect("GB", "South African"), "BRITISH", "en-ZA"),
        ("en-SG", Dialect("GB", "British"), "BRITISH", "en-GB"),
        ("en", None, "AMERICAN", "en-US"),
        ("en-PH", None, "AMERICAN", "en-US"),
    ],
)
def test_tags(tag, told, harper, languagetool):
    assert dialect(tag) == told
    assert _dialect(tag) == harper
    assert variant(tag) == languagetool


@pytest.mark.parametrize("tag", [None, "", "de-AT", "fr-CA"])
def test_what_is_no_english(tag):
    assert dialect(tag) is None


def test_the_vocabulary_knows_either_spelling():
    vocabulary = Vocabulary()
    unknown = [word for pair in PAIRS for word in pair if not vocabulary.accepts(word)]
    assert unknown == []


def sentence(word):
    return f"I wrote about {word} for the journal."


@pytest.mark.parametrize("language", ["en-US", "en-GB", "en-AU", "en-CA", "auto"])
def test_no_dialect_is_misspelled(language):
    reader = Proofreader(language=language)
    spelled = {}
    for pair in PAIRS:
        for word in pair:
            for correction in reader.proofread_text(sentence(word), form="prose").corrections:
                if correction.rule in ("misspelling", "common-typo"):
                    spelled[word] = correction.rule
    reader.close()
    assert spelled == {}


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en-GB", "I run the color lab and its behaviour studies.", ["color"]),
        ("en-US", "I run the colour lab and its behavior studies.", ["colour"]),
        ("auto", "I run the colour lab and its behavior studies.", ["behavior"]),
        ("auto", "I run the colour lab and organize its behaviour studies.", []),
        ("en-IE", "I organize the colour lab.", []),
        ("en-AU", "I organize the colour lab.", ["organize"]),
        ("auto", "Organised AWS days; color is a hobby, and the theatre, too.", ["color"]),
    ],
)
def test_mixed_spelling(language, text, found):
    with Linter(Config(language=language, select=("mixed-spelling",))) as linter:
        report = linter.lint({"name": "A", "about": text})
    assert [finding.text for finding in report.findings] == found


def test_the_message_says_what_to_write():
    with Linter(Config(language="en-IE", select=("mixed-spelling",))) as linter:
        (finding,) = linter.lint({"name": "A", "about": "Center of my work is care."}).findings
    assert finding.message == ("“Center” is American spelling; in Irish English write “Centre”")
    assert finding.suggestions == ("Centre",)


@pytest.mark.parametrize("language", ["en-GB", "en-US", "en-AU", "en-CA"])
def test_the_language_set_is_reported(language):
    with Linter(Config(language=language)) as linter:
        report = linter.lint(SAMPLE)
    assert report.source.language == language
    proofing = [f for f in report.findings if f.category == "proofing"]
    assert {finding.rule for finding in proofing} <= {"mixed-spelling"}
