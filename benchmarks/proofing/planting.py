"""Plants one mistake at a time into clean sentences, for the benchmark of the proofreader.

The sentences stand in ``sentences.yaml``, with the plantings that only a reader could place. This
script adds those a table or a pattern can place for certain, and takes a sample of each kind.

Nothing is left to chance: what is drawn follows from hashes of ``SEED`` and the text, so that a new
sentence hardly disturbs the plantings of the others. But the lists of words that a typo must not
be in grow, and a draw with it. So what was drawn once stands in ``planted.jsonl``, which all others
read; ``--write`` draws it anew. Run ``python benchmarks/proofing/planting.py`` to check that file
and to see the counts.
"""

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from spellchecker import SpellChecker

from benchmarks.proofing.corpus import (
    PLANTED,
    PROSE,
    REPORT_SHA256,
    Planted,
    Sentence,
    canonical,
    digest,
    load_planted,
    load_sentences,
    part_of,
    split,
)

HERE = Path(__file__).parent
WORDS = HERE.parent.parent / "profilelint" / "data" / "words.txt"
SEED = "proofing-1"

AT_MOST = {
    "typo-transposition": 50,
    "typo-omission": 50,
    "typo-insertion": 50,
    "typo-neighbour": 50,
    "confusion": 230,
    "agreement": 110,
    "tense": 110,
    "article": 50,
    "article-missing": 45,
    "doubled-word": 40,
    "apostrophe": 50,
    "capital": 60,
    "brand": 80,
    "spacing": 48,
    "missing-space": 32,
    "punctuation": 70,
}
"""How many plantings of a kind are drawn, so that no kind drowns the others."""

SAME_AT_MOST = 4
"""How often the same change ("from" to "form") is drawn: one pattern is not to be repeated."""

CONFUSIONS = """
accept=except | accepted=excepted | Accepted=Excepted | except=accept | advice=advise
advise=advice | Advise=Advice | affect=effect | affects=effects | effect=affect | effects=affects
allowed=aloud | aloud=allowed | alone=along | are=our | our=are | assess=asses | Assess=Asses
assistants=assistance | assistant=assistance | bare=bear | believe=belief | board=bored
brake=break | brakes=breaks | break=brake | Break=Brake | breathes=breaths | buy=by | by=buy
calm=clam | chef=chief | complaints=complains | compliments=complements | complement=compliment
contract work=contact work | three-year contract=three-year contact
lease contracts=lease contacts | supply contracts=supply contacts | council=counsel
Council=Counsel | counsel=council | Counsel=Council | every country of=every county of
County Mayo=Country Mayo | course=coarse | customer=costumer | customers=costumers
Customers=Costumers | dairy=diary | Dairy=Diary | diary=dairy | desk=disk | dessert=desert
Dessert=Desert | discreet=discrete | discrete=discreet | due diligence=do diligence
fell by=felt by | had fallen=had felled | form=from | from=form | From=Form | fair base=fare base
trade fairs=trade fares | goes live=goes life | great=grate | hear=here | heard=herd | here=hear
hour=our | hours=ours | idle=idol | it's=its | It's=Its | its=it's | knew=new | know=now
latter=later | lead=led | lead in drinking=led in drinking | lessons=lessens | Lesson=Lessen
lesson=lessen | loan=lone | lose=loose | lost=loosed | loss=lose | made=maid | manager=manger
Manager=Manger | managers=mangers | Managed=Manged | month=mouth | months=mouths | Morale=Moral
morale=moral | new=knew | no=know | nobody=no body | now=know | of=off | of=if | off=of
ordinance=ordnance | paid=payed | passed=past | Passed=Past | past=passed | patience=patients
patients=patience | Patients=Patience | per cent=per sent | personal=personnel
personnel department=personal department | piece=peace | plain=plane | price=prize | Prize=Price
principal=principle | Principal=Principle | principle=principal | public=pubic | Public=Pubic
quiet=quite | quite=quiet | right=write | role=roll | roles=rolls | route=root | root=route
safe=save | would save=would safe | sale=sell | Sell=Sale | sign=sing | signs=sings | since=sense
Shift=Shit | shift=shit | shifts=shits | site=sight | site=cite | sites=sights | source=sauce
staff=stuff | stationary=stationery | statue=statute | statutes=statues | suit=suite | sum=some
Taught=Thought | taught=thought | tenants=tenets | than=then | than=that | the=they | then=than
their=there | their=they're | there=their | There=Their | There=They're | they=the
they're=their | they're=there | thorough=through | thought=taught | though=through | though=tough
through=trough | through=though | through=threw | tired=tried | tried=tired | to=too | too=to
trials=trails | two=to | United=Untied | ward=word | wards=words | waste=waist
weather station=whether station | week=weak | were=where | where=were | whether=weather
Whether=Weather | which=witch | who's=whose | whole=hole | whose=who's | won=one | word=world
with the words=with the worlds | plain words=plain worlds | world=word | would have=would of
write=right | Wrote=Rote | wrote=rote | you're=your | you're=you | your=you're | Your=You're
and=an | the personnel were=the personal were
"""
"""Words taken for one another, each beside the one that is written in its place.

They are confusions of ear (its, it's), of meaning (affect, effect) and slips that no list of words
can catch (manager, manger). Where the wrong word could make sense, too, neighbours pin the place.
"""

