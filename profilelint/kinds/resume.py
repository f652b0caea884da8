"""``resume``: the profile and the member's own resume say different things of the same role."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from profilelint.fields import entry_name
from profilelint.kinds.context import Context, Match
from profilelint.kinds.employers import akin, initials, words
from profilelint.kinds.patterns import compile_pattern
from profilelint.kinds.periods import earliest, latest, month_of
from profilelint.loaders.own_resume import OwnResume, slug_of
from profilelint.profile import PartialDate, Position
from profilelint.rule import Rule

_SHORT = {"sr": "senior", "jr": "junior", "mgr": "manager", "eng": "engineer", "dir": "director"}
_LONG = {"vice": "vp", "president": "vp", "swe": "engineer", "dev": "developer"}
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d,])")


OF_WHOLE = True
"""A finding is of the field, whatever stands in it: edits in it do not mend it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What has to be the same.

    Attributes:
        years: roles that ended longer ago may be left out or be shortened.
        months: dates may differ by so many months.
        beside: an expression for roles that a resume may leave out (volunteer, freelance).
        regex: the same, read.
    """

    years: int
    months: int
    beside: str
    regex: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", compile_pattern(self.beside, re.IGNORECASE))


def why_not(context: Context) -> str | None:
    """Why there is nothing to compare, or None where there is."""
    return None if context.resume else "no --resume was given"


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:  # noqa: ARG001
    """Flag the address that the resume lacks, and what differs in roles of the last years."""
    resume = context.resume
    if resume is None:
        return
    yield from _address(resume, context)
    roles = [
        (index, role)
        for index, role in enumerate(context.profile.positions)
        if role.company and role.title and not _is_old(role, options, context)
    ]
    if resume.profile is not None and resume.profile.positions:
        yield from _compared(roles, resume.profile.positions, options, context)
    elif resume.text:
        yield from _sought(roles, resume.text, options, context)


def _address(resume: OwnResume, context: Context) -> Iterator[Match]:
    url, told = context.profile.public_url, resume.addresses
    if not told:
        said = "The resume does not name the address of this profile"
        advice = f"add {_short(url)} to it" if url else "add it to the resume"
    elif url and slug_of(url) not in told:
        said = f"The resume leads to linkedin.com/in/{told[0]}, and this profile is elsewhere"
        advice = f"write {_short(url)} in the resume"
    else:
        return
    values = {"told": said, "advice": advice}
    yield Match("/public_url", 0 if url else None, len(url) if url else None, values)


def _short(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")


def _is_old(role: Position, options: Options, context: Context) -> bool:
    since = month_of(context.now) - 12 * options.years
    return role.end is not None and latest(role.end) < since


def _compared(
    roles: Sequence[tuple[int, Position]],
    others: Sequence[Position],
    options: Options,
    context: Context,
) -> Iterator[Match]:
    """Compare two lists of roles, employer by employer."""
    every = context.profile.positions
    for index, role in roles:
        there = [o for o in others if akin(o.company or "", role.company or "")]
        here = [r for r in every if akin(r.company or "", role.company or "")]
        if not there:
            if _is_now(role, context) and not _beside(role, options):
                yield _missing(index, role)
            continue
        if len(there) != len(here):
            continue  # one side groups what the other tells apart
        other = there[0] if len(there) == 1 else _twin(role, there)
        if other is None:
            continue
        yield from _dates(index, role, other, options)
        if not _same_title(role.title or "", other.title or ""):
            told = f"This role is “{role.title}” here and “{other.title}” in the resume"
            yield _at_title(index, role, told, "use one title in both")
    for other in others:
        if not (other.company and other.title) or not _is_now(other, context):
            continue
        known = any(akin(other.company, role.company or "") for role in every)
        if other.start and not known and not _beside(other, options):
            told = f"“{entry_name(other)}” is a current role in the resume, and not here"
            yield Match("/positions", values={"told": told, "advice": "add it to the profile"})


def _is_now(role: Position, context: Context) -> bool:
    return (
        role.current
        or (role.end is None and role.start is not None)
        or (role.end is not None and latest(role.end) >= month_of(context.now))
    )


def _beside(role: Position, options: Options) -> bool:
    said = " | ".join(filter(None, (role.title, role.company, role.employment_type)))
    return options.regex.search(said) is not None


def _missing(index: int, role: Position) -> Match:
    told = f"The resume does not name your current role at {role.company}"
    return _at_title(index, role, told, "add it there, or close it here")


def _at_title(index: int, role: Position, told: str, advice: str) -> Match:
    values = {"told": told, "advice": advice}
    return Match(f"/positions/{index}/title", 0, len(role.title or ""), values)


def _twin(role: Position, others: Sequence[Position]) -> Position | None:
    """The only one of several roles at an employer that has the same title."""
    same = [o for o in others if _telling(o.title or "") == _telling(role.title or "")]
    return same[0] if len(same) == 1 else None


def _telling(title: str) -> frozenset[str]:
    """The words of a title, short forms written out.

    >>> sorted(_telling("Sr. Software Engineer (Payments)"))
    ['engineer', 'payments', 'senior', 'software']
    """
    found = (_SHORT.get(word, _LONG.get(word, word)) for word in words(title))
    return frozenset(word for word in found if len(word) > 1 and word not in {"of", "and", "the"})


def _same_title(one: str, other: str) -> bool:
    """Whether two titles share so much that a reader takes them for one."""
    a, b = _telling(one), _telling(other)
    if not a or not b or a & b or initials(one) == other.casefold():
        return True
    if initials(other) == one.casefold():
        return True
    from rapidfuzz import fuzz

    return fuzz.ratio(" ".join(sorted(a)), " ".join(sorted(b))) >= 60


def _dates(index: int, role: Position, other: Position, options: Options) -> Iterator[Match]:
    for name, here, there, verb in (
        ("start", role.start, other.start, "begins"),
        ("end", role.end, other.end, "ends"),
    ):
        if here is None or there is None or _agree(here, there, options.months):
            continue
        told = f"“{entry_name(role)}” {verb} in {here} here and in {there} in the resume"
        values = {"told": told, "advice": "correct the one that is wrong"}
        yield Match(f"/positions/{index}/{name}", values=values)


def _agree(one: PartialDate, other: PartialDate, months: int) -> bool:
    return earliest(one) <= latest(other) + months and earliest(other) <= latest(one) + months


def _sought(
    roles: Sequence[tuple[int, Position]], text: str, options: Options, context: Context
) -> Iterator[Match]:
    """Look for each role in a text of any layout: only what it surely lacks is told."""
    spoken = " ".join(words(text))
    told: set[int] = set()
    known = _telling(text)
    years = {int(year) for year in _YEAR.findall(text)}
    short_years = {int(year) for year in re.findall(r"(?<=[/.’'-])\d\d(?!\d)", text)}
    for index, role in roles:
        company = role.company or ""
        if not _names(company, spoken, known):
            if _is_now(role, context) and not _beside(role, options):
                yield _missing(index, role)
            continue
        title = _telling(role.title or "")
        if _is_now(role, context) and title and not title & known:
            wrong = f"The resume names {company}, and nowhere your title “{role.title}”"
            yield _at_title(index, role, wrong, "use one title in both")
        for name, day in (("start", role.start), ("end", role.end)):
            if day is None or len(years) < 2 or day.year in told:
                continue
            near = _years_near(day, options.months)
            if near & years or {year % 100 for year in near} & short_years:
                continue
            told.add(day.year)
            wrong = f"“{entry_name(role)}” has {day.year} here, a year that the resume never names"
            values = {"told": wrong, "advice": "correct the one that is wrong"}
            yield Match(f"/positions/{index}/{name}", values=values)


def _years_near(day: PartialDate, months: int) -> set[int]:
    if day.month is None:
        return {day.year}
    return {(earliest(day) + months) // 12, (earliest(day) - months) // 12}


def _names(company: str, spoken: str, known: frozenset[str]) -> bool:
    """Whether a text names an employer, be it in part or by its initials."""
    parts = words(company)
    if not parts or " ".join(parts) in spoken or "".join(parts) in spoken.replace(" ", ""):
        return True
    short = initials(company)
    if len(short) > 1 and short in known:
        return True
    telling = [word for word in parts if len(word) > 3]
    return not telling or telling[0] in known
