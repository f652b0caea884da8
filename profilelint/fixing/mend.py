"""Mends one profile, as far as that makes nothing worse.

An edit that would bring a new finding, or that cannot be written, is left out; and each outcome is
tried from the start again, until nothing of it can be mended. So a second time changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from typing import Any

from profilelint import loaders
from profilelint.config import make
from profilelint.document import Document
from profilelint.finding import Finding, Report
from profilelint.fixing.choosing import edit_of, edits_of, is_mendable
from profilelint.fixing.comparing import made_worse
from profilelint.fixing.edit import Edit
from profilelint.fixing.in_model import InModel
from profilelint.fixing.in_text import InText, named
from profilelint.linter import Linter

WRITABLE = ("json-resume", "profile")
"""Formats whose sources are mended in place."""

_MOST_TRIES = 300
"""Outcomes of one profile that are looked at; a bad one takes ten."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending came to.

    Attributes:
        before: the document as it was read.
        after: the document with all edits in it.
        found: what was found before.
        remains: what is found after.
        edits: what was changed; offsets count in the text as it was when the edit was made.
        refused: edits that would have brought a new finding, or cannot be written.
        left: findings that could be mended with ``unsafe``.
        yours: findings that count and that only the owner can mend.
        source: the new text of a source that is written; None for the others.
        old_source: its text before.
    """

    before: Document
    after: Document
    found: Report
    remains: Report
    edits: tuple[Edit, ...]
    refused: tuple[Edit, ...]
    left: tuple[Finding, ...]
    yours: tuple[Finding, ...]
    source: str | None = None
    old_source: str | None = None


def mend(
    source: loaders.Loadable,
    *,
    unsafe: bool = False,
    linter: Linter | None = None,
    **options: Any,  # noqa: ANN401
) -> Mended:
    """Mend one profile. Nothing is written: what a file is to hold is in the outcome.

    >>> mended = mend({"name": "Ada Example", "about": "I recieve it well , as ever."})
    >>> mended.after.profile.about
    'I receive it well, as ever.'

    Args:
        source: a path, or anything else that can be loaded.
        unsafe: also write what somebody should look at.
        linter: rules and settings; made of the options, where left out.
        options: every setting of :class:`~profilelint.config.Config`.

    Raises:
        InputError: it could not be read.
        ConfigError: a setting makes no sense.
    """
    if linter is None:
        with Linter(make(options)) as own:
            return mend(source, unsafe=unsafe, linter=own)
    if options:
        raise TypeError("a linter has its settings already")
    document, writer = _opened(source, linter.config.limits)
    return _Mender(document, writer, linter, unsafe=unsafe).mended()


def _opened(
    source: loaders.Loadable, limits: loaders.Limits
) -> tuple[Document, "InModel | InText"]:
    """The document and what writes into it; a file is read once, so that both are of one text."""
    if not isinstance(source, str | PathLike | bytes):
        return loaders.load(source, limits=limits), InModel()
    raw = loaders.read_source(source, limits)
    if raw.folder is not None:
        return loaders.load(source, limits=limits), InModel()
    document = loaders.load(named(raw.name, raw.data), limits=limits)
    try:
        text = raw.data.decode() if document.format in WRITABLE else None
    except UnicodeDecodeError:  # of another encoding: what was spliced could not be written back
        text = None
    return document, InModel() if text is None else InText(raw.name, text, limits)


class _Mender:
    """Tries edits on one document, and keeps those that make nothing worse."""

    def __init__(
        self, document: Document, writer: InModel | InText, linter: Linter, *, unsafe: bool
    ) -> None:
        self._before = self._document = document
        self._writer = writer
        self._linter = linter
        self._unsafe = unsafe
        self._rules = {rule.id: rule for rule in linter.ruleset.every}
        self._found = self._report = linter.check(document)
        self._made: list[Edit] = []
        self._tries = 0

    def mended(self) -> Mended:
        """Make all edits that can be made."""
        while self._round(self._wanted()):
            pass
        refused = self._wanted()
        rest = [f for f in self._report.findings if f.category != "run"]
        any_way = [f for f in rest if is_mendable(f, self._rules, unsafe=True)]
        tried = set(edits_of(rest, self._rules, unsafe=self._unsafe))
        left = [] if self._unsafe else [f for f in any_way if edit_of(f) not in tried]
        return Mended(
            self._before,
            self._document,
            self._found,
            self._report,
            tuple(self._made),
            tuple(refused),
            tuple(left),
            tuple(f for f in rest if f.active and f not in any_way),
            self._writer.source,
            self._writer.old_source,
        )

    def _wanted(self) -> list[Edit]:
        return list(edits_of(self._report.findings, self._rules, unsafe=self._unsafe))

    def _round(self, edits: Sequence[Edit]) -> bool:
        """Make edits: all at once, else in the fields where all is well, else one by one."""
        while edits and self._tries < _MOST_TRIES:
            bad = self._made_or_bad(edits)
            if not bad:
                return True
            edits = [edit for edit in edits if edit.pointer not in bad]
        made = len(self._made)
        groups = self._writer.groups(self._document, self._wanted())
        # From the back of a field, so that the offsets of those before it stay true.
        for group in sorted(groups, key=lambda group: -group[0].start):
            if self._tries < _MOST_TRIES and set(group) <= set(self._wanted()):
                self._made_or_bad(group)
        return len(self._made) > made

    def _made_or_bad(self, edits: Sequence[Edit]) -> set[str]:
        """Make edits if all is well; else return the fields where it is not."""
        self._tries += 1
        tried = self._writer.tried(self._document, edits)
        if isinstance(tried, set):
            return tried
        report = self._linter.check(tried)
        bad = made_worse(self._report, report, edits)
        if not bad:
            self._writer.keep()
            self._document, self._report = tried, report
            self._made += edits
        return bad
