"""Where the values of a JSON text stand.

The standard library gives values without places. Of the packages on PyPI, json-source-map knows
where a value starts but not what an offset inside an escaped text means, and recurses; others are
editors or unmaintained. Over a text that ``json`` has already accepted, a scanner is this small.
"""

import json
import re

from profilelint.loaders.structured.nodes import Node, Span, add_child

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]|[^\s,:\[\]{}"]+', re.DOTALL)
_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"  # two escapes, one code point
    r"|\\u[0-9a-fA-F]{4}|\\.|[^\\]+",
    re.DOTALL,
)


def read(text: str) -> Node:
    """Find every value of a valid JSON text.

    Raises:
        DuplicateKey: an object names a key twice.
    """
    root = Node(0, 0, "[")
    open_nodes = [root]
    key: tuple[str, int] | None = None
    for token in _TOKEN.finditer(text):
        parent = open_nodes[-1]
        first = text[token.start()]
        if first in "]}":
            parent.end = token.end()
            open_nodes.pop()
            continue
        if parent.style == "{" and key is None:
            key = (json.loads(token[0]), token.start())
            continue
        node = Node(token.start(), token.end(), first if first in '[{"' else "")
        if key is None:
            parent.children[str(len(parent.children))] = node
        else:
            add_child(parent, key[0], node, key[1])
            key = None
        if node.is_container:
            open_nodes.append(node)
    return root.children["0"]


def spans(text: str, node: Node) -> list[Span]:
    r"""For each code point of a value, where it starts and ends in the text.

    >>> source = r'"a\u00e9\ud83d\ude00\n"'
    >>> spans(source, read(source))
    [(1, 2), (2, 8), (8, 20), (20, 22)]
    """
    if node.style != '"':
        return [(offset, offset + 1) for offset in range(node.start, node.end)]
    found: list[Span] = []
    for match in _CHARACTER.finditer(text, node.start + 1, node.end - 1):
        if match[0].startswith("\\"):
            found.append(match.span())
        else:
            found.extend((offset, offset + 1) for offset in range(*match.span()))
    return found
