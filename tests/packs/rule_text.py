"""Writes the text of a rule file."""

RULE = """\
summary: Something is flagged.
why: A test wants it so.
kind: {kind}
targets: [headline, about]
severity: warning
with: {options}
message: "{message}"
since: "1.0"
bad:
  - text: "{bad}"
good:
  - text: "{good}"
"""


def rule(
    kind: str = "pattern",
    options: str = "{match: [SHOUT]}",
    message: str = "“{match}” is loud",
    bad: str = "They SHOUT",
    good: str = "They whisper",
) -> str:
    """The text of a rule file."""
    return RULE.format(kind=kind, options=options, message=message, bad=bad, good=good)
