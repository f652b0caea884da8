"""Parts a text in which sidebar and main column stand side by side, held apart by spaces.

``pdftotext -layout`` and its kin draw the page with characters: on the first page nearly every line
of the main column starts at one and the same place.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from profilelint.loaders.linkedin.text_lines import TextLine

_NARROWEST = 15  # characters of the sidebar
_FEWEST_LINES = 4
_SPACES = " \t"


def split_gutter(
    lines: Sequence[TextLine],
) -> tuple[list[TextLine], list[TextLine]] | None:
    """Part the lines into those of the sidebar and those of the main column.

    Returns:
        Both, or None where no gutter runs down the first page.
    """
    first = [line for line in lines if line.page == 1]
    gutter = _gutter(first)
    if gutter is None:
        return None
    left: list[TextLine] = []
    right: list[TextLine] = []
    for line in lines:
        found = gutter if line.page == 1 else _gutter_of_page(lines, line.page, gutter)
        if found is None:
            right.append(line)
            continue
        raw = line.raw
        # The main column keeps its distance, so that a place in it is one in the file.
        for text, column in ((raw[:found], left), (" " * found + raw[found:], right)):
            if text.strip():
                column.append(replace(line, raw=text.rstrip(), text=_cleaned(line, text), block=1))
    return left, right


def _cleaned(line: TextLine, raw: str) -> str:
    from profilelint.loaders.linkedin.lines import clean

    return line.text if raw.strip() == line.raw.strip() else clean(raw).strip()


def _gutter_of_page(lines: Sequence[TextLine], page: int, first: int) -> int | None:
    """The gutter of a later page: there is one where the sidebar goes on."""
    on_page = [line for line in lines if line.page == page]
    starts = {len(line.raw) - len(line.raw.lstrip(_SPACES)) for line in on_page}
    if min(starts, default=0) + _NARROWEST > max(starts, default=0):
        return None
    found = _gutter(on_page)
    return found if found is not None and abs(found - first) <= _NARROWEST else None


def _gutter(lines: Sequence[TextLine]) -> int | None:
    """Where the main column starts, if most lines agree on it and none runs across."""
    starts: Counter[int] = Counter()
    for line in lines:
        raw = line.raw.rstrip()
        lead = len(raw) - len(raw.lstrip(_SPACES))
        starts[lead] += 1
        for at in range(max(lead, _NARROWEST), len(raw)):
            if raw[at] not in _SPACES and raw[at - 2 : at] == "  ":
                starts[at] += 1
    likely = [(count, -at) for at, count in starts.items() if at >= _NARROWEST]
    for count, negative in sorted(likely, reverse=True)[:5]:
        at = -negative
        if count >= _FEWEST_LINES and _parts(lines, at):
            return at
    return None


def _parts(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a place parts the lines: text on both sides, and none across."""
    left = right = 0
    for line in lines:
        raw = line.raw.rstrip()
        if raw[:at].strip():
            left += 1
        if raw[at:].strip():
            right += 1
            if at <= len(raw) and raw[at - 1] not in _SPACES:
                return False
    return left >= 2 and right >= _FEWEST_LINES
