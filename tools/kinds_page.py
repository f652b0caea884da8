"""Writes docs/kinds.md, the kinds with their options, from the docstrings of the kinds."""

import inspect
import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from importlib import import_module
from pathlib import Path

from profilelint.kinds import KINDS

PAGE = Path(__file__).parent.parent / "docs" / "kinds.md"
_HEAD = """\
# Kinds

`with`. This page is written from the code by `python tools/kinds_page.py`.
`with`. This page is written from the code by `python tools/kinds_page.py`.
"""
_ATTRIBUTE = re.compile(r"^ {4}(\w+): ", re.MULTILINE)


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for name in KINDS for line in _kind(name))])


def _kind(name: str) -> Iterator[str]:
    module = import_module(KINDS[name])
    summary = (module.__doc__ or "").split("\n", maxsplit=1)[0].partition(": ")[2]
    yield f"## `{name}`\n"
    yield f"{_marked(summary[:1].upper() + summary[1:])}\n"
    options = [one for one in fields(module.Options) if one.init]
    if not options:
        return
    told = _attributes(inspect.getdoc(module.Options) or "")
    yield "| option | default | meaning |\n|---|---|---|"
    for one in options:
        yield f"| `{one.name.replace('_', '-')}` | {_default(one)} | {told[one.name]} |"
    yield ""


def _default(one: "Field[object]") -> str:
    if one.default is not MISSING:
        value = one.default
    elif one.default_factory is not MISSING:
        value = one.default_factory()
    else:
        return "*needed*"
    shown = json.dumps(value, ensure_ascii=False, default=list)
    return "" if shown in ("[]", "{}", '""', "null") else f"`{shown}`".replace("|", "\\|")


def _attributes(docstring: str) -> dict[str, str]:
    """What a docstring says of each attribute, as one line of Markdown."""
    section = docstring.partition("Attributes:\n")[2]
    parts = _ATTRIBUTE.split(section)[1:]
    return {
        name: _marked(" ".join(textwrap.dedent(text).split())).replace("|", "\\|")
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    }


def _marked(text: str) -> str:
    """Markdown of what was reStructuredText."""
    return text.replace("``", "`")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
