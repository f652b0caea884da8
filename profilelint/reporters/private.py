"""Masks what a finding of private data has found, in every report alike."""

from collections.abc import Iterable
from dataclasses import replace

from profilelint.finding import Finding

RULE = "private-data"
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
        self._texts: list[str] = []
        for finding in findings:
            if finding.rule != RULE:
                continue
            if finding.text:
                self._texts.append(finding.text)
            if finding.start is not None and finding.end is not None:
                self._parts.setdefault(finding.pointer, []).append((finding.start, finding.end))
        self._texts.sort(key=len, reverse=True)

    def finding(self, finding: Finding) -> Finding:
        """The finding as it may be shown."""
        if not self._texts and not self._parts:
            return finding
        shown = finding.text
        if shown is not None and finding.start is not None:
            shown = self._masked_parts(finding.pointer, finding.start, shown)
        message, suggestions = finding.message, finding.suggestions
        if finding.rule == RULE and shown:
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
        for private in self._texts:
            text = text.replace(private, mask(private))
        return text

    def _masked_parts(self, pointer: str, offset: int, text: str) -> str:
        chars = list(text)
        for start, end in self._parts.get(pointer, ()):
            for index in range(max(start + 1 - offset, 0), min(end - offset, len(chars))):
                chars[index] = _DOT
        return "".join(chars)
