"""``fix``: mend what has one right answer."""

import sys
from typing import Any

import click

from profilelint.cli.app import EXIT_CODES, cli, say
from profilelint.cli.options import chosen, proofread
from profilelint.cli.settings import settled


@cli.command(epilog=EXIT_CODES)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|-")
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--unsafe", is_flag=True, help="Also what somebody should look at.")
@click.option("--backup", is_flag=True, help="Keep the old file beside the new one, as NAME.bak.")
@click.option("--output", metavar="FILE", help="Write the sheet to paste to a file.")
@proofread
@chosen
@click.option("--as-of", metavar="DATE", help="The day taken for today, such as 2026-11-24.")
@click.option("--config", "config_file", metavar="FILE", help="Read the settings from this file.")
def fix(paths: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401  (click's options)
    """Mend what has one right answer: in a JSON or YAML file, or as a sheet of texts to paste."""
    if options["grammar"] in (None, "harper", "both"):
        from profilelint.proofing.harper import preload

        preload(options["language"] or "en")  # as for check: beside all the imports that follow
    from profilelint.cli.output import write_file
    from profilelint.mending import Mending

    output = options["output"]
    how = {name: options.pop(name) for name in ("diff", "unsafe", "backup", "output")}
    config = settled(options.pop("config_file"), options)
    mending = Mending(config, options, say, **how)
    for text in mending.run(paths):
        click.echo(text, nl=False)
    if mending.sheet and output:
        write_file(output, mending.sheet)
        mending.said.append(f"Wrote {output}.")
    elif output:
        mending.said.append(f"Nothing to paste, so {output} was not written.")
    for line in mending.said:
        click.echo(line, err=True)
    sys.exit(mending.exit_code)
