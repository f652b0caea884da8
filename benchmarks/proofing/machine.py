"""Where and from what the figures come."""

import os
import platform
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def machine() -> str:
    """The processor, its cores, the memory, the system and Python, in one line."""
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores (shared), {gigabytes:.0f} GB; {_system()},"
        f" Python {platform.python_version()}"
    )


def commit() -> str:
    """The commit that was measured, and whether files were changed since."""
    head = _git("rev-parse", "--short", "HEAD")
    changed = _git("status", "--porcelain", "--", "profilelint", "rules", "benchmarks")
    return f"{head} with changes" if changed else head


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    for line in told.read_text(encoding="utf-8").splitlines() if told.exists() else ():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _system() -> str:
    kernel = f"{platform.system()} {platform.release().split('-')[0]}"
    try:
        return f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {kernel}"
    except OSError:  # not of that family
        return kernel


def _git(*arguments: str) -> str:
    ended = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return ended.stdout.strip()
