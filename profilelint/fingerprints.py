"""Gives each finding a fingerprint that outlives a new export, another order and edits elsewhere.

It is a hash of the rule, of the entry by its name and of the text found, so that a suppression tool
or a baseline knows the finding again.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from profilelint.fields import entry_name, value_at
from profilelint.finding import PRIVATE_DATA, Finding

if TYPE_CHECKING:
    from profilelint.document import Document


def numbered(findings: list[Finding], document: Document) -> tuple[Finding, ...]:
    """Sort findings in the profile's order, and give each its fingerprint."""
    order = {name: index for index, name in enumerate(type(document.profile).model_fields)}

    def place(finding: Finding) -> tuple[object, ...]:
        parts = finding.pointer.split("/")[1:]
        indices = [int(part) if part.isdecimal() else -1 for part in parts[1:]]
        first = order.get(parts[0] if parts else "", len(order))
        return (first, indices, finding.pointer, finding.start or 0, finding.rule)

    seen: dict[str, int] = {}
    numbered = []
    for finding in sorted(findings, key=place):
        key = _key(finding, document)
        seen[key] = seen.get(key, 0) + 1
        digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass"))
        numbered.append(replace(finding, fingerprint=digest.hexdigest()[:16]))
    return tuple(numbered)


def _key(finding: Finding, document: Document) -> str:
    """What stays the same when the profile is exported again or its entries change places."""
    parts = finding.pointer.split("/")[1:]
    names = []
    for index, part in enumerate(parts):
        if part.isdecimal():
            entry = value_at(document.profile, "/" + "/".join(parts[: index + 1]))
            names.append(entry if isinstance(entry, str) else entry_name(entry))
        else:
            names.append(part)
    # A phone number can be guessed from its hash: there are not so many.
    told = "" if finding.rule == PRIVATE_DATA else finding.text or ""
    text = " ".join(told.casefold().split())
    return "\x1f".join([finding.rule, *names, text])
