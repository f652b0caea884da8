"""Remembers the findings of an earlier check, so that only what is new counts.

The file holds fingerprints, no text: of the rule, the entry it lies in and the text found, which
stay the same after a new export, a new order of the entries and edits elsewhere.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from profilelint.document import Location
from profilelint.errors import ConfigError
from profilelint.finding import Finding, Report, State
from profilelint.suppress import run_finding

VERSION = 1


@dataclass(frozen=True, slots=True)
class Known:
    """One finding of an earlier check.

    Attributes:
        owner: tells one profile from another; a hash of the name.
        rule: the rule.
        fingerprint: the finding's.
    """

    owner: str
    rule: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings known from an earlier check."""

    file: str
    known: tuple[Known, ...] = ()

    def mark(self, findings: Iterable[Finding], owner: str | None) -> list[Finding]:
        """Mark the active findings that are known."""
        mine = {one.fingerprint for one in self.known if one.owner == owner_key(owner)}
        return [
            replace(finding, state=State.BASELINE)
            if finding.state is State.ACTIVE and finding.fingerprint in mine
            else finding
            for finding in findings
        ]

    def stale(
        self, findings: Iterable[Finding], owner: str | None, ran: Iterable[str]
    ) -> list[Finding]:
        """One finding for those entries of a profile that are gone, if any is."""
        there = {finding.fingerprint for finding in findings}
        asked = set(ran)
        gone = Counter(
            one.rule
            for one in self.known
            if one.owner == owner_key(owner) and one.rule in asked and one.fingerprint not in there
        )
        if not gone:
            return []
        told = ", ".join(f"{rule} × {n}" if n > 1 else rule for rule, n in sorted(gone.items()))
        count = sum(gone.values())
        said = (
            f"{count} {'entry' if count == 1 else 'entries'} of the baseline"
            f" {'is' if count == 1 else 'are'} mended ({told});"
            " write it anew with --write-baseline, so that none comes back unseen"
        )
        return [run_finding("stale-baseline", said, Location(self.file), key=told)]


def owner_key(name: str | None) -> str:
    """What tells one profile of a baseline from another.

    >>> owner_key("Ada  Example") == owner_key("ada example")
    True
    """
    plain = " ".join((name or "").casefold().split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        ConfigError: it is missing, or no baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise ConfigError(
                f"{path}: this baseline is of version {data['version']}",
                hint="write it anew with --write-baseline",
            )
        known = tuple(
            Known(str(one["owner"]), str(one["rule"]), str(one["fingerprint"]))
            for one in data["findings"]
        )
    except OSError as error:
        raise ConfigError(
            f"{path}: this baseline cannot be read ({error.strerror})",
            hint="write it with --write-baseline",
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"{path}: this is no baseline ({error})", hint="write it anew with --write-baseline"
        ) from error
    return Baseline(str(path), known)


def baseline_of(reports: Iterable[Report], kept: Iterable[Known] = ()) -> str:
    """The text of a baseline file that knows all findings that count, or were known.

    Args:
        reports: what was found.
        kept: entries of profiles that were not looked at, which stay.
    """
    known = set(kept)
    for report in reports:
        known |= {
            Known(owner_key(report.source.name), finding.rule, finding.fingerprint)
            for finding in report.findings
            if finding.state in (State.ACTIVE, State.BASELINE) and finding.category != "run"
        }
    entries = [
        {"rule": one.rule, "fingerprint": one.fingerprint, "owner": one.owner}
        for one in sorted(known, key=lambda one: (one.owner, one.rule, one.fingerprint))
    ]
    return json.dumps({"version": VERSION, "findings": entries}, indent=1) + "\n"
