"""CLD3: a neural network's opinion on the language of a short text, where it is installed.

It reads letters rather than words, and so knows “Leiterin Einkauf” by its shape; but it always
has an opinion, and in headlines full of products often a wrong one. So only its surest are taken,
and only where counting words told nothing. `pip install "profilelint[languages]"` brings it.
"""

import re
from collections.abc import Callable
from functools import cache
from threading import Lock

_WORD = re.compile(r"[^\W\d_]{2,}")
# Of 29,000 pieces of English text of 4 to 14 words, 0.05 % are taken for another language from
# here on, and 0.2 % from .97; see benchmarks/languages.py for what is told rightly.
_SURE = 0.99
_ENOUGH_WORDS = 4
_OTHER_TAGS = {"no": "nb", "iw": "he"}


def opinion(text: str) -> str | None:
    """The language of a text by its letters, or None where that is not sure or CLD3 is missing."""
    if len(_WORD.findall(text)) < _ENOUGH_WORDS:
        return None
    ask = _asker()
    return ask(text) if ask else None


@cache
def _asker() -> Callable[[str], str | None] | None:
    try:
        from gcld3 import NNetLanguageIdentifier
    except ImportError:
        return None
    identifier = NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=1000)
    lock = Lock()  # it does not say whether threads may share it

    def ask(text: str) -> str | None:
        with lock:
            result = identifier.FindLanguage(text=text.encode("utf-8", "replace").decode("utf-8"))
        return _OTHER_TAGS.get(result.language, result.language) if _is_sure(result) else None

    return ask


def _is_sure(result: object) -> bool:
    return float(getattr(result, "probability", 0.0)) >= _SURE
