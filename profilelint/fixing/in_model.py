"""Writes edits into the model: what a profile is to say, and all that a PDF can have."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from profilelint.document import Document
from profilelint.fixing.edit import Edit, by_field, rewritten
from profilelint.profile import Profile


class InModel:
    """Writes edits into the model, for sources that we cannot write."""

    source: str | None = None
    old_source: str | None = None

    def tried(self, document: Document, edits: Sequence[Edit]) -> Document | set[str]:
        """The document with the edits in it, or the fields that went wrong: none."""
        return replace(document, profile=edited(document.profile, edits))

    def keep(self) -> None:
        """Take what was tried; the model is the document's own."""

    def groups(self, document: Document, edits: Sequence[Edit]) -> Iterator[list[Edit]]:  # noqa: ARG002
        """The edits that can only be made together: none."""
        return ([edit] for edit in edits)


def edited(profile: Profile, edits: Sequence[Edit]) -> Profile:
    """The profile with the edits in it, and nothing else changed."""
    data: Any = profile.model_dump()
    for pointer, several in by_field(edits).items():
        data = _edited(data, pointer.split("/")[1:], several)
    return Profile.model_validate(data)


def _edited(value: Any, path: Sequence[str], edits: Sequence[Edit]) -> Any:  # noqa: ANN401
    if not path:
        return rewritten(value, edits)
    name, *rest = path
    if isinstance(value, Mapping):
        return {**value, name: _edited(value[name], rest, edits)}
    index = int(name)
    return [*value[:index], _edited(value[index], rest, edits), *value[index + 1 :]]
