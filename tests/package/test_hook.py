"""The pre-commit hook, run by the real pre-commit in a real repository against this checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")

CLEAN = (ROOT / "examples" / "career-changer-en.json").read_text(encoding="utf-8")


def git(folder: Path, *arguments: str, environment: dict[str, str] | None = None) -> str:
    identity = ["-c", "user.name=Ada Example", "-c", "user.email=ada@example.org"]
    done = subprocess.run(
        ["git", *identity, *arguments],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def committed(folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", "-c", "user.name=Ada", "-c", "user.email=a@example.org", "commit", "-m", "Edit"],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.package
def test_a_typo_fails_the_commit_and_a_clean_profile_passes(checkout: Path, tmp_path: Path) -> None:
    environment = {"PRE_COMMIT_HOME": str(tmp_path / "cache")}
    owner = tmp_path / "owner"
    owner.mkdir()
    git(owner, "init", "--quiet")
    revision = git(checkout, "rev-parse", "HEAD").strip()
    (owner / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {checkout}\n    rev: {revision}\n    hooks:\n      - id: profilelint\n"
    )
    subprocess.run(
        [PRE_COMMIT, "install"],
        cwd=owner,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    resume = owner / "resume.json"

    assert "teacher" in CLEAN
    resume.write_text(CLEAN.replace("teacher", "teahcer", 1), encoding="utf-8")
    git(owner, "add", "--all")
    failed = committed(owner, environment)
    assert failed.returncode != 0
    assert "teahcer" in failed.stdout + failed.stderr

    resume.write_text(CLEAN, encoding="utf-8")
    git(owner, "add", "--all")
    passed = committed(owner, environment)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert git(owner, "log", "--oneline").strip().endswith("Edit")
