"""Scraped records against the truth of the people they are about."""

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profilelint.document import Document
from profilelint.errors import InputError, ManyProfiles
from profilelint.fields import text_at
from profilelint.loaders import Source, json_resume, native, scraped
from profilelint.loaders.scraped_shapes.tables import shape

SAMPLES = Path(__file__).parents[1] / "samples"
SCRAPED = SAMPLES / "scraped"
NAMES = sorted(path.name for path in SCRAPED.glob("*.json"))

# What the samples' shapes cannot hold, or hold in another way, and why.
PAGE = "a page scraper takes the list from another page"
APART = "the degree and its field are two keys, or one line is split at its comma"
ADDED = "the record holds more skills than the PDF's top three"
DIFFERENT = {
    "engineer-mistakes-en.scraper.json": {
        "languages": PAGE,
        "honors": PAGE,
        "publications": PAGE,
        "patents": PAGE,
        "address": "no key holds a postal address",
    },
    "executive-en.voyager.json": {
        "emails": "contact info is another answer",
        "phones": "contact info is another answer",
        "websites": "contact info is another answer",
        "address": "contact info is another answer",
    },
    "nurse-clean-en.proxycurl.json": {
        "skills": ADDED,
        "emails": "the service leaves private addresses out",
        "phones": "the service leaves private numbers out",
        "websites": "this record has none",
        "address": "no key holds a postal address",
    },
}


def read(value: object, name: str = "x.json") -> Document:
    return scraped.load(Source(name, json.dumps(value, ensure_ascii=False, indent=1).encode()))


def sample(name: str) -> Document:
    return scraped.load(Source(name, (SCRAPED / name).read_bytes()))


def truth_of(name: str) -> dict[str, Any]:
    path = SAMPLES / "linkedin-pdf" / f"{name.partition('.')[0]}.truth.json"
    return json.loads(path.read_text(encoding="utf-8"))


def as_truth(document: Document) -> dict[str, Any]:
    """The profile in the form of the truth files."""
    profile = document.profile.model_dump(mode="json")
    found = {
        **{key: profile[key] for key in ("name", "headline", "location")},
        **{key: profile["contact"][key] for key in ("emails", "phones", "websites", "address")},
        "public_url": profile["public_url"].rpartition("/")[2],
        "summary": profile["about"],
        "languages": profile["languages"],
        "skills": [skill["name"] for skill in profile["skills"]],
    }
    for key in ("certifications", "honors", "publications", "patents"):
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
def test_every_field_that_the_shape_can_hold(name):
    found, truth = as_truth(sample(name)), truth_of(name)
    truth["skills"] = truth.pop("top_skills")
    differing = {key for key in truth if found[key] != truth[key]}
    assert differing <= DIFFERENT[name].keys(), {key: (found[key], truth[key]) for key in differing}
    for key in differing - {"skills"}:
        assert not found[key], key


@pytest.mark.parametrize("name", NAMES)
def test_places_hold_the_text(name):
    text = (SCRAPED / name).read_text(encoding="utf-8")
    lines = text.split("\n")
    document = sample(name)
    checked = 0
    for pointer in document.source_map.pointers():
        said = text_at(document.profile, pointer)
        if not said or "\n" in said or pointer in {"/public_url", "/location", "/name"}:
            continue
        location = document.locate(pointer, 0, len(said))
        part = lines[location.line - 1][location.column - 1 : location.end_column - 1]
        if pointer.endswith("/proficiency"):
            continue
        assert json.loads(f'"{part.strip(chr(34))}"') == said
        checked += 1
    assert checked > 20


def test_a_word_within_a_text_leads_to_its_characters():
    document = sample("engineer-mistakes-en.scraper.json")
    at = document.profile.about.index("recieve")
    location = document.locate("/about", at, at + len("recieve"))
    line = (SCRAPED / "engineer-mistakes-en.scraper.json").read_text("utf-8").split("\n")
    assert line[location.line - 1][location.column - 1 : location.end_column - 1] == "recieve"
    assert location.pointer == "/0/about"


