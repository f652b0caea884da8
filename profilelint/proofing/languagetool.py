"""LanguageTool: for depth, and for languages other than English.

The only module that imports language-tool-python, which is GPL-3.0 beside our MIT; everything else
works without it. Texts go to the server that the user names, else to this machine: nothing is ever
sent to a public server, and nothing is downloaded, unless the user does it.
"""

import contextlib
import os
import re
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from profilelint.errors import EngineLost, EngineUnavailable
from profilelint.proofing import languagetool_http as http
from profilelint.proofing import languagetool_state
from profilelint.proofing.engine import Mistake
from profilelint.proofing.languagetool_jvm import HARPER, Jvm, find_java
from profilelint.proofing.languagetool_languages import variant

NAME = "languagetool"
SERVER = "name a running server with --languagetool-server"
DOWNLOAD = "echo ok | python -m language_tool_python -l en-US -"

REPLACEMENTS = 10

# What LanguageTool files under grammar and typos in English, beside mistakes, and is a matter of
# taste: some 200 rules about hyphens and compounds, and one on the accents of each loan word.
_TASTE = (
    (re.compile(r"\w+_(?:COMPOUNDS?|HYPHEN)"), "COMPOUNDING"),
    (re.compile(r"EN_DIACRITICS_REPLACE\w*"), "LOAN_DIACRITICS"),
)
_SHARED = frozenset(("GRAMMAR", "TYPOS"))
"""Categories that English has with other languages, and which are not as good there."""


def installed_jar() -> Path:
    """Find the LanguageTool of this machine: ``LTP_PATH``, this checkout, or the usual place.

    Raises:
        EngineUnavailable: there is none, or language-tool-python is missing.
    """
    try:
        from language_tool_python.download_lt import LocalLanguageTool
    except ImportError as error:
        raise EngineUnavailable(
            "LanguageTool needs language-tool-python, which is not installed",
            hint=f"pip install language-tool-python, {SERVER}, {HARPER}",
        ) from error

    checkout = Path(__file__).parents[2] / ".languagetool"
    if not os.environ.get("LTP_PATH"):
        for jar in sorted(checkout.glob("LanguageTool-*/languagetool-server.jar"), reverse=True):
            return jar
    with contextlib.suppress(OSError):
        found = LocalLanguageTool.get_latest_installed_version()
        if found is not None:
            return found.get_jar_path()
    raise EngineUnavailable(
        "LanguageTool is not on this machine",
        hint=f"download it once (about 260 MB) with `{DOWNLOAD}`, or in a checkout of profilelint"
        f" with `make languagetool` (through Maven), {SERVER}, {HARPER}",
    )


