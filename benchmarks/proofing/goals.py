"""The goals that were set before the rules were written, and whether they are met."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.proofing.results import Figures, Results
from benchmarks.proofing.tables import share, tenths, whole

OURS, BOTH = "profilelint", "profilelint both"


@dataclass(frozen=True)
class Goal:
    """A goal, and what became of it.

    Attributes:
        aim: what was to be reached.
        figure: what was measured, or why nothing was.
        met: whether it is met; None where it was not measured.
    """

    aim: str
    figure: str
    met: bool | None


Reading = Callable[[Figures], float | None]


def goals(results: Results) -> list[Goal]:
    """Hold a run against the goals."""
    return list(_goals(results))


def _goals(results: Results) -> Iterator[Goal]:
    yield _least(results, "F0.5, default", OURS, lambda it: it.score.f_half, 0.92)
    yield _least(results, "F0.5, `--grammar both`", BOTH, lambda it: it.score.f_half, 0.95)
    for name in (OURS, BOTH):
        yield _above_peers(results, name)
    yield _both_as_good(results)
    yield _most(results, "false alarms /1k, default", lambda it: it.alarms, 1.0, show=tenths)
    for kind, least in (
        ("non-word typos", 0.97),
        ("real-word confusion", 0.65),
        ("agreement", 0.50),
        ("tense", 0.50),
        ("brand", 0.95),
    ):
        yield _least(results, f"recall: {kind}", OURS, _recall(kind), least)
    for name, least in (("wikipedia", 0.83), ("aspell", 0.60), ("birkbeck", 0.43)):
        yield _least(results, f"first suggestion right: {name}", OURS, _first(name), least)
    speed = "warm words/s on one core, default"
    yield _least(results, speed, OURS, _rate, 15_000, show=whole)
    yield _most(results, "MB, default", _megabytes, 350, show=whole)


def _recall(kind: str) -> Reading:
    return lambda it: it.kinds[kind].recall


def _first(name: str) -> Reading:
    return lambda it: it.lists[name].first if name in it.lists else None


def _rate(it: Figures) -> float | None:
    return it.speed.rate if it.speed else None


def _megabytes(it: Figures) -> float | None:
    return it.speed.megabytes if it.speed else None


def _reading(results: Results, name: str, read: Reading) -> float | None:
    return read(results.of[name]) if name in results.of else None


def _least(
    results: Results,
    what: str,
    name: str,
    read: Reading,
    least: float,
    *,
    show: Callable[[float | None], str] = share,
) -> Goal:
    value = _reading(results, name, read)
    return Goal(
        f"{what}: at least {show(least)}", show(value), None if value is None else value >= least
    )


def _most(
    results: Results,
    what: str,
    read: Reading,
    most: float,
    *,
    show: Callable[[float | None], str],
) -> Goal:
    value = _reading(results, OURS, read)
    return Goal(
        f"{what}: at most {show(most)}", show(value), None if value is None else value <= most
    )


def _above_peers(results: Results, name: str) -> Goal:
    aim = f"F0.5 of {name} above every peer's"
    peers = {
        peer: each.score.f_half
        for peer, each in results.of.items()
        if not peer.startswith("profilelint")
    }
    own = _reading(results, name, lambda it: it.score.f_half)
    if own is None or not peers:
        return Goal(aim, "–", None)
    best = max(peers, key=lambda peer: peers[peer])
    return Goal(aim, f"{share(own)}, best peer {share(peers[best])} ({best})", own > peers[best])


def _both_as_good(results: Results) -> Goal:
    aim = "F0.5 of `--grammar both` at least the default's"
    both = _reading(results, BOTH, lambda it: it.score.f_half)
    own = _reading(results, OURS, lambda it: it.score.f_half)
    if both is None or own is None:
        return Goal(aim, "–", None)
    return Goal(aim, f"{share(both)} and {share(own)}", both >= own)
