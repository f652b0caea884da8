"""What LinkedIn's headings mean, and which language of the interface wrote them."""

from collections.abc import Iterable
from functools import cache

from profilelint.loaders.linkedin.word_tables import word_table

MAIN_SECTIONS = ("summary", "experience", "education")
SIDEBAR_SECTIONS = (
    *("contact", "skills", "languages"),
    *("certifications", "honors", "publications", "patents"),
)


def _fold(heading: str) -> str:
    return " ".join(heading.casefold().split())


@cache
def _meanings() -> dict[str, tuple[tuple[str, str], ...]]:
    meanings: dict[str, tuple[tuple[str, str], ...]] = {}
    for language, sections in word_table("headings").items():
        for section, headings in sections.items():
            for heading in headings:
                key = _fold(heading)
                meanings[key] = (*meanings.get(key, ()), (section, language))
    return meanings


def section_named(heading: str, among: Iterable[str]) -> str | None:
    """The section that a heading stands for in any known language, if it is one of ``among``.

    >>> section_named("Główne umiejętności", SIDEBAR_SECTIONS)
    'skills'
    """
    found = {section for section, _ in _meanings().get(_fold(heading), ())}
    return next((section for section in among if section in found), None)


def language_of(headings: Iterable[str], told: str | None = None) -> str | None:
    """The language that most of the headings belong to.

    Args:
        headings: as they stand in the export.
        told: the language the file claims; it wins unless the headings belong to another.
    """
    votes: dict[str, int] = {}
    for heading in headings:
        for _, language in _meanings().get(_fold(heading), ()):
            if language != "every":
                votes[language] = votes.get(language, 0) + 1
    most = max(votes.values(), default=0)
    # "Contact" alone is English or Dutch: without a majority the file's own claim stands.
    best = [language for language, count in votes.items() if count == most]
    if told and (not best or told.replace("_", "-").partition("-")[0].lower() in best):
        return told
    return best[0] if best else None
