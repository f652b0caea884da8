import json
import pickle
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from profilelint.document import Document
from profilelint.errors import InputError, ManyProfiles
from profilelint.fields import text_at
from profilelint.loaders import json_resume, load
from profilelint.loaders.resume.loose_dates import read_date
from profilelint.loaders.source import Source
from profilelint.profile import PartialDate

SAMPLES = Path(__file__).parents[1] / "samples"
FILES = sorted((SAMPLES / "json-resume").glob("*.json"))
# The same person as a PDF says the same, but for what JSON Resume or this sample leaves out.
COUNTRIES = {"Germany": "Deutschland"}


def resume(**keys):
    return load({"basics": {"name": "Ada"}, **keys}, format_in="json-resume")


def truth_of(path):
    return json.loads(
        (SAMPLES / "linkedin-pdf" / f"{path.name.split('.')[0]}.truth.json").read_text("utf-8")
    )


def written(entry):
    """The description that the design asks for."""
    points = "\n".join(f"• {point}" for point in entry.get("highlights", []))
    return "\n\n".join(filter(None, [entry.get("summary"), points])) or None


def day(text):
    return None if text is None else PartialDate.parse(text[:7])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_sample_says_what_its_json_says(path):
    said = json.loads(path.read_text("utf-8"))
    basics, profile = said["basics"], load(path).profile
    assert profile.name == basics["name"]
    assert profile.headline == basics["label"]
    assert profile.about == basics["summary"]
    assert profile.contact.emails == (basics["email"],)
    assert profile.contact.phones == ((basics["phone"],) if "phone" in basics else ())
    assert profile.contact.websites == (basics.get("url") or basics["website"],)
    assert profile.photo == basics.get("picture")
    assert profile.public_url == basics["profiles"][0]["url"]
    for position, entry in zip(profile.positions, said["work"], strict=True):
        assert position.company == entry.get("name", entry.get("company"))
        assert position.title == entry["position"]
        assert position.location == entry.get("location")
        assert position.start == day(entry["startDate"])
        assert position.end == day(entry.get("endDate"))
        assert position.current == ("endDate" not in entry)
        assert position.description == written(entry)
    for school, entry in zip(profile.education, said["education"], strict=True):
        assert (school.school, school.degree, school.field) == (
            entry["institution"], entry["studyType"], entry["area"],
        )  # fmt: skip
        assert (school.start, school.end) == (day(entry["startDate"]), day(entry["endDate"]))
    assert [s.name for s in profile.skills] == [entry["name"] for entry in said["skills"]]
    assert [(one.name, one.proficiency) for one in profile.languages] == [
        (entry["language"], entry["fluency"]) for entry in said["languages"]
    ]
    for field, key, name in (
        ("certifications", "certificates", "name"),
        ("honors", "awards", "title"),
        ("publications", "publications", "name"),
    ):
        assert [one.name for one in getattr(profile, field)] == [
            entry[name] for entry in said.get(key, [])
        ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_sample_agrees_with_the_pdf_of_the_same_person(path):
    truth, profile = truth_of(path), load(path).profile
    assert profile.name == truth["name"]
    assert profile.headline == truth["headline"]
    assert profile.about == truth["summary"]
    assert profile.public_url == f"https://www.linkedin.com/in/{truth['public_url']}"
    country = (profile.location or "").rpartition(", ")[2]
    here = (profile.location or "").replace(country, COUNTRIES.get(country, country))
    assert truth["location"] in {here, profile.location}
    assert list(profile.contact.emails) == truth["emails"]
    assert list(profile.contact.phones) == truth["phones"]
    assert [s.name for s in profile.skills] == truth["top_skills"]
    assert [one.model_dump() for one in profile.languages] == truth["languages"]
    assert [one.name for one in profile.honors] == truth["honors"]
    assert [one.name for one in profile.publications] == truth["publications"]
    by_role = {(p["company"], p["title"], p["start"]): p for p in truth["positions"]}
    for position in profile.positions:
        true = by_role[position.company, position.title, position.start.iso]
        assert (position.end.iso if position.end else None) == true["end"]
        # One highlight of the engineer has another mark in the PDF, as the samples' README says.
        assert (position.description or "") == (true["description"] or "").replace("\n- ", "\n• ")
    for school, true in zip(profile.education, truth["education"], strict=True):
        assert school.school == true["school"]
        assert f"{school.degree}, {school.field}" == true["degree"]
        assert true["start"] in {school.start.iso, str(school.start.year)}


def test_the_version_0_sample_has_its_volunteering_and_its_leftovers():
    document = load(SAMPLES / "json-resume" / "operations-grouped-en.v0.json")
    (role,) = document.profile.volunteering
    assert (role.company, role.title) == (
        "Harbour Street Food Bank", "Volunteer Logistics Coordinator",
    )  # fmt: skip
    assert (role.start, role.end, role.current) == (day("2018-05"), day("2023-06"), False)
    assert {one.location.pointer.rpartition("/")[2] for one in document.unplaced} == {
        "website", "level",
    }  # fmt: skip
    assert document.now is None
    assert document.carries.why_not("photo") is None
    assert document.carries.why_not("industry") == "a JSON Resume has no industry"


def layouts(value):
    yield json.dumps(value)
    yield json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    yield json.dumps(value, indent=2, ensure_ascii=False)
    yield json.dumps(value, indent="\t").replace("\n", "\r\n")
    yield yaml.safe_dump(value, allow_unicode=True, width=10_000, sort_keys=False)
    yield yaml.safe_dump(value, default_style='"', width=60)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_of_every_description_leads_to_the_same_word_in_any_layout(path):
    for source in layouts(json.loads(path.read_text("utf-8"))):
        lines = source.replace("\r\n", "\n").split("\n")
        document = load(source.encode())
        assert document.format == "json-resume"
        for index, position in enumerate(document.profile.positions):
            text = position.description or ""
            pointer = f"/positions/{index}/description"
            start = 0
            for word in text.split():
                start = text.index(word, start)
                end = start + len(word)
                location = document.locate(pointer, start, end)
                here = lines[location.line - 1][location.column - 1 :]
                if word != "•" and word.isascii() and word.isalnum():
                    assert here.startswith(word)
                    assert location.end_column - location.column == len(word)
                start = end


def test_parts_of_a_description_lead_to_their_own_pointers_and_our_marks_to_none():
    document = load(
        b'{"basics": {},\n "work": [\n'
        b'  {"summary": "Ran it. ", "highlights": ["one", "", "- two"]}]}'
    )
    text = document.profile.positions[0].description
    assert text == "Ran it.\n\n• one\n- two"
    pointer = "/positions/0/description"
    assert document.locate(pointer, 0, 3).pointer == "/work/0/summary"
    one = document.locate(pointer, text.index("one"), text.index("one") + 3)
    assert (one.pointer, one.line, one.column, one.end_column) == (
        "/work/0/highlights/0", 3, 43, 46,
    )  # fmt: skip
    assert document.locate(pointer, text.index("two"), len(text)).pointer == "/work/0/highlights/2"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_segment_covers_a_mark_that_we_put_in(path):
    document = load(path)
    for index, position in enumerate(document.profile.positions):
        text = list(position.description or "")
        for segment in document.source_map._segments.get(f"/positions/{index}/description", ()):
            text[segment.start : segment.end] = [""] * (segment.end - segment.start)
        assert set(text) <= {"", "•", " ", "\n"}


def test_what_is_missing_stands_at_its_nearest_parent():
    document = load(b'{\n"basics": {\n"name": "Ada"},\n"work": [\n{"name": "X"}]}')
    for pointer, line, source_pointer in (
        ("/about", 2, "/basics"),
        ("/public_url", 2, "/basics"),
        ("/contact/emails", 2, "/basics"),
        ("/positions/0/description", 5, "/work/0"),
        ("/positions/0/location", 5, "/work/0"),
        ("/positions", 4, "/work"),
        ("/skills", 1, ""),
        ("/industry", 1, ""),
    ):
        location = document.locate(pointer)
        assert (location.line, location.pointer) == (line, source_pointer)


@pytest.mark.parametrize(
    ("profiles", "expected"),
    [
        ([{"network": "LinkedIn", "url": "https://de.linkedin.com/in/ada-l/?trk=x"}], "ada-l"),
        ([{"network": "linked-in", "username": "ada-l"}], "ada-l"),
        ([{"network": "LinkedIn", "username": "@ada-l", "url": ""}], "ada-l"),
        ([{"network": "LinkedIn", "username": "in/ada-l/"}], "ada-l"),
        ([{"network": "Work", "url": "http://linkedin.com/in/ada-l#x"}], "ada-l"),
        ([{"network": "LinkedIn", "url": "linkedin.com/in/jos%C3%A9"}], "josé"),
        ([{"network": "LinkedIn", "username": "linkedin.com/in/ada-l"}], "ada-l"),
        ([{"network": "GitHub", "url": "https://github.com/ada"}], None),
        ([{"network": "LinkedIn", "url": "https://www.linkedin.com/company/x"}], None),
        ([{"network": "LinkedIn", "username": "Ada L"}], None),
    ],
)
def test_the_address_of_the_profile(profiles, expected):
    document = load({"basics": {"profiles": profiles}})
    url = document.profile.public_url
    assert url == (None if expected is None else f"https://www.linkedin.com/in/{expected}")
    assert bool(document.unplaced) == ("Ada L" in str(profiles) or "company" in str(profiles))


def test_a_slug_leads_to_its_own_characters():
    source = b'{"basics": {"profiles": [{"network": "LinkedIn", "url": "https://linkedin.com/in/ada-1a2b"}]}}'
    document = load(source)
    url = document.profile.public_url
    location = document.locate("/public_url", url.index("-1a2b"), len(url))
    assert source[location.column - 1 : location.end_column - 1] == b"-1a2b"
    encoded = load({"basics": {"url": "linkedin.com/in/jos%C3%A9"}})
    assert encoded.profile.public_url == "https://www.linkedin.com/in/josé"
    assert encoded.locate("/public_url", 28, 32).pointer == "/basics/url"


def test_other_accounts_are_contact_info():
    contact = load(
        {
            "basics": {
                "url": "https://ada.example.org",
                "profiles": [
                    {"network": "GitHub", "username": "ada", "url": "https://github.com/ada"},
                    {"network": "X (Twitter)", "username": "ada"},
                    {"network": "Mastodon", "username": "@ada"},
                ],
                "location": {"address": "1 High Street", "postalCode": "N1", "city": "London"},
            }
        }
    )
    assert contact.profile.contact.websites == ("https://ada.example.org", "https://github.com/ada")
    assert contact.profile.contact.twitter == ("ada",)
    assert contact.profile.contact.address == "1 High Street"
    assert [one.text for one in contact.unplaced] == ["N1", "@ada"]


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (
            {"city": "Leeds", "region": "England", "countryCode": "GB"},
            "Leeds, England, United Kingdom",
        ),
        ({"city": "Paris", "countryCode": "fr"}, "Paris, France"),
        ({"countryCode": "Wales"}, "Wales"),
        ({"city": "Rome", "country": "Italy"}, "Rome, Italy"),
        ("Berlin, Germany", "Berlin, Germany"),
        ({}, None),
        (None, None),
    ],
)
def test_location(location, expected):
    document = load({"basics": {"location": location}})
    assert document.profile.location == expected
    assert document.locate("/location", 0, 3).pointer.startswith("/basics")


