"""``person``: a text speaks of its owner as of somebody else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.kinds.context import Context, Match
from profilelint.kinds.lazy import lazily
from profilelint.kinds.lines import sentences
from profilelint.proofing.context.grammar_words import words
from profilelint.proofing.context.lexicon import tags
from profilelint.rule import Rule

# The I of “Phase I” and “World War I” speaks of nobody.
_FIRST = lazily(
    r"(?:^|[.!?,;:–—(“\"•\n-][ \t]{0,3}"
    r"|\b(?!(?:phase|type|class|level|stage|tier|part|grade|group)\b)[a-z]+\s)"
    r"(?P<first>I(?:['’](?:m|ve|d|ll))?)(?=\s+[a-z])|(?<!\w)(?P<my>[Mm]y|[Mm]e|[Mm]yself)\b"
)
_TITLE = lazily(r"(?:Dr|Prof|Mr|Mrs|Ms|Mx|Miss|Sir|Dame|Eng|Ing)\.?\s+", re.IGNORECASE)
_PRONOUN = lazily(r"(?P<who>[Hh]e|[Ss]he)(?P<rest>(?:\s+\w+ly|\s+also|\s+now|\s+has|\s+is)?\s+\w+)")
_VERB = lazily(r"\s+(?:(?:\w+ly|also|now|then|first|has|is|was)\s+)?(?P<verb>[a-z]+)")
_STATES = words("is was has had does did can will would holds works leads brings")
_QUOTE = lazily(r"[“\"«][^”\"»]{0,400}[”\"»]")


@dataclass(frozen=True, slots=True)
class Options:
    """Which texts are flagged.

    Attributes:
        beside_first: whether those that say “I”, too, are flagged, or those that never do.
    """

    beside_first: bool = False


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag the first place that speaks of the owner as he, she or by name."""
    for field in context.fields(rule):
        # What is quoted was said by somebody else.
        text = _QUOTE().sub(lambda quote: " " * len(quote[0]), field.text)
        first = _FIRST().search(text)
        if bool(first) is not options.beside_first:
            continue
        place = _of_self(text, context.profile.name or "", strict=options.beside_first)
        if place is not None:
            values = {"first": (first["first"] or first["my"]) if first else ""}
            yield Match(field.pointer, *place, values)


def _of_self(text: str, name: str, *, strict: bool) -> tuple[int, int] | None:
    """Where a text speaks of its owner: by name, or by a pronoun that can mean nobody else."""
    subject = _subject(name)
    spoken: tuple[int, int] | None = None
    for start, end in _sentences(text):
        sentence = text[start:end]
        match = subject.match(sentence) if subject else None
        if (
            match
            and _is_verb_behind(sentence, match.end())
            and (not _is_ordinary(match, strict) or _is_taken_up(text, start + match.end()))
        ):
            spoken = (start, start + match.end())
            if not strict:
                return spoken
            break
        pronoun = _PRONOUN().match(sentence)
        # Only a pronoun that opens the text has nobody else to mean.
        if pronoun and not text[:start].strip() and _is_verb_behind(sentence, pronoun.end("who")):
            return start, start + pronoun.end("who")
    return spoken


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", text):
        for start, end in sentences(line[0]):
            lead = re.match(r"[\s•*–—-]*", line[0][start:end])
            yield line.start() + start + (lead.end() if lead else 0), line.start() + end


def _subject(name: str) -> re.Pattern[str] | None:
    """The owner's name where it may stand as a subject: “Ada”, “Ada Example”, “Dr. Example”."""
    parts = re.findall(r"[^\W\d_][\w'’.-]+", _TITLE().sub("", name.partition(",")[0]))
    if not parts or len(parts[0]) < 2:
        return None
    first, last = re.escape(parts[0]), re.escape(parts[-1])
    middle = r"(?:\s+[A-Z][\w'’.-]*)?"
    whole = rf"{first}{middle}\s+{last}" if len(parts) > 1 else first
    titled = rf"(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+{last}"
    return re.compile(
        rf"(?:(?:Dr|Prof)\.?\s+)?(?P<whole>{whole})|(?P<titled>{titled})|(?P<first>{first})"
    )


def _is_verb_behind(sentence: str, at: int) -> bool:
    match = _VERB().match(sentence, at)
    if match is None:
        return False
    verb = match["verb"]
    return verb in _STATES or bool(set(tags(verb)) & set("ZD")) or _is_state(match[0])


def _is_state(several: str) -> bool:
    return any(word in _STATES for word in several.split())


def _is_taken_up(text: str, at: int) -> bool:
    """Whether what opens a text is somebody: “Grace is a nurse. She …”."""
    opens = len(text[:at].split()) == 1
    return opens and re.search(r"[.!]\s+(?:She|He)\s", text[at:]) is not None


def _is_ordinary(match: re.Match[str], strict: bool) -> bool:
    """Whether a first name alone may be a word (“Hope is …”) or, beside “I”, another person's."""
    if match["first"] is None:
        return False
    return strict or bool(tags(match["first"].lower()))
