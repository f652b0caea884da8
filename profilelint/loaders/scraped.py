"""Loads what scrapers and services make of a profile: JSON in one of the shapes that are known.

The shapes are tables (``scraped_shapes``). A record that none of them fits is read by the general
mapping, if enough of its keys are names that people give to the parts of a profile; the document
then says which key was taken for what. What a record does not hold is unknown, not missing.
"""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from profilelint.document import Carries, Document, Unplaced
from profilelint.errors import InputError, ManyProfiles
from profilelint.loaders.source import Deadline, Source
from profilelint.loaders.structured.tree import Tree, head, read_text, read_tree, top_keys

if TYPE_CHECKING:
    from profilelint.loaders.scraped_shapes.people import Other, Person

FORMAT = "scraped"

_KEY = re.compile(r'"([^"\\]{1,60})"\s*:')
_BYTES = re.compile(rb"\s*b(?P<quote>['\"])\s*[{\[]")
_TELLING = (
    *({"public_identifier", "experiences"}, {"publicIdentifier", "positions"}),
    *({"publicIdentifier", "experience", "headline"}, {"public_id", "experience"}),
    *({"profile_urn", "experience"}, {"profile_id", "experience"}, {"profile", "positionView"}),
    *({"included", "$type"}, {"fullName", "positions"}, {"linkedin_username", "experience"}),
    *({"linkedin_username", "job_title"}, {"experience", "expTitle"}, {"profileContacts"}),
)
_GENERAL = "general"


def sniff(source: Source) -> bool:
    """Whether the content has the keys of a known shape, or enough that the general mapping knows.

    What JSON Resume or profilelint's own format claims is left to them.
    """
    if source.folder is not None:
        return False
    if source.tree is None and _BYTES.match(source.data[:64]):
        return True
    if source.tree is None and source.head[:1] not in {b"{", b"["}:
        return False
    keys = top_keys(source)
    if "basics" in keys:
        return False
    every = _deep_keys(source)
    if any(telling <= every for telling in _TELLING):
        return True
    return _sniff_general(source, keys, every)


def _deep_keys(source: Source) -> frozenset[str]:
    if source.tree is not None:
        found = set(source.tree)
        for part in list(source.tree.values()):
            items = part if isinstance(part, list | tuple) else [part]
            for item in items[:3]:
                if isinstance(item, dict):
                    found.update(item)
        return frozenset(key for key in found if isinstance(key, str))
    return frozenset(_KEY.findall(head(source)))


def _sniff_general(source: Source, keys: frozenset[str], every: frozenset[str]) -> bool:
    from profilelint.loaders import json_resume, native
    from profilelint.loaders.scraped_shapes.lookup import fold_key
    from profilelint.loaders.scraped_shapes.people import WRAPPERS
    from profilelint.loaders.scraped_shapes.tables import is_enough, shape
    from profilelint.profile import Profile

    if json_resume.sniff(source):
        return False
    own = keys & Profile.model_fields.keys()
    if native.sniff(source) and (not keys or own == keys or not _foreign(keys - own)):
        return False
    folded = {fold_key(key) for key in keys}
    if is_enough(folded):
        return True
    inner = folded & (WRAPPERS | set(shape(_GENERAL).within))
    return bool(inner) and is_enough({fold_key(key) for key in every})


def _foreign(keys: frozenset[str]) -> bool:
    """Whether a key is the general mapping's name of a part, and none of our own misspelt."""
    from profilelint.loaders.scraped_shapes.lookup import fold_key
    from profilelint.loaders.scraped_shapes.tables import shape

    lists = shape(_GENERAL).entries.values()
    known = {fold_key(path) for table in lists for path in table.source}
    return any(fold_key(key) in known for key in keys)


def load(source: Source) -> Document:
    """Read the one profile of the source.

    Raises:
        InputError: it is no JSON, or no profile is in it.
        ManyProfiles: there are several.
    """
    tree, people, others = _read(source)
    if len(people) > 1:
        raise ManyProfiles(
            f"{source.name}: this file holds {len(people):,} profiles",
            hint="read all of them, one report each, with load_all or lint_all; or give each"
            " profile a file of its own",
        )
    return _document(source, tree, people[0], others)


