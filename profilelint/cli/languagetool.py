"""``languagetool``: keeps one server warm."""

import sys

import click

from profilelint.cli.app import cli


@cli.group()
def languagetool() -> None:
    """Keep one LanguageTool server warm between runs (needs Java 17)."""


@languagetool.command()
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=("en",),
    metavar="TAG",
    help="A language to load beforehand (default en).",
)
def start(languages: tuple[str, ...]) -> None:
    """Start the server; later runs with --grammar languagetool use it."""
    from profilelint.progress import progress
    from profilelint.proofing import languagetool_server

    with progress("Starting LanguageTool …", shown=True):
        status = languagetool_server.start(languages)
    click.echo(f"LanguageTool answers at {status.url} (process {status.pid}).")


@languagetool.command()
def stop() -> None:
    """Stop the server."""
    from profilelint.proofing import languagetool_server

    status = languagetool_server.stop()
    click.echo(
        f"Stopped LanguageTool at {status.url}." if status else "LanguageTool is not running."
    )


@languagetool.command()
def status() -> None:
    """Say whether the server runs. Exits with 1 where it does not."""
    from profilelint.proofing import languagetool_server

    found = languagetool_server.status()
    if found is None:
        click.echo("LanguageTool is not running.")
        sys.exit(1)
    click.echo(f"LanguageTool answers at {found.url} (process {found.pid}), since {found.since}.")
