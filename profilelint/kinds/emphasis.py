"""``emphasis``: capitals, pipes and emoji that shout."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from profilelint.fields import Field
from profilelint.kinds.context import Context, Match
from profilelint.kinds.lazy import lazily
from profilelint.proofing.context.lexicon import FUNCTION_WORDS, tags
from profilelint.proofing.vocabulary import Vocabulary, in_lists
from profilelint.rule import Rule

_PIPE = lazily(r"[|｜¦]")
_ONE = "[\U0001f300-\U0001faff\u2600-\u26ff\u2705\u2728\u2b50\u2764\u270a-\u270c\u274c\u2757\u2753]"
_DRESS = "[\ufe0f\U0001f3fb-\U0001f3ff]*"
_EMOJI = lazily(
    f"[\U0001f1e6-\U0001f1ff]{{2}}|{_ONE}{_DRESS}(?:\u200d[{_ONE[1:-1]}\u2640\u2642]{_DRESS})*"
)
_WORD = lazily(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Acronyms that are words, too.
_ACRONYMS = frozenset(
    (
        "AIDS",
        "AGILE",
        "CARE",
        "LEAN",
        "NICE",
        "RADAR",
        "SCRUM",
        "SMART",
        "STAR",
        "STEM",
        "SWOT",
        "WISE",
    )
)
_SHORTEST = 4  # letters of a word in capitals that is likely to be no acronym
_HEADING = 5  # words of a line in capitals that is a heading


@dataclass(frozen=True, slots=True)
class Options:
    """How much is too much.

    Attributes:
        pipes: so many bars in one text, in a target of ``piped``, are flagged.
        piped: the targets in which bars are counted.
        emoji: so many emoji in one text are flagged.
        bare: targets in which one emoji is too many.
        capitals: so many ordinary words in capitals in one text are flagged; two are enough where
            there is nothing else.
    """

    pipes: int = 4
    piped: tuple[str, ...] = ("headline",)
    emoji: int = 3
    bare: tuple[str, ...] = ("name",)
    capitals: int = 3


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag each text once for each of the three."""
    names = _names(context)
    cased = context.document.carries.why_not("casing") is None
    for field in context.fields(rule):
        if field.target in options.bare:
            if emoji := _EMOJI().search(field.text):
                yield _match(field, emoji.start(), emoji.end(), "is an emoji", "leave it out")
            continue
        if cased:
            yield from _capitals(field, options, names)
        if field.target in options.piped:
            yield from _pipes(field, options)
        yield from _emoji(field, options)


def _match(field: Field, start: int, end: int, what: str, advice: str) -> Match:
    return Match(field.pointer, start, end, {"what": what, "advice": advice})


def _pipes(field: Field, options: Options) -> Iterator[Match]:
    pipes = [match.start() for match in _PIPE().finditer(field.text)]
    if len(pipes) >= options.pipes:
        at = pipes[options.pipes - 1]
        what = f"is bar {options.pipes} of {len(pipes)}, a string of keywords"
        yield _match(field, at, at + 1, what, "keep the two or three parts that matter")


def _emoji(field: Field, options: Options) -> Iterator[Match]:
    found = list(_EMOJI().finditer(field.text))
    if len(found) >= options.emoji:
        what = f"is one of {len(found)} emoji"
        yield _match(field, *found[0].span(), what, "leave them to chats")


def _capitals(field: Field, options: Options, names: frozenset[str]) -> Iterator[Match]:
    loud: list[tuple[int, int]] = []
    quiet = False
    for line in re.finditer(r"[^\n]+", field.text):
        words = list(_WORD().finditer(line[0]))
        if not any(word[0].islower() or word[0].istitle() for word in words):
            is_heading = len(words) <= _HEADING and field.text.strip() != line[0].strip()
            if is_heading:
                continue
        for word in words:
            if word[0] not in names and _is_shouted(word[0]):
                loud.append((line.start() + word.start(), line.start() + word.end()))
            elif len(word[0]) >= _SHORTEST and not word[0].isupper():
                quiet = True
    enough = len(loud) >= options.capitals or (len(loud) >= 2 and not quiet)
    if not enough or (quiet and not _in_a_row(field.text, loud, options.capitals)):
        return
    start, end = _first_run(field.text, loud)
    yield _match(field, start, end, "is in capitals", "write it as you would say it")


def _names(context: Context) -> frozenset[str]:
    """The words of names that are written in capitals by their owners."""
    targets = ("name", "positions.company", "education.school", "volunteering.company")
    every = (f.text for target in targets for f in context.at(target))
    return frozenset(word for text in every for word in _WORD().findall(text) if word.isupper())


def _is_shouted(word: str) -> bool:
    """Whether an ordinary word is written in capitals: no acronym, no name."""
    if not word.isupper() or len(word) < _SHORTEST:
        return False
    low = word.lower()
    if word in _ACRONYMS or Vocabulary().brand(low, in_row=True) is not None:
        return False
    if low in FUNCTION_WORDS:
        return True
    return bool(tags(low)) if low.isascii() else len(low) > _SHORTEST and not in_lists(word)


def _in_a_row(text: str, loud: list[tuple[int, int]], least: int) -> bool:
    """Whether words in capitals stand side by side, as in a sentence, with no small one between."""
    run = 1
    for (_, end), (start, _) in pairwise(loud):
        run = run + 1 if _is_one_run(text[end:start]) else 1
        if run >= least:
            return True
    return run >= least


def _first_run(text: str, loud: list[tuple[int, int]]) -> tuple[int, int]:
    """The first words in capitals, with the short ones before and between them."""
    start, end = loud[0]
    for next_start, next_end in loud[1:]:
        if not _is_one_run(text[end:next_start]):
            break
        end = next_end
    for word in reversed(list(_WORD().finditer(text, max(0, start - 40), start))):
        if not word[0].isupper() or not _is_one_run(text[word.start() : start]):
            break
        start = word.start()
    return start, end


def _is_one_run(between: str) -> bool:
    return "\n" not in between and between.upper() == between