def load_all(source: Source) -> Iterator[Document]:
    """Read every profile of the source, in its order.

    Raises:
        InputError: it is no JSON, or no profile is in it.
    """
    tree, people, others = _read(source)
    for number, person in enumerate(people):
        yield _document(source, tree, person, others if number == 0 else [])


def _read(source: Source) -> tuple[Tree, "list[Person]", "list[Other]"]:
    from profilelint.loaders.scraped_shapes.people import Person, find_people

    tree = _tree(source)
    found = list(find_people(tree, forced=source.forced))
    people = [item for item in found if isinstance(item, Person)]
    others = [item for item in found if not isinstance(item, Person)]
    if not people:
        raise InputError(
            f"{source.name}: no profile of a person is in this file, as far as its keys tell",
            hint="give a record with a name, a headline, an “about” text, experience and education;"
            " or LinkedIn's “Save to PDF” file",
        )
    return tree, people, others


def _tree(source: Source) -> Tree:
    if source.tree is not None:
        return read_tree(source)
    if not _BYTES.match(source.data[:64]):
        return _lines_or_tree(source)
    # Someone wrote str(answer.content) into a file: Python's way to print bytes. What stands in
    # there is JSON, but its places are not those of the file.
    from profilelint.loaders.structured.places import Places

    try:
        inner = ast.literal_eval(source.data.decode("utf-8").strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError) as error:
        raise InputError(
            f"{source.name}: this is a Python text of bytes, b'…', and it is broken",
            hint="write the answer's JSON into the file instead, as with json.dump",
        ) from error
    data = inner if isinstance(inner, bytes) else b""
    # The name could end in .yaml, whose quotes differ.
    tree = read_tree(replace(source, name=f"{source.name}", data=data))
    return Tree(tree.value, Places(source.name))


def _lines_or_tree(source: Source) -> Tree:
    """Read JSON, or JSON Lines: one record a line."""
    from profilelint.loaders.scraped_shapes.json_lines import LinePlaces, as_list

    if b"}\n{" not in source.data.replace(b"\r", b""):
        return read_tree(source)
    text = as_list(read_text(source))
    if text is None:
        return read_tree(source)
    tree = read_tree(replace(source, data=text.encode("utf-8", "surrogatepass")))
    return Tree(tree.value, LinePlaces(source.name, text))


def _document(source: Source, tree: Tree, person: "Person", others: "list[Other]") -> Document:
    from profilelint.loaders.resume.draft import Draft
    from profilelint.loaders.scraped_shapes.filling import Filling
    from profilelint.loaders.scraped_shapes.remainder import lacking, left_over, shortened
    from profilelint.profile import Profile

    draft = Draft(tree)
    deadline: Deadline = source.limits.deadline(source.name)
    filling = Filling(draft, person, deadline)
    filling.fill()
    profile = Profile.model_validate(filling.data)
    for value, pointer in left_over(person, filling.seen):
        draft.leave(shortened(value), pointer, f"{_title(person)} has no place for this key")
    for other in islice(others, 10):
        draft.leave(shortened(other.value), other.pointer, "this is no profile of a person")
    unplaced = list(draft.unplaced)
    if person.shape.is_general:
        unplaced.insert(0, _mapping(tree, person, filling.used))
    return Document(
        profile,
        FORMAT,
        draft.source_map(),
        carries=Carries(lacking(profile, person, filling)),
        unplaced=tuple(unplaced),
    )


def _title(person: "Person") -> str:
    return "the general mapping" if person.shape.is_general else "our table of this tool"


def _mapping(tree: Tree, person: "Person", used: dict[str, str]) -> Unplaced:
    """Say which key was taken for what; a part of the entries is told once."""
    told = [
        f"{target} ← {_key(pointer)}"
        for target, pointer in used.items()
        if "." not in target or target.startswith(("positions.", "education.", "contact."))
    ]
    keys = json.dumps(list(person.value), ensure_ascii=False)
    return Unplaced(
        keys if len(keys) < 200 else f"{keys[:200]} …",
        f"no known tool has these keys; read by the general mapping: {', '.join(told)}",
        tree.places.locate(person.pointer),
    )


def _key(pointer: str) -> str:
    parts = [part for part in pointer.split("/")[1:] if not part.isdecimal()]
    return ".".join(part.replace("~1", "/").replace("~0", "~") for part in parts)
