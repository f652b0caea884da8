"""The outreach report for people, in the ink of ``check``'s report."""

from typing import TYPE_CHECKING, Literal

from profilelint.network.page import Item, Line, Page, Step, Table
from profilelint.reporters import Style
from profilelint.reporters.ink import Ink, printed

if TYPE_CHECKING:
    from rich.console import Console

_NAME = 26
"""Columns that the name of an entry takes, if it can."""


def render(page: Page, style: Style) -> str:
    """Return the page as text, coloured with ANSI codes where the style says so."""
    return printed(style, lambda console: _Paper(console, style).page(page))


class _Paper(Ink):
    def __init__(self, console: "Console", style: Style) -> None:
        super().__init__(console, style)
        self._names = _NAME

    def page(self, page: Page) -> None:
        self._line((page.title, "bold"))
        self._paragraph(0, (" · ".join(page.facts), "dim"))
        for section in page.sections:
            self._heading(section.heading)
            names = [len(block.name) for block in section.blocks if isinstance(block, Item)]
            self._names = min(max(names, default=0), _NAME)
            for index, block in enumerate(section.blocks):
                if isinstance(block, Line):
                    if index and isinstance(section.blocks[index - 1], Item):
                        self.space()
                    self._paragraph(2, (block.text, "dim" if block.aside else ""))
                elif isinstance(block, Item):
                    self._item(block)
                elif isinstance(block, Table):
                    if index and isinstance(section.blocks[index - 1], Line):
                        self.space()
                    self._table(block)
                else:
                    self._step(block)

    def _item(self, item: Item) -> None:
        from rich.table import Table as Grid

        grid = Grid.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=2)
        grid.add_column(width=self._names, overflow="fold")
        grid.add_column(overflow="fold")
        grid.add_row("", self._text((item.name, "")), self._text((item.detail, "dim")))
        self._print(grid)

    def _table(self, table: Table) -> None:
        from rich.table import Table as Grid

        grid = Grid.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=2)
        for index in range(len(table.header)):
            justify: Literal["left", "right"] = "left" if index < table.words else "right"
            grid.add_column(justify=justify, overflow="fold")
        grid.add_row("", *(self._text((name, "dim")) for name in table.header))
        for row in table.rows:
            grid.add_row("", *(self._text((cell, "")) for cell in row))
        self._print(grid)
        self.space()

    def _step(self, step: Step) -> None:
        from rich.table import Table as Grid

        grid = Grid.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=4, justify="right")
        grid.add_column(overflow="fold")
        grid.add_row(self._text((f"{step.number}.", "dim")), self._text((step.do, "")))
        grid.add_row("", self._text((step.why, "dim italic")))
        self._print(grid)
