"""``rules``, ``rule`` and ``test-rules``: what is checked, and why."""

import sys

import click

from profilelint.cli.app import cli


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