NOT_CONFUSED = (
    # "as fine an eye": before a vowel "an" could be the article.
    ("and", "an", r"\band (?=[aeiouAEIOU\d])"),
    # "two" among numbers and lists may be read as a figure.
    ("two", "to", r"\btwo(?= (?:and|or)\b)"),
    ("lead", "led", r"\blead\b(?! water)"),
    ("sum", "some", r"\bsum\b(?! of)"),
    # "Shift" as a verb stands for itself.
    ("sign", "sing", r"\bsign(?= on)"),
)
"""Places where a confusion would not be wrong for certain, or not be what people write."""

BRANDS = {
    "ACLS": ("Acls",),
    "Adobe": ("adobe",),
    "Android": ("android",),
    "Apache Kafka": ("apache Kafka", "Apache kafka"),
    "ArcGIS": ("ArcGis", "Arcgis"),
    "Arduino": ("arduino",),
    "AutoCAD": ("Autocad", "AutoCad"),
    "AWS": ("Aws",),
    "BigQuery": ("Bigquery", "Big Query"),
    "CRISPR": ("Crispr",),
    "Docker": ("docker",),
    "Excel": ("excel", "Exel"),
    "Figma": ("figma",),
    "GDPR": ("GPDR",),
    "GitHub": ("Github", "github", "Git Hub", "GitHUB"),
    "Google Analytics": ("google analytics", "Google analytics"),
    "Google Classroom": ("Google classroom",),
    "GraphQL": ("GraphQl", "Graphql"),
    "HIPAA": ("HIPPA", "Hipaa"),
    "HubSpot": ("Hubspot", "hubspot", "Hub Spot"),
    "ImageJ": ("Imagej",),
    "Instagram": ("instagram",),
    "iOS": ("IOS", "Ios"),
    "JavaScript": ("Javascript", "javascript", "Java Script"),
    "Jenkins": ("jenkins",),
    "Kubernetes": ("kubernetes", "Kubernets", "Kubernates"),
    "LaTeX": ("Latex",),
    "LexisNexis": ("Lexis Nexis", "Lexisnexis"),
    "LinkedIn": ("Linkedin", "linkedin", "LinkedIN", "Linked In"),
    "Mailchimp": ("mailchimp",),
    "MATLAB": ("MatLab",),
    "Microsoft Teams": ("microsoft teams", "Microsoft teams"),
    "MySQL": ("MySql", "Mysql", "My SQL"),
    "Node.js": ("NodeJS", "Node.JS"),
    "Photoshop": ("PhotoShop", "Photo Shop", "photoshop"),
    "PostgreSQL": ("Postgresql", "postgreSQL", "PostGreSQL", "PostgreSql"),
    "Power BI": ("PowerBI", "Power Bi"),
    "PowerPoint": ("Powerpoint", "Power Point", "powerpoint"),
    "Python": ("python", "Phyton"),
    "QuickBooks": ("Quickbooks", "Quick Books", "quickbooks"),
    "Salesforce": ("SalesForce", "Sales Force", "salesforce"),
    "Shopify": ("shopify",),
    "Tableau": ("tableau", "Tableu"),
    "TikTok": ("Tiktok", "Tik Tok"),
    "TypeScript": ("Typescript", "Type Script"),
    "Westlaw": ("WestLaw",),
    "WordPress": ("Wordpress", "Word Press", "wordpress"),
    "Workday": ("WorkDay",),
    "YouTube": ("Youtube", "You Tube", "youtube"),
}
"""Names and the ways in which people write them wrong."""

