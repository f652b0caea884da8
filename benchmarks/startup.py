"""Start-up, as a person feels it: whole processes, side by side in one run.

Two goals:

- ``profilelint check PDF`` takes at most 1.3 times as long as a bare Python process that builds
  ``harper.Linter()`` and lints the same text;
- ``profilelint --version`` takes at most 2 times as long as ``python -c "import click"``.

Run it with ``make benchmark``. The commands take turns, so that a change of the machine's speed
hits all alike; ratios are taken pair by pair, and their median is what counts. The first turn is
told apart: it may have to read files that later turns find in memory.
"""

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "examples" / "engineer-mistakes-en.pdf"
PROFILELINT = Path(sys.executable).with_name("profilelint")

BARE_HARPER = """
import sys, pathlib, harper
linter = harper.Linter()
linter.lint(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), language="plaintext")
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--turns", type=int, default=11, help="how often each command runs")
    parser.add_argument("--sample", type=Path, default=SAMPLE, help="the PDF that is linted")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "profile.txt"
        text.write_text(text_of(arguments.sample), encoding="utf-8")
        python = sys.executable
        commands = {
            "profilelint check": [str(PROFILELINT), "check", "-q", str(arguments.sample)],
            "bare Harper": [python, "-c", BARE_HARPER, str(text)],
            "profilelint --version": [str(PROFILELINT), "--version"],
            "import click": [python, "-c", "import click"],
        }
        seconds = take_turns(commands, arguments.turns)

    figures = {
        "check / bare Harper": ratios(seconds["profilelint check"], seconds["bare Harper"]),
        "--version / import click": ratios(
            seconds["profilelint --version"], seconds["import click"]
        ),
    }
    goals = {"check / bare Harper": 1.3, "--version / import click": 2.0}
    if arguments.json:
        print(json.dumps({"seconds": seconds, "ratios": figures}, indent=2))
        return
    machine = platform.machine()
    print(f"Python {platform.python_version()}, harper-py {version('harper-py')}, {machine}")
    print(f"{arguments.sample.name}, {arguments.turns} turns\n")
    print(f"{'command':24} {'first s':>8} {'median s':>9} {'min s':>7} {'max s':>7}")
    for name, times in seconds.items():
        again = times[1:] or times
        print(
            f"{name:24} {times[0]:8.3f} {statistics.median(again):9.3f}"
            f" {min(again):7.3f} {max(again):7.3f}"
        )
    print(f"\n{'ratio':26} {'median':>7} {'goal':>5}")
    for name, values in figures.items():
        print(f"{name:26} {statistics.median(values):7.2f} {goals[name]:5.1f}")


def text_of(sample: Path) -> str:
    """The texts that profilelint proofreads in a sample, a line each."""
    import profilelint
    from profilelint.fields import fields

    profile = profilelint.load(sample).profile
    targets = ("headline", "about", "positions.title", "positions.description")
    return "\n\n".join(field.text for target in targets for field in fields(profile, target))


def take_turns(commands: dict[str, Sequence[str]], turns: int) -> dict[str, list[float]]:
    """Run each command once a turn; return the seconds of each."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(turns):
        for name, command in commands.items():
            start = time.perf_counter()
            done = subprocess.run(command, capture_output=True, check=False)
            seconds[name].append(time.perf_counter() - start)
            if done.returncode not in (0, 1):
                sys.exit(f"{name} failed: {done.stderr.decode()}")
    return seconds


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """Ratios pair by pair, the first turn left out where there are more."""
    pairs = list(zip(ours, theirs, strict=True))
    return [a / b for a, b in (pairs[1:] or pairs)]


if __name__ == "__main__":
    main()
