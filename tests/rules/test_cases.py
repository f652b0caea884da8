"""Each rule file is valid, and its own cases come out as it says."""

from pathlib import Path

import pytest

from profilelint.rule_cases import failures
from profilelint.rule_file import read_rule_file
from profilelint.ruleset import built_in_folder

FILES = sorted(built_in_folder().glob("*/*.yaml"))


def test_there_are_rules() -> None:
    assert len(FILES) >= 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cases(path: Path) -> None:
    assert list(failures(read_rule_file(path))) == []