PROPER = """
January February March April May June July August September October November December Monday
Thursday Friday Saturday Sunday Wednesday Christmas Easter Scottish Spanish French Portugal
Canadian Danish Welsh German Dutch Estonian English Arabic Norwegian Nigerian Korean Finnish Roman
Viennese Ottoman Irish Ireland Scotland Austria Switzerland Cyprus Malta Georgia Kenya Moldova
Nepal Malawi Slovakia Syria Antarctica Normandy Ohio Kansas Louisiana Quebec Ontario Ghent Leeds
Rotterdam Nairobi Manila Lisbon Milan Chicago Galicia Somerset Porto Osaka Kyoto Uppsala
"""
"""Months, days, nations and places of the sentences: always capital."""

SAID_WITH_A_VOWEL = re.compile(r"(?:[aeio]|un(?!i)|up|hon|hour|M[BSR]|NHS|[AEFI][A-Z]{2}|[AEIO])")
SAID_WITH_A_CONSONANT = re.compile(
    r"(?:[bcdfgjklmnpqrstvwyz]|eu|uni|use|[BCDGPTVW][A-Z]|[B-DF-GJ-NP-TV-Z][a-z])"
)

NO_COUNT_NOUN = re.compile(r"\b(?:a|an) (?:little|lot|taste|weakness|cause|coincidence)\b")
"""Where prose would stand, or nearly so, without its article."""

PLURALS = """
accounts analysts apprentices auditors buyers citizens claims clients colleagues companies
complaints contracts customers developers doctors drugs employees engineers factories farmers
graduates groups guests headlines hospitals houses households languages managers nurses operators
owners papers parents patients pilots planners projects pupils recruiters representatives shifts
stories students suppliers teachers tenants trainees villages volunteers waiters weeks
"""
"""Plurals that get an apostrophe nobody needs ("for our client's in Leeds")."""

AFTER_PLURAL = r"(?=(?: (?:in|at|from|on|for|to|with|across|who|that|by|whose|were|have)\b|[,.;]))"

CLAUSE_WORDS = r"(?:I|I've|I'm|I'd|It|It's|They|We|She|Both|My|The|There|One|Today|Mine|What)"

CONTRASTS = ("company; they", "many; the", "salesman; I", "went; staff")
"""Short clauses set against each other, between which a comma would pass ("not this, that")."""

KEYS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok",
    "o": "ipl", "p": "ol", "a": "sqz", "s": "adwx", "d": "sfec", "f": "dgrv", "g": "fhtb",
    "h": "gjyn", "j": "hkum", "k": "jli", "l": "ko", "z": "axs", "x": "zcs", "c": "xvd", "v": "cbf",
    "b": "vng", "n": "bmh", "m": "nj",
}  # fmt: skip
"""The neighbours of each key on the keyboards of the United Kingdom and the United States."""

SMALL_WORDS = """
a an and are as at be for from have i in is it my of on or our the they this to was we were with you
"""
"""Words that are easily written twice, often where a line was broken."""


@dataclass(frozen=True)
class Change:
    """What a planter proposes: in place of ``clean[start:start + len(right)]`` write ``wrong``."""

    start: int
    right: str
    wrong: str


Planter = Callable[[Sentence], Iterator[Change]]


def rank(*parts: str) -> str:
    """A place in an order that is random, but the same every time."""
    return hashlib.sha256("\x1f".join((SEED, *parts)).encode()).hexdigest()


def pick(choices: list[Change], *key: str) -> list[Change]:
    """The change that the seed draws from those that one place allows."""
    return sorted(choices, key=lambda it: rank(*key, str(it.start), it.wrong))[:1]


def swap(text: str, pattern: str, wrong: Callable[[re.Match[str]], str]) -> Iterator[Change]:
    """Propose a change wherever the pattern matches."""
    for match in re.finditer(pattern, text):
        if match[0] != wrong(match):
            yield Change(match.start(), match[0], wrong(match))


@cache
def english() -> frozenset[str]:
    """Every string that some list takes for a word; a typo must not be one of them."""
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    listed = {re.split(r"\s", line, maxsplit=1)[0].lower() for line in lines}
    return frozenset(listed | ordinary())


@cache
def ordinary() -> frozenset[str]:
    """The words of a frequency list, so that no name gets a typo."""
    return frozenset(SpellChecker().word_frequency.keys())


def typed_words(text: str) -> Iterator[tuple[int, str]]:
    """Ordinary words of five letters or more; capital only where a sentence begins."""
    for match in re.finditer(r"(?<![\w'-])[A-Za-z][a-z]{4,}(?![\w'-])", text):
        begins = match.start() == 0 or text[match.start() - 2 : match.start()] in {". ", ": "}
        if (match[0].islower() or begins) and match[0].lower() in ordinary():
            yield match.start(), match[0]


