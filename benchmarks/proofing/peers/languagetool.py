"""LanguageTool at its two levels, over HTTP from one server on this machine."""

import json
import threading
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any, Literal
from urllib.parse import urlencode

from benchmarks.proofing.peer import SUGGESTIONS, Correction, Flag, correction
from profilelint.errors import EngineUnavailable
from profilelint.proofing.languagetool import installed_jar
from profilelint.proofing.languagetool_http import CHECK_TIMEOUT, code_points
from profilelint.proofing.languagetool_jvm import Jvm, find_java

REQUESTS = 4
# Of a word that stands alone, it is not what is asked.
_CAPITAL = "UPPERCASE_SENTENCE_START"


@cache
def _server() -> Jvm:
    return Jvm(find_java(), installed_jar(), threading.Event())


class LanguageTool:
    """The server, American English, with no n-grams.

    Args:
        level: ``picky`` has more rules on, of style for the most part.
    """

    def __init__(self, level: Literal["default", "picky"]) -> None:
        self.name = "LanguageTool" if level == "default" else f"LanguageTool {level}"
        self._level = level

    def version(self) -> str:
        """The one that the folder of the jars names."""
        return installed_jar().parent.name.removeprefix("LanguageTool-")

    def available(self) -> str | None:
        """Whether Java and the jars are there."""
        try:
            find_java()
            installed_jar()
        except EngineUnavailable as reason:
            return f"{reason.message}: {reason.hint}"
        return None

    def check(self, texts: Sequence[str]) -> list[list[Flag]]:
        """Flag what any rule says, each text in a request of its own."""
        # The first one alone: it loads the language.
        first = [self._flags(text) for text in texts[:1]]
        with ThreadPoolExecutor(REQUESTS) as pool:
            return first + list(pool.map(self._flags, texts[1:]))

    def correct(self, words: Sequence[str]) -> list[Correction] | None:
        """Correct words, each a text by itself; the level is all the same for that."""
        if self._level == "picky":
            return None
        return [
            correction(word, (flag for flag in flags if flag.rule != _CAPITAL))
            for word, flags in zip(words, self.check(words), strict=True)
        ]

    def _flags(self, text: str) -> list[Flag]:
        points = code_points(text)
        return [
            Flag(
                start=points[match["offset"]],
                end=points[match["offset"] + match["length"]],
                rule=match["rule"]["id"],
                suggestions=tuple(each["value"] for each in match["replacements"][:SUGGESTIONS]),
            )
            for match in self._ask(text)["matches"]
        ]

    def _ask(self, text: str) -> Any:  # noqa: ANN401  (it is JSON)
        form = urlencode({"language": "en-US", "level": self._level, "text": text}).encode()
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(f"{_server().base}/check", form, CHECK_TIMEOUT) as response:
            return json.load(response)
