"""Finds names of products and firms that are not written as their owners write them."""

import re
from collections.abc import Iterator

from profilelint.finding import Confidence
from profilelint.proofing.passages import HEADLINE, LIST, TITLE, Passage
from profilelint.proofing.proofreading import Correction
from profilelint.proofing.tokens import has_inner_capital, is_address, token_at
from profilelint.proofing.vocabulary import Brand, Vocabulary

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:\.[jJ][sS]\b)?")
# Before a name that begins small as its owner writes it: here it may have been given a capital.
_OPENING = re.compile(r"(?:^|[.!?…:;|/•·\n–—-])[\s\"'“‘(\[]*\Z")
_CODE_EDGE = frozenset("`_.@#\\=<>")
# A compound such as `python-based` names the product; `docker-compose` names a program.
_TAIL = re.compile(r"-(?:based|native|like|driven|powered|compatible|style|only|first|certified)\b")


def miswritten_brands(passage: Passage, vocabulary: Vocabulary) -> Iterator[Correction]:
    """Yield a correction for each miswritten name of a passage."""
    text = passage.text
    for match in _NAME.finditer(text):
        brand = _miswritten(match[0], passage, match.start(), vocabulary)
        if brand is None or not _stands_alone(text, match.start(), match.end()):
            continue
        place = passage.place(match.start(), match.end())
        if place is None:
            continue
        yield Correction(
            pointer=passage.pointer,
            start=place[0],
            end=place[1],
            rule="brand-case",
            confidence=brand.confidence,
            message=f"“{match[0]}” is written “{brand.name}” by its owner.",
            suggestions=(brand.name,),
            engine="vocabulary",
            engine_rule="brand-case",
        )


def _miswritten(word: str, passage: Passage, start: int, vocabulary: Vocabulary) -> Brand | None:
    brand = vocabulary.brand(word)
    if brand is not None:
        return brand
    if has_inner_capital(word):  # PostgresSQL
        return vocabulary.near_brand(word)
    # JQuery: a capital may open a sentence or a title, but nothing else.
    if not word[1:2].isupper() or word.isupper() or passage.form in (TITLE, HEADLINE):
        return None
    small = vocabulary.canonical(word.lower())
    if small is None or small == word or small[:1].upper() + small[1:] != word:
        return None
    opens = _OPENING.search(passage.text[max(0, start - 10) : start] if start else "")
    if opens or (passage.form == LIST and start == 0):
        return None
    return Brand(small, Confidence.MEDIUM) if vocabulary.may_be_miswritten(word) else None


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
