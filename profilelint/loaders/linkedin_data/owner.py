"""Reads who the profile is about: Profile.csv, the contact info, and the profile's own address."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from profilelint.loaders.linkedin_data.cells import Cell, Row, filled
from profilelint.loaders.linkedin_data.draft import Draft, Form
from profilelint.loaders.linkedin_data.sections import Tables, is_sent
from profilelint.profile import Contact

_FIELDS = ("name", "headline", "about", "location", "industry", "public_url", "contact")
_PROFILE_ROOT = "https://www.linkedin.com/in/"
_PROFILE = re.compile(r"linkedin\.com/in/(?P<slug>[^/?#\s]+)", re.IGNORECASE)
_MEMBER_ID = re.compile(r"ACoA[\w-]{20,}")
# "[PERSONAL:https://ada.example,BLOG:https://b.example]", in 2018 without the brackets.
_BETWEEN_SITES = re.compile(r",(?=\s*(?:[A-Z][A-Z_ ]*:|[a-z]+://|www\.))")
_LABEL = re.compile(r"\s*(?:[A-Z][A-Z_ ]*:)?\s*")


def read_owner(draft: Draft, tables: Tables) -> dict[str, Any]:
    """Return the profile's fields that are no lists."""
    rows = [row for table in tables.get("profile", ()) for row in table.rows]
    fields: dict[str, Any] = {}
    websites: tuple[str, ...] = ()
    twitter: tuple[str, ...] = ()
    if rows:
        form = Form(draft, rows[0], "")
        fields = {
            "name": form.joined("name", " ", "firstname", "lastname"),
            "headline": form.text("headline", "headline"),
            "about": form.prose("about", "summary"),
            "location": form.text("location", "geolocation"),
            "industry": form.text("industry", "industry"),
        }
        websites = _listed(draft, "/contact/websites", rows[0], "websites", _BETWEEN_SITES)
        twitter = _listed(draft, "/contact/twitter", rows[0], "twitterhandles", re.compile(","))
    for table in tables.get("profile", ()):
        for field in _FIELDS:
            draft.anchor(f"/{field}", rows[0].home if rows else table.home)
    _leave_summary(draft, tables)
    fields["public_url"] = _public_url(draft, tables)
    fields["contact"] = Contact(
        emails=_emails(draft, tables),
        phones=_phones(draft, tables),
        websites=websites,
        twitter=twitter,
    )
    return fields


def _listed(
    draft: Draft, pointer: str, row: Row, column: str, between: re.Pattern[str]
) -> tuple[str, ...]:
    cell = filled(row, column)
    if cell is None:
        return ()
    draft.anchor(pointer, cell.home)
    found: list[str] = []
    for start, end in _parts(cell.text, between):
        draft.run(f"{pointer}/{len(found)}", cell.home, 0, end - start, start)
        found.append(cell.text[start:end])
    return tuple(found)


def _parts(text: str, between: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = len(text) - len(text.lstrip(" ["))
    stop = len(text.rstrip(" ]"))
    for end in (*(match.start() for match in between.finditer(text, start, stop)), stop):
        label = _LABEL.match(text, start, end)
        start = label.end() if label else start
        if start < end:
            yield start, start + len(text[start:end].rstrip())
        start = end + 1


def _emails(draft: Draft, tables: Tables) -> tuple[str, ...]:
    """The address that the profile shows: the primary one."""
    rows = [row for table in tables.get("emailaddresses", ()) for row in table.rows]
    primary = [row for row in rows if (cell := filled(row, "primary")) and _is_yes(cell)]
    return _column(draft, "/contact/emails", primary or rows, "emailaddress")


def _is_yes(cell: Cell) -> bool:
    return cell.text.strip().casefold() in {"yes", "true"}


def _phones(draft: Draft, tables: Tables) -> tuple[str, ...]:
    rows = [row for table in tables.get("phonenumbers", ()) for row in table.rows]
    for row in rows:
        extension = filled(row, "extension")
        if extension is not None:
            draft.leave(extension, "a phone number on LinkedIn shows no extension")
    return _column(draft, "/contact/phones", rows, "number")


def _column(draft: Draft, pointer: str, rows: list[Row], column: str) -> tuple[str, ...]:
    found: list[str] = []
    for row in rows:
        cell = filled(row, column)
        if cell is not None:
            found.append(draft.put(f"{pointer}/{len(found)}", cell))
    return tuple(found)


def _leave_summary(draft: Draft, tables: Tables) -> None:
    for table in tables.get("profilesummary", ()):
        for row in table.rows:
            cell = filled(row, "profilesummary")
            if cell is not None:
                reason = "LinkedIn wrote this summary; the profile's About is in Profile.csv"
                draft.leave(cell, reason)


def _public_url(draft: Draft, tables: Tables) -> str | None:
    """The owner's own address: who sent the sent invitations, and got the others."""
    for table in tables.get("invitations", ()):
        for row in table.rows:
            sent = is_sent(Form(draft, row, ""))
            cell = filled(row, "inviterprofileurl" if sent else "inviteeprofileurl")
            match = _PROFILE.search(cell.text) if cell is not None else None
            if cell is None or match is None or _MEMBER_ID.match(match["slug"]):
                continue
            slug = unquote(match["slug"])
            start = len(_PROFILE_ROOT)
            draft.run("/public_url", cell.home, 0, start, None)
            same = slug == match["slug"]
            end = start + len(slug)
            draft.run("/public_url", cell.home, start, end, match.start("slug") if same else None)
            return _PROFILE_ROOT + slug
    return None
