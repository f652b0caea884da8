"""The command line: reads options, calls the library, maps errors to exit codes. No logic."""

import os
import sys

import click

from profilelint.cli import (
    check,
    configuration,
    convert,
    fix,
    languagetool,
    message,
    outreach,
    rules,
)
from profilelint.cli.app import cli, say
from profilelint.errors import ProfilelintError

__all__ = ["cli", "main"]

# Each module adds its commands when it is imported.
_COMMANDS = (check, message, fix, outreach, convert, rules, configuration, languagetool)


def main() -> None:
    """Run the command line; every error becomes one line and an exit code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show “é” must not stop the run
            stream.reconfigure(errors="backslashreplace")
    try:
        cli(prog_name="profilelint")
    except ProfilelintError as error:
        say(error)
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001  (the last resort: a line, never a traceback)
        click.echo(
            f"profilelint: something broke inside ({type(error).__name__}: {error});"
            " please report this, without your profile",
            err=True,
        )
        sys.exit(3)
