"""The typed model of a member's network, as an archive or snapshot tells it.

Dates are days. ``None`` means that the export does not say. Whether an empty part means *none* or
*unknown* is told by :attr:`Network.unknown`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Connection:
    """Somebody whom the member is connected with."""

    name: str | None = None
    url: str | None = None
    company: str | None = None
    title: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """An invitation that the member sent.

    Attributes:
        index: its place in the profile's invitations, by which findings name it.
        recipient: the name of the person invited.
        url: the address of that person's profile.
        text: the note; None where there is none.
        day: when it was sent.
    """

    index: int
    recipient: str | None = None
    url: str | None = None
    text: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """An invitation that the member got."""

    sender: str | None = None
    url: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Follow:
    """A company that the member follows."""

    company: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A post; ``link`` is what it points to, ``url`` the post itself."""

    text: str | None = None
    url: str | None = None
    link: str | None = None
    day: date | None = None


class ActivityKind(StrEnum):
    """What was done to another member's post."""

    COMMENT = "comment"
    REACTION = "reaction"
    REPOST = "repost"


@dataclass(frozen=True, slots=True)
class Activity:
    """A comment, reaction or repost. What was said is not read; whose post it was is unknown."""

    kind: ActivityKind
    url: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A job that the member applied for, or saved; ``day`` is when."""

    company: str | None = None
    title: str | None = None
    url: str | None = None
    day: date | None = None


PARTS = (
    "connections",
    "sent",
    "received",
    "follows",
    "groups",
    "shares",
    "comments",
    "reactions",
    "reposts",
    "applications",
    "saved_jobs",
)
"""What can be unknown."""


@dataclass(frozen=True, slots=True)
class Network:
    """All that an export tells about people, companies and jobs around the member.

    Attributes:
        connections: in the order of the export.
        sent: the invitations sent, in the order of the profile's.
        received: those received.
        follows: companies followed.
        groups: names of the member's groups.
        shares: the member's posts.
        activities: comments, reactions and reposts.
        applications: jobs applied for on LinkedIn.
        saved_jobs: jobs saved.
        unknown: of each part that the export does not hold, why.
    """

    connections: tuple[Connection, ...] = ()
    sent: tuple[Sent, ...] = ()
    received: tuple[Received, ...] = ()
    follows: tuple[Follow, ...] = ()
    groups: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()
    activities: tuple[Activity, ...] = ()
    applications: tuple[Job, ...] = ()
    saved_jobs: tuple[Job, ...] = ()
    unknown: Mapping[str, str] = field(default_factory=dict)

    def knows(self, part: str) -> bool:
        """Whether the export tells about a part, be it that there is nothing."""
        return part not in self.unknown
