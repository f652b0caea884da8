import copy
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilelint.document import Document
from profilelint.errors import InputError
from profilelint.fields import text_at
from profilelint.loaders import json_resume, reactive_resume
from profilelint.loaders.source import Source
from profilelint.profile import PartialDate

from .truth_json_resume import CANNOT, RESUMES, as_truth, differences, truth_of

SAMPLES = Path(__file__).parents[1] / "samples"
FILES = sorted((SAMPLES / "reactive-resume").glob("*.json"))
V3, V4, V5 = FILES


def read(source):
    if isinstance(source, Path):
        source = Source(source.name, source.read_bytes())
    elif isinstance(source, dict):
        source = Source("<dict>", tree=source)
    assert reactive_resume.sniff(source)
    return reactive_resume.load(source)


def v4(basics=None, **sections):
    sections = {
        name: value if isinstance(value, dict) else {"visible": True, "items": value}
        for name, value in sections.items()
    }
    return read({"basics": basics or {}, "sections": sections, "metadata": {}})


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.name)
def test_each_resume_says_the_persons_truth(path):
    loader = reactive_resume if path in FILES else json_resume
    document = loader.load(Source(path.name, path.read_bytes()))
    found = as_truth(document.profile)
    assert differences(truth_of(path), found) == set(CANNOT.get(path.name, {}))
    assert all(one.current == (one.end is None) for one in document.profile.positions)


def test_what_is_hidden_or_has_no_place_is_kept_aside():
    left = {path.name: [one.reason for one in read(path).unplaced] for path in FILES}
    no_interests = "LinkedIn has no list of interests to fill"
    assert left == {
        V3.name: [no_interests],
        V4.name: ["it is hidden in this resume", no_interests],
        V5.name: ["it is hidden in this resume", no_interests],
    }
    assert read(V4).unplaced[0].location.pointer == "/sections/experience/items/0"
    assert read(V3).now == date(2026, 11, 2)
    assert read(V4).now is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_word_leads_to_the_same_word_in_the_file(path):
    document = read(path)
    lines = path.read_text("utf-8").split("\n")
    for pointer in document.source_map.pointers():
        text = text_at(document.profile, pointer) or ""
        start = 0
        for word in text.split():
            start = text.index(word, start)
            place = document.locate(pointer, start, start + len(word))
            here = lines[place.line - 1][place.column - 1 : place.end_column - 1]
            if word.isalpha():
                assert here == word
            start += len(word)


def test_places_are_those_of_the_source():
    document = read(V5)
    for pointer, expected in (
        ("/headline", "/basics/headline"),
        ("/about", "/summary/content"),
        ("/positions/0/company", "/sections/experience/items/0/company"),
        ("/positions/1/title", "/sections/experience/items/0/roles/1/position"),
        ("/positions/1/start", "/sections/experience/items/0/roles/1/period"),
        ("/positions/1/location", "/sections/experience/items/0/location"),
        ("/positions/2/description", "/sections/experience/items/1/description"),
        ("/certifications/2/name", "/customSections/0/items/0/title"),
        ("/public_url", "/sections/profiles/items/0/website/url"),
        ("/positions", "/sections/experience/items"),
    ):
        assert document.locate(pointer).pointer == expected
    assert read(V4).locate("/positions/0/title").pointer == "/sections/experience/items/1/position"


@pytest.mark.parametrize(
    ("text", "start", "end", "current"),
    [
        ("Aug 2020 - Present", (2020, 8), None, True),
        ("August 2020 – heute", (2020, 8), None, True),
        ("2018-2020", (2018,), (2020,), False),
        ("2018-03 - 2020-04", (2018, 3), (2020, 4), False),
        ("03/2018 to 04/2020", (2018, 3), (2020, 4), False),
        ("2019", (2019,), (2019,), False),
        ("2019 -", (2019,), None, True),
        ("some summers", None, None, False),
        ("2019 - 20 or so", None, None, False),
    ],
)
def test_periods(text, start, end, current):
    document = v4(experience=[{"company": "A", "date": text}])
    (role,) = document.profile.positions
    assert role.start == (start and PartialDate(*start))
    assert role.end == (end and PartialDate(*end))
    assert role.current is current
    assert [one.text for one in document.unplaced] == ([text] if start is None else [])


