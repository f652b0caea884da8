"""Reads the greeting of a note: the words of it, and whom it greets."""

import re
from dataclasses import dataclass

from profilelint.kinds.notes.names import TITLE, fold, is_first_name

_HELLO = (
    r"hi|hiya|hey|hello|dear|howdy|greetings|kia ora|g['’]day|aloha|namaste|shalom|salaam"
    r"|good (?:morning|afternoon|evening|day)|hallo|moin|servus|grüezi|grüß gott"
    r"|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|werte[rs]?|bonjour|bonsoir"
    r"|salut|coucou|ch(?:er|ère)|hola|buen(?:os días|as tardes|as noches)|estimad[oa]"
    r"|querid[oa]|olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]|car[oa]|ciao|salve|buongiorno"
    r"|buonasera|gentile|hoi|dag|beste|geachte|goede(?:morgen|middag|navond)|hej|hei|hejsan"
    r"|moi|cześć|dzień dobry|szanown[ya]|witam|drog[ia]|merhaba|selam|sayın|ahoj|dobrý den"
    r"|bună(?: ziua)?|zdravo|bok|szia|kedves|γεια σ[οα]υ|привет|здравствуйте|добрый день"
    r"|привіт|добрий день"
)
_NAME = r"(?:(?:[^\W\d_]\.){2,}|[^\W\d_][\w'’-]*)"
_PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu)"
_GREETING = re.compile(
    rf"\A[\W_]*(?P<hello>{_HELLO})(?![\w'’])(?:[ ,]+(?P<titles>(?:{TITLE}\b\.?\s+)*)"
    rf"(?P<name>{_NAME}\.?(?:\s+(?:{_PARTICLE}\s+)*{_NAME}){{0,3}}))?",
    re.IGNORECASE,
)
# A name alone, in front of a comma.
_BARE = re.compile(rf"\A\s*(?P<name>{_NAME})(?=\s*[,!–—])")
# Whom one greets without knowing a name; and words that follow a bare “Hello”.
_NOBODY_IN_PARTICULAR = """
all there team everyone everybody folks both again friend friends colleague colleagues sir madam
recruiter hr human recruiting recruitment hiring talent manager connection network you and to from
fellow ladies gentlemen whom it professional stranger neighbour neighbor zusammen alle damen herren
à tous toutes a todos todas equipo equipe tutti allemaal iedereen wszystkim państwo equipa pessoal
tudo bien bom ça ca va
"""
# “Dear Hiring Manager,”: the words up to the mark are the whole greeting.
_ANYBODY = re.compile(
    rf"(?: (?:or |and )?(?:{'|'.join(_NOBODY_IN_PARTICULAR.split())})\b)+(?=\s*[,!:\n])",
    re.IGNORECASE,
)
_NOBODY = frozenset(_NOBODY_IN_PARTICULAR.split())
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž]|[^\W\d_a-zß-ÿ]")


@dataclass(frozen=True, slots=True)
class Greeting:
    """How a note begins.

    Attributes:
        start: where the words of greeting begin.
        hello_end: the offset behind the words of greeting, such as “Good morning”.
        end: the offset behind the whole greeting, with the name.
        name: the name that is greeted, without title; empty where nobody is.
        name_start: where it stands.
        titled: whether a courtesy title stands before the name.
    """

    start: int
    hello_end: int
    end: int
    name: str = ""
    name_start: int = -1
    titled: bool = False


def greeting(text: str) -> Greeting | None:
    """Read the greeting of a note, or None where it has none.

    >>> greeting("Good morning Dr. Ana Díaz, your talk …").name
    'Ana Díaz'
    >>> greeting("Hello, I hope this finds you well.").name
    ''
    """
    match = _GREETING.match(text)
    if match is None:
        bare = _BARE.match(text)
        if bare is None or not (_CAPITAL.match(bare["name"]) and is_first_name(bare["name"])):
            return None
        at = bare.start("name")
        return Greeting(at, at, bare.end("name"), bare["name"], at)
    start, hello_end = match.span("hello")
    anybody = _ANYBODY.match(text, hello_end)
    nobody = Greeting(start, hello_end, anybody.end() if anybody else hello_end)
    if match["name"] is None:
        return nobody
    at = match.start("name")
    end = at + _name_end(match["name"])
    # “Hello, Leeds has changed”: behind a comma a name is one only where another mark ends it.
    if end == at or ("," in text[hello_end:at] and text[end : end + 1] not in ",:!"):
        return nobody
    return Greeting(start, hello_end, end, text[at:end], at, bool(match["titles"]))


def _name_end(words: str) -> int:
    """How much of the words behind a greeting is a name; 0 where none of it is."""
    end = 0
    for part in re.finditer(r"\S+", words):
        word = part[0].rstrip(".")
        if fold(word) in _NOBODY or word == "I":
            break
        if _CAPITAL.match(word):
            end = part.start() + len(word)
        elif not re.fullmatch(_PARTICLE, word):
            break
    return end
