"""Gives each finding a fingerprint that outlives a new export, another order and edits elsewhere.

It is a hash of the rule, of the entry by its name and of the text found, so that a baseline knows
the finding again.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from profilelint.fields import entry_key, value_at
from profilelint.finding import PRIVATE_DATA, Confidence, Finding

if TYPE_CHECKING:
    from collections.abc import Collection

    from profilelint.document import Document


def numbered(
    findings: list[Finding], document: Document, of_whole: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Sort findings in the profile's order, and give each its fingerprint.

    Equal mistakes are counted: of three, those that are left are the first and the second. So no
    order of the entries matters, and mending one takes one fingerprint away, whichever it was.
    Those of low confidence are counted last, so that showing them changes none of the others.

    Args:
        findings: what was found.
        document: where it was found.
        of_whole: the rules whose findings are of a field, whatever stands in it.
    """
    order = {name: index for index, name in enumerate(type(document.profile).model_fields)}

    def place(finding: Finding) -> tuple[object, ...]:
        parts = finding.pointer.split("/")[1:]
        indices = [int(part) if part.isdecimal() else -1 for part in parts[1:]]
        first = order.get(parts[0] if parts else "", len(order))
        return (first, indices, finding.pointer, finding.start or 0, finding.rule)

    in_order = sorted(findings, key=place)
    seen: dict[str, int] = {}
    prints: dict[int, str] = {}
    for finding in sorted(in_order, key=lambda one: one.confidence is Confidence.LOW):
        key = _key(finding, document, of_whole)
        seen[key] = seen.get(key, 0) + 1
        digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass"))
        prints[id(finding)] = digest.hexdigest()[:16]
    return tuple(replace(finding, fingerprint=prints[id(finding)]) for finding in in_order)


def _key(finding: Finding, document: Document, of_whole: Collection[str]) -> str:
    """What stays the same when the profile is exported again or its entries change places.

    An entry is known by what rarely changes, which is not its title; the roles at one employer are
    one place. Where a finding is of a field as a whole, an edit in the field does not mend it.
    """
    parts = finding.pointer.split("/")[1:]
    names = []
    for index, part in enumerate(parts):
        if part.isdecimal():
            entry = value_at(document.profile, "/" + "/".join(parts[: index + 1]))
            names.append(_folded(entry if isinstance(entry, str) else entry_key(entry)))
        else:
            names.append(part)
    # A phone number can be guessed from its hash: there are not so many.
    untold = finding.rule == PRIVATE_DATA or finding.rule in of_whole
    text = "" if untold else _folded(finding.text or "")
    told = [finding.message] if finding.category == "run" else []
    return "\x1f".join([finding.rule, *names, text, *told])


def _folded(text: str) -> str:
    r"""A text but for the differences that two exports of it may have.

    >>> _folded("Otara\xa0Bay ") == _folded("otara bay")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
