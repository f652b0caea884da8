"""``profilelint test-rules``."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from rule_text import rule

EXAMPLE = Path(__file__).parents[2] / "examples" / "profilelint-house-rules" / "src" / "house_rules"


@pytest.fixture
def tested(run, tmp_path):
    def with_rule(text: str, name: str = "client-named"):
        path = tmp_path / "house" / "wording" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return run("test-rules", "house")

    return with_rule


def test_what_holds_is_counted(tested):
    done = tested(rule())
    assert (done.code, done.out) == (0, "1 rule, 2 cases: all is as they say\n")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (rule(bad="They whisper"), ":10: bad case 1: found nothing, not anything"),
        (rule(good="They SHOUT"), ":12: good case 1: found 'SHOUT', not nothing"),
        (
            rule().replace('SHOUT"\n', 'SHOUT"\n    finds: [SHUOT]\n'),
            ":10: bad case 1: found ['SHOUT'], not ['SHUOT']",
        ),
        (
            rule().replace('SHOUT"\n', 'SHOUT"\n    severity: error\n'),
            ":10: bad case 1: the severity is warning, not error",
        ),
        (
            rule().replace('SHOUT"\n', 'SHOUT"\n    fixed: They talk\n'),
            ":10: bad case 1: mended it reads 'They SHOUT', not 'They talk'",
        ),
        (
            rule(message="{nmae} is loud"),
            ":10: bad case 1: The rule client-named of house broke down (LookupError: its message",
        ),
        (
            rule("pattern", "{match: ['(?P<who>x)?SHOUT']}", message="{who} is loud"),
            ":10: bad case 1: a placeholder of the message is empty: 'None is loud'",
        ),
        (
            rule().replace('text: "They SHOUT"', "profile: {positions: 3}"),
            ":10: bad case 1: it cannot be run: positions: input should be a valid tuple",
        ),
        (rule().partition("good:")[0], ": good: field required; mend the rule file"),
        (rule().replace("kind: pattern", "kind: patern"), ":3: no kind is called “patern”"),
    ],
)
def test_what_does_not_hold_is_named_with_its_line(tested, text, line):
    done = tested(text)
    assert done.code == 1
    first, *_, last = done.out.splitlines()
    assert first.startswith(f"house/wording/client-named.yaml{line}")
    assert last.startswith("1 rule, ")
    assert last.endswith("in 1 file")


def test_an_id_of_ours_is_taken(tested):
    done = tested(rule(), "weak-start")
    assert done.code == 1
    assert "the built-in rules have a “weak-start”" in done.out


def test_no_folder_and_no_rules_are_usage_errors(run, tmp_path):
    assert run("test-rules", "nowhere").code == 2
    (tmp_path / "empty").mkdir()
    done = run("test-rules", "empty")
    assert done.code == 2
    assert "no rules here" in done.err


def test_the_built_in_rules_hold_under_the_limits_of_others(run, tmp_path):
    # The same files as somebody else's: the engine that can be stopped finds what Python's does.
    import shutil

    from profilelint.ruleset import built_in_folder

    for category in ("completeness", "wording", "consistency", "presence"):
        shutil.copytree(built_in_folder() / category, tmp_path / "copy" / category)
    done = run("test-rules", "copy")
    wrong = [line for line in done.out.splitlines() if "the built-in rules have a" not in line]
    assert len(wrong) == 1, wrong
    assert " 0 cases failed" in wrong[0]
