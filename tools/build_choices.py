"""Builds what tells words apart that are taken for one another: from *form*, lead *led*.

    python tools/build_choices.py WORKDIR

For each pair in ``tools/context/pairs.txt`` a linear model learns, on edited English prose, from
the words around a place which of the two stands there. It is then held against text it has not
seen: a word is only ever called wrong where the model is surer than it was at all but two of the
places where the word stood rightly. Pairs, or directions of a pair, that find little under that
condition are left out. Written are, into profilelint/data:

``confusions.txt``
    for each word what may be meant instead: the score from which on it is told, the share of such
    mistakes found in unseen text, how often the word was seen, and how often it was called wrong.
``choices.txt``
    for each pair the weights of its model.
``forms.txt``
    parts of speech and forms.

The prose: the blog, the handbook and the guides that 18F and GSA publish under CC0 (cloned into
WORKDIR), and the task statements of O*NET (CC BY 4.0, ``WORKDIR/Task Statements.txt``). Bigrams are
symspellpy's (MIT), forms are lemminflect's and Brill's (both MIT). Notices: profilelint/data.

Needs scikit-learn, and two minutes.
"""

import csv
import gzip
import math
import random
import re
import subprocess
import sys
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from profilelint.proofing.context.confusions import LEAST_NAMED, stands_free
from profilelint.proofing.context.features import features, names_a_word
from profilelint.proofing.context.lexicon import FUNCTION_WORDS, TAGS, paradigm, tags
from profilelint.proofing.context.sentence import read

ROOT = Path(__file__).parent.parent
DATA = ROOT / "profilelint" / "data"
PAIRS = Path(__file__).parent / "context" / "pairs.txt"
LEFT_OUT = Path(__file__).parent / "context" / "left-out.txt"
REPOSITORIES = ("18F/18f.gsa.gov", "18F/handbook", "GSA/digitalgov.gov")
TASKS = "Task Statements.txt"

MOST = 12_000
"""Places of a word that are learnt from."""

FEWEST = 12
"""Places of the rarer word of a pair below which only the counts of neighbours decide."""

POOLED = {"L": 1.4, "R": 1.3}
"""Weights of the neighbours' counts where there is nothing to learn from: about their median."""

UNKNOWN = 3e5
"""Occurrences granted to every pair of neighbours: the counts end near there."""

LEAST_RECALL = 0.1
_MARGIN, _LEAST_SCORE, _POOLED_SCORE = 0.3, 2.0, 3.2
_PLAIN_MARGIN = 1.3
"""Of two ordinary words: what profiles write of is more than the prose learnt from holds."""

STRAY, STRAY_SHARE = 3, 0.002
"""How many of all places of a word, and which share of them, may score higher than what is told."""

_LEAST_WEIGHT = 0.05


def main() -> None:
    """Learn, and write."""
    work = Path(sys.argv[1]).resolve()
    write_forms()
    pairs = [(one, two) for one, two in map(sorted, read_words(PAIRS))]
    left_out = set(read_words(LEFT_OUT))
    places, counts = read_places(texts(work), {word for pair in pairs for word in pair})
    bigrams = read_bigrams()
    told: dict[str, list[str]] = defaultdict(list)
    models: dict[str, str] = {}
    for pair in pairs:
        model = learn(pair, places, bigrams, counts)
        kept = [row for row in model["told"] if row[3] >= LEAST_RECALL and row[:2] not in left_out]
        for wrong, right, score, recall, seen, called in kept:
            told[wrong].append(f"{right} {score:.1f} {recall:.2f} {seen} {called}")
        if kept and model["weights"] != POOLED:
            weights = "\t".join(f"{name}={value:.2f}" for name, value in model["weights"].items())
            models[" ".join(pair)] = f"{model['bias']:.2f}\t{weights}"
    write("confusions.txt", {word: "\t".join(rows) for word, rows in told.items()})
    write("choices.txt", models)


def read_words(path: Path) -> list[tuple[str, str]]:
    """The two words of each line of one of our lists."""
    lines = (line.split() for line in path.read_text("utf-8").splitlines() if line[:1] != "#")
    return [(one, two) for one, two in lines]


