"""Shows other people's names, or hides them for a report that is shared."""

from profilelint.network.acceptance import address_key, name_key


class Names:
    """How people are called in one report.

    >>> names = Names(redact=True)
    >>> [names.of(name) for name in ("Ada Example", "Bo Example", "Ada Example", None)]
    ['person 1', 'person 2', 'person 1', None]

    Args:
        redact: whether each becomes a number, the same all over the report.
    """

    def __init__(self, *, redact: bool) -> None:
        self.redact = redact
        self._numbers: dict[str, int] = {}

    def of(self, name: str | None, url: str | None = None) -> str | None:
        """What to call a person."""
        if not self.redact:
            return name
        address = address_key(url)
        key = f"/{address}" if address else name_key(name)
        if key is None:
            return None
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        return f"person {number}"

    def address(self, url: str | None) -> str | None:
        """The address of a person's profile, or of anything that leads to one."""
        return None if self.redact else url

    def quoted(self, text: str | None) -> str | None:
        """A text of the member's own, in which others may be named."""
        return None if self.redact else text
