"""Pages to hand on: a table of all, and one page a person, as Markdown that GitHub shows well.

Nothing of a profile is markup here: its text stands in fenced blocks and code spans, or is escaped.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from profilelint.fields import text_at
from profilelint.finding import Finding, Report, State
from profilelint.outcome import Outcome
from profilelint.profile import Profile
from profilelint.reporters import Style
from profilelint.reporters.cohort import costliest, files, most_shared, name_of, totals, worst_first
from profilelint.reporters.digest import (
    AUDIENCES,
    MARKS,
    VERDICTS,
    at_most,
    next_step,
    not_checked,
    sent,
    steps,
    unread,
    verdict_words,
)
from profilelint.reporters.excerpt import excerpt
from profilelint.reporters.private import Mask
from profilelint.reporters.sections import sections
from profilelint.reporters.visible import visible
from profilelint.reporters.words import address, counts, day, number, place, remedy
from profilelint.rule import CATEGORIES, Rule
from profilelint.scoring import way_to_ready

INDEX = "index.md"
"""The table of all, in a folder of pages."""

_ROOM = 88
_MOST_LISTED = 20
_LONGEST_NAME = 60

_MARKUP = re.compile(r"[\\`*_\[\]<>#|&~$!@{}]")
# What GitHub makes links of by itself, and what would begin a list within a list.
_LINK = re.compile(r"(?<=:)(?=//)|(?<=\bwww)(?=\.)", re.IGNORECASE)
_ADDRESS = re.compile(r"([\w.+-]+@[\w.-]+)")
_OPENING = re.compile(r"^(\s*\d*)([-+=.)])")
_NO_FILE = {"", "index", "con", "prn", "aux", "nul"}


def render(outcomes: Sequence[Outcome], rules: Mapping[str, Rule], style: Style) -> str:  # noqa: ARG001
    """Return one document: the table, where there are several, and all pages."""
    if len(outcomes) == 1:
        return _document(_page(outcomes[0], rules))
    ordered = worst_first(outcomes)
    links = [f"#profile-{index}" for index in range(1, len(ordered) + 1)]
    lines = list(_table(ordered, links))
    for outcome, link in zip(ordered, links, strict=True):
        lines += ["---", f'<a id="{link[1:]}"></a>', *_page(outcome, rules)]
    return _document(lines)


def pages(outcomes: Sequence[Outcome], rules: Mapping[str, Rule], style: Style) -> dict[str, str]:  # noqa: ARG001
    """Return one document a person and ``index.md`` with the table, by the names of their files."""
    ordered = worst_first(outcomes)
    names = list(_names(ordered))
    found = {INDEX: _document(_table(ordered, names))}
    for outcome, name in zip(ordered, names, strict=True):
        found[name] = _document(_page(outcome, rules))
    return found


def escaped(text: str) -> str:
    r"""A text of anybody's, so that Markdown shows it as it is.

    >>> print(escaped("*Ada* <b> [a](b) www.a.example"))
    \*Ada\* \<b\> \[a\](b) www\.a.example
    """
    # GitHub links an e-mail address even where it is escaped, but not in a code span.
    plain, *others = _ADDRESS.split(visible(text))
    parts = [_OPENING.sub(r"\1\\\2", _marked_up(plain))]
    for index, part in enumerate(others):
        parts.append(_marked_up(part) if index % 2 else code(part))
    return "".join(parts)


def _marked_up(text: str) -> str:
    return _LINK.sub(r"\\", _MARKUP.sub(r"\\\g<0>", text))


def code(text: str) -> str:
    """A text in a code span, which is longer a fence than any within it.

    >>> code("a`b"), code("")
    ('`` a`b ``', '')
    """
    shown = visible(text)
    if not shown.strip():
        return escaped(shown)
    fence = _fence(shown, 1)
    pad = " " if len(fence) > 1 or shown != shown.strip() else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _fence(text: str, least: int) -> str:
    longest = max(map(len, re.findall("`+", text)), default=0)
    return "`" * max(longest + 1, least)


def _document(blocks: "Iterator[str] | Sequence[str]") -> str:
    return "\n\n".join(blocks) + "\n"


# The table of all.


def _table(outcomes: Sequence[Outcome], links: Sequence[str]) -> Iterator[str]:
    yield "# Profiles"
    yield f"{totals(outcomes)}." if outcomes else "No profile was given."
    shared = most_shared(outcomes)
    if shared:
        told = ", ".join(f"{rule} ({people})" for rule, people in shared)
        yield f"What most have to mend, with how many they are: {told}."
    if outcomes:
        rows = ["| | Score | Profile | Found | Costs most | File |", "|---|--:|---|---|---|---|"]
        named = zip(outcomes, files(outcomes), links, strict=True)
        rows += [_row(outcome, file, link) for outcome, file, link in named]
        yield "\n".join(rows)


def _row(outcome: Outcome, file: str, link: str) -> str:
    path = code(file).replace("|", "\\|")
    report = outcome.report
    if report is None:
        return f"| ✗ Not read | | [{_title(outcome)}]({link}) | | | {path} |"
    mark, _, words = VERDICTS[report.verdict]
    score = "" if report.score.overall is None else report.score.overall
    costs = ", ".join(map(str, costliest(report)))
    found = counts(report.active)
    return (
        f"| {mark} {words} | {score} | [{_title(outcome)}]({link}) | {found} | {costs} | {path} |"
    )


def _title(outcome: Outcome) -> str:
    return escaped(name_of(outcome) or _base(outcome.path))


def _base(path: str) -> str:
    # A page is handed on; in which folder the file lay is nobody's business.
    return path.replace("\\", "/").rpartition("/")[2] or path


def _names(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A file name for each, made of the owner's name, else of the file's; no two alike."""
    taken = set(_NO_FILE)
    for outcome in outcomes:
        base = _slug(name_of(outcome)) or _slug(PurePath(outcome.path).stem) or "profile"
        name = base
        again = 2
        while name in taken:
            name = f"{base}-{again}"
            again += 1
        taken.add(name)
        yield f"{name}.md"


