"""How long each loader takes, and the PDF loader beside other readers of the same files.

Goal: the PDF loader takes at most 3 times as long as pypdfium2's plain text extraction, though it
reads size, colour and place of every text object and makes a profile of them.

Run it with ``make benchmark-loaders``. In each turn every reader reads every file once, one after
the other, so that a change of the machine's speed hits all alike. A file's time is the best of its
turns; ratios are taken file by file. Memory is the peak of a process of its own that does nothing
but load one file, less that of a process that only imports the loaders.
"""

import argparse
import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "tests" / "samples"
READ_BY = {
    "linkedin-pdf": "linkedin-pdf/*.pdf",
    "linkedin-text": "text/*.txt",
    "linkedin-archive (zip)": "linkedin-archive/*.zip",
    "linkedin-snapshot": "linkedin-snapshot/*.json",
    "json-resume": "json-resume/*.json",
    "reactive-resume": "reactive-resume/*.json",
    "scraped": "scraped/*.json",
    "pasted-text": "pasted-text/*.txt",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--turns", type=int, default=7, help="how often each file is read")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args()
    formats = {
        name: figures
        for name, pattern in READ_BY.items()
        if (figures := of_format(sorted(SAMPLES.glob(pattern)), arguments.turns))
    }
    pdfs = beside_peers(sorted((SAMPLES / "linkedin-pdf").glob("*.pdf")), arguments.turns)
    if arguments.json:
        print(json.dumps({"formats": formats, "pdf": pdfs}, indent=2))
        return
    versions = (f"{name} {version(name)}" for name in ("pypdfium2", "pypdf", "pdfplumber"))
    print(f"Python {platform.python_version()}, {', '.join(versions)}, {platform.machine()}\n")
    print(f"{'format':24} {'files':>5} {'median ms':>10} {'max ms':>8} {'MB':>6}")
    for name, row in formats.items():
        print(
            f"{name:24} {row['files']:5} {row['median_ms']:10.1f} {row['max_ms']:8.1f}"
            f" {row['megabytes']:6.1f}"
        )
    print(f"\n{'reader of the PDFs':32} {'median ms':>10} {'times pypdfium2’s text':>24}")
    for name, row in pdfs.items():
        print(f"{name:32} {row['median_ms']:10.2f} {row['ratio']:24.2f}")
    print("\ngoal: profilelint at most 3.0")


def of_format(files: list[Path], turns: int) -> dict[str, float] | None:
    """Time and memory of one format, or nothing where there are no samples."""
    if not files:
        return None
    import profilelint

    def read(path: Path) -> None:
        for _ in profilelint.load_all(path):
            pass

    times = best(read, files, turns)
    return {
        "files": len(files),
        "median_ms": statistics.median(times) * 1000,
        "max_ms": max(times) * 1000,
        "megabytes": memory(files[times.index(max(times))]) - memory(None),
    }


def best(read: Callable[[Path], object], files: Iterable[Path], turns: int) -> list[float]:
    """The best time of each file, in seconds."""
    times = []
    for path in files:
        read(path)
        times.append(min(timed(read, path) for _ in range(turns)))
    return times


def timed(read: Callable[[Path], object], path: Path) -> float:
    start = time.perf_counter()
    read(path)
    return time.perf_counter() - start


PEAK = """
import resource, sys, pathlib, profilelint
profilelint.load
for name in sys.argv[1:]:
    list(profilelint.load_all(name))
status = pathlib.Path("/proc/self/status")
if status.exists():  # getrusage tells the peak of the process that started this one, too
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    print(int(line.split()[1]) / 1000)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000)
"""


def memory(path: Path | None) -> float:
    """Peak memory in MB of a process that loads a file, or only imports the loaders."""
    command = [sys.executable, "-c", PEAK, *([str(path)] if path else [])]
    return float(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def beside_peers(files: list[Path], turns: int) -> dict[str, dict[str, float]]:
    """The same PDFs by several readers, taking turns."""
    readers = {
        "pypdfium2, plain text": plain_text,
        "profilelint": ours,
        "pypdf, extract_text": by_pypdf,
        "pdfplumber, extract_text": by_pdfplumber,
    }
    seconds: dict[str, list[list[float]]] = {name: [[] for _ in files] for name in readers}
    for turn in range(turns + 1):
        for index, path in enumerate(files):
            for name, read in readers.items():
                taken = timed(read, path)
                if turn:  # the first turn warms imports and tables
                    seconds[name][index].append(taken)
    fastest = {name: [min(times) for times in rows] for name, rows in seconds.items()}
    base = fastest["pypdfium2, plain text"]
    return {
        name: {
            "median_ms": statistics.median(times) * 1000,
            "ratio": statistics.median(a / b for a, b in zip(times, base, strict=True)),
        }
        for name, times in fastest.items()
    }


def ours(path: Path) -> object:
    import profilelint

    return profilelint.load(path)


def plain_text(path: Path) -> object:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    texts = []
    for page in document:
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return texts


def by_pypdf(path: Path) -> object:
    import pypdf

    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def by_pdfplumber(path: Path) -> object:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return [page.extract_text() for page in document.pages]


if __name__ == "__main__":
    main()
