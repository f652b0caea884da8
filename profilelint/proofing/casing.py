"""The case of a replacement: that of what it replaces."""


def cased_like(found: str, written: str) -> str:
    """A replacement in the case of what it replaces.

    >>> cased_like("Manger", "manager"), cased_like("MANGER", "manager"), cased_like("i", "I")
    ('Manager', 'MANAGER', 'I')
    """
    if found.isupper() and len(found) > 1:
        return written.upper()
    return written[:1].upper() + written[1:] if found[:1].isupper() else written
