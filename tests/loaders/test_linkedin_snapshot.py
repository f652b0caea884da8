import json
import pickle
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profilelint.document import Document
from profilelint.errors import InputError
from profilelint.fields import fields
from profilelint.loaders import linkedin_snapshot
from profilelint.loaders.reading import read_source
from profilelint.loaders.source import Limits, Source

from .truth import compare

SAMPLES = Path(__file__).parents[1] / "samples" / "linkedin-snapshot"
FILES = sorted(SAMPLES.glob("*.json"))
END = {"message": "No data found for this memberId", "status": 404}


def load(path) -> Document:
    source = read_source(str(path), Limits())
    assert linkedin_snapshot.sniff(source)
    return linkedin_snapshot.load(source)


def element(domain, *rows):
    return {"snapshotDomain": domain, "snapshotData": list(rows)}


def of(value) -> Document:
    return linkedin_snapshot.load(Source("snapshot.json", json.dumps(value, indent=1).encode()))


PROFILE = element("PROFILE", {"First Name": "Ada", "Last Name": "Example", "Headline": "Engineer"})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_sample_says_what_the_person_typed(path):
    wrong, score = compare(path.stem, load(path).profile, "linkedin-snapshot")
    for field, (right, all_) in sorted(score.items()):
        print(f"{path.stem} {field}: {right}/{all_}")  # noqa: T201
    assert wrong == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_leads_to_the_same_word_and_its_pointer(path):
    document = load(path)
    lines = path.read_text("utf-8").split("\n")
    targets = ("name", "headline", "about", "positions.description", "skills.name", "honors.name",
               "contact.emails", "contact.websites", "invitations.text", "groups")  # fmt: skip
    checked = 0
    for target in targets:
        for field in fields(document.profile, target):
            for word in re.finditer(r'[^\s"\\]+', field.text):
                place = document.locate(field.pointer, *word.span())
                assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == word[0]
                assert place.pointer.startswith("/")
                checked += 1
    assert checked > 100


def test_a_domain_that_is_there_is_empty_and_another_is_unknown():
    document = load(SAMPLES / "nurse-clean-en.json")
    carries = document.carries
    assert carries.why_not("projects") == "this snapshot has no page of PROJECTS"
    for need in ("photo", "line-breaks", "education.field", "public_url", "invitations"):
        assert carries.why_not(need)
    for need in ("skills", "education", "honors", "about", "industry", "contact.phones"):
        assert carries.why_not(need) is None
    empty = of([{"elements": [PROFILE, element("PROJECTS")]}, END])
    assert empty.carries.why_not("projects") is None
    assert empty.locate("/projects").pointer == "/0/elements/1/snapshotData"
    assert empty.locate("/about").pointer == "/0/elements/0/snapshotData/0"
    assert empty.locate("/languages").pointer == ""


def test_the_invitations_and_groups_of_the_sample():
    profile = load(SAMPLES / "operations-grouped-en.json").profile
    assert profile.public_url == "https://www.linkedin.com/in/priyankavossberg"
    assert [(one.recipient, one.date, bool(one.text)) for one in profile.invitations] == [
        ("Una Kestrelmoor", "2026-10-05", True), ("Bram Everhollow", "2026-10-06", False),
    ]  # fmt: skip
    assert profile.groups == ("Cold Chain Europe",)
    assert profile.connections_count == 1


@pytest.mark.parametrize(
    "value",
    [
        {"elements": [PROFILE]},
        [{"elements": [PROFILE]}, END],
        [{"paging": {}, "elements": [PROFILE]}, {"elements": []}],
        [PROFILE],
        PROFILE,
    ],
)
def test_pages_in_every_wrapping(value):
    source = Source("x.json", json.dumps(value).encode())
    assert linkedin_snapshot.sniff(source)
    assert linkedin_snapshot.load(source).profile.name == "Ada Example"
    if isinstance(value, dict):
        tree = Source("<dict>", tree=value)
        assert linkedin_snapshot.sniff(tree)
        assert linkedin_snapshot.load(tree).profile.name == "Ada Example"


def test_pages_of_one_domain_go_on():
    pages = [{"elements": [element("SKILLS", {"Name": name})]} for name in ("R", "SQL")]
    assert [skill.name for skill in of([*pages, END]).profile.skills] == ["R", "SQL"]


def test_unknown_domains_and_keys_are_named_and_private_ones_are_not_read():
    document = of([
        element("SKILLS", {"Name": "R", "Level": 9, "Empty": None}, {"Name": ""}, {}),
        element("INBOX", {"CONTENT": "secret"}),
        element("HOROSCOPE", {"Sign": "secret"}),
        element("COURSES", {"Name": "Maths", "Number": 402}),
    ])  # fmt: skip
    assert {(one.text, one.location.pointer) for one in document.unplaced} == {
        ("HOROSCOPE", "/2"),
        ("Level", "/0/snapshotData/0/Level"),
    }
    assert document.profile.courses[0].number == "402"
    assert "secret" not in repr(document)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (END, "no data of a member"),
        ([END], "no data of a member"),
        ([], "no data of a member"),
        ("snapshotData", "should be a page of data"),
        ([3], "x.json:1:2: /0 should be a page of data, not the number 3"),
        ({"elements": 3}, "/elements should be a list"),
        ({"elements": [3]}, "/elements/0 should be an object"),
        ({"elements": [{"snapshotData": []}]}, "“snapshotDomain”"),
        ([element("SKILLS") | {"snapshotData": {}}], "should be a list of rows, not an object"),
        ([element("SKILLS", "R")], "/0/snapshotData/0 should be an object, not a text"),
    ],
)
def test_what_is_no_snapshot_is_said_with_its_place(value, problem):
    with pytest.raises(InputError, match=re.escape(problem)):
        linkedin_snapshot.load(Source("x.json", json.dumps(value).encode()))


def test_other_files_are_not_claimed():
    for data in (b"", b"{}", b'{"basics": {}}', b"%PDF", b"PK\x03\x04", b'"snapshotData"'):
        assert not linkedin_snapshot.sniff(Source("x", data))
    assert not linkedin_snapshot.sniff(Source("<dict>", tree={"elements": ["snapshotData"]}))


def test_a_document_of_a_snapshot_can_be_pickled():
    document = load(FILES[0])
    again = pickle.loads(pickle.dumps(document))
    assert again.locate("/about", 4, 9) == document.locate("/about", 4, 9)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["elements", "snapshotData", "snapshotDomain", "Name", "Title"]), inner,
        max_size=3,
    ),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=200)
@given(st.sampled_from(["PROFILE", "SKILLS", "POSITIONS", "INVITATIONS", "X"]), JSON, JSON)
def test_any_value_is_a_document_or_an_input_error(domain, data, other):
    for value in (other, [{"elements": [{"snapshotDomain": domain, "snapshotData": data}]}]):
        with suppress(InputError):
            assert isinstance(of(value), Document)


@settings(max_examples=100)
@given(st.data())
def test_a_mutated_snapshot_is_a_document_or_an_input_error(data):
    text = bytearray(FILES[0].read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    source = Source("x.json", bytes(text))
    linkedin_snapshot.sniff(source)
    with suppress(InputError):
        assert isinstance(linkedin_snapshot.load(source), Document)