class LanguageTool:
    """The engine: a server that the user names, one that is running, or one of its own.

    Args:
        server: the address of the user's server, such as ``http://localhost:8081``; no other
            is then asked, whatever becomes of it.

    Raises:
        ConfigError: the address makes no sense.
    """

    name = NAME

    def __init__(self, server: str | None = None) -> None:
        self._named = None if server is None else http.base_url(server)
        self._lock = threading.Lock()
        self._base: str | None = None
        self._jvm: Jvm | None = None
        self._revived = False
        self._failure: EngineUnavailable | None = None
        self._served = False
        self._closing = threading.Event()
        self._warming: threading.Thread | None = None

    def supports(self, language: str) -> bool:
        """Whether it checks a language, given as a BCP 47 tag."""
        return variant(language) is not None

    def warm(self, language: str = "en") -> None:
        """Begin to start the server, and to load a language, while the caller does other things."""
        if self._warming is None:
            self._warming = threading.Thread(target=self._warm, args=(language,), daemon=True)
            self._warming.start()

    def check(self, texts: Sequence[str], language: str) -> list[Mistake]:
        """Check texts, each by itself: joined ones would answer for each other's brackets.

        Raises:
            EngineUnavailable: something is missing.
            EngineLost: the server died for the second time, or refuses the texts.
        """
        code = variant(language)
        if code is None:
            raise EngineUnavailable(f"LanguageTool does not know the language {language}")
        with self._lock:
            if self._failure is not None:
                raise type(self._failure)(self._failure.message, hint=self._failure.hint)
            try:
                mistakes = self._check(texts, code)
                self._served = True
                return mistakes
            except http.Refusal as reason:
                # Of this language or these texts, perhaps: others may still be checked.
                raise EngineLost(f"LanguageTool does not check {code}: {reason}") from reason
            except EngineUnavailable as failure:
                # What has served before was there: it is lost, and no longer a wrong setting.
                kind = EngineLost if self._served else type(failure)
                self._failure = kind(failure.message, hint=failure.hint)
                self._stop()
                raise self._failure from failure

    def close(self) -> None:
        """End the server, if it is its own."""
        self._closing.set()
        self._failure = EngineLost("LanguageTool was closed")
        self._stop()
        if self._warming is not None:
            self._warming.join()
        self._stop()

    def _warm(self, language: str) -> None:
        code = variant(language)
        # What goes wrong here is said by `check`, which meets it too.
        with self._lock, contextlib.suppress(EngineUnavailable, http.NoAnswer, http.Refusal):
            base = self._connect()
            if code is not None:
                http.check(base, "Good morning.", code)

    def _check(self, texts: Sequence[str], code: str) -> list[Mistake]:
        try:
            return self._ask(texts, code)
        except http.NoAnswer as reason:
            self._revive(reason)
        try:
            return self._ask(texts, code)
        except http.NoAnswer as reason:
            raise self._lost(reason) from reason

    def _ask(self, texts: Sequence[str], code: str) -> list[Mistake]:
        base = self._connect()
        written = [(index, text) for index, text in enumerate(texts) if text.strip()]

        def ask(entry: tuple[int, str]) -> list[Mistake]:
            index, text = entry
            return [_mistake(index, match, code) for match in http.check(base, text, code)]

        # The first one alone: it loads the language.
        first = [ask(entry) for entry in written[:1]]
        with ThreadPoolExecutor(max_workers=4) as pool:
            rest = list(pool.map(ask, written[1:]))
        return [mistake for mistakes in first + rest for mistake in mistakes]

    def _connect(self) -> str:
        """Pick the server, once."""
        if self._base is not None:
            return self._base
        if self._named is not None:
            self._base = self._greet(self._named)
        elif (warm := languagetool_state.running()) is not None:
            self._base = warm.base
        else:
            self._base = self._start()
        return self._base

    def _greet(self, named: str) -> str:
        try:
            http.languages(named)
        except (http.NoAnswer, http.Refusal) as reason:
            raise EngineUnavailable(
                f"no LanguageTool at {named.removesuffix('/v2')}: {reason}",
                hint=f"start that server, or name another, {HARPER}",
            ) from reason
        return named

    def _start(self) -> str:
        self._jvm = Jvm(find_java(), installed_jar(), self._closing)
        return self._jvm.base

    def _revive(self, reason: http.NoAnswer) -> None:
        """After a server died: greet the named one again, or start one; once in a lifetime."""
        if self._revived or self._closing.is_set():
            raise self._lost(reason) from reason
        self._revived = True
        self._stop()
        self._base = self._start() if self._named is None else self._greet(self._named)

    def _lost(self, reason: http.NoAnswer) -> EngineLost:
        if self._closing.is_set():
            return EngineLost("LanguageTool was closed")
        if self._named is not None:
            url = self._named.removesuffix("/v2")
            return EngineLost(f"LanguageTool at {url} broke off twice ({reason})")
        return EngineLost(f"LanguageTool died, was restarted, and died again ({reason})")

    def _stop(self) -> None:
        if self._jvm is not None:
            self._jvm.stop()
        self._jvm, self._base = None, None


def _mistake(index: int, match: http.Match, code: str) -> Mistake:
    return Mistake(
        text_index=index,
        start=match.start,
        end=match.end,
        kind=_kind(match, code),
        message=match.message,
        replacements=match.replacements[:REPLACEMENTS],
        engine=NAME,
        engine_rule=match.rule,
    )


def _kind(match: http.Match, code: str) -> str:
    """The category, with English ones told apart where our table needs it."""
    if not code.startswith("en"):
        return match.category
    taste = (kind for pattern, kind in _TASTE if pattern.fullmatch(match.rule))
    own = f"EN_{match.category}" if match.category in _SHARED else match.category
    return next(taste, own)