def _slug(text: str) -> str:
    # Letters and digits of any script: such a name is no path, and no link breaks at it.
    plain = unicodedata.normalize("NFC", text.casefold())
    return re.sub(r"[\W_]+", "-", plain.encode("utf-8", "ignore").decode())[:_LONGEST_NAME].strip(
        "-"
    )


# One page.


def _page(outcome: Outcome, rules: Mapping[str, Rule]) -> Iterator[str]:
    yield f"# {_title(outcome)}"
    report = outcome.report
    if report is None:
        yield f"**✗ Not read:** {escaped(str(outcome.error))}"
        return
    profile = outcome.document.profile if outcome.document else Profile()
    mask = Mask(report.findings)
    findings = [mask.finding(finding) for finding in report.findings]
    active = [finding for finding in findings if finding.active]
    yield from _head(report)
    yield from _way(report, profile, active)
    yield from _findings(profile, active, mask, rules)
    yield from _sent(profile, [f for f in findings if f.state is State.HISTORY], mask)
    yield from _score(report)
    yield from _unsure(report, mask, rules)


def _head(report: Report) -> Iterator[str]:
    mark, words = verdict_words(report)
    overall = "" if report.score.overall is None else f" · score {report.score.overall} of 100"
    yield f"**{mark} {words}**{overall}"
    audience = AUDIENCES.get(report.audience, report.audience)
    source = f"{code(_base(report.source.path))} ({report.source.format})"
    yield f"{source}, read for {audience}, as of {day(report.now)}"


def _way(report: Report, profile: Profile, active: Sequence[Finding]) -> Iterator[str]:
    way = () if report.ready else way_to_ready(active, report.score)
    yield "## Next" if not way else "## The way to ready"
    yield from (escaped(sentence) for sentence in next_step(report, active, way))
    groups: dict[str, list[Finding]] = {}
    for finding in way:
        groups.setdefault(finding.rule, []).append(finding)
    rows = []
    for index, (rule, found) in enumerate(groups.items(), start=1):
        times = f" ×{len(found)}" if len(found) > 1 else ""
        points = sum(finding.points for finding in found)
        gain = f" (+{number(points)})" if points else ""
        rows.append(f"{index}. **{rule}**{times}: {escaped(steps(profile, found))}{gain}")
    if rows:
        yield "\n".join(rows)


def _findings(
    profile: Profile, active: Sequence[Finding], mask: Mask, rules: Mapping[str, Rule]
) -> Iterator[str]:
    if not active:
        return
    yield "## What to mend"
    explained: set[str] = set()
    shown, more = at_most(active)
    for section in sections(profile, shown):
        yield f"### {escaped(mask.text(section.heading))}"
        for finding in section.findings:
            yield from _finding(profile, finding, mask)
            rule = rules.get(finding.rule)
            if rule and finding.rule not in explained:
                explained.add(finding.rule)
                yield f"  Why: {escaped(rule.why)}"
    if more:
        yield "### And more of the same"
        yield "\n".join(
            f"- {len(rest)} more × {rule}: "
            + ", ".join(code(text) for text in dict.fromkeys(f.text or "" for f in rest) if text)
            for rule, rest in more.items()
        )