def test_a_role_may_have_a_place_as_an_object_and_roles_may_be_nested():
    document = resume(
        work=[
            {
                "company": "Acme",
                "positions": [
                    {"title": "Lead", "startDate": "2020", "location": {"city": "Ulm"}},
                    {"position": "Engineer", "startDate": "2018", "endDate": "2020"},
                ],
            }
        ]
    )
    lead, engineer = document.profile.positions
    assert (lead.company, lead.title, lead.location, lead.current) == ("Acme", "Lead", "Ulm", True)
    assert (engineer.company, engineer.title) == ("Acme", "Engineer")
    assert document.locate("/positions/1/description").pointer == "/work/0/positions/1"
    assert not document.unplaced


@pytest.mark.parametrize(
    ("end", "current"),
    [
        (..., True), (None, True), ("", True), ("Present", True), ("current", True), ("now", True),
        ("2021-05", False), ("2021", False), ("soonish", False),
    ],
)  # fmt: skip
def test_a_role_is_current_until_an_end_is_given(end, current):
    entry = {"name": "X", "startDate": "2020"} | ({} if end is ... else {"endDate": end})
    document = resume(work=[entry], volunteer=[entry])
    assert document.profile.positions[0].current is current
    assert document.profile.volunteering[0].current is current
    assert len(document.unplaced) == (2 if end == "soonish" else 0)
    assert not resume(work=[{"name": "X"}]).profile.positions[0].current


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2020-03-01", "2020-03"), ("2020-03", "2020-03"), ("2020", "2020"), (2020, "2020"),
        ("Mar 2020", "2020-03"), ("March 2020", "2020-03"), ("03/2020", "2020-03"),
        ("2020-3-01", "2020-03"), ("2020/03", "2020-03"), ("2020-03-01T00:00:00.000Z", "2020-03"),
        ("31.12.2020", "2020-12"), ("12/31/2020", "2020-12"), ("02/03/2020", "2020"),
        ("1 Mar 2020", "2020-03"), ("Sept. 2020", "2020-09"), ("March 1st, 2020", "2020-03"),
        ("März 2020", "2020-03"), (" 2020 ", "2020"),
        ("2020-13", None), ("0000", None), ("soon", None), (True, None), (1.5, None), ([], None),
    ],
)  # fmt: skip
def test_dates(text, iso):
    found = read_date(text)
    assert (found.iso if found else None) == iso


