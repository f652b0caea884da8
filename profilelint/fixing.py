"""Chooses the edits that mend a profile, and writes them: into its source, or as a sheet to paste.

An edit is *safe* where it is one literal replacement that we are sure of and that keeps the
meaning; its rule says so (``fix: safe``). An edit that would bring a new finding is left out, so
that mending never makes anything worse and a second time changes nothing.
"""

import io
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import Any

from profilelint import loaders
from profilelint.document import Document, Location
from profilelint.errors import InputError
from profilelint.fields import text_at
from profilelint.finding import Confidence, Finding, Report
from profilelint.linter import Linter
from profilelint.loaders.structured.places import Lines
from profilelint.profile import Profile
from profilelint.rule import Rule

WRITABLE = ("json-resume", "profile")
"""Formats whose sources are mended in place."""

_MOST_PASSES = 200
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Edit:
    """One literal replacement.

    Attributes:
        pointer: the field.
        start: code-point offset into its text.
        end: offset behind.
        text: what stands there.
        replacement: what is to stand there.
        rule: the rule that asks for it.
    """

    pointer: str
    start: int
    end: int
    text: str
    replacement: str
    rule: str


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending came to.

    Attributes:
        before: the document as it was read.
        after: the document with all edits in it.
        edits: what was changed; offsets count in the text as it was when the edit was made.
        left: findings that could be mended with ``--unsafe``.
        source: the new text of a source that is written; None for the others.
        old_source: its text before.
    """

    before: Document
    after: Document
    edits: tuple[Edit, ...]
    left: tuple[Finding, ...]
    source: str | None = None
    old_source: str | None = None


def edits_of(
    findings: Iterable[Finding], rules: Mapping[str, Rule], *, unsafe: bool = False
) -> Iterator[Edit]:
    """Choose edits that do not lie over one another, the surest first.

    Args:
        findings: what was found; only what is active is mended.
        rules: the rules by id.
        unsafe: also those that somebody should look at.
    """
    taken: dict[str, list[tuple[int, int]]] = {}
    wanted = [f for f in findings if _is_mendable(f, rules, unsafe=unsafe)]
    for finding in sorted(wanted, key=lambda f: not _is_safe(f, rules)):
        start, end = finding.start or 0, finding.end or 0
        spans = taken.setdefault(finding.pointer, [])
        if any(start < other_end and other_start < end for other_start, other_end in spans):
            continue
        spans.append((start, max(end, start + 1)))
        yield _edit(finding)


def _is_safe(finding: Finding, rules: Mapping[str, Rule]) -> bool:
    rule = rules.get(finding.rule)
    return rule is not None and rule.fix == "safe" and finding.confidence is Confidence.HIGH


def _is_mendable(finding: Finding, rules: Mapping[str, Rule], *, unsafe: bool) -> bool:
    rule = rules.get(finding.rule)
    if rule is None or rule.fix is None or not finding.active or not finding.suggestions:
        return False
    if finding.start is None or finding.end is None or finding.confidence is Confidence.LOW:
        return False
    return unsafe or _is_safe(finding, rules)


def mend(source: loaders.Loadable, linter: Linter, *, unsafe: bool = False) -> Mended:
    """Mend one profile, as far as that brings no new finding.

    Args:
        source: a path, or anything else that can be loaded.
        linter: the rules, with their settings.
        unsafe: also write what somebody should look at.

    Raises:
        InputError: it could not be read.
    """
    before = loaders.load(source, limits=linter.config.limits)
    rules = {rule.id: rule for rule in linter.ruleset.every}
    writer = _writer(source, before)
    document, made = before, list[Edit]()
    refused: set[Edit] = set()
    one_by_one: set[str] = set()
    report = linter.check(document)
    for _ in range(_MOST_PASSES):
        edits = [
            edit for edit in edits_of(report.findings, rules, unsafe=unsafe) if edit not in refused
        ]
        edits = _thinned(edits, one_by_one)
        if not edits:
            break
        tried = writer.tried(document, edits)
        found = linter.check(tried)
        bad = _not_written(document, tried, edits) | _made_worse(report, found, edits)
        if bad:
            # In a field with several edits, find out which of them it is.
            several = {edit.pointer for edit in edits if edit.pointer in bad} - one_by_one
            refused.update(edit for edit in edits if edit.pointer in bad - several)
            one_by_one |= several
            continue
        writer.keep(tried)
        document, report = tried, found
        made += edits
    safe = set(edits_of(report.findings, rules))
    left = tuple(
        finding
        for finding in report.findings
        if not unsafe and _is_mendable(finding, rules, unsafe=True) and _edit(finding) not in safe
    )
    return Mended(before, document, tuple(made), left, writer.text, writer.old_text)


def _edit(finding: Finding) -> Edit:
    start, end = finding.start or 0, finding.end or 0
    return Edit(
        finding.pointer, start, end, finding.text or "", finding.suggestions[0], finding.rule
    )


def _thinned(edits: Sequence[Edit], one_by_one: set[str]) -> list[Edit]:
    """The edits, with only the first of each field that is tried edit by edit."""
    seen: set[str] = set()
    kept = []
    for edit in edits:
        if edit.pointer not in one_by_one or edit.pointer not in seen:
            kept.append(edit)
        seen.add(edit.pointer)
    return kept


def _not_written(before: Document, after: Document, edits: Sequence[Edit]) -> set[str]:
    """Fields that do not read as they should: their source says it in another way."""
    wanted = {
        pointer: rewritten(text_at(before.profile, pointer) or "", several)
        for pointer, several in _by_field(edits).items()
    }
    return {p for p, text in wanted.items() if text_at(after.profile, p) != text}


def _made_worse(before: Report, after: Report, edits: Sequence[Edit]) -> set[str]:
    """Fields in which there is a finding that was not there; all of them, where it is elsewhere."""
    fields = {edit.pointer for edit in edits}
    more = Counter((f.pointer, f.rule) for f in after.active)
    more.subtract(Counter((f.pointer, f.rule) for f in before.active))
    worse = {pointer for (pointer, _), count in more.items() if count > 0}
    return (worse & fields) or (fields if worse else set())


class _InModel:
    """Writes edits into the model, for sources that we cannot write."""

    text = old_text = None

    def tried(self, document: Document, edits: Sequence[Edit]) -> Document:
        """The document with the edits in it."""
        data = document.profile.model_dump()
        for pointer, several in _by_field(edits).items():
            *path, last = pointer.split("/")[1:]
            holder: Any = data
            for part in path:
                holder = holder[int(part)] if part.isdecimal() else holder[part]
            if isinstance(holder, dict):
                holder[last] = rewritten(holder[last], several)
        return replace(document, profile=Profile.model_validate(data))

    def keep(self, document: Document) -> None:
        """Take what was tried; the model is the document's own."""


