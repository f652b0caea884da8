"""The dialects of English: what a region is called, and whose spelling it shares."""

from dataclasses import dataclass

NAMES = {
    "AU": "Australian",
    "CA": "Canadian",
    "GB": "British",
    "IE": "Irish",
    "IN": "Indian",
    "NZ": "New Zealand",
    "US": "American",
    "ZA": "South African",
}
# Regions that spell as Britain does; those above that are not here have habits of their own.
_AS_IN_BRITAIN = frozenset(["GB", "HK", "IE", "IN", "KE", "MT", "MY", "NG", "SG", "UK", "ZA"])


@dataclass(frozen=True, slots=True)
class Dialect:
    """One English.

    Attributes:
        region: the region whose spelling it is: ``US``, ``GB``, ``CA``, ``AU`` or ``NZ``.
        name: what to call it, such as ``Irish``.
    """

    region: str
    name: str


def dialect(tag: str | None) -> Dialect | None:
    """The dialect that a BCP 47 tag names; None where it is no English, or names no known one.

    >>> dialect("en-IE")
    Dialect(region='GB', name='Irish')
    >>> dialect("en") is None
    True
    """
    language, *parts = (tag or "").replace("_", "-").split("-")
    if language.lower() != "en":
        return None
    region = next((part.upper() for part in parts if len(part) == 2), "")
    spelled = "GB" if region in _AS_IN_BRITAIN else region
    if spelled not in NAMES:
        return None
    return Dialect(spelled, NAMES.get(region, NAMES[spelled]))
