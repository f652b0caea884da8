"""Harper, the embedded default: spelling and grammar of English, in process.

What is known of it, and guarded against here: its cost grows faster than the text, so that it gets
a piece of a passage at a time; a "word" of a million characters makes it allocate 77 GB and abort
the process, so that overlong tokens never reach it; it is not thread-safe, so that there is a lock.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Lock, Thread
from typing import TYPE_CHECKING

from profilelint.errors import EngineLost, EngineUnavailable
from profilelint.proofing.dialect import dialect
from profilelint.proofing.engine import Mistake
from profilelint.proofing.triggers import Trigger, Triggers

if TYPE_CHECKING:
    import harper

LONGEST_PIECE = 600
"""Characters that Harper gets at once: a paragraph of a profile, and well below where it slows."""

LONGEST_TOKEN = 60
"""Characters of the longest token that Harper gets to see."""

_DIALECTS = {"GB": "BRITISH", "AU": "AUSTRALIAN", "CA": "CANADIAN", "NZ": "AUSTRALIAN"}
_OVERLONG = re.compile(rf"\S{{{LONGEST_TOKEN + 1},}}")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+")
_NEXT_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[^\W\d_a-z])")
_GAP = re.compile(r"\s+")
# A number stands for an overlong token: it is grammatical wherever a name or an address is.
_STAND_IN = "0"


@dataclass(frozen=True, slots=True)
class Piece:
    """What Harper gets to see of a text.

    Attributes:
        text: the piece, with a stand-in for each overlong token.
        start: offset of the piece into the text.
        cuts: for each stand-in its offset into the piece and how many characters it hides.
        opens: whether it begins where a sentence does.
    """

    text: str
    start: int
    cuts: tuple[tuple[int, int], ...]
    opens: bool

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Lead a span of the piece back into the text; None where it lies over a stand-in."""
        hidden = 0
        for at, length in self.cuts:
            if at < end and at + len(_STAND_IN) > start:
                return None
            if at < start:
                hidden += length - len(_STAND_IN)
        return self.start + start + hidden, self.start + end + hidden


class _Preload:
    """A linter that is being built on a thread of its own, to be taken by the first who needs it.

    Harper's constructor takes most of the time of a short run and releases the GIL, so that
    whoever begins early has the rest of the program for free.
    """

    def __init__(self, dialect: str) -> None:
        self.dialect = dialect
        self._linter: harper.Linter | None = None
        self._thread = Thread(target=self._build, name="harper", daemon=True)
        self._thread.start()

    def _build(self) -> None:
        with suppress(EngineUnavailable):  # told when it is asked to check
            self._linter = _build(self.dialect)

    def take(self) -> "harper.Linter | None":
        """Wait for it, and hand it over."""
        self._thread.join()
        return self._linter


_preload: _Preload | None = None
_preload_lock = Lock()


def preload(language: str = "en") -> None:
    """Begin to load the models of a dialect in the background; returns at once."""
    global _preload  # noqa: PLW0603  (one process, one preload)
    with _preload_lock:
        if _preload is None:
            _preload = _Preload(_dialect(language))


def _taken(dialect: str) -> "harper.Linter | None":
    global _preload  # noqa: PLW0603
    with _preload_lock:
        ready = _preload
        if ready is None or ready.dialect != dialect:
            return None
        _preload = None
    return ready.take()


def _dialect(language: str) -> str:
    if language.lower().endswith("-in"):
        return "INDIAN"
    told = dialect(language)
    return _DIALECTS.get(told.region, "AMERICAN") if told else "AMERICAN"


def _build(dialect: str) -> "harper.Linter":
    try:
        import harper
    except ImportError as error:
        raise EngineUnavailable(
            f"Harper cannot be loaded ({error})", hint="pip install harper-py"
        ) from error
    return harper.Linter(harper.Dialect[dialect])


