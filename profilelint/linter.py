"""Runs the rules over a document, and makes one report of what they find."""

from __future__ import annotations

import threading
from bisect import bisect
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from profilelint import loaders, scoring
from profilelint.baseline import read_baseline
from profilelint.config import Config, make
from profilelint.errors import ProfilelintError
from profilelint.fields import text_at
from profilelint.finding import (
    Confidence,
    Finding,
    Report,
    Severity,
    Skipped,
    SourceInfo,
    State,
)
from profilelint.fingerprints import numbered
from profilelint.kinds import kind_of, options_of
from profilelint.kinds.context import Context, Match, Told
from profilelint.kinds.notes.facts import facts
from profilelint.kinds.notes.note import MESSAGE, TARGETS, is_note
from profilelint.kinds.patterns import limited
from profilelint.ruleset import Ruleset, configure, load_rules, select
from profilelint.run_finding import run_finding
from profilelint.suppress import Rules, known, suppressed, unused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from profilelint.baseline import Known
    from profilelint.config import Suppression
    from profilelint.document import Document
    from profilelint.kinds import Kind
    from profilelint.loaders.own_resume import OwnResume
    from profilelint.proofing.proofreader import Proofreader
    from profilelint.proofing.proofreading import Proofreading
    from profilelint.rule import Rule

CRASHED = "rule-crashed"
"""The id of the finding that a rule broke down."""

PRECEDENCE = (
    "mojibake",
    "placeholder",
    "common-typo",
    "doubled-word",
    "brand-case",
    "confused-word",
    "misspelling",
    "wrong-article",
    "verb-agreement",
    "lowercase-sentence",
    "missing-space",
    "spacing",
    "punctuation",
    "comma-splice",
    "mixed-bullets",
    "mixed-spelling",
    "grammar",
    "tense",
    "seeking-headline",
    "headline-opening",
    "cliche-opening",
    "about-opening",
)
"""Where findings of these rules lie over one another, it is one mistake, told by the first."""


