"""What is known of a lone note beside its findings: its length, and its reason."""

from collections.abc import Mapping

from profilelint.document import Delivery
from profilelint.finding import NoteFacts
from profilelint.kinds.context import Context
from profilelint.kinds.length import measure
from profilelint.kinds.notes.reasons import reasons

_LIMITS = {"free": 200, "premium": 300}


def facts(context: Context, limits: Mapping[str, int]) -> NoteFacts:
    """Gather the facts of the note that a document is.

    Args:
        context: the document, which is a lone note.
        limits: how many UTF-16 code units each plan takes.
    """
    how = context.document.delivery or Delivery()
    text = context.profile.message or ""
    plan = str(context.answers.get("plan", "free"))
    found = reasons(text, context.language("/message")) if text.strip() else []
    return NoteFacts(
        to=how.to,
        audience=how.audience,
        stage=how.stage,
        plan=plan,
        length=measure(text, "utf-16"),
        limit={**_LIMITS, **limits}[plan],
        reason=found[0] if found else None,
    )
