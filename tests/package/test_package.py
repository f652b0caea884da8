"""The rules and the data ship: in an editable install, a wheel and an sdist alike."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
RULES = {path.stem for path in (ROOT / "rules").glob("*/*.yaml")}
LISTED = "from profilelint.ruleset import load_rules; print(*(rule.id for rule in load_rules()))"
EXPLAINED = "import profilelint.explain; print(len(profilelint.explain.sources()))"
USED = (
    "import profilelint, sys; report = profilelint.lint(sys.argv[1]);"
    "print(profilelint.__file__, report.verdict.value, sum(f.active for f in report.findings) > 9)"
)
SAMPLE = ROOT / "examples" / "engineer-mistakes-en.pdf"


def python(code: str, *arguments: object, path: Path | None = None) -> str:
    """Run code in a fresh interpreter, away from the checkout."""
    import os

    environment = {**os.environ, **({"PYTHONPATH": str(path)} if path else {})}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(
        command, env=environment, cwd=path or "/", check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def installed(archive: Path, folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    command += ["--no-build-isolation", "--target", str(folder), str(archive)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_an_editable_install_finds_the_rules_of_the_checkout() -> None:
    assert set(python(LISTED).split()) == RULES


@pytest.mark.package
@pytest.mark.parametrize("suffix", ["*.whl", "*.tar.gz"])
def test_what_was_built_works(built: Path, tmp_path: Path, suffix: str) -> None:
    (archive,) = built.glob(suffix)
    site = installed(archive, tmp_path / "site")
    assert set(python(LISTED, path=site).split()) == RULES
    assert int(python(EXPLAINED, path=site)) > 5
    home, verdict, found = python(USED, SAMPLE, path=site).split()
    assert home.startswith(str(site)), "it is not the checkout that was used"
    assert (verdict, found) == ("fix-first", "True")


@pytest.mark.package
def test_the_wheel_holds_notices_and_types(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "profilelint/py.typed" in names
    assert any(name.endswith("/licenses/NOTICE") for name in names)
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not any(name.startswith("tests/") for name in names)


@pytest.mark.package
def test_the_sdist_holds_the_tests_and_no_environment(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    assert "rules/proofing/misspelling.yaml" in names
    assert "tests/package/test_package.py" in names
    assert not any(name.startswith((".venv", ".languagetool")) for name in names)
