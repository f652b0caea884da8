"""``note-phrases``: a note holds words that it should not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from profilelint.kinds.context import Context, Match
from profilelint.kinds.expression import Expression, read_all
from profilelint.kinds.notes.greeting import greeting
from profilelint.kinds.notes.names import Person
from profilelint.kinds.notes.note import Note, notes, yes_no
from profilelint.kinds.notes.reasons import reasons
from profilelint.rule import Rule

GAP = re.compile(r"\{\{?[^{}\n]*\}\}?|\[[^\[\]\n]*\]|<[^<>\n]*>|%\w+%")
"""The gap of a template, where a name may stand after a greeting."""

_SIGNED = re.compile(
    r"(?:\n|[.!?]\s)\s*(?:(?:best|kind|warm|many)\b[^.!?\n]{0,30}|thanks|cheers|regards|sincerely"
    r"|grüße|cordialement|saludos)[,!.]?[^.!?]{0,40}\Z",
    re.IGNORECASE,
)
_FIRST_NAME = re.compile(
    r"\W*(?:first|your|recipient|contact)?[ _-]?(?:first[ _-]?)?name\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Options:
    """What to look for.

    A level of the rule may ask for ``rest``, the words of the note beside what was found, greeting
    and signature aside; for ``reason`` and ``named``, whether it says why and names the recipient;
    and for ``sent``, whether it is gone.

    Attributes:
        match: expressions, each a regular expression or an expression with what to write instead.
        gaps: what is found is the gap of a template: a gap for the name is filled with the
            recipient's.
        expressions: the same, read; case never matters.
    """

    match: Sequence[str | Mapping[str, Any]]
    gaps: bool = False
    expressions: tuple[Expression, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        case = "exact" if self.gaps else "any"
        object.__setattr__(self, "expressions", read_all(self.match, case))


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag every place that an expression finds; what lies over another is told once."""
    for note in notes(rule, context):
        # A typed apostrophe and a curly one are the same, and as long.
        text = note.text.replace("’", "'")
        end = -1
        found = [place for expression in options.expressions for place in expression.find(text)]
        for place in sorted(found, key=lambda place: (place.start, -place.end)):
            if place.start < end:
                continue
            end = place.end
            match = Match(
                note.pointer, place.start, place.end, _values(note, place.start, end, context)
            )
            yield replace(
                match, suggestions=_filled(note, place.start, end) if options.gaps else ()
            )


def _values(note: Note, start: int, end: int, context: Context) -> dict[str, object]:
    hello = greeting(note.text)
    head = hello.end if hello else 0
    signed = _SIGNED.search(note.text, end)
    tail = signed.start() if signed else len(note.text)
    rest = f"{note.text[head:start]} {note.text[end:tail]}"
    named = Person(note.to).is_named_in(note.text) if note.to else bool(hello and hello.name)
    return {
        "rest": len(re.findall(r"\w+", rest)),
        "reason": yes_no(bool(reasons(note.text, context.language(note.pointer)))),
        "named": yes_no(named),
        "sent": yes_no(note.sent),
    }


def _filled(note: Note, start: int, end: int) -> tuple[str, ...]:
    is_name = note.to and _FIRST_NAME.fullmatch(note.text[start:end])
    return (Person(note.to or "").first,) if is_name else ()
