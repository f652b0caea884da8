"""The parts of the document that people write; a run leaves them as they are."""

import re

SECTIONS = ("remarks", "real profiles")


def section(name: str, old: str) -> str:
    r"""A section with its marks, as it stands in the old document; empty where it has none.

    >>> section("remarks", "x <!-- remarks -->\nMine.\n<!-- end of remarks --> y")
    '<!-- remarks -->\nMine.\n<!-- end of remarks -->'
    >>> section("remarks", "")
    '<!-- remarks -->\n<!-- end of remarks -->'
    """
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    found = re.search(f"{re.escape(begin)}.*?{re.escape(end)}", old, re.DOTALL)
    return found[0] if found else f"{begin}\n{end}"