def texts(work: Path) -> Iterator[str]:
    """Every paragraph of the prose, in an order by chance that is always the same."""
    found: dict[str, None] = {}
    for repository in REPOSITORIES:
        folder = work / repository.partition("/")[2]
        if not folder.exists():
            address = f"https://github.com/{repository}"
            subprocess.run(["git", "clone", "--bare", "--depth=1", address, folder], check=True)
        for text in read_markdown(folder):
            found.update(dict.fromkeys(paragraphs(text)))
    if (work / TASKS).exists():
        with (work / TASKS).open(encoding="utf-8", newline="") as file:
            found.update(dict.fromkeys(row["Task"] for row in csv.DictReader(file, delimiter="\t")))
    shuffled = list(found)
    random.Random(1).shuffle(shuffled)
    for text in shuffled:
        yield text
        bullet = as_bullet(text)
        if bullet is not None:
            yield bullet


def as_bullet(text: str) -> str | None:
    """A sentence as it stands in a list on a profile: “We led a team” is “Led a team” there."""
    words = text.split(" ")
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in ("We", "I", "They", "She", "He") and "D" in tags(second):
        return " ".join([second.capitalize(), *words[2:]])
    if "B" in tags(first.lower()) and text.endswith("."):
        for at, word in enumerate(words[:8]):
            follows = at == 0 or words[at - 1] in ("and", "or") or words[at - 1].endswith(",")
            bare = word.rstrip(",").lower()
            forms = paradigm(bare) if follows and "B" in tags(bare) else None
            if forms is not None:
                words[at] = forms.past + word[len(bare) :]
        return " ".join([words[0].capitalize(), *words[1:]])
    return None


def read_markdown(repository: Path) -> Iterator[str]:
    """The Markdown files of a clone, bare or not."""
    git = ["git", "-C", str(repository)]
    listed = subprocess.run([*git, "ls-tree", "-r", "-z", "HEAD"], capture_output=True, check=True)
    rows = (row.partition("\t") for row in listed.stdout.decode().split("\0") if row)
    names = [meta.split()[2] for meta, _, name in rows if name.endswith((".md", ".markdown"))]
    batch = subprocess.run(
        [*git, "cat-file", "--batch"],
        input="\n".join(names).encode(),
        capture_output=True,
        check=True,
    )
    at = 0
    while at < len(batch.stdout):
        end = batch.stdout.index(b"\n", at)
        head = batch.stdout[at:end].split()
        if head[1] == b"missing":  # a partial clone
            at = end + 1
            continue
        size = int(head[2])
        yield batch.stdout[end + 1 : end + 1 + size].decode("utf-8", "replace")
        at = end + size + 2


def paragraphs(markdown: str) -> Iterator[str]:
    """The paragraphs and list items of a Markdown text, without its marks."""
    for pattern, put in (
        (r"\A---\n.*?\n---\n", ""),
        (r"```.*?```", "\n"),
        (r"\{%.*?%\}|\{\{.*?\}\}|\{:.*?\}", ""),
        (r"<!--.*?-->|<(script|style).*?</\1>", ""),
        (r"!\[[^\]]*\]\([^)]*\)", ""),
        (r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])", r"\1"),
        (r"<[^>]+>|&\w+;", ""),
    ):
        markdown = re.sub(pattern, put, markdown, flags=re.DOTALL)
    gathered: list[str] = []
    for line in [*markdown.split("\n"), ""]:
        stripped = line.strip()
        opens = re.match(r"(?:[-*+•>]|\d+[.)])\s+", stripped)
        if not stripped or opens or stripped[0] in "#|":
            text = " ".join(" ".join(gathered).split())
            text = re.sub(r"[*_`]{1,3}", "", text).translate(
                {0x2019: "'", 0x201C: '"', 0x201D: '"'}
            )
            if len(text.split()) >= 5:
                yield text
            gathered = []
        if stripped and stripped[0] not in "#|":
            gathered.append(stripped[opens.end() :] if opens else stripped)


Places = dict[str, list[list[str]]]


def read_places(lines: Iterable[str], words: set[str]) -> tuple[Places, Counter[str]]:
    """For each word the features of the places where it stands, and how often it stands at all."""
    found: Places = defaultdict(list)
    counts: Counter[str] = Counter()
    for line in lines:
        tokens = read(line)
        for at, token in enumerate(tokens):
            if token.low in words and stands_free(tokens, at):
                counts[token.low] += 1
                if len(found[token.low]) < MOST:
                    found[token.low].append(features(tokens, at))
    return found, counts