def test_skills_are_names_and_keywords_each_once():
    document = resume(
        skills=[
            {"name": "Web", "keywords": ["HTML", "SQL"]},
            {"name": "Data", "keywords": ["SQL", "sql"]},
            "Rust",
            {"name": "Web", "level": "Master"},
        ]
    )
    names = [skill.name for skill in document.profile.skills]
    assert names == ["Web", "HTML", "SQL", "Data", "sql", "Rust", "Web"]
    assert document.locate("/skills/2/name", 0, 3).pointer == "/skills/0/keywords/1"
    assert document.locate("/skills/5/name", 0, 3).pointer == "/skills/2"
    assert [one.text for one in document.unplaced] == ["Master"]


def test_every_other_section():
    document = resume(
        education=[{"institution": "MIT", "area": "Maths", "courses": ["M1 Sets"], "score": "4.0"}],
        certificates=[{"name": "CKA", "issuer": "CNCF", "date": "2021-05", "url": "https://x.org"}],
        awards=[{"title": "Prize", "awarder": "Guild", "date": "2020", "summary": "First."}],
        publications=[
            {"name": "On it", "publisher": "ACM", "releaseDate": "2019-02", "website": "u"}
        ],
        projects=[{"name": "P", "description": "D", "highlights": ["h"], "url": "u", "type": "t"}],
        references=[{"name": "Bob", "reference": "Great."}],
        languages=["English", {"language": "French", "fluency": "Elementary"}],
        interests=[{"name": "Chess"}],
        volunteer=[{"organization": "O", "position": "T", "summary": "S"}],
    )
    profile = document.profile
    assert profile.courses[0].name == "M1 Sets"
    assert profile.certifications[0].authority == "CNCF"
    assert profile.certifications[0].start == PartialDate(2021, 5)
    assert profile.honors[0].issuer == "Guild"
    assert profile.publications[0].url == "u"
    assert profile.projects[0].description == "D\n\n• h"
    assert profile.recommendations[0].text == "Great."
    assert [one.name for one in profile.languages] == ["English", "French"]
    assert {one.text for one in document.unplaced} == {"4.0", "t", '[{"name": "Chess"}]'}
    assert all(one.reason and one.location for one in document.unplaced)
    assert document.carries.why_not("recommendations") is None
    assert document.carries.why_not("photo")


