"""The report for people: what to mend, why, and whether to connect yet.

Everything that comes from a profile goes through :func:`~profilelint.reporters.visible.visible`
and is put into rich's ``Text``, which knows no markup.
"""

import re
import shlex
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from profilelint.fields import text_at
from profilelint.finding import CategoryScore, Finding, Report, Severity, State, Verdict
from profilelint.outcome import Outcome
from profilelint.profile import Profile
from profilelint.reporters import Style
from profilelint.reporters.cohort import (
    by_rule,
    costliest,
    labels,
    most_shared,
    totals,
    worst_first,
)
from profilelint.reporters.digest import (
    AUDIENCES,
    MARKS,
    VERDICTS,
    at_most,
    brief,
    next_step,
    not_checked,
    note_facts,
    sent,
    steps,
    unread,
    verdict_words,
)
from profilelint.reporters.excerpt import excerpt
from profilelint.reporters.ink import Ink, Piece, printed
from profilelint.reporters.private import Mask
from profilelint.reporters.sections import sections
from profilelint.reporters.visible import visible
from profilelint.reporters.words import address, count, day, number, place, remedy
from profilelint.rule import CATEGORIES, Rule
from profilelint.scoring import way_to_ready

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_MISSPELLING = "misspelling"
_NARROW = 76
_INDENT = 6
_MOST_LISTED = 8
_MOST_STEPS = 10
_MOST_SUGGESTED = 12
_MOST_SUGGESTED_IN_A_CROWD = 4
_MOST_REASONS = 2
_BAR = 18

_CROWDED = 20
"""With more to tell than this, reasons are cut to a line and suggestions come without them."""

_COLORS = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.SUGGESTION: "cyan",
}
_VERDICT_COLORS = {Verdict.READY: "green", Verdict.FIX_FIRST: "yellow", Verdict.NOT_READY: "red"}

_BULLET = re.compile(r"^[•·*–-]\s+")


def render(outcomes: Sequence[Outcome], rules: Mapping[str, Rule], style: Style) -> str:
    """Return the report as text, coloured with ANSI codes where the style says so."""
    return printed(style, lambda console: print_outcomes(console, outcomes, rules, style))


def print_outcomes(
    console: "Console", outcomes: Sequence[Outcome], rules: Mapping[str, Rule], style: Style
) -> None:
    """Print the report on a console of the caller's, such as one that records a picture."""
    page = _Page(console, rules, style)
    if not style.quiet and (style.full or len(outcomes) == 1):
        told = [outcome for outcome in outcomes if outcome.report or len(outcomes) == 1]
        for index, outcome in enumerate(told):
            if index:
                page.space()
            page.outcome(outcome)
        if len(outcomes) > 1:
            page.space()
    if len(outcomes) > 1 or style.quiet:
        page.summary(outcomes)


