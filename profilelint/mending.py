"""What ``profilelint fix`` does: mends many inputs, each where and how it can be mended."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from profilelint import loaders
from profilelint.config_file import for_path
from profilelint.errors import InputError, ProfilelintError
from profilelint.fixing.file import write
from profilelint.fixing.mend import Mended, mend
from profilelint.linter import Linter
from profilelint.paste_sheet import paste_sheet
from profilelint.reporters.words import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from profilelint.config import Config


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
        output: the file that sheets to paste are written to; else they are printed.
        said: a line on each input, once it was mended.
        exit_code: 0; with ``diff`` 1 where something would change; 3 where an input broke.
    """

    config: Config
    given: Mapping[str, Any]
    tell: Callable[[ProfilelintError], None]
    diff: bool = False
    unsafe: bool = False
    backup: bool = False
    output: str | None = None
    said: list[str] = field(default_factory=list)
    exit_code: int = 0

    def run(self, paths: Sequence[str]) -> Iterator[str]:
        """Mend the inputs; yield what is to be printed."""
        sheets: list[str] = []
        linter = Linter(self.config)
        linter.warm()
        with linter:
            for path in self._inputs(paths):
                try:
                    source = _standard_input(self.config) if path == "-" else path
                    mended = mend(source, linter=self._linter(linter, path), unsafe=self.unsafe)
                    yield from self._done(path, mended, sheets)
                except ProfilelintError as error:
                    if error.exit_code == 2:
                        raise
                    self._failed(error)
        if self.output is not None and sheets:
            try:
                Path(self.output).write_text("\n".join(sheets), encoding="utf-8")
            except OSError as error:
                raise InputError(
                    f"{self.output}: cannot be written ({error.strerror})",
                    hint="check your right to write there",
                ) from error
            self.said.append(f"Wrote {self.output}.")
        else:
            yield "\n".join(sheets)

    def _inputs(self, paths: Sequence[str]) -> Iterator[str]:
        for path in paths:
            try:
                yield from loaders.inputs(path) if path != "-" else [path]
            except ProfilelintError as error:
                self._failed(error)

    def _linter(self, linter: Linter, path: str) -> Linter:
        config = for_path(self.config, path, self.given)
        return linter if config is self.config else linter.with_config(config)

    def _done(self, path: str, mended: Mended, sheets: list[str]) -> Iterator[str]:
        edits = len(mended.edits)
        if mended.source is None:
            if edits:
                sheets.append(paste_sheet(mended, path))
            verb = "to paste"
        elif self.diff:
            yield from _diff(path, mended)
            verb = "would be mended"
        else:
            if path == "-":
                yield mended.source
            elif edits:
                write(Path(path), mended.source, mended.old_source or "", backup=self.backup)
            verb = "mended"
        if edits and self.diff:
            self.exit_code = max(self.exit_code, 1)
        left = f"; {len(mended.left)} more with --unsafe" if mended.left else ""
        name = "standard input" if path == "-" else path
        self.said.append(f"{name}: {count(edits, 'correction')} {verb}{left}.")

    def _failed(self, error: ProfilelintError) -> None:
        self.tell(error)
        self.exit_code = InputError.exit_code


def _standard_input(config: Config) -> bytes:
    from profilelint.loaders.reading import read_source

    return read_source("-", config.limits).data


def _diff(path: str, mended: Mended) -> Iterator[str]:
    old = (mended.old_source or "").splitlines(keepends=True)
    new = (mended.source or "").splitlines(keepends=True)
    yield from difflib.unified_diff(old, new, path, path)
