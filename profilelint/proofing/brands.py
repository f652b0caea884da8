"""Finds names of products and firms that are not written as their owners write them."""

import re
from collections.abc import Iterator

from profilelint.proofing.passages import Passage
from profilelint.proofing.proofreading import Correction
from profilelint.proofing.tokens import is_address, token_at
from profilelint.proofing.vocabulary import Vocabulary

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:\.js\b)?")
_CODE_EDGE = frozenset("`_.@#\\=<>")
# A compound such as `python-based` names the product; `docker-compose` names a program.
_TAIL = re.compile(r"-(?:based|native|like|driven|powered|compatible|style|only|first|certified)\b")


def miswritten_brands(passage: Passage, vocabulary: Vocabulary) -> Iterator[Correction]:
    """Yield a correction for each miswritten name of a passage."""
    text = passage.text
    for match in _NAME.finditer(text):
        brand = vocabulary.brand(match[0])
        if brand is None or not _stands_alone(text, match.start(), match.end()):
            continue
        yield Correction(
            pointer=passage.pointer,
            start=passage.start + match.start(),
            end=passage.start + match.end(),
            rule="brand-case",
            confidence=brand.confidence,
            message=f"“{match[0]}” is written “{brand.name}” by its owner.",
            suggestions=(brand.name,),
            engine="vocabulary",
            engine_rule="brand-case",
        )


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum() or before in _CODE_EDGE or after in _CODE_EDGE - {"."}:
        return before == after == "" or (
            not before and after not in _CODE_EDGE and not after.isalnum()
        )
    if after == "." and text[end + 1 : end + 2].isalnum():
        return False
    if before == "-" or (after == "-" and not _TAIL.match(text, end)):
        return False
    return not is_address(token_at(text, start, end).text)
