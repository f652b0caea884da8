"""Chooses the edits: what is safe, what somebody should look at, and what nobody can mend for you.

An edit is *safe* where it is one literal replacement that we are sure of and that keeps the
meaning; its rule says so (``fix: safe``).
"""

from collections.abc import Iterable, Iterator, Mapping

from profilelint.finding import Confidence, Finding, State
from profilelint.fixing.edit import Edit
from profilelint.rule import Rule


def edits_of(
    findings: Iterable[Finding], rules: Mapping[str, Rule], *, unsafe: bool = False
) -> Iterator[Edit]:
    """Choose edits that do not lie over one another, the surest first.

    Args:
        findings: what was found; what is allowed, or was sent already, is left alone.
        rules: the rules by id.
        unsafe: also those that somebody should look at.
    """
    taken: dict[str, list[tuple[int, int]]] = {}
    wanted = [f for f in findings if is_mendable(f, rules, unsafe=unsafe)]
    for finding in sorted(wanted, key=lambda f: not _is_safe(f, rules)):
        edit = edit_of(finding)
        start, end = edit.start, max(edit.end, edit.start + 1)  # an insertion takes a place, too
        spans = taken.setdefault(edit.pointer, [])
        if all(end <= other_start or other_end <= start for other_start, other_end in spans):
            spans.append((start, end))
            yield edit


def edit_of(finding: Finding) -> Edit:
    """The edit that a finding which can be mended asks for."""
    start, end = finding.start or 0, finding.end or 0
    return Edit(
        finding.pointer, start, end, finding.text or "", finding.suggestions[0], finding.rule
    )


def is_mendable(finding: Finding, rules: Mapping[str, Rule], *, unsafe: bool) -> bool:
    """Whether there is an edit for a finding, safe or, where that is asked for, any."""
    rule = rules.get(finding.rule)
    if rule is None or rule.fix is None or not finding.suggestions:
        return False
    if finding.state not in (State.ACTIVE, State.BASELINE):  # allowed, or sent and gone
        return False
    if finding.start is None or finding.end is None or finding.confidence is Confidence.LOW:
        return False
    return unsafe or _is_safe(finding, rules)


def _is_safe(finding: Finding, rules: Mapping[str, Rule]) -> bool:
    rule = rules.get(finding.rule)
    return rule is not None and rule.fix == "safe" and finding.confidence is Confidence.HIGH
