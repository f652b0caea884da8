"""docs/writing-rules.md does what it says, and docs/kinds.md is not stale."""

import json
import re
import sys
from pathlib import Path

import pytest
import yaml

from profilelint.kinds import KINDS
from profilelint.kinds.expression import _KEYS
from profilelint.rule_file import Case, RuleFile

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```\w+\n# (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))
SECOND = """\
summary: The daughter comes first.
why: The brand guide says so.
kind: name-order
targets: [headline]
with: {first: Acme Group, other: Acme Labs}
message: "“{match}” comes before “{other}”"
since: "1.0"
bad:
  - text: "Acme Labs, Acme Group"
good:
  - text: "Acme Group, Acme Labs"
"""


@pytest.fixture
def acme(install):
    points = re.sub(r"project\.entry-points\.\"(.*)\"", r"\1", BLOCKS["pyproject.toml"])
    files = {path: text for path, text in BLOCKS.items() if path.startswith("acme/")}
    second = {"acme/rules/consistency/daughter-first.yaml": SECOND}
    return install("acme", points.replace('"', ""), {"acme/__init__.py": "", **files, **second})


def test_the_page_has_an_example_of_each():
    assert len(BLOCKS) == 6


def test_its_rule_and_its_kind_pass_their_tests(acme, profilelint):
    done = profilelint("test-rules", acme / "acme" / "rules")
    assert (done.returncode, done.stdout) == (0, "2 rules, 5 cases: all is as they say\n")


def test_its_loader_its_engine_and_its_reporter_work(acme, profilelint, profile):
    text = "ACME PROFILE\nAda Example\nI leverage Carrowbeg at Acme Labs, Acme Group\n"
    (profile.parent / "me.acme").write_text(text)
    done = profilelint("check", "me.acme", "--grammar", "acme-style", "--format", "json")
    (report,) = json.loads(done.stdout)["reports"]
    found = {finding["rule"]: finding["text"] for finding in report["findings"]}
    assert found["client-named"] == "Carrowbeg"
    assert found["daughter-first"] == "Acme Group"
    assert found["grammar"] == "leverage"
    assert report["source"]["format"] == "acme-text"
    count = profilelint("check", "me.acme", "--grammar", "off", "--format", "count").stdout
    assert re.fullmatch(r"me\.acme: \d+\n", count)


def test_its_tables_name_every_key():
    keys = {field.alias or name for name, field in RuleFile.model_fields.items()}
    keys |= {field.alias or name for name, field in Case.model_fields.items()} | set(_KEYS)
    told = set(re.findall(r"`([a-z]+)`", PAGE))
    assert keys <= told
    assert yaml.safe_load(BLOCKS["acme/rules/wording/client-named.yaml"]).keys() <= keys


def test_the_page_of_the_kinds_is_not_stale():
    sys.path.insert(0, str(ROOT / "tools"))
    from kinds_page import PAGE as KINDS_PAGE
    from kinds_page import page

    assert KINDS_PAGE.read_text(encoding="utf-8") == page(), "run python tools/kinds_page.py"
    assert all(f"## `{name}`" in page() for name in KINDS)
