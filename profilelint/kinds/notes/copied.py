"""``note-copied``: the same note went to several people."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from profilelint.kinds.context import Context, Match
from profilelint.kinds.notes.names import Person
from profilelint.kinds.notes.note import Note, notes
from profilelint.rule import Rule

_MOST_COMPARED = 1500


@dataclass(frozen=True, slots=True)
class Options:
    """When notes are copies of one another.

    Attributes:
        people: so many different people must have it.
        similarity: from 0 to 1, how alike two notes are with the recipients' names left out.
    """

    people: int = 3
    similarity: float = 0.9


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag each of the notes that are alike."""
    bare: dict[str, list[Note]] = defaultdict(list)
    for note in notes(rule, context):
        bare[_bare(note)].append(note)
    for group in _alike(list(bare), options.similarity):
        every = [note for text in group for note in bare[text]]
        people = {(note.to or note.pointer).casefold() for note in every}
        if len(people) >= options.people:
            for note in every:
                yield Match(note.pointer, 0, len(note.text), {"people": len(people)})


def _bare(note: Note) -> str:
    """A note without the recipient's names, case, and marks."""
    text = note.text.casefold()
    for name in Person(note.to or "").name.casefold().split():
        text = re.sub(rf"\b{re.escape(name)}\b", "", text)
    return " ".join(re.findall(r"\w+", text))


def _alike(texts: Sequence[str], similarity: float) -> Iterator[list[str]]:
    """Group texts that are like the first of their group."""
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    left = [text for text in texts if len(text.split()) > 3][:_MOST_COMPARED]
    while left:
        found = process.extract(
            left[0],
            left,
            scorer=Indel.normalized_similarity,
            score_cutoff=similarity,
            limit=None,
        )
        group = [text for text, _, _ in found]
        taken = set(group) | {left[0]}
        left = [text for text in left if text not in taken]
        yield group
