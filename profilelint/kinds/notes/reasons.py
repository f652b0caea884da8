"""What counts as the reason to write: a role, an event, a post, a school, an employer, a contact.

The expressions are in ``data/reasons.yaml``. A gap of a template names nothing, nor does a word
such as “opportunity” by itself.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from profilelint.finding import Reason
from profilelint.kinds.notes.greeting import greeting

_DATA = Path(__file__).parents[2] / "data" / "reasons.yaml"

KINDS = ("role", "event", "post", "school", "employer", "contact", "meeting", "shared")
"""What a reason may name. A meeting is an interview or a talk that the two have had; shared is
whatever else the two have to do with, by its name."""

_GAP = re.compile(r"\{[^{}\n]*\}\}?|\[[^\[\]\n]*\]|<[^<>\n]*>|\bX{3,}\b")
_WORD = r"[\w’'&/+#@-]+(?:\.[\w]+)*"
_NAME = r"(?-i:(?:(?:Mc|O['’]|[ld]['’]|Mac)?\d{0,2}[A-ZÀ-ÖØ-ÞĀŁŚŻČŠŽİ][\w’'&+-]*))"
_PLAIN = (
    r"suitable|new|open|right|good|great|exciting|any|other|potential|possible|current|next|better"
    r"|similar|relevant|available|job|career|work|professional|interesting|future|perfect|dream|own"
    r"|first|some|few|different|permanent|best|full-time|part-time|paid|remote|key|challenging"
)
_STOP = (
    r"to|a|an|i|you|me|my|get|got|find|need|want|is|are|in|for|that|who|and|or|with|at|on|of|from"
    r"|have|has|your|it|this|hope|love|like|would|can|could|will|any|no|be|time|chance|your"
)
_TRAILING = re.compile(
    r"(?:\s+(?:a|an|and|as|at|be|but|by|for|from|had|has|have|helped|i|if|in|is|it|me|of|on|or|saved"
    r"|so|stayed|that|the|to|us|was|we|were|where|which|who|with|you|hat|haben|uns|mich|am|an|der|die"
    r"|das|den|und|im|en|el|la|los|las|y|de|que|nous|et|le|les|ont|nos|ci|il|ons|heeft|het))+\Z",
    re.IGNORECASE,
)
# Both of them, in a sentence: “we”, “your”, “the same”.
_TWO = re.compile(
    r"\b(?:we|we['’](?:re|ve)|our|us|both|same|together|fellow|your|you['’]re"
    r"|wir|uns|unsere?[nmrs]?|beide|ihr\w*|dein\w*|nous|notre|nos|votre|vos|même"
    r"|nosotr[oa]s|nuestr[oa]s?|tu|tus|su|sus|mism[oa]|nós|nossa?s?|sua|seu|mesm[oa]"
    r"|noi|nostr[oai]|vostr[oai]|stess[oa]|wij|ons|onze|jouw|jullie|zelfde)\b",
    re.IGNORECASE,
)
# Something with a name or a number, behind the first word: no weekday, year of work, time of day.
_NAMED = re.compile(
    r"(?<=[\w’',.:;)] )(?:[(#]*(?!I\b|I['’]|LinkedIn|CV\b|HR\b|PhD\b|January|February|March|April"
    r"|May|June|July|August|September|October|November|December|Mr\b|Mrs\b|Ms\b|Dr\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?:[A-ZÀ-ÖØ-ÞĀŁŚŻČŠŽİ][\w’'&+-]+|[#(]+\d[\d:.]*|['’]?\d\d[:.]?\d\d)"
    r"(?! (?:years?|minutes?|mins?|%)))(?:[ -][A-Z0-9][\w’'&+-]*)*"
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\w)[^.!?\n]*)*[.!?]*")


def reasons(text: str, language: str | None) -> list[Reason]:
    """Find what a note gives as its reason; the first in the text stands first.

    >>> [r.text for r in reasons("Hi Ana, I saw the [Title] post at [Company].", "en")]
    ['saw the [Title] post']
    >>> [r.kind for r in reasons("Your talk on cold rooms was the best hour of the week.", "en")]
    ['event']

    Args:
        text: the note.
        language: a BCP 47 tag; without expressions for it nothing is found.
    """
    seen = _GAP.sub(lambda gap: " " * len(gap[0]), text)
    found = [
        Reason(kind, *_trimmed(text, *match.span()))
        for kind, expressions in _expressions((language or "").partition("-")[0]).items()
        for expression in expressions
        if (match := expression.search(seen))
    ]
    if not found and language:
        found = list(_shared(text, seen))
    return sorted(found, key=lambda reason: (reason.start, -reason.end, KINDS.index(reason.kind)))


def _shared(text: str, seen: str) -> Iterator[Reason]:
    """A sentence on the two of them that names something: “we were both on the Synergy 3 beta”."""
    hello = greeting(text)
    first = re.compile(r"\w|\Z").search(seen, hello.end if hello else 0)
    for sentence in _SENTENCE.finditer(seen, first.start() if first else 0):
        if sentence[0].isupper():
            continue
        if _TWO.search(sentence[0]) and (named := _NAMED.search(sentence[0])):
            start, end = sentence.start(), sentence.start() + named.end()
            start += len(sentence[0]) - len(sentence[0].lstrip())
            yield Reason("shared", *_trimmed(text, start, end))


def languages() -> tuple[str, ...]:
    """The languages there are expressions for."""
    return tuple(_data())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Without the words at its end that begin something else: “your talk on valves was the”."""
    part = _TRAILING.sub("", text[start:end].rstrip())
    return start, start + len(part), part


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: Mapping[str, Mapping[str, list[str]]] = yaml.load(
        _DATA.read_text(encoding="utf-8"),
        Loader=loader,  # noqa: S506  (is safe)
    )
    return data


@cache
def _expressions(language: str) -> Mapping[str, tuple[re.Pattern[str], ...]]:
    filled = {"name": _NAME, "word": _WORD, "plain": _PLAIN, "stop": _STOP}
    return {
        kind: tuple(
            re.compile(
                re.sub(r"\{(name|word|plain|stop)\}", lambda gap: filled[gap[1]], expression),
                re.IGNORECASE,
            )
            for expression in _data()[language][kind]
        )
        for kind in (_data().get(language) or {})
    }
