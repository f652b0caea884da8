"""The report for people: what to mend, why, and whether to connect yet.

Everything that comes from a profile goes through :func:`~profilelint.reporters.visible.visible`
and is put into rich's ``Text``, which knows no markup.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from profilelint.fields import text_at
from profilelint.finding import Finding, Report, Severity, State, Verdict
from profilelint.outcome import Outcome
from profilelint.profile import Profile
from profilelint.reporters import Style
from profilelint.reporters.excerpt import excerpt
from profilelint.reporters.ink import Ink, printed
from profilelint.reporters.private import Mask
from profilelint.reporters.sections import heading, sections
from profilelint.reporters.visible import visible
from profilelint.reporters.words import address, counts, day, number, place, remedy
from profilelint.rule import CATEGORIES, Rule
from profilelint.scoring import way_to_ready

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

MOST_OF_ONE_RULE = 10
"""How many findings of one rule are shown in full; the rest are summed up."""

_NARROW = 76
_GUTTER = 15
_MOST_LISTED = 8
_BAR = 24

_COLORS = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.SUGGESTION: "cyan",
}
_MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.SUGGESTION: "•"}
_VERDICTS = {
    Verdict.READY: ("✓", "Ready to connect", "green"),
    Verdict.FIX_FIRST: ("!", "Fix first", "yellow"),
    Verdict.NOT_READY: ("✗", "Not ready", "red"),
}
_AUDIENCES = {"recruiter": "a recruiter", "hiring-manager": "a hiring manager"}


def render(outcomes: Sequence[Outcome], rules: Mapping[str, Rule], style: Style) -> str:
    """Return the report as text, coloured with ANSI codes where the style says so."""
    return printed(style, lambda console: print_outcomes(console, outcomes, rules, style))


def print_outcomes(
    console: "Console", outcomes: Sequence[Outcome], rules: Mapping[str, Rule], style: Style
) -> None:
    """Print the report on a console of the caller's, such as one that records a picture."""
    page = _Page(console, rules, style)
    if not style.quiet:
        told = [outcome for outcome in outcomes if outcome.report or len(outcomes) == 1]
        for index, outcome in enumerate(told):
            if index:
                page.space()
            page.outcome(outcome)
    if len(outcomes) > 1 and not style.quiet:
        page.space()
    if len(outcomes) > 1 or style.quiet:
        page.summary(outcomes)


