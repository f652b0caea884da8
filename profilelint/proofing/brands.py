"""Finds names of products and firms that are not written as their owners write them."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from profilelint.finding import Confidence
from profilelint.proofing.passages import HEADLINE, LIST, TITLE, Passage
from profilelint.proofing.proofreading import Correction
from profilelint.proofing.tokens import has_inner_capital, is_address, token_at
from profilelint.proofing.vocabulary import Brand, Vocabulary

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:\.[jJ][sS]\b)?")
# Before a name that begins small as its owner writes it: here it may have been given a capital.
_OPENING = re.compile(r"(?:^|[.!?…:;|/•·\n–—-])[\s\"'“‘(\[]*\Z")
# The item before or behind a word in a row.
_ITEM_BEFORE = re.compile(r"(?<![\w.])([\w.+#]+(?: [\w.+#]+)?)(?:,|,? and|,? &| ?/| ?\|) ?$")
_ITEM_AFTER = re.compile(r"(?:,|,? and|,? &| ?/| ?\|) ?([\w.+#]+(?: [A-Z][\w.+#]*)?)(?![\w.])")
_CODE_EDGE = frozenset("`_.@#\\=<>")
# A compound such as `python-based` names the product; `docker-compose` names a program.
_TAIL = re.compile(r"-(?:based|native|like|driven|powered|compatible|style|only|first|certified)\b")


def miswritten_brands(passage: Passage, vocabulary: Vocabulary) -> Iterator[Correction]:
    """Yield a correction for each miswritten name of a passage."""
    text = passage.text
    words = list(_NAME.finditer(text))
    done = 0
    for match, following in zip_longest(words, words[1:]):
        if match.start() < done:
            continue
        start, end = match.span()
        brand = None
        if following is not None and text[end : following.start()] == " ":
            brand = _miswritten_pair(text[start : following.end()], passage, vocabulary)
            end = following.end() if brand else end
        brand = brand or _miswritten(match[0], passage, start, vocabulary)
        if brand is None or not _stands_alone(text, start, end):
            continue
        done = end
        place = passage.place(start, end)
        if place is None:
            continue
        yield Correction(
            pointer=passage.pointer,
            start=place[0],
            end=place[1],
            rule="brand-case",
            confidence=brand.confidence,
            message=f"“{text[start:end]}” is written “{brand.name}” by its owner.",
            suggestions=(brand.name,),
            engine="vocabulary",
            engine_rule="brand-case",
        )


def _miswritten_pair(words: str, passage: Passage, vocabulary: Vocabulary) -> Brand | None:
    """The name of two words, or the one cut in two: ``Google analytics``, ``Git Hub``."""
    brand = vocabulary.brand(words)
    if brand is None or " " in brand.name or brand.name.endswith(".js"):
        return brand
    # A photo shop in small letters is one, and so may be a Photo Shop Manager.
    first, _, second = words.partition(" ")
    titled = passage.form in (TITLE, HEADLINE) and not has_inner_capital(brand.name)
    return brand if first[0].isupper() and second[0].isupper() and not titled else None


def _miswritten(word: str, passage: Passage, start: int, vocabulary: Vocabulary) -> Brand | None:
    brand = vocabulary.brand(word)
    if brand is None and (word.islower() or word.isupper()):
        in_row = word.islower() and _is_in_row(passage.text, start, start + len(word), vocabulary)
        brand = vocabulary.brand(word, in_row=True) if in_row else vocabulary.exchanged(word)
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


def _is_in_row(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether the word is an item of a row, next to a name of a product: ``excel, PowerPoint``."""
    if not vocabulary.is_name_in_rows(text[start:end]):
        return False
    before = _ITEM_BEFORE.search(text, max(0, start - 40), start)
    after = _ITEM_AFTER.match(text, end)
    opens = before is not None or _OPENING.search(text[max(0, start - 10) : start])
    ends = after is not None or not text[end:].strip(" .)")
    items = [match[1] for match in (before, after) if match]
    return bool(opens and ends) and any(map(vocabulary.names_product, items))


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
