"""The command itself, and what every one of its commands shares."""

import click

from profilelint import __version__
from profilelint.errors import ProfilelintError

EXIT_CODES = """
\b
Exit codes:
  0  nothing found at or above --fail-on
  1  something was found, or the profile is not ready (--require-ready, --min-score)
  2  an option or the configuration makes no sense
  3  an export could not be read, or something broke inside
"""


def say(error: ProfilelintError) -> None:
    """Tell an error in one line, on standard error."""
    click.echo(f"profilelint: {' '.join(str(error).split())}", err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.version_option(__version__, prog_name="profilelint")
def cli() -> None:
    """Lint a LinkedIn profile before you send a connection request."""
