"""Draw the README's picture: the real output of a check, its middle left out.

Run it with ``make picture`` whenever the output changes.
"""

import io
import re
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

import profilelint
from profilelint.outcome import Outcome
from profilelint.reporters import Style
from profilelint.reporters.text import print_outcomes

ROOT = Path(__file__).parent.parent
SAMPLE = "examples/engineer-mistakes-en.pdf"
PICTURE = ROOT / "docs" / "check.svg"
WIDTH = 100
TOP, BOTTOM = 26, 19
"""Lines that are shown of the beginning and of the end."""


def main() -> None:
    """Write the picture."""
    with profilelint.Linter() as linter:
        document = profilelint.load(ROOT / SAMPLE)
        outcome = Outcome(SAMPLE, document, linter.check(document))
        rules = {rule.id: rule for rule in linter.ruleset.every}
    console = recording()
    print_outcomes(console, [outcome], rules, Style(color=True, width=WIDTH))
    lines = console.export_text(styles=True).replace(str(ROOT) + "/", "").splitlines()
    shown = [*lines[:TOP], "", "  ⋮", "", *lines[-BOTTOM:]]
    picture = recording()
    picture.print(Text.from_ansi("\n".join(shown)))
    # No font is fetched from anywhere: the reader's own monospaced one serves.
    form = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    svg = picture.export_svg(title=f"profilelint check {SAMPLE}", code_format=form, unique_id="p")
    PICTURE.write_text(svg.replace("Fira Code", "Menlo, Consolas"), encoding="utf-8")
    print(f"{PICTURE.relative_to(ROOT)}: {len(shown)} of {len(lines)} lines")


def recording() -> Console:
    """A console that keeps what is printed on it."""
    return Console(
        file=io.StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="truecolor"
    )


if __name__ == "__main__":
    main()
