"""``message``: lint the note of an invitation."""

import sys
from typing import Any

import click

from profilelint.cli.app import EXIT_CODES, cli
from profilelint.cli.options import chosen, failing, proofread, reported
from profilelint.cli.output import write_reports
from profilelint.cli.settings import settled


@cli.command(epilog=EXIT_CODES)
@click.argument("path", metavar="FILE|-")
@click.option("--to", metavar="NAME", help="The recipient's name.")
@click.option(
    "--audience",
    type=click.Choice(["recruiter", "hiring-manager", "peer", "alumni", "other"]),
    help="Who the recipient is (default recruiter).",
)
@click.option(
    "--stage",
    type=click.Choice(["none", "before", "during", "after-interview"]),
    help="How far an application is (default none).",
)
@click.option(
    "--plan",
    type=click.Choice(["free", "premium"]),
    help="Your LinkedIn plan: 200 characters, or 300 (default free).",
)
@click.option("--profile", metavar="PATH", help="Your own profile: its names are no misspellings.")
@reported
@proofread
@chosen
@failing
def message(path: str, **options: Any) -> None:  # noqa: ANN401  (click's options)
    """Lint the note of an invitation before you send it."""
    from profilelint import loaders, note
    from profilelint.document import Delivery
    from profilelint.linter import Linter
    from profilelint.loaders.reading import read_source
    from profilelint.loaders.structured.tree import read_text
    from profilelint.outcome import Outcome, exit_code

    formats, output, quiet, no_color = (
        options.pop(name) for name in ("formats", "output", "quiet", "no_color")
    )
    to, stage, plan, profile = (options.pop(name) for name in ("to", "stage", "plan", "profile"))
    audience = options.pop("audience")
    config = settled(options.pop("config_file"), options)
    text = read_text(read_source(path, loaders.Limits()))
    delivery = Delivery(
        to, audience or config.audience, stage or "none", plan, note.sender_of(profile)
    )
    with Linter(config) as linter:
        document = note.document_of(text, delivery, path)
        outcomes = [Outcome(path, document, linter.check(document))]
        write_reports(outcomes, linter, formats, output, quiet=quiet, no_color=no_color, full=True)
    sys.exit(exit_code(outcomes, config))
