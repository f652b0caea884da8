"""The score is the sum of its parts, and mending a finding never lowers it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilelint import scoring
from profilelint.document import Location
from profilelint.finding import Confidence, Finding, Severity, State, Verdict
from profilelint.profile import Profile
from profilelint.rule import CATEGORIES, Rule
from profilelint.ruleset import load_rules

RULES = load_rules()
OWNER = Profile(name="Ada Example", headline="Engineer")


def finding(rule: Rule, severity: Severity | None = None, **other: object) -> Finding:
    severity = severity or rule.severity
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=severity,
        confidence=Confidence.HIGH,
        pointer="/about",
        start=0,
        end=1,
        text="x",
        message="m",
        suggestions=(),
        points=scoring.cost(rule, severity),
        location=Location("f"),
        fingerprint="",
        **other,
    )


def rule(name: str) -> Rule:
    return next(rule for rule in RULES if rule.id == name)


findings = st.lists(
    st.builds(finding, st.sampled_from(RULES), st.sampled_from(Severity)), max_size=40
)


@given(findings, st.data())
def test_mending_a_finding_never_lowers_the_score(found, data) -> None:
    before = scoring.score(found, RULES)
    if found:
        mended = list(found)
        mended.pop(data.draw(st.integers(0, len(found) - 1)))
        after = scoring.score(mended, RULES)
        assert after.overall >= before.overall
        for category, part in before.categories.items():
            assert after.categories[category].points >= part.points
            assert after.categories[category].available == part.available


@given(findings)
def test_a_category_stays_within_its_bounds(found) -> None:
    scored = scoring.score(found, RULES)
    assert 0 <= scored.overall <= 100
    for part in scored.categories.values():
        assert 0 <= part.points <= part.available


@given(findings)
def test_the_way_to_ready_leads_there(found) -> None:
    scored = scoring.score(found, RULES)
    way = scoring.way_to_ready(found, scored)
    left = [f for f in found if f not in way]
    assert scoring.verdict(OWNER, left, scoring.score(left, RULES)) is Verdict.READY


def test_the_way_to_ready_is_empty_for_who_is_ready() -> None:
    found = [finding(rule("misspelling"), Severity.WARNING)]
    assert scoring.way_to_ready(found, scoring.score(found, RULES)) == ()


def test_nothing_found_is_a_hundred() -> None:
    scored = scoring.score([], RULES)
    assert scored.overall == 100
    ran = {rule.category for rule in RULES} & scoring.AVAILABLE.keys()
    assert {name: part.available for name, part in scored.categories.items()} == {
        name: points for name, points in scoring.AVAILABLE.items() if name in ran
    }


def test_nothing_ran_is_no_score() -> None:
    assert scoring.score([], []).overall is None


def test_skipped_rows_leave_what_is_available() -> None:
    ran = [r for r in RULES if r.category == "completeness" and r.id != "industry-missing"]
    assert scoring.score([], ran).categories["completeness"].available == 29


def test_a_lesser_degree_alone_is_available_with_its_own_points() -> None:
    ran = [rule("headline-default")]
    assert scoring.score([], ran).categories["completeness"].available == 2


def test_what_is_not_active_costs_nothing() -> None:
    spared = [finding(rule("about-missing"), state=state) for state in State if state != "active"]
    assert scoring.score(spared, RULES).overall == 100


@pytest.mark.parametrize(
    ("category", "severity", "points"),
    [
        ("proofing", Severity.ERROR, 2),
        ("proofing", Severity.WARNING, 1),
        ("proofing", Severity.SUGGESTION, 0.5),
        ("consistency", Severity.ERROR, 3),
        ("consistency", Severity.WARNING, 1.5),
        ("presence", Severity.WARNING, 1),
        ("invitation", Severity.ERROR, 0),
    ],
)
def test_the_usual_costs(category: str, severity: Severity, points: float) -> None:
    assert category in CATEGORIES
    usual = replace(RULES[0], category=category, points=None)
    assert scoring.cost(usual, severity) == points


def test_an_error_is_fixed_first() -> None:
    found = [finding(rule("misspelling"), Severity.ERROR)]
    scored = scoring.score(found, RULES)
    assert scoring.verdict(OWNER, found, scored) is Verdict.FIX_FIRST
    assert scoring.way_to_ready(found, scored) == tuple(found)


def test_a_blank_profile_is_not_ready() -> None:
    assert scoring.verdict(Profile(), [], scoring.score([], RULES)) is Verdict.NOT_READY


def test_a_low_score_is_not_ready() -> None:
    found = [finding(rule("misspelling"), Severity.ERROR)] * 20 + [
        finding(rule("about-missing"))
    ] * 3
    scored = scoring.score(found, RULES)
    assert scored.overall < 50
    assert scoring.verdict(OWNER, found, scored) is Verdict.NOT_READY


@pytest.mark.parametrize(("left", "verdict"), [(21, Verdict.READY), (20, Verdict.FIX_FIRST)])
def test_mostly_complete_is_seventy_percent(left: int, verdict: Verdict) -> None:
    gap = replace(finding(rule("few-skills"), Severity.SUGGESTION), points=30 - left)
    scored = scoring.score([gap], RULES)
    assert scored.categories["completeness"].points == left
    assert scoring.verdict(OWNER, [gap], scored) is verdict


def test_the_way_to_ready_is_short() -> None:
    spacing = [finding(rule("spacing"), Severity.WARNING) for _ in range(100)]
    weak = [finding(rule("weak-start"), Severity.WARNING) for _ in range(15)]
    gaps = [replace(finding(rule("few-skills"), Severity.SUGGESTION), points=9)]
    found = spacing + weak + gaps
    scored = scoring.score(found, RULES)
    assert scored.overall < 50
    assert len(scoring.way_to_ready(found, scored)) <= 15
