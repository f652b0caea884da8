"""Text pasted from the profile page, against the truth of the people it is about."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profilelint.document import Document
from profilelint.errors import InputError
from profilelint.fields import text_at
from profilelint.loaders import Limits, Source, linkedin_text, pasted_text
from profilelint.loaders.page.lines import is_page

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(path.name for path in (SAMPLES / "pasted-text").glob("*.txt"))

# What a pasted page cannot hold: the contact info is a page of its own, and so is the address.
NOT_ON_THE_PAGE = {"public_url", "address", "emails", "phones", "websites", "patents"}


def sample(name: str) -> Document:
    return pasted_text.load(Source(name, (SAMPLES / "pasted-text" / name).read_bytes()))


def as_truth(document: Document) -> dict[str, Any]:
    """The profile in the form of the truth files."""
    profile = document.profile.model_dump(mode="json")
    found = {key: profile[key] for key in ("name", "headline", "location", "languages")}
    found["summary"] = profile["about"]
    found["top_skills"] = [skill["name"] for skill in profile["skills"]]
    for key in ("certifications", "honors", "publications"):
        found[key] = [entry["name"] for entry in profile[key]]
    keys = ("company", "title", "start", "end", "location", "description")
    found["positions"] = [{key: entry[key] for key in keys} for entry in profile["positions"]]
    found["education"] = [
        {
            "school": entry["school"],
            "degree": ", ".join(filter(None, [entry["degree"], entry["field"]])) or None,
            "start": entry["start"],
            "end": entry["end"],
        }
        for entry in profile["education"]
    ]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_field_that_the_page_shows(name):
    path = SAMPLES / "linkedin-pdf" / f"{name.removesuffix('.txt')}.truth.json"
    truth = json.loads(path.read_text(encoding="utf-8"))
    found = as_truth(sample(name))
    assert truth.keys() - found.keys() == NOT_ON_THE_PAGE
    for key, value in found.items():
        assert value == truth[key], key


@pytest.mark.parametrize("name", NAMES)
def test_sniffed_and_described(name):
    source = Source(name, (SAMPLES / "pasted-text" / name).read_bytes())
    assert pasted_text.sniff(source)
    assert not linkedin_text.sniff(source)
    document = sample(name)
    assert document.format == "pasted-text"
    assert document.profile.connections_count == 500
    assert document.carries.why_not("line-breaks") is None
    assert document.carries.why_not("photo")
    assert "no section for projects" in (document.carries.why_not("projects") or "")
    assert document.carries.why_not("skills.all") == (
        "the profile page shows only the first of the skills"
    )
    assert all(role.employment_type for role in document.profile.positions)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_page_adds_is_in_no_text(name):
    profile = sample(name).profile
    said = json.dumps(profile.model_dump(mode="json"), ensure_ascii=False)
    for added in ("…", "logo", "Logo", "Contact info", "followers", "Show "):
        assert added not in said


@pytest.mark.parametrize("name", NAMES)
def test_places_hold_the_text(name):
    lines = (SAMPLES / "pasted-text" / name).read_text(encoding="utf-8").split("\n")
    document = sample(name)
    for pointer in document.source_map.pointers():
        text = text_at(document.profile, pointer)
        if pointer.endswith("/proficiency"):
            continue
        for word in re.finditer(r"\S+", text or ""):
            location = document.locate(pointer, *word.span())
            line = lines[location.line - 1]
            assert line[location.column - 1 : location.end_column - 1] == word[0]


@pytest.mark.parametrize(
    "path",
    sorted([*(SAMPLES / "text").glob("*.txt"), *(SAMPLES / "text-mixed").glob("*.txt")]),
    ids=lambda path: path.name,
)
def test_the_text_of_a_pdf_is_left_to_its_loader(path):
    source = Source(path.name, path.read_bytes())
    assert not pasted_text.sniff(source)
    assert linkedin_text.sniff(source)


# Parts of a page.

PAGE = """Ada Quill
Analyst | Numbers
Leeds, England, United Kingdom
Contact info
linkedin.com/in/ada-quill
123 connections

About
I count things.

Twice.
…see more
Top skills
SQL • Excel

Experience
Analyst
Acme · Full-time
Mar 2020 - Present · 3 yrs 2 mos
Leeds, England · Hybrid
Counts things.
Clerk
Bit Ltd
Jan 2018 - Feb 2020 · 2 yrs 2 mos

