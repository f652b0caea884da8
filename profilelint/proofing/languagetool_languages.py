"""The languages of LanguageTool 6.8, as it names them, and what it can tell of each."""

from profilelint.proofing.dialect import dialect

# Each with the variant that is meant where none is named: only a variant spells.
VARIANTS = {
    "ar": "ar",
    "ast": "ast-ES",
    "be": "be-BY",
    "br": "br-FR",
    "ca": "ca-ES",
    "da": "da-DK",
    "de": "de-DE",
    "el": "el-GR",
    "en": "en-US",
    "eo": "eo",
    "es": "es",
    "fa": "fa",
    "fr": "fr",
    "ga": "ga-IE",
    "gl": "gl-ES",
    "it": "it",
    "ja": "ja-JP",
    "km": "km-KH",
    "nl": "nl",
    "pl": "pl-PL",
    "pt": "pt-BR",
    "ro": "ro-RO",
    "ru": "ru-RU",
    "sk": "sk-SK",
    "sl": "sl-SI",
    "sv": "sv",
    "ta": "ta-IN",
    "tl": "tl-PH",
    "uk": "uk-UA",
    "zh": "zh-CN",
}
REGIONS = frozenset(
    f"{base}-{region}"
    for base, regions in {
        "de": ("AT", "CH", "DE"),  # Luxembourg's has no dictionary
        "en": ("AU", "CA", "GB", "NZ", "US", "ZA"),
        "es": ("AR",),
        "fr": ("BE", "CA", "CH"),
        "nl": ("BE",),
        "pt": ("AO", "BR", "MZ", "PT"),
    }.items()
    for region in regions
)
# It has rules of grammar for these, and no dictionary: nonsense passes.
_WITHOUT_DICTIONARY = frozenset({"fa", "ja", "ta", "zh"})


def variant(language: str) -> str | None:
    """Name a language, given as a BCP 47 tag, as LanguageTool does; None where it has it not."""
    parts = language.replace("_", "-").split("-")
    base = parts[0].lower()
    region = next((part.upper() for part in parts[1:] if len(part) == 2), "")
    tag = f"{base}-{region}"
    if tag in REGIONS:
        return tag
    english = dialect(language)
    return f"en-{english.region}" if english else VARIANTS.get(base)


def spells(language: str) -> bool:
    """Whether it checks the spelling of a language, too."""
    code = variant(language)
    return code is not None and code.partition("-")[0] not in _WITHOUT_DICTIONARY
