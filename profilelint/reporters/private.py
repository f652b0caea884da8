"""Masks what a finding of private data has found, in every report alike."""

import re
from collections.abc import Iterable
from dataclasses import replace

from profilelint.finding import PRIVATE_DATA, Finding

_DOT = "•"


def mask(text: str) -> str:
    """Keep the first character and dot out the rest.

    >>> mask("07700 900461")
    '0•••••••••••'
    """
    return text[:1] + _DOT * (len(text) - 1)


class Mask:
    """Knows the private parts of one profile, and masks them wherever they are quoted.

    Another finding may quote the same text, or stand within it: it is masked there too.

    Args:
        findings: all findings of the profile.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._parts: dict[str, list[tuple[int, int]]] = {}
        texts: set[str] = set()
        for finding in findings:
            if finding.rule != PRIVATE_DATA:
                continue
            if finding.text:
                texts.add(finding.text)
            if finding.start is not None and finding.end is not None:
                self._parts.setdefault(finding.pointer, []).append((finding.start, finding.end))
        # The longest first; and “32” is no part of “1932”.
        parts = sorted(texts, key=lambda text: (-len(text), text))
        anywhere = "|".join(re.escape(part) for part in parts)
        self._anywhere = (
            re.compile(rf"(?<!\w)(?:{anywhere})(?!\w)", re.IGNORECASE) if parts else None
        )

    def finding(self, finding: Finding) -> Finding:
        """The finding as it may be shown."""
        if self._anywhere is None and not self._parts:
            return finding
        shown = finding.text
        if shown is not None and finding.start is not None:
            shown = self._masked_parts(finding.pointer, finding.start, shown)
        message, suggestions = finding.message, finding.suggestions
        if finding.rule == PRIVATE_DATA and shown:
            shown = mask(shown)
        if finding.text and shown is not None and shown != finding.text:
            message = message.replace(finding.text, shown)
            # What to write instead would tell it, too.
            suggestions = tuple(suggestion for suggestion in suggestions if not suggestion)
        return replace(
            finding,
            text=shown,
            message=self.text(message),
            suggestions=tuple(self.text(suggestion) for suggestion in suggestions),
        )

    def field(self, pointer: str, text: str) -> str:
        """A field's text as it may be quoted; offsets into it stay true."""
        return self.text(self._masked_parts(pointer, 0, text))

    def text(self, text: str) -> str:
        """Any other text as it may be quoted."""
        if self._anywhere is None:
            return text
        return self._anywhere.sub(lambda found: mask(found[0]), text)

    def _masked_parts(self, pointer: str, offset: int, text: str) -> str:
        chars = list(text)
        for start, end in self._parts.get(pointer, ()):
            for index in range(max(start + 1 - offset, 0), min(end - offset, len(chars))):
                chars[index] = _DOT
        return "".join(chars)
