"""Writes edits into a JSON or YAML text, character by character, and leaves the rest alone.

Nothing is believed before it is read back: a text in which the edits do not read as meant, or in
which anything else reads otherwise, is no outcome.
"""

import io
import json
from collections.abc import Iterator, Sequence

from profilelint import loaders
from profilelint.document import Document, Location
from profilelint.errors import InputError
from profilelint.fields import text_at
from profilelint.fixing.edit import Edit
from profilelint.fixing.in_model import edited
from profilelint.loaders.structured.places import Lines
from profilelint.loaders.structured.tree import read_tree

_MARK = "\ufeff"


class InText:
    """Writes edits into the text of a source.

    Args:
        name: what the user calls the source; its suffix tells JSON from YAML.
        source: the whole text, with a byte order mark where it has one.
        limits: how much a loader takes on.
    """

    def __init__(self, name: str, source: str, limits: loaders.Limits) -> None:
        self.old_source = self.source = source
        self._name = name
        self._limits = limits
        self._tried = source

    @property
    def _text(self) -> str:
        return self.source.removeprefix(_MARK)

    def tried(self, document: Document, edits: Sequence[Edit]) -> Document | set[str]:
        """The document that the text with the edits in it holds, or the fields that went wrong."""
        text = self._text
        raw = loaders.Source(self._name, text.encode(), limits=self._limits)
        places = read_tree(raw).places
        splices, unlike = set(), set()
        for (start, end), edit in zip(self._spans(document, edits), edits, strict=True):
            style = places.style(document.locate(edit.pointer, edit.start, edit.end).pointer or "")
            if not _says(text[start:end], style, edit.text):
                unlike.add(edit.pointer)  # it is spelt otherwise there: as an entity, say
            escape = style == '"' and text.isascii()
            splices.add((start, end, _written(edit.replacement, style, ascii_only=escape)))
        if unlike:
            return unlike
        for start, end, replacement in sorted(splices, reverse=True):
            text = text[:start] + replacement + text[end:]
        self._tried = _MARK + text if self.source.startswith(_MARK) else text
        fields = {edit.pointer for edit in edits}
        try:
            found = loaders.load(named(self._name, self._tried.encode()), limits=self._limits)
        except (InputError, UnicodeEncodeError):
            return fields
        meant = edited(document.profile, edits)
        if found.profile.model_dump() == meant.model_dump():
            return found
        bad = {p for p in fields if text_at(found.profile, p) != text_at(meant, p)}
        return bad or fields

    def keep(self) -> None:
        """Take what was tried."""
        self.source = self._tried

    def groups(self, document: Document, edits: Sequence[Edit]) -> Iterator[list[Edit]]:
        """The edits that can only be made together: fields that one place of the text fills."""
        groups: dict[tuple[int, int], list[Edit]] = {}
        for span, edit in zip(self._spans(document, edits), edits, strict=True):
            groups.setdefault(span, []).append(edit)
        return iter(groups.values())

    def _spans(self, document: Document, edits: Sequence[Edit]) -> Iterator[tuple[int, int]]:
        lines = Lines(self._text)
        for edit in edits:
            place = document.locate(edit.pointer, edit.start, edit.end)
            yield _offset(lines, place), _offset(lines, place, end=True)


def named(name: str, data: bytes) -> io.BytesIO:
    """A file in memory that has a name."""
    file = io.BytesIO(data)
    file.name = name
    return file


def _offset(lines: Lines, place: Location, *, end: bool = False) -> int:
    line, column = (place.end_line, place.end_column) if end else (place.line, place.column)
    return lines.offset(line or place.line or 1, column or 1)


def _written(text: str, style: str, *, ascii_only: bool) -> str:
    r"""A text as it is written within a value of a style.

    >>> _written('say "é"', '"', ascii_only=True), _written("it's", "'", ascii_only=False)
    ('say \\"\\u00e9\\"', "it''s")
    """
    if style == '"':
        return json.dumps(text, ensure_ascii=ascii_only)[1:-1]
    return text.replace("'", "''") if style == "'" else text


def _says(written: str, style: str, text: str) -> bool:
    """Whether a part of a source, in which lines may be folded, stands for a text."""
    read = written
    if style in {'"', "'"}:
        try:
            read = _read(f"{style}{written}{style}")
        except ValueError:
            return False
    return read.split() == text.split()


def _read(quoted: str) -> str:
    import yaml

    try:
        return str(json.loads(quoted))
    except ValueError:
        pass
    try:
        return str(yaml.safe_load(quoted))
    except yaml.YAMLError as error:
        raise ValueError(quoted) from error
