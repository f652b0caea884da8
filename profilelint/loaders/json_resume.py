"""Loads a JSON Resume (https://jsonresume.org/schema): versions 1 and 0, and their deviations.

What LinkedIn has a place for goes there; the rest is kept aside, each with its reason. Decisions:

- An entry's description is its summary, a blank line, and a bullet for each highlight.
- LinkedIn's skills are one flat list, while a JSON Resume groups: a skill's name and each of its
  keywords are skills. A keyword that stands in two groups is listed once.
- The courses of an education are LinkedIn's courses; its score has no place.
- Profiles elsewhere than on LinkedIn and Twitter are websites of the contact info.
- Markdown and HTML are read as the text they show; so are entities where there is HTML.
- Of a resume in several languages the one is read that most of its values have.
"""

from collections.abc import Mapping

from profilelint.document import Document
from profilelint.errors import InputError
from profilelint.loaders.markup import plain
from profilelint.loaders.resume.deviations import normalise
from profilelint.loaders.resume.document import read_document, timed
from profilelint.loaders.source import Source
from profilelint.loaders.structured.records import Record
from profilelint.loaders.structured.tree import Tree, head, read_tree, top_keys

FORMAT = "json-resume"
AS_TYPED = {"text": "plain"}
"""What ``meta.profilelint`` says in a resume whose texts only look as if they had markup."""

_LISTS = frozenset({"work", "education", "volunteer"})
_OWN_KEYS = ("startDate", "endDate", "highlights", "studyType", "institution")
_REACTIVE_RESUME = ("sections", "metadata")


def sniff(source: Source) -> bool:
    """Whether the content looks like a JSON Resume: ``basics``, or lists with keys of its own."""
    keys = {key.strip() for key in top_keys(source)}
    if "basics" in keys:
        return True
    if not keys & _LISTS:
        return False
    if source.tree is None:
        return any(f'"{key}"' in head(source) or f"{key}:" in head(source) for key in _OWN_KEYS)
    lists = [source.tree[key] for key in _LISTS if isinstance(source.tree.get(key), list | tuple)]
    items = [item for entries in lists for item in entries if isinstance(item, Mapping)]
    return any(key in item for item in items for key in _OWN_KEYS)


def load(source: Source) -> Document:
    """Read the resume.

    Raises:
        InputError: it is no JSON or YAML, or a value in it is of the wrong type.
    """
    tree = read_tree(source)
    value, pointer = tree.one_object()
    if all(isinstance(value.get(key), dict) for key in _REACTIVE_RESUME):
        raise InputError(
            f"{source.name}: this is a file of Reactive Resume, not a JSON Resume",
            hint="read it with --format-in reactive-resume",
        )
    normal = normalise(value, pointer)
    meta = normal.value.get("meta")
    as_typed = isinstance(meta, dict) and meta.get("profilelint") == AS_TYPED
    read_text = None if as_typed else timed(source, plain)
    tree = Tree(normal.value, tree.places, read_text, normal.moved)
    return read_document(Record(tree, normal.value, pointer), FORMAT, normal.left)
