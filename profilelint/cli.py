"""The command line: reads options, calls the library, maps errors to exit codes. No logic."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from profilelint import __version__
from profilelint.errors import ProfilelintError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from profilelint.config import Config
    from profilelint.config_file import Settings
    from profilelint.linter import Linter
    from profilelint.outcome import Outcome
    from profilelint.reporters import Style
    from profilelint.rule import Rule

Command = Callable[..., None]
"""A function that click makes a command of."""

FORMATS = ("text", "json", "sarif", "github", "csv", "markdown")
SCHEMAS = ("profile", "report", "outreach", "config", "rule")

EXIT_CODES = """
\b
Exit codes:
  0  nothing found at or above --fail-on
  1  something was found, or the profile is not ready (--require-ready, --min-score)
  2  an option or the configuration makes no sense
  3  an export could not be read, or something broke inside
"""


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
        _say(error)
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001  (the last resort: a line, never a traceback)
        click.echo(
            f"profilelint: something broke inside ({type(error).__name__}: {error});"
            " please report this, without your profile",
            err=True,
        )
        sys.exit(3)


def _say(error: ProfilelintError) -> None:
    click.echo(f"profilelint: {' '.join(str(error).split())}", err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.version_option(__version__, prog_name="profilelint")
def cli() -> None:
    """Lint a LinkedIn profile before you send a connection request."""


def _formats(
    _: click.Context, __: click.Parameter, values: tuple[str, ...]
) -> list[tuple[str, str | None]]:
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


def _split(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> list[str]:
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def _together(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Options that several commands share, in the order of their help."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


_reported = _together(
    click.option(
        "--format",
        "formats",
        multiple=True,
        callback=_formats,
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
_proofread = _together(
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
_chosen = _together(
    click.option(
        "--select", multiple=True, callback=_split, metavar="ID|CATEGORY", help="Only these."
    ),
    click.option(
        "--ignore", multiple=True, callback=_split, metavar="ID|CATEGORY", help="Not these."
    ),
    click.option("--rules", multiple=True, metavar="DIR", help="A folder of further rules."),
    click.option(
        "--pedantic", is_flag=True, default=None, help="Show what we are less sure of, too."
    ),
)
_failing = _together(
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
@_reported
@_proofread
@_chosen
@_failing
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
    config = _config(options.pop("config_file"), options)
    baseline = Path(config.baseline or BASELINE)
    if write_baseline:
        config = config.model_copy(update={"baseline": None})
    to_screen = output is None and any(file is None for _, file in formats)
    run = Run(config, options, _say, lambda path: progress(f"Reading {path} …", shown=to_screen))
    run.check(paths, **reading)
    if write_baseline:
        known = run.write_baseline(baseline)
        are = "finding is" if known == 1 else "findings are"
        click.echo(f"Wrote {shown(baseline)}: {known} {are} known from now on.", err=True)
    full = asked or len(run.outcomes) <= MANY
    _write(run.outcomes, run.linter, formats, output, quiet=quiet, no_color=no_color, full=full)
    sys.exit(exit_code(run.outcomes, config))


def _config(file: str | None, options: dict[str, Any]) -> Config:
    """Settings of the command line over those of the file; lists add up, but for ``--select``."""
    given = {
        name: value
        for name, value in options.items()
        if value is not None and value not in ([], ())
    }
    return _settings(file).over(given).config()


def _settings(file: str | None) -> Settings:
    from pathlib import Path

    from profilelint import config_file

    path = Path(file) if file else config_file.discover()
    return config_file.read(path).with_user_words()


def _write(
    outcomes: Sequence[Outcome],
    linter: Linter,
    formats: Sequence[tuple[str, str | None]],
    output: str | None,
    *,
    quiet: bool,
    no_color: bool,
    full: bool,
) -> None:
    from dataclasses import replace

    from profilelint.reporters import reporter
    from profilelint.reporters.redaction import redacted

    places = [file or output for _, file in formats]
    if len(set(places)) < len(places):
        raise click.UsageError("two reports would go to one place; give each its file: FORMAT=FILE")
    rules = {rule.id: rule for rule in linter.ruleset.every}
    if linter.config.redact:
        outcomes = redacted(outcomes, rules)
    for name, file in formats:
        target = file or output
        if name == "text" and target is None and all(o.error for o in outcomes):
            continue  # standard error has said it all
        style = _style(quiet=quiet, color=not no_color and target is None)
        style = replace(style, full=full)
        write = reporter(name)
        if target is None:
            text = write.render(outcomes, rules, style)
            click.echo(text, nl=False, color=style.color or None)
        elif target.endswith(("/", os.sep)):
            _write_folder(target, getattr(write, "pages", None), outcomes, rules, style)
        else:
            encoding = getattr(write, "ENCODING", "utf-8")
            _write_file(target, write.render(outcomes, rules, style), encoding)


def _style(*, quiet: bool, color: bool) -> Style:
    import shutil

    from profilelint.reporters import Style

    colored = color and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = min(max(shutil.get_terminal_size((100, 24)).columns, 60), 120)
    return Style(color=colored, width=width, quiet=quiet, unicode=_shows("━→“", color=color))


def _shows(marks: str, *, color: bool) -> bool:
    """Whether the output can show the marks; a file, which has no colour, is UTF-8."""
    try:
        marks.encode((color and sys.stdout.encoding) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _write_folder(
    folder: str,
    pages: Callable[..., dict[str, str]] | None,
    outcomes: Sequence[Outcome],
    rules: Mapping[str, Rule],
    style: Style,
) -> None:
    from pathlib import Path

    if pages is None:
        raise click.UsageError(f"{folder} is a folder, and only markdown makes a file each")
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.UsageError(f"{folder}: cannot be made ({error.strerror})") from error
    for name, text in pages(outcomes, rules, style).items():
        _write_file(str(Path(folder) / name), text)


def _write_file(name: str, text: str, encoding: str = "utf-8") -> None:
    from pathlib import Path

    try:
        Path(name).write_text(text, encoding=encoding)
    except OSError as error:
        raise click.UsageError(f"{name}: cannot be written ({error.strerror})") from error


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
@_reported
@_proofread
@_chosen
@_failing
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
    config = _config(options.pop("config_file"), options)
    text = read_text(read_source(path, loaders.Limits()))
    delivery = Delivery(
        to, audience or config.audience, stage or "none", plan, note.sender_of(profile)
    )
    with Linter(config) as linter:
        document = note.document_of(text, delivery, path)
        outcomes = [Outcome(path, document, linter.check(document))]
        _write(outcomes, linter, formats, output, quiet=quiet, no_color=no_color, full=True)
    sys.exit(exit_code(outcomes, config))


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
        Linter(_config(config_file, {"as_of": as_of})) as linter,
        progress(f"Reading {export} …", shown=output is None),
    ):
        report = outreach_with(linter, export, company, redact=redact)
    style = _style(quiet=False, color=not no_color and output is None)
    text = render(report, format_, style)
    if output is None:
        click.echo(text, nl=False, color=style.color or None)
    else:
        _write_file(output, text)


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
        _write_file(output, result.text)


@cli.command()
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="A folder of further rules.")
def rules(folders: tuple[str, ...]) -> None:
    """List the rules by category, with their severity and whether they fix."""
    from profilelint.explain import listing
    from profilelint.ruleset import load_rules

    for line in listing(load_rules(folders)):
        click.secho(line, bold=bool(line) and not line.startswith(" "))


@cli.command()
@click.argument("name", metavar="ID")
@click.option("--rules", "folders", multiple=True, metavar="DIR", help="A folder of further rules.")
def rule(name: str, folders: tuple[str, ...]) -> None:
    """Explain one rule: why it matters, its sources, its examples."""
    from pathlib import Path

    from profilelint.explain import explain
    from profilelint.rule_file import read_rule_file
    from profilelint.ruleset import Ruleset, load_rules

    every = load_rules(folders)
    found = Ruleset(every, every).named(name)
    click.echo(explain(read_rule_file(Path(found.path), found.origin)))


@cli.command()
@click.argument("of", type=click.Choice(SCHEMAS))
def schema(of: str) -> None:
    """Print the JSON Schema of a profile, a report, the configuration or a rule file."""
    import json

    from profilelint.schemas import schema as schema_of

    click.echo(json.dumps(schema_of(of), indent=2, ensure_ascii=False))


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


@cli.command()
@click.option("--config", "config_file", metavar="FILE", help="Read the settings from this file.")
@click.option("--changed", is_flag=True, help="Only what somebody set.")
def config(config_file: str | None, changed: bool) -> None:
    """Show every setting and where it comes from."""
    from profilelint.config_file import told

    settings = _settings(config_file)
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
    _write_file(str(target), Path(__file__).with_name("starter.toml").read_text(encoding="utf-8"))
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


@cli.command(epilog=EXIT_CODES)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|-")
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--unsafe", is_flag=True, help="Also what somebody should look at.")
@click.option("--backup", is_flag=True, help="Keep the old file beside the new one, as NAME.bak.")
@click.option("--output", metavar="FILE", help="Write the sheet to paste to a file.")
@_proofread
@_chosen
@click.option("--as-of", metavar="DATE", help="The day taken for today, such as 2026-11-24.")
@click.option("--config", "config_file", metavar="FILE", help="Read the settings from this file.")
def fix(paths: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401  (click's options)
    """Mend what has one right answer: in a JSON or YAML file, or as a sheet of texts to paste."""
    if options["grammar"] in (None, "harper", "both"):
        from profilelint.proofing.harper import preload

        preload(options["language"] or "en")
    from profilelint.mending import Mending

    how = {name: options.pop(name) for name in ("diff", "unsafe", "backup", "output")}
    config = _config(options.pop("config_file"), options)
    mending = Mending(config, options, _say, **how)
    for text in mending.run(paths):
        click.echo(text, nl=False)
    if mending.sheet and how["output"]:
        _write_file(how["output"], mending.sheet)
        mending.said.append(f"Wrote {how['output']}.")
    elif how["output"]:
        mending.said.append(f"Nothing to paste, so {how['output']} was not written.")
    for line in mending.said:
        click.echo(line, err=True)
    sys.exit(mending.exit_code)


@cli.command("test-rules")
@click.argument("folder", metavar="DIR")
def test_rules(folder: str) -> None:
    """Run the examples of a folder of rules. Exits with 1 where one does not come out."""
    from pathlib import Path

    from profilelint.rule_tests import run_folder

    tested = run_folder(Path(folder))
    for failure in tested.failures:
        click.echo(f"{failure.place}: {failure.wrong}")
    click.echo(tested.summary)
    sys.exit(int(bool(tested.failures)))
