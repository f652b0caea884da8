import csv
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profilelint.profile import Profile
from profilelint.reporters import Style
from profilelint.reporters.csv_report import COLUMNS, render


def table(outcomes, rules):
    return list(csv.DictReader(StringIO(render(outcomes, rules, Style()))))


def test_a_row_a_profile_in_the_order_given(engineer, ready, empty, broken, rules):
    rows = table([ready, engineer, broken, empty], rules)
    assert [row["verdict"] for row in rows] == ["ready", "fix-first", "", "not-ready"]
    assert [row["ready"] for row in rows] == ["yes", "no", "", "no"]
    assert [row["path"] for row in rows][1:3] == ["engineer-mistakes-en.pdf", "exports/broken.pdf"]


def test_what_a_row_tells(engineer, rules):
    (row,) = table([engineer], rules)
    assert list(row) == list(COLUMNS)
    assert row["name"] == "Deshawn Okpara-Lind"
    assert (row["score"], row["proofing"], row["proofing_available"]) == ("60", "10.5", "40")
    assert row["consistency"] == ""
    assert (row["errors"], row["warnings"], row["suggestions"]) == ("11", "8", "3")
    assert row["costliest_1"] == "confused-word ×3"
    assert row["error"] == ""


def test_what_could_not_be_read_says_why(broken, rules):
    (row,) = table([broken], rules)
    assert "this PDF has no text" in row["error"]
    assert row["score"] == ""


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "\r@", " +", "＝", "\n-"])
def test_no_cell_is_a_formula(begin, report_of, rules):
    outcome = report_of(Profile(name=f"{begin}HYPERLINK(A1)"), [], path=f"{begin}x.pdf")
    (row,) = table([outcome], rules)
    assert row["name"].startswith("'")
    assert row["path"].startswith("'")


@given(text=st.text(st.characters()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_keeps_to_its_cell(text, report_of, rules):
    outcome = report_of(Profile(name=text), [], path=text)
    shown = render([outcome, outcome], rules, Style())
    assert shown.count("\n") == 3
    rows = list(csv.reader(StringIO(shown)))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert not [c for row in rows for c in row if c.lstrip().startswith(("=", "+", "-", "@"))]
    shown.encode("utf-8")
