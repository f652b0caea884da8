"""Remembers the findings of an earlier check, so that only what is new counts.

The file holds fingerprints, no text: of the rule, the entry it lies in and the text found, which
stay the same after a new export, a new order of the entries and edits elsewhere.
"""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from profilelint.document import Document, Location
from profilelint.errors import ConfigError
from profilelint.finding import Finding, Report, State
from profilelint.run_finding import run_finding

VERSION = 1


@dataclass(frozen=True, slots=True)
class Known:
    """One finding of an earlier check.

    Attributes:
        owner: tells one profile from another; a hash of the name.
        rule: the rule.
        at: the part of the profile, without numbers, such as ``positions.description``.
        fingerprint: the finding's.
    """

    owner: str
    rule: str
    at: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings known from an earlier check."""

    file: str
    known: tuple[Known, ...] = ()
    _by_owner: dict[str, list[Known]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_owner: dict[str, list[Known]] = {}
        for one in self.known:
            by_owner.setdefault(one.owner, []).append(one)
        object.__setattr__(self, "_by_owner", by_owner)

    def mark(self, findings: Iterable[Finding], owner: str | None) -> list[Finding]:
        """Mark the active findings that are known."""
        mine = {one.fingerprint for one in self._of(owner)}
        return [
            replace(finding, state=State.BASELINE)
            if finding.state is State.ACTIVE and finding.fingerprint in mine
            else finding
            for finding in findings
        ]

    def met(self, findings: Iterable[Finding], owner: str | None) -> set[Known]:
        """The entries that are for one of the findings of a profile."""
        there = {finding.fingerprint for finding in findings}
        return {one for one in self._of(owner) if one.fingerprint in there}

    def judged(self, document: Document, ran: Collection[str]) -> set[Known]:
        """The entries that a check of a document could have met: a PDF has no projects, say.

        Args:
            document: what was checked.
            ran: the ids of the rules that looked at all of it.
        """
        return {
            one
            for one in self._of(document.profile.name)
            if one.rule in ran and document.carries.why_not(one.at) is None
        }

    def stale(self, gone: Collection[Known]) -> Finding | None:
        """One finding for all entries that are for nothing any more, if any is."""
        if not gone:
            return None
        rules = Counter(one.rule for one in gone)
        told = ", ".join(f"{rule} × {n}" if n > 1 else rule for rule, n in sorted(rules.items()))
        count = len(gone)
        said = (
            f"{count} {'entry' if count == 1 else 'entries'} of the baseline"
            f" {'is' if count == 1 else 'are'} mended ({told});"
            " write it anew with --write-baseline, so that none comes back unseen"
        )
        return run_finding("stale-baseline", said, Location(self.file), key=told)

    def _of(self, owner: str | None) -> Sequence[Known]:
        return self._by_owner.get(owner_key(owner), ())


def owner_key(name: str | None) -> str:
    """What tells one profile of a baseline from another.

    What is often put beside a name, and taken out again, does not count.

    >>> owner_key("Ada  Example, PMP") == owner_key("ada example") == owner_key("Ada Example MBA")
    True
    """
    alone = re.split(r"[,(|/•·–—]", unicodedata.normalize("NFKC", name or ""), maxsplit=1)[0]
    letters = ("".join(filter(str.isalnum, word)) for word in (alone.strip() or name or "").split())
    words = [word for word in letters if word]
    shouted = alone.isupper()
    names = [word for word in words if shouted or not (1 < len(word) < 6 and word.isupper())]
    plain = " ".join(names or words).casefold()
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        ConfigError: it is missing, or no baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(
            f"{path}: this baseline cannot be read ({error.strerror})",
            hint="write it with --write-baseline",
        ) from error
    except (ValueError, RecursionError) as error:
        raise _broken(path, str(error) or "it is too deep") from error
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise _broken(path, "it has no list of findings")
    if data.get("version") != VERSION:
        raise ConfigError(
            f"{path}: this baseline is of version {data.get('version')}; known is {VERSION}",
            hint="move it away, and write it anew with --write-baseline",
        )
    try:
        known = tuple(
            Known(one["owner"], one["rule"], one["at"], one["fingerprint"])
            for one in data["findings"]
        )
        if not all(isinstance(text, str) for one in known for text in _texts(one)):
            raise _broken(path, "an entry holds something else than text")
    except KeyError as error:
        raise _broken(path, f"an entry has no “{error.args[0]}”") from error
    except TypeError as error:
        raise _broken(path, "an entry is no table") from error
    return Baseline(str(path), known)


def _texts(one: Known) -> tuple[str, ...]:
    return (one.owner, one.rule, one.at, one.fingerprint)


def _broken(path: Path, why: str) -> ConfigError:
    return ConfigError(
        f"{path}: this is no baseline ({why})",
        hint="move it away, and write it anew with --write-baseline",
    )


def baseline_of(reports: Iterable[Report], kept: Iterable[Known] = ()) -> str:
    """The text of a baseline file that knows all findings that count, or were known.

    Args:
        reports: what was found.
        kept: entries that the reports could not meet, which stay.
    """
    known = set(kept)
    for report in reports:
        owner = owner_key(report.source.name)
        known |= {
            Known(owner, finding.rule, place(finding.pointer), finding.fingerprint)
            for finding in report.findings
            if finding.state in (State.ACTIVE, State.BASELINE) and finding.category != "run"
        }
    # One entry a line: a change reads well, and two changes merge well.
    lines = [
        json.dumps(
            {"rule": one.rule, "at": one.at, "fingerprint": one.fingerprint, "owner": one.owner}
        )
        for one in sorted(known, key=_texts)
    ]
    listed = ",\n  ".join(lines)
    findings = f"[\n  {listed}\n ]" if lines else "[]"
    return f'{{\n "version": {VERSION},\n "findings": {findings}\n}}\n'


def place(pointer: str) -> str:
    """The part of the profile that a pointer is for, as rules name it.

    >>> place("/positions/3/description")
    'positions.description'
    """
    return ".".join(part for part in pointer.split("/") if part and not part.isdecimal())
