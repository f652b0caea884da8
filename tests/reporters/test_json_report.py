import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profilelint.finding import Score
from profilelint.profile import Profile
from profilelint.reporters import Style
from profilelint.reporters.json_report import render, schema

VALIDATOR = jsonschema.Draft202012Validator(schema())


@pytest.fixture
def report(engineer, ready, empty, broken, states, rules):
    return json.loads(render([engineer, ready, empty, broken, states], rules, Style()))


def test_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())


def test_report_answers_its_schema(report):
    VALIDATOR.validate(report)


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("tool",),
        ("reports", 0),
        ("reports", 3),
        ("reports", 0, "source"),
        ("reports", 0, "score"),
        ("reports", 0, "score", "categories", "proofing"),
        ("reports", 0, "summary"),
        ("reports", 0, "findings", 0),
        ("reports", 0, "findings", 0, "location"),
        ("reports", 0, "skipped", 0),
        ("reports", 0, "unplaced", 0),
    ],
)
def test_unknown_keys_are_refused(report, path):
    part = report
    for step in path:
        part = part[step]
    part["unheard_of"] = 1
    assert not VALIDATOR.is_valid(report)


def test_contract(report):
    assert list(report) == ["version", "tool", "reports"]
    assert report["version"] == 1
    first = report["reports"][0]
    assert first["source"] == {
        "path": "engineer-mistakes-en.pdf",
        "format": "linkedin-pdf",
        "language": "en",
    }
    assert (first["audience"], first["verdict"], first["ready"]) == (
        "recruiter",
        "fix-first",
        False,
    )
    assert first["findings"][0] == {
        "rule": "misspelling",
        "category": "proofing",
        "severity": "error",
        "confidence": "high",
        "pointer": "/headline",
        "start": 9,
        "end": 16,
        "text": "Enginer",
        "message": "“Enginer” is in no dictionary; write “Engineer”",
        "suggestions": ["Engineer"],
        "points": 2.0,
        "state": "active",
        "location": {"file": "engineer-mistakes-en.pdf", "line": 3, "page": 1},
        "fingerprint": "28026476ec99f20f",
    }
    assert first["now"] == "2026-11-05"
    assert first["summary"]["errors"] == 11
    assert [first["findings"][n]["severity"] for n in first["summary"]["way_to_ready"]] == (
        ["error"] * 11
    )


def test_a_missing_field_has_no_text(report):
    finding = report["reports"][2]["findings"][0]
    assert (finding["start"], finding["end"], finding["text"]) == (None, None, None)


def test_an_unread_input_is_an_entry(report):
    assert report["reports"][3] == {
        "source": {"path": "exports/broken.pdf"},
        "error": "broken.pdf: this PDF has no text; save it anew from LinkedIn",
    }


def test_partial_is_told_only_where_true(report, report_of, rules):
    assert "partial" not in report["reports"][0]["score"]
    outcome = report_of(Profile(name="A"), [], score=Score(90, {}, partial=True))
    entry = json.loads(render([outcome], rules, Style()))["reports"][0]
    assert entry["score"] == {"overall": 90, "categories": {}, "partial": True}


def test_form(engineer, rules):
    text = render([engineer], rules, Style())
    assert text.startswith('{\n  "version": 1,\n')
    assert text.endswith("}\n")
    assert "résumÃ©" in text
    assert '"points": 2.0' in text


@given(text=st.text(st.characters()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_survives(text, find, report_of, rules):
    finding = find("misspelling", "/about", 0, len(text), text, text, message=text)
    shown = render([report_of(Profile(name="A", about=text), [finding])], rules, Style())
    told = json.loads(shown.encode("utf-8"))
    VALIDATOR.validate(told)
    assert told["reports"][0]["findings"][0]["text"].encode("utf-16", "surrogatepass") == (
        text.encode("utf-16", "surrogatepass")
    )
