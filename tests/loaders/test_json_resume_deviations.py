"""What people write into a JSON Resume against its schema, as measured on public files."""

import copy
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from profilelint.loaders import load

SAMPLES = Path(__file__).parents[1] / "samples"
FILES = sorted((SAMPLES / "json-resume").glob("*.json"))


def resume(**keys):
    return load({"basics": {"name": "Ada"}, **keys}, format_in="json-resume")


def at(source, document, pointer, words):
    """What the source has where the words of a field are said to stand."""
    from profilelint.fields import text_at

    text = text_at(document.profile, pointer)
    start = text.index(words)
    place = document.locate(pointer, start, start + len(words))
    lines = source.split("\n")
    assert place.line == place.end_line
    return lines[place.line - 1][place.column - 1 : place.end_column - 1]


def test_the_language_is_the_one_that_most_values_have():
    document = load(
        {
            "basics": {
                "name": "Ada",
                "label": {"en": "Engineer", "fr": "Ingénieure"},
                "fr_summary": "Bonjour",
                "en_summary": "Hello",
            },
            "work": [{"name": "X", "summary": {"fr-FR": "Dirigé"}, "highlights": {"en": ["Led"]}}],
            "skills": [{"name": {"fr": "Droit", "en": "Law"}}],
        }
    )
    profile = document.profile
    assert (profile.headline, profile.about) == ("Engineer", "Hello")
    assert profile.positions[0].description == "• Led"
    assert profile.skills[0].name == "Law"
    assert {one.text for one in document.unplaced} == {"Ingénieure", "Bonjour", "Dirigé", "Droit"}
    assert {one.reason for one in document.unplaced} == {
        "one language is checked at a time, and most of this resume is in “en”"
    }
    assert document.locate("/headline", 0, 3).pointer == "/basics/label/en"
    assert document.locate("/about", 0, 3).pointer == "/basics/en_summary"
    point = document.locate("/positions/0/description", 2, 5).pointer
    assert point == "/work/0/highlights/en/0"
    assert document.locate("/skills/0/name", 0, 3).pointer == "/skills/0/name/en"


def test_another_language_wins_by_number_and_english_wins_a_tie():
    french = load({"basics": {"label": {"en": "A", "fr": "B"}, "summary_fr": "Bonjour"}})
    assert (french.profile.headline, french.profile.about) == ("B", "Bonjour")
    tie = load({"basics": {"label": {"fr": "B", "en": "A"}}})
    assert tie.profile.headline == "A"
    beside = load({"basics": {"summary": "Hi", "en_summary": "Hello"}})
    assert beside.profile.about == "Hi"
    assert [(one.text, one.reason) for one in beside.unplaced] == [
        ("Hello", "“summary” stands beside it")
    ]


def test_keys_padded_with_spaces_and_lists_under_other_names():
    padded = "highlights" + " " * 150
    document = load(
        {
            " basics ": {"name": "Ada"},
            "experiences": [{"company": "A", padded: ["Led"]}],
            "internship": [{"company": "B", "startDate": "2019", "endDate": "2020"}],
            "certifications": [{"name": "CKA"}],
            "work": [],
        },
        format_in="json-resume",
    )
    assert [one.company for one in document.profile.positions] == ["A", "B"]
    assert document.profile.certifications[0].name == "CKA"
    assert document.locate("/name", 0, 1).pointer == "/ basics /name"
    led = document.locate("/positions/0/description", 2, 4).pointer
    assert led == f"/experiences/0/{padded}/0"
    assert document.locate("/positions/1/company", 0, 1).pointer == "/internship/0/company"
    assert document.locate("/positions").pointer == "/experiences"
    assert not document.unplaced


def test_lists_under_two_names_are_one():
    document = resume(work=[{"name": "A"}], internship=[{"name": "B"}, {"name": "C"}])
    assert [one.company for one in document.profile.positions] == ["A", "B", "C"]
    assert document.locate("/positions/2/company", 0, 1).pointer == "/internship/1/name"
    assert document.locate("/positions/2/title").pointer == "/internship/1"


def test_addresses_as_objects_and_a_location_as_a_text():
    document = load(
        {
            "basics": {
                "picture": {"url": "https://x.org/p.jpg", "size": 64},
                "url": {"label": "My site", "href": "https://ada.example.org"},
                "location": "Leeds, England",
            },
            "projects": [{"name": "P", "url": {"label": "", "href": ""}}],
        }
    )
    assert document.profile.photo == "https://x.org/p.jpg"
    assert document.profile.contact.websites == ("https://ada.example.org",)
    assert document.profile.location == "Leeds, England"
    assert document.profile.projects[0].url is None
    assert document.locate("/photo", 0, 3).pointer == "/basics/picture/url"
    assert [one.text for one in document.unplaced] == ["My site"]


def test_addresses_keep_their_marks_and_links_give_their_target():
    document = load(
        {
            "basics": {
                "url": "<https://x.org/*a*_b_>",
                "profiles": [
                    {"network": "LinkedIn", "url": "<span class='in'>linkedin.com/in/ada_x</span>"},
                    {"network": "GitHub", "url": '<a href="https://github.com/ada">ada</a>'},
                    {"network": "LinkedIn", "url": "https://linkedin.com/in/other"},
                ],
            },
            "projects": [{"name": "P", "url": "https://x.org/**a**?b=_c_"}],
            "certificates": [{"name": "C", "url": "[C](https://x.org/c_d_e)"}],
        }
    )
    profile = document.profile
    assert profile.public_url == "https://www.linkedin.com/in/ada_x"
    assert profile.contact.websites == (
        "https://x.org/*a*_b_", "https://github.com/ada", "https://linkedin.com/in/other",
    )  # fmt: skip
    assert profile.certifications[0].url == "https://x.org/c_d_e"
    assert profile.projects[0].url == "https://x.org/**a**?b=_c_"
    assert not document.unplaced


