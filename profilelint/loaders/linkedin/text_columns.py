"""Parts the text of a LinkedIn PDF into its sidebar and its main column again.

A viewer copies the sidebar of a page, then its main column. Programs such as pdftotext go by the
place on the page, and blocks of both columns alternate, parted by blank lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from profilelint.loaders.linkedin.lines import starts_bullet
from profilelint.loaders.linkedin.role_groups import RoleGroup
from profilelint.loaders.linkedin.text_evidence import (
    fold,
    is_address,
    is_contact,
    is_dates,
    is_named,
    is_place,
    is_total,
    main_heading,
    sidebar_heading,
    starts_header,
    surely_main,
    wraps_as_sidebar,
)
from profilelint.loaders.linkedin.text_gutter import split_gutter
from profilelint.loaders.linkedin.text_lines import TextLine

# A sidebar that goes on to the next page has filled the first one with about forty lines.
_FULL_SIDEBAR = 34

Block = list[TextLine]


@dataclass(slots=True)
class Columns:
    """The two columns in their reading order; the main one begins with the header."""

    sidebar: list[TextLine] = field(default_factory=list)
    header: list[TextLine] = field(default_factory=list)
    main: list[TextLine] = field(default_factory=list)


def part_columns(lines: Sequence[TextLine]) -> Columns:
    """Part the columns, by whichever way the text was taken from the PDF."""
    if (sides := split_gutter(lines)) is not None:
        return _side_by_side(*sides)
    first_page = [line for line in lines if line.page == 1]
    blocks = len({line.block for line in first_page})
    if blocks > 1 and not _is_in_order(first_page, blocks):
        return _by_blocks(lines)
    return _by_order(lines)


def _is_in_order(page: Sequence[TextLine], blocks: int) -> bool:
    """Whether the columns follow each other, and every blank line is just the space of a line."""
    opening = next((n for n, line in enumerate(page) if main_heading(line.text)), len(page))
    below = any(sidebar_heading(line.text) for line in page[opening + 1 :])
    return not below and 2 * blocks > len(page)


def _side_by_side(sidebar: list[TextLine], main: list[TextLine]) -> Columns:
    first = next((n for n, line in enumerate(main) if main_heading(line.text)), len(main))
    return Columns(sidebar, main[:first], main[first:])


def are_mixed(lines: Sequence[TextLine], columns: Columns) -> bool:
    """Whether lines of both columns run into each other, so that neither can be had again.

    Some programs write what stands at one height into one line: the first heading of the sidebar
    and the name, for one. Others give each line a paragraph of its own, and some of them the wrong
    place: then the header and the sidebar show whether all went well.
    """
    if split_gutter(lines) is not None:
        return False
    words = lines[0].text.split()
    if any(sidebar_heading(" ".join(words[:count])) == "contact" for count in range(1, len(words))):
        return True
    page = [line for line in lines if line.page == 1]
    if 2 * len({line.block for line in page}) <= len(page):
        return False
    astray = any(
        (line.text[:1].islower() and line.text.endswith((".", "!", "?")))
        or starts_bullet(line.text)
        for line in columns.sidebar
    )
    header = columns.header[:1]
    return astray or not all(is_named(line.text, _hints(lines)) for line in header)


def _hints(lines: Sequence[TextLine]) -> str:
    texts = [line.text for line in lines]
    return " ".join(
        fold(text + (texts[n + 1] if n + 1 < len(texts) else ""))
        for n, text in enumerate(texts)
        if is_address(text) or "@" in text
    )


def _split_header(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """Part the end of the sidebar from the header."""
    headings = [n for n, line in enumerate(lines) if sidebar_heading(line.text)]
    contacts = [n for n, line in enumerate(lines) if is_contact(line.text)]
    # Every section of the sidebar has an item, and the name follows it.
    lowest = max([0, *(n + 2 for n in headings), *(n + 1 for n in contacts)])
    start = starts_header(lines, min(lowest, len(lines)), _hints(lines)) if lines else 0
    return list(lines[:start]), list(lines[start:])


def _by_order(lines: Sequence[TextLine]) -> Columns:
    columns = Columns()
    for number, page_lines in groupby(lines, key=lambda line: line.page):
        page = list(page_lines)
        if number == 1:
            first = next((n for n, line in enumerate(page) if main_heading(line.text)), len(page))
            columns.sidebar, columns.header = _split_header(page[:first])
            columns.main.extend(page[first:])
        else:
            count = _continued_sidebar(page, full=len(columns.sidebar) >= _FULL_SIDEBAR)
            columns.sidebar.extend(page[:count])
            columns.main.extend(page[count:])
    return columns


def _continued_sidebar(page: Sequence[TextLine], *, full: bool) -> int:
    """How many lines at the top of a later page go on with the sidebar."""
    headings = [n for n, line in enumerate(page) if sidebar_heading(line.text)]
    if not (full or headings):
        return 0
    least = headings[-1] + 2 if headings else 0
    end = next((n for n in range(least, len(page)) if surely_main(page[n])), len(page))
    if end < len(page) and is_dates(page[end].text):
        end -= 2  # the title, and the company
    elif end < len(page) and is_total(page[end].text):
        end -= 1  # the company
    return max(end, least)


def _by_blocks(lines: Sequence[TextLine]) -> Columns:
    blocks = [list(block) for _, block in groupby(lines, key=lambda line: line.block)]
    columns = Columns()
    sides = _sides(blocks, _hints(lines))
    for block, side in zip(blocks, sides, strict=True):
        getattr(columns, side).extend(block)
    if not columns.header:
        columns.sidebar, columns.header = _split_header(columns.sidebar)
    return columns


def _sides(blocks: Sequence[Block], hints: str) -> list[str]:
    """For each block the column it belongs to."""
    opening = next((n for n, block in enumerate(blocks) if main_heading(block[0].text)), None)
    sides = [
        "sidebar" if opening is None or n < opening else _side(block)
        for n, block in enumerate(blocks)
    ]
    for index in _header_blocks(blocks, len(blocks) if opening is None else opening, hints):
        sides[index] = "header"
    _settle(blocks, sides)
    return sides


def _side(block: Block) -> str:
    """The column of a block below the first heading of the main one, as far as it shows."""
    if _opens_sidebar(block):
        return "sidebar"
    if any(starts_bullet(line.text) or is_dates(line.text) for line in block):
        return "main"
    if wraps_as_sidebar(block):
        return "sidebar"
    return "main" if any(surely_main(line) for line in block) else "either"


def _opens_sidebar(block: Block) -> bool:
    text = block[0].text
    return sidebar_heading(text) is not None and main_heading(text) is None


def _header_blocks(blocks: Sequence[Block], opening: int, hints: str) -> list[int]:
    """The blocks of name, headline and location: one, or two if a link came between them."""
    free = [
        n
        for n, block in enumerate(blocks)
        if not _opens_sidebar(block) and not any(is_contact(line.text) for line in block)
    ]
    alone = [
        n
        for n in free
        if n < opening and len(blocks[n]) == 1 and is_named(blocks[n][0].text, hints)
    ]
    if alone:
        rest = [n for n in free if n > alone[0] and _ends_header(blocks[n])]
        return [alone[0], *rest[:1]]
    fitting = [n for n in free if n < opening and len(blocks[n]) >= 2]
    wide = [n for n in fitting if any(surely_main(line) for line in blocks[n])]
    return (wide or fitting)[-1:]


def _ends_header(block: Block) -> bool:
    return 2 <= len(block) <= 4 and is_place(block[-1].text, None)


def _settle(blocks: Sequence[Block], sides: list[str]) -> None:
    """Decide on short blocks: what a role misses above its dates, or more of the sidebar."""
    pages = [block[0].page for block, side in zip(blocks, sides, strict=True) if side == "sidebar"]
    last_sidebar_page = max(pages, default=1)
    group = RoleGroup()
    pending: list[int] = []
    sidebar_last = False
    before: Block = []
    for index, block in enumerate(blocks):
        if sides[index] == "either" and block[0].page > last_sidebar_page:
            sides[index] = "main"
        if sides[index] == "either":
            pending.append(index)
        elif sides[index] == "main":
            missing = _missing_above(block, before, group)
            shortest = sorted(pending, key=lambda n: (len(blocks[n]), len(blocks[n][0].text)))
            for n in pending:
                sides[n] = "main" if n in shortest[:missing] else "sidebar"
            _count(block, group)
            pending, before = [], block
        sidebar_last = sides[index] == "sidebar" or (sidebar_last and sides[index] == "either")
    # What stands last on a page is a school: the sidebar ended far above.
    for n in pending:
        sides[n] = "sidebar" if sidebar_last else "main"


def _count(block: Block, group: RoleGroup) -> None:
    for line in block:
        if is_total(line.text):
            group.begin(line.text)
        elif is_dates(line.text):
            group.add(line.text)


def _missing_above(block: Block, before: Block, group: RoleGroup) -> int:
    """How many lines a block lacks above its first dates or total: title, company, or both."""
    at = next(
        (n for n, line in enumerate(block) if is_dates(line.text) or is_total(line.text)), None
    )
    if at is None:
        return 0
    there = at - int(main_heading(block[0].text) is not None)
    if before and main_heading(before[0].text):
        # A heading may have the company below it in its own block.
        there += next((n for n, line in enumerate(reversed(before)) if surely_main(line)), 0)
    known = group.is_open or is_total(block[at].text)
    return max(0, (1 if known else 2) - there)
