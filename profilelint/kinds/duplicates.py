"""``duplicates``: the same entry, name or line twice."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.fields import entry_name, value_at
from profilelint.kinds.context import Context, Match
from profilelint.kinds.employers import initials, without_short_form, words
from profilelint.kinds.periods import period
from profilelint.profile import Position
from profilelint.rule import Rule

_LINE = re.compile(r"^[-•*‣·●❖—–▪◦○\s\d.)]*(?P<text>\S.*?)\s*$", re.MULTILINE)
# What is the same by nature: “Technologies: SQL, R”, an address, a list of names.
_LABEL = re.compile(
    r"[\w &/-]{2,30}(?::|\s[-–—])(?:\s|$)|https?://|www\.|(?:[^\s,/|]+(?:\s[^\s,/|]+){0,2}\s?[,/|]\s?){3}"
)
_MOST = 100  # entries that are compared, each with each; no career has so many
_NAME = 0.6
_SAME_TEXT = 80  # of a hundred: what is the same, but for a word or two


_KEEP = "keep one and delete the rest"


@dataclass(frozen=True, slots=True)
class Options:
    """What is too little to be called the same.

    Attributes:
        words: a line of fewer words is left alone.
        entries: so is one that stands under more entries.
    """

    words: int = 5
    entries: int = 2


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the later of two roles, names or lines that are the same.

    Of a target that is a list of entries, entries are compared; of names, names; of other texts,
    their lines.
    """
    for target in rule.targets:
        if context.document.carries.why_not(target):
            continue
        if "." not in target:
            yield from _entries(target, context)
        elif target.endswith(".name"):
            yield from _names(target, context)
        else:
            yield from _lines(target, options, context)


def _entries(target: str, context: Context) -> Iterator[Match]:
    """Flag a role that was there before, once for all its copies."""
    copies: list[list[int]] = []
    entries = getattr(context.profile, target)[:_MOST]
    for index, entry in enumerate(entries):
        twins = next((c for c in copies if _same_role(entries[c[0]], entry, context)), None)
        if twins is None:
            copies.append([index])
        else:
            twins.append(index)
    for first, *again in copies:
        if again:
            entry = entries[again[0]]
            times = "twice" if len(again) == 1 else f"{len(again) + 1} times"
            values = {"told": f"“{entry_name(entries[first])}” is there {times}", "advice": _KEEP}
            yield Match(f"/{target}/{again[0]}/title", 0, len(entry.title or ""), values)


def _same_role(one: Position, other: Position, context: Context) -> bool:
    if not (one.title and one.company and other.title and other.company):
        return False
    if words(one.title) != words(other.title) or words(one.company) != words(other.company):
        return False
    if one.location and other.location and one.location != other.location:
        return False
    spans = period(one, context.now), period(other, context.now)
    if spans[0] is None or spans[1] is None:
        same_time = (one.start, one.end, one.current) == (other.start, other.end, other.current)
    else:
        same_time = spans[0] == spans[1] or spans[0].surely_shared(spans[1]) > 1
    return same_time and _same_text(one.description, other.description)


def _same_text(one: str | None, other: str | None) -> bool:
    if not one or not other or one == other:
        return True
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) >= _SAME_TEXT


def _names(target: str, context: Context) -> Iterator[Match]:
    """Flag a name that was there before, in another form or the same, each form once."""
    fields = context.at(target)
    count = Counter(field.text for field in fields)
    seen: dict[str, str] = {}
    told: set[str] = set()
    for field in fields:
        keys = _forms(field.text)
        twin = next((seen[key] for key in keys if key in seen), None)
        if twin is None:
            seen.update(dict.fromkeys(keys, field.text))
        elif field.text not in told:
            told.add(field.text)
            if twin == field.text:
                times = "twice" if count[twin] == 2 else f"{count[twin]} times"
                values = {"told": f"“{twin}” is listed {times}", "advice": _KEEP}
            else:
                values = {"told": f"“{field.text}” is “{twin}” again", "advice": "keep one form"}
            yield Match(field.pointer, 0, len(field.text), values)


def _forms(name: str) -> list[str]:
    """The forms under which a name is known; “C”, “C++” and “C#” stay three.

    >>> _forms("Amazon Web Services (AWS)")
    ['amazon web services', 'aws']
    """
    text = unicodedata.normalize("NFKC", name)
    rest = without_short_form(text)
    forms = [" ".join(re.sub(r"[-_‐-–]", " ", rest.casefold()).split())]
    return forms if rest == text else [*forms, initials(rest)]


def _lines(target: str, options: Options, context: Context) -> Iterator[Match]:
    """Flag a line that was there before; of many between the same two texts, the first.

    One that stands under three entries or more is meant so: the client, the unit.
    """
    homes: dict[str, list[tuple[str, tuple[int, int]]]] = {}
    told: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for field in context.at(target):
        for match in _LINE.finditer(field.text):
            text = match["text"]
            said = text.split()
            if len(said) < options.words or _LABEL.match(text) or text.endswith(":"):
                continue
            if sum(word[0].isupper() for word in said) > _NAME * len(said):
                continue  # the name of a unit or a client
            key = " ".join(text.casefold().split()).rstrip(" .;,!")
            homes.setdefault(key, []).append((field.pointer, match.span("text")))
    for (first, _), *again in homes.values():
        if len({first, *(pointer for pointer, _ in again)}) <= options.entries:
            for pointer, span in again:
                told.setdefault((first, pointer), []).append(span)
    for (first, pointer), spans in told.items():
        there = "" if first == pointer else f" under “{_owner(first, context)}”"
        told_of = "This line is" if len(spans) == 1 else f"This line and {len(spans) - 1} more are"
        values = {
            "told": f"{told_of} there before{there}",
            "advice": "say what was different here, or delete it",
        }
        yield Match(pointer, *spans[0], values)


def _owner(pointer: str, context: Context) -> str:
    return entry_name(value_at(context.profile, pointer.rpartition("/")[0]))
