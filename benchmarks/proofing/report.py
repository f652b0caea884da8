"""Writes the document: what was measured, on what, and how to read it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from benchmarks.proofing.examples import Example
from benchmarks.proofing.goals import goals
from benchmarks.proofing.kept import section
from benchmarks.proofing.machine import commit, machine
from benchmarks.proofing.planted_run import GROUPS
from benchmarks.proofing.results import Figures, Results
from benchmarks.proofing.tables import share, table, tenths, times, whole

BASE = "Harper"


def document(results: Results, command: str, old: str = "") -> str:
    """The whole document.

    Args:
        results: of one run.
        command: what was run.
        old: the document so far, whose hand-written sections are kept.
    """
    parts = [
        _head(results, command),
        section("remarks", old),
        "## Planted mistakes",
        HOW_PLANTED.format(items=_items(results), sentences=results.sentences, words=results.words),
        _planted(results),
        "## By kind",
        HOW_KINDS,
        _kinds(results),
        "## Clean profiles",
        HOW_CLEAN,
        _samples(results),
        "## Lists of misspellings",
        HOW_LISTS,
        _lists(results),
        "## Learners' sentences",
        HOW_LEARNERS,
        _learners(results),
        "## Speed and memory",
        HOW_SPEED,
        _speed(results),
        "## Real profiles",
        section("real profiles", old),
        "## Goals",
        HOW_GOALS,
        _goals(results),
        "## What is missed, and what is flagged in vain",
        HOW_EXAMPLES,
        *_examples("Missed", results.misses),
        *_examples("Flagged in vain", results.alarms),
        "## Corpora and limits",
        CORPORA,
        LIMITS,
        "## Versions",
        _versions(results),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(results: Results, command: str) -> str:
    today = datetime.now(UTC).date().isoformat()
    intro = INTRO.format(today=today, commit=commit(), items=_items(results), part=results.part)
    ran = RAN.format(machine=machine(), command=command)
    return "\n\n".join(["# Benchmarks: proofreading", intro, _summary(results), HOW, ran])


def _items(results: Results) -> int:
    return next((each.score.items for each in results.of.values()), 0)


def _summary(results: Results) -> str:
    rows = [
        [
            _bold(name),
            share(it.score.recall),
            share(it.score.precision),
            share(it.score.f_half),
            tenths(it.alarms),
            whole(it.speed.rate if it.speed else None),
        ]
        for name, it in _by_f_half(results)
    ]
    return table(["", "recall", "precision", "F0.5", "false alarms /1k", "words/s"], rows)


def _by_f_half(results: Results) -> list[tuple[str, Figures]]:
    return sorted(results.of.items(), key=lambda each: -each[1].score.f_half)


def _bold(name: str) -> str:
    return f"**{name}**" if name.startswith("profilelint") else name


def _planted(results: Results) -> str:
    rows = [
        [
            _bold(name),
            share(it.score.recall),
            share(it.score.precision),
            share(it.score.f_half),
            share(it.score.fixed / it.score.items),
            share(it.score.fixed / it.score.found if it.score.found else None),
            tenths(it.alarms),
        ]
        for name, it in _by_f_half(results)
    ]
    fixed = ["first suggestion right, of all", "of found"]
    return table(["", "recall", "precision", "F0.5", *fixed, "false alarms /1k"], rows)


def _kinds(results: Results) -> str:
    names = list(results.of)
    rows = []
    for group in GROUPS:
        scores = [results.of[name].kinds[group] for name in names]
        counted = scores[0].items if scores else 0
        rows.append([group, str(counted), *(share(s.recall if counted else None) for s in scores)])
    return table(["kind", "n", *map(_bold, names)], rows)


def _samples(results: Results) -> str:
    rows = [
        [_bold(name), str(it.in_samples), tenths(1000 * it.in_samples / results.sample_words)]
        for name, it in results.of.items()
        if it.in_samples is not None and results.sample_words
    ]
    return table([f"{results.sample_words:,} words", "flags", "/1k"], rows) if rows else UNMEASURED


def _lists(results: Results) -> str:
    sizes = results.list_sizes
    rows = []
    for name, it in results.of.items():
        if it.lists:
            cells = [
                f"{share(of.found)} · {share(of.first)} / {share(of.among_five)}" if of else "–"
                for of in (it.lists.get(each) for each in sizes)
            ]
            rows.append([_bold(name), *cells])
    return table(["", *(f"{n} ({sizes[n]})" for n in sizes)], rows) if rows else UNMEASURED


def _learners(results: Results) -> str:
    rows = [
        [_bold(name), share(it.learners.errorful), share(it.learners.clean)]
        for name, it in results.of.items()
        if it.learners
    ]
    header = ["", "flagged of the wrong sentences", "flagged of the right ones"]
    return table(header, rows) if rows else UNMEASURED


def _speed(results: Results) -> str:
    base = results.of[BASE].speed if BASE in results.of else None
    rows = []
    for name, it in results.of.items():
        if it.speed:
            ratio = times(it.speed.rate / base.rate) if base else "–"
            most = "under " if it.speed.at_most else ""
            spread = f"{whole(it.speed.slowest)}–{whole(it.speed.fastest)}"
            memory = f"{most}{it.speed.megabytes:.0f}"
            rows.append([_bold(name), whole(it.speed.rate), spread, ratio, memory])
    header = ["", "words/s", "slowest–fastest", f"times {BASE}", "peak MB"]
    return table(header, rows) if rows else UNMEASURED


def _goals(results: Results) -> str:
    said = {True: "met", False: "**not met**", None: "not measured"}
    rows = [[goal.aim, goal.figure, said[goal.met]] for goal in goals(results)]
    return table(["goal", "figure", ""], rows)


def _examples(title: str, chosen: Sequence[tuple[Example, str]]) -> Iterator[str]:
    if chosen:
        yield f"**{title}**"
        yield "\n".join(
            f"{number}. {_marked(example)} ({example.remark}) – {why}"
            for number, (example, why) in enumerate(chosen, start=1)
        )


def _marked(example: Example) -> str:
    return f"*{example.text}* – “{example.span}”"


def _versions(results: Results) -> str:
    return "\n".join(f"- {name}: {it.version}" for name, it in results.of.items())


UNMEASURED = "Not measured in this run."

INTRO = """\
profilelint beside the tools that one would use instead, all on the same texts, in one run of
{today} at commit {commit}: {items} mistakes planted into sentences of invented profiles (the part
*{part}* of the corpus)."""

HOW = """\
**profilelint** is the default, `--grammar harper`; *both* joins LanguageTool to it, and *off*
leaves what needs no engine. Recall: the share of mistakes found. Precision: the share of flags, in
sentences with one mistake each, that lie on it. F0.5 joins the two, precision weighing double.
False alarms: flags per 1,000 words of the same sentences without the mistakes. Words/s: warm, on
one core."""

RAN = """\
Run on {machine}, with `{command}`; `make benchmark-proofing` installs and fetches what it needs.
The run writes this file, save what stands between marks."""

HOW_PLANTED = """\
{items} sentences with one mistake each, made from {sentences} clean sentences of {words:,} words
(`benchmarks/proofing/README.md` tells how). A mistake counts as found if a flag overlaps it that
the same rule does not raise at the same place of the clean sentence. All other flags in the
sentence are in vain. Of profilelint, findings of severity error or warning and at least medium
confidence count, in the field that the sentence belongs to; of peers all flags count, with the
settings that they come with. With so many items, a recall of .6 is uncertain by ± .04 and one
of .95 by ± .02 (95 %)."""

HOW_KINDS = "Recall. What spell-checkers cannot see begins with the confusions of two real words."

HOW_CLEAN = """\
Prose (headline, About, roles, notes) of the sample profiles in which no mistake of language was
planted. profilelint reads each profile whole, as its user would; peers read line by line, without
the bullet marks."""

HOW_LISTS = """\
Detection · share of all words whose correction is the first suggestion / one of the first five.
Each word stands alone. profilelint's detection is no evidence: the words drawn are those that its
own list of words does not hold. codespell, typos and cspell ship these very lists, so that their
figures are no evidence either. Nor are profilelint's first suggestions on the lists of Wikipedia
and codespell: its own list of typos, which comes from typos, holds most of these words.
pyspellchecker, which takes a second for a word, is asked the first 50 of each list only, so that
its shares are uncertain by ± .13."""

HOW_LEARNERS = """\
JFLEG's test sentences, by learners of English: wrong are those that none of four annotators left as
they were, right those that two or more did. A sentence counts as flagged by any flag."""

HOW_SPEED = """\
Each in a fresh process pinned to one core, its server or command with it. Six texts of 2,000 words
in paragraphs of ten sentences: the first warms up, the figure is the median of the other five. What
a command takes to start is taken off, what suggestions take is not: hunspell, cspell and
pyspellchecker are many times faster without. Peak memory is that of the largest process; “under”
where the process that starts a command is larger than the command."""

HOW_GOALS = "They were set before a rule was changed, for the part *report*."

HOW_EXAMPLES = """\
Of the default, from the part *dev* and the sample profiles only: the part *report* is never looked
at. `python -m benchmarks.proofing --dev-misses` lists all of them."""

CORPORA = """\
- Planted mistakes and clean sentences: written for this project, under its licence.
- Sample profiles: invented for this project, under its licence.
- Wikipedia's, aspell's and Birkbeck's misspellings, in Roger Mitton's copies, which state no
  licence (Wikipedia's text is CC BY-SA); codespell's dictionary, CC BY-SA 3.0. Fetched, never
  shipped; `benchmarks/proofing/corpora.py` tells which words of them are used. At most 800 of
  each are drawn by a seed.
- JFLEG (Napoles, Sakaguchi and Tetreault 2017), CC BY-NC-SA 4.0. Fetched, never shipped."""

LIMITS = """\
The sentences were written for this benchmark, before the rules and without a look at them, but by
the authors of profilelint; and one planted mistake a sentence is tidier than life. British and
American spelling both occur in the clean sentences; LanguageTool, Harper, hunspell, aspell and
cspell are set to American English, as they come, and flag British words. profilelint knows which
field a sentence stands in, as it does in use; the peers are given the bare sentence. One machine,
shared with other work: compare within a table, not between runs."""
