"""Tells whether edits made anything worse: which findings were not there before."""

from collections.abc import Iterable, Sequence

from profilelint.finding import Finding, Report
from profilelint.fixing.edit import Edit, by_field, moved

_Span = tuple[int, int] | None


def made_worse(before: Report, after: Report, edits: Sequence[Edit]) -> set[str]:
    """Fields whose edits brought a finding; all of them, where it is elsewhere.

    A finding is an old one where its rule told of the same place before. What an edit was to mend
    must be gone, so that each step leaves fewer findings, and mending comes to an end.
    """
    known = _Known(before.findings, edits)
    worse = {f.pointer for f in _of_profile(after.findings) if not known.takes(f)}
    fields = {edit.pointer for edit in edits}
    return fields if worse - fields else worse


def _of_profile(findings: Iterable[Finding]) -> Iterable[Finding]:
    # What the run itself has to say is no finding of the profile.
    return (finding for finding in findings if finding.category != "run")


class _Known:
    """The findings from before that edits do not mend, at their places from after."""

    def __init__(self, findings: Iterable[Finding], edits: Iterable[Edit]) -> None:
        self._edits = {
            pointer: sorted(several, key=lambda edit: edit.start)
            for pointer, several in by_field(edits).items()
        }
        mended = {(e.pointer, e.start, e.end, e.rule) for e in edits}
        self._spans: dict[tuple[str, str], list[_Span]] = {}
        for finding in _of_profile(findings):
            if (finding.pointer, finding.start, finding.end, finding.rule) not in mended:
                key = (finding.pointer, finding.rule)
                self._spans.setdefault(key, []).append(self._moved(finding))

    def _moved(self, finding: Finding) -> _Span:
        if finding.start is None or finding.end is None:
            return None
        edits = self._edits.get(finding.pointer, ())
        return moved(finding.start, edits), moved(finding.end, edits)

    def takes(self, finding: Finding) -> bool:
        """Whether a finding from after was there before; each is taken once."""
        spans = self._spans.get((finding.pointer, finding.rule), [])
        span = None if finding.start is None else (finding.start, finding.end or finding.start)
        for known in ([span] if span in spans else [s for s in spans if _touch(s, span)])[:1]:
            spans.remove(known)
            return True
        return False


def _touch(one: _Span, other: _Span) -> bool:
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]
