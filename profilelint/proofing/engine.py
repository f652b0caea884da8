"""The protocol that every proofreading engine speaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Mistake:
    """What an engine says about one place.

    Attributes:
        text_index: which of the texts it is in.
        start: code-point offset into that text.
        end: offset behind the last character.
        kind: the engine's own category, such as ``Spelling`` or ``TYPOS``.
        message: the engine's sentence about it.
        replacements: what the engine would put there, its best first.
        engine: the engine's name.
        engine_rule: the engine's name of the rule.
    """

    text_index: int
    start: int
    end: int
    kind: str
    message: str
    replacements: tuple[str, ...]
    engine: str
    engine_rule: str


class Engine(Protocol):
    """A proofreading engine. It may be called from several threads; it holds its own lock."""

    name: str

    def supports(self, language: str) -> bool:
        """Whether it can check a language, given as a BCP 47 tag such as ``en`` or ``en-GB``."""
        ...

    def check(self, texts: Sequence[str], language: str) -> list[Mistake]:
        """Check texts, each a paragraph or a line of its own, in the order given.

        Raises:
            EngineUnavailable: it is missing.
            EngineLost: it gave up on the texts, or died and could not be revived.
        """
        ...

    def close(self) -> None:
        """Give back what it holds: processes, connections."""
        ...
