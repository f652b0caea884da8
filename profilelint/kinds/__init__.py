"""The kinds: general checks that rule files name and feed with options.

A kind is a module with

- ``Options``: a frozen dataclass of what stands under ``with`` in a rule file, there in kebab-case;
- ``check(rule, options, context)``: a generator of :class:`~profilelint.kinds.context.Match`;
- where it may have nothing to go by, ``why_not(context)``: the reason, or None.

Adding a kind is adding one module and its line in ``KINDS``; other packages add theirs by the entry
point ``profilelint.kinds``, which is looked at only where a rule names a kind that is not here.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Protocol, cast

from profilelint.errors import RuleFileError
from profilelint.kinds.context import Context, Match
from profilelint.rule import Rule

KINDS = {
    "bullets": "profilelint.kinds.bullets",
    "claim": "profilelint.kinds.claim",
    "claimed-years": "profilelint.kinds.claimed_years",
    "count": "profilelint.kinds.count",
    "date-gap": "profilelint.kinds.date_gap",
    "date-order": "profilelint.kinds.date_order",
    "date-overlap": "profilelint.kinds.date_overlap",
    "duplicates": "profilelint.kinds.duplicates",
    "emphasis": "profilelint.kinds.emphasis",
    "incomplete": "profilelint.kinds.incomplete",
    "inmail-length": "profilelint.kinds.notes.inmail",
    "invitation-pace": "profilelint.kinds.notes.pace",
    "language": "profilelint.kinds.language",
    "length": "profilelint.kinds.length",
    "line-share": "profilelint.kinds.line_share",
    "mojibake": "profilelint.kinds.mojibake",
    "note-addressee": "profilelint.kinds.notes.addressee",
    "note-copied": "profilelint.kinds.notes.copied",
    "note-missing": "profilelint.kinds.notes.missing",
    "note-phrases": "profilelint.kinds.notes.phrases",
    "note-proofing": "profilelint.kinds.notes.proofread",
    "note-reason": "profilelint.kinds.notes.reason",
    "note-self-centred": "profilelint.kinds.notes.self_centred",
    "note-too-long": "profilelint.kinds.notes.too_long",
    "one-name": "profilelint.kinds.one_name",
    "opening": "profilelint.kinds.opening",
    "pattern": "profilelint.kinds.pattern",
    "person": "profilelint.kinds.person",
    "private": "profilelint.kinds.private",
    "proofing": "profilelint.kinds.proofing",
    "required": "profilelint.kinds.required",
    "resume": "profilelint.kinds.resume",
    "role-claim": "profilelint.kinds.role_claim",
    "substitution": "profilelint.kinds.substitution",
    "template": "profilelint.kinds.template",
    "tense": "profilelint.kinds.tense",
    "unevidenced": "profilelint.kinds.unevidenced",
    "variants": "profilelint.kinds.variants",
}


class Kind(Protocol):
    """What a module of this package offers."""

    Options: type[Any]

    def check(self, rule: Rule, options: Any, context: Context) -> Iterator[Match]: ...  # noqa: ANN401, D102


def kind_of(rule: Rule) -> Kind:
    """Return the kind that a rule names.

    Raises:
        RuleFileError: there is none of that name.
    """
    home = KINDS.get(rule.kind)
    kind = import_module(home) if home else _installed(rule.kind)
    if kind is None:
        raise RuleFileError(
            f"{rule.path}: no kind is called “{rule.kind}”",
            hint=f"known are {', '.join(kind_names())}",
        )
    return cast("Kind", kind)


def kind_names() -> list[str]:
    """The kinds there are, those of other packages included."""
    from profilelint.plugins import plugins

    return sorted({*KINDS, *(plugin.name for plugin in plugins("kinds"))})


def _installed(name: str) -> Any:  # noqa: ANN401  (a module of another package's)
    from profilelint.plugins import load, named

    plugin = named("kinds", name)
    return load(plugin, "Options", "check") if plugin else None


def options_of(rule: Rule, kind: Kind) -> object:
    """Read what stands under ``with`` in a rule file.

    Raises:
        RuleFileError: a key is unknown or missing, or a value makes no sense.
    """
    given: Mapping[str, Any] = {key.replace("-", "_"): v for key, v in rule.options.items()}
    try:
        return kind.Options(**given)
    except Exception as error:  # a kind of another package's may fail in any way
        if not isinstance(error, TypeError | ValueError) and not rule.origin:
            raise
        reason = str(error).replace("Options.__init__() ", "")
        raise RuleFileError(
            f"{rule.path}: with: {reason}",
            hint=f"see what the kind “{rule.kind}” takes with “profilelint schema rule”",
        ) from error
