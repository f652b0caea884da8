"""``variants``: one profile writes the same thing in two ways, or not in the way of its dialect."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from profilelint.fields import Field
from profilelint.kinds.context import Context, Match
from profilelint.profile import Profile
from profilelint.proofing.casing import cased_like
from profilelint.proofing.dialect import Dialect, dialect
from profilelint.rule import Rule

_WORD = re.compile(r"(?<![\w@./-])[^\W_][\w-]*(?![\w@-]|[./]\w)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:|]\s+)[-•*‣·●❖—–\s]*\Z", re.MULTILINE)
_BEFORE = 64
"""How far back the beginning of a sentence is looked for: over its stop, spaces and marks."""
_NEXT_CAPITAL = re.compile(r"[ \t](?:of |and |& |for |the )*[A-Z]")
_VERB = re.compile(r"(?:ed|ing|[iy][sz]es?)\Z")
# Languages of computers are American, and what is said of them with their words is, too.
_CODE_BEFORE, _CODE_AFTER = frozenset("`$<{=[.#"), frozenset("`$>}=](")
_OF_CODE = re.compile(r"\b(?:CSS3?|HTML5?|SVG|LaTeX|Sass|SCSS|Tailwind|OpenGL|WebGL)\b")
_AROUND = 30
_REGIONS = ("US", "GB")
"""Whose spelling a profile is taken to follow where nobody says: the two that differ in most."""


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Two ways of writing that should not stand side by side.

    Attributes:
        names: what the first and the second way are called in a message.
        pairs: stems of the first way, each with its stem in the second.
        words: whole words of the first way, each with its like in the second.
        used_in: the regions that write only in the first way, and those only in the second.
    """

    names: tuple[str, str]
    pairs: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    used_in: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

    def is_wrong(self, way: int, region: str) -> bool:
        """Whether a region writes in the other way only."""
        return region in self.used_in[1 - way]


@dataclass(frozen=True, slots=True)
class _Way:
    """A word or stem as one of the two ways has it, and as the other has."""

    group: Group
    way: int
    other: str