def read_bigrams() -> dict[tuple[str, str], int]:
    """The counts of symspellpy."""
    name = "frequency_bigramdictionary_en_243_342.txt"
    text = (files("symspellpy") / name).read_text("utf-8-sig")
    rows = (line.split() for line in text.splitlines())
    return {(row[0], row[1]): int(row[2]) for row in rows if len(row) == 3}


def learn(
    pair: tuple[str, str],
    places: Places,
    bigrams: dict[tuple[str, str], int],
    counts: Counter[str],
) -> dict[str, Any]:
    """The model of a pair, and from which score on each word is told to be wrong."""
    one, two = pair
    found = [(word, place) for word in pair for place in places.get(word, [])]
    rows = [{**dict.fromkeys(place, 1.0), **neighbours(pair, place, bigrams)} for _, place in found]
    sides = np.array([0] * len(places.get(one, [])) + [1] * len(places.get(two, [])))
    few = min(np.count_nonzero(sides == 0), np.count_nonzero(sides == 1)) < FEWEST
    if few:
        first, second = (
            np.array([strangeness(wrong, right, place, bigrams) for _, place in found])
            for wrong, right in (pair, pair[::-1])
        )
        bias, weights = 0.0, POOLED
        least, margin = _POOLED_SCORE, _MARGIN
    else:
        first, bias, weights = fit(rows, sides)
        second = -first
        least = _LEAST_SCORE
        margin = _MARGIN if FUNCTION_WORDS.intersection(pair) else _PLAIN_MARGIN
    wrong_one = calibrate(first[sides == 0], first[sides == 1], least, margin, counts[one])
    wrong_two = calibrate(second[sides == 1], second[sides == 0], least, margin, counts[two])
    return {
        "bias": bias,
        "weights": weights,
        "told": [(one, two, *wrong_one), (two, one, *wrong_two)],
    }


def neighbours(
    pair: tuple[str, str], found: list[str], bigrams: dict[tuple[str, str], int]
) -> dict[str, float]:
    """How much likelier the second word of a pair is between two neighbours than the first.

    Where people say either, the counts say nothing, but for the small words that all others meet.
    """
    one, two = pair
    before, after = found[0][1:], found[1][1:]
    left = [bigrams.get((before, word), 0) for word in (one, two)]
    right = [bigrams.get((word, after), 0) for word in (one, two)]
    plain = not FUNCTION_WORDS.intersection(pair)
    return {
        name: 0.0
        if plain and all(counts)  # either is said
        else math.log((counts[1] + UNKNOWN) / (counts[0] + UNKNOWN)) / 3
        for name, counts in (("L", left), ("R", right))
    }


def strangeness(
    wrong: str, right: str, found: list[str], bigrams: dict[tuple[str, str], int]
) -> float:
    """How far a word is a stranger to its neighbours, and another is not.

    A neighbour that the word was ever seen with speaks for it, however much rarer it is there.
    """
    before, after = found[0][1:], found[1][1:]
    sides = neighbours((wrong, right), found, bigrams)
    if (before, wrong) in bigrams:
        sides["L"] = min(0.0, sides["L"])
    if (wrong, after) in bigrams:
        sides["R"] = min(0.0, sides["R"])
    return sum(POOLED[key] * sides[key] for key in POOLED)


def fit(rows: list[dict[str, float]], sides: Any) -> tuple[Any, float, dict[str, float]]:  # noqa: ANN401
    """Scores of unseen places, and the model of all."""
    warnings.simplefilter("ignore", ConvergenceWarning)
    vectorizer = DictVectorizer(dtype=np.float32)
    matrix = vectorizer.fit_transform(rows)
    kept = np.flatnonzero(np.asarray((matrix != 0).sum(0)).ravel() >= 3)
    matrix, names = matrix[:, kept], vectorizer.get_feature_names_out()[kept]
    naming = [at for at, name in enumerate(names) if names_a_word(name) or name in POOLED]
    scores = np.zeros(len(sides))
    for seen, unseen in StratifiedKFold(4, shuffle=True, random_state=1).split(matrix, sides):
        fitted = model().fit(matrix[seen], sides[seen])
        told = matrix[unseen][:, naming] @ fitted.coef_[0][naming]
        scores[unseen] = weighed(fitted.decision_function(matrix[unseen]), told)
    final = model().fit(matrix, sides)
    weights = {
        name: float(value)
        for name, value in zip(names, final.coef_[0], strict=True)
        if abs(value) >= _LEAST_WEIGHT
    }
    return scores, float(final.intercept_[0]), weights


