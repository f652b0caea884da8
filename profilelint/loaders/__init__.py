"""From a file, bytes or a dict to a :class:`~profilelint.document.Document`.

A loader is a module with

- ``FORMAT``: the name of the format, as in ``--format-in`` and in reports;
- ``sniff(source) -> bool``: whether the content looks like it (cheap: no heavy import);
- ``load(source) -> Document``: the whole of it, or an ``InputError`` that says what, where and what
  to do. What it cannot place goes into ``Document.unplaced``;
- where a file can hold several people, ``load_all(source)``, an iterator of their documents, of
  which ``load`` takes the only one.

Adding a format is adding a module and its line in ``LOADERS``, the most particular first. Other
packages bring theirs by the entry point ``profilelint.loaders``; they are asked where none of ours
knows the content, or by their name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from profilelint.document import Document, SourceMap
from profilelint.errors import ConfigError, InputError, ManyProfiles
from profilelint.loaders.bounds import within_bounds
from profilelint.loaders.reading import Readable, inputs, read_source
from profilelint.loaders.source import Limits, Source
from profilelint.profile import Profile

if TYPE_CHECKING:
    from profilelint.loaders.guest import Guest

__all__ = [
    "FORMATS",
    "Limits",
    "Loadable",
    "Loader",
    "Source",
    "inputs",
    "load",
    "load_all",
    "read_source",
]

LOADERS = {
    "linkedin-pdf": "profilelint.loaders.linkedin_pdf",
    "office": "profilelint.loaders.office",
    "linkedin-archive": "profilelint.loaders.linkedin_archive",
    "linkedin-snapshot": "profilelint.loaders.linkedin_snapshot",
    "scraped": "profilelint.loaders.scraped",
    "reactive-resume": "profilelint.loaders.reactive_resume",
    "json-resume": "profilelint.loaders.json_resume",
    "profile": "profilelint.loaders.native",
    "linkedin-text": "profilelint.loaders.linkedin_text",
    "pasted-text": "profilelint.loaders.pasted_text",
}
"""Where each format's loader lives, the most particular first."""
FORMATS = (*(name for name in LOADERS if name != "office"), "text")
"""Names that ``--format-in`` takes; ``text`` is the plain text of the one field named beside it."""

Loadable = Readable | Profile | Document


class Loader(Protocol):
    """What a module of this package offers."""

    FORMAT: str

    def sniff(self, source: Source) -> bool: ...  # noqa: D102  (described above)
    def load(self, source: Source) -> Document: ...  # noqa: D102


def load(
    source: Loadable,
    *,
    format_in: str | None = None,
    field: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """Read one export.

    Args:
        source: a path (``-`` is standard input), bytes, a file object, a dict, or a profile.
        format_in: the name of the format, where its content does not tell.
        field: the source is plain text and all of it is this field, such as ``about``.
        limits: how much to take on.

    Raises:
        InputError: it could not be read.
        ConfigError: ``format_in`` or ``field`` names nothing known.
    """
    if isinstance(source, Document):
        return source
    if isinstance(source, Profile):
        return _load_profile(source)
    raw = read_source(source, limits or Limits())
    if field is not None or format_in == "text":
        return within_bounds(_load_field(raw, field), raw.name)
    loader = _choose(raw, format_in)
    document = loader.load(replace(raw, forced=format_in is not None))
    return within_bounds(document, raw.name)


def load_all(
    source: Loadable | Sequence[Loadable],
    *,
    format_in: str | None = None,
    field: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Document]:
    """Read an export that may hold several people, a folder of exports, a pattern, or a list.

    The arguments are those of :func:`load`.

    >>> [d.profile.name for d in load_all([{"name": "Ada Example"}, {"name": "Bo Example"}])]
    ['Ada Example', 'Bo Example']

    Raises:
        InputError: one could not be read. To go on with the others, take :func:`inputs` of a
            folder or a pattern, and load them one by one.
    """
    options: dict[str, Any] = {"format_in": format_in, "field": field, "limits": limits}
    if isinstance(source, Sequence) and not isinstance(source, str | bytes):
        for item in source:
            yield from load_all(item, **options)
        return
    names: Sequence[Loadable] = inputs(source) if isinstance(source, str) else [source]
    for name in names:
        yield from _all_of(name, **options)


def _all_of(
    source: Loadable, *, format_in: str | None, field: str | None, limits: Limits | None
) -> Iterator[Document]:
    if isinstance(source, Document | Profile) or field is not None or format_in == "text":
        yield load(source, format_in=format_in, field=field, limits=limits)
        return
    raw = read_source(source, limits or Limits())
    loader = _choose(raw, format_in)
    raw = replace(raw, forced=format_in is not None)
    every = getattr(loader, "load_all", None)
    if every is None:
        yield within_bounds(loader.load(raw), raw.name)
    else:
        for document in every(raw):
            yield within_bounds(document, raw.name)


def _module(name: str) -> Loader:
    return cast("Loader", import_module(LOADERS[name]))


def _choose(source: Source, format_in: str | None) -> Loader:
    if format_in is not None:
        if format_in not in LOADERS:
            guest = next((one for one in _guests() if format_in == one.FORMAT), None)
            if guest is not None:
                return guest
            known = ", ".join(FORMATS)
            raise ConfigError(f"no format is called “{format_in}”", hint=f"known are {known}")
        return _module(format_in)
    if source.tree is None and source.folder is None and not source.data.strip():
        raise InputError(f"{source.name}: the file is empty", hint="export the profile again")
    if not source.data.startswith(b"PK") and b"%PDF" not in source.data[:1024]:
        source.limits.check_text(source.name, len(source.data))
    for name in LOADERS:
        loader = _module(name)
        if loader.sniff(source):
            return loader
    for loader in _guests():
        if loader.sniff(source):
            return loader
    if source.folder is not None:
        raise ManyProfiles(
            f"{source.name}: this folder is no data export of LinkedIn's",
            hint="name the export in it, such as Profile.pdf; load_all reads a folder of exports",
        )
    raise InputError(
        f"{source.name}: this is no export that profilelint knows",
        hint="give LinkedIn's “Save to PDF” file or its data export (a ZIP), a JSON Resume, or"
        " another of the formats in docs/inputs.md; or name the format with --format-in",
    )


def _guests() -> "Iterator[Guest]":
    from profilelint.loaders.guest import guests

    return guests()


def _load_profile(profile: Profile) -> Document:
    from profilelint.loaders.native import carries_of

    return Document(profile, "profile", SourceMap("<profile>"), carries_of(profile))


def _load_field(source: Source, field: str | None) -> Document:
    from profilelint.loaders.single_field import load as load_field

    return load_field(source, field)
