"""Figures as Markdown."""

from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the first column is text, the others are figures, which stand right.

    >>> print(table(["peer", "recall"], [["Harper", ".626"]]))
    | peer | recall |
    |---|--:|
    | Harper | .626 |
    """
    lines = [_row(header), "|---|" + "--:|" * (len(header) - 1), *map(_row, rows)]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def share(value: float | None) -> str:
    """A share of one, in thousandths.

    >>> share(0.6257), share(1.0), share(None)
    ('.626', '1.000', '–')
    """
    if value is None:
        return "–"
    return f"{value:.3f}".removeprefix("0")


def tenths(value: float | None) -> str:
    """A figure with one digit after the point.

    >>> tenths(1.25), tenths(None)
    ('1.2', '–')
    """
    return "–" if value is None else f"{value:.1f}"


def times(value: float) -> str:
    """How many times as much, in two digits or so.

    >>> times(0.148), times(2.74), times(279.9)
    ('0.15', '2.7', '280')
    """
    return f"{value:.2g}" if value < 10 else f"{value:.0f}"


def whole(value: float | None) -> str:
    """A large figure, rounded to what a repeated run would confirm.

    >>> whole(64_312.7), whole(193.4), whole(1_612_345)
    ('64,300', '193', '1,610,000')
    """
    if value is None:
        return "–"
    digits = max(0, len(str(int(value))) - 3)
    return f"{round(value, -digits):,.0f}"
