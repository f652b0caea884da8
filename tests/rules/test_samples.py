"""The rules on whole profiles: what was planted is found, and what is clean stays clean."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from profilelint.config import Config
from profilelint.finding import Finding, Report, Severity, Skipped
from profilelint.linter import Linter
from profilelint.loaders import load_all
from profilelint.ruleset import load_rules, select

SAMPLES = Path(__file__).parent.parent / "samples" / "linkedin-pdf"
MISTAKES = json.loads((SAMPLES / "engineer-mistakes-en.mistakes.json").read_text(encoding="utf-8"))[
    "mistakes"
]
CATEGORIES = ("proofing", "completeness", "consistency", "presence")
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


@pytest.mark.parametrize("name", ["nurse-clean-en", "operations-grouped-en"])
def test_clean_profiles_have_no_finding(reports, name):
    assert reports[name].findings == ()


def test_a_street_address_is_all_that_is_found_on_the_executive(reports):
    (finding,) = reports["executive-en"].findings
    assert (finding.rule, finding.pointer) == ("private-data", "/contact/address")


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


ALL = Path(__file__).parent.parent / "samples"
WEAK_START = ("weak-start", "/positions/2/description")
WORDING = {
    "engineer-mistakes-en": {WEAK_START},
    # Of 2018: thirty words of About, and a current role told as if it were over.
    "executive-en-2018": {("about-length", "/about"), ("tense", "/positions/0/description")},
}


def _exports() -> list[Path]:
    inside = [path for folder in ALL.iterdir() for path in folder.iterdir()]
    data = ("truth", "mistakes", "invitations")
    return sorted(
        path
        for path in inside
        if path.parent.name not in ("text-mixed", "messages")
        and not any(f".{word}." in path.name for word in data)
    )


@pytest.fixture(scope="module")
def wording() -> Iterator[Linter]:
    # The language of each text is told without a grammar engine.
    with Linter(Config(select=("wording",), grammar="off")) as linter:
        yield linter


@pytest.mark.parametrize("path", _exports(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_wording_of_every_sample(wording, path):
    found = {
        (finding.rule, finding.pointer) for finding in wording.lint(path).findings if finding.active
    }
    name = path.name.split(".")[0]
    assert found == WORDING.get(name, set())


def test_wording_lets_the_tense_of_one_verb_be_one_mistake():
    role = {"title": "Nurse", "end": "2019", "description": "• Lead a ward\n• Trained the new"}
    with Linter(Config(select=("tense", "confused-word"), grammar="off")) as linter:
        (finding,) = linter.lint({"positions": [role]}).findings
    assert (finding.rule, finding.suggestions) == ("confused-word", ("Led",))


NOTES = {
    "buzzword": "Hi Roisin, I am a results-driven professional. I have ten years of experience.",
    "shouting": "HI VIGGO!!! I AM THE PERFECT FIT FOR YOUR TEAM!!! CALL ME!!!",
}


@pytest.mark.parametrize("rule", NOTES)
@pytest.mark.parametrize("where", ["message", "drafts", "invitations"])
def test_wording_judges_notes(wording, rule, where):
    note = NOTES[rule]
    profile = {where: note if where == "message" else [{"text": note}]}
    (finding,) = wording.lint(profile).findings
    assert finding.rule == rule
    assert finding.active is (where != "invitations")


def test_wording_has_nothing_to_say_of_a_good_note(wording):
    note = "Hi Una, your talk on cold rooms in Venlo was good. I can send you our sensor figures."
    assert wording.lint({"message": note}).findings == ()


OVERLAP = ("date-overlap", "/positions/4/title")
GAP = ("date-gap", "/positions/1/start")
CHANGER = {OVERLAP, GAP}
ADDRESS = {("private-data", "/contact/address")}
FOUND = {
    "linkedin-pdf/career-changer-en.pdf": CHANGER,
    "linkedin-pdf/executive-en.pdf": ADDRESS,
    "linkedin-archive/career-changer-en": CHANGER | {("duplicate", "/skills/5/name")},
    "linkedin-archive/career-changer-en.zip": CHANGER | {("duplicate", "/skills/5/name")},
    "linkedin-archive/engineer-mistakes-en": {("duplicate", "/skills/5/name")},
    "linkedin-archive/engineer-mistakes-en.zip": {("duplicate", "/skills/5/name")},
    "linkedin-archive/executive-en-2018": {("duplicate", "/skills/5/name")},
    "linkedin-archive/executive-en-2018.zip": {("duplicate", "/skills/5/name")},
    "json-resume/career-changer-en.json": CHANGER,
}
SOURCES = sorted(
    str(path.relative_to(ALL))
    for folder, pattern in (
        ("linkedin-pdf", "*.pdf"),
        ("linkedin-archive", "*.zip"),
        ("linkedin-archive", "*-en*/"),
        ("linkedin-snapshot", "*.json"),
        ("json-resume", "*.json"),
        ("reactive-resume", "*.json"),
        ("scraped", "*.json"),
        ("pasted-text", "*.txt"),
        ("text", "*.txt"),
    )
    for path in (ALL / folder).glob(pattern)
)
CONSISTENCY = {rule.id for rule in load_rules() if rule.category == "consistency"}
MINE = (*sorted(CONSISTENCY), "private-data", "credentials-in-name")


@pytest.fixture(scope="module")
def consistency() -> Linter:
    with Linter(Config(select=MINE)) as linter:
        yield linter


@pytest.mark.parametrize("name", SOURCES)
def test_exactly_what_is_inconsistent_is_found(consistency, name):
    for document in load_all(ALL / name):
        found = {
            (finding.rule, finding.pointer) for finding in consistency.check(document).findings
        }
        expected = FOUND.get(name)
        if expected is None and "career-changer" in name:
            expected = CHANGER
        elif expected is None and "executive-en" in name and name.startswith("text/"):
            expected = ADDRESS
        assert found == (expected or set())


def test_without_a_resume_nothing_is_compared(reports):
    for report in reports.values():
        assert Skipped("resume-mismatch", "no --resume was given") in report.skipped
