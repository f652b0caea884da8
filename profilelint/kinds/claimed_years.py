"""``claimed-years``: a text claims more years than the dates of the roles can hold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from profilelint.kinds.context import Context, Match
from profilelint.kinds.employers import words
from profilelint.kinds.expression import line_around
from profilelint.kinds.patterns import compile_pattern
from profilelint.kinds.periods import Dated, earliest, is_current, latest, month_of
from profilelint.profile import PartialDate, Position
from profilelint.rule import Rule

_SENTENCE = re.compile(r"[.!?;:]\s|\n")
_AT = re.compile(r"\s*(?:of\s+(?:\w+\s+)?experience\s+)?(?:at|with|bei|chez)\s+(?=[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Options:
    """How years are claimed.

    Attributes:
        claims: expressions with the group ``years``: digits, or one of the words. Each may be
            a mapping of ``match`` and ``languages``.
        words: how many years a word is (``decade: 10``).
        unless: what in the same sentence makes it no claim about oneself alone, or none at all.
        slack: years that a claim may be over: people round up, and work while they study.
        regexes: the claims, read, each with its languages.
        not_meant: ``unless``, read.
    """

    claims: Sequence[str | Mapping[str, Any]]
    unless: str
    words: Mapping[str, int] = field(default_factory=dict)
    slack: float = 1
    regexes: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = field(init=False, default=())
    not_meant: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        read = [
            (compile_pattern(c["match"], re.IGNORECASE), tuple(c.get("languages", ())))
            for c in ({"match": c} if isinstance(c, str) else c for c in self.claims)
        ]
        object.__setattr__(self, "not_meant", compile_pattern(self.unless, re.IGNORECASE))
        if not all("years" in regex.groupindex for regex, _ in read):
            raise ValueError("a claim without the group “years”")
        object.__setattr__(self, "regexes", tuple(read))


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag a claim that is too high; one that is lower than the dates is modest."""
    roles = context.profile.positions
    if not roles or any(role.start is None for role in roles):
        return  # the missing date may be the one that would bear it out
    told_of: set[object] = set()  # the same claim in headline and About is one
    for text_field in context.fields(rule):
        taken = -1
        found = [
            (match, languages)
            for regex, languages in options.regexes
            for match in regex.finditer(text_field.text)
        ]
        for match, languages in sorted(found, key=lambda pair: pair[0].start()):
            if match.start() < taken or (
                languages and not context.speaks(text_field.pointer, languages)
            ):
                continue
            taken = match.end()
            if options.not_meant.search(_sentence(text_field.text, match.start())):
                continue
            told = _too_high(match, text_field.text, options, context)
            if told and told["years"] not in told_of:
                told_of.add(told["years"])
                yield Match(text_field.pointer, match.start(), match.end(), told)


def _sentence(text: str, offset: int) -> str:
    line = line_around(text, offset)
    at = offset - text.find(line, max(0, offset - len(line)))
    starts = [stop.end() for stop in _SENTENCE.finditer(line, 0, at)]
    stop = _SENTENCE.search(line, at)
    return line[starts[-1] if starts else 0 : stop.start() if stop else len(line)]


def _too_high(
    match: re.Match[str], text: str, options: Options, context: Context
) -> dict[str, object] | None:
    said = match["years"].casefold()
    claimed = int(said) if said.isdecimal() else options.words.get(" ".join(said.split()))
    if not claimed:
        return None
    roles = context.profile.positions
    at = _AT.match(text, match.end())
    named = words(text[at.end() : at.end() + 100]) if at else ()
    there = [r for r in roles if (firm := words(r.company or "")) and named[: len(firm)] == firm]
    # The day of a file that people write by hand may be older than its last role.
    today = max(month_of(context.now), *(earliest(role.start) for role in roles if role.start))
    if there:
        first = min(earliest(role.start) for role in there if role.start)
        last = max(_last(role, today) for role in there)
        told, room = f"your roles there span {{}} ({_from(there)})", True
    elif at:
        return None  # years with somebody who is not in the list
    else:
        first = min(earliest(role.start) for role in roles if role.start)
        last = today
        told = f"the oldest role in the profile begins in {_from(roles)}, {{}} ago"
        room = _room_before(first, claimed, options.slack, context)
    span = (last - first + 1) / 12
    if claimed <= span + options.slack:
        return None
    years = int(span)
    span_told = f"{years} year{'s' if years != 1 else ''}" if years else "less than a year"
    return {"told": told.format(span_told), "years": claimed, "room": "yes" if room else "no"}


def _last(role: Position, today: int) -> int:
    return latest(role.end) if role.end and not is_current(role) else today


def _from(roles: Sequence[Position]) -> PartialDate | None:
    return min((role.start for role in roles if role.start), key=earliest, default=None)


def _room_before(first: int, claimed: int, slack: float, context: Context) -> bool:
    """Whether earlier roles may have been left out: nothing else dates the beginning."""
    profile = context.profile
    others: list[Dated] = [*profile.education, *profile.volunteering, *profile.projects]
    begun = [earliest(day) for entry in others if (day := entry.start or entry.end)]
    since = min([first, *begun])
    return (month_of(context.now) - since + 1) / 12 + slack >= claimed
