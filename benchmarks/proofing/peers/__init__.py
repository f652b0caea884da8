"""The peers: one module for each, and this list of them."""

from benchmarks.proofing.peer import Peer
from benchmarks.proofing.peers.aspell import Aspell
from benchmarks.proofing.peers.codespell import Codespell
from benchmarks.proofing.peers.cspell import Cspell
from benchmarks.proofing.peers.harper import Harper
from benchmarks.proofing.peers.hunspell import Hunspell
from benchmarks.proofing.peers.languagetool import LanguageTool
from benchmarks.proofing.peers.proselint import Proselint
from benchmarks.proofing.peers.pyspellchecker import PySpellChecker
from benchmarks.proofing.peers.typos import Typos

PEERS: tuple[Peer, ...] = (
    LanguageTool("default"),
    LanguageTool("picky"),
    Harper(),
    PySpellChecker(),
    Hunspell(),
    Aspell(),
    Cspell(),
    Codespell(),
    Typos(),
    Proselint(),
)
