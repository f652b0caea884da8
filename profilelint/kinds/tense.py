"""``tense``: a role that is over is told in the present, or one that goes on wholly in the past."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.fields import Field, value_at
from profilelint.kinds.context import Context, Match
from profilelint.kinds.lazy import lazily
from profilelint.kinds.lines import Line, lines
from profilelint.profile import Position, Volunteering
from profilelint.proofing.casing import cased_like
from profilelint.proofing.context.grammar_words import words
from profilelint.proofing.context.lexicon import FUNCTION_WORDS, is_mostly_verb, paradigm, tags
from profilelint.rule import Rule

_OPENING = lazily(
    r"(?P<subject>I\s+)?(?:(?:also|still|currently|now|often|always|regularly|successfully"
    r"|personally|directly|actively|daily)\s+)?(?P<verb>[A-Za-z]+)(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
# What an action has behind it. A noun has “of”, “for” or another noun there.
_OBJECT = lazily(
    r"\s+(?:a|an|the|all|our|my|their|its|your|his|her|this|these|those|each|every|any|several"
    r"|multiple|various|over|up\s+to|more\s+than|\d[\d,.]*|two|three|four|five|six|seven|eight|nine"
    r"|ten)\b",
    re.IGNORECASE,
)
_ADJECTIVES = words(
    """
    experienced skilled based certified specialised specialized focused located trained qualified
    accomplished used interested involved known licensed registered dedicated
    """
)
# A name: “React / AWS”, “Stamped is a shop”.
_NO_VERB = lazily(r"\s*(?:[/|+&:(-]|$|(?:is|was|are|were|has|had|can|will)\b)|[’']")
# States of mind, which may last longer than the role, and verbs whose past looks the same.
_LASTING = words(
    """
    be am is are was were have has had believe think know love like enjoy want hope feel see find
    understand care thank remain keep remember can do did say need note please see visit read check
    contact ask view click learn download recommend look miss wish appreciate consider owe live stay
    mean call
    """
)


@dataclass(frozen=True, slots=True)
class Options:
    """Which roles are looked at.

    Attributes:
        past: from so many lines in the present on a role that is over is flagged; 0 for never.
        current: from so many lines on a role that goes on is flagged, if all are in the past.
    """

    past: int = 1
    current: int = 3


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag one line a role."""
    for field in context.fields(rule):
        role = value_at(context.profile, field.pointer.rpartition("/")[0])
        if not isinstance(role, Position | Volunteering):
            continue
        if role.current:
            if options.current:
                yield from _in_past(field, options.current, context)
        elif role.end is not None and options.past:
            yield from _in_present(field, options.past, context)


def _in_present(field: Field, least: int, context: Context) -> Iterator[Match]:
    found = [place for line in lines(field, context) if (place := _present(line))]
    if len(found) < least:
        return
    # “Lead” is what “led” is often typed as, which is another mistake.
    start, end, past = next((p for p in found if p[2] != "led"), found[0])
    verb = field.text[start:end]
    more = len(found) - 1
    values = {
        "count": len(found),
        "what": "is in the present, and this role is over",
        "advice": f"write “{cased_like(verb, past)}”"
        + (f", and {more} more line{'s' * (more > 1)} likewise" if more else ""),
    }
    yield Match(field.pointer, start, end, values, (cased_like(verb, past),))


def _present(line: Line) -> tuple[int, int, str] | None:
    """Where a line opens with a verb in the present, and its past."""
    match = _OPENING().match(line.text)
    if match is None or match["verb"].isupper() or _NO_VERB().match(match["rest"]):
        return None
    verb = match["verb"].lower()
    kinds, forms = tags(verb), paradigm(verb)
    if forms is None or forms.base in _LASTING or forms.past in (verb, forms.base):
        return None
    if verb in FUNCTION_WORDS or set(kinds) & set("DNR") or not set(kinds) & set("BZ"):
        return None
    acts = bool(_OBJECT().match(match["rest"]))
    sure = match["subject"] is not None or (is_mostly_verb(verb) and kinds == "B")
    if not acts and not sure:
        return None
    start, end = match.span("verb")
    return line.start + start, line.start + end, forms.past


def _in_past(field: Field, least: int, context: Context) -> Iterator[Match]:
    every = list(lines(field, context))
    found = [place for line in every if (place := _past(line))]
    if len(every) < least or len(found) < len(every):
        return
    start, end, base = found[0]
    verb = field.text[start:end]
    values = {
        "count": len(found),
        "what": "is in the past, as is every line of a role that goes on",
        "advice": f"tell what you still do in the present, such as “{cased_like(verb, base)}”",
    }
    yield Match(field.pointer, start, end, values)


def _past(line: Line) -> tuple[int, int, str] | None:
    """Where a line opens with a verb in the past, and its base."""
    match = _OPENING().match(line.text)
    if match is None or _NO_VERB().match(match["rest"]):
        return None
    verb = match["verb"].lower()
    forms = paradigm(verb)
    if forms is None or forms.past != verb or forms.base == verb or verb in _ADJECTIVES:
        return None
    start, end = match.span("verb")
    return line.start + start, line.start + end, forms.base
