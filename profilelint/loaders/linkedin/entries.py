"""Takes apart the rows of a LinkedIn PDF that hold more than one thing."""

import re
from dataclasses import dataclass

from profilelint.loaders.linkedin.lines import Passage

_LEVEL = re.compile(
    r"\s*\((Native\s+or\s+Bilingual|Full\s+Professional|Professional\s+Working"
    r"|Limited\s+Working|Elementary)(?:\s+Proficiency)?\)$",
    re.IGNORECASE,
)
# Bracketed and behind a dot: "· (2012 - 2016)"; the bracket may have lost its end to a copy.
_DATES = re.compile(r"\s*·\s*\(([^()]*)\)?$")
_STRUCTURAL_COMMA = re.compile(r",\u00a0")
_COMMA = re.compile(r",\s+")


def has_level(text: str) -> bool:
    """Whether a line ends with one of the levels of proficiency."""
    return _LEVEL.search(text) is not None


def read_language(passage: Passage) -> tuple[Passage, Passage | None]:
    """Split ``German (Full Professional)``; the levels stand in English in every language."""
    level = _LEVEL.search(passage.raw)
    if level is None:
        return passage, None
    return passage.part(0, level.start()), passage.part(level.start(1), level.end(1))


@dataclass(frozen=True, slots=True)
class DegreeRow:
    """``Bachelor's degree, Computer Science · (2012 - 2016)``; any part may be absent."""

    degree: Passage | None
    field: Passage | None
    dates: Passage | None


def read_degree(passage: Passage) -> DegreeRow:
    """Split the line below a school.

    A comma with a no-break space parts degree and field; where a copy has lost those, the first
    comma does.
    """
    raw = passage.raw
    dates = _DATES.search(raw)
    stop = dates.start() if dates else len(raw)
    what = raw[:stop].rstrip(" \u00a0·")
    comma = _STRUCTURAL_COMMA.search(what)
    if comma is None and "\u00a0" not in raw:
        comma = _COMMA.search(what)
    if comma is None:
        degree, field = passage.part(0, len(what)), None
    else:
        degree, field = passage.part(0, comma.start()), passage.part(comma.end(), len(what))
    return DegreeRow(degree or None, field or None, passage.part(*dates.span(1)) if dates else None)
