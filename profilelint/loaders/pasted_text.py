"""Loads text that was copied from the profile page of linkedin.com in a browser.

A copy of the whole page holds its buttons, and most lines twice, as the page repeats them for
screen readers. Both are left out. Which sections a copy has depends on what was marked: one that is
not there is unknown, not missing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from profilelint.document import Carries, Document, Segment, SourceMap, Unplaced
from profilelint.errors import InputError
from profilelint.loaders.linkedin.dates import Span
from profilelint.loaders.linkedin.lines import Passage
from profilelint.loaders.linkedin.text_evidence import is_place
from profilelint.loaders.linkedin.text_lines import decode
from profilelint.loaders.page.entries import READERS, Found, running, split_dots, split_items
from profilelint.loaders.page.lines import Page, PageLine, is_page, read_page
from profilelint.loaders.page.words import fold, is_chrome, is_word, proficiency, section_of, words
from profilelint.loaders.source import Source
from profilelint.profile import Profile

FORMAT = "pasted-text"

_SNIFFED = 64_000
_ADDRESS = re.compile(r"linkedin\.com/in/(?P<slug>[^/?#\s()]+)", re.IGNORECASE)
_FIELDS = {"experience": "positions"}
_ALWAYS_LACKING = {
    "photo": "a pasted text has no photo, which says nothing of the one on LinkedIn",
    "industry": "the profile page does not show the industry",
    "contact": "the contact info is on a page of its own, which was not pasted",
    "company_follows": "the companies followed were not pasted",
    "groups": "the groups were not pasted",
    "invitations": "a profile page has no invitations",
    "posts": "posts are not read from a pasted page",
}
_MOST_HEAD_LINES = 30
_ROOT = "https://www.linkedin.com/in/"


def sniff(source: Source) -> bool:
    """Whether the content reads like the profile page: its sections, and its way to give dates."""
    data = source.data[:_SNIFFED]
    if not data or data.lstrip()[:1] in {b"{", b"[", b"%", b"<"} or data.startswith(b"PK"):
        return False
    return is_page([line.strip() for line in decode(data).splitlines() if line.strip()])


def load(source: Source) -> Document:
    """Read the text.

    Raises:
        InputError: there is nothing in it that a profile page holds.
    """
    deadline = source.limits.deadline(source.name)
    text = decode(source.data)
    if "\x00" in text:
        raise InputError(
            f"{source.name}: this is no text", hint="copy the profile page into a plain text file"
        )
    page = read_page(source.name, text)
    if not page.lines:
        raise InputError(f"{source.name}: the file is empty", hint="copy the whole profile page")
    deadline.check()
    filling = _Filling()
    sections = list(_sections(page))
    for name, lines in sections:
        deadline.check()
        filling.section(name, lines)
    filling.leave_above()
    profile = Profile.model_validate(filling.data)
    return Document(
        profile,
        FORMAT,
        SourceMap(source.name, filling.segments),
        Carries(_lacking(profile, {name for name, _ in sections}, page)),
        unplaced=tuple(filling.unplaced),
    )


def _sections(page: Page) -> Iterator[tuple[str, list[PageLine]]]:
    """The top of the page, then its sections; the first line of each is its heading."""
    gaps = any(line.gap for line in page.lines)
    name, lines = "", list[PageLine]()
    seen: set[str] = set()
    for line in page.lines:
        found = section_of(line.text)
        # A heading stands apart; the same word within a text does not.
        apart = line.field if page.doubled else (line.gap or not gaps)
        if found is None or not apart or (found in seen and found != "other"):
            lines.append(line)
            continue
        yield name, lines
        name, lines = found, [line]
        seen.add(found)
    yield name, lines


def _lacking(profile: Profile, sections: set[str], page: Page) -> dict[str, str]:
    lacking = dict(_ALWAYS_LACKING)
    for field in Profile.model_fields:
        section = next((name for name, own in _FIELDS.items() if own == field), field)
        is_section = section == "about" or section in READERS or section == "causes"
        if is_section and section not in sections and not getattr(profile, field):
            name = field.replace("_", " ")
            lacking[field] = f"the pasted text has no section for {name}: it may not be copied"
    for field in ("headline", "location", "public_url", "connections_count"):
        if not getattr(profile, field):
            lacking[field] = f"the pasted text does not hold the {field.replace('_', ' ')}"
    more = next((text for text in page.counted if _counts_skills(text)), None)
    if more is not None or "skills" not in sections:
        lacking["skills.all"] = "the profile page shows only the first of the skills"
    return lacking


def _counts_skills(text: str) -> bool:
    said = fold(text)
    labels = [fold(word) for word in words()["skills_label"]]
    return any(label in said for label in labels)


class _Filling:
    """The profile's plain data as it grows, with the place of each part."""

    def __init__(self) -> None:
        self.data: dict[str, Any] = {}
        self.segments: dict[str, list[Segment]] = {}
        self.unplaced: list[Unplaced] = []
        self._above: list[PageLine] = []

    def section(self, name: str, lines: Sequence[PageLine]) -> None:
        """Read one section; without a name it is the top of the page."""
        if not name:
            self._top(list(lines))
        elif name == "about":
            self._about(lines[1:])
        elif name == "causes":
            self._causes(lines[1:])
        elif name in READERS:
            field = _FIELDS.get(name, name)
            self._locate(f"/{field}", Passage(lines[0].line))
            self._entries(field, READERS[name](lines[1:]))
        elif len(lines) > 1:
            self._leave(Passage(lines[0].line), "profilelint reads nothing of this section")

    def _locate(self, pointer: str, passage: Passage) -> None:
        self.segments[pointer] = list(passage.segments)

    def _text(self, name: str, at: str, entry: dict[str, Any], passage: Passage | None) -> None:
        if passage:
            entry[name] = passage.plain
            self._locate(f"{at}/{name}", passage)

    def _leave(self, passage: Passage, reason: str) -> None:
        self.unplaced.append(Unplaced(passage.plain, reason, passage.location))

    # The top: name, headline, employer and school, place, connections.

    def _top(self, lines: list[PageLine]) -> None:
        rest: list[PageLine] = []
        place: PageLine | None = None
        for line in lines[:_MOST_HEAD_LINES]:
            if self._is_number_or_address(line):
                continue
            parts = split_dots(line)
            if len(parts) > 1 and all(is_chrome(part.plain) for part in parts[1:]):
                # The place and the button “Contact info” stand on one line.
                place = line
                self._text("location", "", self.data, parts[0])
            elif line.text.strip("·• "):
                rest.append(line)
        for line in lines[_MOST_HEAD_LINES:]:
            self._leave(Passage(line.line), "it stands above the first section")
        if rest:
            self._text("name", "", self.data, Passage(rest.pop(0).line))
        if rest:
            self._text("headline", "", self.data, Passage(rest.pop(0).line))
        if place is None and rest:
            at = next((n for n in reversed(range(len(rest))) if is_place(rest[n].text, None)), None)
            if at is not None:
                self._text("location", "", self.data, Passage(rest.pop(at).line))
        self._above = rest

    def leave_above(self) -> None:
        """Keep what stands at the top, but for employer and school: they are named again below."""
        entries = [*self.data.get("positions", ()), *self.data.get("education", ())]
        named = {entry.get(name) for entry in entries for name in ("company", "school")}
        for line in self._above:
            if line.text not in named:
                self._leave(Passage(line.line), "it stands above the first section")

    def _is_number_or_address(self, line: PageLine) -> bool:
        count = re.fullmatch(words()["connections"], fold(line.text).strip("· "))
        if count is not None:
            digits = re.sub(r"\D", "", count["count"])
            if digits and len(digits) < 9:
                self.data["connections_count"] = int(digits)
                self._locate("/connections_count", Passage(line.line))
            return True
        address = _ADDRESS.search(line.text)
        if address is not None:
            self.data["public_url"] = _ROOT + address["slug"]
            slug = Passage(line.line).part(*address.span("slug"))
            self.segments["/public_url"] = [
                replace(part, start=part.start + len(_ROOT), end=part.end + len(_ROOT))
                for part in slug.segments
            ]
            return True
        return False

    # The sections.

    def _about(self, lines: Sequence[PageLine]) -> None:
        top = next((n for n, line in enumerate(lines) if is_word("top_skills", line.text)), None)
        found = Found()
        running(found, "about", lines if top is None else lines[:top])
        self._text("about", "", self.data, found.texts.get("about"))
        for passage, reason in found.aside:
            self._leave(passage, reason)
        if top is not None and "skills" not in self.data:
            items = [part for line in lines[top + 1 :] for part in split_items(line)]
            self._entries("skills", (Found(texts={"name": part}) for part in items))

    def _causes(self, lines: Sequence[PageLine]) -> None:
        parts = [part for line in lines for part in split_items(line)]
        self.data["causes"] = [part.plain for part in parts]
        for index, part in enumerate(parts):
            self._locate(f"/causes/{index}", part)

    def _entries(self, field: str, found: Iterator[Found]) -> None:
        entries = self.data[field] = []
        for item in found:
            at = f"/{field}/{len(entries)}"
            for passage, reason in item.aside:
                self._leave(passage, reason)
            entry: dict[str, Any] = {}
            for name, passage in item.texts.items():
                self._text(name, at, entry, passage)
            level = proficiency(entry.get("proficiency", ""))
            if level is not None:
                entry["proficiency"] = level
            if item.endorsements is not None:
                entry["endorsements"] = item.endorsements
            if item.dates is not None:
                self._dates(field, at, entry, *item.dates)
            if entry:
                self._locate(at, next(iter(item.texts.values()), Passage()))
                entries.append(entry)

    def _dates(
        self, field: str, at: str, entry: dict[str, Any], passage: Passage, span: Span
    ) -> None:
        start, end = span.start, span.end
        if field in {"publications", "patents", "honors", "test_scores"}:
            names = {"date": start or end}
        elif span.single and field == "education":
            names = {"end": start}
        elif field == "courses":
            names = {}
        else:
            names = {"start": start, "end": end}
        for name, bound in names.items():
            if bound is not None and bound.date is not None:
                entry[name] = bound.date
                self._locate(f"{at}/{name}", passage)
        if field in {"positions", "volunteering"}:
            entry["current"] = end is not None and end.present
