"""The worked example of a pack, built and installed for real, and a broken one beside it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "examples" / "profilelint-house-rules"
PROFILE = {
    "name": "Ada Example",
    "headline": "Engineer at Example Labs and Example Consulting",
    "about": "Moved Carrowbeg to the cloud.",
}
BROKEN = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "broken-plugin"
version = "0.3"
[project.entry-points."profilelint.packs"]
broken = "broken_plugin:rules"
[project.entry-points."profilelint.reporters"]
broken = "broken_plugin"
"""

pytestmark = pytest.mark.package
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> Run:
    """The command of a fresh environment with profilelint, the example and a broken plugin."""
    folder = tmp_path_factory.mktemp("installed")
    broken = folder / "broken"
    (broken / "broken_plugin").mkdir(parents=True)
    (broken / "pyproject.toml").write_text(BROKEN, encoding="utf-8")
    (broken / "broken_plugin" / "__init__.py").write_text("import nowhere_to_be_found\n")
    wheels = []
    for source in (ROOT, EXAMPLE, broken):
        dist = folder / "dist" / source.name
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", dist]
        subprocess.run([*command, source], check=True, capture_output=True)
        wheels += dist.glob("*.whl")
    environment = folder / "venv"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True, capture_output=True)
    binaries = environment / ("Scripts" if os.name == "nt" else "bin")
    install = [binaries / "python", "-m", "pip", "install", "--quiet", *wheels]
    subprocess.run(install, check=True, capture_output=True)
    home = folder / "home"
    home.mkdir()
    (home / "profile.json").write_text(json.dumps(PROFILE), encoding="utf-8")

    def command(*arguments: object) -> subprocess.CompletedProcess[str]:
        without = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        return subprocess.run(
            [binaries / "profilelint", *map(str, arguments)],
            cwd=home,
            env=without,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return command


CHECK = ("check", "profile.json", "--grammar", "off")


def test_its_rules_and_its_kind_find_what_they_should(run: Run) -> None:
    done = run(*CHECK, "--format", "json")
    findings = json.loads(done.stdout)["reports"][0]["findings"]
    said = {finding["rule"]: finding["message"] for finding in findings}
    assert said["client-named"] == "“Carrowbeg” must not be named in public; write “a client”"
    assert said["daughter-first"] == "“Example Consulting” comes before “Example Labs”"
    assert "no-position" in said
    assert done.returncode == 1


def test_the_broken_one_beside_it_is_named_and_skipped(run: Run) -> None:
    done = run(*CHECK, "--format", "checklist")
    (line,) = done.stderr.splitlines()
    assert "skipped the pack “broken” of broken-plugin 0.3" in line
    assert "- [ ] “Carrowbeg” must not be named" in done.stdout
    broken = run(*CHECK, "--format", "broken")
    assert broken.returncode == 2
    assert "the reporter “broken” of broken-plugin 0.3: ModuleNotFoundError" in broken.stderr
    assert "Traceback" not in broken.stderr


def test_its_rules_are_listed_and_explained_with_where_they_come_from(run: Run) -> None:
    listed = run("rules").stdout
    assert listed.count("[profilelint-house-rules 1.0.0]") == 3
    assert "From: profilelint-house-rules 1.0.0" in run("rule", "daughter-first").stdout


def test_its_own_tests_pass(run: Run) -> None:
    done = run("test-rules", EXAMPLE / "src" / "house_rules" / "rules")
    assert (done.returncode, done.stdout) == (0, "3 rules, 15 cases: all is as they say\n")
