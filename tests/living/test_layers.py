"""Settings are laid over one another, and each value knows where it came from."""

import sys
from pathlib import Path

import pytest

import profilelint
from profilelint import ConfigError
from profilelint.config import Config
from profilelint.config_file import PRESETS, Settings, for_path, read, told
from profilelint.linter import Linter


@pytest.fixture
def file(tmp_path):
    def write(text, name="profilelint.toml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def origins(settings: Settings) -> dict[str, str]:
    return {one.key: Path(one.origin).name for one in settings.values() if one.origin != "default"}


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_is_a_valid_file_whose_rules_exist(file, preset):
    config = read(file(f'extends = "{preset}"')).config()
    Linter(config)


def test_a_file_wins_over_what_it_extends_and_the_command_line_over_both(file):
    file('audience = "hiring-manager"\nfail-on = "warning"\nlanguage = "en-GB"', "team.toml")
    path = file('extends = ["strict", "team.toml"]\nfail-on = "suggestion"')
    settings = read(path).over({"language": "en-US"})
    config = settings.config()
    assert (config.fail_on, config.audience, config.language) == (
        "suggestion",
        "hiring-manager",
        "en-US",
    )
    assert config.pedantic  # of the preset
    assert origins(settings) == {
        "fail-on": "profilelint.toml",
        "audience": "team.toml",
        "language": "the command line",
        "pedantic": "preset strict",
        "require-ready": "preset strict",
    }


def test_lists_add_up_and_select_replaces(file):
    file('ignore = ["wording"]\nselect = ["proofing"]', "team.toml")
    path = file('extends = "team.toml"\nignore = ["few-skills"]\nselect = ["completeness"]')
    settings = read(path).over({"ignore": ["photo-missing"]})
    assert settings.config().ignore == ("wording", "few-skills", "photo-missing")
    assert settings.config().select == ("completeness",)
    found = origins(settings)
    assert [found[f"ignore[{n}]"] for n in range(3)] == [
        "team.toml",
        "profilelint.toml",
        "the command line",
    ]


def test_tables_are_laid_over_key_by_key(file):
    file('[rule.few-skills]\nseverity = "error"\noptions = {min = 3}', "team.toml")
    path = file('extends = "team.toml"\n[rule.few-skills]\nseverity = "suggestion"')
    setting = read(path).config().rule["few-skills"]
    assert (setting.severity, dict(setting.options)) == ("suggestion", {"min": 3})


def test_a_package_that_is_installed_may_be_extended_and_is_not_run(file, tmp_path, monkeypatch):
    home = tmp_path / "site"
    file("raise RuntimeError('never imported')", "site/house_style/__init__.py")
    file('audience = "hiring-manager"', "site/house_style/team.toml")
    monkeypatch.setattr(sys, "path", [str(home), *sys.path])
    settings = read(file('extends = "house_style:team.toml"'))
    assert settings.config().audience == "hiring-manager"
    assert origins(settings) == {"audience": "house_style:team.toml"}


def test_no_package_is_looked_for_in_the_working_folder(file, tmp_path, monkeypatch):
    file("", "house_style/__init__.py")
    file('audience = "hiring-manager"', "house_style/team.toml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), *sys.path])
    with pytest.raises(ConfigError, match="no such preset"):
        read(file('extends = "house_style:team.toml"'))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('extends = "strickt"', ["profilelint.toml", "strickt", "did you mean “strict”"]),
        ('extends = "nowhere.toml"', ["nowhere.toml"]),
        ('extends = "profilelint.toml"', ["extends itself"]),
        ('extends = "no_such_package:a.toml"', ["no_such_package:a.toml"]),
        ("[rule.few-skills]\nseverty = 'x'", ["rule.few-skills.severty", "“severity”"]),
        ("[rule.few-skills]\nseverity = 'loud'", ["rule.few-skills.severity", "loud"]),
        ("[[suppress]]\nrule = 'date-gap'", ["suppress[0].reason is missing"]),
        ("[[suppress]]\nrule = 'a'\nreason = 'why not'\nuntil = 'soon'", ["suppress[0].until"]),
        ("[answers]\nfoto = true", ["answers.foto", "“photo”"]),
        ("[[overrides]]\nignore = ['a']", ["overrides[0].paths is missing"]),
        ("[[overrides]]\npaths = ['a']\nfail-on = 'error'", ["overrides[0].fail-on"]),
        ('dictionary = "none.txt"', ["none.txt", "dictionary"]),
    ],
)
def test_wrong_settings_are_named_with_their_place(file, text, parts):
    with pytest.raises(ConfigError) as error:
        read(file(text)).config()
    message = str(error.value)
    assert all(part in message for part in parts), message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("[rule.few-skils]\nseverity = 'off'", ["few-skils", "“few-skills”"]),
        ("[rule.few-skills.options]\nmni = 3", ["rule.few-skills.options", "mni", "“min”"]),
        ("[rule.few-skills.options]\nmin = 'x'", ["rule.few-skills.options", "integer"]),
        ("[rule.no-current-position.options]\na = 1", ["no option “a”"]),
    ],
)
def test_a_rule_that_is_set_wrong_is_named(file, text, parts):
    config = read(file(text)).config()
    with pytest.raises(ConfigError) as error:
        Linter(config)
    assert all(part in str(error.value) for part in parts), str(error.value)


def lint(about, **options):
    return profilelint.lint({"name": "Ada", "about": about}, language="en-US", **options)


def test_a_severity_that_is_set_wins_over_the_audience():
    text = "I know Python , SQL and R, and I have used all three of them at work."
    options = {"select": ["spacing"], "audience": "hiring-manager"}
    (loud,) = lint(text, **options).findings
    (quiet,) = lint(text, **options, rule={"spacing": {"severity": "suggestion"}}).findings
    assert (loud.severity, quiet.severity) == ("error", "suggestion")


def test_off_switches_a_rule_off_and_points_and_options_are_taken():
    off = lint("", rule={"about-missing": {"severity": "off"}})
    assert "about-missing" not in {finding.rule for finding in off.findings}
    report = lint("", select=["about-missing"], rule={"about-missing": {"points": 3}})
    assert report.findings[0].points == 3
    skills = {"name": "Ada", "skills": [{"name": "Welding"}, {"name": "Brazing"}]}
    options = {"few-skills": {"options": {"min": 1}}}
    found = profilelint.lint(skills, select=["few-skills"], rule=options).findings
    assert found == ()


def test_overrides_hold_for_the_files_they_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    config = Config(
        ignore=("wording",),
        overrides=[
            {"paths": "drafts/**", "ignore": "completeness", "audience": "hiring-manager"},
            {"paths": ["drafts/b.json"], "audience": "recruiter"},
        ],
    )
    assert for_path(config, "a.json") is config
    inside = for_path(config, "drafts/a.json")
    assert (inside.ignore, inside.audience) == (("wording", "completeness"), "hiring-manager")
    assert for_path(config, "drafts/b.json").audience == "recruiter"
    assert for_path(config, "drafts/a.json", {"audience": "recruiter"}).audience == "recruiter"


def test_what_is_told_is_toml(file):
    import tomllib

    settings = read(file('words = ["a"]\naudience = "recruiter"\n[answers]\nphoto = true'))
    lines = [line.partition("  #")[0] for line in told(settings, changed=True)]
    plain = [line.replace("words[0] = ", "words = ") for line in lines]
    values = tomllib.loads("\n".join(plain))
    assert values == {"words": "a", "audience": "recruiter", "answers": {"photo": True}}
