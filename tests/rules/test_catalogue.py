"""What holds for the rules as a whole."""

import re
import sys
from pathlib import Path
from string import Formatter

import pytest
import yaml

from profilelint import scoring
from profilelint.finding import Severity
from profilelint.kinds import kind_of, options_of
from profilelint.linter import PRECEDENCE
from profilelint.rule import Rule
from profilelint.rule_cases import run
from profilelint.rule_file import read_rule_file
from profilelint.ruleset import built_in_folder, load_rules

sys.path.insert(0, str(Path(__file__).parent))
from written import texts

RULES = load_rules()
PROOFING = [rule for rule in RULES if rule.category == "proofing"]
SOURCES = yaml.safe_load(
    (built_in_folder().parent / "docs" / "sources.yaml").read_text(encoding="utf-8")
)


def ids(rule: Rule) -> str:
    return rule.id


def test_completeness_sums_to_thirty():
    every = [rule for rule in RULES if rule.category == "completeness"]
    score = scoring.score((), every)
    assert score.categories["completeness"].available == scoring.AVAILABLE["completeness"] == 30


def test_a_lesser_degree_shares_the_points_of_a_rule_that_costs_more():
    by_id = {rule.id: rule for rule in RULES}
    for rule in RULES:
        if rule.shares:
            shared = by_id[rule.shares]
            assert shared.shares is None
            assert shared.category == rule.category
            assert scoring.cost(rule, rule.severity) <= scoring.cost(shared, shared.severity)


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_ids_are_kebab_case(rule):
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.id)


def test_every_source_is_told_in_full():
    for key, source in SOURCES.items():
        assert {"title", "publisher", "year", "note"} <= source.keys(), key
        assert set(source) <= {"title", "publisher", "year", "note", "url"}, key
        assert 2000 <= source["year"] <= 2026, key


def test_every_source_is_known_and_used():
    named = {key for rule in RULES for key in rule.sources}
    assert named == SOURCES.keys()


def test_all_rules_but_two_rest_on_a_source():
    unsourced = {rule.id for rule in RULES if not rule.sources}
    assert unsourced == {"language-level-missing", "private-data"}


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_every_rule_says_why_and_since_when(rule):
    assert rule.since
    assert rule.why.endswith(".")
    assert rule.summary.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_a_message_is_one_sentence_without_a_stop(rule):
    assert not rule.message.endswith(".")
    assert rule.message == rule.message.strip()


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_every_expression_can_be_read(rule):
    # Those with a word are compiled only when it is found; a slip in one must not wait for that.
    options = options_of(rule, kind_of(rule))
    for name in ("expressions", "allowed"):
        for expression in getattr(options, name, ()):
            expression.compile()


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_every_word_is_part_of_what_its_expression_finds(rule):
    # A word that is not would switch its expression off without a trace.
    options = options_of(rule, kind_of(rule))
    cases = [case.text for case in read_rule_file(Path(rule.path)).bad if case.text]
    for expression in (e for e in getattr(options, "expressions", ()) if e.words):
        regex, _ = expression.compile()
        written = list(texts(regex))
        for text in [*written, *(case for case in cases if regex.search(case))]:
            assert any(word in text.lower() for word in expression.words), (text, expression.words)


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_every_placeholder_of_a_message_is_filled(rule):
    gaps = {name for _, name, _, _ in Formatter().parse(rule.message) if name}
    whole = read_rule_file(Path(rule.path))
    for case in whole.bad:
        _, findings = run(whole, case)
        for finding in findings:
            assert finding.rule == rule.id, finding.message  # and not rule-crashed
            assert "None" not in finding.message or "match" in gaps
            assert "{" not in finding.message.replace(finding.text or "", "")


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_there_are_three_bad_and_three_good_cases(rule):
    whole = read_rule_file(Path(rule.path))
    assert len(whole.bad) >= 3
    assert len(whole.good) >= 3


def test_findings_of_one_mistake_are_settled_between_known_rules():
    assert set(PRECEDENCE) <= {rule.id for rule in RULES}


def test_every_proofing_warning_is_an_error_for_a_hiring_manager():
    from profilelint.config import Config
    from profilelint.linter import Linter

    config = Config(audience="hiring-manager", select=("spacing",), language="en-US")
    with Linter(config) as linter:
        report = linter.lint({"about": "I know Python , SQL and R."})
    assert [finding.severity for finding in report.findings] == [Severity.ERROR]


def test_no_spelling_is_the_beginning_of_its_other_spelling():
    # “catalog” would be found in every “catalogue”.
    options = options_of(rule := next(r for r in RULES if r.id == "mixed-spelling"), kind_of(rule))
    for group in options.read:
        for one, other in group.pairs.items():
            assert not one.startswith(other)
            assert not other.startswith(one)
