"""No expression of other people's rules hangs a run, and it finds what Python's would."""

import json
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilelint.errors import RuleFileError
from profilelint.kinds.patterns import (
    LONGEST,
    PatternTooSlow,
    compile_pattern,
    limited,
)
from profilelint.rule_file import read_rule_file

sys.path.insert(0, str(Path(__file__).parent))
from rule_text import rule

HOPELESS = "a" * 40 + "!"
CHECK = ("check", "profile.json", "--grammar", "off", "--fail-on", "never", "--format", "json")


def rules(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / "wording" / f"{name.replace('_', '-')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_pythons_own_engine_would_hang_on_it():
    # Each letter doubles the time: 40 take a million times as long as 20.
    import time

    def steps(letters: int) -> float:
        begun = time.process_time()
        re.search("(a+)+$", "a" * letters + "!")
        return time.process_time() - begun

    assert steps(20) > 8 * steps(14)


@pytest.mark.parametrize("expression", ["(a+)+$", "(a|a)*$", "(a|aa)+$", "(?:a|aa|aaa)+$"])
def test_a_catastrophic_expression_ends_and_the_others_run(profilelint, tmp_path, expression):
    evil = rule(options="{match: ['" + expression + "']}", bad="aa", good="b")
    folder = rules(tmp_path / "house", evil=evil, fine=rule())
    done = profilelint(*CHECK, "--rules", folder)  # which gives up after two minutes
    report = json.loads(done.stdout)["reports"][0]
    said = {finding["rule"]: finding["message"] for finding in report["findings"]}
    assert said["fine"] == "“SHOUT” is loud"
    assert "no-position" in said
    if expression != "(a+)+$":  # which the engine sees through at once
        assert done.returncode == 3
        assert f"The rule evil of {folder} broke down (PatternTooSlow" in said["rule-crashed"]
        assert expression in said["rule-crashed"]


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("pattern", "{match: [{match: 'aa', unless: 'EVIL'}]}"),
        ("pattern", "{match: [{match: 'a.*!', rewrite: ['EVIL', 'b']}]}"),
        ("private", "{match: [{match: 'EVIL', what: a thing}]}"),
    ],
)
def test_every_option_that_takes_an_expression_is_held(profilelint, tmp_path, kind, options):
    text = rule(kind, options.replace("EVIL", "(a|aa)+$"), bad="aa!")
    folder = rules(tmp_path / "house", evil=text)
    done = profilelint(*CHECK, "--rules", folder)
    assert "PatternTooSlow" in done.stdout, done.stderr + done.stdout


def test_the_expressions_of_a_rule_share_one_budget():
    with limited():
        pattern = compile_pattern("(a|aa)+$")
        with pytest.raises(PatternTooSlow, match=re.escape("(a|aa)+$")):
            pattern.search(HOPELESS)
        with pytest.raises(PatternTooSlow):
            list(pattern.finditer(HOPELESS))
    with limited():
        assert compile_pattern("(a|aa)+$").search("aaa")[0] == "aaa"


@pytest.mark.parametrize(
    "expression", ["(a{1000}){1000}", "((a{99}){99}){99}", "(?:a{200,}){200,}"]
)
def test_an_expression_that_would_fill_the_memory_is_refused(expression):
    with limited(), pytest.raises(ValueError, match="repeats a part"):
        compile_pattern(expression)


def test_an_endless_expression_is_refused():
    with limited(), pytest.raises(ValueError, match="characters"):
        compile_pattern("a" * (LONGEST + 1))


@pytest.mark.parametrize("expression", ["(", "a{2", r"(?<=a+)b", r"\p{L}", "(?|a|b)"])
def test_what_python_does_not_read_is_no_expression(expression):
    try:
        re.compile(expression)
    except re.error:
        with limited(), pytest.raises(ValueError, match="no regular expression"):
            compile_pattern(expression)
    else:
        with limited():
            compile_pattern(expression)


PARTS = st.sampled_from(
    [
        "a",
        "é",
        r"\w",
        r"\b",
        ".",
        "[a-zé]",
        "(?:ab|b)",
        "(a)",
        "a?",
        "b*",
        r"\d+",
        "(?<=a)",
        "(?!b)",
    ]
)


@given(
    st.lists(PARTS, min_size=1, max_size=5).map("".join),
    st.text("abéÉ 1\n.", max_size=12),
    st.sampled_from([0, re.IGNORECASE, re.MULTILINE, re.DOTALL | re.ASCII]),
)
def test_it_finds_what_python_finds(expression, text, flags):
    with limited():
        ours = compile_pattern(expression, flags)
        found = [m.span() for m in ours.finditer(text)]
        first = ours.search(text)
    theirs = re.compile(expression, flags)
    assert found == [m.span() for m in theirs.finditer(text)]
    assert (first and first.groups()) == ((m := theirs.search(text)) and m.groups())


BOMB = "with: {match: [&a [x, x, x, x], &b [*a, *a, *a, *a], [*b, *b]]}"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("with: {match: [SHOUT]}", BOMB), r":6: an alias stands for a text only"),
        (("with: {match: [SHOUT]}", "with: {match: " + "[" * 30 + "]" * 30 + "}"), "nested"),
        (("since:", "# " + "x" * 300_000 + "\nsince:"), "a rule file of 300,"),
        (("{match}", "{match:>999999999}"), "no plain placeholder"),
        (("{match}", "{match.__class__}"), "no plain placeholder"),
        (("“{match}”", "{"), "message: "),
        (("[headline, about]", "[headlin]"), ":4: a profile has no part “headlin”"),
        (("kind: pattern", "kind: patern"), ":3: no kind is called “patern”"),
        (("[SHOUT]", "['(']"), "no regular expression"),
    ],
)
def test_a_rule_file_that_is_wrong_or_hostile_is_refused(tmp_path, change, said):
    text = rule()
    assert change[0] in text
    path = rules(tmp_path, evil=text.replace(*change)) / "wording" / "evil.yaml"
    with pytest.raises(RuleFileError, match=said):
        read_rule_file(path, "somebody")


def test_an_alias_of_a_text_is_fine(tmp_path):
    text = rule().replace("[SHOUT]", "[&a SHOUT, *a]")
    path = rules(tmp_path, fine=text) / "wording" / "fine.yaml"
    assert read_rule_file(path, "somebody").rule.options["match"] == ["SHOUT", "SHOUT"]


@pytest.mark.parametrize("name", ["Evil", "rule-crashed", "evil_rule"])
def test_an_id_is_in_kebab_case_and_none_of_the_runs_own(run, tmp_path, name):
    (tmp_path / "house" / "wording").mkdir(parents=True)
    (tmp_path / "house" / "wording" / f"{name}.yaml").write_text(rule(), encoding="utf-8")
    done = run("rules", "--rules", tmp_path / "house")
    assert done.code == 2
    assert f"a rule cannot be called “{name}”" in done.err
