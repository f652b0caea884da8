"""Quotes the sentence around a finding, cut to the room there is."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from profilelint.reporters.visible import visible

_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quotation in three parts; the middle one is what the finding is about.

    ``whole`` tells that nothing but the marked part is there, and that it had to be cut: to mark
    it would say nothing.
    """

    before: str
    marked: str
    after: str
    whole: bool = False


def excerpt(
    text: str,
    start: int,
    end: int,
    room: int,
    *,
    measure: Callable[[str], int] = len,
    ellipsis: str = "…",
) -> Excerpt:
    """Quote ``text[start:end]`` within its sentence.

    Args:
        text: the field's text.
        start: offset of the marked part.
        end: offset behind it.
        room: how many columns the quotation may take.
        measure: how many columns a text takes.
        ellipsis: what stands for what was left out.

    >>> excerpt("I led. I has a dog. We ran.", 7, 12, 40)
    Excerpt(before='', marked='I has', after=' a dog.', whole=False)
    """
    first, last = _sentence(text, start, end)
    before = visible(text[first:start]).lstrip()
    marked = visible(text[start:end])
    after = visible(text[end:last]).rstrip()
    left = room - measure(marked)
    if left < 0:
        half = (room - measure(ellipsis)) // 2
        head = _fitting(marked, room - measure(ellipsis) - half, measure)
        tail = _fitting(marked[::-1], half, measure)[::-1]
        return Excerpt("", f"{head}{ellipsis}{tail}", "", whole=True)
    room_before = max(left // 2, left - measure(after))
    before = _cut(before[::-1], room_before, measure, ellipsis[::-1])[::-1]
    after = _cut(after, left - measure(before), measure, ellipsis)
    return Excerpt(before, marked, after)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", max(end - 1, start))
    last = len(text) if last < 0 else last
    for match in _SENTENCE_END.finditer(text, first, start):
        first = match.end()
    match_after = _SENTENCE_END.search(text, max(end - 1, start), last)
    return first, match_after.end() if match_after else last


def _cut(text: str, room: int, measure: Callable[[str], int], ellipsis: str) -> str:
    if measure(text) <= room:
        return text
    kept = _fitting(text, room - measure(ellipsis), measure)
    # Between words, unless that would leave hardly anything.
    space = kept.rfind(" ")
    if space > len(kept) * 2 // 3:
        kept = kept[: space + 1]
    return f"{kept}{ellipsis}" if room >= measure(ellipsis) else ""


def _fitting(text: str, room: int, measure: Callable[[str], int]) -> str:
    kept, used = 0, 0
    for char in text:
        used += measure(char)
        if used > room:
            break
        kept += 1
    return text[:kept]
