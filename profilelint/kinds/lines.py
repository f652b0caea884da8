"""Lines and sentences of a text: the pieces that several kinds look at one by one."""

from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.fields import Field
from profilelint.kinds.context import Context
from profilelint.kinds.lazy import lazily
from profilelint.proofing.context.lexicon import FUNCTION_WORDS, tags
from profilelint.proofing.passages import BULLET, LIST, PROSE, cut

# A stop, and what opens a sentence behind it; a short word before it is an abbreviation.
_STOP = lazily(r"(?<![\s.][A-Za-z])(?<=[\w)\]%”\"'’.!?])[.!?]+[\"”’)]*\s+(?=[\"“(]?[A-Z0-9•])")
_SHORT = lazily(
    r"(?:\b(?:Inc|Ltd|Co|Corp|St|Dr|Mr|Mrs|Ms|Prof|Jr|Sr|No|vs|approx|e\.g|i\.e|etc|dept|ca|cf"
    r"|Ph\.D|U\.[SK]|\d))\.$"
)
_LABEL = lazily(
    r"(?i)(?:key |main |core |used |primary )?(?:tech\w*|tool\w*|stack|tech stack|skills?"
    r"|environment|keywords?|languages?|platforms?|frameworks?|software|responsibilities|achievements"
    r"|projects?|clients?|links?|website|url|roles?)\b[^.:]{0,30}:"
)
# “I led the team to:” – the lines of that list go on with the sentence.
_GOES_ON = lazily(r"(?i)\b(?:to|and|that|which|who|could|would|will|can|for|by)\s*:?$")
_LEAST_WORDS, _LONGEST_SHORT = 3, 8


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
    goes_on = False
    for passage in cut(field, PROSE, flat=flat):
        goes_on = goes_on and passage.form == BULLET
        if goes_on:
            continue
        goes_on = passage.text.endswith(":") and bool(_GOES_ON().search(passage.text))
        if passage.form == LIST or passage.text.endswith(":") or _LABEL().match(passage.text):
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
    for stop in _STOP().finditer(text):
        if _SHORT().search(text, max(start, stop.start() - _LONGEST_SHORT), stop.start() + 1):
            continue
        yield start, stop.start() + len(stop[0].rstrip())
        start = stop.end()
    if start < len(text):
        yield start, len(text)


def opens_with_verb(text: str) -> bool:
    """Whether a line says at once what was done.

    >>> [opens_with_verb(t) for t in ("Led a team", "I teach", "Design of pumps", "Acme makes")]
    [True, True, False, False]
    """
    first, _, rest = text.partition(" ")
    word = first.lower().strip(",;:")
    if word in ("i", "we"):
        return True
    kinds = set(tags(word))
    if word in FUNCTION_WORDS or not kinds & set("BZDNG"):
        return False
    return not kinds & set("SPJ") or rest.partition(" ")[0].lower() in FUNCTION_WORDS - {"of"}
