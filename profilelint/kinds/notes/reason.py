"""``note-reason``: a note does not say why it is sent, or does not name what its stage asks for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from profilelint.kinds.context import Context, Match
from profilelint.kinds.notes.note import Note, notes
from profilelint.kinds.notes.reasons import KINDS, reasons
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """What the note has to name.

    Attributes:
        at_stage: for a stage of an application, kinds of reason of which one must be named, and no
            other will do. Without this any reason is enough.
    """

    at_stage: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for kind in (kind for kinds in self.at_stage.values() for kind in kinds):
            if kind not in KINDS:
                raise ValueError(f"“{kind}” is no reason; known are {', '.join(KINDS)}")


_MEANT = {"role": "the role", "meeting": "the conversation you had"}


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the whole of a note that names no reason, or not the one of its stage."""
    for note in notes(rule, context):
        if not note.opens:
            continue
        named = {reason.kind for reason in reasons(note.text, context.language(note.pointer))}
        if not options.at_stage:
            if not named and not _shares(note, context):
                yield Match(note.pointer, 0, len(note.text))
        elif (wanted := options.at_stage.get(note.stage)) and named.isdisjoint(wanted):
            values = {
                "stage": note.stage.replace("-", " the "),
                "wanted": " or ".join(_MEANT.get(kind, kind) for kind in wanted),
            }
            yield Match(note.pointer, 0, len(note.text), values)


def _shares(note: Note, context: Context) -> bool:
    """Whether it names a school, an employer or a group of the sender's: common ground."""
    delivery = context.document.delivery
    sender = delivery.sender if delivery else context.profile
    if sender is None:
        return False
    names = [
        *(position.company for position in sender.positions),
        *(entry.school for entry in sender.education),
        *(organization.name for organization in sender.organizations),
        *sender.groups,
    ]
    said = note.text.casefold()
    return any(name and len(name) > 3 and name.casefold() in said for name in names)
