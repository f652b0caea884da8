"""Each rule has its page, which says what the rule file says today."""

import importlib.util
import re
from pathlib import Path

import pytest

from profilelint import config_file
from profilelint.rule_file import read_rule_file
from profilelint.ruleset import configure, load_rules

ROOT = Path(__file__).parent.parent.parent
PAGES = ROOT / "docs" / "rules"
RULES = load_rules()


def generator():
    spec = importlib.util.spec_from_file_location("pages", ROOT / "tools" / "build_rule_pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_page_is_stale_missing_or_left_over():
    written = {path.name: path.read_text("utf-8") for path in PAGES.iterdir()}
    expected = generator().pages()
    assert set(written) == set(expected), "run “make rule-pages”"
    stale = [name for name, text in expected.items() if written[name] != text]
    assert stale == [], "run “make rule-pages”"


def test_pages_are_made_of_the_rule_file(tmp_path):
    rule = next(rule for rule in RULES if rule.id == "few-skills")
    file = tmp_path / "completeness" / "few-skills.yaml"
    file.parent.mkdir()
    before = Path(rule.path).read_text("utf-8")
    file.write_text(before.replace("  min: 15", "  min: 12").replace("{name: Triage}", "{name: X}"))
    page = generator().page(read_rule_file(file))
    assert "| `min` | `12` |" in page
    assert "- {name: X}" in page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_configuration_of_a_page_is_one(rule, tmp_path):
    blocks = re.findall(
        r"```toml\n(.*?)```", (PAGES / f"{rule.id}.md").read_text("utf-8"), re.DOTALL
    )
    assert len(blocks) == 3
    for block in blocks:
        file = tmp_path / "profilelint.toml"
        file.write_text(block, encoding="utf-8")
        config = config_file.read(file).config()
        told = {*config.ignore, *config.rule, *(one.rule for one in config.suppress)}
        assert told == {rule.id}
        configure(RULES, config.rule)  # it takes these options
