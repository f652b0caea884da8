"""Turns HTML and Markdown into the text a reader sees, and knows where each character came from.

LinkedIn shows plain text, so that is what is checked. Text that merely holds a ``*``, ``_`` or
``<`` is no markup: ``snake_case``, ``5*3``, ``<3``, ``vector<T>``, ``__init__`` and web addresses
stay as they are. The marks of Markdown's lists stay, too, since they are how people write lists in
plain text; the items of an HTML list get a ``•``.
"""

import html
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 200_000
"""Characters of a text whose markup is read. LinkedIn's longest field takes 2,600."""

_Span = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a plain text that has one home in the marked-up one.

    Attributes:
        start: offset of the run in the plain text.
        end: offset behind it.
        offset: where it starts in the marked-up text.
        stop: where it ends there.
        same: whether it is spelt the same in both; else it is one character and its entity.
    """

    start: int
    end: int
    offset: int
    stop: int
    same: bool = True


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text, and its runs in order; what is in no run (a bullet, a line break) is ours."""

    text: str
    runs: tuple[Run, ...]


def plain(text: str) -> Plain:
    r"""Take HTML and Markdown out of a text that may hold either, or none.

    >>> plain("<p>Ran <b>R&amp;D</b></p><ul><li>Led 5</li></ul>").text
    'Ran R&D\n\n• Led 5'
    >>> plain("**Led** [the team](https://x.org) in snake_case").text
    'Led the team in snake_case'
    """
    if len(text) > LONGEST:
        return Plain(text, (Run(0, len(text), 0, len(text)),))
    source = _Characters.of(text)
    # An entity in a text without any tag is what people see there: a rule tells them.
    if _TAG.search(text) is not None:
        source = _without_html(source)
    return _without_markdown(source).result()


def from_html(text: str) -> Plain:
    """Take the HTML out of a text that is known to be HTML, and leave Markdown's marks alone.

    >>> from_html("<p>5 * 3 &lt; 16</p>").text
    '5 * 3 < 16'
    """
    if len(text) > LONGEST:
        return Plain(text, (Run(0, len(text), 0, len(text)),))
    return _without_html(_Characters.of(text)).result()


@dataclass(slots=True)
class _Characters:
    """A text, and for each of its characters the place it has in the source (None: it is ours)."""

    text: str
    spans: list[_Span]

    @classmethod
    def of(cls, text: str) -> "_Characters":
        return cls(text, [(offset, offset + 1) for offset in range(len(text))])

    def without(self, ranges: list[tuple[int, int]]) -> "_Characters":
        text: list[str] = []
        spans: list[_Span] = []
        at = 0
        for start, end in sorted(ranges):
            text.append(self.text[at:start])
            spans.extend(self.spans[at:start])
            at = max(at, end)
        text.append(self.text[at:])
        spans.extend(self.spans[at:])
        return _Characters("".join(text), spans)

    def result(self) -> Plain:
        runs: list[Run] = []
        for index, span in enumerate(self.spans):
            if span is None:
                continue
            last = runs[-1] if runs else None
            same = span[1] - span[0] == 1
            if (
                same
                and last is not None
                and last.same
                and (last.end, last.stop) == (index, span[0])
            ):
                runs[-1] = Run(last.start, index + 1, last.offset, span[1])
            else:
                runs.append(Run(index, index + 1, *span, same=same))
        return Plain(self.text, tuple(runs))


# HTML