def transpositions(word: str) -> Iterator[str]:
    for i in range(1, len(word) - 1):
        yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def omissions(word: str) -> Iterator[str]:
    for i in range(1, len(word)):
        yield word[:i] + word[i + 1 :]


def insertions(word: str) -> Iterator[str]:
    for i in range(1, len(word)):
        # A letter struck twice, or its neighbour struck with it.
        for letter in word[i] + KEYS[word[i]][0]:
            yield word[:i] + letter + word[i:]


def neighbours(word: str) -> Iterator[str]:
    for i in range(1, len(word)):
        for letter in KEYS[word[i].lower()]:
            yield word[:i] + letter + word[i + 1 :]


def typos(kind: str, make: Callable[[str], Iterator[str]]) -> Planter:
    """A planter of one kind of typo: two words of a sentence, one typo in each."""

    def plant(sentence: Sentence) -> Iterator[Change]:
        found = []
        for start, word in typed_words(sentence.text):
            wrongs = [it for it in make(word) if it != word and it.lower() not in english()]
            changes = [Change(start, word, it) for it in wrongs]
            found += pick(changes, kind, sentence.text)
        yield from sorted(found, key=lambda it: rank(kind, sentence.text, it.right))[:2]

    return plant


def confusion(sentence: Sentence) -> Iterator[Change]:
    """Another word, rightly spelt."""
    for pair in CONFUSIONS.replace("\n", " | ").split(" | "):
        right, _, wrong = pair.strip().partition("=")
        if not right:
            continue
        spared = "|".join(p for r, w, p in NOT_CONFUSED if (r, w) == (right, wrong)) or r"(?!)"
        for match in re.finditer(rf"(?<![\w'-]){re.escape(right)}(?![\w'-])", sentence.text):
            if re.compile(spared).match(sentence.text, match.start()) is None:
                yield narrowed(match.start(), right, wrong)


def narrowed(start: int, right: str, wrong: str) -> Change:
    """The change without the neighbours that both sides share."""
    rights, wrongs = right.split(" "), wrong.split(" ")
    while min(len(rights), len(wrongs)) > 1 and rights[-1] == wrongs[-1]:
        del rights[-1], wrongs[-1]
    while min(len(rights), len(wrongs)) > 1 and rights[0] == wrongs[0]:
        start += len(rights[0]) + 1
        del rights[0], wrongs[0]
    return Change(start, " ".join(rights), " ".join(wrongs))


def article(sentence: Sentence) -> Iterator[Change]:
    """``a`` before a vowel's sound, ``an`` before a consonant's."""
    for match in re.finditer(r"\b(a|A|an|An) (?=([\w'-]+))", sentence.text):
        short = match[1].lower() == "a"
        sound = SAID_WITH_A_CONSONANT if short else SAID_WITH_A_VOWEL
        # There are many more "a" than "an": of those, some are enough.
        if sound.match(match[2]) and (not short or rank("a", match[2], sentence.text)[0] in "012"):
            wrong = match[1] + "n" if short else match[1][0]
            yield Change(match.start(), f"{match[1]} {match[2]}", f"{wrong} {match[2]}")


def article_missing(sentence: Sentence) -> Iterator[Change]:
    """No ``a`` in prose; in bullets, which people write like telegrams, only by hand.

    Spared are places where it need not stand: "as treasurer", "a pen and book", "that quiet man".
    """
    if sentence.field not in PROSE:
        return
    for match in re.finditer(
        r"\b(?!(?:that|as|As|and|or)\b)([\w']+) (?:an?) ([\w'-]+)", sentence.text
    ):
        if not NO_COUNT_NOUN.search(match[0]):
            yield Change(match.start(), match[0], f"{match[1]} {match[2]}")


def doubled_word(sentence: Sentence) -> Iterator[Change]:
    """A word written twice: mostly a small one, sometimes a long one."""
    found = [
        Change(m.start(), m[0], f"{m[0]} {m[0].lower()}")
        for m in re.finditer(r"(?<![\w'-])[A-Za-z][a-z]*(?![\w'.-])", sentence.text)
        if m[0].islower() and m[0] not in {"that", "had", "do", "is", "so", "very"}
    ]
    small = [it for it in found if it.right in SMALL_WORDS.split()]
    yield from pick(small, "small", sentence.text)
    if rank("long", sentence.text)[0] in "01234":
        yield from pick([it for it in found if it not in small], "long", sentence.text)


