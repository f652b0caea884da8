"""Where the peers are installed, each in a folder of its own, apart from the project's packages."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PEERS = ROOT / ".peers"


def home(name: str) -> Path:
    """The folder of one peer."""
    return PEERS / name


def note(name: str) -> Path:
    """The file that says what was installed of a peer; it is written last."""
    return home(name) / "installed.txt"


def missing(name: str) -> str | None:
    """Why a peer cannot run, where it is not installed."""
    if note(name).exists():
        return None
    return "not installed (benchmarks/proofing/install_peers.py says why)"
