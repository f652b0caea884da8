"""Takes the sections of a pasted profile page apart, entry by entry."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from profilelint.loaders.linkedin.dates import Span
from profilelint.loaders.linkedin.durations import months_of
from profilelint.loaders.linkedin.lines import Passage, starts_bullet
from profilelint.loaders.linkedin.text_evidence import is_place
from profilelint.loaders.page.lines import PageLine, is_dates
from profilelint.loaders.page.spans import is_duration, read_span
from profilelint.loaders.page.words import begins_with, is_word, proficiency, without_residue

Lines = Sequence[PageLine]

_DOT = re.compile(r"\s+·\s+")
_ITEM = re.compile(r"\s+[•·|]\s+")
_COMMA = re.compile(r",\s+")
_ENDORSED = re.compile(
    r"(\d+)\s+\w*endors\w*|(\d+)\s+(?:kenntnisbestätigung|recommandation|validac)\w*"
)
_LONGEST_PLACE = 80


@dataclass(slots=True)
class Found:
    """One entry: its texts by field, its dates, and what has no field."""

    texts: dict[str, Passage] = field(default_factory=dict)
    dates: tuple[Passage, Span] | None = None
    aside: list[tuple[Passage, str]] = field(default_factory=list)
    endorsements: int | None = None


def passage(lines: Lines) -> Passage:
    """Put lines together as they were typed; a blank line stays one."""
    found = Passage()
    for line in lines:
        found.add(line.line, "\n\n" if line.gap else "\n")
    return found


def running(found: Found, name: str, lines: Lines) -> None:
    """Put lines into a text of the entry, without what the page has added to them."""
    own: list[PageLine] = []
    for line in lines:
        listed = begins_with("skills_label", line.text)
        is_label = begins_with("associated", line.text) or ":" in line.text[:listed]
        if not is_label:
            own.append(line)
        else:
            reason = "profilelint has no field for the skills or the employer of an entry"
            found.aside.append((Passage(line.line), reason))
    whole = passage(own)
    text, residue = without_residue(whole.raw)
    if residue:
        found.aside.append(
            (whole.part(len(text), len(whole.raw)), "a button of the page, left out of the text")
        )
        whole = whole.part(0, len(text))
    if whole:
        found.texts[name] = whole


def split_dots(line: PageLine) -> list[Passage]:
    """The parts of ``Acme · Full-time``."""
    return _split(Passage(line.line), _DOT)


def split_items(line: PageLine) -> list[Passage]:
    """The items of ``SQL • Python • Go``."""
    return _split(Passage(line.line), _ITEM)


def _split(whole: Passage, pattern: re.Pattern[str]) -> list[Passage]:
    found, start = [], 0
    for match in [*pattern.finditer(whole.raw), None]:
        end = match.start() if match else len(whole.raw)
        if part := whole.part(start, end):
            found.append(part)
        start = match.end() if match else end
    return found


def _span(part: Passage) -> tuple[Passage, Span] | None:
    span = read_span(part.raw)
    return None if span is None else (part, span)


# Experience: the dates are certain; what stands above them is told from them backwards.


@dataclass(slots=True)
class _Group:
    """The employer above several roles, and how much of the time there they have used up."""

    company: PageLine | None = None
    kind: Passage | None = None
    place: PageLine | None = None
    months: int = 0
    used: int = 0

    @property
    def is_open(self) -> bool:
        return self.company is not None and self.used < self.months - 1


def experience(lines: Lines) -> Iterator[Found]:
    """The roles."""
    dates = [n for n, line in enumerate(lines) if is_dates(line.text)]
    group = _Group()
    role = Found()
    done = 0
    for at in dates:
        start, above = _heads(lines, done, at, group)
        if role.dates is not None:
            _body(role, lines[done:start])
            yield role
        elif start > done:
            yield Found(
                aside=[
                    (Passage(line.line), "it stands above the first role")
                    for line in lines[done:start]
                ]
            )
        role = above
        role.dates = _span(Passage(lines[at].line))
        group.used += _months(lines[at].text)
        done = at + 1
    if role.dates is not None:
        _body(role, lines[done:])
        yield role
    elif lines:
        yield Found(
            aside=[(Passage(line.line), "no dates tell what it belongs to") for line in lines]
        )


def _months(dates: str) -> int:
    return months_of(dates.rpartition(" · ")[2]) or 0


def _is_total(text: str) -> bool:
    *kinds, last = _DOT.split(text)
    return is_duration(last) and all(is_word("employment", kind) for kind in kinds)


def _heads(lines: Lines, done: int, at: int, group: _Group) -> tuple[int, Found]:
    """Where the lines above the dates start, and what they say."""
    role = Found()
    index = at - 1
    if index < done:
        return at, role
    if is_word("employment", lines[index].text) and index > done:
        role.texts["employment_type"] = Passage(lines[index].line)
        index -= 1
    for above in (index - 1, index - 2):
        if above - 1 >= done and _is_total(lines[above].text):
            _begin(group, lines, above, index)
            return above - 1, _in_group(role, lines[index], group)
    company = split_dots(lines[index])
    has_kind = len(company) > 1 and is_word("employment", company[-1].plain)
    if index - 1 < done or (group.is_open and not has_kind):
        return index, _in_group(role, lines[index], group)
    group.company = None
    role.texts["title"] = Passage(lines[index - 1].line)
    _company(role, lines[index])
    return index - 1, role


def _begin(group: _Group, lines: Lines, total: int, title: int) -> None:
    *kinds, last = split_dots(lines[total])
    group.company = lines[total - 1]
    group.kind = kinds[0] if kinds else None
    group.place = lines[total + 1] if title > total + 1 else None
    group.months, group.used = months_of(last.plain) or 0, 0


def _in_group(role: Found, title: PageLine, group: _Group) -> Found:
    role.texts["title"] = Passage(title.line)
    if group.company is not None:
        role.texts["company"] = Passage(group.company.line)
    if group.kind is not None:
        role.texts.setdefault("employment_type", group.kind)
    if group.place is not None:
        _place(role, group.place)
    return role


def _company(role: Found, line: PageLine) -> None:
    parts = split_dots(line)
    if len(parts) > 1 and is_word("employment", parts[-1].plain):
        role.texts["employment_type"] = parts.pop()
        role.texts["company"] = Passage(line.line).part(0, line.text.rindex("·"))
    else:
        role.texts["company"] = Passage(line.line)


def _place(role: Found, line: PageLine) -> None:
    parts = split_dots(line)
    if is_word("workplace", parts[-1].plain):
        reason = "profilelint has no field for where the work is done"
        role.aside.append((parts.pop(), reason))
    if parts:
        role.texts["location"] = Passage(line.line).part(0, len(parts[0].raw))


def _is_place(line: PageLine) -> bool:
    text = line.text
    if len(text) > _LONGEST_PLACE or starts_bullet(text):
        return False
    parts = _DOT.split(text)
    return is_word("workplace", parts[-1]) or (len(parts) == 1 and is_place(text, None))


def _body(role: Found, lines: Lines) -> None:
    """What follows the dates of a role: its place, if it has one, and its description."""
    if lines and not lines[0].gap and _is_place(lines[0]):
        _place(role, lines[0])
        lines = lines[1:]
    running(role, "description", lines)


# The other sections: an entry begins below a logo or a blank line, or above its dates.


def entries(lines: Lines, heads: int, tells: Callable[[str], bool]) -> Iterator[list[PageLine]]:
    """Part a section into its entries.

    Args:
        lines: of the section.
        heads: how many lines an entry has above the one that tells it.
        tells: whether a line is one that each entry has, such as its dates.
    """
    starts = {0}
    if any(line.opens for line in lines):
        starts.update(n for n, line in enumerate(lines) if line.opens)
    elif any(line.gap for line in lines):
        starts.update(n for n, line in enumerate(lines) if line.gap and _begins(lines, n, tells))
    else:
        told = [n for n, line in enumerate(lines) if tells(line.text)]
        starts.update(max(0, n - heads) for n in told)
    order = sorted(starts)
    for start, end in zip(order, [*order[1:], len(lines)], strict=True):
        if lines[start:end]:
            yield list(lines[start:end])


def _begins(lines: Lines, at: int, tells: Callable[[str], bool]) -> bool:
    """Whether a block is an entry, and no paragraph of the one above."""
    end = next((n for n in range(at + 1, len(lines)) if lines[n].gap), len(lines))
    block = lines[at:end]
    return lines[at].field or any(tells(line.text) for line in block[1:3])


def education(lines: Lines) -> Iterator[Found]:
    """Schools: name, degree, dates, and what was written about them."""
    for entry in entries(lines, 2, is_years):
        found = Found(texts={"school": Passage(entry[0].line)})
        rest = entry[1:]
        if rest and not is_years(rest[0].text) and not _is_label(rest[0].text):
            _degree(found, rest.pop(0))
        if rest and is_years(rest[0].text):
            found.dates = _span(Passage(rest.pop(0).line))
        running(found, "description", rest)
        yield found


def is_years(text: str) -> bool:
    """Whether a line is from when to when, or one date."""
    return read_span(text) is not None


def _is_label(text: str) -> bool:
    return any(begins_with(name, text) for name in ("grade_label", "activities_label"))


def _degree(found: Found, line: PageLine) -> None:
    comma = _COMMA.search(line.text)
    whole = Passage(line.line)
    if comma is None:
        found.texts["degree"] = whole
    else:
        found.texts["degree"] = whole.part(0, comma.start())
        found.texts["field"] = whole.part(comma.end(), len(whole.raw))


def is_issued(text: str) -> bool:
    """Whether a line tells when a certificate was issued."""
    return begins_with("issued", text) > 0 and any(letter.isdigit() for letter in text)


def certifications(lines: Lines) -> Iterator[Found]:
    """Certificates: name, authority, when they were issued, and their number."""
    for entry in entries(lines, 2, is_issued):
        found = Found(texts={"name": Passage(entry[0].line)})
        for number, line in enumerate(entry[1:]):
            label = begins_with("credential_id", line.text)
            if is_issued(line.text):
                found.dates = _issued(line)
            elif label:
                found.texts["license_number"] = Passage(line.line).part(label, len(line.text))
            elif number == 0:
                found.texts["authority"] = Passage(line.line)
            else:
                running(found, "", [line])
                if "" in found.texts:
                    found.aside.append((found.texts.pop(""), "a certificate has no such line"))
        yield found


def _issued(line: PageLine) -> tuple[Passage, Span] | None:
    parts = split_dots(line)
    spans = []
    for part in parts[:2]:
        label = begins_with("issued", part.raw) or begins_with("expires", part.raw)
        spans.append(read_span(part.raw[label:].strip()))
    if not spans or spans[0] is None:
        return None
    end = spans[1].start if len(spans) > 1 and spans[1] is not None else None
    return Passage(line.line), Span(spans[0].start, end)


def languages(lines: Lines) -> Iterator[Found]:
    """Languages and their levels."""
    found: Found | None = None
    for line in lines:
        if found is not None and "proficiency" not in found.texts and not line.gap:
            level = proficiency(line.text)
            if level is not None or "proficiency" in line.text.casefold():
                found.texts["proficiency"] = Passage(line.line)
                continue
        if found is not None:
            yield found
        found = Found(texts={"name": Passage(line.line)})
    if found is not None:
        yield found


def skills(lines: Lines) -> Iterator[Found]:
    """Skills; the roles they were used in and who endorsed them are not asked for."""
    blocks = any(line.gap for line in lines)
    found: Found | None = None
    for number, line in enumerate(lines):
        endorsed = _ENDORSED.fullmatch(line.text.casefold())
        if endorsed is not None:
            if found is not None:
                found.endorsements = int(endorsed[1] or endorsed[2])
        elif number == 0 or line.gap or not blocks:
            if found is not None:
                yield found
            found = Found(texts={"name": Passage(line.line)})
    if found is not None:
        yield found


def with_dates(name: str, *fields: str) -> Callable[[Lines], Iterator[Found]]:
    """A reader of entries that have a name, then the fields, dates among them, and a text."""

    def read(lines: Lines) -> Iterator[Found]:
        for entry in entries(lines, 1 + len(fields), is_years):
            found = Found(texts={name: Passage(entry[0].line)})
            rest = entry[1:]
            for field_name in fields:
                if rest and not is_years(rest[0].text):
                    found.texts[field_name] = Passage(rest.pop(0).line)
            if rest and is_years(rest[0].text):
                found.dates = _span(Passage(rest.pop(0).line))
            running(found, "description", rest)
            yield found

    return read


def with_row(name: str, first: str) -> Callable[[Lines], Iterator[Found]]:
    """A reader of entries whose second line is ``Issued by X · Jan 2024``."""

    def tells(text: str) -> bool:
        return begins_with("issued_by", text) > 0 or read_span(_DOT.split(text)[-1]) is not None

    def read(lines: Lines) -> Iterator[Found]:
        for entry in entries(lines, 1, tells):
            found = Found(texts={name: Passage(entry[0].line)})
            rest = entry[1:]
            if rest and (tells(rest[0].text) or len(rest) > 1):
                _row(found, first, rest.pop(0))
            running(found, "description", rest)
            yield found

    return read


def _row(found: Found, first: str, line: PageLine) -> None:
    parts = split_dots(line)
    if dates := _span(parts[-1]):
        found.dates = dates
        parts.pop()
    if parts:
        label = begins_with("issued_by", parts[0].raw)
        found.texts[first] = parts[0].part(label, len(parts[0].raw))


def recommendations(lines: Lines) -> Iterator[Found]:
    """Recommendations: who wrote them, and what."""
    for entry in entries(lines, 2, lambda text: any(letter.isdigit() for letter in text)):
        found = Found(texts={"name": Passage(entry[0].line)})
        rest = entry[1:]
        if len(rest) > 1:
            found.texts["title"] = Passage(rest.pop(0).line)
        if len(rest) > 1 and re.search(r"\b(?:19|20)\d\d\b", rest[0].text):
            rest.pop(0)
        running(found, "text", rest)
        yield found


READERS: dict[str, Callable[[Lines], Iterator[Found]]] = {
    "experience": experience,
    "education": education,
    "certifications": certifications,
    "languages": languages,
    "skills": skills,
    "projects": with_dates("name"),
    "volunteering": with_dates("title", "company"),
    "organizations": with_row("name", "position"),
    "publications": with_row("name", "publisher"),
    "patents": with_row("name", "number"),
    "honors": with_row("name", "issuer"),
    "test_scores": with_row("name", "score"),
    "courses": with_row("name", "number"),
    "recommendations": recommendations,
}