def test_the_button_is_no_text_of_the_member():
    document = sample("engineer-mistakes-en.scraper.json")
    assert not any("more" in role.description for role in document.profile.positions)
    assert [kept.text for kept in document.unplaced] == ["…see more"] * 3
    assert document.unplaced[0].location.pointer == "/0/experience/0/expDescription"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_absent_is_unknown(name):
    document = sample(name)
    assert document.carries.why_not("invitations")
    assert document.carries.why_not("skills.endorsements")
    assert document.carries.why_not("about") is None
    assert document.carries.why_not("line-breaks") is None
    assert document.carries.why_not("casing") is None


# The other shapes, as their makers document them.

SUPREME = {
    "firstName": "Ada",
    "lastName": "Quill",
    "publicIdentifier": "ada-quill",
    "headline": "Analyst",
    "summary": "I count.\nTwice.",
    "geoLocationName": "Leeds, England",
    "industryName": "Research",
    "positions": [
        {
            "title": "Analyst",
            "company": {"name": "Acme", "employeeCountRange": None},
            "locationName": "Leeds",
            "description": "Counts.",
            "timePeriod": {"startDate": {"month": 3, "year": 2020}},
        },
        {
            "title": "Clerk",
            "companyName": "Bit",
            "timePeriod": {
                "startDate": {"month": 1, "year": 2018},
                "endDate": {"month": 2, "year": 2020},
            },
        },
    ],
    "educations": [
        {
            "schoolName": "York College",
            "degreeName": "BA",
            "fieldOfStudy": "History",
            "timePeriod": {"startDate": {"year": 2010}, "endDate": {"year": 2014}},
        }
    ],
    "skills": ["SQL", "Excel"],
}
HARVEST = {
    "publicIdentifier": "ada-quill",
    "firstName": "Ada",
    "lastName": "Quill",
    "headline": "Analyst",
    "about": "I count.\nTwice.",
    "location": {"linkedinText": "Leeds, England", "countryCode": "GB"},
    "industry": "Research",
    "experience": [
        {
            "position": "Analyst",
            "companyName": "Acme",
            "location": "Leeds",
            "description": "Counts.",
            "startDate": {"month": "Mar", "year": 2020, "text": "Mar 2020"},
            "endDate": {"text": "Present"},
            "duration": "7 mos",
        },
        {
            "position": "Clerk",
            "companyName": "Bit",
            "startDate": {"month": "Jan", "year": 2018, "text": "Jan 2018"},
            "endDate": {"month": "Feb", "year": 2020, "text": "Feb 2020"},
        },
    ],
    "education": [
        {
            "schoolName": "York College",
            "degree": "BA",
            "fieldOfStudy": "History",
            "startDate": {"year": 2010, "text": "2010"},
            "endDate": {"year": 2014, "text": "2014"},
        }
    ],
    "topSkills": ["SQL", "Excel"],
}
TOMQUIRK = {
    "public_id": "ada-quill",
    "profile_urn": "urn:li:fs_profile:x",
    "firstName": "Ada",
    "lastName": "Quill",
    "headline": "Analyst",
    "summary": "I count.\nTwice.",
    "geoLocationName": "Leeds, England",
    "industryName": "Research",
    "experience": [
        {
            "title": "Analyst",
            "companyName": "Acme",
            "locationName": "Leeds",
            "description": "Counts.",
            "timePeriod": {"startDate": {"month": 3, "year": 2020}},
        },
        {
            "title": "Clerk",
            "companyName": "Bit",
            "timePeriod": {
                "startDate": {"month": 1, "year": 2018},
                "endDate": {"month": 2, "year": 2020},
            },
        },
    ],
    "education": [
        {
            "schoolName": "York College",
            "degreeName": "BA",
            "fieldOfStudy": "History",
            "timePeriod": {"startDate": {"year": 2010}, "endDate": {"year": 2014}},
        }
    ],
    "skills": [{"name": "SQL"}, {"name": "Excel"}],
}
VOYAGER = "com.linkedin.voyager.dash.identity.profile"
NORMALISED = {
    "data": {"data": {"*elements": ["urn:li:fsd_profile:1"]}},
    "included": [
        {
            "$type": f"{VOYAGER}.Profile",
            "entityUrn": "urn:li:fsd_profile:1",
            "publicIdentifier": "ada-quill",
            **{k: TOMQUIRK[k] for k in ("firstName", "lastName", "headline", "summary")},
            **{k: TOMQUIRK[k] for k in ("geoLocationName", "industryName")},
        },
        *({"$type": f"{VOYAGER}.Position", **role} for role in TOMQUIRK["experience"]),
        *({"$type": f"{VOYAGER}.Education", **item} for item in TOMQUIRK["education"]),
        *({"$type": f"{VOYAGER}.Skill", **item} for item in TOMQUIRK["skills"]),
        {"$type": f"{VOYAGER}.Profile", "entityUrn": "urn:li:fsd_profile:2", "firstName": "Bo"},
    ],
}
RAPID = {
    "fullName": "Ada Quill",
    "publicIdentifier": "ada-quill",
    "headline": "Analyst",
    "summary": "I count.\nTwice.",
    "location": "Leeds, England",
    "industry": "Research",
    "positions": [
        {
            "title": "Analyst",
            "companyName": "Acme",
            "location": "Leeds",
            "description": "Counts.",
            "startMonth": 3,
            "startYear": 2020,
            "endMonth": 0,
            "endYear": 0,
        },
        {
            "title": "Clerk",
            "companyName": "Bit",
            "startMonth": 1,
            "startYear": 2018,
            "endMonth": 2,
            "endYear": 2020,
        },
    ],
    "educations": [
        {
            "schoolName": "York College",
            "degree": "BA",
            "fieldOfStudy": "History",
            "startYear": 2010,
            "endYear": 2014,
        }
    ],
    "skills": ["SQL", "Excel"],
}
RAPID_FIRST = {key: RAPID[key] for key in RAPID if key != "publicIdentifier"}
LABS = {
    "full_name": "ada quill",
    "linkedin_username": "ada-quill",
    "job_title": "analyst",
    "headline": "analyst",
    "summary": "i count.\ntwice.",
    "location_name": "leeds, england",
    "industry": "research",
    "experience": [
        {
            "company": {"name": "acme", "size": "1-10"},
            "title": {"name": "analyst", "role": None},
            "location_names": ["leeds"],
            "summary": "counts.",
            "start_date": "2020-03",
            "end_date": None,
        },
        {
            "company": {"name": "bit"},
            "title": {"name": "clerk"},
            "start_date": "2018-01",
            "end_date": "2020-02",
        },
    ],
    "education": [
        {
            "school": {"name": "york college"},
            "degrees": ["ba"],
            "majors": ["history"],
            "start_date": "2010",
            "end_date": "2014",
        }
    ],
    "skills": ["sql", "excel"],
}
GENERAL = {
    "Full Name": "Ada Quill",
    "LinkedIn URL": "https://www.linkedin.com/in/ada-quill/?x=1",
    "Occupation": "Analyst",
    "BIO": "I count.\nTwice.",
    "Location": "Leeds, England",
    "Industry": "Research",
    "Work Experience": [
        {
            "Job Title": "Analyst",
            "Company Name": "Acme · Full-time",
            "Duration": "Mar 2020 - Present · 3 yrs 2 mos",
            "Location": "Leeds · Hybrid",
            "Description": "Counts. …see more",
        },
        {"Job Title": "Clerk", "Company Name": "Bit", "Duration": "Jan 2018 – Feb 2020 · 2 yrs"},
    ],
    "Educations": [
        {
            "School": "York College",
            "Degree": "BA",
            "Field of study": "History",
            "Years": "2010 - 2014",
        }
    ],
    "Skills": "SQL, Excel",
}
SHAPES = {
    "Apify's profile scraper": SUPREME,
    "HarvestAPI": HARVEST,
    "the linkedin-api package": TOMQUIRK,
    "LinkedIn's own normalised JSON": NORMALISED,
    "a RapidAPI profile service": RAPID_FIRST,
    "People Data Labs": LABS,
    "no known tool": GENERAL,
}


