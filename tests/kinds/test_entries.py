"""The kinds that look at entries: incomplete ones, and texts that only repeat them."""

TARGETS = ("positions.description",)


def positions(*entries):
    return {"positions": [dict(entry) for entry in entries]}


def test_incomplete_names_three_and_counts_the_rest(run):
    profile = positions(*({"title": name} for name in "ABCDE"))
    (match,) = run("incomplete", profile, {"lacks": ["description"]}, targets=TARGETS)
    assert match.pointer == "/positions/0/description"
    assert match.values == {
        "names": "“A”, “B”, “C” and 2 more",
        "missing": "“A” (no description), “B” (no description), “C” (no description) and 2 more",
        "count": 5,
    }


def test_incomplete_wants_each_part_and_one_of_those_in_a_list(run):
    options = {"lacks": [["degree", "field"], ["end", "start"]]}
    targets = ("education",)
    whole = {"school": "S", "field": "Physics", "start": "2011"}
    assert run("incomplete", {"education": [whole]}, options, targets=targets) == []
    undated = {"school": "S", "degree": "BSc"}
    (match,) = run("incomplete", {"education": [whole, undated]}, options, targets=targets)
    assert match.pointer == "/education/1/end"


def test_incomplete_says_what_is_missing_and_spares_what_an_entry_cannot_have(run):
    options = {
        "lacks": {"degree": ["degree", "field"], "dates": ["end", "start"]},
        "spare": {"degree": {"school": "high school"}},
    }
    education = [
        {"school": "A High School"},
        {"school": "B"},
        {"school": "C High School", "end": "2012"},
    ]
    (match,) = run("incomplete", {"education": education}, options, targets=("education",))
    assert match.pointer == "/education/0/end"
    assert match.values["missing"] == "“A High School” (no dates), “B” (no degree and no dates)"


def test_incomplete_refuses_to_spare_what_is_no_part_and_what_is_no_expression(refused):
    assert "none of the parts" in refused("incomplete", {"lacks": ["a"], "spare": {"b": {}}})
    spare = {"a": {"b": "("}}
    assert "no regular expression" in refused("incomplete", {"lacks": ["a"], "spare": spare})


def test_incomplete_where(run):
    profile = positions({"title": "A", "current": True}, {"title": "B"})
    options = {"lacks": ["description"], "where": {"current": False}}
    (match,) = run("incomplete", profile, options, targets=TARGETS)
    assert match.values["names"] == "“B”"


def test_incomplete_every_is_content_with_one_whole_entry(run):
    options = {"lacks": ["description"], "where": {"current": True}, "every": True}
    described = {"title": "A", "current": True, "description": "x"}
    bare = {"title": "B", "current": True}
    assert run("incomplete", positions(described, bare), options, targets=TARGETS) == []
    assert len(run("incomplete", positions(bare, bare), options, targets=TARGETS)) == 1


def test_an_entry_without_a_name(run):
    (match,) = run("incomplete", positions({}), {"lacks": ["description"]}, targets=TARGETS)
    assert match.values["names"] == "“an entry without a name”"


def test_template_ignores_case_space_and_a_final_stop(run):
    profile = {
        "about": "cashier  @ Blue Heron.",
        **positions({"title": "Cashier", "company": "Blue Heron"}),
    }
    options = {"templates": {"positions": ["{title} at {company}"]}}
    (match,) = run("template", profile, options)
    assert (match.start, match.end) == (0, len(profile["about"]))


def test_template_where_and_unless(run):
    template = {"text": "{title}", "where": {"current": True}, "unless": ","}
    options = {"templates": {"positions": [template]}}
    for entry, flagged in (
        ({"title": "Nurse", "current": True}, True),
        ({"title": "Nurse"}, False),
        ({"title": "Nurse, ICU", "current": True}, False),
    ):
        profile = {"about": entry["title"], **positions(entry)}
        assert bool(run("template", profile, options)) is flagged


def test_template_with_a_gap_that_nothing_fills(run):
    profile = {"about": "Cashier at ", **positions({"title": "Cashier"})}
    assert run("template", profile, {"templates": {"positions": ["{title} at {company}"]}}) == []


def test_template_without_a_text(refused):
    assert "without “text”" in refused("template", {"templates": {"positions": [{"where": {}}]}})
