"""Every option that ``--help`` names is described and tested, and no other is described."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from profilelint.cli import cli

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = {"message": "invitations.md", "outreach": "outreach.md"}
"""Commands that have a page of their own; the others have a section of command-line.md."""


def commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}{name} ")
        else:
            yield f"{path}{name}", command


COMMANDS = dict(commands(cli))
CHECK = {param.opts[0]: param.help for param in COMMANDS["check"].params if param.opts}


def options(command: click.Command) -> dict[str, str | None]:
    """The long name of each option, and its help."""
    return {
        next(name for name in param.opts if name.startswith("--")): param.help
        for param in command.params
        if isinstance(param, click.Option)
    }


def home(name: str) -> str:
    """What the documentation says of a command."""
    if name in PAGES:
        return (DOCS / PAGES[name]).read_text("utf-8")
    first, _, sub = name.partition(" ")
    sections = re.split(
        r"^(?=## )", (DOCS / "command-line.md").read_text("utf-8"), flags=re.MULTILINE
    )
    found = [
        section
        for section in sections
        if re.search(rf"`profilelint {first}\b", heading := section.partition("\n")[0])
        and sub in heading
    ]
    assert len(found) == 1, f"docs/command-line.md has {len(found)} sections on “{name}”"
    return found[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_its_options_are_described(name):
    text = home(name)
    missing = {
        option
        for option, told in options(COMMANDS[name]).items()
        if not re.search(rf"{option}(?![\w-])", text)
        # “the others are those of check”: the very same option, described there
        and not ("`check`](command-line.md)" in text and CHECK.get(option) == told)
    }
    assert missing == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_its_options_are_tested(name):
    tests = "".join(
        path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)
    )
    assert {option for option in options(COMMANDS[name]) if f'"{option}' not in tests} == set()


def test_no_option_is_described_that_does_not_exist():
    known = {option for command in COMMANDS.values() for option in options(command)}
    known |= {"--help", "--version"}
    pages = [*DOCS.glob("*.md"), ROOT / "README.md"]
    for page in pages:
        text = page.read_text("utf-8")
        told = set(re.findall(r"(?<=`)--[a-z-]+", text))
        told |= {
            option
            for line in re.findall(r"(?:^\$ |`|^)profilelint [^`\n]*", text, re.MULTILINE)
            for option in re.findall(r"(?<= )--[a-z-]+", line)
        }
        assert told <= known, page.name