@pytest.mark.parametrize("title", SHAPES)
@pytest.mark.parametrize(
    "wrap",
    [
        lambda record: record,
        lambda record: [record],
        lambda record: {"data": record},
        lambda record: {"status": 200, "element": record},
        lambda record: {"data": [{"profile": record}]},
    ],
    ids=["bare", "list of one", "data", "element", "deep"],
)
def test_each_shape_under_each_wrapper(title, wrap: Callable[[object], object]):
    record = SHAPES[title]
    source = Source("x.json", json.dumps(wrap(record)).encode())
    assert scraped.sniff(source)
    profile = scraped.load(source).profile
    lowered = title == "People Data Labs"

    def said(text: str) -> str:
        return text.lower() if lowered else text

    assert profile.name == said("Ada Quill")
    assert profile.headline == said("Analyst")
    assert profile.about == said("I count.\nTwice.")
    assert profile.location == said("Leeds, England")
    assert profile.industry == said("Research")
    if record is not RAPID_FIRST:
        assert profile.public_url == "https://www.linkedin.com/in/ada-quill"
    roles = [
        (role.company, role.title, str(role.start), str(role.end), role.current)
        for role in profile.positions
    ]
    assert roles == [
        (said("Acme"), said("Analyst"), "March 2020", "None", True),
        (said("Bit"), said("Clerk"), "January 2018", "February 2020", False),
    ]
    assert profile.positions[0].location == said("Leeds")
    assert profile.positions[0].description == said("Counts.")
    school = profile.education[0]
    assert (school.school, school.degree, school.field) == tuple(
        map(said, ("York College", "BA", "History"))
    )
    assert (str(school.start), str(school.end)) == ("2010", "2014")
    assert [skill.name for skill in profile.skills] == [said("SQL"), said("Excel")]


