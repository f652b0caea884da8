"""Writes reports to the screen, to files and to folders."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from profilelint.linter import Linter
    from profilelint.outcome import Outcome
    from profilelint.reporters import Style
    from profilelint.rule import Rule


def write_reports(
    outcomes: Sequence[Outcome],
    linter: Linter,
    formats: Sequence[tuple[str, str | None]],
    output: str | None,
    *,
    quiet: bool,
    no_color: bool,
    full: bool,
) -> None:
    """Write each report where it is to go.

    Raises:
        UsageError: two would go to one place, or a file cannot be written.
    """
    from dataclasses import replace

    from profilelint.reporters import reporter
    from profilelint.reporters.redaction import redacted

    places = [file or output for _, file in formats]
    if len(set(places)) < len(places):
        raise click.UsageError("two reports would go to one place; give each its file: FORMAT=FILE")
    rules = {rule.id: rule for rule in linter.ruleset.every}
    if linter.config.redact:
        outcomes = redacted(outcomes, rules)
    for name, file in formats:
        target = file or output
        if name == "text" and target is None and all(o.error for o in outcomes):
            continue  # standard error has said it all
        style = style_of(quiet=quiet, color=not no_color and target is None)
        style = replace(style, full=full)
        write = reporter(name)
        if target is None:
            text = write.render(outcomes, rules, style)
            click.echo(text, nl=False, color=style.color or None)
        elif target.endswith(("/", os.sep)):
            _write_folder(target, getattr(write, "pages", None), outcomes, rules, style)
        else:
            encoding = getattr(write, "ENCODING", "utf-8")
            write_file(target, write.render(outcomes, rules, style), encoding)


def style_of(*, quiet: bool, color: bool) -> Style:
    """How a report is to look on this screen; a file has no colours."""
    import shutil

    from profilelint.reporters import Style

    colored = color and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = min(max(shutil.get_terminal_size((100, 24)).columns, 60), 120)
    return Style(color=colored, width=width, quiet=quiet, unicode=_shows("━→“", color=color))


def _shows(marks: str, *, color: bool) -> bool:
    """Whether the output can show the marks; a file, which has no colour, is UTF-8."""
    try:
        marks.encode((color and sys.stdout.encoding) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _write_folder(
    folder: str,
    pages: Callable[..., dict[str, str]] | None,
    outcomes: Sequence[Outcome],
    rules: Mapping[str, Rule],
    style: Style,
) -> None:
    from pathlib import Path

    if pages is None:
        raise click.UsageError(f"{folder} is a folder, and only markdown makes a file each")
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.UsageError(f"{folder}: cannot be made ({error.strerror})") from error
    for name, text in pages(outcomes, rules, style).items():
        write_file(str(Path(folder) / name), text)


def write_file(name: str, text: str, encoding: str = "utf-8") -> None:
    """Write a file.

    Raises:
        UsageError: it cannot be written.
    """
    from pathlib import Path

    try:
        Path(name).write_text(text, encoding=encoding)
    except OSError as error:
        raise click.UsageError(f"{name}: cannot be written ({error.strerror})") from error
