"""Lints one note: what ``profilelint message`` and ``lint_message`` do."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from profilelint import loaders
from profilelint.config import make
from profilelint.document import Delivery, Document
from profilelint.errors import ConfigError
from profilelint.linter import Linter

if TYPE_CHECKING:
    from profilelint.finding import Report
    from profilelint.profile import Profile

AUDIENCES = ("recruiter", "hiring-manager", "peer", "alumni", "other")
"""Who a note may be for."""

STAGES = ("none", "before", "during", "after-interview")
"""How far an application may be."""

PLANS = ("free", "premium")
"""The plans that set how long a note may be."""


def document_of(text: str, delivery: Delivery, name: str = "<note>") -> Document:
    """Make a document of a note; it holds nothing else.

    Args:
        text: the note. A line break at its end is the editor's, and is left out.
        delivery: how it is to be sent.
        name: what the user calls it.
    """
    from profilelint.loaders.single_field import document_for

    plain = re.sub(r"\r\n?", "\n", text).rstrip("\n")
    return replace(document_for("message", plain, name), format="note", delivery=delivery)


def sender_of(source: loaders.Loadable | None) -> Profile | None:
    """Read the profile of whoever sends a note.

    Raises:
        InputError: it could not be read.
    """
    return None if source is None else loaders.load(source).profile


def lint_message(
    text: str,
    to: str | None = None,
    *,
    audience: str = "recruiter",
    stage: str = "none",
    plan: str | None = None,
    profile: loaders.Loadable | None = None,
    **options: Any,  # noqa: ANN401
) -> Report:
    """Lint the note of an invitation before it is sent.

    >>> import profilelint
    >>> report = profilelint.lint_message("Hi Anna, your talk helped us.", to="Petra Example")
    >>> [(f.rule, f.text, f.suggestions) for f in report.findings]
    [('note-wrong-name', 'Anna', ('Petra',))]
    >>> report.note.reason.text, report.ready
    ('your talk', False)

    Args:
        text: the note.
        to: the recipient's name.
        audience: who that is, one of :data:`AUDIENCES`.
        stage: how far an application is, one of :data:`STAGES`.
        plan: ``free`` (200 characters) or ``premium`` (300); the answer in the configuration, or
            else ``free``, where left out.
        profile: the sender's profile, in any form that :func:`profilelint.load` takes.
        options: every setting of :class:`~profilelint.config.Config`.

    Raises:
        InputError: the sender's profile could not be read.
        ConfigError: a setting makes no sense.
    """
    for name, value, known in (
        ("audience", audience, AUDIENCES),
        ("stage", stage, STAGES),
        ("plan", plan, (*PLANS, None)),
    ):
        if value not in known:
            choices = ", ".join(str(one) for one in known if one)
            raise ConfigError(f"{name} = {value!r} makes no sense", hint=f"it is one of {choices}")
    delivery = Delivery(to, audience, stage, plan, sender_of(profile))
    with Linter(make(options)) as linter:
        return linter.check(document_of(text, delivery))
