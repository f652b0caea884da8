"""Tells the language of a text, by its script and its commonest words.

No detector on PyPI fits: whatlang (1 ms, the best of them) has no wheels for Python 3.13 and later,
pycld2 none for 3.14, lingua weighs 96 MB, eld 49 MB and 90 ms at each start, and py3langid needs
numpy (0.8 s). A profile's fields are sentences, and short ones inherit the language of the rest, so
that counting function words is enough; it takes a fraction of a millisecond.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")

# The commonest short words of each language, with what sets it apart from its neighbours.
_COMMON = {
    "en": "the of and to in is that for it as was with be by on not he his but at are this have from or had an they"
    " which you we her she there would their been has when who will more if no out do so can what up its about into"
    " than them only some could time these then my over such our your me where through between using across within"
    " i led built managed team during while who including after before each every all",
    "de": "der die das und in zu den von mit ist nicht ein eine auf für im dem des sich auch es als an werden aus er"
    " hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum haben nur oder aber vor zur bis mehr"
    " durch man sein wurde seit ich mich mir wir uns ihre unsere sowie beim unter zwischen habe bin",
    "fr": "de la le et les des en un du une que est pour qui dans sur par plus pas au avec ce il sont à ou se sa son ne"
    " aux mais comme cette ces été nous leur ont être fait entre depuis aussi je j l d mes mon ma chez sans afin vers"
    " très tout tous elle ses leurs dont où avons ai suis",
    "es": "de la que el en y a los se del las un por con una su para es al lo como más o pero sus le ha me si sin sobre"
    " este ya entre cuando todo esta ser son dos también fue desde muy hasta donde mi mis nos hay años he soy durante"
    " equipo trabajo empresa",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das seu sua ou quando nos"
    " já também pelo pela até isso entre depois sem mesmo aos seus são foi ser tem pelos pelas minha meu num numa desde"
    " sobre às à equipe equipa trabalho anos sou",
    "it": "di e il la che in un a per è una sono con non le si da del i dei della al nel come più lo gli alla anche ma"
    " dal ha delle nella ad su o mi tra questo questa ho stato degli sul dalla ed ai se quando presso anni mio mia"
    " lavoro nei sia",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door naar over"
    " heeft worden werd deze dit wordt ik heb mijn onze wij tot meer hebben of tussen zoals binnen ben was jaar werk",
    "pl": "w i na z do nie się że jest to o jak po a za od przez dla co oraz są ale tym już ze przy pod być lub także"
    " które który która których jako tylko bardzo przed mnie moje lat pracy zespół ich może roku nad między u",
    "tr": "ve bir bu için ile de da olarak çok daha en olan gibi kadar sonra her ne olduğu ben biz ya ki ilk yeni iki"
    " yıl değil ise var üzerinde tarafından veya hem ancak şirket yılında müşteri üç",
    "sv": "och i att det som en på är av för med den till har de inte om ett var jag men från vi så kan när ut under"
    " efter upp vid eller hos mot samt mina min år där även",
    "da": "og i at det som en på er af for med den til har de ikke om et var jeg men fra vi så kan når ud under efter"
    " op ved eller hos mod samt mine min år hvor også blev",
    "nb": "og i å det som en på er av for med den til har de ikke om et var jeg men fra vi så kan når ut under etter"
    " opp ved eller hos mot samt mine min år hvor også ble",
    "fi": "ja on ei se että oli joka ovat mutta kun niin myös hän sen tai jos kuin sekä ole minä olen ollut vuoden"
    " mukaan jälkeen kanssa työ",
    "cs": "a se v na je že s z do o i to k ve pro za by ale si po jako od jsem které který která jsou nebo při byl"
    " také až jeho více roku práce u co",
    "ro": "de și în la a cu pe care nu din este un o pentru mai se al că sunt fost prin sau dar ca după lui ani"
    " într am au fi ale cele",
    "hu": "a az és hogy nem is egy van volt ez meg de csak már mint vagy el még ki számára több évek alatt után"
    " valamint munka",
    "id": "dan yang di untuk dengan dari dalam pada ini adalah sebagai tidak saya itu oleh telah akan atau ke kami"
    " juga lebih",
    "ca": "de la el i a que en les els del un per amb una és al més no es com dels ha per què o sobre també entre"
    " anys meva meu aquesta han des",
    "lv": "un ir no uz ar par kā ka tas es bija pie vai arī ko lai kas gada pēc darba savu",
    "eu": "eta da bat ez du ere zen dira izan baina hau dut nire oso lan urte",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
# A letter that only some of the languages write.
_LETTERS = {
    "ß": ("de",), "ä": ("de", "sv", "fi"), "ö": ("de", "sv", "fi", "tr", "hu"), "ü": ("de", "tr", "hu", "es"),
    "ł": ("pl",), "ą": ("pl",), "ę": ("pl",), "ż": ("pl",), "ś": ("pl",), "ć": ("pl",), "ź": ("pl",), "ń": ("pl",),
    "ğ": ("tr",), "ş": ("tr",), "ı": ("tr",), "ã": ("pt",), "õ": ("pt",), "ñ": ("es",), "ø": ("da", "nb"),
    "å": ("sv", "da", "nb"), "ř": ("cs",), "ů": ("cs",), "ě": ("cs",), "ő": ("hu",), "ű": ("hu",),
    "ă": ("ro",), "ț": ("ro",), "ș": ("ro",), "è": ("fr", "it", "ca"), "ê": ("fr", "pt"), "œ": ("fr",),
    "ò": ("it", "ca"), "ç": ("fr", "pt", "tr", "ca"),
}  # fmt: skip
_SCRIPTS = (
    ("HANGUL", "ko"), ("HIRAGANA", "ja"), ("KATAKANA", "ja"), ("CJK", "zh"), ("CYRILLIC", "ru"),
    ("ARABIC", "ar"), ("HEBREW", "he"), ("GREEK", "el"), ("DEVANAGARI", "hi"), ("THAI", "th"),
    ("ARMENIAN", "hy"), ("GEORGIAN", "ka"),
)  # fmt: skip
_SCRIPT_LETTERS = {
    "ru": {"uk": "іїєґ", "bg": "", "sr": "ђћљњџ"},
    "ar": {"fa": "پچژگ"},
}

NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "lv": "Latvian", "nb": "Norwegian",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian",
    "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
"""English names of the languages that are told apart, by their tags."""

_ENOUGH_WORDS = 3
_CLEAR_LEAD = 1.5


def language_name(tag: str) -> str:
    """The English name of a language, or the tag where we know none."""
    return NAMES.get(base(tag), tag)


def base(tag: str) -> str:
    """The language of a tag, without region: ``en`` of ``en-GB``."""
    return tag.replace("_", "-").partition("-")[0].lower()


def detect(text: str) -> str | None:
    """The language of a text, or None where it is too short or too mixed to tell.

    >>> detect("I led the team that built the payment service.")
    'en'
    >>> detect("Senior Software Engineer") is None
    True
    """
    script = _script(text)
    if script is not None:
        return script
    scores = _scores(text)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _ENOUGH_WORDS:
        return None
    lead = ranked[0][1] / ranked[1][1] if len(ranked) > 1 else _CLEAR_LEAD
    return ranked[0][0] if lead >= _CLEAR_LEAD or ranked[0][1] - ranked[1][1] >= 4 else None


def detect_all(texts: Iterable[str]) -> str | None:
    """The language of most of the text, by its length; a close call is settled, not left open."""
    lengths: Counter[str] = Counter()
    joined = []
    for text in texts:
        joined.append(text)
        language = detect(text)
        if language:
            lengths[language] += len(text)
    if lengths:
        return max(sorted(lengths), key=lengths.__getitem__)
    scores = _scores("\n".join(joined))
    return max(sorted(scores), key=lambda tag: (scores[tag], tag == "en")) if scores else None


def _scores(text: str) -> dict[str, float]:
    words = Counter(word.lower() for word in _WORD.findall(text))
    scores: dict[str, float] = {}
    for language, common in _WORDS.items():
        hits = sum(min(words[word], 5) for word in words.keys() & common)
        if hits:
            scores[language] = float(hits)
    lowered = text.lower()
    for letter, languages in _LETTERS.items():
        if letter in lowered:
            for language in languages:
                scores[language] = scores.get(language, 0.0) + (3.0 if len(languages) == 1 else 1.0)
    return scores


def _script(text: str) -> str | None:
    counts: Counter[str] = Counter()
    letters = 0
    for character in text[:4000]:
        if character.isalpha():
            letters += 1
            if character > "\u02ff":
                name = unicodedata.name(character, "")
                counts.update(tag for script, tag in _SCRIPTS if name.startswith(script))
    # A Korean or Russian sentence may name products in Latin letters.
    if not counts or sum(counts.values()) < letters * 0.3:
        return None
    if counts["ja"] >= counts["zh"] * 0.1 and counts["ja"]:
        return "ja"
    tag = max(sorted(counts), key=counts.__getitem__)
    for other, own in _SCRIPT_LETTERS.get(tag, {}).items():
        if any(letter in text for letter in own):
            return other
    return tag
