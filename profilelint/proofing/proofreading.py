"""What proofreading a document yields, in terms of the profile and of the rule catalogue."""

from dataclasses import dataclass

from profilelint.finding import Confidence


@dataclass(frozen=True, slots=True)
class Correction:
    """A mistake that an engine found, routed to the rule that reports it.

    Attributes:
        pointer: the field, as a JSON pointer into the profile.
        start: code-point offset into the field's text.
        end: offset behind the last character.
        rule: the catalogue id that reports it, such as ``misspelling``.
        confidence: how far the engine's rule is trusted.
        message: the engine's sentence about it.
        suggestions: literal replacements, ranked by us, the best first.
        engine: the engine's name.
        engine_rule: the engine's name of its rule.
    """

    pointer: str
    start: int
    end: int
    rule: str
    confidence: Confidence
    message: str
    suggestions: tuple[str, ...]
    engine: str
    engine_rule: str


@dataclass(frozen=True, slots=True)
class Proofreading:
    """All corrections of a document.

    Attributes:
        corrections: in the order of the fields and offsets; several may lie over one another.
        language: the language of most of the text, as a BCP 47 tag, or None where it is unknown.
        languages: the language of each field that was looked at, by pointer.
        unchecked: for spelling and for grammar (keys ``spelling``, ``grammar``) the reasons, for
            the user, why some of the text could not be checked; empty where all was.
    """

    corrections: tuple[Correction, ...] = ()
    language: str | None = None
    languages: tuple[tuple[str, str], ...] = ()
    unchecked: tuple[tuple[str, str], ...] = ()
