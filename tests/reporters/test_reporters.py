import doctest
import importlib
import subprocess
import sys

import pytest

from profilelint.errors import ConfigError
from profilelint.finding import Confidence, Severity
from profilelint.profile import Profile
from profilelint.reporters import Style, names, reporter
from profilelint.reporters.sections import sections
from profilelint.reporters.words import remedy

MODULES = [
    *("", ".cohort", ".csv_report", ".digest", ".excerpt", ".github", ".markdown", ".private"),
    *(".redaction", ".sarif", ".sections", ".visible", ".words"),
]


@pytest.mark.parametrize("name", names())
def test_the_same_input_gives_the_same_bytes(name, engineer, broken, states, rules):
    outcomes = [engineer, broken, states]
    first = reporter(name).render(outcomes, rules, Style())
    assert first == reporter(name).render(outcomes, rules, Style())
    assert first.endswith("\n")


@pytest.mark.parametrize("name", names())
def test_no_outcomes(name, rules):
    reporter(name).render([], rules, Style())


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(ConfigError, match="text, json, sarif, github"):
        reporter("pdf")


@pytest.mark.parametrize("name", names())
def test_no_reporter_costs_rich_before_it_prints(name):
    code = (
        f"import sys; from profilelint.reporters import reporter; reporter({name!r});"
        "sys.exit('rich' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name):
    module = importlib.import_module(f"profilelint.reporters{name}")
    assert doctest.testmod(module).failed == 0


def test_sections_are_in_linkedins_order(find):
    profile = Profile.model_validate(
        {
            "positions": [{"title": "Engineer", "company": "Acme"}, {"company": "Bolt"}, {}],
            "education": [{"school": "MIT"}],
        }
    )
    pointers = [
        "/public_url",
        "/contact/emails/0",
        "",
        "/skills/3/name",
        "/education/0/degree",
        "/positions/1/title",
        "/positions/0/description",
        "/positions/2",
        "/positions",
        "/about",
        "/headline",
        "/message",
    ]
    findings = [find("misspelling", pointer) for pointer in pointers]
    findings.append(find("unused-suppression", "/headline", severity=Severity.WARNING))
    assert [section.heading for section in sections(profile, findings)] == [
        "Headline",
        "About",
        "Experience",
        "Experience – Engineer at Acme",
        "Experience – Bolt",
        "Education – MIT",
        "Skills",
        "Contact",
        "Public profile URL",
        "Your note",
        "Whole profile",
        "About this check",
    ]


@pytest.mark.parametrize(
    ("text", "suggestions", "words"),
    [
        ("x", (), ""),
        ("x", ("Engineer",), "Write: Engineer"),
        ("x", ("a", "b", "c", "d"), "Write: a"),
        ("x", ("",), "Delete it"),
        (" ", ("",), "Delete: the space"),
        ("  ", (" ",), "Write: one space"),
        (" ,", (",",), "Write: “,”"),
    ],
)
def test_what_to_write(find, text, suggestions, words):
    assert remedy(find("spacing", "/about", 0, 1, text, suggestions=suggestions)) == words


def test_there_is_a_choice_where_we_are_less_than_sure(find):
    suggestions = ("a", "b", "c", "d")
    finding = find(
        "spacing", "/about", 0, 1, "x", suggestions=suggestions, confidence=Confidence.MEDIUM
    )
    assert remedy(finding) == "Write: a or b or c"
