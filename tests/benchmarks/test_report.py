"""The document: its tables, its goals, and the sections that people write."""

import doctest

import pytest

from benchmarks.proofing import kept, tables
from benchmarks.proofing.examples import Example
from benchmarks.proofing.goals import goals
from benchmarks.proofing.learners_run import LearnerScore
from benchmarks.proofing.misspellings_run import ListScore
from benchmarks.proofing.planted_run import GROUPS
from benchmarks.proofing.report import document
from benchmarks.proofing.results import Figures, Results
from benchmarks.proofing.scoring import Score
from benchmarks.proofing.speed_run import Speed
from benchmarks.proofing.tables import share, table, tenths, whole


def figures(found: int, vain: int, alarms: float, **more) -> Figures:
    score = Score(100, found, found // 2, vain)
    return Figures("1.0", score, dict.fromkeys(GROUPS, score), alarms, **more)


@pytest.fixture
def results() -> Results:
    return Results(
        part="dev",
        sentences=50,
        words=900,
        sample_words=400,
        list_sizes={"wikipedia": 800},
        of={
            "profilelint": figures(
                97,
                0,
                0.5,
                in_samples=1,
                lists={"wikipedia": ListScore(1.0, 0.85, 0.95)},
                learners=LearnerScore(0.7, 0.05),
                speed=Speed(20_000.4, 19_000.0, 21_000.0, 212.3, at_most=False),
            ),
            "Harper": figures(
                60,
                20,
                19.04,
                in_samples=12,
                speed=Speed(8_000.0, 7_900.0, 8_100.0, 292.0, at_most=False),
            ),
            "typos": figures(
                5, 0, 0.0, speed=Speed(2_000_000.0, 1.0, 3_000_000.0, 41.9, at_most=True)
            ),
        },
        misses=[(Example("x-1", "Came form Greece.", "form", "confusion"), "It is a word.")],
    )


def test_a_table_has_a_cell_for_each_column():
    text = table(["", "recall", "n"], [["Harper", ".626", "3"], ["typos", "–", "4"]])
    assert text.splitlines() == [
        "|  | recall | n |",
        "|---|--:|--:|",
        "| Harper | .626 | 3 |",
        "| typos | – | 4 |",
    ]


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (share(0.0), ".000"),
        (share(0.99951), "1.000"),
        (share(None), "–"),
        (tenths(19.04), "19.0"),
        (whole(0), "0"),
        (whole(999), "999"),
        (whole(1_612_345), "1,610,000"),
        (whole(None), "–"),
    ],
)
def test_figures_are_rounded_to_what_they_can_tell(shown, text):
    assert shown == text


def test_the_first_screen_shows_all_contenders_best_first(results):
    screen = "\n".join(document(results, "the command").splitlines()[:20])
    ours, harper, typos = (screen.index(f"| {n} |") for n in ("**profilelint**", "Harper", "typos"))
    assert ours < harper < typos
    assert "| **profilelint** | .970 | 1.000 | .994 | 0.5 | 20,000 |" in screen
    assert "`the command`" in screen


def test_every_measurement_has_its_row(results):
    text = document(results, "the command")
    assert "| **profilelint** | 1 | 2.5 |" in text
    assert "| Harper | 12 | 30.0 |" in text
    assert "| **profilelint** | 1.000 · .850 / .950 |" in text
    assert "| **profilelint** | .700 | .050 |" in text
    assert "| **profilelint** | 20,000 | 19,000–21,000 | 2.5 | 212 |" in text
    assert "| under 42 |" in text
    assert "1. *Came form Greece.* – “form” (confusion) – It is a word." in text


def test_what_was_not_measured_is_said(results):
    results.list_sizes = {}
    for each in results.of.values():
        each.lists, each.learners, each.speed, each.in_samples = {}, None, None, None
    assert document(results, "the command").count("Not measured in this run.") == 4


def test_goals_are_met_or_not_or_not_measured(results):
    met = {goal.aim: goal.met for goal in goals(results)}
    assert met["F0.5, default: at least .920"] is True
    assert met["F0.5 of profilelint above every peer's"] is True
    assert met["F0.5, `--grammar both`: at least .950"] is None
    assert met["false alarms /1k, default: at most 1.0"] is True
    assert met["first suggestion right: wikipedia: at least .830"] is True
    assert met["first suggestion right: aspell: at least .600"] is None
    assert met["warm words/s on one core, default: at least 15,000"] is True
    results.of["typos"] = figures(100, 0, 0.0)
    results.of["profilelint"].alarms = 1.01
    met = {goal.aim: goal.met for goal in goals(results)}
    assert met["F0.5 of profilelint above every peer's"] is False
    assert met["false alarms /1k, default: at most 1.0"] is False


def test_hand_written_sections_outlive_a_run(results):
    first = document(results, "the command")
    mark = "<!-- real profiles -->\n"
    old = first.replace(mark, f"{mark}Read by hand: 87 of 100.\n")
    assert old != first
    assert document(results, "the command", old) == old


@pytest.mark.parametrize("module", [kept, tables])
def test_the_examples_of_the_docstrings_hold(module):
    failed, tried = doctest.testmod(module)
    assert (failed, tried > 0) == (0, True)