_LINE = frozenset({"div", "tr", "td", "th", "dt", "dd", "section", "article", "header", "footer"})
_PARAGRAPH = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "table", "hr"}
)
_LISTS = frozenset({"ul", "ol"})
_INLINE = (
    "a|abbr|b|big|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt"
    "|u|var"
)
_BLOCKS = "|".join(sorted({*_LINE, *_PARAGRAPH, "br", "li", "tbody", "thead"}))
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_BLOCKS}|{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_TOKEN = re.compile(
    rf"<(?P<close>/?)(?P<tag>{_BLOCKS}|{_INLINE})(?:\s[^<>]*)?/?>"
    r"|(?P<comment><!--[^<>]*-->)"
    r"|(?P<entity>&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)",
    re.IGNORECASE,
)
_SPACE = " \t\r\n\f"


def _without_html(source: _Characters) -> _Characters:
    # Line breaks of the source count for nothing where the markup makes its own.
    page = _Page(collapses=_BLOCK.search(source.text) is not None)
    at = 0
    for token in _TOKEN.finditer(source.text):
        page.put(source.text[at : token.start()], source.spans[at : token.start()])
        at = token.end()
        if token["entity"]:
            page.entity(token["entity"], token.span())
        elif token["tag"]:
            page.tag(token["tag"].lower(), closes=bool(token["close"]))
    page.put(source.text[at:], source.spans[at:])
    return _Characters("".join(page.text), page.spans)


class _Page:
    """Lays out HTML as plain lines."""

    def __init__(self, *, collapses: bool) -> None:
        self.text: list[str] = []
        self.spans: list[_Span] = []
        self._collapses = collapses
        self._breaks = 0
        self._mark = ""
        self._lists: list[int | None] = []
        self._space: _Span = None

    def put(self, text: str, spans: list[_Span]) -> None:
        if not self._collapses:
            self._append(text, spans)
            return
        for character, span in zip(text, spans, strict=True):
            if character in _SPACE:
                self._space = self._space or span
            else:
                self._append(character, [span])

    def entity(self, entity: str, span: tuple[int, int]) -> None:
        said = html.unescape(entity)
        if said == entity or len(said) != 1 or not (said.isprintable() or said == "\xa0"):
            self.put(entity, [(offset, offset + 1) for offset in range(*span)])
        else:
            # Editors write a no-break space where somebody typed two spaces.
            self._append(" " if said == "\xa0" else said, [span])

    def tag(self, tag: str, *, closes: bool) -> None:
        if tag == "li":
            self._break(1)
            if not closes:
                self._mark = self._next_mark()
        elif tag == "br":
            self._breaks += 1
            self._space = None
        elif tag in _LISTS:
            self._break(1 if self._nested(closes=closes) else 2)
            if not closes:
                self._lists.append(0 if tag == "ol" else None)
            elif self._lists:
                self._lists.pop()
        elif tag in _PARAGRAPH:
            self._break(1 if self._lists else 2)
        elif tag in _LINE:
            self._break(1)

    def _nested(self, *, closes: bool) -> bool:
        return len(self._lists) > int(closes)

    def _next_mark(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "• "
        self._lists[-1] += 1
        return f"{self._lists[-1]}. "

    def _break(self, lines: int) -> None:
        if not self._mark:  # the first paragraph of an item stands on the item's line
            self._breaks = max(self._breaks, lines)
        self._space = None

    def _append(self, text: str, spans: list[_Span]) -> None:
        if not text:
            return
        before = "\n" * self._breaks if self.text else ""
        if self._mark or before:
            self.text.append(before + self._mark)
            self.spans.extend([None] * len(before + self._mark))
        elif self._space is not None and self.text:
            self.text.append(" ")
            self.spans.append(self._space)
        self._breaks, self._mark, self._space = 0, "", None
        self.text.append(text)
        self.spans.extend(spans)


# Markdown

_LINK = re.compile(
    r"(?<!\\)(?P<open>!?\[)(?P<text>[^\[\]\n]{1,300})"
    r"(?P<target>\]\((?:https?://|mailto:|tel:|www\.|\.{0,2}/|\#)"
    r'(?:[^\s()]|\([^\s()]*\))*+(?:[ ]"[^"\n]{0,300}")?\))'
)
_AUTOLINK = re.compile(r"(?P<open><)(?=(?:https?://|mailto:)[^\s<>]{1,2000}>)[^\s<>]+(?P<target>>)")
_HEADING = re.compile(
    r"^(?P<open>[ ]{0,3}#{1,6}[ ]+)(?=\S)[^\n]*?(?P<target>(?:[ ]+#+)?[ ]*)$", re.MULTILINE
)
_CODE = re.compile(r"(?<![`\\])`(?!`)[^`\n]+`(?!`)")
_DELIMITERS = re.compile(r"\*+|_+|~~")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@\S+")
_BEGINNINGS = "\"'“‘„«([{*_~`#@$€£¿¡<&+"
_IDENTIFIER = re.compile(r"[a-z0-9_]+")


def _without_markdown(source: _Characters) -> _Characters:
    for pattern in (_LINK, _AUTOLINK, _HEADING):
        around = [
            span
            for match in pattern.finditer(source.text)
            for span in (match.span("open"), match.span("target"))
        ]
        if around:
            source = source.without(around)
    marks = list(_code_and_emphasis(source.text))
    return source.without(marks) if marks else source


def _code_and_emphasis(text: str) -> Iterator[tuple[int, int]]:
    if not any(mark in text for mark in "*_~`"):
        return
    kept = [match.span() for match in _ADDRESS.finditer(text)]
    for code in _CODE.finditer(text):
        kept.append(code.span())
        yield code.start(), code.start() + 1
        yield code.end() - 1, code.end()
    kept.sort()
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield from _emphasis(text, start, end, kept)
        start = end + 1


def _emphasis(
    text: str, start: int, end: int, kept: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the marks of one line that come in pairs, as Markdown pairs them."""
    waiting: list[re.Match[str]] = []
    within = iter(kept[bisect_left(kept, (start, 0)) : bisect_left(kept, (end, 0))])
    span = next(within, None)
    for mark in _DELIMITERS.finditer(text, start, end):
        while span is not None and span[1] <= mark.end():
            span = next(within, None)
        if len(mark[0]) > 3 or (span is not None and span[0] < mark.start()):
            continue
        opener = _opener(text, waiting, mark) if _closes(text, mark, end) else None
        if opener is not None:
            del waiting[waiting.index(opener) :]
            yield opener.span()
            yield mark.span()
        elif _opens(text, mark, start, end):
            waiting.append(mark)


def _opener(text: str, waiting: list[re.Match[str]], mark: re.Match[str]) -> re.Match[str] | None:
    for opener in reversed(waiting[-20:]):
        if opener[0] == mark[0]:
            inside = text[opener.end() : mark.start()]
            is_name = mark[0] == "__" and _IDENTIFIER.fullmatch(inside) is not None
            return None if is_name else opener
    return None


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if before.isalnum() or before in "\\/" or after.isspace():
        return False
    return len(mark[0]) > 1 or after.isalnum() or after in _BEGINNINGS  # not of *.py, (*)


def _closes(text: str, mark: re.Match[str], end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < end else " "
    if before.isspace() or before == "\\":
        return False
    # “**bold**ly” is common and “2**3” opens nothing; a single mark inside a word is no Markdown.
    return mark[0] in {"**", "***", "~~"} or not after.isalnum()
