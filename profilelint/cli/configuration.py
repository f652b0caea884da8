"""``config``, ``init`` and ``accept``: the settings of a project, and of its owner."""

import click

from profilelint.cli.app import cli
from profilelint.cli.output import write_file
from profilelint.cli.settings import layers


@cli.command()
@click.option("--config", "config_file", metavar="FILE", help="Read the settings from this file.")
@click.option("--changed", is_flag=True, help="Only what somebody set.")
def config(config_file: str | None, changed: bool) -> None:
    """Show every setting and where it comes from."""
    from profilelint.config_file import told

    settings = layers(config_file)
    settings.config()
    for line in told(settings, changed=changed):
        click.echo(line)


@cli.command()
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def init(force: bool) -> None:
    """Write a commented profilelint.toml to begin with."""
    from pathlib import Path

    target = Path("profilelint.toml")
    if target.exists() and not force:
        raise click.UsageError("profilelint.toml is there already; --force writes over it")
    write_file(
        str(target), Path(__file__).parents[1].joinpath("starter.toml").read_text(encoding="utf-8")
    )
    click.echo("Wrote profilelint.toml; everything in it is a comment or a default.")


@cli.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@click.option("--user", is_flag=True, help="Your own dictionary, even where the project has one.")
def accept(words: tuple[str, ...], user: bool) -> None:
    """Take words for right: in the project's configuration, or in your own dictionary."""
    from profilelint import config_file
    from profilelint.dictionary import accept as accept_words

    file, new = accept_words(words, None if user else config_file.discover())
    path = config_file.shown(file)
    if new:
        click.echo(f"{path} now has {', '.join(new)}.")
    else:
        click.echo(f"{path} has {'it' if len(set(words)) == 1 else 'them'} already.")