def _finding(profile: Profile, finding: Finding, mask: Mask) -> Iterator[str]:
    where = address(finding.location)
    about = f"{finding.rule}{', ' if where else ''}{escaped(where)}"
    mark = f"{MARKS[finding.severity]} {finding.severity.value}"
    yield f"- **{mark}:** {escaped(finding.message)} ({about})"
    text = text_at(profile, finding.pointer)
    quoted = finding.text if text is None else mask.field(finding.pointer, text)
    if quoted and finding.start is not None and finding.end is not None:
        start, end = (finding.start, finding.end) if text else (0, len(quoted))
        yield _quote(quoted, start, end, finding.suggestions)
    advice = remedy(finding)
    if advice and (" or " in advice or not quoted):
        yield f"  {escaped(advice)}"


def _quote(text: str, start: int, end: int, suggestions: Sequence[str]) -> str:
    quote = excerpt(text, start, end, _ROOM)
    line = f"{quote.before}{quote.marked}{quote.after}"
    if suggestions and not quote.whole:
        new = f"{quote.before}{visible(suggestions[0])}{quote.after}"
        kind, lines = "diff", [f"- {line}", f"+ {new}"]
    else:
        carets = " " * len(quote.before) + "^" * max(len(quote.marked), 1)
        kind, lines = "text", [f"    {line}", f"    {carets}"]
    fence = _fence("".join(lines), 3)
    return "\n".join(f"  {line}".rstrip() for line in (f"{fence}{kind}", *lines, fence))


def _sent(profile: Profile, findings: Sequence[Finding], mask: Mask) -> Iterator[str]:
    if not findings:
        return
    yield "## Already sent: for next time, it does not count"
    rows = []
    for item in sent(profile, findings):
        to = f" ({escaped(mask.text(item.to))})" if item.to else ""
        rows.append(f"- **{item.rule}** ×{item.times}: {escaped(item.message)}{to}")
    yield "\n".join(rows)


def _score(report: Report) -> Iterator[str]:
    if not report.score.categories:
        return
    yield "## Score"
    if report.score.partial:
        yield "Of the rules that were chosen."
    rows = ["| Category | Points | Of |", "|---|--:|--:|"]
    categories = report.score.categories
    for name in sorted(categories, key=lambda name: (name not in CATEGORIES, _rank(name))):
        part = categories[name]
        rows.append(f"| {name.capitalize()} | {number(part.points)} | {number(part.available)} |")
    yield "\n".join(rows)


def _rank(category: str) -> tuple[int, str]:
    return (CATEGORIES.index(category) if category in CATEGORIES else 0), category


def _unsure(report: Report, mask: Mask, rules: Mapping[str, Rule]) -> Iterator[str]:
    """What nobody looked at: rules that did not run, text without a place."""
    states = [finding.state for finding in report.findings]
    aside = {State.SUPPRESSED: "that were allowed", State.BASELINE: "known from an earlier check"}
    told = [f"{states.count(s)} {words}" for s, words in aside.items() if states.count(s)]
    if told:
        yield f"Not shown: {' and '.join(told)}."
    if report.unplaced:
        yield "## Text we could not place"
        rows = []
        for item in report.unplaced[:_MOST_LISTED]:
            where = place(item.location) if item.location else ""
            text = visible(mask.text(item.text)).strip()
            text = text if len(text) <= _ROOM else f"{text[:_ROOM]}…"
            about = f"{where}{', ' if where else ''}{item.reason}"
            rows.append(f"- {code(text)} ({escaped(about)})")
        if len(report.unplaced) > _MOST_LISTED:
            rows.append(f"- and {len(report.unplaced) - _MOST_LISTED} more")
        yield "\n".join(rows)
    missed = not_checked(report, rules)
    reasons = unread(report)
    if missed or reasons:
        yield "## Not checked"
        rows = [f"- {escaped(why[:1].upper() + why[1:])}." for why in reasons]
        rows += [f"- {', '.join(names)}: {escaped(reason)}" for reason, names in missed]
        yield "\n".join(rows)
