"""What each English word can be: its parts of speech, and the forms of verbs and nouns.

The data is ``forms.txt``; a word's value there is its tags, the lemma of an inflected verb (``v``
where it is a base that is a verb in most places), and the forms of a verb. Tags are one letter
each, in the order of ``TAGS``.
"""

from dataclasses import dataclass
from functools import lru_cache

from profilelint.proofing.context.grammar_words import words
from profilelint.proofing.word_file import word_file

TAGS = "BZDNGSPJR"
"""Base of a verb, third person, past, participle, -ing; singular, plural; adjective, adverb."""

FUNCTION_WORDS = words(
    """
    a an the this that these those my your his her its our their whose which what who whom i you
    he she it we they me him them us myself and or but nor so yet if because although though
    while when where since until unless whether as than then of in on at by for with from to
    into onto over under about after before between through during without within across against
    among around near behind beyond off out up down per via is are was were be been being am has
    have had having do does did done can could will would shall should may might must not no
    never n't also only just always often still now already both each every all any some many
    much most more few several such other another either neither one two three four five six
    seven eight nine ten there here very too how why it's i'm i've they're you're we're that's
    who's let's there's don't doesn't isn't aren't wasn't weren't haven't hasn't didn't can't
    won't new first last next own same well
    """
)
"""Words whose class is the word itself."""


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The forms of a verb."""

    base: str
    past: str
    participle: str
    gerund: str
    third: str


@lru_cache(maxsize=1 << 15)
def tags(word: str) -> str:
    """What a word, in lower case, can be; ``""`` where it is in no list."""
    value = word_file("forms.txt").get(word)
    return value.partition("\t")[0] if value else ""


@lru_cache(maxsize=1 << 12)
def paradigm(word: str) -> Paradigm | None:
    """The forms of the verb that a word is, or is a form of."""
    fields = _fields(word)
    if fields is None:
        return None
    if "B" in fields[0]:
        return Paradigm(word, *fields[2].split("/"))
    base = fields[1]
    found = _fields(base) if base else None
    return Paradigm(base, *found[2].split("/")) if found and found[2] else None


@lru_cache(maxsize=1 << 12)
def is_mostly_verb(word: str) -> bool:
    """Whether a word that can be a noun is a verb in most places: *make*, *bring*, *sell*."""
    fields = _fields(word)
    return fields is not None and "B" in fields[0] and fields[1] == "v"


@lru_cache(maxsize=1 << 12)
def plural(word: str) -> str | None:
    """The plural of a noun, where it is in the lists."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        guesses = [f"{word}es"]
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        guesses = [f"{word[:-1]}ies"]
    else:
        guesses = [f"{word}s", f"{word}es"]
    return next((guess for guess in guesses if "P" in tags(guess)), None)


@lru_cache(maxsize=1 << 12)
def singular(word: str) -> str | None:
    """The singular of a plural."""
    for ending, put in (("ies", "y"), ("es", ""), ("s", "")):
        guess = word.removesuffix(ending) + put
        if word.endswith(ending) and "S" in tags(guess) and plural(guess) == word:
            return guess
    return None


def _fields(word: str) -> tuple[str, str, str] | None:
    value = word_file("forms.txt").get(word)
    if value is None:
        return None
    first, _, rest = value.partition("\t")
    base, _, forms = rest.partition("\t")
    return first, base, forms
