"""``language``: a text in another language than the rest of the profile."""

from collections.abc import Iterator
from dataclasses import dataclass

from profilelint.kinds.context import Context, Match
from profilelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """How much text is needed to be sure.

    Attributes:
        min_words: shorter texts are not judged.
    """

    min_words: int = 12


def check(rule: Rule, options: Options, context: Context) -> Iterator[Match]:
    """Flag each field whose language is not that of most of the profile."""
    main = context.proofreading.language
    if main is None:
        return
    for field in context.fields(rule):
        language = context.language(field.pointer)
        if language is None or len(field.text.split()) < options.min_words:
            continue
        if language.partition("-")[0] != main.partition("-")[0]:
            values = {"language": name_of(language), "main": name_of(main)}
            yield Match(field.pointer, 0, len(field.text), values)


_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sv": "Swedish", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def name_of(language: str) -> str:
    """The English name of a language, or its tag where we know none."""
    return _NAMES.get(language.partition("-")[0], language)