def test_a_single_date_of_an_education_is_its_end():
    (school,) = v4(education=[{"institution": "S", "date": "2015"}]).profile.education
    assert (school.start, school.end) == (None, PartialDate(2015))


def test_pictures_addresses_and_fields_of_ones_own():
    document = v4(
        {
            "name": "Ada",
            "picture": {"url": "https://x.org/p.jpg", "effects": {"hidden": False}},
            "url": {"label": "Home", "href": "https://ada.example.org"},
            "customFields": [{"id": "1", "icon": "x", "name": "Born", "value": "in Ulm"}],
        },
        projects=[
            {"name": "P", "description": "Short", "summary": "<p>Long</p>", "url": {"href": "https://p.org"}}
        ],
        references=[{"name": "Bo", "description": "CEO", "summary": "<p>Great.</p>"}],
        skills=[{"name": "Law", "description": "Expert", "level": 5, "keywords": ["Tax"]}],
        custom={"abc": {"name": "Talks", "items": [{"id": "1", "name": "A talk"}]}},
    )  # fmt: skip
    profile = document.profile
    assert profile.photo == "https://x.org/p.jpg"
    assert profile.contact.websites == ("https://ada.example.org",)
    assert (profile.projects[0].description, profile.projects[0].url) == ("Long", "https://p.org")
    assert profile.recommendations[0].text == "Great."
    assert [one.name for one in profile.skills] == ["Law", "Tax"]
    assert {one.text for one in document.unplaced} == {
        "Home", "Born", "in Ulm", "Short", "CEO", "Expert", '{"id": "1", "name": "A talk"}',
    }  # fmt: skip
    hidden = v4({"picture": {"url": "https://x.org/p.jpg", "effects": {"hidden": True}}})
    assert hidden.profile.photo is None
    assert hidden.unplaced[0].reason == "it is hidden in this resume"


def test_a_hidden_summary_is_none():
    document = v4(summary={"visible": False, "content": "<p>Old</p>"})
    assert document.profile.about is None
    assert document.unplaced[0].text == "<p>Old</p>"


@pytest.mark.parametrize(
    ("sections", "message"),
    [
        ({"experience": {"items": {"a": 1}}}, "should be a list of objects, not an object"),
        ({"experience": {"items": ["x"]}}, "/sections/experience/items/0 should be an object"),
    ],
)
def test_wrong_types_say_where(sections, message):
    with pytest.raises(InputError, match=message):
        read({"basics": {}, "sections": sections})


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"basics": {}, "sections": {}}', True),
        (b'{"picture": {}, "basics": {}, "summary": {}, "sections": {', True),
        (b'{"basics": {}, "work": []}', False),
        (b'{"basics": {"sections": {}}}', False),
        (b"%PDF-1.4", False),
    ],
)
def test_sniff(data, expected):
    assert reactive_resume.sniff(Source("x", data)) is expected


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(st.sampled_from(FILES), st.data())
def test_a_damaged_file_gives_a_document_or_an_input_error(path, data):
    value = copy.deepcopy(json.loads(path.read_text("utf-8")))
    for _ in range(data.draw(st.integers(1, 3))):
        here = value
        while True:
            keys = list(here) if isinstance(here, dict) else list(range(len(here)))
            if not keys:
                break
            key = data.draw(st.sampled_from(keys))
            if isinstance(here[key], dict | list) and data.draw(st.integers(0, 4)):
                here = here[key]
                continue
            here[key] = data.draw(JUNK)
            break
    try:
        document = reactive_resume.load(Source("x.json", json.dumps(value).encode()))
    except InputError:
        return
    assert isinstance(document, Document)
    for pointer in document.source_map.pointers():
        document.locate(pointer, 0, len(text_at(document.profile, pointer) or ""))
