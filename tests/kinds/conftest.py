"""What the tests of the kinds share: run a kind without rule file, linter or engine."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from profilelint.document import Carries, Document, SourceMap
from profilelint.fields import text_at
from profilelint.kinds import kind_of, options_of
from profilelint.kinds.context import Context, Match
from profilelint.profile import Profile
from profilelint.proofing.proofreading import Proofreading
from profilelint.rule import Rule

Run = Callable[..., list[Match]]
Found = Callable[..., list[str | None]]


def _rule(kind: str, targets: tuple[str, ...], options: Mapping[str, Any], **more: Any) -> Rule:
    return Rule(
        id="the-rule",
        category="proofing",
        summary="",
        why="",
        kind=kind,
        message="",
        targets=targets,
        options=MappingProxyType(dict(options)),
        path="the-rule.yaml",
        **more,
    )


@pytest.fixture
def run() -> Run:
    """Run a kind on a profile, and return its matches."""

    def _run(
        kind: str,
        profile: Mapping[str, Any],
        options: Mapping[str, Any] | None = None,
        *,
        targets: tuple[str, ...] = ("about",),
        proofreading: Proofreading | None = None,
        lacking: Mapping[str, str] | None = None,
        now: date = date(2026, 6, 30),
        **more: Any,
    ) -> list[Match]:
        rule = _rule(kind, targets, options or {}, **more)
        module = kind_of(rule)
        document = Document(
            Profile.model_validate(profile), "profile", SourceMap("<test>"), Carries(lacking or {})
        )
        read = proofreading or Proofreading(language="en")
        context = Context(document, now, lambda _: read)
        return list(module.check(rule, options_of(rule, module), context))

    return _run


@pytest.fixture
def found(run: Run) -> Found:
    """Run a kind on an About text, and return the texts that it marks."""

    def _found(kind: str, text: str, options: Mapping[str, Any] | None = None, **more: Any):
        profile = {"about": text}
        matches = run(kind, profile, options, **more)
        whole = text_at(Profile.model_validate(profile), "/about") or ""
        return [whole[m.start : m.end] if m.start is not None else None for m in matches]

    return _found


@pytest.fixture
def refused() -> Callable[[str, Mapping[str, Any]], str]:
    """Read options that make no sense, and return what the error says."""

    def _refused(kind: str, options: Mapping[str, Any]) -> str:
        from profilelint.errors import RuleFileError

        rule = _rule(kind, ("about",), options)
        with pytest.raises(RuleFileError) as error:
            options_of(rule, kind_of(rule))
        return str(error.value)

    return _refused
