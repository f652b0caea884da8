"""The options that several commands share."""

from collections.abc import Callable

import click

Command = Callable[..., None]
"""A function that click makes a command of."""

FORMATS = ("text", "json", "sarif", "github", "csv", "markdown")
"""The formats that come with profilelint; asking for them loads no reporter."""


def formats_of(
    _: click.Context, __: click.Parameter, values: tuple[str, ...]
) -> list[tuple[str, str | None]]:
    """Read ``FORMAT`` and ``FORMAT=FILE``."""
    wanted = []
    for value in values or ("text",):
        name, _sign, file = value.partition("=")
        if name not in FORMATS:
            from profilelint.reporters import installed

            known = (*FORMATS, *installed())
            if name not in known:
                raise click.BadParameter(f"{name!r} is not one of {', '.join(known)}")
        wanted.append((name, file or None))
    return wanted


def split(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> list[str]:
    """Read lists with commas."""
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def together(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Options that several commands share, in the order of their help."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


reported = together(
    click.option(
        "--format",
        "formats",
        multiple=True,
        callback=formats_of,
        metavar="FORMAT[=FILE]",
        help="text, json, sarif, github, csv or markdown; repeatable, each to its own file;"
        " markdown=FOLDER/ writes a page each.",
    ),
    click.option("--output", metavar="FILE", help="Write the report to a file."),
    click.option(
        "--redact",
        is_flag=True,
        default=None,
        help="Leave out quoted text and names, for sharing.",
    ),
    click.option("--quiet", "-q", is_flag=True, help="One line a profile."),
    click.option("--no-color", is_flag=True, help="No colours (NO_COLOR does the same)."),
)
proofread = together(
    click.option(
        "--grammar",
        metavar="ENGINE",
        help="What proofreads: harper (the default), languagetool, both or off.",
    ),
    click.option(
        "--languagetool-server",
        metavar="URL",
        help="Use this LanguageTool server; the text is sent there.",
    ),
    click.option("--language", metavar="TAG", help="auto, en-US, en-GB, de-DE …"),
)
chosen = together(
    click.option(
        "--select", multiple=True, callback=split, metavar="ID|CATEGORY", help="Only these."
    ),
    click.option(
        "--ignore", multiple=True, callback=split, metavar="ID|CATEGORY", help="Not these."
    ),
    click.option("--rules", multiple=True, metavar="DIR", help="A folder of further rules."),
    click.option(
        "--pedantic", is_flag=True, default=None, help="Show what we are less sure of, too."
    ),
)
failing = together(
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "suggestion", "never"]),
        help="From which severity on to exit with 1 (default error).",
    ),
    click.option("--as-of", metavar="DATE", help="The day taken for today, such as 2026-11-24."),
    click.option(
        "--config", "config_file", metavar="FILE", help="Read the settings from this file."
    ),
)