def test_unknown_keys_are_kept_and_comments_are_not():
    document = load(
        {
            "$schema": "  https://x  ",
            "basics": {"name": "Ada", "_label": "old", "nickname": "Bonjour"},
            "hobbies": [{"a": 1}],
            "_work": [],
            "awards": [{"date": "2020"}],
            "meta": {"theme": "x", "lastModified": "2026-11-02T11:20:33Z"},
        }
    )
    assert [one.text for one in document.unplaced] == [
        "Bonjour", '{"date": "2020"}', '[{"a": 1}]',
    ]  # fmt: skip
    assert document.now == date(2026, 11, 2)
    assert document.locate("/honors").pointer == "/awards"
    odd = load({"basics": {}, "meta": {"lastModified": "yesterday"}})
    assert odd.now is None
    assert odd.unplaced[0].text == "yesterday"


def test_a_description_is_the_text_only_where_there_is_no_summary():
    told = resume(work=[{"name": "X", "description": "A bank", "summary": "Ran it."}])
    assert told.profile.positions[0].description == "Ran it."
    assert told.unplaced[0].text == "A bank"
    assert resume(work=[{"description": "Ran it."}]).profile.positions[0].description == "Ran it."


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            '{"basics": {},\n "work": [{"highlights": 3}]}',
            "r.json:2:26: /work/0/highlights should be a list of texts, not the number 3;",
        ),
        ('{"basics": {"name": 3}}', "/basics/name should be a text, not the number 3; put it in"),
        ('{"basics": {"summary": {"a": 1}}}', "keep one language"),
        ('{"basics": {"summary": ["x"]}}', "not a list; join"),
        ('{"basics": {}, "work": {"a": 1}}', "/work should be a list of objects, not an object"),
        ('{"basics": {}, "work": ["x"]}', "/work/0 should be an object, not a text"),
        ('{"basics": "x"}', "/basics should be an object, not a text"),
        ('{"basics": {}, "work": [{"highlights": ["a", true]}]}', "/work/0/highlights/1 should"),
        ('{"basics": {}, "sections": {}, "metadata": {}}', "Reactive Resume"),
        ('{"basics": {},}', "delete the comma"),
    ],
)
def test_wrong_types_name_file_line_pointer_and_what_to_do(tmp_path, monkeypatch, source, message):
    monkeypatch.chdir(tmp_path)
    Path("r.json").write_text(source, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load("r.json", format_in="json-resume")
    assert message in str(caught.value)
    assert str(caught.value).startswith("r.json:")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"basics": {}}, True),
        ({"work": [{"startDate": "2020"}]}, True),
        ({"work": [{"from": "2020"}]}, False),
        ({"education": [{"institution": "x"}]}, True),
        ({"name": "Ada", "education": [{"school": "x"}]}, False),
        (b'{"$schema": " x ", "basics": {', True),
        (b'[{"basics": {', True),
        (b'{"work": [{"position": "x", "highlights": [', True),
        (b"basics:\n  name: Ada\n", True),
        (b"work:\n- startDate: 2020\n", True),
        (b'{"a": {"basics": {}}}', False),
        (b"Basics of my work: startDate", False),
        (b"%PDF-1.4", False),
    ],
)
def test_sniff(data, expected):
    source = Source("x", tree=data) if isinstance(data, dict) else Source("x", data)
    assert json_resume.sniff(source) is expected


