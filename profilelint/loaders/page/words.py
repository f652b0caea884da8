"""The words of the profile page, in each language that its table knows."""

import re
from functools import cache
from pathlib import Path
from typing import Any

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})
_LONGEST_CHROME = 160


@cache
def words() -> dict[str, Any]:
    """Read the table, once and only when it is needed."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with Path(__file__).with_name("words.yaml").open(encoding="utf-8") as stream:
        table: dict[str, Any] = yaml.load(stream, Loader=loader)  # noqa: S506  (both are safe)
    return table


def fold(text: str) -> str:
    """Bring a line to the form in which words are compared.

    >>> fold(" Aujourd’hui ")
    "aujourd'hui"
    """
    return " ".join(text.translate(_APOSTROPHES).casefold().split())


@cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words()[name])


def is_word(name: str, text: str) -> bool:
    """Whether a text is one of a list of the table.

    >>> is_word("present", "Heute"), is_word("employment", "Full-time")
    (True, True)
    """
    return fold(text) in _folded(name)


@cache
def _sections() -> dict[str, str]:
    found: dict[str, str] = {}
    for section, headings in words()["sections"].items():
        for heading in headings:
            found.setdefault(fold(heading), section)
    return found


def section_of(text: str) -> str | None:
    """The section that a line is the heading of.

    >>> section_of("Berufserfahrung"), section_of("Berufserfahrung sammeln")
    ('experience', None)
    """
    return _sections().get(fold(text)) if len(text) < _LONGEST_CHROME else None


@cache
def _chrome() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in words()["chrome"]), re.IGNORECASE)


def is_chrome(text: str) -> bool:
    """Whether a line is the page's own: a button, a count, the name of a picture.

    >>> is_chrome("…see more"), is_chrome("Show all 12 skills"), is_chrome("I see more clearly")
    (True, True, False)
    """
    return len(text) < _LONGEST_CHROME and _chrome().fullmatch(fold(text.lstrip("·• "))) is not None


@cache
def _residue() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:…|\.\.\.)\s*(?:(?:see|show|read)\s+(?:more|less)|more|mehr(?:\s+anzeigen)?"
        r"|weniger\s+anzeigen|(?:voir|afficher)\s+(?:plus|moins)|plus|(?:ver|mostrar)\s+m[áa]i?s"
        r"|más|mais)\s*$"
        # Without the dots it may be prose, unless a sentence has ended.
        r"|(?<=[.!?:;)\n])\s*(?:see more|show less|mehr anzeigen|weniger anzeigen|voir plus"
        r"|ver más|ver mais)\s*$",
        re.IGNORECASE,
    )


def without_residue(text: str) -> tuple[str, str]:
    """Part a text from the button that a copy of the page left at its end.

    >>> without_residue("Runs the desk …see more")
    ('Runs the desk', '…see more')
    """
    match = _residue().search(text[-80:])
    if match is None:
        return text, ""
    at = max(0, len(text) - 80) + match.start()
    return text[:at], text[at:].strip()


def begins_with(name: str, text: str) -> int:
    """How many characters of a line are a label of the table and what parts it from the rest."""
    folded = text.translate(_APOSTROPHES).casefold()
    for label in sorted(_labels(name), key=len, reverse=True):
        if folded.startswith(label):
            rest = text[len(label) :]
            lead = len(rest) - len(rest.lstrip(" :\u00a0"))
            if lead or not rest:
                return len(label) + lead
    return 0


@cache
def _labels(name: str) -> tuple[str, ...]:
    return tuple(label.translate(_APOSTROPHES).casefold() for label in words()[name])


@cache
def _levels() -> dict[str, str]:
    return {fold(said): level for level, ways in words()["proficiency"].items() for said in ways}


def proficiency(text: str) -> str | None:
    """LinkedIn's level of proficiency, in the words that its other exports have.

    >>> proficiency("NATIVE_OR_BILINGUAL"), proficiency("Full professional proficiency")
    ('Native or Bilingual', 'Full Professional')
    """
    said = fold(text.replace("_", " "))
    return _levels().get(said) or _levels().get(said.removesuffix(" proficiency"))