@pytest.mark.parametrize(
    ("title", "need", "reason"),
    [
        ("People Data Labs", "casing", "lower case"),
        ("HarvestAPI", "skills.all", "top skills"),
        ("no known tool", "skills.all", "not known"),
        ("HarvestAPI", "projects", "no projects"),
        ("a RapidAPI profile service", "photo", "no photo"),
    ],
)
def test_needs_that_a_shape_cannot_meet(title, need, reason):
    assert reason in (read(SHAPES[title]).carries.why_not(need) or "")


def test_keys_that_a_tool_leaves_out_when_empty_are_missing():
    document = read({key: value for key, value in TOMQUIRK.items() if key != "summary"})
    assert document.carries.why_not("about") is None
    document = read({key: value for key, value in HARVEST.items() if key != "about"})
    assert "no text about the person" in (document.carries.why_not("about") or "")


def test_contact_info_is_unknown_unless_there_is_some():
    assert "no contact info" in (read(TOMQUIRK).carries.why_not("contact.emails") or "")
    document = read({**TOMQUIRK, "email_address": "ada@example.com"})
    assert document.profile.contact.emails == ("ada@example.com",)
    assert document.carries.why_not("contact") is None


def test_a_view_that_holds_some_of_the_skills():
    view = json.loads((SCRAPED / "executive-en.voyager.json").read_text("utf-8"))
    view["skillView"]["paging"]["total"] = 31
    assert read(view).carries.why_not("skills.all") == "this answer holds 3 of the 31 skills"


def test_the_general_mapping_says_what_it_took_for_what():
    document = read(GENERAL)
    note = document.unplaced[0]
    assert "read by the general mapping: name ← Full Name" in note.reason
    assert "headline ← Occupation" in note.reason
    assert "positions ← Work Experience" in note.reason
    assert [kept.text for kept in document.unplaced[1:]] == ["…see more", "Hybrid"] or [
        kept.text for kept in document.unplaced[1:]
    ] == ["Hybrid", "…see more"]
    assert document.profile.positions[0].employment_type == "Full-time"


