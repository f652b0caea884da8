"""Whole sample profiles in which no mistake of language was planted: all flags are in vain."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import profilelint
from benchmarks.proofing.contender import Contender, Line
from benchmarks.proofing.subject import Subject
from profilelint.fields import fields
from profilelint.finding import Finding
from profilelint.profile import Profile

SAMPLES = Path(__file__).parent.parent.parent / "tests" / "samples"

CLEAN = (
    "nurse-clean-en",
    "operations-grouped-en",
    "student-sparse-en",
    "career-changer-en",
    "executive-en",
)
"""The English PDFs whose planted problems, if any, lie in dates, links and lists, not in prose."""

CLEAN_NOTES = (
    "01-recruiter-after-application",
    "02-hiring-manager-after-interview",
    "03-peer-event",
    "04-alumni",
    "05-shared-contact",
    "15-exactly-200",
)
"""The English notes without a problem, where the folder has ``messages``."""

PROSE = ("headline", "about", "positions.description", "volunteering.description")
_MARK = re.compile(r"^\s*(?:[•▪●◦*-]\s*)?")


@dataclass(frozen=True)
class Samples:
    """The prose of the samples.

    Attributes:
        profiles: the profiles; ours reads each as a whole.
        lines: their lines without bullet marks, and the notes, which the peers read.
    """

    profiles: tuple[Profile, ...]
    lines: tuple[Line, ...]

    @property
    def words(self) -> int:
        """The words of all lines."""
        return sum(len(line.text.split()) for line in self.lines)


def load(folder: Path = SAMPLES) -> Samples:
    """Read the samples of a folder laid out as ``tests/samples`` is."""
    pdfs = [folder / "linkedin-pdf" / f"{name}.pdf" for name in CLEAN]
    profiles = [profilelint.load(path).profile for path in pdfs if path.exists()]
    notes = [folder / "messages" / f"{name}.txt" for name in CLEAN_NOTES]
    # A note is a profile that holds nothing else, which treats all contenders alike.
    profiles += [
        Profile.model_validate({"name": "Ada Example", "about": path.read_text("utf-8").strip()})
        for path in notes
        if path.exists()
    ]
    return Samples(tuple(profiles), tuple(line for one in profiles for line in _lines(one)))


def _lines(profile: Profile) -> Iterator[Line]:
    for target in PROSE:
        for field in fields(profile, target):
            for line in field.text.splitlines():
                text = _MARK.sub("", line).strip()
                if text:
                    yield Line(text, "note")


def run(contender: Contender, samples: Samples) -> int:
    """How many flags there are in the prose."""
    if isinstance(contender, Subject):
        return sum(len(in_prose(contender, profile)) for profile in samples.profiles)
    return sum(map(len, contender.check(samples.lines)))


def in_prose(subject: Subject, profile: Profile) -> list[Finding]:
    """The findings that count in the prose of a profile, which is read as a whole."""
    prose = {field.pointer for target in PROSE for field in fields(profile, target)}
    return [finding for finding in subject.in_profile(profile) if finding.pointer in prose]