def weighed(scores: Any, named: Any) -> Any:  # noqa: ANN401
    """Scores as they count: nothing where the words beside the place do not say the same."""
    return np.where(named * np.sign(scores) >= LEAST_NAMED, scores, 0.0)


def model() -> LogisticRegression:
    """Few weights, so that the file stays small."""
    return LogisticRegression(
        C=2.0, l1_ratio=1, solver="liblinear", class_weight="balanced", max_iter=60
    )


def calibrate(
    rightly: Any,  # noqa: ANN401
    wrongly: Any,  # noqa: ANN401
    least: float,
    margin: float,
    count: int,
) -> tuple[float, float, int, int]:
    """From which score on a word is told; the share found; how often it was right, and called.

    The prose holds true mistakes of these very kinds (“learning form user feedback”), so that a few
    of the highest scores say nothing; of a frequent word only a sample was looked at.
    """
    highest = np.sort(rightly)[::-1]
    seen = len(highest)
    allowed = max(1, round(min(STRAY * seen / count, STRAY_SHARE * seen))) if seen else 0
    score = max(least, highest[min(allowed, seen - 1)] + margin) if seen else least
    recall = float((wrongly > score).mean()) if len(wrongly) else 1.0
    return float(score), recall, seen, int((rightly > score).sum())


Forms = tuple[str, str, str, str]


def write_forms() -> None:
    """Parts of speech and forms, from lemminflect's list and the lexicon of Brill's tagger."""
    tags: dict[str, set[str]] = defaultdict(set)
    lemmas: dict[str, str] = {}
    verbs: dict[str, Forms] = {}
    with gzip.open(str(files("lemminflect") / "resources" / "infl_lu.csv.gz"), "rt") as file:
        for lemma, part, *forms in csv.reader(file):
            if not lemma.isascii() or not lemma.isalpha() or not lemma.islower():
                continue
            listed = [form.split("/") for form in [*forms, "", "", "", ""][:4]]
            if part == "verb":
                add_verb(lemma, listed, tags, lemmas, verbs)
                continue
            own, other = {"noun": ("S", "P"), "adj": ("J", "J"), "adv": ("R", "R")}[part]
            tags[lemma].add(own)
            for form in (form for group in listed for form in group):
                if form.isalpha() and form != lemma:
                    tags[form].add(other)
    mostly_verbs = set()
    brill = {"JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "NN": "S", "NNS": "P"}
    for line in (files("textblob") / "en" / "en-lexicon.txt").read_text("utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if word in tags and tag in brill:
            tags[word].add(brill[tag])
        if word in verbs and tag in ("VB", "VBP"):
            mostly_verbs.add(word)
    rows = {}
    for word, found in tags.items():
        rows[word] = "".join(tag for tag in TAGS if tag in found)
        if word in verbs:
            rows[word] += f"\t{'v' * (word in mostly_verbs)}\t" + "/".join(verbs[word])
        elif word in lemmas:
            rows[word] += "\t" + lemmas[word]
    write("forms.txt", rows)


def add_verb(
    lemma: str,
    listed: list[list[str]],
    tags: dict[str, set[str]],
    lemmas: dict[str, str],
    verbs: dict[str, Forms],
) -> None:
    """Add a verb and its forms; the list leaves out a participle that is the past, or the verb."""
    past, participle, gerund, third = listed
    if not (past[0] and gerund[0] and third[0]):
        return
    if lemma in ("run", "come", "become", "overcome", "rerun", "outrun"):
        participle = [lemma]
    elif past[0].endswith("ed") or not participle[0]:
        participle = past
    tags[lemma].add("B")
    verbs[lemma] = (past[0], participle[0], gerund[0], third[0])
    for tag, group in zip("DNGZ", (past, participle, gerund, third), strict=True):
        for form in filter(str.isalpha, group):
            tags[form].add(tag)
            if form != lemma:
                lemmas.setdefault(form, lemma)


def write(name: str, rows: dict[str, str]) -> None:
    """Write a word file: sorted by the bytes of the word."""
    lines = [f"{key}\t{value}" for key, value in rows.items()]
    lines.sort(key=lambda line: line.partition("\t")[0].encode())
    (DATA / name).write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{name}: {len(lines)} lines")


if __name__ == "__main__":
    main()
