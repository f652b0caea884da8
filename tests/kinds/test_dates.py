"""The kinds that read dates: order, gaps, overlaps, and years that are claimed."""

from datetime import date

import pytest

POSITIONS = ("positions",)


def roles(*spans, **more):
    """Roles A, B, … at employers of their own, each with start and end; None is today."""
    return {
        "positions": [
            {
                "title": f"Fitter {letter}",
                "company": f"{letter}{letter.lower()} Works",
                "start": start,
                "end": end,
                "current": end is None,
            }
            for letter, (start, end) in zip("ABCDEF", spans, strict=False)
        ],
        **more,
    }


def pointers(matches):
    return [match.pointer for match in matches]


@pytest.mark.parametrize(
    ("span", "flagged"),
    [
        (("2020", "2020"), False),
        (("2020-03", "2020-03"), False),
        (("2020-03", "2020"), False),
        (("2020", "2020-01"), False),
        (("2020-03", "2020-02"), True),
        (("2020-03", "2019"), True),
        (("2026-06", None), False),
        (("2026-07", None), False),  # a month ahead
        (("2026-08", None), True),
        (("2026", None), False),
        (("2027", None), True),
    ],
)
def test_order_claims_only_what_no_month_could_refute(run, span, flagged):
    assert bool(run("date-order", roles(span), targets=POSITIONS)) is flagged


def test_order_leaves_an_entry_that_says_it_is_to_come(run):
    profile = {"positions": [{"title": "Incoming Fitter", "start": "2027-01", "current": True}]}
    options = {"announced": r"\bincoming\b"}
    assert run("date-order", profile, targets=POSITIONS)
    assert run("date-order", profile, options, targets=POSITIONS) == []


def test_order_takes_two_roles_ahead_for_an_old_clock(run):
    ahead = roles(("2026-09", "2027-01"), ("2027-02", None))
    assert run("date-order", ahead, targets=POSITIONS) == []


def test_order_tells_what_is_wrong_and_an_expression_that_is_none(run, refused):
    (match,) = run("date-order", roles(("2021", "2019")), targets=POSITIONS)
    assert match.values["told"] == "“Fitter A at Aa Works” ends in 2019, before it begins in 2021"
    assert "no regular expression" in refused("date-order", {"announced": "("})


@pytest.mark.parametrize(
    ("spans", "months"),
    [
        ((("2018-01", "2020-12"), ("2022-01", None)), []),  # twelve are no more than twelve
        ((("2018-01", "2020-12"), ("2022-02", None)), ["13 months"]),
        ((("2018", "2020"), ("2022", None)), []),
        ((("2018", "2020"), ("2023", None)), ["2 years"]),
        ((("2018", "2020-05"),), []),  # an open search
        ((("2010", "2025"), ("2012", "2013"), ("2025", None)), []),
        (
            (("2010", "2012-01"), ("2016-01", "2016-12"), ("2020-01", None)),
            ["3 years and 11 months", "3 years"],
        ),
    ],
)
def test_gaps_count_whole_months_between_roles(run, spans, months):
    matches = run("date-gap", roles(*spans), {"months": 12}, targets=POSITIONS)
    assert [match.values["duration"] for match in matches] == months


def test_a_gap_is_named_by_its_months_and_stands_at_the_later_role(run):
    profile = roles(("2024-09", None), ("2018-01", "2022-12"))
    (match,) = run("date-gap", profile, {"months": 12}, targets=POSITIONS)
    assert match.pointer == "/positions/0/start"
    assert match.values == {
        "from": "January 2023",
        "until": "August 2024",
        "duration": "20 months",
        "name": "Fitter A at Aa Works",
    }


def test_an_education_bridges_a_gap_even_without_its_beginning(run):
    options = {"months": 12, "bridged_by": ["education"]}
    spans = (("2024-09", None), ("2018-01", "2021-12"))
    for course in ({"start": "2022", "end": "2024"}, {"end": "2024"}, {"start": "2022"}):
        profile = roles(*spans, education=[{"school": "S", **course}])
        assert run("date-gap", profile, options, targets=POSITIONS) == []
    undated = roles(*spans, education=[{"school": "S"}])
    assert len(run("date-gap", undated, options, targets=POSITIONS)) == 1


