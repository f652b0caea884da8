"""The outreach report as Markdown, to keep or to hand on."""

import re
from collections.abc import Iterator

from profilelint.network.page import Block, Item, Line, Page, Step, Table
from profilelint.reporters.visible import visible

_MARKS = re.compile(r"([\\`*_{}\[\]<>|~#])")
_AT_START = re.compile(r"\A(\s*)([-+=]|\d+[.)])")


def render(page: Page) -> str:
    """Return the page as Markdown."""
    lines = [f"# {plain(page.title)}", "", plain(" · ".join(page.facts))]
    for section in page.sections:
        lines += ["", f"## {plain(section.heading)}", ""]
        before: Block | None = None
        for block in section.blocks:
            if before is not None and not (isinstance(block, type(before)) and _is_listed(block)):
                lines.append("")
            lines += _block(block)
            before = block
    return "\n".join(lines) + "\n"


def _is_listed(block: Block) -> bool:
    return isinstance(block, Item | Step)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Line):
        yield plain(block.text)
    elif isinstance(block, Item):
        detail = f": {plain(block.detail)}" if block.detail else ""
        yield f"- {plain(block.name)}{detail}"
    elif isinstance(block, Step):
        yield f"{block.number}. {plain(block.do)} *{plain(block.why)}*"
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield _row(table.header)
    yield _row("---" if index < table.words else "--:" for index in range(len(table.header)))
    for row in table.rows:
        yield _row(plain(cell) for cell in row)


def _row(cells: "Iterator[str] | tuple[str, ...]") -> str:
    return f"| {' | '.join(cells)} |"


def plain(text: str) -> str:
    r"""Write a text so that Markdown takes nothing in it for a mark, an address or HTML.

    >>> plain("1. <b> *and* a_b"), plain("-- C#")
    ('1\\. \\<b\\> \\*and\\* a\\_b', '\\-- C\\#')
    """
    escaped = _MARKS.sub(r"\\\1", visible(text)).replace("&", "&amp;")
    return _AT_START.sub(_escaped_start, escaped)


def _escaped_start(match: re.Match[str]) -> str:
    mark = match[2]
    return f"{match[1]}\\{mark}" if len(mark) == 1 else f"{match[1]}{mark[:-1]}\\{mark[-1]}"
