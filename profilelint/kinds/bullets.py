"""``bullets``: the lines of one list are marked or ended in more than one way."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.fields import Field
from profilelint.kinds.context import Context, Match
from profilelint.rule import Rule

_LINE = re.compile(r"^[ \t]*(?P<mark>[-•*‣·●❖—–])[ \t]+(?P<text>\S.*?)[ \t]*$", re.MULTILINE)
_STOP = "."
_NO_STOP_TO_SPEAK_OF = re.compile(r"""[.!?;:]\s|[!?;:,…]$|[.!?;:,…][)\]"'’”»]+$|<""")
_SHORT_WORD = re.compile(r"(?:\b[^\W\d_]|\b(?:etc|Inc|Ltd|Co)|\.)\.$")
# Markup, an address or a mark alone is no line of a list.
_NO_ITEM = re.compile(r"(?:<[^<>\n]*>|[*_~`#\s]|\(?(?:https?://|www\.)\S+)*")


@dataclass(frozen=True, slots=True)
class Options:
    """What should be the same in each line of a list.

    Attributes:
        marks: the bullet mark.
        stops: a full stop at the end, or none.
    """

    marks: bool = True
    stops: bool = True


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the lines that differ from most lines of their list."""
    for field in context.fields(rule):
        lines = [line for line in _LINE.finditer(field.text) if _is_item(field.text, line)]
        if options.marks:
            yield from _mixed_marks(field, lines)
        if options.stops:
            yield from _mixed_stops(field, lines)


def _is_item(text: str, line: re.Match[str]) -> bool:
    """Whether a marked line is one of a list, and no dash in the middle of a sentence."""
    if _NO_ITEM.fullmatch(line["text"]):
        return False
    if line["mark"] not in "-—–" or not line["text"][0].islower():
        return True
    end = max(0, line.start() - 1)
    previous = text[text.rfind("\n", 0, end) + 1 : end].strip()
    return not previous or _LINE.match(previous) is not None or previous[-1] in ".!?:;"


def _mixed_marks(field: Field, lines: list[re.Match[str]]) -> Iterator[Match]:
    usual = _most_frequent([line["mark"] for line in lines])
    odd = [line for line in lines if line["mark"] != usual]
    if len(odd) > max(1, len(lines) // 4):
        return  # two levels of one list, each with its own mark
    depths = {_depth(line) for line in lines if line["mark"] == usual}
    for line in odd:
        if _depth(line) not in depths:
            continue  # a level of its own
        values = {"advice": f"the other lines begin with “{usual}”"}
        yield Match(field.pointer, *line.span("mark"), values, (usual,))


def _mixed_stops(field: Field, lines: list[re.Match[str]]) -> Iterator[Match]:
    # A line of two sentences needs its stops, and “etc.” ends with one anyway.
    # A line that ends with another mark has what it needs: a full stop after it would be wrong.
    single = [line for line in lines if not _NO_STOP_TO_SPEAK_OF.search(line["text"])]
    stopped = [_ends_with_stop(line["text"]) for line in single]
    if len(single) < 3 or len(set(stopped)) < 2:
        return
    usual = Counter(stopped).most_common(1)[0][0]
    odd = [line for line, has in zip(single, stopped, strict=True) if has is not usual]
    if len(odd) > len(single) // 3:
        odd = odd[:1]  # no habit to speak of: one finding says so
    for line in odd:
        end = line.end("text")
        start = max(line.start("text"), field.text.rfind(" ", 0, end) + 1)
        word = field.text[start:end]
        if usual:
            values = {"advice": "the other lines end with a full stop"}
            yield Match(field.pointer, start, end, values, (word + _STOP,))
        else:
            values = {"advice": "the other lines end without a full stop"}
            yield Match(field.pointer, start, end, values, (word.removesuffix(_STOP),))


def _ends_with_stop(text: str) -> bool:
    return text.endswith(_STOP) and not _SHORT_WORD.search(text)


def _depth(line: re.Match[str]) -> int:
    return line.start("mark") - line.start()


def _most_frequent(marks: list[str]) -> str:
    return Counter(marks).most_common(1)[0][0] if marks else ""