class _InText:
    """Writes edits into a JSON or YAML text, character by character, and leaves the rest alone."""

    def __init__(self, name: str, text: str, limits: loaders.Limits) -> None:
        self.old_text = text
        self.text = text
        self._name = name
        self._limits = limits
        self._tried = text

    def tried(self, document: Document, edits: Sequence[Edit]) -> Document:
        """The document that the text with the edits in it holds.

        In quotes a replacement is written as JSON writes it; where that cannot be read, as it is.
        """
        lines = Lines(self.text)
        text = self.text
        places = [(document.locate(e.pointer, e.start, e.end), e) for e in edits]
        spans = [(_offset(lines, place), _offset(lines, place, end=True), e) for place, e in places]
        for start, end, edit in sorted(spans, key=lambda span: -span[0]):
            text = (
                text[:start] + json.dumps(edit.replacement, ensure_ascii=False)[1:-1] + text[end:]
            )
        self._tried = text
        stream = io.BytesIO(text.encode("utf-8"))
        stream.name = self._name
        try:
            return loaders.load(stream, limits=self._limits)
        except InputError:
            return document  # the edits are refused: none of them is in it

    def keep(self, document: Document) -> None:  # noqa: ARG002  (the protocol's)
        """Take what was tried."""
        self.text = self._tried


def _offset(lines: Lines, place: Location, *, end: bool = False) -> int:
    line, column = (place.end_line, place.end_column) if end else (place.line, place.column)
    return lines.offset(line or place.line or 1, column or 1)


def _writer(source: loaders.Loadable, document: Document) -> _InModel | _InText:
    if document.format not in WRITABLE or not isinstance(source, str | PathLike | bytes):
        return _InModel()
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:  # of another encoding: what was spliced could not be written back
        return _InModel()
    return _InText(document.source_map.file, text, loaders.Limits())


def write(path: Path, text: str, *, backup: bool = False) -> None:
    """Write a mended source in the place of the old one, all of it or nothing.

    Args:
        path: the file; its mode and a byte order mark stay.
        text: what it is to hold.
        backup: keep the old one beside it, as ``NAME.bak``.

    Raises:
        InputError: it cannot be written.
    """
    target = path.resolve()
    try:
        old = target.read_bytes()
        mark = _BOM if old.startswith(_BOM) else b""
        if backup:
            target.with_name(f"{target.name}.bak").write_bytes(old)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(mark + text.encode("utf-8"))
            shutil.copymode(target, name)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(
            f"{path}: cannot be written ({error.strerror or error})",
            hint="check your right to write there",
        ) from error


def rewritten(text: str, edits: Iterable[Edit]) -> str:
    """A field's text with its edits in it.

    >>> rewritten("I recieve it", [Edit("/about", 2, 9, "recieve", "receive", "common-typo")])
    'I receive it'
    """
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def _by_field(edits: Iterable[Edit]) -> dict[str, list[Edit]]:
    fields: dict[str, list[Edit]] = {}
    for edit in edits:
        fields.setdefault(edit.pointer, []).append(edit)
    return fields