class Linter:
    """Rules and engines, loaded once and used for many profiles.

    >>> linter = Linter(Config(select=("about-missing",)))
    >>> [finding.rule for finding in linter.lint({"name": "Ada Example"}).findings]
    ['about-missing']

    It may be used from several threads. What it saw of suppressions and baseline is in ``past``.

    Args:
        config: the settings; the defaults, where left out.
        ruleset: the rules; those that the settings name, where left out.
        resume: the resume that profiles are compared with; that of the settings, where left out.

    Raises:
        ConfigError: the settings name a rule that does not exist, or a broken rule file.
        InputError: the resume could not be read.
    """

    def __init__(
        self,
        config: Config | None = None,
        ruleset: Ruleset | None = None,
        resume: loaders.Loadable | OwnResume | None = None,
    ) -> None:
        self.config = config or Config()
        self._proofreader: Proofreader | None = None
        self._shared: Linter | None = None
        self._lock = threading.Lock()
        self.ruleset = ruleset or _ruleset(self.config)
        self.suppress = known(self.config.suppress, self.ruleset)
        self._checks = [_Check(rule) for rule in self.ruleset.rules]
        self._of_whole = {check.rule.id for check in self._checks if check.of_whole}
        self._resume = _resume(resume or self.config.resume, self.config)
        self.baseline = read_baseline(Path(self.config.baseline)) if self.config.baseline else None
        self.past = _Past()

    @cached_property
    def _of_notes(self) -> list[_Check]:
        """The proofreading rules, but for those switched off, as they are put to notes."""
        off = select(self.ruleset.every, (), self.config.ignore)
        return [
            _Check(replace(rule, targets=TARGETS))
            for rule in off.rules
            if rule.category == "proofing" and rule.id != "placeholder"
        ]

    def warm(self) -> None:
        """Begin to load the proofreading engines in the background, if a rule will ask them."""
        if any(check.rule.category == "proofing" for check in self._checks):
            self._reader().warm()

    def lint(self, source: loaders.Loadable, **options: Any) -> Report:  # noqa: ANN401
        """Load an export and check it.

        Args:
            source: a path, bytes, a file object, a dict, a profile or a document.
            options: those of :func:`profilelint.loaders.load`: ``format_in`` and ``field``.

        Raises:
            InputError: it could not be read.
        """
        options.setdefault("limits", self.config.limits)
        return self.check(loaders.load(source, **options))

    def lint_all(
        self,
        source: loaders.Loadable | Sequence[loaders.Loadable],
        **options: Any,  # noqa: ANN401
    ) -> Iterator[Report]:
        """Load all people of an export, of a folder of exports or of a list, and check each.

        The arguments are those of :meth:`lint`.

        Raises:
            InputError: one could not be read.
        """
        options.setdefault("limits", self.config.limits)
        for document in loaders.load_all(source, **options):
            yield self.check(document)

    def check(self, document: Document) -> Report:
        """Check a document that is loaded already."""
        now = self.config.as_of or document.now or datetime.now(UTC).date()
        context = Context(
            document,
            now,
            self._proofread,
            resume=self._resume,
            answers=self._answers(document),
            proofread_notes=self._mistakes_in_notes,
        )
        ran: list[Rule] = []
        wholly: set[str] = set()
        skipped: list[Skipped] = []
        found: list[Finding] = []
        for check in self._checks:
            if document.delivery is not None and MESSAGE not in check.rule.targets:
                continue  # a lone note is no profile that lacks the rest
            try:
                reason = (
                    _why_not(check.rule, context)
                    or check.why_not(context)
                    or context.unspoken(check.rule)
                )
            except Exception as error:  # noqa: BLE001  (a plugin's kind may fail in any way)
                found.append(_crash(check.rule, error, document))
                continue
            if reason is not None:
                skipped.append(Skipped(check.rule.id, reason))
                continue
            ran.append(check.rule)
            before = len(found)
            found += self._run(check, context)
            try:
                unchecked = check.unchecked(context)
            except Exception as error:  # noqa: BLE001  (as above)
                found.append(_crash(check.rule, error, document))
                continue
            if not unchecked and not any(one.rule == CRASHED for one in found[before:]):
                wholly.add(check.rule.id)
            skipped += [Skipped(check.rule.id, reason, partly=True) for reason in unchecked]
        found += [_crash(rule, error, document) for rule, error in context.crashed]
        hidden = [finding for finding in found if self._hides(finding)]
        found = [finding for finding in found if not self._hides(finding)]
        found = scoring.within_rows(_settle(found), ran)
        marked = numbered([*found, *hidden], document, self._of_whole)
        findings = self._set_aside(marked, document, wholly, now)
        scored = scoring.score(
            findings, ran if document.delivery is None else (), partial=self.ruleset.partial
        )
        return Report(
            SourceInfo(
                document.source_map.file,
                document.format,
                self._language(context),
                document.profile.name,
            ),
            document.delivery.audience if document.delivery else self.config.audience,
            scoring.verdict(document.profile, findings, scored, whole=_is_whole(document)),
            scored,
            findings,
            tuple(skipped),
            document.unplaced,
            now,
            note=facts(context, self._limits) if document.delivery else None,
        )

    def _set_aside(
        self, findings: Sequence[Finding], document: Document, wholly: set[str], now: date
    ) -> tuple[Finding, ...]:
        """Mark what is allowed, then what is known from an earlier check.

        Args:
            findings: all there are, those that are not shown included: they need their suppression.
            document: where they are.
            wholly: the rules that looked at all they had to look at.
            now: today.
        """
        marked, used = suppressed(findings, document, self.suppress, now)
        owner = document.profile.name
        with self._lock:
            self.past.used |= used
            self.past.ran |= wholly
            self.past.now = max(now, self.past.now or now)
            if self.baseline is not None:
                hidden = self.baseline.met(filter(self._hides, marked), owner)
                self.past.judged |= self.baseline.judged(document, wholly) - hidden
                self.past.met |= self.baseline.met(marked, owner)
        if self.baseline is not None:
            marked = self.baseline.mark(marked, owner)
        return tuple(finding for finding in marked if not self._hides(finding))

    def _hides(self, finding: Finding) -> bool:
        return finding.confidence is Confidence.LOW and not self.config.pedantic

    def with_config(self, config: Config) -> Linter:
        """A linter with other settings, which shares the engines where those are the same."""
        other = Linter(config, resume=self._resume)
        if _engines(config) == _engines(self.config):
            other._shared = self
        return other

    def unused(self) -> tuple[Finding, ...]:
        """What is left over of suppressions and baseline in all that was checked so far.

        A finding for each suppression that covered nothing or has expired, and one for what is
        mended and still in the baseline.
        """
        return unused_in([self])

    def close(self) -> None:
        """Give back what the engines hold."""
        with self._lock:
            if self._proofreader is not None:
                self._proofreader.close()
                self._proofreader = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _reader(self) -> Proofreader:
        if self._shared is not None:
            return self._shared._reader()  # noqa: SLF001  (one of its own)
        with self._lock:
            if self._proofreader is None:
                from profilelint.proofing.proofreader import Proofreader

                config = self.config
                self._proofreader = Proofreader(
                    config.grammar, config.language, server=config.languagetool_server
                )
            return self._proofreader

    def _proofread(self, document: Document) -> Proofreading:
        return self._reader().proofread(document, self.config.words)

    def _language(self, context: Context) -> str | None:
        if any(check.rule.category == "proofing" for check in self._checks):
            return context.proofreading.language
        return context.document.language

    def _run(self, check: _Check, context: Context) -> Iterator[Finding]:
        try:
            for match in check.matches(context):
                if check.rule.category == "proofing" and is_note(match.pointer):
                    continue  # note-proofing tells of it
                yield self._finding(check.rule, match, context.document)
        except Exception as error:  # noqa: BLE001  (a crashing rule must not stop the others)
            yield _crash(check.rule, error, context.document)

    @property
    def _limits(self) -> dict[str, int]:
        """How long a note may be, by plan."""
        rule = next((r for r in self.ruleset.every if r.kind == "note-too-long"), None)
        return dict(rule.options) if rule else {}

    def _answers(self, document: Document) -> dict[str, object]:
        told = self.config.answers.model_dump(exclude_none=True)
        if document.delivery is not None and document.delivery.plan is not None:
            told["plan"] = document.delivery.plan
        return told

    def _mistakes_in_notes(self, context: Context) -> list[Told]:
        """What the proofreading rules that are not switched off find in the notes."""
        told = [
            (finding, match)
            for check in self._of_notes
            for match in _guarded(check, context)
            if is_note(match.pointer)
            and (finding := self._finding(check.rule, match, context.document)).severity
            is not Severity.SUGGESTION
        ]
        matches = {id(finding): match for finding, match in told}
        return [
            Told(finding.rule, matches[id(finding)], finding.message)
            for finding in _settle([finding for finding, _ in told])
        ]

    def _finding(self, rule: Rule, match: Match, document: Document) -> Finding:
        text = None
        if match.start is not None and match.end is not None:
            text = (text_at(document.profile, match.pointer) or "")[match.start : match.end]
        confidence = match.confidence or rule.confidence
        values = {"confidence": confidence.value, "match": text, **match.values}
        severity = self._raised(rule, rule.severity_for(values))
        suggestions = tuple(dict.fromkeys(s for s in match.suggestions if s != text))
        values["suggestion"] = suggestions[0] if suggestions else ""
        return Finding(
            rule=rule.id,
            category=rule.category,
            severity=severity,
            confidence=confidence,
            pointer=match.pointer,
            start=match.start,
            end=match.end,
            text=text,
            message=match.message or _worded(rule, values),
            suggestions=suggestions,
            points=0 if is_note(match.pointer) else scoring.cost(rule, severity),
            location=document.locate(match.pointer, match.start, match.end),
            fingerprint="",
            state=_state(match.pointer),
            engine=match.engine,
            engine_rule=match.engine_rule,
            cause=match.cause,
        )

    def _raised(self, rule: Rule, severity: Severity) -> Severity:
        # A hiring manager reads the profile as a resume: what is a slip elsewhere is fatal there.
        strict = self.config.audience == "hiring-manager" and rule.category == "proofing"
        raised = strict and severity is Severity.WARNING and not rule.chosen
        return Severity.ERROR if raised else severity


