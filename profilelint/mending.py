"""What ``profilelint fix`` does: mends many inputs, each where and how it can be mended."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from profilelint.errors import ConfigError, InputError, ProfilelintError
from profilelint.fixing.file import write
from profilelint.fixing.mend import Mended, mend
from profilelint.paste_sheet import paste_sheet
from profilelint.reporters.visible import visible
from profilelint.reporters.words import count
from profilelint.run import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from profilelint.config import Config

_MOST_NAMED = 5


@dataclass
class Mending:
    """Mends inputs one after another; a broken one stops none of the others.

    Attributes:
        config: the settings.
        given: what the command line set, which wins over the overrides in them.
        tell: called with each error that stops one input only.
        diff: show what would change, and write nothing.
        unsafe: also mend what somebody should look at.
        backup: keep the old file.
        output: the file that sheets to paste go to; they are printed, where left out.
        sheet: what that file is to hold.
        said: a line or two on each input, once it was mended.
        exit_code: 0; with ``diff`` 1 where something would change; 3 where an input broke.
    """

    config: Config
    given: Mapping[str, Any]
    tell: Callable[[ProfilelintError], None]
    diff: bool = False
    unsafe: bool = False
    backup: bool = False
    output: str | None = None
    sheet: str = field(init=False, default="")
    said: list[str] = field(init=False, default_factory=list)
    exit_code: int = field(init=False, default=0)

    def run(self, paths: Sequence[str]) -> Iterator[str | bytes]:
        """Mend the inputs; yield what is to be printed.

        Raises:
            ConfigError: an option makes no sense, for whichever input.
        """
        if self.diff and (self.output or self.backup):
            raise ConfigError("--diff writes nothing", hint="leave out --output and --backup")
        run = Run(self.config, self.given, self.tell)
        sheets: list[str] = []
        with run.linter:
            for path in run.inputs(paths):
                try:
                    self._check_output(path)
                    mended = mend(path, unsafe=self.unsafe, linter=run.linter_for(path))
                    if mended.source is not None:
                        yield from self._written(path, mended)
                    elif mended.edits:
                        sheets.append(paste_sheet(mended, path))
                    self._tell(path, mended)
                except ProfilelintError as error:
                    if error.exit_code == ConfigError.exit_code:  # wrong for every file alike
                        raise
                    run.failed(path, error)
                except (MemoryError, RecursionError, OSError) as error:
                    reason = f"{path}: cannot be mended ({type(error).__name__}: {error})"
                    run.failed(path, InputError(reason))
        if any(outcome.error for outcome in run.outcomes):
            self.exit_code = InputError.exit_code
        self.sheet = "\n".join(sheets)
        if not self.output:
            yield self.sheet

    def _check_output(self, path: str) -> None:
        if self.output and path != "-" and Path(self.output).resolve() == Path(path).resolve():
            raise ConfigError(
                f"--output {self.output} would write over your profile", hint="name another file"
            )

    def _written(self, path: str, mended: Mended) -> Iterator[str | bytes]:
        source, old_source = mended.source or "", mended.old_source or ""
        if self.diff:
            yield _diff(path, old_source, source)
        elif path == "-":
            yield source.encode()  # as bytes: line ends, encoding and mark are the source's own
        elif mended.edits:
            write(Path(path), source, old_source, backup=self.backup)

    def _tell(self, path: str, mended: Mended) -> None:
        edits = len(mended.edits)
        if edits and self.diff:
            self.exit_code = max(self.exit_code, 1)
        verb = "to paste"
        if mended.source is not None:
            verb = "would be mended" if self.diff else "mended"
        parts = [f"{count(edits, 'correction')} {verb}"]
        if mended.left:
            parts.append(f"{len(mended.left)} more with --unsafe")
        if mended.yours:
            parts.append(f"{count(len(mended.yours), 'finding')} only you can mend")
        name = "standard input" if path == "-" else path
        self.said.append(f"{name}: {'; '.join(parts)}.")
        if mended.refused:
            told = [f"{visible(e.text)} ({e.rule})" for e in mended.refused[:_MOST_NAMED]]
            more = len(mended.refused) - len(told)
            told += [f"{more} more"] if more else []
            self.said.append(
                f"  Left as it is, since it cannot be written there or would bring a new finding:"
                f" {', '.join(told)}."
            )


def _diff(path: str, old: str, new: str) -> str:
    r"""What changes, as ``patch`` and ``git apply`` take it.

    >>> print(_diff("me.yaml", "name: ada", "name: Ada"), end="")
    --- me.yaml
    +++ me.yaml
    @@ -1 +1 @@
    -name: ada
    \ No newline at end of file
    +name: Ada
    \ No newline at end of file
    """
    lines = difflib.unified_diff(_lines(old), _lines(new), path, path)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    # Not splitlines: a text may hold characters that end lines elsewhere.
    *whole, last = text.split("\n")
    return [*(f"{line}\n" for line in whole), *([last] if last else [])]
