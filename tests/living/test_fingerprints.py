"""Fingerprints outlive a new export: two vintages of one profile, in three formats."""

import copy
import csv
import json
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profilelint import Config, Linter, load
from profilelint.document import Document, SourceMap
from profilelint.finding import Confidence
from profilelint.fingerprints import numbered
from profilelint.profile import Profile

SAMPLES = Path(__file__).parent.parent / "samples"
RESUME = SAMPLES / "json-resume" / "engineer-mistakes-en.json"


@pytest.fixture(scope="module")
def linter():
    with Linter(Config(language="en-GB", as_of="2026-11-25")) as linter:
        yield linter


def prints(report):
    """The fingerprints of all mistakes in the text, each with its rule and text."""
    assert len({f.fingerprint for f in report.findings}) == len(report.findings)
    return {f.fingerprint: (f.rule, f.text) for f in report.findings if f.text is not None}


def entries(report):
    return {f.fingerprint: (f.rule, f.text) for f in report.findings}


# JSON Resume.


@pytest.fixture(scope="module")
def resume():
    return json.loads(RESUME.read_text(encoding="utf-8"))


def linted(linter, folder, data, name="Resume (3).json"):
    later = folder / name
    later.write_text(json.dumps(data, ensure_ascii=False, indent=4), encoding="utf-8")
    return linter.lint(str(later))


def test_a_later_resume(linter, resume, tmp_path):
    data = copy.deepcopy(resume)
    first = linter.lint(str(RESUME))
    data["work"].reverse()
    promoted = {**data["work"][-1], "position": "Head of Payments", "startDate": "2026-06"}
    promoted |= {"summary": "I run the payments of 40 shops.", "highlights": []}
    data["work"].insert(0, promoted)  # a new role at an employer that is there already
    data["work"][-1]["position"] = "Lead Engineer"  # and another title for the old one
    data["basics"]["summary"] = "Ten years of payments. " + data["basics"]["summary"]
    before, after = prints(first), prints(linted(linter, tmp_path, data))
    assert len(before) > 15
    assert before.items() <= after.items()


def test_what_is_mended_or_edited_loses_its_fingerprint_and_no_other_does(linter, resume, tmp_path):
    text = json.dumps(resume, ensure_ascii=False)
    before = entries(linter.lint(str(RESUME)))
    for old, new, gone, come in (
        ("recieve", "receive", {("common-typo", "recieve")}, set()),
        ("recieve", "recieved", {("common-typo", "recieve")}, {("common-typo", "recieved")}),
        ("developement", "development", {("common-typo", "developement")}, set()),
        ("[Company Name]", "Kestrel", {("placeholder", "[Company Name]")}, set()),
    ):
        assert old in text
        after = entries(linted(linter, tmp_path, json.loads(text.replace(old, new))))
        assert {before[mark] for mark in before.keys() - after.keys()} == gone, old
        assert {after[mark] for mark in after.keys() - before.keys()} == come, old


def test_capitals_spaces_and_forms_of_letters_make_no_new_mistake(linter):
    def of(name, company, about):
        role = {"company": company, "title": "Cook", "description": "I recieve it."}
        return prints(linter.lint({"name": name, "about": about, "positions": [role]})).keys()

    first = of("Ada", "\u00d4tara Caf\u00e9", "The plan\u00a0 ,and more.")
    assert first
    assert first <= of("ADA", "o\u0302tara  cafe\u0301 ", "The plan  ,and more.")


# The data export.


