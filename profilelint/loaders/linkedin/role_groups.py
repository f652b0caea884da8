"""Counts off the roles at one company, which the text shows only by a total duration."""

from profilelint.loaders.linkedin.dates import Span, read_span
from profilelint.loaders.linkedin.durations import months_of


class RoleGroup:
    """Several roles at one company: they are as many as make up its total duration."""

    def __init__(self) -> None:
        self._left = 0

    @property
    def is_open(self) -> bool:
        """Whether more roles at the same company must follow."""
        return self._left > 0

    def begin(self, total: str) -> None:
        """A company's total duration was read."""
        self._left = months_of(total) or 0

    def end(self) -> None:
        """Another company follows."""
        self._left = 0

    def add(self, dates: str) -> None:
        """The dates of a role were read."""
        if not self._left:
            return
        opening = dates.rfind("(")
        months = months_of(dates[opening:]) if opening >= 0 else None
        self._left -= _months_between(read_span(dates)) if months is None else months
        if self._left <= 1:  # the parts are rounded, each by itself
            self._left = 0


def _months_between(span: Span) -> int:
    start = span.start.date if span.start else None
    end = span.end.date if span.end else None
    if start is None or end is None:
        return 0
    return (end.year - start.year) * 12 + (end.month or 12) - (start.month or 1) + 1
