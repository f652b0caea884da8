"""Who is measured: profilelint with each of its grammars, and the peers, asked in one way."""

import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from benchmarks.proofing.peer import Correction, Flag, Peer, probe
from benchmarks.proofing.peers import PEERS
from benchmarks.proofing.subject import Subject

GRAMMARS = ("harper", "both", "off")
"""What ``--grammar`` takes here; the first is the default, whose row bears the bare name."""

SLOW = frozenset({"LanguageTool", "LanguageTool picky", "pyspellchecker", "profilelint both"})
"""Left out of a quick run."""


class Line(NamedTuple):
    """A text, and the field of a profile it stands in."""

    text: str
    field: str


class Contender(Protocol):
    """What the runs ask."""

    @property
    def name(self) -> str:
        """What it is called in the tables."""

    def version(self) -> str:
        """Which version runs."""

    def check(self, lines: Sequence[Line], /) -> list[list[Flag]]:
        """Flag each text."""

    def correct(self, words: Sequence[str], /) -> list[Correction] | None:
        """Correct single words; None from one that is no speller."""


class Rival:
    """A peer, which knows nothing of fields."""

    def __init__(self, peer: Peer) -> None:
        self._peer = peer
        self.name = peer.name
        self.version = peer.version
        self.correct = peer.correct

    def check(self, lines: Sequence[Line]) -> list[list[Flag]]:
        """Flag each text."""
        return self._peer.check([line.text for line in lines])


def contenders(only: Iterable[str] = (), *, quick: bool = False) -> list[Contender]:
    """Those that can run, ours first; a peer is proved by its probe before it is measured.

    Args:
        only: their names; all where none is given.
        quick: leave out the slow ones.
    """
    wanted = {name.strip().lower() for name in only}

    def asked_for(name: str) -> bool:
        return (not wanted or name.lower() in wanted) and not (quick and name in SLOW)

    subjects = [subject for subject in map(Subject, GRAMMARS) if asked_for(subject.name)]
    rivals = [Rival(peer) for peer in PEERS if asked_for(peer.name) and _runs(peer)]
    return [*subjects, *rivals]


def _runs(peer: Peer) -> bool:
    reason = peer.available()
    if reason is not None:
        print(f"{peer.name}: left out, {reason}", file=sys.stderr)
        return False
    probe(peer)
    return True


def named(name: str) -> Contender:
    """The one of that name, unproved."""
    for grammar in GRAMMARS:
        subject = Subject(grammar)
        if subject.name == name:
            return subject
    return Rival(next(peer for peer in PEERS if peer.name == name))
