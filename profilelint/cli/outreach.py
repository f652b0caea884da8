"""``outreach``: what became of the invitations."""

import click

from profilelint.cli.app import cli
from profilelint.cli.output import style_of, write_file
from profilelint.cli.settings import settled


@cli.command()
@click.argument("export", metavar="EXPORT|-")
@click.option("--company", metavar="NAME", help="What is known about one company.")
@click.option("--redact", is_flag=True, help="Numbers instead of people's names; no texts.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    help="How to write it (default text).",
)
@click.option("--output", metavar="FILE", help="Write it to a file.")
@click.option("--as-of", metavar="DATE", help="The day taken for today, such as 2026-11-24.")
@click.option("--config", "config_file", metavar="FILE", help="Read the settings from this file.")
@click.option("--no-color", is_flag=True, help="No colours (NO_COLOR does the same).")
def outreach(
    export: str,
    *,
    company: str | None,
    redact: bool,
    format_: str,
    output: str | None,
    as_of: str | None,
    config_file: str | None,
    no_color: bool,
) -> None:
    """Tell what became of your invitations: LinkedIn's data export, or a snapshot of it."""
    from profilelint.proofing.harper import preload

    preload("en")  # as for check: built beside all the imports that follow
    from profilelint.linter import Linter
    from profilelint.network.formats import render
    from profilelint.network.outreach import outreach_with
    from profilelint.progress import progress

    with (
        Linter(settled(config_file, {"as_of": as_of})) as linter,
        progress(f"Reading {export} …", shown=output is None),
    ):
        report = outreach_with(linter, export, company, redact=redact)
    style = style_of(quiet=False, color=not no_color and output is None)
    text = render(report, format_, style)
    if output is None:
        click.echo(text, nl=False, color=style.color or None)
    else:
        write_file(output, text)
