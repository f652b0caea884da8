"""``language``: a text in another language than the rest of the profile."""

from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.kinds.context import Context, Match
from profilelint.proofing.language import base, language_name
from profilelint.rule import Rule

OF_WHOLE = True
"""A finding is of the field, whatever stands in it: edits in it do not mend it."""


@dataclass(frozen=True, slots=True)
class Options:
    """How much text is needed to be sure.

    Attributes:
        min_words: shorter texts are not judged.
    """

    min_words: int = 12


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag each field whose language is not that of most of the profile."""
    main = context.proofreading.language
    if main is None:
        return
    for field in context.fields(rule):
        language = context.language(field.pointer)
        if language is None or len(field.text.split()) < options.min_words:
            continue
        if base(language) != base(main):
            values = {"language": language_name(language), "main": language_name(main)}
            yield Match(field.pointer, 0, len(field.text), values)
