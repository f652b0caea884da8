"""The few matrices that it takes to place a PDF's text on its page."""

import math
from collections.abc import Sequence

Matrix = tuple[float, float, float, float, float, float]

_UNTURNED = (1.0, 0.0, 0.0, 1.0)
_LARGEST_PAGE = 14_400.0  # pt


def on_page(measures: Sequence[float]) -> Sequence[float]:
    """The measures, within what a page can have: a damaged file may hold anything, or no number."""
    if max(measures) < _LARGEST_PAGE and min(measures) > -_LARGEST_PAGE:
        return measures
    return [
        0.0 if math.isnan(measure) else max(-_LARGEST_PAGE, min(measure, _LARGEST_PAGE))
        for measure in measures
    ]


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does what ``inner`` does, then what ``outer`` does."""
    if outer[:4] == _UNTURNED:
        return (*inner[:4], inner[4] + outer[4], inner[5] + outer[5])
    a, b, c, d, _, _ = inner
    e, f = apply(outer, inner[4], inner[5])
    oa, ob, oc, od, _, _ = outer
    return (a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od, e, f)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a matrix takes a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