def test_a_later_export(linter, tmp_path):
    source = SAMPLES / "linkedin-archive" / "engineer-mistakes-en"
    folder = tmp_path / "Complete_LinkedInDataExport_11-24-2026"
    shutil.copytree(source, folder)
    with (folder / "Positions.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    new = dict.fromkeys(rows[0], "") | {
        "Company Name": "Hollin Cloud",
        "Title": "Staff Engineer",
        "Started On": "Oct 2026",
    }
    with (folder / "Positions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows([new, *reversed(rows)])
    first, later = (linter.check(load(str(path))) for path in (source, folder))
    before, after = prints(first), prints(later)
    assert len(before) > 15
    assert before.items() <= after.items()
    (zipped,) = [prints(linter.lint(f"{source}.zip"))]
    assert zipped == before


# The PDF, and what its viewer copies.


def test_a_later_pdf(linter, tmp_path):
    pdf = linter.lint(str(SAMPLES / "linkedin-pdf" / "engineer-mistakes-en.pdf"))
    text = (SAMPLES / "text" / "engineer-mistakes-en.txt").read_text(encoding="utf-8")
    assert "I has a soft spot" in text
    later = tmp_path / "Profile (7).txt"
    later.write_text(text.replace("I has a soft spot", "I have a soft spot"), encoding="utf-8")
    before, after = prints(pdf), prints(linter.lint(str(later)))
    gone = {before[mark] for mark in before.keys() - after.keys()}
    # Of lists the two know more and less.
    assert gone - {("mixed-bullets", "-")} == {("verb-agreement", "has")}
    assert {after[mark][0] for mark in after.keys() - before.keys()} <= {"mixed-bullets"}


def test_formats_agree_on_one_person(linter):
    pdf = prints(linter.lint(str(SAMPLES / "linkedin-pdf" / "engineer-mistakes-en.pdf")))
    archive = prints(linter.lint(str(SAMPLES / "linkedin-archive" / "engineer-mistakes-en.zip")))
    shared = pdf.keys() & archive.keys()
    assert len(shared) >= len(pdf) - 3, [pdf[mark] for mark in pdf.keys() - shared]


# Equal mistakes.


def test_equal_mistakes_are_counted(linter):
    def of(about):
        report = linter.lint({"name": "Ada", "about": about})
        return [f.fingerprint for f in report.findings if f.text == "recieve"]

    three = of("I recieve it. They recieve it. You recieve it.")
    assert len(set(three)) == 3
    # Whichever is mended, what is left is the first and the second.
    assert of("I receive it. They recieve it. You recieve it.") == three[:2]
    assert of("I recieve it. They recieve it. You receive it.") == three[:2]
    assert of("We say that I recieve it.") == three[:1]


def test_equal_mistakes_in_two_fields_are_two(linter):
    report = linter.lint(
        {
            "name": "Ada",
            "about": "I recieve it.",
            "positions": [
                {"company": "Acme", "title": "Cook", "description": "I recieve it."},
                {"company": "Acme", "title": "Baker", "description": "I recieve it."},
                {"company": "Bell", "title": "Cook", "description": "I recieve it."},
            ],
        }
    )
    marks = {f.fingerprint for f in report.findings if f.text == "recieve"}
    assert len(marks) == 4


def test_a_field_too_long_stays_so_whatever_is_edited_in_it(linter):
    long = "I build depots for tea. " * 130
    found = [
        {f.fingerprint for f in linter.lint({"name": "Ada", "about": text}).findings}
        for text in (long, "Once more: " + long, long + "And that is that.")
    ]
    rules = {f.rule for f in linter.lint({"name": "Ada", "about": long}).findings}
    assert "about-too-long" in rules
    assert found[0] == found[1] == found[2]


def test_private_data_is_not_in_the_fingerprint(linter):
    one, two = (
        {f.fingerprint for f in linter.lint({"name": "Ada", "about": text}).findings}
        for text in ("Born on 12 May 1990, I build.", "Born on 13 June 1991, I build.")
    )
    assert one == two


def test_what_is_shown_on_demand_only_is_counted_last(linter):
    document = load({"name": "Ada", "about": "I recieve it. They recieve it."})
    first, second = (f for f in linter.check(document).findings if f.text == "recieve")
    shaky = replace(first, confidence=Confidence.LOW)
    (alone,) = numbered([second], document)
    both = {f.start: f.fingerprint for f in numbered([shaky, second], document)}
    assert both[second.start] == alone.fingerprint != both[first.start]


# Any order, any edit.

PIECES = (
    "I recieve goods.",
    "The the plan.",
    "We use Github , daily.",
    "I has a plan.",
    "Led a team of 4 people.",
    "Responsible for managment.",
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join)
ROLES = st.lists(
    st.fixed_dictionaries(
        {
            "company": st.sampled_from(["Acme", "Bell", "Corvin"]),
            "title": st.sampled_from(["Enginer", "Cook", "Baker at Github"]),
            "description": TEXTS,
        }
    ),
    min_size=1,
    max_size=4,
)


def of_text(linter, data):
    document = Document(Profile.model_validate(data), "profile", SourceMap("me.json"))
    return {
        f.fingerprint: f.pointer
        for f in linter.check(document).findings
        if f.category == "proofing"
    }


@settings(max_examples=25, deadline=None)
@given(roles=ROLES, random=st.randoms(use_true_random=False))
def test_no_order_of_the_entries_changes_the_set(linter, roles, random):
    shuffled = random.sample(roles, len(roles))
    first, second = (of_text(linter, {"name": "Ada", "positions": p}) for p in (roles, shuffled))
    assert first.keys() == second.keys()


@settings(max_examples=25, deadline=None)
@given(roles=ROLES, about=TEXTS, new=TEXTS, data=st.data())
def test_an_edit_changes_the_fingerprints_of_its_field_only(linter, roles, about, new, data):
    profile = {"name": "Ada", "about": about, "positions": roles}
    at = data.draw(st.integers(-1, len(roles) - 1))
    field = "about" if at < 0 else data.draw(st.sampled_from(["description", "title"]))
    edited = copy.deepcopy(profile)
    (edited if at < 0 else edited["positions"][at])[field] = new
    before, after = of_text(linter, profile), of_text(linter, edited)
    # Roles at one employer are one place, so it is the number of its mistakes that changes.
    company = roles[at]["company"]
    places = {"/about"}
    if at >= 0:
        places = {
            f"/positions/{i}/{field}" for i, role in enumerate(roles) if role["company"] == company
        }
    for one, other in ((before, after), (after, before)):
        assert {one[mark] for mark in one.keys() - other.keys()} <= places


def test_seeded_orders_of_a_sample(linter, resume, tmp_path):
    first = prints(linter.lint(str(RESUME)))
    for seed in range(3):
        data = copy.deepcopy(resume)
        for name in ("work", "education", "skills", "certificates", "languages"):
            random.Random(seed).shuffle(data.get(name, []))
        assert first.items() <= prints(linted(linter, tmp_path, data)).items()
