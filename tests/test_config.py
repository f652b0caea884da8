"""Settings are found, read and checked; a wrong one names the nearest right one."""

from datetime import date
from pathlib import Path

import pytest

from profilelint import ConfigError, config, config_file
from profilelint.config import Config


def test_keys_are_kebab_case_in_files_and_snake_case_in_programs() -> None:
    assert config.make({"fail-on": "warning"}) == config.make({"fail_on": "warning"})


def test_a_lone_text_is_a_list_of_one() -> None:
    assert config.make({"select": "proofing"}).select == ("proofing",)


def test_a_date_may_be_text_or_toml() -> None:
    assert config.make({"as-of": "2026-11-24"}).as_of == date(2026, 11, 24)
    assert config.make({"as-of": date(2026, 11, 24)}).as_of == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("settings", "parts"),
    [
        ({"audiance": "recruiter"}, ["profilelint.toml", "audiance", "“audience”"]),
        ({"fail_no": "error"}, ["fail_no", "“fail-on”"]),
        ({"audience": "boss"}, ["audience", "'boss'", "'recruiter' or 'hiring-manager'"]),
        ({"min-score": 200}, ["min-score", "200", "less than or equal to 100"]),
        ({"language": "English"}, ["language", "English"]),
        ({"pedantic": "perhaps"}, ["pedantic", "perhaps"]),
        ({"words": [1]}, ["words", "valid string"]),
    ],
)
def test_wrong_settings_are_named(settings: dict[str, object], parts: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        config.make(settings, "profilelint.toml")
    message = str(caught.value)
    assert all(part in message for part in parts), message
    assert "\n" not in message
    assert caught.value.exit_code == 2


def test_the_file_of_its_own_wins(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.profilelint]\npedantic = true\n")
    assert config_file.discover(tmp_path) == tmp_path / "pyproject.toml"
    (tmp_path / "profilelint.toml").write_text("")
    assert config_file.discover(tmp_path) == tmp_path / "profilelint.toml"


def test_a_pyproject_without_our_table_is_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert config_file.discover(tmp_path) is None


def test_the_search_ends_at_the_repository(tmp_path: Path) -> None:
    (tmp_path / "profilelint.toml").write_text("")
    inner = tmp_path / "repository" / "folder"
    inner.mkdir(parents=True)
    assert config_file.discover(inner) == tmp_path / "profilelint.toml"
    (tmp_path / "repository" / ".git").mkdir()
    assert config_file.discover(inner) is None


def test_folders_of_rules_are_meant_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "profilelint.toml"
    file.write_text('rules = "house"\n')
    assert config_file.read(file).config().rules == (str(tmp_path / "house"),)


def test_broken_toml_names_the_line(tmp_path: Path) -> None:
    file = tmp_path / "profilelint.toml"
    file.write_text("a = 1\nb = = 2\n")
    with pytest.raises(ConfigError, match="line 2"):
        config_file.read(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.toml"):
        config_file.read(tmp_path / "nowhere.toml")


def test_no_pyproject_table_is_no_setting(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text("")
    assert config_file.read(file).config() == Config()


def test_limits_come_from_the_settings() -> None:
    assert Config(max_pages=7).limits.pages == 7


@pytest.mark.parametrize("value", ["0", 0, "yesterday", "2026", True])
def test_a_day_is_written_as_one(value: object) -> None:
    with pytest.raises(ConfigError, match="2026-11-24"):
        config.make({"as-of": value})


def test_a_program_gets_one_line_too() -> None:
    assert Config(select="proofing").select == ("proofing",)
    with pytest.raises(ConfigError, match="audience = 'boss' makes no sense"):
        Config(audience="boss")


@pytest.mark.parametrize("content", ["tool = 5\n", "[tool]\nprofilelint = 'x'\n"])
def test_a_table_that_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / ".git").mkdir()
    file = tmp_path / "pyproject.toml"
    file.write_text(content)
    if "profilelint" in content:
        with pytest.raises(ConfigError, match="no table"):
            config_file.read(file)
    else:
        assert config_file.discover(tmp_path) is None


def test_both_ways_of_writing_a_key_are_one_key(tmp_path: Path) -> None:
    file = tmp_path / "profilelint.toml"
    file.write_text("fail_on = 'never'\n")
    assert config_file.read(file).config().fail_on == "never"
