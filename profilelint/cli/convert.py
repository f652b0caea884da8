"""``convert`` and ``schema``: JSON for other programs."""

import click

from profilelint.cli.app import cli
from profilelint.cli.output import write_file

SCHEMAS = ("profile", "report", "outreach", "config", "rule")


@cli.command()
@click.argument("path", metavar="PATH|-")
@click.option(
    "--to",
    required=True,
    type=click.Choice(["json-resume", "profile"]),
    help="json-resume is JSON Resume v1; profile is profilelint's own JSON.",
)
@click.option("--output", metavar="FILE", help="Write it to a file.")
@click.option("--format-in", metavar="NAME", help="The format of the export, if it is not found.")
def convert(path: str, to: str, output: str | None, format_in: str | None) -> None:
    """Turn an export into JSON that other programs read; what it cannot hold is named."""
    from profilelint.convert import convert as converted

    result = converted(path, to, format_in=format_in)
    for line in result.left_out:
        click.echo(f"left out: {line}", err=True)
    if output is None:
        click.echo(result.text, nl=False)
    else:
        write_file(output, result.text)


@cli.command()
@click.argument("of", type=click.Choice(SCHEMAS))
def schema(of: str) -> None:
    """Print the JSON Schema of a profile, a report, the configuration or a rule file."""
    import json

    from profilelint.schemas import schema as schema_of

    click.echo(json.dumps(schema_of(of), indent=2, ensure_ascii=False))
