import json
import pickle
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from profilelint.errors import InputError, ManyProfiles
from profilelint.loaders import load, native
from profilelint.loaders.source import Source
from profilelint.profile import PartialDate, Profile

ADA = {
    "name": "Ada Lovelace",
    "headline": "Engineer | engines",
    "about": "I write notes.\n\nLong ones.",
    "contact": {"emails": ["ada@example.org"]},
    "positions": [
        {"company": "Babbage & Co", "title": "Analyst", "start": "1842-02", "current": True,
         "description": "• Wrote note G\n• Chéck it"},
    ],
    "skills": [{"name": "Analysis", "endorsements": 3}],
    "causes": ["Education"],
    "connections_count": 500,
}  # fmt: skip


def layouts():
    yield json.dumps(ADA)
    yield json.dumps(ADA, indent=2, ensure_ascii=False).replace("\n", "\r\n")
    yield yaml.safe_dump(ADA, allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize("source", list(layouts()))
def test_json_and_yaml_are_the_model_with_the_places_of_its_texts(source):
    document = load(source.encode())
    assert document.format == "profile"
    assert document.profile == Profile.model_validate(ADA)
    assert document.carries.why_not("connections_count") is None
    assert document.carries.why_not("photo")
    pointer = "/positions/0/description"
    text = document.profile.positions[0].description
    location = document.locate(pointer, text.index("note"), text.index("note") + 4)
    line = source.replace("\r\n", "\n").split("\n")[location.line - 1]
    assert line[location.column - 1 : location.end_column - 1] == "note"
    assert location.pointer == pointer
    assert document.locate("/positions/0/location").pointer == "/positions/0"
    assert pickle.loads(pickle.dumps(document)).locate(pointer, 0, 3) == document.locate(
        pointer, 0, 3
    )


def test_what_a_profile_writes_it_reads():
    profile = Profile.model_validate(ADA)
    assert load(profile.model_dump_json().encode()).profile == profile
    assert load(profile.model_dump(mode="json")).profile == profile
    assert load(yaml.safe_dump(profile.model_dump(mode="json")).encode()).profile == profile


def test_people_write_years_bare_leave_fields_empty_and_comment_them_out():
    document = load(
        b"""\
$schema: https://example.org/profile.json
meta:
  lastModified: 2026-11-02
name: Ada
headline:
about: ""
_old: x
skills:
positions:
- title: Analyst
  start: 2019
  end: ""
  _note: left out
"""
    )
    assert document.now == date(2026, 11, 2)
    assert document.profile == Profile.model_validate(
        {"name": "Ada", "positions": [{"title": "Analyst", "start": PartialDate(2019)}]}
    )
    assert document.locate("/headline").line == 5


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            '{"name": "A",\n "headlin": "x"}',
            "p:2:13: /headlin is no field of a profile; did you mean “headline”?",
        ),
        (
            '{"name": "A", "positions": [{"titel": "x"}]}',
            "/positions/0/titel is no field of a profile; did you mean “title”?",
        ),
        (
            '{"name": "A", "contact": {"e_mail": "x"}}',
            "/contact/e_mail is no field of a profile; did you mean “emails”?",
        ),
        ('{"name": "A", "about": "x", "qqq": 1}', "known are "),
        ('{"name": 3}', "/name should be a text, not the number 3; put it in quotes"),
        ('{"name": ["x"]}', "/name should be a text, not a list"),
        ('{"positions": {}}', "/positions should be a list, not an object; write a list here"),
        (
            '{"skills": ["Python"]}',
            '/skills/0 should be an object, not “Python”; give its fields, such as {"name": "…"}',
        ),
        ('{"skills": [{}]}', "p:1:13: /skills/0 has no name; add it"),
        (
            '{"positions": [{"start": "May 2020"}]}',
            "should be a date, YYYY or YYYY-MM, not “May 2020”",
        ),
        ('{"positions": [{"current": "perhaps"}]}', "should be true or false, not “perhaps”"),
        (
            '{"connections_count": "many"}',
            "/connections_count should be a whole number, not “many”",
        ),
        ('{"connections_count": 1.5}', "should be a whole number, not the number 1.5"),
        ('{"connections_count": NaN}', "/connections_count is not right"),
        ('{"name": "A", "meta": {"lastModified": "May"}}', "/meta/lastModified should be a day"),
        ("{", "the text ends too early"),
        ('{name: "x"}', "a key is expected here"),
        ("[]", "should be an object with the profile's fields, not a list"),
    ],
)
def test_what_is_wrong_is_named_with_line_pointer_and_advice(source, message):
    with pytest.raises(InputError) as caught:
        native.load(Source("p", source.encode()))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_many_people_are_not_one():
    with pytest.raises(ManyProfiles, match="a list of 2 profiles"):
        load(b'[{"name": "A", "headline": "x"}, {"name": "B", "headline": "y"}]')
    one = load(b'[{"name": "A", "headline": "xy"}]')
    assert one.profile.name == "A"
    assert one.locate("/headline", 0, 1).pointer == "/0/headline"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"name": "A"}, True),
        ({"name": "A", "headlin": "x", "about": "y"}, True),
        ({"fullName": "A", "publicIdentifier": "a", "positions": []}, False),
        ({}, False),
        (b'{"$schema": "x", "headline": "x"', True),
        (b'{"name": "left-pad", "version": "1", "main": "x"}', False),
        (b"headline: x\nabout: y\n", True),
        (b"  {", True),
        (b"Contact\nAda\nSummary\nAbout: me", False),
        (b"PK\x03\x04", False),
    ],
)
def test_sniff(data, expected):
    source = Source("x", tree=data) if isinstance(data, dict) else Source("x", data)
    assert native.sniff(source) is expected


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*Profile.model_fields, "title", "start", "zz"]), inner, max_size=5
        )
    ),
    max_leaves=15,
)


@given(st.dictionaries(st.sampled_from([*Profile.model_fields, "meta"]), VALUES, max_size=6))
def test_any_values_give_a_document_or_an_input_error(value):
    for source in (value, json.dumps(value).encode()):
        try:
            document = load(source, format_in="profile")
        except InputError:
            continue
        for pointer in document.source_map.pointers():
            document.locate(pointer)
