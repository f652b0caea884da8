"""Runs the examples of a rule file: they are its tests."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from profilelint.config import Config
from profilelint.document import Delivery, Document, SourceMap
from profilelint.fields import text_at
from profilelint.finding import Finding
from profilelint.linter import Linter
from profilelint.loaders.own_resume import OwnResume
from profilelint.loaders.single_field import document_for
from profilelint.profile import Profile
from profilelint.rule_file import Case, WholeRule
from profilelint.ruleset import Ruleset, load_rules


def failures(whole: WholeRule) -> Iterator[str]:
    """Yield a sentence for each case that does not come out as the rule file says."""
    for group, cases in (("bad", whole.bad), ("good", whole.good)):
        for number, case in enumerate(cases, 1):
            for wrong in case_failures(whole, group, case):
                yield f"{whole.rule.id}, {group} case {number}: {wrong}"


def case_failures(whole: WholeRule, group: str, case: Case) -> Iterator[str]:
    """Yield what is wrong with one case, of the ``bad`` or the ``good`` ones."""
    document, findings = run(whole, case)
    crashed = [finding.message for finding in findings if finding.rule == "rule-crashed"]
    if crashed:
        yield crashed[0].removesuffix("; the others ran.")
    elif group == "bad":
        yield from _bad(case, document, findings)
        yield from _unfilled(whole, findings)
    elif findings:
        found = ", ".join(repr(finding.text) for finding in findings)
        yield f"found {found}, not nothing"


def run(whole: WholeRule, case: Case) -> tuple[Document, tuple[Finding, ...]]:
    """Run one case; return what it was run on, and what the rule found there."""
    rule = whole.rule
    if case.options:
        options = MappingProxyType({**rule.options, **case.options})
        rule = replace(rule, options=options)
    document = _document(rule.targets[0], case)
    config = Config(language=case.language, pedantic=True, as_of=case.now)
    every = load_rules() if rule.kind == "note-proofing" else (rule,)
    with Linter(config, Ruleset((rule,), every), _resume(case)) as linter:
        report = linter.check(document)
    return document, report.findings


def _document(target: str, case: Case) -> Document:
    if case.profile is not None:
        return Document(Profile.model_validate(case.profile), "profile", SourceMap("<case>"))
    document = document_for(case.field or target, case.text or "")
    if (case.field or target) != "message":
        return document
    sender = Profile.model_validate(case.sender) if case.sender is not None else None
    delivery = Delivery(to=case.to, stage=case.stage, plan=case.plan, sender=sender)
    return replace(document, delivery=delivery)


def _resume(case: Case) -> OwnResume | None:
    if case.resume is None:
        return None
    if isinstance(case.resume, str):
        return OwnResume("<case>", case.resume)
    return OwnResume("<case>", "", Profile.model_validate(case.resume))


def _bad(case: Case, document: Document, findings: tuple[Finding, ...]) -> Iterator[str]:
    if not findings:
        wanted = case.finds if case.finds is not None else "anything"
        yield f"found nothing, not {wanted}"
        return
    texts = [finding.text for finding in findings]
    if case.finds is not None and texts != case.finds:
        yield f"found {texts}, not {case.finds}"
    if case.severity is not None and findings[0].severity is not case.severity:
        yield f"the severity is {findings[0].severity}, not {case.severity}"
    if case.fixed is not None and (mended := _mended(document, findings)) != case.fixed:
        yield f"mended it reads {mended!r}, not {case.fixed!r}"


def _unfilled(whole: WholeRule, findings: tuple[Finding, ...]) -> Iterator[str]:
    """A placeholder that the kind fills with nothing reads “None”."""
    for finding in findings:
        beside = f"{whole.rule.message} {finding.text} {' '.join(finding.suggestions)}"
        if "None" in finding.message and "None" not in beside:
            yield f"a placeholder of the message is empty: {finding.message!r}"
            return


def _mended(document: Document, findings: tuple[Finding, ...]) -> str:
    """The text of the field with the first suggestions written into it, from the end."""
    text = text_at(document.profile, findings[0].pointer) or ""
    for finding in sorted(findings, key=lambda finding: -(finding.start or 0)):
        if finding.suggestions:
            text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
    return text
