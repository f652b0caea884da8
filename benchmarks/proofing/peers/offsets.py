"""From the bytes and UTF-16 units in which peers count to code points."""


def from_bytes(text: str, offset: int) -> int:
    """Code points before an offset into the text's UTF-8."""
    return len(text.encode()[:offset].decode())


def from_utf16(text: str, offset: int) -> int:
    """Code points before an offset into the text's UTF-16."""
    return len(text.encode("utf-16-le")[: 2 * offset].decode("utf-16-le"))
