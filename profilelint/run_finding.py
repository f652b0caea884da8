"""Makes the findings that tell of the run, not of the profile: a rule that broke down, say."""

import hashlib

from profilelint.document import Location
from profilelint.finding import Confidence, Finding, Severity


def run_finding(rule: str, message: str, location: Location, *, key: str) -> Finding:
    """Something that the run itself has to say; it costs nothing.

    ``key`` tells one from another in their fingerprints.
    """
    return Finding(
        rule=rule,
        category="run",
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        pointer="",
        start=None,
        end=None,
        text=None,
        message=message,
        suggestions=(),
        points=0,
        location=location,
        fingerprint=hashlib.sha256(f"{rule}\x1f{key}".encode("utf-8", "surrogatepass")).hexdigest()[
            :16
        ],
    )
