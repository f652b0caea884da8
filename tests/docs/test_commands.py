"""The commands that pages show print what the pages say."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGES = ("tutorial.md", "adoption.md", "repository.md")


def console_blocks():
    path = ROOT / "tools" / "console_blocks.py"
    spec = importlib.util.spec_from_file_location("console_blocks", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["console_blocks"] = module  # dataclasses look there
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", PAGES)
def test_commands_print_what_the_page_says(name):
    page = (ROOT / "docs" / name).read_text("utf-8")
    ran = 0
    for step in console_blocks().steps(page):
        ran += 1
        assert step.holds, f"$ {step.command}\n{step.printed}"
    assert ran == page.count("\n$ ") > 0


def test_a_command_that_prints_something_else_is_noticed():
    page = "```console\n$ echo one; echo two\none\nthree\n$ (exit 3)\n$ echo $?\n3\n```\n"
    first, second, third = console_blocks().steps(page)
    assert (first.holds, first.printed) == (False, "one\ntwo\n")
    assert (second.holds, third.holds) == (True, True)
    assert console_blocks().rewritten(page) == page.replace("three", "two")


def test_what_is_left_out_stays_left_out():
    page = "```console\n$ seq 5\n1\n⋮\n9\n```\n"
    assert console_blocks().rewritten(page) == page.replace("9", "5")
    (step,) = console_blocks().steps(page.replace("9", "5"))
    assert step.holds
