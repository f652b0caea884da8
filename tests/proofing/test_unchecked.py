"""What no engine can read is said to be unread, in which language, and with what else to try."""

import sys
from pathlib import Path

import pytest

from profilelint.config import Config
from profilelint.linter import Linter
from profilelint.proofing.languagetool_languages import spells
from profilelint.proofing.proofreader import Proofreader

sys.path.insert(0, str(Path(__file__).parent))
import truth


@pytest.mark.parametrize(
    ("name", "spelling", "grammar"),
    [
        (
            "export-manager-tr",
            "no engine here can check Turkish spelling",
            "Harper checks English only; no engine here can check Turkish grammar",
        ),
        (
            "backend-developer-ko",
            "no engine here can check Korean spelling",
            "Harper checks English only; no engine here can check Korean grammar",
        ),
        (
            "controller-pl",
            "no engine here can check Polish spelling; --grammar languagetool can",
            "Harper checks English only; for Polish use --grammar languagetool",
        ),
        (
            "quality-manager-fr",
            None,
            "Harper checks English only; for French use --grammar languagetool",
        ),
    ],
)
def test_the_reason_names_the_language(name, spelling, grammar):
    document = truth.document(name)
    reader = Proofreader()
    assert dict(reader.proofread(document).unchecked) == {
        key: reason for key, reason in (("spelling", spelling), ("grammar", grammar)) if reason
    }
    reader.close()
    with Linter(Config()) as linter:
        skipped = {(s.rule, s.reason) for s in linter.check(document).skipped if s.partly}
    assert ("grammar", grammar) in skipped
    assert not spelling or {("misspelling", spelling), ("common-typo", spelling)} <= skipped


@pytest.mark.parametrize(
    ("language", "can"),
    [("pl", True), ("de-AT", True), ("ja", False), ("zh", False), ("fa", False), ("tr", False)],
)
def test_what_languagetool_spells(language, can):
    assert spells(language) is can
