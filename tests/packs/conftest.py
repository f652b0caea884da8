"""Packages as they lie in an environment, and the command line beside them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PROFILE = {
    "name": "Ada Example",
    "headline": "Engineer at Example Labs",
    "about": "SHOUT it out 3 times. " + "a" * 40 + "!",
}


@pytest.fixture
def install(tmp_path: Path) -> Callable[..., Path]:
    """Lay a package into a folder that is on Python's path, with its metadata, as pip would."""

    def installed(name: str, entry_points: str, files: dict[str, str]) -> Path:
        site = tmp_path / "site"
        info = site / f"{name.replace('-', '_')}-1.2.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
        (info / "entry_points.txt").write_text(entry_points)
        for path, text in files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, encoding="utf-8")
        return site

    return installed


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "profile.json"
    path.parent.mkdir()
    path.write_text(json.dumps(PROFILE), encoding="utf-8")
    return path


@pytest.fixture
def profilelint(tmp_path: Path, profile: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run ``python -m profilelint`` in a process of its own, in the folder of the profile."""

    def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(ROOT), str(tmp_path / "site")])
        return subprocess.run(
            [sys.executable, "-m", "profilelint", *map(str, arguments)],
            cwd=cwd or profile.parent,
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
