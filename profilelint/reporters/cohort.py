"""What reports of many people share: who is worst off, what costs most, how many are ready."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from profilelint.finding import Finding, Report, Verdict
from profilelint.outcome import Outcome
from profilelint.reporters.private import Mask
from profilelint.reporters.words import count

COSTLIEST = 3
"""How many findings are named in the one line that a profile has."""

MANY = 5
"""With more profiles than this the text report is the lines alone, unless it is asked for."""

_WORST = (Verdict.NOT_READY, Verdict.FIX_FIRST, Verdict.READY)


@dataclass(frozen=True, slots=True)
class Cost:
    """The findings of one rule together.

    >>> str(Cost("misspelling", 4)), str(Cost("about-missing", 1))
    ('misspelling ×4', 'about-missing')
    """

    rule: str
    times: int

    def __str__(self) -> str:
        return f"{self.rule} ×{self.times}" if self.times > 1 else self.rule


def by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings of each rule, in the order in which the rules come."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.rule, []).append(finding)
    return groups


def costliest(report: Report, most: int = COSTLIEST) -> list[Cost]:
    """What costs a profile most, the findings of a rule taken together; errors before the rest.

    An error that costs no points, such as one in a draft, costs the verdict: it comes first.
    """
    groups = by_rule(report.active)

    def weight(rule: str) -> tuple[bool, float, int]:
        found = groups[rule]
        points, rank = sum(f.points for f in found), min(f.severity.rank for f in found)
        return bool(points or rank), -points, rank

    return [Cost(rule, len(groups[rule])) for rule in sorted(groups, key=weight)[:most]]


def worst_first(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Those who need somebody first: not read, not ready, fix first, ready; then by score.

    Those alike keep the order in which they were given.
    """

    def key(outcome: Outcome) -> tuple[int, int]:
        if outcome.report is None:
            return -1, 0
        score = outcome.report.score.overall
        return _WORST.index(outcome.report.verdict), 101 if score is None else score

    return sorted(outcomes, key=key)


def totals(outcomes: Sequence[Outcome]) -> str:
    """How many there are of each verdict, such as ``3 profiles: 2 ready, 1 not read``."""
    found = Counter(o.report.verdict if o.report else None for o in outcomes)
    words = {
        Verdict.READY: "ready",
        Verdict.FIX_FIRST: "fix first",
        Verdict.NOT_READY: "not ready",
        None: "not read",
    }
    told = ", ".join(
        f"{found[verdict]} {word}" for verdict, word in words.items() if found[verdict]
    )
    return f"{count(len(outcomes), 'profile')}{': ' if told else ''}{told}"


def most_shared(outcomes: Iterable[Outcome], most: int = 5) -> list[tuple[str, int]]:
    """What most people have to mend, with how many they are; what only one has is left out."""
    people: Counter[str] = Counter()
    for outcome in outcomes:
        if outcome.report is not None:
            people.update({finding.rule for finding in outcome.report.active})
    shared = sorted(people.items(), key=lambda item: (-item[1], item[0]))
    return [(rule, number) for rule, number in shared[:most] if number > 1]


def labels(outcomes: Sequence[Outcome]) -> list[str]:
    """What each is called in a line: the owner's name, and the file where that says too little."""
    names = [name_of(outcome) for outcome in outcomes]
    found = Counter(names)
    return [
        name if name and found[name] == 1 else "  ".join(part for part in (name, file) if part)
        for name, file in zip(names, files(outcomes), strict=True)
    ]


def name_of(outcome: Outcome) -> str:
    """The owner's name as it may be shown, empty where nobody knows it."""
    if outcome.report is None:
        return ""
    return Mask(outcome.report.findings).text(outcome.report.source.name or "").strip()


def files(outcomes: Sequence[Outcome]) -> list[str]:
    """The names of the files, without the folders that they have in common."""
    paths = [outcome.path.split("/") for outcome in outcomes]
    shared = 0
    if len(paths) > 1:
        shortest = min(len(path) for path in paths) - 1
        while shared < shortest and len({path[shared] for path in paths}) == 1:
            shared += 1
    return ["/".join(path[shared:]) for path in paths]