def test_one_role_without_dates_may_fill_any_gap(run):
    profile = roles(("2024-09", None), ("2018-01", "2021-12"))
    profile["positions"].append({"title": "C"})
    assert run("date-gap", profile, {"months": 12}, targets=POSITIONS) == []


OVERLAP = {"months": 3, "beside": r"\bboard\b"}


@pytest.mark.parametrize(
    ("spans", "flagged"),
    [
        ((("2020", "2021"), ("2019", "2020")), False),
        ((("2020-01", "2021"), ("2019", "2020-03")), False),
        ((("2020-01", "2021"), ("2019", "2020-04")), True),
        ((("2019", "2023"), ("2020", "2022")), True),
        ((("2020-01", None), ("2019-01", None)), True),
        ((("2020-01", None), ("2019-01", "2018")), False),  # a slip in the order
    ],
)
def test_overlaps_claim_only_what_no_month_could_refute(run, spans, flagged):
    assert bool(run("date-overlap", roles(*spans), OVERLAP, targets=POSITIONS)) is flagged


def test_overlaps_are_told_once_a_profile(run):
    profile = roles(("2010", "2022"), ("2010-01", "2014-12"), ("2015-01", "2019-12"))
    (match,) = run("date-overlap", profile, OVERLAP, targets=POSITIONS)
    assert match.pointer == "/positions/0/title"
    assert match.values["more"] == " (1 more role overlaps)"


def test_what_stands_beside_a_job_may_be_told_by_the_type_of_employment(run):
    profile = roles(("2010", "2022"), ("2010", "2014"))
    profile["positions"][1]["employment_type"] = "Part-time"
    assert run("date-overlap", profile, {**OVERLAP, "beside": "part-time"}) == []
    assert run("date-overlap", profile, OVERLAP)


def test_an_expression_that_cannot_be_read(refused):
    assert "no regular expression" in refused("date-overlap", {"months": 3, "beside": "("})


CLAIM = {
    "claims": [r"\b(?P<years>\d+|ten)\+? years(?: of experience)?"],
    "unless": r"\bour team\b",
    "words": {"ten": 10},
}


@pytest.mark.parametrize(
    ("about", "marked"),
    [
        ("12 years of experience", ["12 years of experience"]),
        ("ten years of experience", []),
        ("11 years of experience", []),
        ("I have 3 years", []),
        ("Our team has 40 years. I have 30 years.", ["30 years"]),
        ("Our team has 40 years; I have 5 years.", []),
    ],
)
def test_a_claim_is_too_high_only_beyond_the_slack(run, about, marked):
    profile = roles(("2016-07", None), about=about)
    matches = run("claimed-years", profile, CLAIM, now=date(2026, 6, 30))
    assert [about[match.start : match.end] for match in matches] == marked


def test_a_claim_leaves_room_where_something_older_is_dated(run):
    profile = roles(("2016-07", None), about="20 years of experience")
    (match,) = run("claimed-years", profile, CLAIM)
    assert match.values["room"] == "no"
    profile["education"] = [{"school": "S", "start": "2004"}]
    (match,) = run("claimed-years", profile, CLAIM)
    assert match.values["room"] == "yes"


def test_years_at_an_employer_are_held_against_its_roles(run):
    profile = roles(
        ("2020", None), ("2005", "2020"), about="12 years at Aa Works, 12 years at Bb Works"
    )
    (match,) = run("claimed-years", profile, CLAIM)
    assert match.start == 0
    assert match.values["told"] == "your roles there span 6 years (2020)"


def test_a_claim_needs_its_years(refused):
    assert "without the group" in refused("claimed-years", {"claims": ["x"], "unless": "y"})
    assert "no regular expression" in refused("claimed-years", {"claims": ["("], "unless": "y"})
