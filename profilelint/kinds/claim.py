"""``claim``: praise of oneself in a sentence that holds no evidence of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from profilelint.fields import Field
from profilelint.kinds.context import Context, Match
from profilelint.kinds.evidence import has_evidence
from profilelint.kinds.lazy import lazily
from profilelint.kinds.lines import sentences
from profilelint.kinds.patterns import compile_pattern
from profilelint.kinds.roles import is_role
from profilelint.proofing.context.grammar_words import words
from profilelint.rule import Rule

_GREETING = lazily(
    r"\s*(?:hi|hello|hey|dear|good (?:morning|day|afternoon))\b[^,.!\n]{0,40}[,.!]?",
    re.IGNORECASE,
)
_BAR = lazily(r"[|•·]")
_ENDS_PART = lazily(r"\s*(?:[|•·]|$)")
_LINE = lazily(r"[^\n•|·●▪]+")
_ADVERB = (
    r"(?:(?:very|highly|really|also|truly|so|extremely|deeply|always|a|an|the|most|more|\w+ly)\s+)*"
)
_AM = rf"(?:\bI\s+am|\bI['’]m|\bam|\bI\s+was|\bbeing|\bremain|\bas)\s+{_ADVERB}"
_LIST = r"(?:[\w-]+(?:,\s*(?:and\s+)?|\s+and\s+|\s+&\s+|\s+but\s+))"
_PERSON = lazily(r"\s*(?:,\s*(?:and\s+)?|and\s+|&\s+|\s)\s*(?P<word>[\w-]+)", re.IGNORECASE)
_GENERIC = words(
    """
    professional individual person leader thinker learner worker graduate student candidate
    communicator solver self-starter mind soul team-player player achiever performer people
    someone somebody problem-solver contributor go-getter hard-working hardworking enthusiast
    """
)
_MOST_BETWEEN = 4
_FAR = 600  # characters of a sentence that are read, and what is no sentence any more


@dataclass(frozen=True, slots=True)
class Options:
    """The terms, each with the list that it stands on.

    Attributes:
        always: terms that are praise wherever they stand.
        of_person: terms that are ordinary words, too: they are praise behind “I am” and before
            “professional”, “leader” and the like.
        of_trade: those that are praise before any role word, too: “motivated nurse”.
        unless: for a term, a regular expression; where it is found in the sentence, the term is
            part of a name or of another word.
    """

    always: Mapping[str, str] = field(default_factory=dict)
    of_person: Mapping[str, str] = field(default_factory=dict)
    of_trade: Mapping[str, str] = field(default_factory=dict)
    unless: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        terms = {**self.always, **self.of_person, **self.of_trade}
        terms = {" ".join(term.casefold().split()): said for term, said in terms.items()}
        object.__setattr__(self, "terms", terms)


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag one term a sentence; ``count`` is how many sentences of the profile, or note, are."""
    groups: dict[str, list[Match]] = {}
    for text_field in context.fields(rule):
        note = text_field.target.split(".")[0] in ("message", "drafts", "invitations")
        group = text_field.pointer if note else ""
        groups.setdefault(group, []).extend(_claims(text_field, options, context))
    for found in groups.values():
        for match in found:
            yield Match(
                match.pointer, match.start, match.end, {**match.values, "count": len(found)}
            )


def _claims(text_field: Field, options: Options, context: Context) -> Iterator[Match]:
    greeting = _GREETING().match(text_field.text)
    for start, end in _sentences(text_field, greeting.end() if greeting else 0):
        sentence = text_field.text[start : min(end, start + _FAR)]
        term = _term(sentence, options)
        if term is None or has_evidence(_without_self(sentence, context)):
            continue
        key = re.sub(r"\s+", " ", term[0].casefold())
        said = options.terms.get(key) or options.terms[_as_listed(key, options)]
        yield Match(text_field.pointer, start + term.start(), start + term.end(), {"said": said})


def _sentences(text_field: Field, behind: int) -> Iterator[tuple[int, int]]:
    if text_field.target == "headline":  # its parts are evidence of one another
        yield behind, len(text_field.text)
        return
    for line in _LINE().finditer(text_field.text):
        for start, end in sentences(line[0]):
            if line.start() + end > behind:
                yield max(behind, line.start() + start), line.start() + end


@cache
def _regex(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    # A hyphen and a space are the same: “problem-solver”, “problem solver”.
    choice = "|".join(
        r"[\s-]+".join(map(re.escape, re.split("[ -]", term))) for term in longest_first
    )
    return re.compile(rf"(?<![\w-])(?:{choice or '(?!)'})(?![\w-])", re.IGNORECASE)


def _term(sentence: str, options: Options) -> re.Match[str] | None:
    """The first term of a sentence that is praise there."""
    for match in _regex(tuple(options.terms)).finditer(sentence):
        key = _as_listed(match[0].casefold(), options)
        unless = options.unless.get(key)
        if unless and compile_pattern(unless, re.IGNORECASE).search(sentence):
            continue
        if key in options.always or _praises(sentence, match, trade=key in options.of_trade):
            return match
    return None


def _as_listed(found: str, options: Options) -> str:
    plain = re.sub(r"[\s-]+", " ", found)
    return next(t for t in options.terms if re.sub(r"[\s-]+", " ", t) == plain)


def _praises(sentence: str, match: re.Match[str], *, trade: bool) -> bool:
    """Whether an adjective is said of the writer: “I am motivated”, “motivated professional”."""
    if re.search(rf"{_AM}{_LIST}{{0,3}}$", sentence[: match.start()], re.IGNORECASE):
        # “I am responsible for” and “I am a creative director” tell what one does.
        behind = sentence[match.end() :]
        follows = re.match(r"\s+(?P<word>[a-z-]+)", behind, re.IGNORECASE)
        if follows is None or follows["word"].lower() in ("and", "but", "professional"):
            return True
        return _is_person(sentence, match.end(), trade=trade)
    parts = list(_BAR().finditer(sentence, 0, match.start()))
    start = parts[-1].end() if parts else 0
    before, behind = sentence[start : match.start()], sentence[match.end() :]
    if trade and not before.strip() and parts and _ENDS_PART().match(behind):
        return True  # “Nurse | Motivated | Driven”
    opens = re.fullmatch(rf"\W*(?:an?\s+)?{_ADVERB}{_LIST}{{0,3}}", before, re.IGNORECASE)
    return opens is not None and _is_person(sentence, match.end(), trade=trade)


def _is_person(sentence: str, at: int, *, trade: bool) -> bool:
    """Whether the words behind an adjective lead to somebody it is said of."""
    for _ in range(_MOST_BETWEEN):
        match = _PERSON().match(sentence, at)
        if match is None:
            return False
        word = match["word"].lower()
        if word in _GENERIC or (trade and is_role(word)):
            return True
        if word in ("in", "with", "for", "of", "at", "by", "to", "on", "the"):
            return False
        at = match.end()
    return False


def _without_self(sentence: str, context: Context) -> str:
    """A sentence without the owner's name, which is no evidence."""
    for part in (context.profile.name or "").split():
        sentence = re.sub(rf"\b{re.escape(part)}\b", "", sentence)
    return sentence
