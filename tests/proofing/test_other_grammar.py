"""Grammar in German, French, Spanish and Portuguese, by LanguageTool alone and with Harper."""

import os
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from profilelint.fields import text_at
from profilelint.finding import Confidence
from profilelint.proofing.proofreader import Proofreader

sys.path.insert(0, str(Path(__file__).parent))
import truth

HERE = Path(__file__).parent
PLACE = Path(os.environ.get("LTP_PATH") or HERE.parents[1] / ".languagetool")
PLANTED = yaml.safe_load((HERE / "planted_other.yaml").read_text("utf-8"))
FOUND = [(tag, slip) for tag, slips in PLANTED.items() for slip in slips if "missed" not in slip]
CLEAN = [
    line.split("\t")
    for line in (HERE / "clean_sentences_other.txt").read_text("utf-8").splitlines()
    if line[:3] in ("de\t", "fr\t", "es\t", "pt\t")
]
SAMPLES = ["mechanical-engineer-de", "quality-manager-fr", "ux-designer-es", "marketing-analyst-pt"]
RULES = {"grammar", "verb-agreement", "confused-word", "wrong-article"}

pytestmark = pytest.mark.languagetool


@pytest.fixture(scope="module", params=["languagetool", "both"])
def grammar(request, tmp_path_factory):
    """A grammar whose engine can run here; its server ends with the module."""
    if shutil.which("java") is None or not any(
        PLACE.glob("LanguageTool-*/languagetool-server.jar")
    ):
        if os.environ.get("PROFILELINT_REQUIRE_LANGUAGETOOL") == "1":
            pytest.fail("LanguageTool or Java is missing: run `make languagetool`")
        pytest.skip("LanguageTool or Java is missing")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LTP_PATH", str(PLACE))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        readers = {}
        engine = None

        def reader(language):
            nonlocal engine
            if language not in readers:
                readers[language] = Proofreader(grammar=request.param, language=language)
                engine = engine or readers[language]._get_languagetool()
                readers[language]._languagetool = engine  # one server for all
            return readers[language]

        yield reader
        for one in readers.values():
            one.close()


def sure(proofreading):
    return [c for c in proofreading.corrections if c.confidence is not Confidence.LOW]


@pytest.mark.parametrize(("language", "slip"), FOUND, ids=lambda value: str(value)[:40])
def test_planted_mistakes_are_found(grammar, language, slip):
    text = slip["text"]
    at = text.index(slip["wrong"])
    found = [
        c
        for c in sure(grammar(language).proofread_text(text, form="prose"))
        if c.rule in RULES and c.start < at + len(slip["wrong"]) and at < c.end
    ]
    assert found
    mended = {text[: c.start] + new + text[c.end :] for c in found for new in c.suggestions}
    assert text.replace(slip["wrong"], slip["right"], 1) in mended


@pytest.mark.parametrize("name", SAMPLES)
def test_clean_profiles_stay_clean(grammar, name):
    document = truth.document(name)
    proofreading = grammar("auto").proofread(document)
    assert [
        (c.engine_rule, text_at(document.profile, c.pointer)[c.start : c.end])
        for c in sure(proofreading)
    ] == []
    assert proofreading.unchecked == ()
    assert proofreading.language == name[-2:]


@pytest.mark.parametrize(("language", "text"), CLEAN)
def test_clean_sentences_stay_clean(grammar, language, text):
    form = "bullet" if text.startswith("•") else "prose"
    found = sure(grammar(language).proofread_text(text.lstrip("• "), form=form))
    assert [(c.engine_rule, c.message) for c in found] == []
