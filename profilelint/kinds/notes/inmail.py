"""``inmail-length``: a draft with a subject, which is an InMail, is longer than LinkedIn takes."""

from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.kinds.context import Context, Match
from profilelint.kinds.length import fitting, measure
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """The limits, in UTF-16 code units.

    Attributes:
        subject: of the subject.
        body: of the text.
        near: from this length of the text on there is hardly room left.
    """

    subject: int
    body: int
    near: int


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:  # noqa: ARG001
    """Flag the part of a subject or a text that is over its limit, or near it."""
    for index, draft in enumerate(context.profile.drafts):
        if not draft.subject:
            continue
        for part, text, limit, near in (
            ("subject", draft.subject, options.subject, options.subject),
            ("text", draft.text or "", options.body, options.near),
        ):
            length = measure(text, "utf-16")
            if length > near:
                start = fitting(text, limit if length > limit else near, "utf-16")
                values = {
                    "part": "subject" if part == "subject" else "text",
                    "length": length,
                    "max": limit,
                    "over": length - limit,
                }
                yield Match(f"/drafts/{index}/{part}", start, len(text), values)
