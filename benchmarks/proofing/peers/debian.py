"""Running a command out of Debian packages that were unpacked, not installed."""

import os
from pathlib import Path

from benchmarks.proofing.peers.folder import home


def libraries(name: str) -> Path:
    """The folder of the shared libraries that were unpacked for a peer."""
    return next(home(name).glob("usr/lib/*-linux-gnu*"))


def environment(name: str) -> dict[str, str]:
    """The variables by which a command finds those libraries, and none of the user's settings."""
    kept = {key: os.environ[key] for key in ("PATH", "TMPDIR") if key in os.environ}
    return {**kept, "LC_ALL": "C.UTF-8", "LD_LIBRARY_PATH": str(libraries(name))}


def package_version(name: str, package: str) -> str:
    """The version of one of the packages that were unpacked for a peer."""
    lines = (home(name) / "packages.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ") for line in lines)[package]
