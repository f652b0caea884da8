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
DETERMINERS = words(
    """
    the a an my our your their his her its this these those each every another
    """
)
PRONOUNS = frozenset(("i", "we", "you", "they", "he", "she", "it"))
OBJECTS = frozenset(("me", "us", "them", "him", "you", "it"))
PREPOSITIONS = words(
    """
    of in on at by for with from to into over under about after before between through during
    without within across against among around near via
    """
)
ADVERBS = words("also always often still now already just only never not then once")
STOPS = frozenset('.;:!?•()"')
