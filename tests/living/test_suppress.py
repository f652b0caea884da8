"""What a suppression covers, and fingerprints that outlive a new export."""

import json
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import profilelint
from profilelint.config import Suppression
from profilelint.document import Document, SourceMap
from profilelint.finding import Confidence, Finding, Severity, State
from profilelint.linter import Linter
from profilelint.profile import Profile
from profilelint.suppress import suppressed

SAMPLES = Path(__file__).parent.parent / "samples"
PROFILE = Profile.model_validate(
    {
        "name": "Ada",
        "about": "text",
        "positions": [
            {"company": "Acme Ltd", "title": "Engineer", "description": "one"},
            {"company": "Other", "title": "Engineer", "description": "two"},
        ],
        "education": [{"school": "Otara Bay", "degree": "MSc"}],
        "skills": [{"name": "SQL"}],
        "causes": ["Education"],
        "drafts": [{"recipient": "Bo Lind", "text": "Hi"}],
    }
)
DOCUMENT = Document(PROFILE, "profile", SourceMap("me.json"))
NOW = date(2026, 6, 30)


def finding(pointer="/positions/0/description", rule="misspelling", text="Brannoc"):
    return Finding(
        rule=rule,
        category="proofing",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        pointer=pointer,
        start=0,
        end=len(text),
        text=text,
        message="",
        suggestions=(),
        points=2,
        location=DOCUMENT.locate(pointer),
        fingerprint="",
    )


def covers(found, rule="misspelling", **more):
    one = Suppression(rule=rule, reason="because of it", **more)
    (marked,), used = suppressed([found], DOCUMENT, [one], NOW)
    covered = marked.state is State.SUPPRESSED
    assert used == ({one} if covered or one.until else set())
    return covered


@pytest.mark.parametrize(
    ("at", "pointer", "wanted"),
    [
        ("/positions/0/description", "/positions/0/description", True),
        ("/positions/*/description", "/positions/1/description", True),
        ("/positions/*", "/positions/1/description", True),
        ("/positions/**", "/positions/1/description", True),
        ("/positions/*/title", "/positions/1/description", False),
        ("positions.*.description", "/positions/1/description", True),
        ("/about", "/about", True),
        ("/about", "/positions/0/description", False),
        ("/positions/1", "/positions/10/description", False),
        ("positions[Acme Ltd]", "/positions/0/description", True),
        ("positions[acme*]", "/positions/0/description", True),
        ("positions[Engineer at Acme Ltd]", "/positions/0/title", True),
        ("positions[Acme Ltd].description", "/positions/0/description", True),
        ("positions[Acme Ltd].description", "/positions/0/title", False),
        ("positions[Acme]", "/positions/0/description", False),
        ("positions[Acme Ltd]", "/positions/1/description", False),
        ("education[Otara Bay]", "/education/0/degree", True),
        ("skills[sql]", "/skills/0/name", True),
        ("causes[Education]", "/causes/0", True),
        ("drafts[Bo Lind]", "/drafts/0/text", True),
        ("positions[Acme Ltd]", "/about", False),
    ],
)
def test_where_a_suppression_holds(at, pointer, wanted):
    assert covers(finding(pointer), at=at) is wanted


@pytest.mark.parametrize(
    ("match", "wanted"),
    [("Brannoc", True), ("brannoc", True), ("Bran*", True), ("Bran?oc", True), ("Bran", False)],
)
def test_which_text_it_covers(match, wanted):
    assert covers(finding(), match=match) is wanted


def test_a_rule_or_its_category_is_named():
    assert covers(finding(), rule="proofing")
    assert not covers(finding(), rule="wording")
    assert not covers(finding(rule="spacing"))


def test_its_last_day_is_the_last_on_which_it_holds():
    assert covers(finding(), until=date(2026, 6, 30))
    assert not covers(finding(), until=date(2026, 6, 29))


def test_the_reason_stays_with_what_is_allowed():
    one = Suppression(rule="misspelling", reason="The ward is called so.")
    (marked,), _ = suppressed([finding()], DOCUMENT, [one], NOW)
    assert marked.allowed == "The ward is called so."


# Two vintages of one profile.


@pytest.fixture(scope="module")
def linter():
    with Linter(profilelint.Config(language="en-GB")) as linter:
        yield linter


def fingerprints(report):
    return {f.fingerprint: (f.rule, f.text) for f in report.findings}


def test_fingerprints_survive_a_new_order_a_new_role_and_an_edit_elsewhere(linter, tmp_path):
    source = SAMPLES / "json-resume" / "engineer-mistakes-en.json"
    first = linter.lint(str(source))
    data = json.loads(source.read_text(encoding="utf-8"))
    data["work"].reverse()
    data["work"].insert(
        0,
        {"name": "Hollin Cloud", "position": "Lead", "startDate": "2026-01", "summary": "Led it."},
    )
    data["basics"]["summary"] = "Ten years of payments. " + data["basics"]["summary"]
    later = tmp_path / "Resume (3).json"
    later.write_text(json.dumps(data), encoding="utf-8")
    before, after = fingerprints(first), fingerprints(linter.lint(str(later)))
    proofing = {mark for mark, (rule, text) in before.items() if text}
    assert proofing <= after.keys()


def test_a_mended_mistake_loses_its_fingerprint_and_no_other(linter):
    source = SAMPLES / "json-resume" / "engineer-mistakes-en.json"
    text = source.read_text(encoding="utf-8")
    before = fingerprints(linter.lint(text.encode()))
    after = fingerprints(linter.lint(text.replace("recieve", "receive").encode()))
    assert {before[mark] for mark in before.keys() - after.keys()} == {("common-typo", "recieve")}
    assert after.keys() <= before.keys()


def test_the_pdf_of_later_has_the_fingerprints_of_its_text(linter):
    pdf = linter.lint(str(SAMPLES / "linkedin-pdf" / "engineer-mistakes-en.pdf"))
    text = linter.lint(str(SAMPLES / "text" / "engineer-mistakes-en.txt"))
    # Of lists the two know more and less.
    before, after = (
        {mark for mark, (rule, _) in fingerprints(report).items() if rule != "mixed-bullets"}
        for report in (pdf, text)
    )
    assert before == after


def test_equal_mistakes_are_told_apart(linter):
    report = linter.lint({"name": "Ada", "about": "I recieve it. They recieve it."})
    marks = [f.fingerprint for f in report.findings if f.text == "recieve"]
    assert len(set(marks)) == len(marks) == 2


ROLES = [
    {"company": f"Firm {n}", "title": "Engineer", "description": text}
    for n, text in enumerate(
        ("I recieve goods.", "The the plan.", "We use Github , daily.", "I has a plan.", "Led it.")
    )
]


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 1000))
def test_no_order_of_the_entries_changes_the_set(linter, seed):
    shuffled = random.Random(seed).sample(ROLES, len(ROLES))
    select = {"name": "Ada", "positions": ROLES}
    first = {f.fingerprint for f in linter.lint(select).findings if f.category == "proofing"}
    again = linter.lint({"name": "Ada", "positions": shuffled}).findings
    assert {f.fingerprint for f in again if f.category == "proofing"} == first
