"""The small closed classes that the rules of context share."""


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set: long lists read better so."""
    return frozenset(text.split())


BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't"))
HAVE = frozenset(("have", "has", "had", "having", "i've", "we've", "they've", "you've"))
MODALS = frozenset(
    (
        *("can", "could", "will", "would", "should", "must", "might", "cannot", "can't", "won't"),
        *("couldn't", "shouldn't", "wouldn't", "mustn't"),
    )
)
DO_NOT = frozenset(("didn't", "doesn't", "don't"))
DO = frozenset(("did", "does", "do"))
AUXILIARIES = (
    BE
    | HAVE
    | MODALS
    | DO_NOT
    | DO
    | frozenset(
        ("wasn't", "weren't", "haven't", "hasn't", "hadn't", "may", "might", "shall", "i'm")
    )
)
TO_PLURAL = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
"""Auxiliaries behind one, and the same behind several."""
TO_SINGULAR = {plural: singular for singular, plural in TO_PLURAL.items()}
NUMBERS = words("two three four five six seven eight nine ten")
DETERMINERS = words(
    """
    the a an my our your their his her its this these those each every another
    """
)
PRONOUNS = frozenset(("i", "we", "you", "they", "he", "she", "it"))
PLAIN_OBJECTS = frozenset(("me", "us", "them", "him"))
"""Pronouns that can be nothing but objects."""
OBJECTS = PLAIN_OBJECTS | {"you", "it"}
INDEFINITE = words(
    "nobody everybody somebody anybody everyone someone anyone everything nothing something"
)
PARTICLES = words("out up down away back off together")
PREPOSITIONS = words(
    """
    of in on at by for with from to into over under about after before between through during
    without within across against among around near via
    """
)
ADVERBS = words("also always often still now already just only never not then once")
STOPS = frozenset('.;:!?•()"')
