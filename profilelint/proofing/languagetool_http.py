"""Talking to a LanguageTool server: who answers there, and what it says about a text.

Not through language-tool-python's own client, for three reasons: it sends even what is meant for
this machine through a proxy that the environment names, it waits 300 seconds for an answer, and it
leaves the lengths of matches in UTF-16.
"""

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from profilelint.errors import ConfigError

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
# The first text in a language loads its dictionaries: 10 s for German here, more on a slow machine.
CHECK_TIMEOUT = 120.0
GREETING_TIMEOUT = 10.0
# Under the limit of 20,000 UTF-16 units that public servers set.
PIECE = 10_000


class NoAnswer(Exception):  # noqa: N818  (it is handled, not reported, and so no error of ours)
    """The server cannot be reached, or broke off: a new start may help."""


class Refusal(Exception):  # noqa: N818
    """The server answers, and will not check: a new start does not help."""


@dataclass(frozen=True, slots=True)
class Match:
    """One remark of LanguageTool, its offsets in code points."""

    start: int
    end: int
    rule: str
    category: str
    message: str
    replacements: tuple[str, ...]


def base_url(server: str) -> str:
    """Read the address of a server as a user writes it.

    Raises:
        ConfigError: it is no such address.
    """
    hint = "write it like http://localhost:8081"
    try:
        parts = urlsplit(server.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise ConfigError(
            f"{server!r} is not the address of a server ({error})", hint=hint
        ) from error
    if parts.scheme not in {"http", "https"} or not host or parts.query or parts.fragment:
        raise ConfigError(f"{server!r} is not the address of a LanguageTool server", hint=hint)
    if "@" in parts.netloc:
        raise ConfigError("a LanguageTool server's address may not hold a password", hint=hint)
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2")
    return f"{parts.scheme}://{parts.netloc}{path}/v2"


def languages(base: str, timeout: float = GREETING_TIMEOUT) -> frozenset[str]:
    """Ask a server which languages it checks; that is how it is known to be LanguageTool.

    Raises:
        NoAnswer: nothing answers there.
        Refusal: something else than LanguageTool does.
    """
    answer = _ask(f"{base}/languages", None, timeout)
    try:
        return frozenset(entry["longCode"] for entry in answer)
    except (TypeError, KeyError) as error:
        raise Refusal("what answers there is not LanguageTool") from error


def check(base: str, text: str, language: str) -> list[Match]:
    """Have one text checked, at the default level.

    Raises:
        NoAnswer: the server went away.
        Refusal: it will not check this.
    """
    matches: list[Match] = []
    for offset, piece in pieces(text):
        form = urlencode({"language": language, "text": piece}, errors="replace").encode()
        answer = _ask(f"{base}/check", form, CHECK_TIMEOUT)
        points = code_points(piece)
        try:
            matches.extend(_match(entry, points, offset) for entry in answer["matches"])
        except (TypeError, KeyError, IndexError) as error:
            raise Refusal("its answer is not the one of LanguageTool") from error
    return matches


def pieces(text: str, size: int = PIECE) -> Iterator[tuple[int, str]]:
    """Cut a text that is too long for one request, at a line's end or else at a space."""
    start = 0
    while len(text) - start > size:
        limit = start + size
        cut = max(text.rfind("\n", start, limit), start) or start
        if cut == start:
            cut = text.rfind(" ", start, limit)
        cut = cut + 1 if cut > start else limit
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]


def code_points(text: str) -> list[int]:
    """Count code points up to each UTF-16 unit, in which LanguageTool counts, and to the end."""
    points: list[int] = []
    for index, character in enumerate(text):
        points.extend([index] if character <= "\uffff" else [index, index])
    points.append(len(text))
    return points


def _match(entry: dict[str, Any], points: list[int], offset: int) -> Match:
    start, length = int(entry["offset"]), int(entry["length"])
    return Match(
        start=offset + points[start],
        end=offset + points[min(start + length, len(points) - 1)],
        rule=str(entry["rule"]["id"]),
        category=str(entry["rule"]["category"]["id"]),
        message=str(entry["message"]),
        replacements=tuple(str(each["value"]) for each in entry["replacements"]),
    )


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The text goes to the server that was named, and to no other."""

    def redirect_request(self, *_: Any) -> None:  # noqa: ANN401  (the parent's signature)
        return None


def _ask(url: str, form: bytes | None, timeout: float) -> Any:  # noqa: ANN401  (it is JSON)
    handlers: list[urllib.request.BaseHandler] = [_NoRedirect()]
    if urlsplit(url).hostname in LOOPBACK:
        handlers.append(urllib.request.ProxyHandler({}))
    try:
        with urllib.request.build_opener(*handlers).open(url, form, timeout) as response:
            body = response.read()
    except urllib.error.HTTPError as error:
        with error:
            said = error.read(300).decode("utf-8", "replace").partition("\n")[0].strip()
        raise Refusal(f"it answers {error.code} {error.reason}: {said}") from error
    except (OSError, http.client.HTTPException) as error:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        system = reason.strerror if isinstance(reason, OSError) else None
        raise NoAnswer(system or str(reason) or type(reason).__name__) from error
    try:
        return json.loads(body)
    except ValueError as error:
        raise Refusal("what answers there is not LanguageTool") from error
