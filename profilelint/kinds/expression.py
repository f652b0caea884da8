"""A regular expression with what to write instead: the piece that several kinds share."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from profilelint.finding import Confidence
from profilelint.kinds.context import Context, Match
from profilelint.rule import Rule

_HERE = "here"


@dataclass(frozen=True, slots=True)
class Expression:
    r"""What to look for, and what to write instead.

    Attributes:
        regex: what to look for. A group named ``here`` is what is marked; else all of it is.
        suggest: replacements of what is marked, with ``\1`` and ``\g<name>`` for groups.
        advice: words for the message's ``{advice}``.
        unless: what must not be found in the line for this to be a mistake.
        languages: languages it holds for; empty for those of the rule.
        confidence: how sure, where it differs from the rule's.
    """

    regex: re.Pattern[str]
    suggest: tuple[str, ...] = ()
    advice: str = ""
    unless: re.Pattern[str] | None = None
    languages: tuple[str, ...] = ()
    confidence: str | None = None

    @classmethod
    def read(cls, data: str | Mapping[str, Any], flags: re.RegexFlag) -> "Expression":
        """Make one of what a rule file holds: a regular expression alone, or keys.

        Raises:
            ValueError: a key is unknown, or the expression cannot be read.
        """
        keys: Mapping[str, Any] = {"match": data} if isinstance(data, str) else data
        known = {"match", "suggest", "advice", "unless", "languages", "confidence", "case"}
        unknown = sorted(keys.keys() - known)
        if unknown:
            raise ValueError(f"unknown key “{unknown[0]}”; known are {', '.join(sorted(known))}")
        if keys.get("case") == "any":
            flags |= re.IGNORECASE
        suggest = keys.get("suggest", ())
        unless = keys.get("unless")
        return cls(
            _compile(keys["match"], flags),
            (suggest,) if isinstance(suggest, str) else tuple(suggest),
            keys.get("advice", ""),
            _compile(unless, flags) if unless else None,
            tuple(keys.get("languages", ())),
            keys.get("confidence"),
        )

    def find(self, text: str) -> Iterator["Found"]:
        """Yield every place in a text."""
        for match in self.regex.finditer(text):
            group = _HERE if _HERE in self.regex.groupindex and match[_HERE] is not None else 0
            start, end = match.span(group)
            if self.unless and self.unless.search(line_around(text, start)):
                continue
            marked = text[start:end]
            written = tuple(match.expand(template) for template in self.suggest)
            yield Found(start, end, tuple(w for w in written if w != marked), match)


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
    flags = re.IGNORECASE if case == "any" else re.NOFLAG
    return tuple(Expression.read(item, flags) for item in items)


def find_all(rule: Rule, expressions: Sequence[Expression], context: Context) -> Iterator[Match]:
    """Yield a match for every place in the rule's fields that an expression finds."""
    for field in context.fields(rule):
        for expression in expressions:
            if expression.languages and not context.speaks(field.pointer, expression.languages):
                continue
            sure = Confidence(expression.confidence) if expression.confidence else rule.confidence
            values = {"advice": expression.advice, "confidence": sure}
            for found in expression.find(field.text):
                groups = found.match.groupdict()
                yield Match(
                    field.pointer,
                    found.start,
                    found.end,
                    {**groups, **values},
                    found.suggestions,
                    sure,
                )


def line_around(text: str, offset: int) -> str:
    """The line of a text that an offset lies in."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return text[start:] if end < 0 else text[start:end]


def _compile(regex: str, flags: re.RegexFlag) -> re.Pattern[str]:
    try:
        return re.compile(regex, flags | re.MULTILINE)
    except re.error as error:
        raise ValueError(f"“{regex}” is no regular expression ({error})") from error
