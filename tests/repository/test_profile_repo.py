"""The example of a profile in a repository, run for real: hook, suppression, baseline, CI."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "examples" / "profile-repo"
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")
IDENTITY = ["-c", "user.name=Ines", "-c", "user.email=ines@example.org"]


def git(folder: Path, *arguments: str, env: dict[str, str] | None = None, check: bool = True):
    return subprocess.run(
        ["git", *IDENTITY, *arguments],
        cwd=folder,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        check=check,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The example as a repository of its own."""
    copy = tmp_path / "profile-repo"
    shutil.copytree(EXAMPLE, copy)
    git(copy, "init", "--quiet")
    return copy


def edit(folder: Path, old: str, new: str) -> None:
    resume = folder / "resume.json"
    text = resume.read_text(encoding="utf-8")
    assert old in text
    resume.write_text(text.replace(old, new, 1), encoding="utf-8")


def lint(folder: Path, *arguments: str):
    return subprocess.run(
        [sys.executable, "-m", "profilelint", "check", "resume.json", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(folder / ".home")},
        capture_output=True,
        text=True,
        check=False,
    )


def states(folder: Path) -> dict[str, list[str]]:
    (report,) = json.loads(lint(folder, "--format", "json").stdout)["reports"]
    found: dict[str, list[str]] = {}
    for finding in report["findings"]:
        found.setdefault(finding["state"], []).append(finding["rule"])
    return found


def test_as_it_stands_nothing_counts_and_nothing_is_stale(repository):
    done = lint(repository)
    assert done.returncode == 0, done.stdout + done.stderr
    found = states(repository)
    assert "active" not in found
    assert found["suppressed"].count("misspelling") == 2
    assert found["baseline"] == ["few-skills"]


def test_a_planted_typo_is_new(repository):
    edit(repository, "Mentor two analysts", "Mentor two anlaysts")
    assert lint(repository).returncode == 1
    assert states(repository)["active"] == ["misspelling"]


def test_what_is_allowed_passes_where_it_is_allowed_only(repository):
    edit(repository, "Wrote the flood model", "Wrote the Watter model")
    assert "active" not in states(repository)
    edit(repository, "Own the warehouse", "Own the warehouze")
    assert lint(repository).returncode == 1


def test_a_mended_finding_makes_the_baseline_stale(repository):
    more = ", ".join(f'"{name}"' for name in ("dbt", "Kafka", "R", "QGIS", "Spark", "Terraform"))
    edit(repository, '"Docker"]', f'"Docker", {more}]')
    assert states(repository)["active"] == ["stale-baseline"]
    assert lint(repository).returncode == 1  # strict: a warning fails
    lint(repository, "--write-baseline")
    assert lint(repository).returncode == 0


def test_what_is_no_longer_needed_is_told_at_its_line(repository):
    settings = repository / "profilelint.toml"
    text = settings.read_text(encoding="utf-8")
    lines = [at for at, line in enumerate(text.splitlines(), 1) if line == "[[suppress]]"]
    settings.write_text(text.replace("2027-12-31", "2026-11-19"), encoding="utf-8")
    edit(repository, "Watter Wordz", "Water Words")
    done = lint(repository, "--format", "github")
    assert done.returncode == 1
    commands = [line.partition("::The")[0] for line in done.stdout.splitlines()]
    assert {
        f"::warning file=profilelint.toml,line={lines[0]},col=1,title=unused-suppression",
        f"::warning file=profilelint.toml,line={lines[1]},col=1,title=expired-suppression",
    } <= set(commands)
    assert any("title=few-positions" in command for command in commands)  # it counts again


def test_fixing_mends_only_the_typo(repository):
    before = (repository / "resume.json").read_text(encoding="utf-8")
    edit(repository, "Mentor two analysts", "Mentor the the analysts")
    command = [sys.executable, "-m", "profilelint", "fix", "resume.json"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=repository, env=env, check=True, capture_output=True)
    after = (repository / "resume.json").read_text(encoding="utf-8")
    assert after == before.replace("Mentor two analysts", "Mentor the analysts")


def test_the_job_of_the_ci_does_what_it_promises(repository):
    workflow = yaml.safe_load((repository / ".github/workflows/profile.yml").read_text())
    (command,) = [
        step["run"]
        for step in workflow["jobs"]["lint"]["steps"]
        if step.get("run", "").startswith("profilelint ")
    ]
    arguments = command.split()[3:]
    edit(repository, "Mentor two analysts", "Mentor two anlaysts")
    done = lint(repository, *arguments)
    assert done.returncode == 1
    assert "::error file=resume.json,line=" in done.stdout
    (uploaded,) = [
        step["with"]["sarif_file"]
        for step in workflow["jobs"]["lint"]["steps"]
        if "upload-sarif" in step.get("uses", "")
    ]
    (run,) = json.loads((repository / uploaded).read_text(encoding="utf-8"))["runs"]
    typos = [result for result in run["results"] if result["ruleId"] == "misspelling"]
    open_, *allowed = sorted(typos, key=lambda result: len(result.get("suppressions", ())))
    assert "anlaysts" in open_["message"]["text"]
    reasons = [mark["justification"] for result in allowed for mark in result["suppressions"]]
    assert len(reasons) == 2
    assert all("newsletter" in reason for reason in reasons)


@pytest.mark.package
def test_the_hook_stops_a_typo_and_lets_the_allowed_word_pass(repository, checkout, tmp_path):
    env = {"PRE_COMMIT_HOME": str(tmp_path / "cache"), "XDG_CONFIG_HOME": str(tmp_path / "home")}
    file = repository / ".pre-commit-config.yaml"
    config = yaml.safe_load(file.read_text())
    config["repos"][0]["repo"] = str(checkout)
    config["repos"][0]["rev"] = git(checkout, "rev-parse", "HEAD").stdout.strip()
    file.write_text(yaml.safe_dump(config))
    subprocess.run(
        [PRE_COMMIT, "install"],
        cwd=repository,
        env={**os.environ, **env},
        check=True,
        capture_output=True,
    )

    def committed():
        git(repository, "add", "--all")
        return git(repository, "commit", "-m", "Edit", env=env, check=False)

    first = committed()
    assert first.returncode == 0, first.stdout + first.stderr
    edit(repository, "Mentor two analysts", "Mentor two anlaysts")
    stopped = committed()
    assert stopped.returncode != 0
    assert "anlaysts" in stopped.stdout + stopped.stderr
    edit(repository, "anlaysts", "analysts")
    edit(repository, "Wrote the flood model", "Wrote the Watter model")
    allowed = committed()
    assert allowed.returncode == 0, allowed.stdout + allowed.stderr
    more = ", ".join(f'"{name}"' for name in ("dbt", "Kafka", "R", "QGIS", "Spark", "Terraform"))
    edit(repository, '"Docker"]', f'"Docker", {more}]')
    stale = committed()
    assert stale.returncode != 0
    assert "stale-baseline" in stale.stdout + stale.stderr
