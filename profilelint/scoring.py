"""From findings to an itemised score, a verdict and the shortest way to ready.

Pure functions of findings. Taking one finding away, all else equal, never lowers the score.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from profilelint.finding import CategoryScore, Finding, Score, Severity, Verdict
from profilelint.profile import Profile
from profilelint.rule import Rule

AVAILABLE: Mapping[str, float] = {
    "proofing": 40,
    "completeness": 30,
    "wording": 15,
    "consistency": 10,
    "presence": 5,
}
"""Points a category can score. Completeness is the sum of what its rules cost."""

READY_COMPLETENESS = 0.7
"""Share of the completeness points that a ready profile has: mostly complete, not wholly."""

NOT_READY_BELOW = 50
"""An overall score under which a profile is not ready, whatever else holds."""

_COSTS: Mapping[str, tuple[float, float, float]] = {
    # error, warning, suggestion
    "proofing": (2, 1, 0.5),
    "wording": (2, 1, 0.5),
    "consistency": (3, 1.5, 0.5),
    "presence": (2, 1, 0.5),
    "completeness": (2, 1, 0.5),
}


def cost(rule: Rule, severity: Severity) -> float:
    """What one finding of a rule costs at a severity.

    A rule's own figure wins. Invitations and outreach cost nothing.
    """
    if rule.points is not None:
        return rule.points
    return _COSTS.get(rule.category, (0, 0, 0))[severity.rank]


def score(findings: Iterable[Finding], ran: Iterable[Rule], *, partial: bool = False) -> Score:
    """Score a profile.

    Args:
        findings: all of them; only the active ones cost points.
        ran: the rules that were run, and not skipped.
        partial: rules were selected or ignored.
    """
    available = _available(ran)
    lost = dict.fromkeys(available, 0.0)
    for finding in findings:
        if finding.active and finding.category in lost:
            lost[finding.category] += finding.points
    categories = {
        category: CategoryScore(max(0.0, points - lost[category]), points)
        for category, points in available.items()
    }
    total = sum(available.values())
    if not total:
        return Score(None, MappingProxyType(categories), partial)
    got = sum(part.points for part in categories.values())
    return Score(round(100 * got / total), MappingProxyType(categories), partial)


def _available(ran: Iterable[Rule]) -> dict[str, float]:
    rows: dict[str, float] = {}
    others = set()
    for rule in ran:
        if rule.category == "completeness":
            row = rule.shares or rule.id
            rows[row] = max(rows.get(row, 0), cost(rule, rule.severity))
        else:
            others.add(rule.category)
    completeness = sum(rows.values())
    return {
        category: completeness if category == "completeness" else points
        for category, points in AVAILABLE.items()
        if (completeness if category == "completeness" else category in others)
    }


def verdict(
    profile: Profile, findings: Sequence[Finding], scored: Score, *, whole: bool = True
) -> Verdict:
    """Judge whether the owner is ready to send connection requests.

    Args:
        profile: the profile.
        findings: all of them.
        scored: the score.
        whole: the source carries name, headline and positions, so that their absence is known.
    """
    blank = whole and not (profile.name or profile.headline or profile.positions)
    if blank or (scored.overall is not None and scored.overall < NOT_READY_BELOW):
        return Verdict.NOT_READY
    if _errors(findings) or not _mostly_complete(scored.categories.get("completeness")):
        return Verdict.FIX_FIRST
    return Verdict.READY


def way_to_ready(findings: Sequence[Finding], scored: Score) -> tuple[Finding, ...]:
    """A short list of findings that, once mended, make the profile ready.

    All errors; then the costliest gaps until it is mostly complete; then, where the overall score
    is still too low, the costliest of the rest, from the categories where it counts soonest.
    """
    way = _errors(findings)
    taken = {id(finding) for finding in way}
    lost = dict.fromkeys(scored.categories, 0.0)
    left: list[Finding] = []
    for finding in findings:
        if finding.active and finding.category in lost and id(finding) not in taken:
            lost[finding.category] += finding.points
            if finding.points > 0:
                left.append(finding)
    left.sort(key=lambda finding: -finding.points)

    def mend(finding: Finding) -> None:
        way.append(finding)
        taken.add(id(finding))
        lost[finding.category] -= finding.points

    for finding in left:
        if finding.category != "completeness":
            continue
        if _mostly_complete(_after(scored, lost).get("completeness")):
            break
        mend(finding)
    # What a category has lost beyond its floor is mended for nothing: begin where that is least.
    beyond = {name: lost[name] - part.available for name, part in scored.categories.items()}
    for finding in sorted(left, key=lambda finding: max(0.0, beyond[finding.category])):
        if _overall(_after(scored, lost)) >= NOT_READY_BELOW:
            break
        if id(finding) not in taken:
            mend(finding)
    order = {id(finding): index for index, finding in enumerate(findings)}
    return tuple(sorted(way, key=lambda finding: order[id(finding)]))


def within_rows(findings: Iterable[Finding], rules: Iterable[Rule]) -> list[Finding]:
    """Let two findings of one row together cost no more than the row has.

    The greater one gives way by what the lesser costs, since that is still lost once it is mended.
    """
    found = list(findings)
    costs = {finding.rule: finding.points for finding in found}
    lesser = {rule.shares: costs[rule.id] for rule in rules if rule.shares and rule.id in costs}
    return [
        replace(finding, points=max(0.0, finding.points - lesser[finding.rule]))
        if finding.rule in lesser
        else finding
        for finding in found
    ]


def _errors(findings: Sequence[Finding]) -> list[Finding]:
    return [f for f in findings if f.active and f.severity is Severity.ERROR]


def _mostly_complete(part: CategoryScore | None) -> bool:
    return part is None or part.points >= READY_COMPLETENESS * part.available


def _after(scored: Score, lost: Mapping[str, float]) -> dict[str, CategoryScore]:
    return {
        category: CategoryScore(max(0.0, part.available - lost[category]), part.available)
        for category, part in scored.categories.items()
    }


def _overall(categories: Mapping[str, CategoryScore]) -> float:
    total = sum(part.available for part in categories.values())
    return 100 * sum(part.points for part in categories.values()) / total if total else 100.0
