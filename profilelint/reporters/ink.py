"""The ink of the reports for people: headings, lines and paragraphs on a console of rich's.

Everything that comes from an export goes through :func:`~profilelint.reporters.visible.visible`
and is put into rich's ``Text``, which knows no markup.
"""

from io import StringIO
from typing import TYPE_CHECKING

from profilelint.reporters import Style
from profilelint.reporters.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console, OverflowMethod, RenderableType
    from rich.text import Text

_WIDEST = 120
_NARROWEST = 40
_INDENT = 6

# Each sign has one stand-in of the same width, so that nothing shifts.
_ASCII = str.maketrans("✗✓•“”‘’–—·━─░…×→", "xv*\"\"''---#..~x>")

Piece = tuple[str, str]
"""A text and the style it is shown in."""


def printed(style: Style, write: "Callable[[Console], None]") -> str:
    """Return what is written on a console, coloured with ANSI codes where the style says so."""
    from rich.console import Console

    paper = StringIO()
    console = Console(
        file=paper,
        width=max(style.width, _NARROWEST),
        height=100,
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        no_color=not style.color,
        legacy_windows=False,
        safe_box=not style.unicode,
        _environ={},  # the same output wherever it runs
    )
    write(console)
    lines = (line.rstrip() for line in paper.getvalue().split("\n"))
    return "\n".join(lines)


class Ink:
    """What pages of text are written with."""

    def __init__(self, console: "Console", style: Style) -> None:
        self._console = console
        self._style = style
        self._width = min(console.width, _WIDEST)

    def space(self) -> None:
        """Leave a line blank."""
        self._console.print()

    @property
    def _overflow(self) -> "OverflowMethod":
        return "ellipsis" if self._style.unicode else "crop"

    def _inset(self, words: "Text") -> None:
        from rich.padding import Padding

        self._print(Padding(words, (0, 0, 0, _INDENT)))

    def _heading(self, words: str) -> None:
        self.space()
        title = self._text((self._cut(words), "bold"))
        rest = self._width - title.cell_len - 1
        line = "─" if self._style.unicode else "-"
        title.append(f" {line * max(rest, 0)}", "dim")
        self._print(title)

    def _line(self, *pieces: Piece, cut: bool = True) -> None:
        text = self._text(*pieces, one_line=True)
        if cut:
            text.truncate(self._width, overflow=self._overflow)
        self._console.print(text, soft_wrap=True)

    def _paragraph(self, indent: int, *pieces: Piece) -> None:
        from rich.padding import Padding

        self._print(Padding(self._text(*pieces), (0, 0, 0, indent)))

    def _print(self, what: "RenderableType") -> None:
        self._console.print(what, width=self._width)

    def _text(self, *pieces: Piece, one_line: bool = False) -> "Text":
        from rich.text import Text

        text = Text(no_wrap=one_line)
        for words, style in pieces:
            text.append(self._plain(visible(words)), style)
        return text

    def _plain(self, words: str) -> str:
        return words if self._style.unicode else words.translate(_ASCII)

    def _cut(self, words: str, room: int | None = None) -> str:
        from rich.text import Text

        shown = Text(visible(words))
        shown.truncate(room or self._width - 1, overflow=self._overflow)
        return shown.plain
