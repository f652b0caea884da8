import json
from pathlib import Path
from typing import get_args, get_origin

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profilelint.convert import TARGETS, convert, to_json_resume, to_profile
from profilelint.errors import ConfigError, InputError
from profilelint.loaders import load
from profilelint.profile import (
    Certification,
    Contact,
    Course,
    Education,
    Honor,
    Language,
    PartialDate,
    Position,
    Profile,
    Project,
    Publication,
    Recommendation,
    Skill,
    Volunteering,
)

HERE = Path(__file__).parent
SCHEMA = json.loads((HERE / "schemas" / "json-resume-v1.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft7Validator(
    SCHEMA, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER
)
SAMPLES = sorted((HERE / "samples" / "linkedin-pdf").glob("*.pdf"))
RESUMES = sorted((HERE / "samples" / "json-resume").glob("*.json"))

LETTERS = st.characters(exclude_categories=("Cs",))
MARKED = st.sampled_from(
    [
        "**Led** 5",
        "<p>R&amp;D</p>",
        "[a](https://x.org)",
        "_it_",
        "• a",
        "- a\n- b",
        "Ran it.\n\n• Led",
    ]
)
TEXT = st.text(LETTERS, min_size=1, max_size=12).filter(str.strip) | MARKED
DATE = st.builds(PartialDate, st.integers(1900, 2199), st.none() | st.integers(1, 12))
URL = st.sampled_from(
    ["https://ada.example.org", "https://x.org/a_b?c=%C3%A9&d=*e*#f", "http://y.org:80"]
)
EMAIL = st.just("ada@example.com")
POINT = st.text(LETTERS.filter(lambda c: c not in "\n\r"), min_size=1, max_size=8).filter(str.strip)
DESCRIPTION = TEXT | st.builds(
    lambda text, points: "\n\n".join(filter(None, [text, "\n".join(f"• {p}" for p in points)])),
    TEXT | st.just(""),
    st.lists(POINT, min_size=1, max_size=3),
)
PLACE = st.sampled_from(
    [
        "Leeds, England, United Kingdom",
        "Paris",
        "Greater Ulm Area",
        "Rome, Italy",
        "France",
        "a, , b",
    ]
) | st.lists(TEXT, min_size=1, max_size=5).map(", ".join)


def maybe(strategy):
    return st.none() | strategy


def many(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


def said(entry):
    """Whether an entry says anything."""
    return any(value for value in entry.model_dump().values())


@st.composite
def role(draw, kind, **more):
    current = draw(st.booleans())
    start = draw(DATE if current else maybe(DATE))
    end = None if current or start is None else draw(DATE)
    return kind(
        company=draw(maybe(TEXT)),
        title=draw(maybe(TEXT)),
        start=start,
        end=end,
        current=current,
        description=draw(maybe(DESCRIPTION)),
        **{name: draw(strategy) for name, strategy in more.items()},
    )


@st.composite
def holdable(draw):
    """A profile of all that a JSON Resume can hold."""
    education = draw(
        many(
            st.builds(
                Education, school=maybe(TEXT), degree=maybe(TEXT), field=maybe(TEXT),
                start=maybe(DATE), end=maybe(DATE), description=st.none(),
            ).filter(said)
        )
    )  # fmt: skip
    courses = draw(many(st.builds(Course, name=TEXT, number=st.none())))
    slug = draw(
        maybe(
            st.text(LETTERS, min_size=1, max_size=9).filter(lambda t: t.strip() and t.isprintable())
        )
    )
    return Profile(
        name=draw(maybe(TEXT)),
        headline=draw(maybe(TEXT)),
        about=draw(maybe(TEXT)),
        location=draw(maybe(PLACE)),
        photo=draw(maybe(TEXT)),
        public_url=None if slug is None else f"https://www.linkedin.com/in/{slug}",
        contact=Contact(
            emails=draw(st.lists(EMAIL, max_size=1).map(tuple)),
            phones=draw(st.lists(TEXT, max_size=1).map(tuple)),
            websites=draw(many(URL)),
            twitter=draw(many(TEXT)),
            address=draw(maybe(TEXT)),
        ),
        positions=draw(many(role(Position, location=maybe(TEXT)).filter(said))),
        volunteering=draw(many(role(Volunteering).filter(said))),
        education=education,
        courses=courses if len(education) == 1 else (),
        skills=draw(many(st.builds(Skill, name=TEXT, endorsements=st.none()))),
        languages=draw(many(st.builds(Language, name=TEXT, proficiency=maybe(TEXT)))),
        certifications=draw(
            many(
                st.builds(
                    Certification, name=TEXT, authority=maybe(TEXT), start=maybe(DATE),
                    end=st.none(), url=maybe(URL), license_number=st.none(),
                )
            )
        ),
        projects=draw(
            many(
                st.builds(
                    Project, name=TEXT, description=maybe(DESCRIPTION), start=maybe(DATE),
                    end=maybe(DATE), url=maybe(URL),
                )
            )
        ),
        publications=draw(
            many(
                st.builds(
                    Publication, name=TEXT, publisher=maybe(TEXT), date=maybe(DATE),
                    description=maybe(TEXT), url=maybe(URL),
                )
            )
        ),
        honors=draw(
            many(
                st.builds(
                    Honor, name=TEXT, issuer=maybe(TEXT), date=maybe(DATE), description=maybe(TEXT)
                )
            )
        ),
        recommendations=draw(
            many(
                st.builds(
                    Recommendation, name=maybe(TEXT), text=maybe(TEXT), title=st.none(),
                    company=st.none(), date=st.none(), visible=st.just(True),
                ).filter(lambda one: one.name or one.text)
            )
        ),
    )  # fmt: skip


def anything(annotation):
    """Whatever the model takes, sensible or not."""
    if annotation is PartialDate:
        return st.builds(PartialDate, st.integers(1, 9999), st.none() | st.integers(1, 12))
    if annotation in {str, int, bool}:
        return {str: st.text(LETTERS, max_size=6) | TEXT, int: st.integers(), bool: st.booleans()}[
            annotation
        ]
    if annotation is type(None):
        return st.none()
    if get_origin(annotation) is tuple:
        return st.lists(st.deferred(lambda: anything(get_args(annotation)[0])), max_size=2).map(
            tuple
        )
    if get_args(annotation):
        return st.one_of([anything(part) for part in get_args(annotation)])
    fields = {name: anything(one.annotation) for name, one in annotation.model_fields.items()}
    return st.fixed_dictionaries(fields).map(lambda values: annotation(**values))


SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)


@SETTINGS
@given(holdable())
def test_what_a_json_resume_can_hold_comes_back_as_it_was(profile):
    resume, left = to_json_resume(profile)
    assert left == []
    VALIDATOR.validate(resume)
    again = load(json.loads(json.dumps(resume)), format_in="json-resume")
    assert again.profile == profile
    assert again.unplaced == ()


@SETTINGS
@given(anything(Profile))
def test_any_profile_gives_a_valid_resume_that_stays_the_same_from_then_on(profile):
    resume, _ = to_json_resume(profile)
    VALIDATOR.validate(resume)
    again = load(resume, format_in="json-resume").profile
    second, left = to_json_resume(again)
    assert left == []
    third, _ = to_json_resume(load(second, format_in="json-resume").profile)
    assert third == second


@SETTINGS
@given(holdable())
def test_the_native_json_is_the_model(profile):
    value, left = to_profile(load(profile))
    assert left == []
    assert load({"name": "", **value}, format_in="profile").profile == profile


@pytest.mark.parametrize("path", SAMPLES + RESUMES, ids=lambda path: path.name)
def test_every_sample_converts_both_ways(path, tmp_path):
    document = load(str(path))
    resume = convert(str(path), "json-resume")
    VALIDATOR.validate(json.loads(resume.text))
    native = convert(str(path), "profile")
    assert load(native.text.encode()).profile == document.profile
    back = load(resume.text.encode())
    assert back.format == "json-resume"
    assert back.profile.positions == document.profile.positions
    assert back.profile.about == document.profile.about
    assert back.profile.location == document.profile.location
    assert back.now == document.now
    named = {line.partition(" ")[0] for line in resume.left_out[len(document.unplaced) :]}
    assert all(name.startswith("/") for name in named)


def test_what_neither_can_hold_is_named():
    profile = Profile.model_validate(
        {
            "industry": "Software",
            "contact": {
                "emails": ["a@example.com", "b@example.com"],
                "websites": ["my site", "x.org"],
            },
            "positions": [
                {"company": "A", "employment_type": "Full-time", "current": True},
                {"company": "B", "start": "2019"},
                {"company": "C", "start": "0800", "end": "2020"},
            ],
            "education": [{"school": "S", "description": "Thesis"}, {"school": "T"}],
            "courses": [{"name": "Sets", "number": "M1"}],
            "skills": [{"name": "Law", "endorsements": 3}],
            "patents": [{"name": "A hinge"}],
            "recommendations": [{"name": "Bo", "text": "Great.", "date": "2020", "visible": False}],
            "connections_count": 501,
            "groups": ["Chess"],
        }
    )  # fmt: skip
    resume, left = to_json_resume(profile)
    assert resume["basics"]["url"] == "https://x.org"
    assert [line.partition(":")[0] for line in left] == [
        "/contact/emails/1 (“b@example.com”)",
        "/contact/websites/0 (“my site”)",
        "/positions/0/employment_type (“Full-time”)",
        "/positions/0/current",
        "/positions/1/current",
        "/positions/2/start (“0800”)",
        "/education/0/description (“Thesis”)",
        "/skills/0/endorsements (“3”)",
        "/recommendations/0/date (“2020”)",
        "/recommendations/0/visible",
        "/courses/0 (“Sets”)",
        "/industry (“Software”)",
        "/patents/0 (“A hinge”)",
        "/connections_count (“501”)",
        "/groups/0 (“Chess”)",
    ]
    one = to_json_resume(
        Profile(education=(Education(school="S"),), courses=(Course(name="Sets"),))
    )
    assert one[0]["education"] == [{"institution": "S", "courses": ["Sets"]}]


def test_what_the_source_had_beyond_the_model_is_named_with_its_place():
    converted = convert({"basics": {"name": "Ada"}, "interests": ["Chess"]}, "profile")
    assert json.loads(converted.text) == {"name": "Ada"}
    assert converted.text.endswith("}\n")
    (line,) = converted.left_out
    assert line == '/interests (“["Chess"]”): LinkedIn has no list of interests to fill'


def test_text_that_only_looks_like_markup_is_marked_as_plain():
    resume, _ = to_json_resume(Profile(about="The pattern **kwargs** of <b>"))
    assert resume["meta"]["profilelint"] == {"text": "plain"}
    assert load(resume).profile.about == "The pattern **kwargs** of <b>"
    assert "profilelint" not in to_json_resume(Profile(about="snake_case"))[0]["meta"]


def test_wrong_targets_and_sources_say_so():
    with pytest.raises(ConfigError, match="no conversion leads to “pdf”; known are json-resume"):
        convert({"basics": {}}, "pdf")
    with pytest.raises(InputError):
        convert("/nowhere/at-all.json", TARGETS[0])
