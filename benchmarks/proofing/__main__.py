"""Proofreads with profilelint and its peers, and compares: ``make benchmark-proofing``."""

import argparse
import sys
from pathlib import Path

from benchmarks.proofing.clean_run import SAMPLES
from benchmarks.proofing.dev_misses import show
from benchmarks.proofing.measure import measure
from benchmarks.proofing.report import document

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "benchmarks.md"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.proofing", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--part", choices=["report", "dev"], default="report")
    parser.add_argument("--only", default="", metavar="NAME[,NAME]", help="only these contenders")
    parser.add_argument(
        "--quick", action="store_true", help="leave out slow peers, public corpora and speed"
    )
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    parser.add_argument(
        "--samples", type=Path, default=SAMPLES, help="the folder of sample profiles"
    )
    parser.add_argument(
        "--dev-misses",
        action="store_true",
        help="only list what profilelint misses and flags in vain in the part to develop with",
    )
    arguments = parser.parse_args()
    if arguments.dev_misses:
        show(arguments.samples)
        return
    only = [name for name in arguments.only.split(",") if name.strip()]
    results = measure(arguments.part, only, arguments.samples, quick=arguments.quick)
    if not results.of:
        sys.exit(f"no contender is called {arguments.only}")
    old = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.exists() else ""
    command = " ".join(["python -m benchmarks.proofing", *sys.argv[1:]])
    text = document(results, command, old)
    if arguments.write:
        DOCUMENT.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