def test_a_list_of_one_is_read_and_a_list_of_many_refused():
    document = load(b'[{"basics": {"label": "Engineer"}, "work": [{"name": "X"}]}]')
    assert document.profile.headline == "Engineer"
    assert document.locate("/headline", 0, 3).pointer == "/0/basics/label"
    assert document.locate("/positions/0/title").pointer == "/0/work/0"
    with pytest.raises(ManyProfiles):
        load(b'[{"basics": {}}, {"basics": {}}]')


def test_a_document_can_be_pickled():
    document = load(FILES[0])
    again = pickle.loads(pickle.dumps(document))
    assert again.profile == document.profile
    assert again.locate("/about", 4, 8) == document.locate("/about", 4, 8)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                (
                    *("name", "label", "summary", "work", "basics", "location", "profiles", "url"),
                    *(
                        "network",
                        "startDate",
                        "endDate",
                        "skills",
                        "highlights",
                        "keywords",
                        "meta",
                    ),
                    *("education", "courses", "languages", "lastModified", "positions"),
                )
            )
            | st.text(max_size=4),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(JSON, JSON, JSON)
def test_any_json_gives_a_document_or_an_input_error(basics, work, rest):
    value = {"basics": basics, "work": work, "skills": rest, "education": work, "meta": rest}
    for source in (value, json.dumps(value).encode()):
        try:
            document = load(source, format_in="json-resume")
        except InputError:
            continue
        check(document)


@given(st.sampled_from(FILES), st.data())
def test_a_damaged_file_gives_a_document_or_an_input_error(path, data):
    raw = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    try:
        document = load(bytes(raw), format_in="json-resume")
    except InputError:
        return
    check(document)


def check(document):
    assert isinstance(document, Document)
    for pointer in document.source_map.pointers():
        text = text_at(document.profile, pointer) or ""
        for segment in document.source_map._segments[pointer]:
            assert 0 <= segment.start <= segment.end <= max(len(text), segment.end * (not text))
        document.locate(pointer, 0, len(text))
    text = text_at(document.profile, "/about")
    if text:
        assert document.locate("/about", 0, 1).pointer.endswith("/summary")