class _Check:
    """A rule with its kind and its options read, ready to run."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._kind: Kind = kind_of(rule)
        with limited() if rule.origin else nullcontext():
            self._options = options_of(rule, self._kind)

    def matches(self, context: Context) -> Iterator[Match]:
        found = self._kind.check(self.rule, self._options, context)
        if not self.rule.origin:
            return found
        with limited():
            return iter(list(found))

    @property
    def of_whole(self) -> bool:
        """Whether its findings are of a field, whatever stands in it."""
        return bool(getattr(self._kind, "OF_WHOLE", False))

    def why_not(self, context: Context) -> str | None:
        reason = getattr(self._kind, "why_not", None)
        return reason(context) if reason else None

    def unchecked(self, context: Context) -> list[str]:
        reasons = getattr(self._kind, "unchecked", None)
        return list(reasons(self._options, context)) if reasons else []


def _engines(config: Config) -> tuple[object, ...]:
    return (config.grammar, config.language, config.languagetool_server)


def _worded(rule: Rule, values: Mapping[str, object]) -> str:
    try:
        return rule.message.format_map(values)
    except KeyError as error:
        raise LookupError(
            f"its message has {{{error.args[0]}}}, which the kind “{rule.kind}” does not fill"
        ) from error


def _ruleset(config: Config) -> Ruleset:
    """The rules as the settings have them."""
    every = configure(load_rules(config.rules), config.rule)
    off = [name for name, setting in config.rule.items() if setting.severity == "off"]
    return select(every, config.select, (*config.ignore, *off))


def _resume(source: loaders.Loadable | OwnResume | None, config: Config) -> OwnResume | None:
    if not source:
        return None
    from profilelint.loaders.own_resume import OwnResume, load_resume

    return source if isinstance(source, OwnResume) else load_resume(source, config.limits)


def _is_whole(document: Document) -> bool:
    needed = ("name", "headline", "positions")
    return not any(document.carries.why_not(need) for need in needed)


def _state(pointer: str) -> State:
    # Notes that were sent can no longer be mended: they are told, and do not count.
    return State.HISTORY if pointer.startswith("/invitations/") else State.ACTIVE


def _why_not(rule: Rule, context: Context) -> str | None:
    """Why nobody can answer what a rule asks, source or owner; None where one of them can."""

    def why_not(need: str) -> str | None:
        return None if need in context.answers else context.document.carries.why_not(need)

    for need in rule.needs:
        reason = why_not(need)
        if reason:
            return reason
    reasons = [why_not(target) for target in rule.targets]
    return reasons[0] if reasons and all(reasons) else None


def _settle(findings: list[Finding]) -> list[Finding]:
    """Keep one finding of those that tell of the same mistake."""
    rank = {rule: index for index, rule in enumerate(PRECEDENCE)}
    kept: list[Finding] = []
    taken: dict[str, list[tuple[int, int]]] = {}  # sorted, and none over another
    for finding in sorted(findings, key=lambda f: (rank.get(f.rule, len(rank)), f.start or 0)):
        if finding.rule in rank and finding.start is not None and finding.end is not None:
            # An empty span (something is missing there) lies over what it touches.
            span = (finding.start, max(finding.end, finding.start + 1))
            spans = taken.setdefault(finding.pointer, [])
            at = bisect(spans, span)
            if (at and spans[at - 1][1] > span[0]) or (at < len(spans) and spans[at][0] < span[1]):
                continue
            spans.insert(at, span)
        kept.append(finding)
    return kept


def _guarded(check: _Check, context: Context) -> Iterator[Match]:
    """What a rule finds, until it breaks down, which the context remembers."""
    try:
        yield from check.matches(context)
    except ProfilelintError:
        raise
    except Exception as error:  # noqa: BLE001  (a crashing rule must not stop the others)
        context.crashed.append((check.rule, error))


def _crash(rule: Rule, error: Exception, document: Document) -> Finding:
    """The finding that a rule broke down."""
    if isinstance(error, ProfilelintError):  # an engine that was asked for is not there, say
        raise error
    said = (
        f"The rule {rule.id}{f' of {rule.origin}' if rule.origin else ''} broke down"
        f" ({type(error).__name__}: {' '.join(str(error).split())}); the others ran."
    )
    return run_finding(CRASHED, said, document.locate(""), key=rule.id)


@dataclass(slots=True)
class _Past:
    """What a linter saw of suppressions and baseline in all that it checked.

    Attributes:
        used: the suppressions that were for something.
        ran: the rules that looked at all they had to look at, in one file at least.
        judged: the entries of the baseline that could have been met.
        met: those that were.
        now: the latest day that was taken for today.
    """

    used: set[Suppression] = field(default_factory=set)
    ran: set[str] = field(default_factory=set)
    judged: set[Known] = field(default_factory=set)
    met: set[Known] = field(default_factory=set)
    now: date | None = None


def unused_in(linters: Sequence[Linter]) -> tuple[Finding, ...]:
    """What is left over in all that the linters checked.

    A finding for each suppression that covered nothing or has expired, and one for the entries of
    the baseline that are for nothing any more.

    Args:
        linters: those of one run; some may have more suppressions, for some files only.
    """
    checked = [linter for linter in linters if linter.past.now]
    if not checked:
        return ()
    today = max(linter.past.now for linter in checked if linter.past.now)
    members: dict[str, frozenset[str]] = {}
    for rule in checked[0].ruleset.every:
        members[rule.category] = members.get(rule.category, frozenset()) | {rule.id}
    used = set().union(*(linter.past.used for linter in checked))
    found: list[Finding] = []
    for suppression in dict.fromkeys(one for linter in checked for one in linter.suppress):
        ran = set().union(*(one.past.ran for one in checked if suppression in one.suppress))
        found += unused([suppression], used, Rules(ran, members), today)
    met = set().union(*(linter.past.met for linter in checked))
    gone = set().union(*(linter.past.judged for linter in checked)) - met
    stale = checked[0].baseline.stale(gone) if checked[0].baseline else None
    found += [stale] if stale else []
    return tuple(found)


def lint(source: loaders.Loadable, **options: Any) -> Report:  # noqa: ANN401
    """Lint one export.

    >>> import profilelint
    >>> report = profilelint.lint({"name": "Ada Example"}, select=["completeness"])
    >>> report.verdict.value, report.ready
    ('not-ready', False)

    Args:
        source: a path, bytes, a file object, a dict, a profile or a document.
        options: ``format_in``, ``field``, and every setting of :class:`~profilelint.config.Config`;
            ``resume`` may be whatever ``source`` may be.

    Raises:
        InputError: it could not be read.
        ConfigError: a setting makes no sense.
    """
    reading = {key: options.pop(key) for key in ("format_in", "field") if key in options}
    resume = options.pop("resume", None)
    with Linter(make(options), resume=resume) as linter:
        report = linter.lint(source, **reading)
        return replace(report, findings=(*report.findings, *linter.unused()))


def lint_all(
    source: loaders.Loadable | Sequence[loaders.Loadable],
    **options: Any,  # noqa: ANN401
) -> Iterator[Report]:
    """Lint all people of an export, of a folder of exports or of a list.

    >>> import profilelint
    >>> people = [{"name": "Ada Example"}, {"name": "Bo Example"}]
    >>> [report.source.name for report in profilelint.lint_all(people, grammar="off")]
    ['Ada Example', 'Bo Example']

    Args:
        source: as :func:`lint` takes it, a folder, a pattern such as ``exports/*.pdf``, or a list.
        options: those of :func:`lint`.

    Raises:
        InputError: one could not be read.
        ConfigError: a setting makes no sense.
    """
    reading = {key: options.pop(key) for key in ("format_in", "field") if key in options}
    resume = options.pop("resume", None)
    with Linter(make(options), resume=resume) as linter:
        last: Report | None = None
        for report in linter.lint_all(source, **reading):
            if last is not None:
                yield last
            last = report
        if last is not None:  # only now is it known what nobody needed
            yield replace(last, findings=(*last.findings, *linter.unused()))
