"""Lines and sentences of a text: the pieces that several kinds look at one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.fields import Field
from profilelint.kinds.context import Context
from profilelint.proofing.passages import BULLET, LIST, PROSE, cut

# A stop, and what opens a sentence behind it; a short word before it is an abbreviation.
_STOP = re.compile(r"(?<![\s.][A-Za-z])(?<=[\w)\]%”\"'’.!?])[.!?]+[\"”’)]*\s+(?=[\"“(]?[A-Z0-9•])")
_SHORT = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|St|Dr|Mr|Mrs|Ms|Prof|Jr|Sr|No|vs|approx|e\.g|i\.e|etc|dept|ca|cf"
    r"|Ph\.D|U\.[SK]|\d))\.$"
)
_LABEL = re.compile(
    r"(?i)(?:key |main |core |used |primary )?(?:tech\w*|tool\w*|stack|tech stack|skills?|environment"
    r"|keywords?|languages?|platforms?|frameworks?|software|responsibilities|achievements"
    r"|projects?|clients?|links?|website|url|roles?)\b[^.:]{0,30}:"
)
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list, or a sentence of prose, with its place in the field.

    Attributes:
        text: what stands there, without its bullet mark.
        start: offset into the field's text.
        end: offset behind it.
        marked: whether a bullet mark opens it.
    """

    text: str
    start: int
    end: int
    marked: bool


def lines(field: Field, context: Context) -> Iterator[Line]:
    """Yield the lines of a text, prose cut into its sentences.

    Headings, rows of names (``Tools: Python, Go``) and what is shorter than three words tell
    nothing and are left out.
    """
    flat = context.document.carries.why_not("line-breaks") is not None
    for passage in cut(field, PROSE, flat=flat):
        if passage.form == LIST or passage.text.endswith(":") or _LABEL.match(passage.text):
            continue
        marked = passage.form == BULLET
        spans = [(0, len(passage.text))] if marked and not flat else sentences(passage.text)
        for start, end in spans:
            text = passage.text[start:end]
            place = passage.place(start, end)
            if place is not None and len(text.split()) >= _LEAST_WORDS:
                yield Line(text, *place, marked)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text lies.

    >>> [(s, e) for s, e in sentences("Led 4 teams, e.g. St. Brannoc. Cut cost!")]
    [(0, 30), (31, 40)]
    """
    start = 0
    for stop in _STOP.finditer(text):
        if _SHORT.search(text, start, stop.start() + 1):
            continue
        yield start, stop.start() + len(stop[0].rstrip())
        start = stop.end()
    if start < len(text):
        yield start, len(text)
