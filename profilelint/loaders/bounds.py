"""Refuses what is no profile by its sheer size, so that nothing behind has to bear it."""

from profilelint.document import Document
from profilelint.errors import InputError
from profilelint.profile import Entry

LONGEST_TEXT = 200_000
"""Characters of one text; LinkedIn's longest field takes 2,600, an article 110,000."""

MOST_ENTRIES = 5_000
"""Entries of one list; a hundred skills and some thousand invitations are known."""


def within_bounds(document: Document, name: str) -> Document:
    """Return a document of a size that a person can have.

    Raises:
        InputError: a text or a list of it is far beyond any profile.
    """
    _check(document.profile, "", name)
    return document


def _check(value: object, pointer: str, name: str) -> None:
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise InputError(
                f"{name}: the text at {pointer} has {len(value):,} characters",
                hint=f"at most {LONGEST_TEXT:,} are read; LinkedIn's longest field takes 2,600",
            )
    elif isinstance(value, Entry):
        for part in type(value).model_fields:
            _check(getattr(value, part), f"{pointer}/{part}", name)
    elif isinstance(value, tuple):
        if len(value) > MOST_ENTRIES and pointer not in _MANY:
            raise InputError(
                f"{name}: there are {len(value):,} entries at {pointer}",
                hint=f"at most {MOST_ENTRIES:,} are read; is this one person's profile?",
            )
        for index, item in enumerate(value):
            _check(item, f"{pointer}/{index}", name)


# What one person may have sent, followed or posted in twenty years.
_MANY = frozenset({"/invitations", "/company_follows", "/posts", "/recommendations"})
