"""Warm speed on one core, and peak memory, of each contender in a fresh process."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.proofing.contender import Line
from benchmarks.proofing.install_peers import INSTALLED

SLICES = 6
WORDS = 12_000
SENTENCES = 10


@dataclass(frozen=True)
class Speed:
    """What a fresh process took.

    Attributes:
        rate: words a second, the median of five different texts.
        slowest: that of the text which took longest.
        fastest: that of the text which took least.
        megabytes: peak memory of its largest process.
        at_most: whether the process that starts a command is the largest, so that the command
            itself takes no more.
    """

    rate: float
    slowest: float
    fastest: float
    megabytes: float
    at_most: bool


def texts(sentences: Sequence[str]) -> list[list[Line]]:
    """Sentences in paragraphs of ten, as a profile's About has, in six texts of like length.

    They are dealt round, so that each text holds the same share of every source.
    """
    kept, words = [], 0
    for sentence in sentences:
        if words < WORDS:
            kept.append(sentence)
            words += len(sentence.split())
    slices = []
    for index in range(SLICES):
        own = kept[index::SLICES]
        starts = range(0, len(own), SENTENCES)
        slices.append([Line(" ".join(own[at : at + SENTENCES]), "about") for at in starts])
    return slices


def run(name: str, slices: Sequence[Sequence[Line]]) -> Speed:
    """Time the contender of that name.

    Raises:
        RuntimeError: its process failed.
    """
    command = name in INSTALLED
    program = [sys.executable, "-m", "benchmarks.proofing.speed_probe"]
    with tempfile.TemporaryDirectory() as cache:
        # A server that was started before would not be pinned with the rest.
        environment = {**os.environ, "XDG_CACHE_HOME": str(Path(cache))}
        ended = subprocess.run(
            [*program, name, "command" if command else "module"],
            input=json.dumps(slices),
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    if ended.returncode:
        message = f"{name}: {ended.stderr.strip()}"
        raise RuntimeError(message)
    figures = json.loads(ended.stdout)
    rates = figures["rates"]
    return Speed(
        statistics.median(rates),
        min(rates),
        max(rates),
        figures["megabytes"],
        command and figures["megabytes"] < 1.1 * figures["harness"],
    )
