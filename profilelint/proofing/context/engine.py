"""Our own rules of context: what a reader sees and a speller cannot, told by the words around it.

They run in process, for English, whichever grammar engine is used beside them.
"""

from collections.abc import Callable, Iterator, Sequence

from profilelint.proofing.context.agreement import disagreements
from profilelint.proofing.context.apostrophes import wrong_apostrophes
from profilelint.proofing.context.articles import missing_articles
from profilelint.proofing.context.comma_splices import comma_splices
from profilelint.proofing.context.confusions import confused_words
from profilelint.proofing.context.missing_spaces import missing_spaces
from profilelint.proofing.context.noun_number import wrong_numbers
from profilelint.proofing.context.rows import mixed_rows
from profilelint.proofing.context.sentence import Token, read
from profilelint.proofing.context.slip import Slip
from profilelint.proofing.context.verb_forms import wrong_forms
from profilelint.proofing.engine import Mistake

ENGINE = "context"

_RULES: tuple[Callable[[Sequence[Token]], Iterator[Slip]], ...] = (
    wrong_forms,
    disagreements,
    mixed_rows,
    wrong_numbers,
    confused_words,
    comma_splices,
    wrong_apostrophes,
    missing_spaces,
    missing_articles,
)


class ContextRules:
    """The engine."""

    name = ENGINE

    def supports(self, language: str) -> bool:
        """English only."""
        return language.partition("-")[0].lower() == "en"

    def check(self, texts: Sequence[str], language: str) -> list[Mistake]:
        """Check texts; those in another language than English have none of our mistakes."""
        if not self.supports(language):
            return []
        return [
            self._mistake(index, text, slip)
            for index, text in enumerate(texts)
            for slip in slips(text)
        ]

    def _mistake(self, index: int, text: str, slip: Slip) -> Mistake:
        wrong = text[slip.start : slip.end]
        put = f"; “{slip.suggestions[0]}” fits" if slip.suggestions else ""
        return Mistake(
            text_index=index,
            start=slip.start,
            end=slip.end,
            kind="context",
            message=f"“{wrong}” does not fit the words around it{put}.",
            replacements=slip.suggestions,
            engine=self.name,
            engine_rule=slip.rule,
        )

    def close(self) -> None:
        """Nothing to give back."""


def slips(text: str) -> Iterator[Slip]:
    """Yield what the rules find in one passage."""
    tokens = read(text)
    for rule in _RULES:
        yield from rule(tokens)