def test_several_roles_within_one_employer():
    record = {
        "name": "Ada",
        "headline": "x",
        "experience": [
            {
                "company": "Acme",
                "roles": [
                    {"title": "Lead", "start": "2021-01"},
                    {"title": "Clerk", "start": "2019", "end": "2020"},
                ],
            }
        ],
    }
    found = [(role.company, role.title) for role in read(record).profile.positions]
    assert found == [("Acme", "Lead"), ("Acme", "Clerk")]


def test_what_has_no_place_is_kept_and_technical_keys_are_not():
    record = {
        **TOMQUIRK,
        "favouriteSaying": "Measure twice and cut once",
        "trackingId": "a long identifier of nothing",
        "displayPictureUrl": "https://media.example.com/x",
        "experience": [*TOMQUIRK["experience"], {"something": "odd and unknown here"}],
    }
    document = read(record)
    assert [kept.text for kept in document.unplaced] == [
        '{"something": "odd and unknown here"}',
        "Measure twice and cut once",
    ]


def test_a_second_text_of_an_entry_is_kept_aside():
    record = json.loads((SCRAPED / "nurse-clean-en.proxycurl.json").read_text("utf-8"))
    record["education"][0]["description"] = "A thesis on triage."
    record["education"][0]["activities_and_societies"] = "Rowing"
    document = read(record)
    assert document.profile.education[0].description == "A thesis on triage."
    assert [kept.text for kept in document.unplaced] == ["Rowing"]
    assert document.unplaced[0].location.pointer == "/education/0/activities_and_societies"


# Several people.


def test_each_of_many_has_its_document():
    people = [GENERAL, {**GENERAL, "Full Name": "Bo Quill"}, {"error": "this one was not found"}]
    source = Source("x.json", json.dumps(people).encode())
    assert scraped.sniff(source)
    documents = list(scraped.load_all(source))
    assert [document.profile.name for document in documents] == ["Ada Quill", "Bo Quill"]
    assert documents[1].locate("/name").pointer == "/1/Full Name"
    assert documents[0].unplaced[-1].reason == "this is no profile of a person"
    with pytest.raises(ManyProfiles, match="2 profiles") as caught:
        scraped.load(source)
    assert "load_all" in (caught.value.hint or "")


@pytest.mark.parametrize("title", SHAPES)
def test_lists_of_every_shape(title):
    source = Source("x.json", json.dumps({"results": [SHAPES[title]] * 5}).encode())
    assert len(list(scraped.load_all(source))) == 5


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_one_record_a_line(end):
    people = [GENERAL, {**GENERAL, "Full Name": "Bo Quill"}]
    data = (end.join(map(json.dumps, people)) + end).encode()
    source = Source("x.jsonl", data)
    assert scraped.sniff(source)
    documents = pickle.loads(pickle.dumps(list(scraped.load_all(source))))
    assert [document.profile.name for document in documents] == ["Ada Quill", "Bo Quill"]
    for number, document in enumerate(documents):
        location = document.locate("/name", 0, 3)
        line = data.decode().splitlines()[number]
        assert location.line == number + 1
        assert (
            line[location.column - 1 : location.end_column - 1] == people[number]["Full Name"][:3]
        )


# Python's bytes.


def test_a_python_text_of_bytes():
    data = repr(json.dumps(RAPID_FIRST, ensure_ascii=False).encode()).encode()
    source = Source("x.json", data)
    assert scraped.sniff(source)
    document = scraped.load(source)
    assert document.profile.name == "Ada Quill"
    assert document.locate("/name").line is None
    assert document.locate("/name").pointer == "/fullName"


@pytest.mark.parametrize("data", [b"b'{", b"b'{\\x'", b"b'{}' + __import__('os')", b"b'[1,'"])
def test_a_broken_python_text(data):
    with pytest.raises(InputError):
        scraped.load(Source("x.json", data))


