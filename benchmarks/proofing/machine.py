"""Where and from what the figures come."""

import os
import platform
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def machine() -> str:
    """The processor, its cores, the memory, the system and Python, in one line."""
    cores = len(os.sched_getaffinity(0))
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return (
        f"{_processor()}, {cores} cores (shared), {gigabytes:.0f} GB; {system},"
        f" Linux {platform.release().split('-')[0]}, Python {platform.python_version()}"
    )


def commit() -> str:
    """The commit that was measured, and whether files were changed since."""
    head = _git("rev-parse", "--short", "HEAD")
    changed = _git("status", "--porcelain", "--", "profilelint", "rules", "benchmarks")
    return f"{head} with changes" if changed else head


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _git(*arguments: str) -> str:
    ended = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return ended.stdout.strip()
