"""Reads the ``basics`` of a JSON Resume: who it is, where, and how to reach them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote

from profilelint.loaders.resume.countries import country_name
from profilelint.loaders.resume.draft import Draft, address
from profilelint.loaders.structured.records import Record, Text
from profilelint.profile import Contact

UNKNOWN = "JSON Resume has no such key"

PROFILE_ROOT = "https://www.linkedin.com/in/"
"""What stands before the slug in the address of every profile."""
_PROFILE = re.compile(r"linkedin\.com/(?:in|pub)/(?P<slug>[^/?#\s]+)", re.IGNORECASE)
_USERNAME = re.compile(r"\s*@?(?:/?in/)?(?P<slug>[^/?#\s@]+)/?\s*")
_REASONS = {"title": "JSON Resume calls the headline “label”"}
_PLACE_REASONS = {"postalCode": "LinkedIn's location has no post code"}
_ACCOUNT_REASONS = {"username": "LinkedIn's contact info lists an address, not a user name"}


@dataclass(slots=True)
class _Accounts:
    """What the list of profiles elsewhere comes to."""

    public_url: str | None = None
    websites: list[Text] = field(default_factory=list)
    twitter: list[Text] = field(default_factory=list)


def read_basics(draft: Draft, record: Record) -> dict[str, Any]:
    """Return the profile's fields that ``basics`` holds."""
    location, street = _place(draft, record)
    accounts = _accounts(draft, record)
    contact = Contact(
        emails=_listed(draft, "/contact/emails", [record.text("email")]),
        phones=_listed(draft, "/contact/phones", [record.text("phone")]),
        websites=_listed(draft, "/contact/websites", accounts.websites),
        twitter=_listed(draft, "/contact/twitter", accounts.twitter),
        address=street,
    )
    draft.anchor("/contact", record.pointer)
    fields = {
        "name": _text(draft, "/name", record, "name"),
        "headline": _text(draft, "/headline", record, "label"),
        "about": _text(draft, "/about", record, "summary", "description"),
        "photo": _photo(draft, record),
        "location": location,
        "public_url": accounts.public_url,
        "contact": contact,
    }
    draft.leave_rest(record, _REASONS, UNKNOWN)
    return fields


def location_text(draft: Draft, at: str, record: Record, key: str) -> tuple[str | None, Record]:
    """Write a place the way LinkedIn does: city, region, country.

    Returns:
        The text, and the record that the place was read from (an empty one if it was a text).
    """
    found = record.raw(key)
    nothing = Record(draft.tree, {}, record.pointer)
    if found is None or isinstance(found[0], str):
        return _text(draft, at, record, key), nothing
    place = record.record(key) or nothing
    text = ""
    for name in ("city", "region", "countryCode", "country"):
        part = place.text(name)
        if part is None or (name == "country" and place.has("countryCode")):
            continue
        said = country_name(part.text) if name == "countryCode" else part.text
        text += ", " if text else ""
        offset = 0 if said == part.text else None
        text += draft.put(at, replace(part, text=said), len(text), offset)
    draft.anchor(at, place.pointer)
    return text or None, place


def _text(draft: Draft, at: str, record: Record, *keys: str) -> str | None:
    found = record.text(*keys)
    if found is not None:
        return draft.put(at, found)
    draft.anchor(at, record.pointer)
    return None


def _photo(draft: Draft, record: Record) -> str | None:
    found = address(record, "image", "picture")
    if found is None:
        draft.anchor("/photo", record.pointer)
        return None
    return draft.put("/photo", found)


def _listed(draft: Draft, at: str, texts: Sequence[Text | None]) -> tuple[str, ...]:
    said = [text for text in texts if text is not None]
    return tuple(draft.put(f"{at}/{index}", text) for index, text in enumerate(said))


def _place(draft: Draft, record: Record) -> tuple[str | None, str | None]:
    location, place = location_text(draft, "/location", record, "location")
    street = place.text("address")
    if street is not None:
        draft.put("/contact/address", street)
    draft.leave_rest(place, _PLACE_REASONS, UNKNOWN)
    return location, None if street is None else street.text


def _accounts(draft: Draft, record: Record) -> _Accounts:
    found = _Accounts()
    own = address(record, "url", "website")
    if own is not None:
        found.websites.append(own)
    records = record.records("profiles")
    draft.anchor("/public_url", record.pointer_of("profiles") if records else record.pointer)
    for account in records:
        _account(draft, found, account)
    if found.public_url is None and own is not None and _PROFILE.search(own.text):
        found.public_url = _public_url(draft, own, _PROFILE)
    return found


def _account(draft: Draft, found: _Accounts, account: Record) -> None:
    network = account.text("network")
    name = re.sub(r"[\W_]", "", network.text).casefold() if network else ""
    url = address(account, "url")
    is_profile = url is not None and _PROFILE.search(url.text) is not None
    if found.public_url is None and ("linkedin" in name or is_profile):
        found.public_url = _linkedin(draft, account)
    elif name in {"twitter", "x", "xtwitter", "twitterx"}:
        handle = account.text("username") or url
        if handle is not None:
            found.twitter.append(handle)
    elif url is not None:
        found.websites.append(url)
        account.raw("username")
    draft.leave_rest(account, _ACCOUNT_REASONS, UNKNOWN)


def _linkedin(draft: Draft, account: Record) -> str | None:
    url, username = address(account, "url"), account.text("username")
    if url is not None and _PROFILE.search(url.text):
        return _public_url(draft, url, _PROFILE)
    if url is not None:
        reason = "this is no address of a LinkedIn profile, https://www.linkedin.com/in/…"
        draft.leave(url.text, url.pointer, reason)
    if username is not None and _PROFILE.search(username.text):
        return _public_url(draft, username, _PROFILE)
    if username is not None and _USERNAME.fullmatch(username.text):
        return _public_url(draft, username, _USERNAME)
    if username is not None:
        draft.leave(username.text, username.pointer, "this is no user name of LinkedIn")
    return None


def _public_url(draft: Draft, source: Text, pattern: re.Pattern[str]) -> str | None:
    match = pattern.search(source.text)
    if match is None:
        return None
    written = match["slug"]
    slug = unquote(written)
    # The root is ours, the slug is theirs: a finding on the slug leads to its characters, unless
    # they were percent-encoded or within markup.
    draft.put("/public_url", Text(PROFILE_ROOT, source.pointer), 0, None)
    same = slug == written and source.runs is None
    offset = match.start("slug") if same else None
    return PROFILE_ROOT + draft.put(
        "/public_url", Text(slug, source.pointer), len(PROFILE_ROOT), offset
    )
