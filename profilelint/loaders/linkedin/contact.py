"""Reads the contact block: postal address, phones, e-mail, the profile's address, websites."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from profilelint.document import FixedSegment, Segment
from profilelint.loaders.linkedin.lines import Line, LineSegment, Passage

_PHONE = re.compile(r"(?P<number>\+?[\d(][\d\s().+/-]*\d[\d\s().+/-]*(?:(?:ext|x)\.?\s*\d+)?)"
                    r"(?:\((?P<label>[^()\d]+)\))?\s*")  # fmt: skip
_LABEL = re.compile(r"(?:^|\s)\(([^()]+)\)\s*$")
_PROFILE = re.compile(r"linkedin\.com/in/([^/?#\s]+)", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_PROFILE_ROOT = "https://www.linkedin.com/in/"
_FEWEST_DIGITS = 6
_LONGEST_PHONE = 60
_MOST_MAIL_LINES = 10  # 254 characters at most, 27 of them on a line
_LONG_LOCAL_PART = 24  # characters that fill a line of the sidebar

Found = tuple[str, Sequence[Segment]]


@dataclass(slots=True)
class Contacts:
    """What the contact block holds, each text with its place."""

    emails: list[Found] = field(default_factory=list)
    phones: list[Found] = field(default_factory=list)
    websites: list[Found] = field(default_factory=list)
    public_url: Found | None = None
    address: Passage | None = None


def read_contacts(lines: Sequence[tuple[Line, bool]], links: Iterable[str]) -> Contacts:
    """Sort the lines of the contact block.

    Args:
        lines: each with whether it is a web address (they are set larger).
        links: the addresses that the export links to; they tell how broken lines join.
    """
    links = list(links)
    contacts = Contacts()
    _read_plain(contacts, [line for line, is_link in lines if not is_link], _mails(links))
    _read_links(contacts, [line for line, is_link in lines if is_link], links)
    return contacts


def _mails(links: Sequence[str]) -> set[str]:
    return {
        unquote(link[7:].partition("?")[0]).casefold()
        for link in links
        if link.lower().startswith("mailto:")
    }


def is_phone(text: str) -> bool:
    """Whether a line is a phone number, with or without its label.

    >>> is_phone("+44 20 7946 0000 (Mobile)"), is_phone("221B Baker Street")
    (True, False)
    """
    text = text.strip()
    match = _PHONE.fullmatch(text) if len(text) <= _LONGEST_PHONE else None
    return match is not None and sum(c.isdigit() for c in match["number"]) >= _FEWEST_DIGITS


def _read_plain(contacts: Contacts, lines: Sequence[Line], mails: set[str]) -> None:
    index = 0
    address: Passage | None = None
    while index < len(lines):
        count = _mail_lines(lines, index, mails)
        if count:
            passage = _glued(lines[index : index + count])
            contacts.emails.append((passage.plain, passage.segments))
            index += count
            continue
        line = lines[index]
        index += 1
        if is_phone(line.text):
            contacts.phones.append(_phone(line))
        elif address is None:
            address = Passage(line)
        else:
            address.add(line, " ")
    contacts.address = address


def _mail_lines(lines: Sequence[Line], index: int, mails: set[str]) -> int:
    """How many lines from here on make up one e-mail address, which breaks inside words."""
    glued = ""
    for count, line in enumerate(lines[index : index + _MOST_MAIL_LINES], 1):
        glued += line.text.strip()
        if glued.casefold() in mails:
            return count
        if not any(mail.startswith(glued.casefold()) for mail in mails):
            break
    return _mail_lines_guessed(
        [line.text.strip() for line in lines[index : index + _MOST_MAIL_LINES]]
    )


def _mail_lines_guessed(texts: Sequence[str]) -> int:
    first = texts[0]
    if any(character.isspace() for character in first) or is_phone(first):
        return 0
    at = next((n for n, text in enumerate(texts[:2]) if "@" in text), None)
    if at is None or (at == 1 and (len(first) < _LONG_LOCAL_PART or " " in texts[1])):
        return 0
    count = at + 1
    # A full line of an address goes on in the next one.
    while (
        count < len(texts)
        and len(texts[count - 1]) >= _LONG_LOCAL_PART
        and " " not in texts[count]
        and "@" not in texts[count]
        and not is_phone(texts[count])
    ):
        count += 1
    return count


def _glued(lines: Iterable[Line]) -> Passage:
    passage = Passage()
    for line in lines:
        passage.add(line)
    return passage


def _phone(line: Line) -> Found:
    passage = Passage(line)
    match = _PHONE.fullmatch(passage.raw)
    number = passage.part(*match.span("number")) if match else passage
    return number.plain, number.segments


def _read_links(contacts: Contacts, lines: Sequence[Line], links: Sequence[str]) -> None:
    profiles = [link for link in links if _PROFILE.search(link)]
    web = [link for link in links if not _PROFILE.search(link) and link.lower().startswith("http")]
    for entry in _entries(lines):
        if contacts.public_url is None and _PROFILE.search(entry.raw):
            contacts.public_url = _public_url(entry, profiles)
        elif entry:
            contacts.websites.append((_whole(entry, web), entry.segments))
    if contacts.public_url is None and profiles:
        contacts.public_url = _canonical(profiles[0]), ()


def _entries(lines: Sequence[Line]) -> Iterable[Passage]:
    """The addresses, each without its label, which ends it and may have a line of its own."""
    passage = Passage()
    for line in lines:
        passage.add(line)
        label = _LABEL.search(line.text)
        if label is not None:
            yield passage.part(0, _label_start(passage.raw))
            passage = Passage()
    if passage:
        yield passage


def _label_start(raw: str) -> int:
    return raw.rindex("(")


def _canonical(address: str) -> str:
    match = _PROFILE.search(address)
    return _PROFILE_ROOT + unquote(match[1] if match else "")


def _public_url(entry: Passage, profiles: Sequence[str]) -> Found:
    shown = _canonical(entry.raw)
    linked = [_canonical(link) for link in profiles]
    # The link is whole even where the text is broken in a way that cannot be mended.
    url = shown if shown in linked or not linked else linked[0]
    skipped = len(url) - len(entry.raw)
    if url.endswith(entry.raw) and skipped >= 0:
        return url, [
            LineSegment(part.start + skipped, part.end + skipped, part.line, part.offset)
            for part in entry.segments
        ]
    location = entry.location
    return url, [] if location is None else [FixedSegment(location, 0, len(url))]


def _bare(address: str) -> str:
    return _SCHEME.sub("", unquote(address)).rstrip("/").casefold()


def _whole(entry: Passage, web: Sequence[str]) -> str:
    """The address as shown, or as linked where the text has lost a part of it."""
    shown = _bare(entry.plain)
    linked = {_bare(link): link for link in web}
    if shown in linked or not entry.segments:
        return entry.plain
    first = _bare(entry.segments[0].line.text.strip())
    candidates = [link for bare, link in linked.items() if bare.startswith(first)]
    if len(candidates) != 1:
        return entry.plain
    parts = urlsplit(candidates[0])
    return candidates[0].removeprefix(f"{parts.scheme}://")