def apostrophe(sentence: Sentence) -> Iterator[Change]:
    """One that is left out, one too many, one at the wrong place."""
    text = sentence.text
    yield from swap(
        text, r"\b(?:I'm|I've|I'd|\w+n't|you've|they're)", lambda m: m[0].replace("'", "")
    )
    possessive = r"(?<![\w-])(?!it's|who's|bachelor|master)[a-z]{3,}'s(?= [a-z])"
    yield from swap(text, possessive, lambda m: m[0].replace("'", ""))
    yield from swap(text, r"\b[a-z]+[^aeiou]y's(?= [a-z])", lambda m: m[0][:-3] + "ies")
    plural = rf"(?<![\w'-])(?:{'|'.join(PLURALS.split())})(?![\w'-]){AFTER_PLURAL}"
    yield from swap(
        text, plural, lambda m: (m[0][:-3] + "y's") if m[0].endswith("ies") else m[0][:-1] + "'s"
    )


def capital(sentence: Sentence) -> Iterator[Change]:
    """A sentence that begins small, a small ``i``, a month or nation without its capital."""
    text = sentence.text
    if sentence.field in PROSE:
        begin = r"(?:^|(?<=[.?] ))(?!I\b)[A-Z][a-z']*(?= [a-z])"
        yield from swap(text, begin, lambda m: m[0][0].lower() + m[0][1:])
        yield from swap(text, r"(?<=[a-z,;] )I(?:'\w+)?(?= [a-z])", lambda m: "i" + m[0][1:])
    if sentence.field not in {"headline", "title", "skills"}:
        names = rf"(?<=[a-z] )(?:{'|'.join(PROPER.split())})(?![\w'-])"
        yield from swap(text, names, lambda m: m[0].lower())


def brand(sentence: Sentence) -> Iterator[Change]:
    """A product's name with a wrong capital, space or letter."""
    for right, wrongs in BRANDS.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(right)}(?![\w-])", sentence.text):
            yield from (Change(match.start(), right, it) for it in wrongs if it != right)


def spacing(sentence: Sentence) -> Iterator[Change]:
    """A space before a comma, none after it, or two between words."""
    text = sentence.text
    before = list(swap(text, r"\b[A-Za-z]+,(?= )", lambda m: m[0][:-1] + " ,"))
    after = list(swap(text, r"\b[A-Za-z]+, [a-z]+", lambda m: m[0].replace(" ", "")))
    double = list(swap(text, r"\b[a-z]+ [a-z]+(?![\w'])", lambda m: m[0].replace(" ", "  ")))
    for changes in (before, after, double):
        yield from pick(changes, text)


def missing_space(sentence: Sentence) -> Iterator[Change]:
    """Two sentences that run together."""
    if sentence.field in PROSE:
        yield from swap(sentence.text, r"\b\w+[.?] [A-Z][a-z']*", lambda m: m[0].replace(" ", ""))


def punctuation(sentence: Sentence) -> Iterator[Change]:
    """A comma between two sentences, a full stop too many, half a pair of brackets."""
    text = sentence.text
    if sentence.field in {*PROSE, "past-bullet"}:
        spliced = swap(text, r"[\w']+; [\w']+", lambda m: m[0].replace(";", ","))
        yield from (it for it in spliced if it.right not in CONTRASTS)
    if sentence.field in PROSE:
        yield from swap(text, rf"[\w']+\. {CLAUSE_WORDS}(?= )", splice)
    if rank("stop", text).startswith("0"):
        yield from swap(text, r"\b\w+\.$", lambda m: m[0] + ".")
    if text.count("(") == 1:
        yield from swap(text, r"\([\w.]+", lambda m: m[0][1:])
        yield from swap(text, r"[\w.]+\)", lambda m: m[0][:-1])


def splice(match: re.Match[str]) -> str:
    """Two sentences with only a comma between them."""
    first, second = match[0].split(". ")
    if second.split("'")[0] != "I":
        second = second[0].lower() + second[1:]
    return f"{first}, {second}"


PLANTERS: dict[str, Planter] = {
    "typo-transposition": typos("typo-transposition", transpositions),
    "typo-omission": typos("typo-omission", omissions),
    "typo-insertion": typos("typo-insertion", insertions),
    "typo-neighbour": typos("typo-neighbour", neighbours),
    "confusion": confusion,
    "article": article,
    "article-missing": article_missing,
    "doubled-word": doubled_word,
    "apostrophe": apostrophe,
    "capital": capital,
    "brand": brand,
    "spacing": spacing,
    "missing-space": missing_space,
    "punctuation": punctuation,
}
"""The kinds that patterns can place; agreement and tense are placed by hand alone."""


