"""A regular expression with what to write instead: the piece that several kinds share."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from profilelint.fields import Field, matches, value_at
from profilelint.finding import Confidence
from profilelint.kinds.context import Context, Match
from profilelint.kinds.patterns import compile_pattern
from profilelint.proofing.casing import cased_like
from profilelint.rule import Rule

_HERE = "here"
_NEAR = 300  # characters of a line to each side; a long line would be read anew for each match
_KEYS = (
    *("match", "suggest", "rewrite", "capital", "advice", "unless", "word", "needs"),
    *("languages", "confidence", "case", "where"),
)


@dataclass(frozen=True, slots=True)
class Expression:
    r"""What to look for, and what to write instead.

    Attributes:
        regex: what to look for. A group named ``here`` is what is marked; else all of it is.
        flags: how it is read.
        suggest: replacements of what is marked, with ``\1`` and ``\g<name>`` for groups.
        rewrite: an expression and what to put wherever it is found in what is marked: the
            suggestion where a mistake may come several times in a row (``Python,SQL,Go``).
        capital: whether the suggestions begin with a capital letter.
        advice: words for the message's ``{advice}``; without them it names the suggestion.
        unless: what must not be found near it in the line for this to be a mistake.
        words: one of them, in lower case, is part of whatever is found. A regular expression takes
            a millisecond to compile; most are never compiled, because their word is not there.
        needs: what the export must be able to tell.
        languages: languages it holds for; empty for those of the rule.
        confidence: how sure, where it differs from the rule's.
        where: what the entry that the text is of must hold (``{end: true}``: a role that is over).
    """

    regex: str
    flags: int = 0
    suggest: tuple[str, ...] = ()
    rewrite: tuple[str, str] | None = None
    capital: bool = False
    advice: str = ""
    unless: str | None = None
    words: tuple[str, ...] = ()
    needs: str | None = None
    languages: tuple[str, ...] = ()
    confidence: str | None = None
    where: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def read(cls, data: str | Mapping[str, Any], flags: int) -> "Expression":
        """Make one of what a rule file holds: a regular expression alone, or keys.

        Raises:
            ValueError: a key is unknown, or the expression cannot be read.
        """
        keys: Mapping[str, Any] = {"match": data} if isinstance(data, str) else data
        unknown = sorted(keys.keys() - set(_KEYS))
        if unknown:
            raise ValueError(f"unknown key “{unknown[0]}”; known are {', '.join(sorted(_KEYS))}")
        if "match" not in keys:
            raise ValueError("an expression without “match”")
        if keys.get("case") == "any":
            flags |= int(re.IGNORECASE)
        rewrite = keys.get("rewrite")
        made = cls(
            keys["match"],
            flags,
            _several(keys.get("suggest")),
            (rewrite[0], rewrite[1]) if rewrite else None,
            bool(keys.get("capital")),
            keys.get("advice", ""),
            keys.get("unless"),
            _several(keys.get("word")),
            keys.get("needs"),
            tuple(keys.get("languages", ())),
            keys.get("confidence"),
            keys.get("where", {}),
        )
        if not made.words:
            made.compile()
        return made

    def compile(self) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        """What is looked for, and what must not be there, as Python's regular expressions.

        Raises:
            ValueError: one of them is none.
        """
        unless = _compile(self.unless, self.flags) if self.unless else None
        return _compile(self.regex, self.flags), unless

    def find(self, text: str) -> Iterator["Found"]:
        """Yield every place in a text."""
        lower = text.lower() if self.words else ""
        if self.words and not any(word in lower for word in self.words):
            return
        yield from self.find_here(text)

    def find_here(self, text: str) -> Iterator["Found"]:
        """Yield every place in a text that holds one of its words."""
        regex, unless = self.compile()
        for match in regex.finditer(text):
            group = _HERE if _HERE in regex.groupindex and match[_HERE] is not None else 0
            start, end = match.span(group)
            if unless and unless.search(line_around(text, start)):
                continue
            marked = text[start:end]
            written = tuple(w for w in self._written(match, marked) if w != marked)
            yield Found(start, end, written, match)

    def _written(self, match: re.Match[str], marked: str) -> Iterator[str]:
        for template in self.suggest:
            written = match.expand(template)
            if self.flags & re.IGNORECASE:
                written = cased_like(marked, written)
            yield written[:1].upper() + written[1:] if self.capital else written
        if self.rewrite:
            regex, by = self.rewrite
            yield _compile(regex, self.flags).sub(by, marked)


@dataclass(frozen=True, slots=True)
class Found:
    """One place that an expression found."""

    start: int
    end: int
    suggestions: tuple[str, ...]
    match: re.Match[str]


def read_all(items: Sequence[str | Mapping[str, Any]], case: str) -> tuple[Expression, ...]:
    """Read the expressions of a rule file; ``case`` is ``exact`` or ``any``.

    Raises:
        ValueError: one of them makes no sense.
    """
    flags = int(re.IGNORECASE) if case == "any" else 0
    return tuple(Expression.read(item, flags) for item in items)


def find_all(rule: Rule, expressions: Sequence[Expression], context: Context) -> Iterator[Match]:
    """Yield a match for every place in the rule's fields that an expression finds."""
    carries = context.document.carries
    told = [e for e in expressions if e.needs is None or carries.why_not(e.needs) is None]
    # Of a rule's many expressions hardly one has its word in a text: each word is sought once.
    words = {word for expression in told for word in expression.words}
    for text_field in context.fields(rule):
        lower = text_field.text.lower()
        missing = {word for word in words if word not in lower}
        for expression in told:
            if expression.words and missing.issuperset(expression.words):
                continue
            if expression.languages and not context.speaks(
                text_field.pointer, expression.languages
            ):
                continue
            if expression.where and not _is_of(text_field, expression.where, context):
                continue
            sure = Confidence(expression.confidence) if expression.confidence else rule.confidence
            for found in expression.find_here(text_field.text):
                advice = expression.advice or what_to_write(found.suggestions)
                values = {**found.match.groupdict(), "advice": advice, "confidence": sure}
                yield Match(
                    text_field.pointer, found.start, found.end, values, found.suggestions, sure
                )


def _is_of(text_field: Field, where: Mapping[str, object], context: Context) -> bool:
    """Whether the entry that a field belongs to holds what is asked for."""
    return matches(value_at(context.profile, text_field.pointer.rpartition("/")[0]), where)


def what_to_write(suggestions: Sequence[str]) -> str:
    """The advice that literal replacements amount to.

    >>> what_to_write(["led"]), what_to_write([""]), what_to_write([])
    ('write “led”', 'leave it out', 'check it')
    """
    if not suggestions:
        return "check it"
    return f"write “{suggestions[0]}”" if suggestions[0] else "leave it out"


def line_around(text: str, offset: int) -> str:
    """The line of a text that an offset lies in, or as much of a long one as is near."""
    first, last = max(0, offset - _NEAR), offset + _NEAR
    start = text.rfind("\n", first, offset) + 1 or first
    end = text.find("\n", offset, last)
    return text[start:last] if end < 0 else text[start:end]


def _several(value: str | Sequence[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _compile(regex: str, flags: int) -> re.Pattern[str]:
    return compile_pattern(regex, flags | re.MULTILINE)