class Harper:
    """The engine. Its models load in the background once :meth:`warm` is called.

    Args:
        rules: the names of Harper's rules that are on; the fewer, the faster.
        triggers: what must stand in a sentence for one of them to find anything; all sentences are
            checked where none are given.
    """

    name = "harper"

    def __init__(self, rules: Iterable[str], triggers: Iterable[Trigger] | None = None) -> None:
        self._rules = frozenset(rules)
        self._triggers = None if triggers is None else Triggers(triggers)
        self._linters: dict[str, harper.Linter] = {}
        self._lock = Lock()

    def warm(self, language: str = "en") -> None:
        """Start loading, and return at once."""
        if not self._linters:
            preload(language)

    def supports(self, language: str) -> bool:
        """English only."""
        return language.partition("-")[0].lower() == "en"

    def check(self, texts: Sequence[str], language: str) -> list[Mistake]:
        """Check English texts.

        Raises:
            EngineUnavailable: Harper is not installed.
            EngineLost: it gave up on a text.
        """
        mistakes: list[Mistake] = []
        with self._lock:
            linter = self._linter(language)
            for index, text in enumerate(texts):
                for piece in self._pieces(text):
                    mistakes += self._check(linter, piece, index)
        return mistakes

    def close(self) -> None:
        """Give the models back."""
        with self._lock:
            self._linters.clear()

    def _pieces(self, text: str) -> Iterator[Piece]:
        if self._triggers is None:
            yield from pieces(text)
            return
        for start, end in _sentences_at(text, self._triggers.places(text)):
            for piece in pieces(text[start:end]):
                yield replace(piece, start=start + piece.start)

    def _linter(self, language: str) -> "harper.Linter":
        dialect = _dialect(language)
        if dialect not in self._linters:
            linter = _taken(dialect) or _build(dialect)
            linter.set_lint_config(
                {name: name in self._rules for name in linter.get_default_lint_config()}
            )
            self._linters[dialect] = linter
        return self._linters[dialect]

    def _check(self, linter: "harper.Linter", piece: Piece, index: int) -> Iterator[Mistake]:
        for rule, lints in self._lints(linter, piece.text).items():
            for lint in lints:
                span = lint.span
                place = piece.place(span.start, span.end)
                if place is None or (span.start == 0 and not piece.opens):
                    continue
                yield Mistake(
                    text_index=index,
                    start=place[0],
                    end=place[1],
                    kind=lint.lint_kind,
                    message=lint.message,
                    replacements=tuple(_replacements(lint)),
                    engine=self.name,
                    engine_rule=rule,
                )

    def _lints(self, linter: "harper.Linter", text: str) -> "dict[str, list[harper.Lint]]":
        try:
            return linter.organized_lints(text, language="plaintext", dedup=False)
        except BaseException as error:
            # A panic in Rust comes as a BaseException of its own; after it the linter is not sound.
            if type(error).__name__ != "PanicException":
                raise
            self._linters.clear()
            raise EngineLost(f"Harper gave up on the text ({error})") from error


def _replacements(lint: "harper.Lint") -> Iterator[str]:
    for suggestion in lint.suggestions:
        if suggestion.kind.name == "INSERT_AFTER":
            yield lint.problem_text + suggestion.replacement_text
        else:
            yield suggestion.replacement_text


def _sentences_at(text: str, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The sentences of a text that hold one of the places, each once.

    What follows a stop in small letters belongs to the sentence before: it may be an abbreviation's
    stop, and where it is none the capital is missing there.
    """
    if not places:
        return
    ends = [match.end() for match in _NEXT_SENTENCE.finditer(text)]
    start = 0
    for end in (*ends, len(text)):
        at = bisect_left(places, start)
        if at < len(places) and places[at] < end:
            yield start, end
        start = end


def pieces(text: str) -> Iterator[Piece]:
    """Cut a text at the ends of sentences, or at worst between words, and mask overlong tokens."""
    start, opens = 0, True
    while start < len(text):
        end, ends_sentence = _piece_end(text, start)
        yield _mask(text[start:end], start, opens=opens)
        start, opens = end, ends_sentence


def _piece_end(text: str, start: int) -> tuple[int, bool]:
    limit = start + LONGEST_PIECE
    if len(text) <= limit:
        return len(text), True
    for pattern, ends_sentence in ((_SENTENCE_END, True), (_GAP, False)):
        ends = [match.end() for match in pattern.finditer(text, start, limit)]
        if ends:
            return ends[-1], ends_sentence
    gap = _GAP.search(text, limit)  # one token longer than a piece: it will be masked
    return (gap.end() if gap else len(text)), False


def _mask(text: str, start: int, *, opens: bool) -> Piece:
    parts, cuts, at, length = [], [], 0, 0
    for token in _OVERLONG.finditer(text):
        parts += [text[at : token.start()], _STAND_IN]
        length += token.start() - at
        cuts.append((length, token.end() - token.start()))
        length += len(_STAND_IN)
        at = token.end()
    parts.append(text[at:])
    return Piece("".join(parts), start, tuple(cuts), opens)