def test_roles_at_one_employer_share_its_place_and_leave_its_text():
    document = resume(
        work=[
            {
                "name": "A",
                "location": {"city": "Ulm"},
                "summary": "A bank",
                "positions": [{"position": "Lead"}, {"position": "Dev", "location": "Bonn"}],
            }
        ]
    )
    assert [one.location for one in document.profile.positions] == ["Ulm", "Bonn"]
    assert document.locate("/positions/0/location", 0, 3).pointer == "/work/0/location/city"
    assert [(one.text, one.reason) for one in document.unplaced] == [
        ("A bank", "LinkedIn has no text about an employer; put it into a role")
    ]


def test_whole_parts_in_several_languages():
    document = load({"basics": {"en": {"name": "Ada"}, "fr": {"name": "Adèle"}}})
    assert document.profile.name == "Ada"
    assert document.locate("/name", 0, 3).pointer == "/basics/en/name"
    assert document.unplaced[0].text == '{"name": "Adèle"}'


def test_reading_markup_ends_with_the_time():
    from profilelint.errors import InputError
    from profilelint.loaders.source import Limits

    with pytest.raises(InputError, match="took longer than"):
        load({"basics": {"summary": "<b>x</b>"}}, limits=Limits(seconds=-1))
    with pytest.raises(InputError, match="the text at /about has 270,000 characters"):
        load({"basics": {"summary": "<b>x</b> " * 30_000}})


def test_bare_texts_and_nested_roles_and_descriptions():
    document = resume(
        skills=["Rust", {"name": "Go"}],
        languages=["English"],
        interests=["Chess"],
        work=[{"name": "A", "description": "Ran it.", "positions": [{"position": "Lead"}]}],
        volunteer=[{"organization": "O", "description": "Helped."}],
    )
    assert [one.name for one in document.profile.skills] == ["Rust", "Go"]
    assert document.profile.languages[0].name == "English"
    assert document.profile.positions[0].company == "A"
    assert document.profile.volunteering[0].description == "Helped."
    assert {one.text for one in document.unplaced} == {'["Chess"]', "Ran it."}
    assert load({"basics": {"description": "Hi"}}).profile.about == "Hi"


MARKED_UP = """{
 "basics": {
  "name": "Ada",
  "label": "**Lead** engineer at [Acme](https://acme.example.com)",
  "summary": "<p>I <b>ran R&amp;D</b>.</p><ul><li>Cut costs</li><li>\\u201cit\\u201d</li></ul>"
 },
 "work": [
  {"name": "Acme", "highlights": ["Used *lean* methods on snake_case", "- C# and <3"]}
 ]
}"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_markup_is_read_as_text_whose_places_are_right(newline):
    document = load(MARKED_UP.replace("\n", newline).encode())
    profile = document.profile
    assert profile.headline == "Lead engineer at Acme"
    assert profile.about == "I ran R&D.\n\n• Cut costs\n• “it”"
    assert profile.positions[0].description == "• Used lean methods on snake_case\n- C# and <3"
    for pointer, words, expected in (
        ("/headline", "engineer", "engineer"),
        ("/headline", "Acme", "Acme"),
        ("/about", "&", "&amp;"),
        ("/about", "R&D", "R&amp;D"),
        ("/about", "costs", "costs"),
        ("/about", "“it”", "\\u201cit\\u201d"),
        ("/positions/0/description", "lean methods", "lean* methods"),
        ("/positions/0/description", "snake_case", "snake_case"),
        ("/positions/0/description", "C# and <3", "C# and <3"),
    ):
        assert at(MARKED_UP, document, pointer, words) == expected


def test_places_are_right_in_yaml_too():
    source = yaml.safe_dump(json.loads(MARKED_UP), allow_unicode=True, width=10_000)
    document = load(source.encode())
    assert at(source, document, "/headline", "engineer") == "engineer"
    assert at(source, document, "/about", "&") == "&amp;"
    assert at(source, document, "/about", "costs") == "costs"


def test_markup_that_says_nothing_is_absent():
    document = load({"basics": {"summary": "<p></p>", "label": "<br>"}, "skills": ["<b></b>", "R"]})
    assert (document.profile.about, document.profile.headline) == (None, None)
    assert [one.name for one in document.profile.skills] == ["R"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@given(data=st.data())
def test_a_person_is_the_same_in_any_of_these_forms(path, data):
    said = json.loads(path.read_text("utf-8"))
    written = deviate(copy.deepcopy(said), data.draw)
    document = load(written, format_in="json-resume")
    assert document.profile == load(path).profile
    assert len(document.unplaced) >= len(load(path).unplaced)


def deviate(said, draw):
    basics = said["basics"]
    if draw(st.booleans()):
        basics["en_summary"] = basics.pop("summary")
    else:
        basics["summary"] = "<p>" + basics["summary"].replace("\n", "<br>") + "</p>"
    basics["label"] = draw(
        st.sampled_from([{"en": basics["label"], "fr": "x"}, f"**{basics['label']}**"])
    )
    key = "url" if "url" in basics else "website"
    basics[key] = {"href": basics[key], "label": ""}
    if draw(st.booleans()):
        said[draw(st.sampled_from(["works", "experiences", "internship"]))] = said.pop("work")
    else:
        for entry in said["work"]:
            if "summary" in entry:
                entry["  description "] = entry.pop("summary")
            entry["highlights"] = [f"*{point}*" for point in entry.get("highlights", [])]
    said["languages"] = [
        {"language": {"en": one["language"]}, "fluency": one["fluency"]}
        for one in said["languages"]
    ]
    return said
