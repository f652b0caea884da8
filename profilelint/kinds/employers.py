"""Names of employers, compared: the piece that several kinds share."""

import re
import unicodedata
from functools import lru_cache

_LEGAL = frozenset(
    {
        *("inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc"),
        *(
            "llp",
            "lp",
            "plc",
            "pty",
            "pvt",
            "private",
            "gmbh",
            "mbh",
            "ag",
            "kg",
            "ohg",
            "ug",
            "ev",
        ),
        *("eg", "se", "sa", "sas", "sarl", "srl", "spa", "sl", "slu", "ltda", "eireli", "bv", "nv"),
        *("ab", "as", "asa", "aps", "oy", "oyj", "kk", "spzoo", "sro", "doo"),
    }
)
"""Legal forms, written without stops. What they are is no part of a firm's name."""
_SPLIT_FORMS = re.compile(r"\b(?:sp\.? z ?o\.? ?o|s\. ?r\. ?o|d\. ?o\. ?o|e\. ?v)\b\.?")
_SMALL = frozenset(
    {
        *("and", "of", "the", "for", "in", "at", "de", "du", "des", "la", "le", "di", "da", "do"),
        *("y", "e", "et", "und", "der", "die", "das"),
    }
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*", re.UNICODE)
_STOPS = re.compile(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.(?=\W|$)")


@lru_cache(maxsize=512)
def words(name: str) -> tuple[str, ...]:
    """The words of a firm's name that tell it from others, in lower case and without accents.

    >>> words("The Acme Co., Ltd."), words("Société Générale S.A.")
    (('acme',), ('societe', 'generale'))
    """
    return _split(name)[0]


@lru_cache(maxsize=512)
def legal_form(name: str) -> tuple[str, ...]:
    """The legal form that a name ends with, if it does.

    >>> legal_form("Acme, Inc."), legal_form("Acme")
    (('inc',), ())
    """
    return _split(name)[1]


def _split(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    text = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = _SPLIT_FORMS.sub(lambda match: re.sub(r"[\W_]", "", match[0]), text)
    text = _STOPS.sub("", text.replace("&", " and ").replace("+", " and "))
    found = [word.replace("’", "").replace("'", "") for word in _WORD.findall(text)]
    if len(found) > 1 and found[0] == "the":
        found = found[1:]
    form: list[str] = []
    while len(found) > 1 and found[-1] in _LEGAL:
        form.insert(0, found.pop())
    while len(found) > 1 and found[-1] == "and":  # of “& Co.”
        found.pop()
    return tuple(found), tuple(form)


def initials(name: str) -> str:
    """What a name is shortened to.

    >>> initials("Massachusetts Institute of Technology")
    'mit'
    """
    return "".join(word[0] for word in words(_BRACKETS.sub(" ", name)) if word not in _SMALL)


def without_short_form(name: str) -> str:
    """A name without the short form of it in brackets.

    >>> without_short_form("Amazon Web Services (AWS)"), without_short_form("Acme (contract)")
    ('Amazon Web Services', 'Acme (contract)')
    """
    match = _BRACKETS.search(name)
    if match is None:
        return name
    short = "".join(words(match[1]))
    rest = (name[: match.start()] + name[match.end() :]).strip()
    return rest if short and short == initials(rest) else name


def akin(one: str, other: str) -> bool:
    """Whether two names may well be of one employer. Generous: who asks wants to be sure.

    >>> akin("Google", "Google DeepMind"), akin("MIT", "Massachusetts Institute of Technology")
    (True, True)
    >>> akin("Bank of America", "Bank of Africa")
    False
    """
    a, b = words(one), words(other)
    if not a or not b:
        return False
    if a == b or "".join(a) == "".join(b):
        return True
    telling = [{word for word in each if word not in _SMALL} for each in (a, b)]
    if telling[0] and telling[1] and (telling[0] <= telling[1] or telling[1] <= telling[0]):
        return True
    if "".join(a) == initials(other) or "".join(b) == initials(one):
        return True
    for name, short in ((one, b), (other, a)):
        if any(words(part) == short for part in _BRACKETS.findall(name)):
            return True
    from rapidfuzz import fuzz

    return fuzz.ratio(" ".join(a), " ".join(b)) >= 90