@dataclass(frozen=True, slots=True)
class Options:
    """The ways of writing.

    Attributes:
        groups: each with ``names`` (two), ``pairs`` (stem to stem) or ``words`` (word to word), and
            ``used-in`` (regions that write the first way only, and those the second only).
        read: the same, read.
        words: the ways of a whole word.
        stems: the ways of a stem.
        lengths: how long stems are, the longest first.
    """

    groups: Sequence[Mapping[str, Any]]
    read: tuple[Group, ...] = field(init=False, default=())
    words: Mapping[str, _Way] = field(init=False, default_factory=dict)
    stems: Mapping[str, _Way] = field(init=False, default_factory=dict)
    lengths: tuple[int, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        groups = tuple(_group(group) for group in self.groups)
        stems = dict(way for group in groups for way in _ways(group, group.pairs))
        object.__setattr__(self, "read", groups)
        object.__setattr__(
            self, "words", dict(way for group in groups for way in _ways(group, group.words))
        )
        object.__setattr__(self, "stems", stems)
        object.__setattr__(self, "lengths", tuple(sorted({*map(len, stems)}, reverse=True)))

    def way(self, word: str) -> tuple[_Way, int] | None:
        """The way that a word is written in, with the length of what differs."""
        low = word.lower()
        if low in self.words:
            return self.words[low], len(word)
        for length in self.lengths:
            if low[:length] in self.stems and "-" not in low[length:]:
                return self.stems[low[:length]], length
        return None


def _group(given: Mapping[str, Any]) -> Group:
    first, second = given["names"]
    regions = given.get("used-in", ((), ()))
    words = {key: value for key, value in given.items() if key not in ("names", "used-in")}
    return Group((first, second), used_in=(frozenset(regions[0]), frozenset(regions[1])), **words)


def _ways(group: Group, pairs: Mapping[str, str]) -> Iterator[tuple[str, _Way]]:
    for first, second in pairs.items():
        yield first.lower(), _Way(group, 0, second)
        yield second.lower(), _Way(group, 1, first)


@dataclass(frozen=True, slots=True)
class _Use:
    """A word that is written in one of two ways."""

    group: Group
    way: int
    place: int
    start: int
    word: str
    other: str


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag what the dialect does not write, and of two ways that it does the rarer one.

    The dialect is the one that the user sets, else the one that most words are of. Where as many
    are of either, the one of the first word: the later is flagged.
    """
    fields = list(context.fields(rule))
    names = _Names(context.profile)
    uses = [use for use in _uses(fields, options) if not names.hold(fields[use.place].text, use)]
    chosen = dialect(context.proofreading.language)
    region = chosen.region if chosen else _told(uses)
    wrong = [use for use in uses if region and use.group.is_wrong(use.way, region)]
    right = [use for use in uses if use.group.is_wrong(use.way, _other(region))]
    for use in wrong:
        yield _match(use, fields, _advice(use, chosen, right))
    for group in options.read:
        ways: list[list[_Use]] = [[], []]
        for use in uses:
            if use.group is group:
                ways[use.way].append(use)
        settled = any(group.is_wrong(way, region) for way in (0, 1))
        if all(ways) and not settled:
            rarer = _rarer(ways)
            for use in ways[rarer]:
                yield _match(use, fields, _beside(ways[1 - rarer][0]))


def _told(uses: Sequence[_Use]) -> str:
    """The region whose spelling most words are of; empty where there is none or nothing to tell."""
    against = {
        region: [use for use in uses if use.group.is_wrong(use.way, region)] for region in _REGIONS
    }
    if not any(against.values()):
        return ""
    us, gb = (against[region] for region in _REGIONS)
    if len(us) != len(gb):
        return "US" if len(us) < len(gb) else "GB"
    first = min((*us, *gb), key=lambda use: (use.place, use.start))
    return "GB" if first in us else "US"


def _other(region: str) -> str:
    return "GB" if region == "US" else "US"


def _advice(use: _Use, chosen: Dialect | None, right: Sequence[_Use]) -> str:
    if chosen:
        return f"; in {chosen.name} English write “{use.other}”"
    return _beside(next((other for other in right if other.group is use.group), right[0]))


def _beside(other: _Use) -> str:
    name = other.group.names[other.way]
    return f", and “{other.word}” elsewhere is {name}; keep to one"


def _match(use: _Use, fields: Sequence[Field], advice: str) -> Match:
    return Match(
        fields[use.place].pointer,
        use.start,
        use.start + len(use.word),
        {"name": use.group.names[use.way], "advice": advice},
        (use.other,),
    )


def _rarer(ways: Sequence[Sequence[_Use]]) -> int:
    if len(ways[0]) != len(ways[1]):
        return 0 if len(ways[0]) < len(ways[1]) else 1
    first = [(uses[0].place, uses[0].start) for uses in ways]
    return 0 if first[0] > first[1] else 1


def _uses(fields: Sequence[Field], options: Options) -> Iterator[_Use]:
    """Yield the words that have another way, in the order of the text."""
    for place, text_field in enumerate(fields):
        text = text_field.text
        for match in _WORD.finditer(text):
            found = options.way(match[0])
            if found is None or _within_a_name(text, match) or _is_code(text, match):
                continue
            way, length = found
            other = cased_like(match[0][:length], way.other) + match[0][length:]
            yield _Use(way.group, way.way, place, match.start(), match[0], other)


def _within_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether it is written with a capital that no sentence or line begins with.

    “World Health Organization” and “Pearl Harbor” are names, whichever way their owner spells; and
    so is “Center Parcs”, even where it begins the line.
    """
    if not match[0][0].isupper():
        return False
    start = match.start()
    if not _SENTENCE_START.search(text, max(0, start - _BEFORE), start):
        return True
    if _VERB.search(match[0]):
        return False  # “Organised Scrum ceremonies”
    return _NEXT_CAPITAL.match(text, match.end()) is not None


def _is_code(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if text[start - 1 : start] in _CODE_BEFORE or text[end : end + 1] in _CODE_AFTER:
        return True
    line = text.rfind("\n", 0, start) + 1
    return _OF_CODE.search(text, max(line, start - _AROUND), end + _AROUND) is not None


class _Names:
    """Names that the profile holds, in which a word is spelled as its owner spells it."""

    def __init__(self, profile: Profile) -> None:
        names = [
            *(position.company for position in profile.positions),
            *(entry.school for entry in profile.education),
            *(entry.company for entry in profile.volunteering),
            *(entry.name for entry in profile.organizations),
            *(entry.name for entry in profile.projects),
            *(entry.name for entry in profile.publications),
        ]
        self._names = {name.casefold() for name in names if name and len(name) > 2}

    def hold(self, text: str, use: _Use) -> bool:
        """Whether a word stands within one of them."""
        word = use.word.casefold()
        for name in self._names:
            at = name.find(word)
            begin = use.start - at
            if at >= 0 and begin >= 0 and text[begin : begin + len(name)].casefold() == name:
                return True
        return False