class _Page(Ink):
    def __init__(self, console: "Console", rules: Mapping[str, Rule], style: Style) -> None:
        super().__init__(console, style)
        self._rules = rules
        self._explained: set[str] = set()
        self._told: set[str] = set()
        self._crowded = False

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
        to_polish = [f for f in active if f.severity is Severity.SUGGESTION]
        to_mend = [f for f in active if f.severity is not Severity.SUGGESTION]
        self._told = set()
        self._crowded = len(to_mend) + len(by_rule(to_polish)) > _CROWDED
        self._head(report, active, mask)
        self._findings(profile, to_mend, mask)
        self._suggestions(to_polish)
        self._sent(profile, [f for f in findings if f.state is State.HISTORY], mask)
        self._set_aside(findings)
        self._unplaced(report, mask)
        self._skipped(report)
        self._note(report, mask)
        self._score(report)
        self._verdict(report, profile, active)

    def _note(self, report: Report, mask: Mask) -> None:
        if report.note is None:
            return
        self.space()
        for name, said in note_facts(report.note):
            self._paragraph(0, (f"{name}: ", "bold"), (mask.text(said), ""))

    def _failure(self, outcome: Outcome) -> None:
        self._line((self._cut(outcome.path), "bold"))
        self._paragraph(2, ("Not read: ", "bold red"), (str(outcome.error), ""))

    def _head(self, report: Report, active: Sequence[Finding], mask: Mask) -> None:
        source = report.source
        audience = AUDIENCES.get(report.audience, report.audience)
        unnamed = "Standard input" if source.path == "-" else source.path
        self._line((self._cut(mask.text(source.name or unnamed)), "bold"))
        facts = [source.path] if source.name else []
        if report.note and report.note.to:
            facts.append(f"to {report.note.to}")
        facts += [source.format, f"for {audience}", f"as of {day(report.now)}"]
        self._paragraph(0, (" · ".join(facts), "dim"))
        severities = [finding.severity for finding in active]
        told = [severity for severity in Severity if severity in severities]
        if told:
            pieces = [
                (f"{MARKS[s]} {count(severities.count(s), s.value)}   ", _COLORS[s]) for s in told
            ]
            self._line(*pieces)

    def _findings(self, profile: Profile, to_mend: Sequence[Finding], mask: Mask) -> None:
        shown, more = at_most(to_mend)
        for section in sections(profile, shown):
            self._heading(mask.text(section.heading))
            for finding in section.findings:
                self._finding(profile, finding, mask)
        if more:
            self._heading("And more of the same")
        for rule, rest in more.items():
            words = ", ".join(dict.fromkeys(finding.text or "" for finding in rest)).strip(", ")
            self._line((f"  {len(rest)} more × {rule}", ""), (f"  {words}", "dim"))

    def _finding(self, profile: Profile, finding: Finding, mask: Mask) -> None:
        text = text_at(profile, finding.pointer)
        quoted = finding.text if text is None else mask.field(finding.pointer, text)
        spanned = bool(quoted) and finding.start is not None and finding.end is not None
        if finding.rule in self._told and finding.suggestions and spanned:
            # What is wrong was said; what to write says the rest.
            self._beside(finding, self._quote(quoted or "", finding, whole=text is not None))
            self._acceptable(finding)
            return
        self._told.add(finding.rule)
        self._beside(finding, self._text((finding.message, "")))
        said = quoted == finding.text and (quoted or "") in finding.message
        if spanned and not (said and _tells(finding)):
            quote = self._quote(quoted or "", finding, whole=text is not None, room=self._width)
            self._inset(quote)
        elif finding.suggestions:
            self._inset(self._text((remedy(finding), "green")))
        self._acceptable(finding)
        self._why(finding)

    def _acceptable(self, finding: Finding) -> None:
        """The command that takes a word for right: a false alarm must not cost a search."""
        if finding.rule == _MISSPELLING and finding.text:
            command = f"profilelint accept {shlex.quote(finding.text)}"
            self._inset(self._text(("Right as it is?  ", "dim"), (command, "")))

    def _why(self, finding: Finding) -> None:
        rule = self._rules.get(finding.rule)
        if rule and finding.rule not in self._explained:
            self._explained.add(finding.rule)
            why = brief(f"Why: {rule.why}", self._width - _INDENT, cut=self._crowded)
            self._inset(self._text((why, "dim italic")))

    def _beside(self, finding: Finding, words: "Text") -> None:
        """A finding's mark and what is said of it, with its rule and place to the right."""
        from rich.table import Table

        about = self._text((_about(finding), "dim"), one_line=True)
        mark = self._text((f"  {MARKS[finding.severity]} ", f"bold {_COLORS[finding.severity]}"))
        grid = Table.grid(expand=True)
        grid.add_column(width=mark.cell_len)
        grid.add_column(ratio=1)
        if self._width < _NARROW:
            grid.add_row(mark, words)
            grid.add_row("", about)
        else:
            grid.add_column(no_wrap=True, justify="right")
            about.pad_left(2)
            grid.add_row(mark, words, about)
        self._print(grid)

    def _quote(self, text: str, finding: Finding, *, whole: bool, room: int = 0) -> "Text":
        """The sentence with the part found in brackets, and what to write in its place."""
        from rich.cells import cell_len

        if not room:  # the rule and the place stand beside it
            beside = 0 if self._width < _NARROW else cell_len(_about(finding)) + 2
            room = self._width - beside + 2
        room = max(room - _INDENT, 10)
        start, end = (finding.start or 0, finding.end or 0) if whole else (0, len(text))
        advice = _change(finding)
        arrow = f" → {visible(advice)}" if advice else ""
        ellipsis = "…" if self._style.unicode else "..."
        left = room - cell_len(arrow) - 2
        below = left < room // 3
        left = room - 2 if below else left
        quote = excerpt(text, start, end, left, measure=cell_len, ellipsis=ellipsis)
        color = f"bold {_COLORS[finding.severity]}"
        pieces: list[Piece] = [(_BULLET.sub("", quote.before), "")]
        if quote.whole or below:
            pieces += [("" if quote.whole else "[", "dim"), (quote.marked, color)]
            pieces += [("" if quote.whole else "]", "dim"), (quote.after, "")]
            shown = self._text(*pieces)
            if arrow:
                shown.append("\n")
                shown.append_text(self._text((arrow.strip(), "bold green")))
            return shown
        pieces += [("[", "dim"), (quote.marked, color), (arrow, "bold green"), ("]", "dim")]
        return self._text(*pieces, (quote.after, ""))

    def _suggestions(self, to_polish: Sequence[Finding]) -> None:
        if not to_polish:
            return
        self._heading("Suggestions – to polish, if you like")
        most = _MOST_SUGGESTED_IN_A_CROWD if self._crowded else _MOST_SUGGESTED
        groups = list(by_rule(to_polish).values())
        for found in groups[:most]:
            self._suggestion(found)
        rest = [_times(found) for found in groups[most:]]
        if rest:
            self._paragraph(2, (f"and also: {', '.join(rest)}", "dim"))

    def _suggestion(self, found: Sequence[Finding]) -> None:
        """All that one rule suggests: the first in full, of the others the texts."""
        first, *others = found
        advice = "" if _tells(first) else f". {remedy(first)}"
        times = f"  ×{len(found)}" if others else ""
        self._beside(first, self._text((first.message, ""), (advice, "green"), (times, "cyan")))
        if self._crowded:
            return
        texts = [f"“{f.text}”" for f in others if f.text and f.text != first.text]
        if texts:
            also = ", ".join(dict.fromkeys(texts))
            self._line((" " * _INDENT, ""), (f"also {also}", "dim"))
        self._why(first)

    def _sent(self, profile: Profile, findings: Sequence[Finding], mask: Mask) -> None:
        if not findings:
            return
        self._heading("Already sent – for next time, it does not count")
        items = list(sent(profile, findings))
        for item in items[:_MOST_LISTED]:
            self._paragraph(
                2,
                (f"{item.rule} ×{item.times}" if item.times > 1 else item.rule, ""),
                (f"  {item.message}", "dim"),
                (f" ({mask.text(item.to)})" if item.to else "", "dim"),
            )
        self._more(len(items) - _MOST_LISTED)

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
        missed = not_checked(report, self._rules)
        if missed:
            self.space()
            self._paragraph(0, ("Not checked: ", "bold"), (_missed(missed), "dim"))
        not_read = unread(report)
        if not_read:
            self.space()
            told = "Not wholly proofread: "
            self._paragraph(
                0,
                (told, "bold yellow"),
                (" ".join(f"{why[:1].upper()}{why[1:]}." for why in not_read), ""),
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
        names = sorted(score.categories, key=lambda name: (order.get(name, 99), name))
        bars = [self._bar(name, score.categories[name]) for name in names]
        side_by_side = 2 if self._width > 2 * max(bar.cell_len for bar in bars) else 1
        for index in range(0, len(bars), side_by_side):
            left, *right = bars[index : index + side_by_side]
            if right:
                left.pad_right(self._width // 2 - left.cell_len)
            self._print(self._text().join([left, *right]))

    def _bar(self, name: str, part: CategoryScore) -> "Text":
        share = part.points / part.available if part.available else 1.0
        filled = round(_BAR * share)
        color = "green" if share >= 0.9 else "yellow" if share >= 0.6 else "red"
        return self._text(
            (f"  {name.capitalize():<13} ", ""),
            ("━" * filled, color),
            (("─" if self._style.unicode else ".") * (_BAR - filled), "dim"),
            (f" {number(part.points)} of {number(part.available)}", ""),
        )

    def _verdict(self, report: Report, profile: Profile, active: Sequence[Finding]) -> None:
        from rich import box
        from rich.console import Group
        from rich.panel import Panel

        mark, words = verdict_words(report)
        color = _VERDICT_COLORS[report.verdict]
        way = () if report.ready else way_to_ready(active, report.score)
        lines: list[RenderableType] = [self._text((f"{mark} {words}", f"bold {color}"))]
        lines += [self._text((sentence, "")) for sentence in next_step(report, active, way)]
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

        groups = list(by_rule(way).values())
        grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
        grid.add_column(justify="right", no_wrap=True)
        grid.add_column(no_wrap=True)
        grid.add_column(ratio=1, no_wrap=True, overflow=self._overflow)
        grid.add_column(justify="right", no_wrap=True)
        for index, findings in enumerate(groups[:_MOST_STEPS], start=1):
            points = sum(finding.points for finding in findings)
            grid.add_row(
                self._text((f"{index}.", "dim")),
                self._text((_times(findings), "")),
                self._text((steps(profile, findings), "dim"), one_line=True),
                self._text((f"+{number(points)}" if points else "", "green")),
            )
        if len(groups) > _MOST_STEPS:
            more = sum(len(findings) for findings in groups[_MOST_STEPS:])
            grid.add_row("", self._text((f"and {more} more", "dim")), "", "")
        return grid

    # Many profiles: a line each.

    def summary(self, outcomes: Sequence[Outcome]) -> None:
        """A line each, the worst first, and the totals; quiet: the lines alone, as given."""
        if self._style.quiet:
            self._rows(outcomes, [outcome.path for outcome in outcomes])
            return
        ordered = worst_first(outcomes)
        self._rows(ordered, labels(ordered))
        if not outcomes:
            return
        self.space()
        shared = most_shared(outcomes)
        if shared:
            told = ", ".join(f"{rule} ({people})" for rule, people in shared)
            self._paragraph(0, ("What most have to mend: ", "bold"), (f"{told}.", ""))
        if not self._style.full:
            hint = "The reports in full: --format text; a page each: --format markdown=FOLDER/"
            self._paragraph(0, (hint, "dim"))
        self._paragraph(0, (f"{totals(outcomes)}.", "bold"))

    def _rows(self, outcomes: Sequence[Outcome], named: Sequence[str]) -> None:
        rows = [self._row(outcome, name) for outcome, name in zip(outcomes, named, strict=True)]
        left = self._width - max((head.cell_len for head, *_ in rows), default=0) - 2
        widest = max((name.cell_len for _, name, _ in rows), default=0)
        costs = max((told.cell_len for *_, told in rows), default=0)
        room = min(widest, max(left - costs, left // 2))
        for head, name, told in rows:
            if not self._style.quiet:  # a script wants the path, the whole path
                name.truncate(room, overflow=self._overflow, pad=True)
                told.truncate(left - room, overflow=self._overflow)
            head.append_text(name).append("  ").append_text(told)
            self._console.print(head, soft_wrap=True)

    def _row(self, outcome: Outcome, name: str) -> "tuple[Text, Text, Text]":
        report = outcome.report
        label = self._text((name, ""), one_line=True)
        if report is None:
            reason = str(outcome.error).removeprefix(f"{outcome.path}: ")
            head = self._text(("✗ Not read     ", "red"), (" –  ", ""))
            return head, label, self._text((reason, "dim"), one_line=True)
        mark, _, words = VERDICTS[report.verdict]
        overall = "–" if report.score.overall is None else str(report.score.overall)
        head = self._text(
            (f"{mark} {words:<10}", _VERDICT_COLORS[report.verdict]), (f"{overall:>4}  ", "bold")
        )
        costs = ", ".join(map(str, costliest(report)))
        return head, label, self._text((costs, "dim"), one_line=True)


def _about(finding: Finding) -> str:
    where = address(finding.location)
    return visible(f"{finding.rule} · {where}" if where else finding.rule)


def _change(finding: Finding) -> str:
    """What is to stand in place of the text found, for the middle of a line."""
    advice = remedy(finding)
    if finding.suggestions and not finding.suggestions[0]:
        return advice[:1].lower() + advice[1:]
    return advice.removeprefix("Write: ")


def _times(found: Sequence[Finding]) -> str:
    return f"{found[0].rule} ×{len(found)}" if len(found) > 1 else found[0].rule


def _tells(finding: Finding) -> bool:
    """Whether the message says what to write."""
    return not finding.suggestions or finding.suggestions[0] in finding.message


def _missed(missed: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Which rules were not run and why, in brief: objects of one verb are told together."""
    objects: dict[str, list[str]] = {}
    rules: Counter[str] = Counter()
    for reason, names in missed:
        head, verb, what = reason.partition(" does not show ")
        objects.setdefault(head + verb, []).append(what)
        rules[head + verb] += len(names)
    reasons = [
        head + (" or ".join([", ".join(what[:-1]), what[-1]]) if len(what) > 1 else what[0])
        for head, what in sorted(objects.items(), key=lambda item: -rules[item[0]])
    ]
    only = missed[0][1][0] if rules.total() == 1 else count(rules.total(), "rule")
    more = ", and more" if len(reasons) > _MOST_REASONS else ""
    return f"{only}, since {'; '.join(reasons[:_MOST_REASONS])}{more}."
