"""``invitation-pace``: many invitations in a week, or one person invited again too soon."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from profilelint.kinds.context import Context, Match
from profilelint.profile import Invitation
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """The limits; one of them.

    Attributes:
        a_week: more invitations within seven days are flagged, once for each such week.
        days_apart: the same person invited again within so many days is flagged.
    """

    a_week: int | None = None
    days_apart: int | None = None


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:  # noqa: ARG001
    """Flag the invitation with which it was too many, or too soon."""
    sent = [
        (day, index, invitation)
        for index, invitation in enumerate(context.profile.invitations)
        if (day := _day(invitation.date)) is not None
    ]
    sent.sort(key=lambda one: one[:2])
    if options.a_week is not None:
        yield from _bursts([(day, index) for day, index, _ in sent], options.a_week)
    if options.days_apart is not None:
        yield from _repeated(sent, timedelta(days=options.days_apart))


def _bursts(sent: Sequence[tuple[date, int]], most: int) -> Iterator[Match]:
    first = 0
    while first < len(sent):
        until = sent[first][0] + timedelta(days=7)
        last = first
        while last < len(sent) and sent[last][0] < until:
            last += 1
        if last - first > most:
            values = {"count": last - first, "max": most, "since": sent[first][0].isoformat()}
            yield Match(f"/invitations/{sent[last - 1][1]}/date", values=values)
            first = last
        else:
            first += 1


def _repeated(sent: Sequence[tuple[date, int, Invitation]], apart: timedelta) -> Iterator[Match]:
    before: dict[str, date] = {}
    for day, index, invitation in sent:
        who = (invitation.url or invitation.recipient or "").casefold().rstrip("/")
        if not who:
            continue
        if who in before and day - before[who] < apart:
            values = {"days": (day - before[who]).days, "to": invitation.recipient or "this person"}
            yield Match(f"/invitations/{index}/date", values=values)
        before[who] = day


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told[:10]) if told else None
