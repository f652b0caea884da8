"""Makes text from a profile harmless to show: nothing in it may steer a terminal or hide."""

import re
import unicodedata

_JOINERS = "\u200c\u200d"
_BREAK = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co"})


def visible(text: str) -> str:
    r"""Return the text on one line, with each character that cannot be seen spelled out.

    Line breaks and tabs become spaces. Control characters, overrides of the writing direction
    and lone surrogates become their code points. What joins emoji or Persian letters stays.

    >>> visible("Lead\x1b[2J engineer\u202e\nat Acme")
    'Lead<U+001B>[2J engineer<U+202E> at Acme'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in _BREAK.sub(" ", text))


def _shown(char: str) -> str:
    code = ord(char)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    if char in _JOINERS or not (noncharacter or unicodedata.category(char) in _HIDDEN):
        return char
    return f"<U+{code:04X}>"