Education
York College
BA, History
2010 - 2014
Grade: First

Projects
A counter
Jan 2021 - Mar 2021
Counts to ten.

Volunteering
Helper
The Shelter
Jan 2019 - Present · 5 yrs
Serves soup.

Recommendations
Bo Example
Director at Acme
January 5, 2024, Bo managed Ada directly
Ada counts well.
"""


def test_a_page_without_twins_and_logos():
    document = pasted_text.load(Source("x.txt", PAGE.encode()))
    profile = document.profile
    assert profile.public_url == "https://www.linkedin.com/in/ada-quill"
    slug = document.locate("/public_url", 28, 31)
    assert (slug.line, slug.column, slug.end_column) == (5, 17, 20)
    assert profile.location == "Leeds, England, United Kingdom"
    assert profile.connections_count == 123
    assert profile.about == "I count things.\n\nTwice."
    assert [skill.name for skill in profile.skills] == ["SQL", "Excel"]
    roles = [(r.company, r.title, r.location, r.description, r.current) for r in profile.positions]
    assert roles == [
        ("Acme", "Analyst", "Leeds, England", "Counts things.", True),
        ("Bit Ltd", "Clerk", None, None, False),
    ]
    school = profile.education[0]
    assert (school.degree, school.field, school.description) == ("BA", "History", "Grade: First")
    assert (profile.projects[0].name, profile.projects[0].description) == (
        "A counter",
        "Counts to ten.",
    )
    role = profile.volunteering[0]
    assert (role.title, role.company, role.current) == ("Helper", "The Shelter", True)
    praise = profile.recommendations[0]
    assert (praise.name, praise.title, praise.text) == (
        "Bo Example",
        "Director at Acme",
        "Ada counts well.",
    )


def test_only_one_section():
    text = "Experience\nExperience\n" + PAGE.partition("Experience\n")[2].partition("\nEdu")[0]
    source = Source("x.txt", text.encode())
    document = pasted_text.load(source)
    assert [role.title for role in document.profile.positions] == ["Analyst", "Clerk"]
    assert "may not be copied" in (document.carries.why_not("about") or "")
    assert document.carries.why_not("headline")


def test_the_word_of_a_heading_within_a_text():
    text = PAGE.replace("Counts things.", "Counts things.\nSkills\nin use")
    profile = pasted_text.load(Source("x.txt", text.encode())).profile
    assert profile.positions[0].description == "Counts things.\nSkills\nin use"


def test_a_text_that_the_page_repeats_in_the_same_line():
    text = PAGE.replace("Counts things.", "Counts many things.Counts many things.")
    profile = pasted_text.load(Source("x.txt", text.encode())).profile
    assert profile.positions[0].description == "Counts many things."


@pytest.mark.parametrize("data", [b"", b"\n \n", b"a\0b"])
def test_refused(data):
    with pytest.raises(InputError) as caught:
        pasted_text.load(Source("x.txt", data))
    assert caught.value.hint


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"%PDF", b"Dear Ada,\nExperience matters.\n", b"About\nus", b"\xff\xfe\x00"],
)
def test_not_sniffed(data):
    assert not pasted_text.sniff(Source("x", data))
    assert not is_page([])


def test_too_slow():
    with pytest.raises(InputError, match="longer than"):
        pasted_text.load(Source("x", PAGE.encode(), limits=Limits(seconds=-1)))


def outcome(data: bytes) -> None:
    source = Source("x.txt", data)
    pasted_text.sniff(source)
    try:
        document = pasted_text.load(source)
    except InputError:
        return
    for pointer in document.source_map.pointers():
        document.locate(pointer, 0, 1)


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(
    name=st.sampled_from(NAMES),
    drop=st.sets(st.integers(0, 200), max_size=60),
    extra=st.lists(st.tuples(st.integers(0, 200), st.text(max_size=60)), max_size=6),
)
def test_mutations_give_a_document(name, drop, extra):
    lines = (SAMPLES / "pasted-text" / name).read_text(encoding="utf-8").split("\n")
    lines = [line for n, line in enumerate(lines) if n not in drop]
    for at, text in extra:
        lines.insert(at, text)
    outcome("\n".join(lines).encode("utf-8", "surrogatepass"))


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_an_error(data):
    outcome(data)


def test_long_texts_take_linear_time():
    outcome(("About\n" + "the same line\n" * 30_000).encode())
    outcome(("About\nExperience\n" + "a\nb\n" * 20_000).encode())
