"""What a kind is given to look at, and what it gives back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from profilelint.document import Document
from profilelint.fields import Field, fields, judged
from profilelint.finding import Confidence
from profilelint.profile import Profile
from profilelint.proofing.language import language_name
from profilelint.proofing.proofreading import Proofreading
from profilelint.rule import Rule

if TYPE_CHECKING:
    from profilelint.loaders.own_resume import OwnResume


@dataclass(frozen=True, slots=True)
class Match:
    """What a kind found, in profile terms.

    Attributes:
        pointer: the field, or the place where a missing one would stand.
        start: code-point offset into the field's text; None where the field is missing.
        end: offset behind the last character.
        values: what the message's placeholders and the levels' conditions are filled with;
            ``match``, the text found, need not be named.
        suggestions: literal replacements of the text found, the best first.
        confidence: how sure, where the kind knows better than the rule.
        message: a sentence in place of the rule's.
        engine: the proofreading engine that found it.
        engine_rule: that engine's name of its rule.
        cause: for a mistake in a note, the proofreading rule that it breaks.
    """

    pointer: str
    start: int | None = None
    end: int | None = None
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    suggestions: tuple[str, ...] = ()
    confidence: Confidence | None = None
    message: str | None = None
    engine: str | None = None
    engine_rule: str | None = None
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A mistake in a note, as a proofreading rule tells it."""

    rule: str
    match: Match
    message: str


class Context:
    """A document, with what the kinds share and what is only computed when one asks.

    Attributes:
        document: what is linted.
        now: the clock of every rule about time.
        answers: what the owner says of things that no export carries (``photo``, ``plan``).
        resume: the member's own resume, where one was given.
        crashed: proofreading rules that broke down over the notes, and how.
    """

    def __init__(
        self,
        document: Document,
        now: date,
        proofread: Callable[[Document], Proofreading],
        *,
        resume: "OwnResume | None" = None,
        answers: Mapping[str, object] | None = None,
        proofread_notes: "Callable[[Context], Sequence[Told]]" = lambda _: (),
    ) -> None:
        self.document = document
        self.now = now
        self.resume = resume
        self.answers = answers or {}
        self.crashed: list[tuple[Rule, Exception]] = []
        self._proofread = proofread
        self._proofread_notes = proofread_notes
        self._fields: dict[str, list[Field]] = {}

    @property
    def profile(self) -> Profile:
        """The profile of the document."""
        return self.document.profile

    @cached_property
    def proofreading(self) -> Proofreading:
        """What the proofreading engines say, asked once."""
        return self._proofread(self.document)

    def mistakes_in_notes(self) -> "Sequence[Told]":
        """What the proofreading rules find in notes; one mistake is told once."""
        return self._proofread_notes(self)

    @cached_property
    def _languages(self) -> dict[str, str]:
        return dict(self.proofreading.languages)

    def language(self, pointer: str) -> str | None:
        """The language of a field's text, as a BCP 47 tag, or None where nobody knows."""
        return self._languages.get(pointer, self.proofreading.language)

    def at(self, target: str) -> list[Field]:
        """The texts at a target."""
        if target not in self._fields:
            self._fields[target] = list(fields(self.profile, target))
        return self._fields[target]

    def fields(self, rule: Rule, *, whole: bool = False) -> Iterator[Field]:
        """The texts a rule is to look at: those of its targets, in the languages it can judge.

        What is beyond any profile is left out, unless a rule asks for the whole.
        """
        for target in rule.targets:
            for text_field in self.at(target) if whole else judged(self.at(target)):
                if not rule.languages or self.speaks(text_field.pointer, rule.languages):
                    yield text_field

    def unspoken(self, rule: Rule) -> str | None:
        """Why a rule can judge none of the text, or None where it can or there is no text."""
        if not rule.languages:
            return None
        texts = [field for target in rule.targets for field in self.at(target)]
        if not texts or any(self.speaks(field.pointer, rule.languages) for field in texts):
            return None
        known = ", ".join(language_name(language) for language in rule.languages)
        return f"only text in {known} is judged"

    def speaks(self, pointer: str, languages: tuple[str, ...]) -> bool:
        """Whether the text of a field is in one of the languages, given without region."""
        language = self.language(pointer)
        return language is not None and language.partition("-")[0] in languages
