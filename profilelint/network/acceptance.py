"""Joins the invitations sent with the connections: which were accepted, and when.

LinkedIn's export does not say what became of an invitation. We conclude:

- A person is known again by the address of the profile where both tables have it, else by name.
- A connection explains an invitation where it is not older than that. Of several invitations to one
  person the latest before the connection is the one that was accepted; of several people of one
  name each connection explains one invitation.
- A connection older than the invitation is none of its doing.
- What is not accepted may be open, declined, ignored or withdrawn: that is not told apart.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import unquote

from profilelint.network.model import Connection, Network, Sent

_SLUG = re.compile(r"linkedin\.com/(?:in|pub)/(?P<slug>[^/?#\s]+)", re.IGNORECASE)
_MEMBER_ID = re.compile(r"ACoA[\w-]{20,}")
_DEGREES = re.compile(r"(?<=\w)\s*[,(].*\Z", re.DOTALL)


class Outcome(StrEnum):
    """What became of an invitation, as far as the export tells."""

    ACCEPTED = "accepted"
    NOT_SO_FAR = "not-so-far"
    CONNECTED_BEFORE = "connected-before"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judged:
    """An invitation and what became of it; ``connection`` is what tells, where there is one."""

    sent: Sent
    outcome: Outcome
    connection: Connection | None = None


def judge(network: Network) -> tuple[Judged, ...]:
    """Say of each invitation sent what became of it, in the order they stand in the export.

    >>> from datetime import date
    >>> ada = Connection("Ada Example", since=date(2026, 10, 3))
    >>> sent = [Sent(0, "Ada Example", day=date(2026, 10, 1)), Sent(1, "Bo Example")]
    >>> [one.outcome.value for one in judge(Network((ada,), tuple(sent)))]
    ['accepted', 'not-so-far']
    """
    if not network.knows("connections"):
        return tuple(Judged(sent, Outcome.UNKNOWN) for sent in network.sent)
    candidates = _Candidates(network.connections, network.sent)
    explained: dict[int, Connection] = {}
    taken: set[int] = set()
    for found in (candidates.by_address, candidates.by_name):
        _explain([(sent, found(sent)) for sent in network.sent], explained, taken)
    return tuple(
        _judged(sent, explained.get(sent.index), candidates.of(sent)) for sent in network.sent
    )


def _explain(
    pairs: Iterable[tuple[Sent, Sequence[Connection]]],
    explained: dict[int, Connection],
    taken: set[int],
) -> None:
    """Give each connection the latest invitation before it that none explains yet."""
    waiting: dict[int, list[Sent]] = defaultdict(list)
    connections: dict[int, Connection] = {}
    for sent, found in pairs:
        if sent.day is None or sent.index in explained:
            continue
        for connection in found:
            if id(connection) not in taken:
                connections[id(connection)] = connection
                waiting[id(connection)].append(sent)
    dated = [
        (connection.since, connection.name or "", key)
        for key, connection in connections.items()
        if connection.since
    ]
    for since, _, key in sorted(dated, key=lambda one: one[:2]):
        fitting = [
            (sent.day, -sent.index, sent)
            for sent in waiting[key]
            if sent.day is not None and sent.day <= since and sent.index not in explained
        ]
        if fitting:
            sent = max(fitting, key=lambda one: one[:2])[2]
            explained[sent.index] = connections[key]
            taken.add(key)


def _judged(sent: Sent, explains: Connection | None, found: Sequence[Connection]) -> Judged:
    if explains is not None:
        return Judged(sent, Outcome.ACCEPTED, explains)
    if not found:
        nameless = address_key(sent.url) is None and name_key(sent.recipient) is None
        return Judged(sent, Outcome.UNKNOWN if nameless else Outcome.NOT_SO_FAR)
    if sent.day is None or any(connection.since is None for connection in found):
        return Judged(sent, Outcome.UNKNOWN, found[0])
    older = [one for one in found if one.since is not None and one.since < sent.day]
    newer = [one for one in found if one not in older]
    if older and not newer:
        latest = max(older, key=lambda one: one.since or date.min)
        return Judged(sent, Outcome.CONNECTED_BEFORE, latest)
    return Judged(sent, Outcome.NOT_SO_FAR)


class _Candidates:
    """The connections, found by what an invitation tells of the person."""

    def __init__(self, connections: Iterable[Connection], invited: Iterable[Sent]) -> None:
        names = {name_key(sent.recipient) for sent in invited}
        self._by_address: dict[str, list[Connection]] = defaultdict(list)
        self._by_name: dict[str, list[Connection]] = defaultdict(list)
        self._with_address: set[int] = set()
        seen: set[tuple[str, str | None, date | None]] = set()
        for connection in connections:
            address, name = address_key(connection.url), name_key(connection.name)
            if address is not None:
                # Exports that were put together from parts tell of one connection twice.
                if (address, name, connection.since) in seen:
                    continue
                seen.add((address, name, connection.since))
                self._by_address[address].append(connection)
                self._with_address.add(id(connection))
            if name is not None and name in names:
                self._by_name[name].append(connection)

    def by_address(self, sent: Sent) -> Sequence[Connection]:
        address = address_key(sent.url)
        return self._by_address.get(address, ()) if address is not None else ()

    def by_name(self, sent: Sent) -> Sequence[Connection]:
        """Those of that name, but for those whose address says that it is somebody else."""
        name = name_key(sent.recipient)
        found = self._by_name.get(name, ()) if name is not None else ()
        if address_key(sent.url) is None:
            return found
        return [one for one in found if id(one) not in self._with_address]

    def of(self, sent: Sent) -> Sequence[Connection]:
        return [*self.by_address(sent), *self.by_name(sent)]


def address_key(url: str | None) -> str | None:
    """What identifies a profile by its address; None where it says nothing to compare.

    >>> address_key("https://www.linkedin.com/in/Ada-Example?trk=x")
    'ada-example'
    """
    match = _SLUG.search(url) if url else None
    if match is None or _MEMBER_ID.match(match["slug"]):
        return None
    slug = match["slug"]
    if "%" in slug or not slug.isascii():
        slug = unicodedata.normalize("NFC", unquote(slug))
    return slug.casefold()


def name_key(name: str | None) -> str | None:
    """A name without case, doubled spaces and the degrees that some write behind it.

    >>> name_key("Ada  EXAMPLE, MBA")
    'ada example'
    """
    bare = name or ""
    if not bare.isascii():
        bare = unicodedata.normalize("NFC", bare)
    if "," in bare or "(" in bare:
        bare = _DEGREES.sub("", bare)
    return " ".join(bare.casefold().split()) or None
