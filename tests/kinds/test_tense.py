"""The kind that holds the tense of a role against its dates."""

import pytest

DESCRIPTION = ("positions.description",)


def marked(run, description, role, **options):
    profile = {"positions": [{"title": "Nurse", "description": description, **role}]}
    matches = run("tense", profile, options, targets=DESCRIPTION)
    return [(description[m.start : m.end], m.suggestions) for m in matches]


PAST, CURRENT = {"end": "2019"}, {"current": True}


@pytest.mark.parametrize(
    ("description", "found"),
    [
        ("• Manage a ward", [("Manage", ("Managed",))]),
        ("• Lead the ward\n• Write the rota", [("Write", ("Wrote",))]),
        ("I also teach a course.", [("teach", ("taught",))]),
        ("Runs the desk.", [("Runs", ("Ran",))]),
        ("• Managed a ward", []),
        ("• Design of a ward", []),
        ("• Set the table", []),
        ("• Managing a ward", []),
        ("• React / AWS", []),
        ("I believe in the slow way.", []),
        ("I led the team to:\n• Build a ward\n• Keep it clean", []),
    ],
)
def test_tense_flags_the_present_in_a_role_that_is_over(run, description, found):
    assert marked(run, description, PAST) == found
    assert marked(run, description, CURRENT, current=0) == []
    assert marked(run, description, {}) == []


def test_tense_counts_the_lines_of_a_role(run):
    profile = {"positions": [{"description": "• Manage a ward\n• Write it\n• Run it", **PAST}]}
    (match,) = run("tense", profile, targets=DESCRIPTION)
    assert match.values["count"] == 1
    profile = {"positions": [{"description": "• Manage a ward\n• Teach the new", **PAST}]}
    (match,) = run("tense", profile, targets=DESCRIPTION)
    assert match.values["advice"] == "write “Managed”, and 1 more line likewise"


def test_tense_flags_a_current_role_only_where_all_lines_are_past(run):
    past = "• Managed a ward\n• Taught the new\n• Wrote the rota"
    assert marked(run, past, CURRENT) == [("Managed", ())]
    assert marked(run, past, CURRENT, current=4) == []
    skilled = "• Skilled in the care of wounds\n• Trained in first aid\n• Certified in both"
    assert marked(run, skilled, CURRENT) == []
    assert marked(run, past + "\n• Run the desk", CURRENT) == []
    assert marked(run, past, {**CURRENT, "end": "2019"}) == [("Managed", ())]
