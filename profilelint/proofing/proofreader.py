"""Proofreads a document: passages to engines, and what they say to corrections."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from profilelint.document import Document
from profilelint.errors import EngineLost, EngineUnavailable
from profilelint.fields import Field
from profilelint.profile import Profile
from profilelint.proofing.brands import miswritten_brands
from profilelint.proofing.context.engine import ContextRules
from profilelint.proofing.engine import Engine, Mistake
from profilelint.proofing.guest import BUILT_IN, engine_of
from profilelint.proofing.harper import Harper
from profilelint.proofing.language import base, detect, detect_all, detect_clear, language_name
from profilelint.proofing.languagetool_languages import spells as languagetool_spells
from profilelint.proofing.languagetool_languages import variant as languagetool_variant
from profilelint.proofing.merge import correct, settle
from profilelint.proofing.passages import NOTE, Passage, cut, passages
from profilelint.proofing.proofreading import Correction, Proofreading
from profilelint.proofing.speller import Speller
from profilelint.proofing.table import read_table
from profilelint.proofing.unknown_words import unknown_words
from profilelint.proofing.vocabulary import Vocabulary

GRAMMARS = BUILT_IN
"""What ``--grammar`` takes, beside the names of engines that other packages bring."""

# A passage is taken to be in another language than its field only where it is this long.
_LONG_PASSAGE = 60


@dataclass
class _Run:
    """What one call gathers."""

    vocabulary: Vocabulary
    corrections: list[Correction] = field(default_factory=list)
    unchecked: dict[tuple[str, str], None] = field(default_factory=dict)

    def leave(self, key: str, reason: str) -> None:
        self.unchecked.setdefault((key, reason))


class Proofreader:
    """Proofreads any number of documents; its engines are loaded once. Safe to share by threads.

    Args:
        grammar: one of ``GRAMMARS``; ``off`` leaves spelling on.
        language: a BCP 47 tag that all text is in, or ``auto`` to tell by the text.
        words: the user's words, which are never misspelled.
        server: the address of a running LanguageTool server, where one is to be used.

    Raises:
        ConfigError: there is no such ``grammar``.
    """

    def __init__(
        self,
        grammar: str = "harper",
        language: str = "auto",
        words: Iterable[str] = (),
        server: str | None = None,
    ) -> None:
        self._guest: Engine | None = None if grammar in GRAMMARS else engine_of(grammar)
        self._grammar = grammar
        self._language = None if language == "auto" else language
        self._words = tuple(words)
        self._server = server
        self._speller = Speller()
        self._context = ContextRules()
        self._harper: Harper | None = None
        self._languagetool: Engine | None = None
        self._lock = Lock()

    def warm(self) -> None:
        """Start loading in the background what will be needed; returns at once."""
        if self._grammar in ("harper", "both"):
            self._get_harper().warm(self._language or "en")

    def proofread(self, document: Document, words: Iterable[str] = ()) -> Proofreading:
        """Proofread the prose of a document, its notes included.

        Args:
            document: the document.
            words: further words that are never misspelled.
        """
        how, profile = document.delivery, document.profile
        people = [how.to if how else None, *(n.recipient for n in profile.invitations if n.text)]
        people += [draft.recipient for draft in profile.drafts]
        names = [name for person in people if person for name in person.split()]
        writer = how.sender or profile if how else profile
        known = (*words, *names)
        return self._proofread(list(passages(document)), writer, document.language, known)

    def proofread_text(
        self,
        text: str,
        *,
        pointer: str = "/message",
        form: str = NOTE,
        profile: Profile | None = None,
        words: Iterable[str] = (),
    ) -> Proofreading:
        """Proofread one text, such as a note.

        Args:
            text: the text.
            pointer: where it stands, for the corrections.
            form: what it is, one of ``passages.FORMS``.
            profile: the writer's profile, whose names are words.
            words: further names, such as the recipient's.
        """
        whole = Field(pointer, pointer.strip("/"), text)
        return self._proofread(list(cut(whole, form)), profile, None, words)

    def close(self) -> None:
        """Give back what the engines hold."""
        with self._lock:
            engines = (self._harper, self._languagetool, self._guest, self._speller)
            self._harper = self._languagetool = None
        for engine in engines:
            if engine is not None:
                engine.close()

    def _proofread(
        self,
        found: Sequence[Passage],
        profile: Profile | None,
        fallback: str | None,
        words: Iterable[str] = (),
    ) -> Proofreading:
        run = _Run(Vocabulary(profile, (*self._words, *words)))
        main, languages = self._languages(found, fallback)
        by_language: dict[str, list[Passage]] = {}
        for passage, language in zip(found, languages, strict=True):
            by_language.setdefault(language, []).append(passage)
        for language, group in by_language.items():
            self._check(group, language, run)
        for passage in found:
            run.corrections += miswritten_brands(passage, run.vocabulary)
        order = {passage.pointer: index for index, passage in enumerate(found)}
        corrections = sorted(
            settle(run.corrections),
            key=lambda c: (order[c.pointer], c.start, c.end, c.rule, c.engine, c.engine_rule),
        )
        return Proofreading(
            corrections=tuple(corrections),
            language=main,
            languages=_by_field(found, languages),
            unchecked=tuple(run.unchecked),
        )

    def _languages(
        self, found: Sequence[Passage], fallback: str | None
    ) -> tuple[str | None, list[str]]:
        if self._language is not None:
            return self._language, [self._language] * len(found)
        texts: dict[str, list[str]] = {}
        for passage in found:
            texts.setdefault(passage.pointer, []).append(passage.text)
        main = detect_all("\n".join(parts) for parts in texts.values())
        usual = main or (base(fallback) if fallback else "en")
        fields = {
            pointer: detect("\n".join(parts), main) or usual for pointer, parts in texts.items()
        }
        return main, _languages_of(found, fields)

    def _check(self, group: Sequence[Passage], language: str, run: _Run) -> None:
        if base(language) == "en":
            mistakes = [
                replace(mistake, text_index=index)
                for index, passage in enumerate(group)
                for mistake in unknown_words(passage.text, run.vocabulary)
            ]
            self._take(mistakes, group, language, run)
            if self._grammar != "off":
                self._ask(self._context, group, language, run)
        checked = [
            self._ask(engine, group, language, run) for engine in self._engines(language, run)
        ]
        spelled = any(checked) and self._guest is None and languagetool_spells(language)
        if base(language) != "en" and not spelled:
            if self._speller.supports(language):
                self._ask(self._speller, group, language, run)
            else:
                run.leave("spelling", _no_speller(language, self._grammar))
        if any(checked):
            return
        if self._grammar == "off":
            run.leave("grammar", "grammar is switched off (--grammar off)")
        elif self._grammar == "harper" and base(language) != "en":
            name = language_name(language)
            other = f"for {name} use --grammar languagetool"
            if languagetool_variant(language) is None:
                other = f"no engine here can check {name} grammar"
            run.leave("grammar", f"Harper checks English only; {other}")

    def _engines(self, language: str, run: _Run) -> list[Engine]:
        engines: list[Engine] = []
        if self._grammar in ("harper", "both") and base(language) == "en":
            engines.append(self._get_harper())
        if self._grammar in ("languagetool", "both"):
            languagetool = self._get_languagetool()
            if languagetool.supports(language):
                engines.append(languagetool)
            else:
                run.leave("grammar", f"LanguageTool has no rules for {language_name(language)}")
        if self._guest is not None:
            if self._guest.supports(language):
                engines.append(self._guest)
            else:
                name = language_name(language)
                run.leave("grammar", f"{self._guest.name} has no rules for {name}")
        return engines

    def _ask(self, engine: Engine, group: Sequence[Passage], language: str, run: _Run) -> bool:
        try:
            mistakes = engine.check([passage.text for passage in group], language)
        except EngineLost as error:
            run.leave("spelling" if engine is self._speller else "grammar", str(error))
            return False
        self._take(mistakes, group, language, run)
        return True

    def _take(
        self, mistakes: Iterable[Mistake], group: Sequence[Passage], language: str, run: _Run
    ) -> None:
        for mistake in mistakes:
            passage = group[mistake.text_index]
            correction = correct(
                mistake, passage, language, run.vocabulary, lambda word: self._near(word, language)
            )
            if correction is not None:
                run.corrections.append(correction)

    def _near(self, word: str, language: str) -> list[tuple[str, int]]:
        return self._speller.near(word, language) if self._speller.supports(language) else []

    def _get_harper(self) -> Harper:
        with self._lock:
            if self._harper is None:
                table = read_table("harper")
                self._harper = Harper(table.enabled, table.triggers)
            return self._harper

    def _get_languagetool(self) -> Engine:
        with self._lock:
            if self._languagetool is None:
                try:
                    from profilelint.proofing.languagetool import LanguageTool
                except ImportError as error:
                    raise EngineUnavailable(
                        f"LanguageTool cannot be used ({error})",
                        hint="pip install language-tool-python",
                    ) from error
                self._languagetool = LanguageTool(self._server)
            return self._languagetool


def _languages_of(found: Sequence[Passage], fields: dict[str, str]) -> list[str]:
    """The language of each passage: its own where that is clear, else its field's."""
    languages = []
    for passage in found:
        usual = fields[passage.pointer]
        if len(passage.text) < _LONG_PASSAGE:
            own = detect_clear(passage.text, usual)
        else:
            own = detect(passage.text, usual)
        languages.append(own or usual)
    return languages


def _by_field(found: Sequence[Passage], languages: Sequence[str]) -> tuple[tuple[str, str], ...]:
    lengths: dict[str, Counter[str]] = {}
    for passage, language in zip(found, languages, strict=True):
        lengths.setdefault(passage.pointer, Counter())[language] += len(passage.text)
    return tuple((pointer, count.most_common(1)[0][0]) for pointer, count in lengths.items())


def _no_speller(language: str, grammar: str) -> str:
    name = language_name(language)
    if grammar in ("languagetool", "both") or not languagetool_spells(language):
        return f"no engine here can check {name} spelling"
    return f"no engine here can check {name} spelling; --grammar languagetool can"
