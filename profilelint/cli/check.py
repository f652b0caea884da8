"""``check``: lint exports."""

import sys
from typing import Any

import click

from profilelint.cli.app import EXIT_CODES, cli, say
from profilelint.cli.options import chosen, failing, proofread, reported
from profilelint.cli.output import write_reports
from profilelint.cli.settings import settled


@cli.command(epilog=EXIT_CODES)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|-")
@click.option("--format-in", metavar="NAME", help="The format of the export, if it is not found.")
@click.option("--field", metavar="NAME", help="The input is plain text: this field of a profile.")
@click.option(
    "--audience",
    type=click.Choice(["recruiter", "hiring-manager"]),
    help="Who will read it; a hiring manager takes every slip as an error.",
)
@click.option("--resume", metavar="FILE", help="Your resume: what differs from it is told.")
@reported
@proofread
@chosen
@failing
@click.option("--baseline", metavar="FILE", help="Findings known from an earlier check.")
@click.option(
    "--write-baseline", is_flag=True, help="Take all that is found for known, from now on."
)
@click.option("--require-ready", is_flag=True, default=None, help="Exit with 1 unless ready.")
@click.option("--min-score", type=click.IntRange(0, 100), help="Exit with 1 under this score.")
def check(paths: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401  (click's options)
    """Lint exports: LinkedIn's "Save to PDF" or data export, a JSON Resume, or a folder of them."""
    if options["grammar"] in (None, "harper", "both"):
        # The dearest part of a run is built beside all the imports that follow.
        from profilelint.proofing.harper import preload

        preload(options["language"] or "en")
    from pathlib import Path

    from profilelint.config_file import shown
    from profilelint.outcome import exit_code
    from profilelint.progress import progress
    from profilelint.reporters.cohort import MANY
    from profilelint.run import BASELINE, Run

    formats, output, quiet, no_color = (
        options.pop(name) for name in ("formats", "output", "quiet", "no_color")
    )
    source = click.get_current_context().get_parameter_source("formats")
    asked = output is not None or source is not click.core.ParameterSource.DEFAULT
    reading = {name: options.pop(name) for name in ("format_in", "field")}
    write_baseline = options.pop("write_baseline")
    config = settled(options.pop("config_file"), options)
    baseline = Path(config.baseline or BASELINE)
    if write_baseline:
        known = str(baseline) if baseline.exists() else None
        config = config.model_copy(update={"baseline": known})
    to_screen = output is None and any(file is None for _, file in formats)
    run = Run(config, options, say, lambda path: progress(f"Reading {path} …", shown=to_screen))
    run.check(paths, **reading)
    if write_baseline:
        count = run.write_baseline(baseline)
        are = "finding is" if count == 1 else "findings are"
        click.echo(f"Wrote {shown(baseline)}: {count} {are} known from now on.", err=True)
    full = asked or len(run.outcomes) <= MANY
    write_reports(
        run.outcomes, run.linter, formats, output, quiet=quiet, no_color=no_color, full=full
    )
    sys.exit(exit_code(run.outcomes, config))
