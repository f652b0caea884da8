"""A short run of the fuzzer over each loader; ``make fuzz`` runs a long one."""

import subprocess
import sys
from pathlib import Path

import pytest

from profilelint import loaders

TARGET = Path(__file__).with_name("fuzz_loaders.py")
SECONDS = 4

atheris = pytest.importorskip("atheris", reason="atheris has no wheel for this platform")


@pytest.mark.parametrize("name", loaders.LOADERS)
def test_a_short_run_finds_nothing(name: str, tmp_path: Path) -> None:
    command = [sys.executable, str(TARGET), name, "--seconds", str(SECONDS)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    (line,) = [line for line in done.stderr.splitlines() if "number_of_executed_units" in line]
    assert int(line.split()[-1]) > 50, "it really ran"
