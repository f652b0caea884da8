"""Gives a text the line breaks back that LinkedIn's export turned into spaces.

Each line break became one space, so that two spaces were a blank line, and a bullet in mid-line
once began a line. A line break that stood before an ordinary word cannot be told from a space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SURE = "•●‣▪◦∙■□▶➤➢►✓✔✅❖➔"
_LONGEST = 60_000
"""Characters of a text that is looked at; LinkedIn's longest field takes a tenth of that."""

_OTHER = "-*–·→"
_GAP = re.compile(rf"[ \t\r\n\u00a0]{{2,}}|[\r\n]| (?=[{_SURE}])| (?=[{_OTHER}] \S)")
_LIST = re.compile(rf"[{_SURE}]|(?:\A|\s\s|[.;:!?] )[-*] \S|\A[{_OTHER}] ")
_LINE_END = re.compile(r"\r\n|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the recovered text, and where it starts in the text as it was written."""

    text: str
    offset: int


def pieces(text: str) -> Iterator[Piece]:
    r"""Cut a text into the pieces of its recovered form, each with its place in the written one.

    >>> "".join(piece.text for piece in pieces("I build.  At Acme: • APIs • Tools"))
    'I build.\n\nAt Acme:\n• APIs\n• Tools'
    """
    written = text.rstrip()
    done = len(written) - len(written.lstrip())
    if len(written) > _LONGEST:
        yield Piece(written[done:], done)
        return
    has_breaks = "\n" in written.strip()
    written_text = written[done:]
    is_list = _LIST.search(written_text) is not None
    begins_low = is_list and _begins_low(written_text)
    for gap in _GAP.finditer(written, done):
        instead = _instead(written, gap, has_breaks=has_breaks)
        at = gap.end()
        if gap[0] == " " and not _opens_line(written, at, is_list=is_list, begins_low=begins_low):
            continue
        if len(instead) == len(gap[0]):
            yield Piece(written[done : gap.start()] + instead, done)
        else:
            yield Piece(written[done : gap.start()], done)
            # Fewer characters than were written: they stand for the first of those.
            yield Piece(instead, gap.start())
        done = gap.end()
    if done < len(written):
        yield Piece(written[done:], done)


def _instead(text: str, gap: re.Match[str], *, has_breaks: bool) -> str:
    run = gap[0]
    if "\n" in run:
        return "\n" * min(2, len(_LINE_END.findall(run)))
    if run == "\r":
        return "\n" if text[gap.end()] in _SURE else " "
    if has_breaks:  # here breaks survived, so that spaces are spaces
        return run.replace("\r", " ")
    return "\n" if run == " " else "\n\n"


def _opens_line(text: str, at: int, *, is_list: bool, begins_low: bool) -> bool:
    """Whether the mark at ``at`` begins a line; a dash may stand between two halves of one."""
    if text[at] in _SURE:
        return True
    before, after = text[at - 2], text[at + 2]
    if text[at] not in "-*" and text.lstrip()[0] != text[at]:
        return False
    if before.isdigit() and after.isdigit():
        return False
    if after.islower() and not begins_low:
        return False
    return is_list or before in ".;:!?"


def _begins_low(text: str) -> bool:
    """Whether the first point of a list begins with a small letter, so that others may."""
    return next((char.islower() for char in text if char.isalpha()), False)
