"""``role-claim``: a headline names a role at an employer that no current entry knows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from profilelint.finding import Confidence
from profilelint.kinds.context import Context, Match
from profilelint.kinds.employers import akin, words
from profilelint.kinds.patterns import compile_pattern
from profilelint.kinds.periods import latest, month_of
from profilelint.profile import Position
from profilelint.rule import Rule

_PART = re.compile(r"(?:(?!\s[-–—|•·/]\s|[|•·;\n]|\s//\s).)+")
_END = re.compile(r"\s*(?:[,(]|\.\s|\s(?:and|und|et|y|e|i|en|och)\s)")

_MOST = 100
"""Roles that are looked at; no career has so many."""
_LONGEST = 440
"""Characters that are looked at: twice what LinkedIn takes for a headline."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a headline says where somebody works.

    Attributes:
        at: an expression for what stands between role and employer, in any language: an employer
            that the profile knows follows it.
        at_unknown: the same for an employer that the profile does not know. Fewer are safe.
        titles: an expression for the role, where the employer is not known.
        honest: an expression for what makes it no claim about today (former, incoming).
        aside: an expression for a role that is no job, where the employer is not known (speaker).
    """

    at: str
    at_unknown: str
    titles: str
    honest: str
    aside: str = r"(?!)"
    read: dict[str, re.Pattern[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for name, expression, flags in (
            ("at", rf"(?:^|(?<=\s)|(?<=,))(?:{self.at})\s*(?=\S)", re.IGNORECASE),
            ("at_unknown", rf"\s(?:{self.at_unknown})\s*(?=[A-Z0-9])", 0),
            ("titles", rf"\b(?:{self.titles})\b", re.IGNORECASE),
            ("honest", rf"(?<!\w)(?:{self.honest})(?!\w)", re.IGNORECASE),
            ("aside", rf"\b(?:{self.aside})\b", re.IGNORECASE),
        ):
            self.read[name] = compile_pattern(expression, flags)


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag each part of the text that names an employer of the past, or one never heard of."""
    current = [role for role in context.profile.positions if not _is_over(role, context)]
    over = [role for role in context.profile.positions if _is_over(role, context)][:_MOST]
    current = current[:_MOST]
    for text_field in context.fields(rule):
        for part in _PART.finditer(text_field.text[:_LONGEST]):
            if options.read["honest"].search(part[0]):
                continue
            found = _past(part[0], over, current, options, context)
            sure = None
            if found is None:
                found = _unknown(part[0], current, options, context)
                sure = Confidence.MEDIUM
            if found:
                start, end, told = found
                values = {"told": told}
                yield Match(
                    text_field.pointer,
                    part.start() + start,
                    part.start() + end,
                    values,
                    confidence=sure,
                )


def _is_over(role: Position, context: Context) -> bool:
    # One without an end may go on, whether or not its source says so.
    return (
        role.end is not None and not role.current and latest(role.end) < month_of(context.now) - 1
    )


def _past(
    part: str,
    over: list[Position],
    current: list[Position],
    options: Options,
    context: Context,
) -> tuple[int, int, str] | None:
    for at in options.read["at"].finditer(part):
        named = words(part[at.end() :])
        for role in over:
            firm = words(role.company or "")
            if not firm or named[: len(firm)] != firm or not part[at.end()].isupper():
                continue
            company = role.company or ""
            if _known_today(company, current, context):
                continue
            end = _end_of(part, at.end(), len(firm))
            return at.end(), end, f"your role at {company} ended in {role.end}"
    return None


def _end_of(part: str, start: int, count: int) -> int:
    found = list(re.finditer(r"[\w’'&.]+", part[start:]))
    return start + found[min(count, len(found)) - 1].end() if found else len(part)


def _unknown(
    part: str, current: list[Position], options: Options, context: Context
) -> tuple[int, int, str] | None:
    """An employer and a role of which no current entry knows either."""
    if not any(role.company and role.title for role in current):
        return None
    places = list(options.read["at_unknown"].finditer(part))
    if len(places) != 1:
        return None
    at = places[0]
    title, rest = part[: at.start()].strip(), part[at.end() :]
    stop = _END.search(rest)
    company = (rest[: stop.start()] if stop else rest).strip(" .,")
    a_job = options.read["titles"].search(title) and not options.read["aside"].search(title)
    if not company or not a_job:
        return None
    if _known_today(company, current, context) or _elsewhere(company, context):
        return None
    told = {word for role in current for word in words(role.title or "") if len(word) > 2}
    if told & set(words(title)) or any(akin(title, role.title or "") for role in current):
        return None
    return at.end(), at.end() + len(company), "no current position says so"


def _known_today(company: str, current: list[Position], context: Context) -> bool:
    """Whether something that goes on today names the employer."""
    profile = context.profile
    told = [role.company for role in current] + [role.title for role in current]
    told += [v.company for v in profile.volunteering if v.current or not v.end]
    told += [o.name for o in profile.organizations if not o.end]
    told += [p.name for p in profile.projects if not p.end]
    told += [
        e.school
        for e in profile.education
        if e.end is None or latest(e.end) >= month_of(context.now)
    ]
    if any(akin(company, name) for name in told if name):
        return True
    low = company.casefold()
    return any(low in (role.description or "").casefold() for role in current)


def _elsewhere(company: str, context: Context) -> bool:
    """Whether it is something else than an employer, or one of which the profile tells more."""
    profile = context.profile
    names = [skill.name for skill in profile.skills] + [e.school or "" for e in profile.education]
    names += [position.company or "" for position in profile.positions]
    names += [other.company or "" for other in profile.volunteering]
    names += [organization.name for organization in profile.organizations]
    names += [project.name for project in profile.projects]
    return any(akin(company, name) for name in names if name) or (
        company.casefold() in (profile.about or "").casefold()
    )
