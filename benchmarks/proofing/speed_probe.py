"""Times one contender on one core, in a process of its own that :mod:`speed_run` starts.

It reads the texts as JSON from its standard input and prints its figures as JSON.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

Pair = tuple[str, str]
SHORT: Pair = ("All is well here.", "note")
# A command starts anew each time; only a text that takes as long as this shows how fast it reads.
LONG_ENOUGH = 1.0
MOST_REPEATS = 64


def main() -> None:
    name, command = sys.argv[1], sys.argv[2] == "command"
    if hasattr(os, "sched_setaffinity"):  # Linux; what it starts is pinned with it
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    from benchmarks.proofing.contender import Line, named

    contender = named(name)
    slices = [[Line(*pair) for pair in each] for each in json.load(sys.stdin)]

    def check(lines: Sequence[Pair]) -> object:
        return contender.check([Line(*line) for line in lines])

    rates = timed(check, slices, repeats=command)
    print(json.dumps({"rates": rates, "megabytes": peak(), "harness": own_peak()}))


def timed(
    check: Callable[[Sequence[Pair]], object], slices: Sequence[Sequence[Pair]], *, repeats: bool
) -> list[float]:
    """Words a second on each text but the first, which warms up; what it takes to start is off.

    Args:
        check: what is timed.
        slices: the texts. They differ, so that no memory of one speeds up another.
        repeats: lengthen the texts of a command, which has no memory, until its start is little.
    """
    first, *rest = slices
    check(first)
    times = 1
    if repeats:
        spent = seconds(check, first) - seconds(check, [SHORT])
        times = min(MOST_REPEATS, max(1, round(LONG_ENOUGH / max(spent, 0.001))))
    rates = []
    for each in rest:
        lines = list(each) * times
        start = seconds(check, [SHORT])
        spent = max(seconds(check, lines) - start, 0.001)
        rates.append(sum(len(text.split()) for text, _ in lines) / spent)
    return rates


def seconds(check: Callable[[Sequence[Pair]], object], lines: Sequence[Pair]) -> float:
    start = time.perf_counter()
    check(lines)
    return time.perf_counter() - start


def peak() -> float:
    """The peak memory in MB of the largest process: this one, or what it started."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    return max(own_peak(), ended, *(high_water(pid) for pid in descendants(os.getpid())), 0.0)


def own_peak() -> float:
    return high_water(os.getpid())


def high_water(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:  # it has ended
        return 0.0
    lines = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return next((int(line.split()[1]) / 1000 for line in lines), 0.0)


def descendants(pid: int) -> Iterator[int]:
    """The processes that a process started, and those that these started."""
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, children.read_text(encoding="utf-8").split()):
            yield child
            yield from descendants(child)


if __name__ == "__main__":
    main()