class _Page(Ink):
    def __init__(self, console: "Console", rules: Mapping[str, Rule], style: Style) -> None:
        super().__init__(console, style)
        self._rules = rules
        self._explained: set[str] = set()

    # One profile, from top to bottom.

    def outcome(self, outcome: Outcome) -> None:
        if outcome.report is None:
            self._failure(outcome)
            return
        report = outcome.report
        profile = outcome.document.profile if outcome.document else Profile()
        mask = Mask(report.findings)
        findings = [mask.finding(finding) for finding in report.findings]
        active = [finding for finding in findings if finding.active]
        self._head(report)
        self._findings(profile, active, mask)
        self._sent(profile, [f for f in findings if f.state is State.HISTORY])
        self._set_aside(findings)
        self._unplaced(report, mask)
        self._skipped(report)
        self._score(report)
        self._verdict(report, profile, active)

    def _failure(self, outcome: Outcome) -> None:
        self._line((self._cut(outcome.path), "bold"))
        self._paragraph(2, ("Not read: ", "bold red"), (str(outcome.error), ""))

    def _head(self, report: Report) -> None:
        source = report.source
        audience = _AUDIENCES.get(report.audience, report.audience)
        self._line((self._cut(source.name or source.path), "bold"))
        facts = [source.path] if source.name else []
        facts += [source.format, f"for {audience}", f"as of {day(report.now)}"]
        self._paragraph(0, (" · ".join(facts), "dim"))

    def _findings(self, profile: Profile, active: Sequence[Finding], mask: Mask) -> None:
        shown, more = _at_most(active)
        for section in sections(profile, shown):
            self._heading(section.heading)
            for finding in section.findings:
                self._finding(profile, finding, mask)
        if more:
            self._heading("And more of the same")
        for rule, rest in more.items():
            words = ", ".join(dict.fromkeys(finding.text or "" for finding in rest)).strip(", ")
            self._line((f"  {len(rest)} more × {rule}", ""), (f"  {words}", "dim"))

    def _finding(self, profile: Profile, finding: Finding, mask: Mask) -> None:
        color = _COLORS[finding.severity]
        self._message(finding, color)
        text = text_at(profile, finding.pointer)
        quoted = finding.text if text is None else mask.field(finding.pointer, text)
        if quoted and finding.start is not None and finding.end is not None:
            start, end = (finding.start, finding.end) if text else (0, len(quoted))
            self._quote(quoted, start, end, remedy(finding), color)
        elif finding.suggestions:
            self._paragraph(_GUTTER, (remedy(finding), "green"))
        rule = self._rules.get(finding.rule)
        if rule and finding.rule not in self._explained:
            self._explained.add(finding.rule)
            self._paragraph(_GUTTER, (f"Why: {rule.why}", "dim italic"))

    def _message(self, finding: Finding, color: str) -> None:
        from rich.table import Table

        where = address(finding.location)
        about = self._text((finding.rule, ""), (f" · {where}" if where else "", ""))
        about.stylize("dim")
        mark = self._text(
            (f"  {_MARKS[finding.severity]} ", f"bold {color}"), (finding.severity.value, color)
        )
        message = self._text((finding.message, ""))
        grid = Table.grid(expand=True)
        grid.add_column(width=_GUTTER)
        grid.add_column(ratio=1)
        if self._width < _NARROW:
            grid.add_row(mark, message)
            grid.add_row("", about)
        else:
            grid.add_column(no_wrap=True, justify="right")
            about.pad_left(2)
            grid.add_row(mark, message, about)
        self._print(grid)

    def _quote(self, text: str, start: int, end: int, advice: str, color: str) -> None:
        from rich.cells import cell_len

        room = max(self._width - _GUTTER - 2, 10)
        ellipsis = "…" if self._style.unicode else "..."
        quote = excerpt(text, start, end, room, measure=cell_len, ellipsis=ellipsis)
        before, marked, after = map(self._plain, (quote.before, quote.marked, quote.after))
        indent = " " * (_GUTTER + 2)
        self._line((indent + before, ""), (marked, f"bold {color}"), (after, ""))
        if quote.whole:
            if advice:
                self._paragraph(_GUTTER + 2, (advice, "bold green"))
            return
        space = cell_len(before)
        carets = "^" * max(cell_len(marked), 1)
        needed = cell_len(visible(advice)) + 1
        if len(indent) + space + len(carets) + needed <= self._width:
            self._line(
                (indent + " " * space + carets, f"bold {color}"), (f" {advice}", "bold green")
            )
        elif needed <= space:
            left = indent + " " * (space - needed)
            self._line((left, ""), (f"{advice} ", "bold green"), (carets, f"bold {color}"))
        else:
            self._line((indent + " " * space + carets, f"bold {color}"))
            self._paragraph(_GUTTER + 2, (advice, "bold green"))

    def _sent(self, profile: Profile, sent: Sequence[Finding]) -> None:
        if not sent:
            return
        self._heading("Already sent – for next time, it does not count")
        for finding in sent[:MOST_OF_ONE_RULE]:
            to = heading(profile, finding).partition(" – ")[2]
            self._paragraph(2, (f"{to}: " if to else "", "dim"), (finding.message, ""))
        if len(sent) > MOST_OF_ONE_RULE:
            self._line((f"  and {len(sent) - MOST_OF_ONE_RULE} more", "dim"))

    def _set_aside(self, findings: Sequence[Finding]) -> None:
        states = Counter(finding.state for finding in findings)
        parts = []
        if states[State.SUPPRESSED]:
            parts.append(f"{states[State.SUPPRESSED]} that you allowed")
        if states[State.BASELINE]:
            parts.append(f"{states[State.BASELINE]} known from an earlier check")
        if parts:
            self.space()
            self._paragraph(0, (f"Not shown: {' and '.join(parts)}.", "dim"))

    def _unplaced(self, report: Report, mask: Mask) -> None:
        if not report.unplaced:
            return
        self._heading("Text we could not place – please look it over yourself")
        for item in report.unplaced[:_MOST_LISTED]:
            where = place(item.location) if item.location else ""
            self._line(
                (f"  “{self._cut(mask.text(item.text), self._width // 2)}”", ""),
                (f"  {where}{', ' if where else ''}{item.reason}", "dim"),
            )
        self._more(len(report.unplaced) - _MOST_LISTED)

    def _skipped(self, report: Report) -> None:
        unread = _unread_text(report)
        others = [skipped.rule for skipped in report.skipped if not skipped.partly]
        if others:
            self.space()
            told = "Not checked: "
            self._paragraph(0, (told, "bold"), (", ".join(others) + ".", "dim"))
        if unread:
            self.space()
            told = "Not wholly proofread: "
            self._paragraph(
                0,
                (told, "bold yellow"),
                (" ".join(f"{why[:1].upper()}{why[1:]}." for why in unread), ""),
            )

    def _more(self, left: int) -> None:
        if left > 0:
            self._line((f"  and {left} more; --format json lists them all", "dim"))

    # The end: score, verdict, the shortest way to ready.

    def _score(self, report: Report) -> None:
        score = report.score
        if not score.categories:
            return
        overall = "" if score.overall is None else f" {score.overall} of 100"
        partial = " – of the rules you chose" if score.partial else ""
        self._heading(f"Score{overall}{partial}")
        order = {name: index for index, name in enumerate(CATEGORIES)}
        for name in sorted(score.categories, key=lambda name: (order.get(name, 99), name)):
            part = score.categories[name]
            share = part.points / part.available if part.available else 1.0
            filled = round(_BAR * share)
            color = "green" if share >= 0.9 else "yellow" if share >= 0.6 else "red"
            self._line(
                (f"  {name.capitalize():<14}", ""),
                ("━" * filled, color),
                (("─" if self._style.unicode else ".") * (_BAR - filled), "dim"),
                (f"  {number(part.points):>5} of {number(part.available)}", ""),
            )

    def _verdict(self, report: Report, profile: Profile, active: Sequence[Finding]) -> None:
        from rich import box
        from rich.console import Group
        from rich.panel import Panel

        mark, words, color = _VERDICTS[report.verdict]
        way = () if report.ready else way_to_ready(active, report.score)
        lines: list[RenderableType] = [self._text((f"{mark} {words}", f"bold {color}"))]
        lines += [self._text((sentence, "")) for sentence in _next_step(report, active, way)]
        if way:
            lines.append(self._way(profile, way))
        self.space()
        self._print(
            Panel(
                Group(*lines),
                box=box.ROUNDED if self._style.unicode else box.ASCII,
                border_style=color,
                padding=(0, 1),
                width=self._width,
            )
        )

    def _way(self, profile: Profile, way: Sequence[Finding]) -> "RenderableType":
        from rich.table import Table

        steps: dict[str, list[Finding]] = {}
        for finding in way:
            steps.setdefault(finding.rule, []).append(finding)
        grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
        grid.add_column(justify="right", no_wrap=True)
        grid.add_column(no_wrap=True)
        grid.add_column(
            ratio=1, no_wrap=True, overflow="ellipsis" if self._style.unicode else "crop"
        )
        grid.add_column(justify="right", no_wrap=True)
        for index, (rule, findings) in enumerate(steps.items(), start=1):
            times = f" ×{len(findings)}" if len(findings) > 1 else ""
            points = sum(finding.points for finding in findings)
            grid.add_row(
                self._text((f"{index}.", "dim")),
                self._text((f"{rule}{times}", "")),
                self._text((_steps(profile, findings), "dim"), one_line=True),
                self._text((f"+{number(points)}" if points else "", "green")),
            )
        return grid

    def summary(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            if outcome.report is None:
                self._line(
                    ("✗ Not read          ", "red"),
                    ("  –  ", ""),
                    (_unread(outcome), ""),
                    cut=False,
                )
                continue
            report = outcome.report
            mark, words, color = _VERDICTS[report.verdict]
            overall = "–" if report.score.overall is None else str(report.score.overall)
            found = counts(report.active)
            self._line(
                (f"{mark} {words:<18}", color),
                (f"{overall:>3}  ", "bold"),
                (report.source.path, ""),
                (f"  {found}" if found else "", "dim"),
                cut=False,
            )


def _unread(outcome: Outcome) -> str:
    reason = str(outcome.error)
    return reason if reason.startswith(outcome.path) else f"{outcome.path}: {reason}"


def _at_most(findings: Sequence[Finding]) -> tuple[list[Finding], dict[str, list[Finding]]]:
    """What is shown in full, and the rest by rule."""
    seen: Counter[str] = Counter()
    shown: list[Finding] = []
    more: dict[str, list[Finding]] = {}
    for finding in findings:
        seen[finding.rule] += 1
        if seen[finding.rule] <= MOST_OF_ONE_RULE:
            shown.append(finding)
        else:
            more.setdefault(finding.rule, []).append(finding)
    return shown, more


def _next_step(
    report: Report, active: Sequence[Finding], way: Sequence[Finding]
) -> tuple[str, ...]:
    if report.score.overall is None:
        return ("No rule ran that counts, so this says nothing about the profile.",)
    if report.ready:
        unread = "Not all of the text could be proofread; let somebody read it once more."
        more = (unread,) if _unread_text(report) else ()
        if not active:
            return (
                "Nothing else to mend was found." if more else "Nothing to mend. Go and say hello.",
                *more,
            )
        return (f"Go and say hello. Left to polish, if you like: {counts(active)}.", *more)
    if not way:
        return ("Fill in your name, your headline and your positions first.",)
    if report.verdict is Verdict.NOT_READY:
        return ("The profile does not say enough yet. Start here:",)
    rest = len(active) - len(way)
    fixes = "1 fix makes" if len(way) == 1 else f"{len(way)} fixes make"
    return (f"{fixes} you ready{f'; {rest} more can wait' if rest else ''}.",)


def _unread_text(report: Report) -> list[str]:
    """Why the engines could not read all of the text: nobody should take silence for praise."""
    return list(dict.fromkeys(skipped.reason for skipped in report.skipped if skipped.partly))


def _steps(profile: Profile, findings: Sequence[Finding]) -> str:
    """What to change, in a few words each."""
    steps = []
    for finding in findings:
        if not finding.text:
            steps.append(heading(profile, finding))
        elif finding.suggestions and finding.suggestions[0]:
            steps.append(f"{finding.text} → {finding.suggestions[0]}")
        else:
            steps.append(finding.text)
    return ", ".join(dict.fromkeys(steps))
