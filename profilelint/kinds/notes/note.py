"""The notes of a document, each with what is known of whom it is for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from profilelint.document import Delivery
from profilelint.kinds.context import Context
from profilelint.rule import Rule

MESSAGE, DRAFTS, SENT = "message", "drafts.text", "invitations.text"
TARGETS = (MESSAGE, DRAFTS, SENT)
"""Where notes stand: one that is to be sent, drafts, and those already sent."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note.

    Attributes:
        pointer: where its text stands.
        text: what it says; empty where it was left out.
        to: the recipient's name, if told.
        stage: where the sender stands in an application: ``none`` where nobody says.
        sent: it is gone, and can no longer be mended.
        opens: it opens a conversation, and is no reply within one.
        direct: it is a message, which may be far longer than an invitation's note.
        day: when it was sent or written.
    """

    pointer: str
    text: str
    to: str | None = None
    stage: str = "none"
    sent: bool = False
    opens: bool = True
    direct: bool = False
    day: date | None = None


def is_note(pointer: str) -> bool:
    """Whether a pointer leads to a note, or into what is known of one.

    >>> is_note("/message"), is_note("/invitations/3/text"), is_note("/about")
    (True, True, False)
    """
    return pointer == "/message" or pointer.startswith(("/invitations/", "/drafts/"))


def notes(rule: Rule, context: Context, *, empty: bool = False) -> Iterator[Note]:
    """Yield the notes at a rule's targets, in the languages that it can judge.

    Args:
        rule: the rule.
        context: the document.
        empty: also those that say nothing.
    """
    for note in _all(context):
        target = note.pointer.strip("/").split("/", 1)[0]
        if not any(t.partition(".")[0] == target for t in rule.targets):
            continue
        if not note.text.strip():
            if empty:
                yield note
        elif not rule.languages or context.speaks(note.pointer, rule.languages):
            yield note


def _all(context: Context) -> Iterator[Note]:
    profile, delivery = context.profile, context.document.delivery
    if delivery is not None or profile.message:
        how = delivery or Delivery()
        yield Note("/message", profile.message or "", how.to, how.stage)
    for index, draft in enumerate(profile.drafts):
        yield Note(
            f"/drafts/{index}/text",
            draft.text or "",
            draft.recipient,
            opens=not draft.reply,
            direct=True,
            day=_day(draft.date),
        )
    if context.document.carries.why_not(SENT) is None:
        for index, sent in enumerate(profile.invitations):
            yield Note(
                f"/invitations/{index}/text",
                sent.text or "",
                sent.recipient,
                sent=True,
                day=_day(sent.date),
            )


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat(told[:10]) if told else None
    except ValueError:
        return None


def yes_no(holds: bool) -> str:
    """A truth as the levels of a rule file name it.

    >>> yes_no(True)
    'yes'
    """
    return "yes" if holds else "no"
