"""``note-addressee``: a note greets nobody by name, or somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from profilelint.kinds.context import Context, Match
from profilelint.kinds.notes.greeting import Greeting, greeting
from profilelint.kinds.notes.names import Person
from profilelint.kinds.notes.note import Note, notes, yes_no
from profilelint.kinds.notes.phrases import GAP
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """Which of the two is flagged.

    Attributes:
        flag: ``nobody``, or ``somebody-else``.
    """

    flag: Literal["nobody", "somebody-else"]

    def __post_init__(self) -> None:
        if self.flag not in ("nobody", "somebody-else"):
            raise ValueError(f"flag is nobody or somebody-else, not “{self.flag}”")


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the greeting that is wrong, or the beginning of a note without one."""
    for note in notes(rule, context):
        if not note.opens:
            continue
        hello = greeting(note.text)
        person = Person(note.to) if note.to and note.to.strip() else None
        if options.flag == "somebody-else":
            if person is not None and hello is not None and hello.name:
                yield from _somebody_else(note, hello, person)
        elif person is None:
            if hello is None or not hello.name:
                yield _nobody(note, hello, None)
        elif not (hello and hello.name and not person.is_called(hello.name)):
            yield from _not_named(note, hello, person)


def _somebody_else(note: Note, hello: Greeting, person: Person) -> Iterator[Match]:
    if not person.is_called(hello.name):
        end = hello.name_start + len(hello.name)
        right = person.last if hello.titled else person.first
        yield Match(note.pointer, hello.name_start, end, {"to": person.name}, (right,))


def _not_named(note: Note, hello: Greeting | None, person: Person) -> Iterator[Match]:
    if not (person.is_named_in(note.text) or (hello and hello.name)):
        # Of what was sent nothing is left to mend: the gap where the name belongs is told already.
        gap = hello is not None and GAP.match(note.text[hello.hello_end :].lstrip(" ,"))
        if not (note.sent and gap):
            yield _nobody(note, hello, person)
    elif hello and hello.name and not hello.titled and person.only_family_in(note.text):
        yield _nobody(note, hello, person, family=True)


def _nobody(
    note: Note, hello: Greeting | None, person: Person | None, *, family: bool = False
) -> Match:
    text = note.text
    words = text[hello.start : hello.hello_end] if hello else "Hi"
    values = {
        "greets": "by the family name alone" if family else "nobody by name",
        "begin": f"“{words} {person.first},”" if person else f"“{words}” and the first name",
        "family": yes_no(family),
    }
    if hello is None:
        end = len(text) - len(text.lstrip())
        end = next((i for i, c in enumerate(text[end:], end) if c.isspace()), len(text))
        first = text[:end].strip()
        written = (f"{words} {person.first}, {first}",) if person else ()
        return Match(note.pointer, text.index(first), end, values, written)
    gap = GAP.match(text, hello.hello_end + 1)
    end = max(hello.end, gap.end() if gap else 0)
    written = (f"{words} {person.first}",) if person else ()
    return Match(note.pointer, hello.start, end, values, written)
