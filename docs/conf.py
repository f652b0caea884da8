"""How the documentation becomes a site: ``make docs``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "profilelint"
author = "The profilelint authors"
html_title = "profilelint"

extensions = ["myst_parser"]
myst_heading_anchors = 3  # links to headings are checked, too
nitpicky = True

html_theme = "furo"
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False

linkcheck_timeout = 20
linkcheck_retries = 2
# They ask robots for a login, or for a proof of being human.
linkcheck_ignore = [r"https://(www\.)?linkedin\.com/.*"]

CONTENTS = ("index", "rules/index")
"""The pages whose links are the contents of the site, in their order."""


def setup(app: Sphinx) -> None:
    """Make the contents of the site from the links of a page, so that it stays plain Markdown."""
    app.connect("source-read", add_contents)


def add_contents(_: Sphinx, name: str, source: list[str]) -> None:
    """Add a hidden table of contents to a page that is one."""
    if name in CONTENTS:
        linked = re.findall(r"\]\((?!\.\.|\w+:)([\w/.-]+)\.md\)", source[0])
        pages = "\n".join(dict.fromkeys(linked))
        source[0] += f"\n```{{toctree}}\n:hidden:\n\n{pages}\n```\n"