def proposals(sentence: Sentence, kind: str) -> Iterator[Change]:
    """All plantings of a kind that the sentence allows, by hand and by pattern."""
    for hand in sentence.plant:
        if hand.kind == kind:
            yield Change(sentence.text.index(hand.right), hand.right, hand.wrong)
    if kind in PLANTERS:
        yield from PLANTERS[kind](sentence)


def planted(sentence: Sentence, kind: str, change: Change) -> Planted:
    """The sentence with the change made."""
    clean, end = sentence.text, change.start + len(change.right)
    if clean[change.start : end] != change.right:
        message = f"{change.right!r} does not stand at {change.start} in {clean!r}"
        raise ValueError(message)
    return Planted(
        id=f"{kind}-{rank(clean, str(change.start), change.right, change.wrong)[:8]}",
        kind=kind,
        clean=clean,
        bad=clean[: change.start] + change.wrong + clean[end:],
        start=change.start,
        end=change.start + len(change.wrong),
        wrong=change.wrong,
        right=change.right,
        field=sentence.field,
        trade=sentence.trade,
    )


def plant(sentences: Iterable[Sentence]) -> list[Planted]:
    """Plant into all sentences and draw ``AT_MOST`` of each kind, as varied as can be."""
    sentences = list(sentences)
    items: list[Planted] = []
    for kind, at_most in AT_MOST.items():
        all_of_kind = {
            item.id: item
            for sentence in sentences
            for change in proposals(sentence, kind)
            for item in [planted(sentence, kind, change)]
        }
        items += drawn(sorted(all_of_kind.values(), key=lambda it: rank(it.id)), at_most)
    return items


def drawn(candidates: list[Planted], at_most: int) -> list[Planted]:
    """The first candidates that repeat neither a change nor a sentence too often."""
    chosen: list[Planted] = []
    changes: Counter[tuple[str, str]] = Counter()
    texts: Counter[str] = Counter()
    # In rounds, so that what is common in the sentences does not crowd out what is rare.
    for turn in range(SAME_AT_MOST):
        for item in candidates:
            change = (item.right, item.wrong)
            if item in chosen or len(chosen) == at_most:
                continue
            if changes[change] == turn and texts[item.clean] < 3:
                chosen.append(item)
                changes[change] += 1
                texts[item.clean] += 1
    return sorted(chosen, key=lambda it: (it.clean, it.start, it.wrong))


def show_counts(sentences: list[Sentence], items: Iterable[Planted]) -> None:
    """Print how many plantings of each kind each part holds."""
    parts = split(sentences)
    counts = Counter((it.kind, part_of(it.clean)) for it in items)
    rows = [("clean sentences", len(parts["dev"]), len(parts["report"]))]
    rows += [(kind, counts[kind, "dev"], counts[kind, "report"]) for kind in AT_MOST]
    rows.append(("all plantings", sum(r[1] for r in rows[1:]), sum(r[2] for r in rows[1:])))
    print(f"{'':20}{'dev':>8}{'report':>8}{'both':>8}")
    for name, dev, report in rows:
        print(f"{name:20}{dev:8}{report:8}{dev + report:8}")


def write(sentences: list[Sentence], items: list[Planted]) -> int:
    """Write what was drawn, unless the report part would be another one."""
    found = digest(sentences, items)
    if found != REPORT_SHA256:
        print(f"not written: the SHA-256 of the report part would be {found}", file=sys.stderr)
        return 1
    lines = [canonical(asdict(item)) for item in sorted(items, key=lambda item: item.id)]
    PLANTED.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    # Only the part to develop with can be shown: who has seen the report part fits rules to it.
    parser.add_argument(
        "--show", choices=["dev"], help="print the items of this part as JSON lines"
    )
    parser.add_argument(
        "--write", action="store_true", help="draw the items anew, and write planted.jsonl"
    )
    arguments = parser.parse_args()
    sentences = load_sentences()
    if arguments.write:
        return write(sentences, plant(sentences))
    try:
        items = load_planted()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    if arguments.show:
        for item in items:
            if part_of(item.clean) == arguments.show:
                print(json.dumps(asdict(item), ensure_ascii=False))
    else:
        show_counts(sentences, items)
    return 0


if __name__ == "__main__":
    sys.exit(main())