# Refused, and left to others.


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ({"included": [{"$type": "x.MiniProfile", "firstName": "Ada"}]}, "search for people"),
        (
            {
                "included": [
                    {"$type": "x.Profile", "headline": "a"},
                    {"$type": "x.Profile", "headline": "b"},
                    {"$type": "x.Position", "title": "a"},
                ]
            },
            "several people",
        ),
        ({"weather": "fine"}, "no profile of a person"),
        ([], "no profile of a person"),
        ([[]], "no profile of a person"),
        (None, "no profile of a person"),
    ],
)
def test_refused(value, part):
    with pytest.raises(InputError, match=part) as caught:
        read(value)
    assert caught.value.hint


@pytest.mark.parametrize(
    "value",
    [
        {"basics": {"name": "Ada"}, "work": []},
        {"name": "Ada", "headline": "x", "about": "y", "skills": []},
        {"name": "Ada", "headlin": "x", "about": "y"},
        {"weather": "fine"},
        [1, 2],
    ],
)
def test_not_sniffed(value):
    assert not scraped.sniff(Source("x.json", json.dumps(value).encode()))


@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "json-resume").glob("*.json")), ids=lambda path: path.name
)
def test_a_json_resume_is_left_to_its_loader(path):
    assert not scraped.sniff(Source(path.name, path.read_bytes()))


def test_a_dict_is_sniffed_like_its_file():
    for record in SHAPES.values():
        assert scraped.sniff(Source("<dict>", tree=record))
        assert scraped.load(Source("<dict>", tree=record)).profile.name


def test_a_forced_format_takes_a_few_keys():
    source = Source("x.json", b'{"name": "Ada", "headline": "Analyst"}', forced=True)
    assert scraped.load(source).profile.headline == "Analyst"


def test_every_table_loads():
    for path in Path(scraped.__file__).parent.joinpath("scraped_shapes").glob("*.yaml"):
        assert shape(path.stem).fields["name"]


# Anything at all.

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "name",
                    "headline",
                    "about",
                    "experience",
                    "positions",
                    "title",
                    "company",
                    "data",
                    "included",
                    "$type",
                    "startDate",
                    "year",
                    "month",
                    "skills",
                    "publicIdentifier",
                    "public_identifier",
                    "experiences",
                    "starts_at",
                    "education",
                    "elements",
                    "x/y~",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


def outcome(value: object, *, forced: bool = False) -> None:
    source = Source("x.json", json.dumps(value).encode(), forced=forced)
    scraped.sniff(source)
    try:
        documents = list(scraped.load_all(source))
    except InputError:
        return
    for document in documents:
        for pointer in document.source_map.pointers():
            document.locate(pointer, 0, 1)


@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(json_values, st.booleans())
def test_any_json_gives_documents_or_an_error(value, forced):
    outcome(value, forced=forced)


@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(
    title=st.sampled_from(sorted(SHAPES)),
    changes=st.lists(st.tuples(st.integers(0, 200), json_values), max_size=5),
)
def test_mutated_records_give_documents_or_an_error(title, changes):
    record = json.loads(json.dumps(SHAPES[title]))
    for at, value in changes:
        spots = list(_spots(record))
        container, key = spots[at % len(spots)]
        container[key] = value
        if not record:
            return
    outcome(record)


def _spots(value: object):
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in list(items):
        yield value, key
        if isinstance(item, dict | list):
            yield from _spots(item)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes_give_documents_or_an_error(data):
    for start in (b"", b"b'{", b"{"):
        source = Source("x", start + data)
        scraped.sniff(source)
        try:
            list(scraped.load_all(source))
        except InputError:
            continue


def test_other_loaders_are_not_needed_to_tell_a_known_shape():
    assert not native.sniff(Source("x.json", json.dumps(LABS).encode()))
    assert not json_resume.sniff(Source("x.json", json.dumps(SUPREME).encode()))
