"""The rules on whole profiles: what was planted is found, and what is clean stays clean."""

import json
from pathlib import Path

import pytest

from profilelint.config import Config
from profilelint.finding import Finding, Report, Severity
from profilelint.linter import Linter
from profilelint.ruleset import load_rules, select

SAMPLES = Path(__file__).parent.parent / "samples" / "linkedin-pdf"
MISTAKES = json.loads((SAMPLES / "engineer-mistakes-en.mistakes.json").read_text(encoding="utf-8"))[
    "mistakes"
]
CATEGORIES = ("proofing", "completeness", "presence")
NAMES = sorted(path.stem for path in SAMPLES.glob("*.pdf"))
ENGLISH_ONLY = {rule.id for rule in load_rules() if rule.languages == ("en",)}


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    rules = select(load_rules(), (*CATEGORIES, "weak-start"))
    with Linter(Config(), rules) as linter:
        return {name: linter.lint(SAMPLES / f"{name}.pdf") for name in NAMES}


def _hits(findings: tuple[Finding, ...], mistake: dict[str, object]) -> bool:
    pointer = "/" + str(mistake["field"]).replace("[", "/").replace("].", "/").replace(
        "summary", "about"
    )
    # The truth holds the part of the address behind /in/.
    shift = len("https://www.linkedin.com/in/") if pointer == "/public_url" else 0
    start, end = int(mistake["start"]) + shift, int(mistake["end"]) + shift
    return any(
        finding.rule == mistake["kind"]
        and finding.pointer == pointer
        and finding.start is not None
        and finding.start < end
        and start < finding.end
        for finding in findings
    )


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: f"{m['kind']}-{m['start']}")
def test_what_was_planted_is_found(reports, mistake):
    assert _hits(reports["engineer-mistakes-en"].findings, mistake)


def test_nothing_else_is_found_beside_what_was_planted(reports):
    assert len(reports["engineer-mistakes-en"].findings) == len(MISTAKES)


@pytest.mark.parametrize("name", ["nurse-clean-en", "operations-grouped-en", "executive-en"])
def test_clean_profiles_have_no_finding(reports, name):
    assert reports[name].findings == ()


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith("-en")])
def test_other_languages_get_no_english_rules(reports, name):
    found = {finding.rule for finding in reports[name].findings}
    assert not found & ENGLISH_ONLY
    assert found <= {"default-url", "about-missing"}


def test_a_sparse_profile_is_told_what_is_missing(reports):
    found = {finding.rule for finding in reports["student-sparse-en"].findings}
    assert found == {
        *("headline-default", "about-missing", "default-url", "no-contact-channel"),
        *("current-role-undescribed", "education-incomplete"),
    }


def test_what_a_pdf_cannot_tell_is_skipped_and_never_found(reports):
    unknown = {"photo-missing", "industry-missing", "few-connections", "no-recommendation"}
    for report in reports.values():
        assert unknown <= {skipped.rule for skipped in report.skipped}


def test_a_clean_profile_is_ready(reports):
    assert reports["nurse-clean-en"].ready
    assert all(
        finding.severity is not Severity.ERROR for finding in reports["career-changer-en"].findings
    )
