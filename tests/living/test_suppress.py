"""What a suppression covers, and what a run says of those that cover nothing."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import profilelint
from profilelint.config import Suppression
from profilelint.config_file import read
from profilelint.document import Document, SourceMap
from profilelint.errors import ConfigError
from profilelint.finding import Confidence, Finding, Severity, State
from profilelint.linter import Linter
from profilelint.outcome import Outcome
from profilelint.profile import Profile
from profilelint.reporters import Style, json_report, sarif, text
from profilelint.run import Run
from profilelint.suppress import suppressed

SAMPLES = Path(__file__).parent.parent / "samples"
PROFILE = Profile.model_validate(
    {
        "name": "Ada",
        "about": "text",
        "positions": [
            {"company": "Acme Ltd", "title": "Engineer", "description": "one"},
            {"company": "Other", "title": "Engineer", "description": "two"},
        ],
        "education": [{"school": "Otara Bay", "degree": "MSc"}],
        "skills": [{"name": "SQL"}],
        "causes": ["Education"],
        "certifications": [{"name": "AWS [old]"}],
        "drafts": [{"recipient": "Bo Lind", "text": "Hi"}],
    }
)
DOCUMENT = Document(PROFILE, "profile", SourceMap("me.json"))
NOW = date(2026, 6, 30)


def finding(pointer="/positions/0/description", rule="misspelling", text="Brannoc"):
    return Finding(
        rule=rule,
        category="proofing",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        pointer=pointer,
        start=0,
        end=len(text),
        text=text,
        message="",
        suggestions=(),
        points=2,
        location=DOCUMENT.locate(pointer),
        fingerprint="",
    )


def covers(found, rule="misspelling", **more):
    one = Suppression(rule=rule, reason="because of it", **more)
    (marked,), used = suppressed([found], DOCUMENT, [one], NOW)
    covered = marked.state is State.SUPPRESSED
    assert used == ({one} if covered or one.until else set())
    return covered


@pytest.mark.parametrize(
    ("at", "pointer", "wanted"),
    [
        ("/positions/0/description", "/positions/0/description", True),
        ("/positions/*/description", "/positions/1/description", True),
        ("/positions/*", "/positions/1/description", True),
        ("/positions/**", "/positions/1/description", True),
        ("/positions/*/title", "/positions/1/description", False),
        ("positions.*.description", "/positions/1/description", True),
        ("/about", "/about", True),
        ("/about", "/positions/0/description", False),
        ("/positions/1", "/positions/10/description", False),
        ("positions[Acme Ltd]", "/positions/0/description", True),
        ("positions[acme*]", "/positions/0/description", True),
        ("positions[Engineer at Acme Ltd]", "/positions/0/title", True),
        ("positions[Acme Ltd].description", "/positions/0/description", True),
        ("positions[Acme Ltd].description", "/positions/0/title", False),
        ("positions[Acme]", "/positions/0/description", False),
        ("positions[Acme Ltd]", "/positions/1/description", False),
        ("education[Otara Bay]", "/education/0/degree", True),
        ("skills[sql]", "/skills/0/name", True),
        ("causes[Education]", "/causes/0", True),
        ("drafts[Bo Lind]", "/drafts/0/text", True),
        ("positions[Acme Ltd]", "/about", False),
        ("positions[*].description", "/positions/1/description", True),
        ("positions[Acme Ltd]/description", "/positions/0/description", True),
        ("/positions[Acme Ltd]", "/positions/0/description", True),
        ("positions[Acme Ltd].*", "/positions/0/title", True),
        ("positions[Acme Ltd]", "/positions/0", True),
        ("volunteering[Acme Ltd]", "/positions/0/description", False),
        ("positions[Acme Ltd]", "/positions", False),
        ("education[MSc]", "/education/0/degree", True),
        ("certifications[AWS [[]old]]", "/certifications/0/name", False),
        ("certifications[AWS [old]]", "/certifications/0/name", True),
        ("/**/description", "/positions/0/description", True),
        ("/**/description", "/about", False),
        ("/positions/**/description", "/positions/0/description", True),
        ("/**", "/about", True),
        ("/positions/**", "/positions", False),
        ("/positions", "/positions/0/title", True),
        ("positions/0", "/positions/0/title", True),
        ("/pos*/0/title", "/positions/0/title", True),
        (" /about ", "/about", True),
        ("/positions/*/description", "/positions/1/description/x", True),
        ("/abou", "/about", False),
    ],
)
def test_where_a_suppression_holds(at, pointer, wanted):
    assert covers(finding(pointer), at=at) is wanted


@pytest.mark.parametrize(
    ("match", "wanted"),
    [
        ("Brannoc", True),
        ("brannoc", True),
        ("Bran*", True),
        ("Bran?oc", True),
        ("Bran", False),
        ("*", True),
        ("B***c", True),
        ("?rannoc", True),
        ("??????", False),
        ("[Bb]rannoc", False),  # no sets of characters: brackets are brackets
    ],
)
def test_which_text_it_covers(match, wanted):
    assert covers(finding(), match=match) is wanted


def test_a_text_in_brackets_and_over_two_lines():
    assert covers(finding(text="[Company Name]"), match="[company name]")
    assert covers(finding(text="[Company Name]"), match="[*]")
    assert not covers(finding(text="c"), match="[company name]")
    assert covers(finding(text="one\n two"), match="ONE  two")
    assert covers(finding(text="one\x00\n two"), match="one*two")


def test_what_has_no_text_matches_only_a_star():
    missing = replace(finding("/about", "about-missing"), text=None, start=None, end=None)
    assert covers(missing, rule="about-missing", match="*")
    assert not covers(missing, rule="about-missing", match="?*")


@given(st.text(), st.text())
def test_any_text_is_like_itself_and_any_pattern_compiles(text, pattern):
    literal = text.replace("*", "").replace("?", "")
    assert covers(finding(text=literal), match=literal)
    covers(finding(text=text), match=pattern)


@given(st.text(min_size=1))
def test_any_place_compiles(at):
    covers(finding(), at=at)


def test_a_rule_or_its_category_is_named():
    assert covers(finding(), rule="proofing")
    assert not covers(finding(), rule="wording")
    assert not covers(finding(rule="spacing"))


def test_its_last_day_is_the_last_on_which_it_holds():
    assert covers(finding(), until=date(2026, 6, 30))
    assert not covers(finding(), until=date(2026, 6, 29))


def test_the_reason_stays_with_what_is_allowed():
    one = Suppression(rule="misspelling", reason="The ward is called so.")
    (marked,), _ = suppressed([finding()], DOCUMENT, [one], NOW)
    assert marked.allowed == "The ward is called so."


def test_a_suppression_in_time_covers_what_one_that_ended_does_not():
    ended = Suppression(rule="misspelling", reason="till spring", until=date(2026, 3, 1))
    valid = Suppression(rule="misspelling", reason="for good")
    (marked,), used = suppressed([finding()], DOCUMENT, [ended, valid], NOW)
    assert (marked.allowed, used) == ("for good", {ended, valid})


# What a run says of them.

TYPO = {"name": "Ada", "about": "I recieve goods, and and I build depots."}


def told(profile=TYPO, select=("proofing",), **options):
    report = profilelint.lint(profile, select=select, as_of="2026-06-30", **options)
    assert all(f.points == 0 for f in report.findings if f.category == "run")
    return [(f.rule, f.message) for f in report.findings if f.category == "run"]


def allow(rule, **more):
    return {"rule": rule, "reason": "because of it", **more}


def test_what_covers_nothing_is_told():
    (only,) = told(suppress=[allow("common-typo", match="teh"), allow("doubled-word")])
    assert only == (
        "unused-suppression",
        "The suppression of common-typo matching “teh” covers nothing any more; take it out",
    )


def test_what_ended_is_told_with_what_to_do():
    found = told(
        suppress=[
            allow("common-typo", until="2026-06-29"),
            allow("spacing", until="2026-06-29"),
            allow("doubled-word", until="2026-06-30"),
        ]
    )
    assert {rule for rule, _ in found} == {"expired-suppression"}
    assert [message for _, message in found] == [
        f"The suppression of {said}"
        for said in (
            "common-typo ended on 2026-06-29; mend what it covered, or set a new day",
            "spacing ended on 2026-06-29; take it out",
        )
    ]


def test_a_rule_that_did_not_run_makes_none_unused():
    assert not told(select=["spacing"], suppress=[allow("brand-case")])
    assert not told(suppress=[allow("few-skills")])
    assert not told(suppress=[allow("brand-case")], ignore=["brand-case"])
    assert not told(suppress=[allow("misspelling")], rule={"misspelling": {"severity": "off"}})
    # Without an engine half of it is not looked for.
    assert told(suppress=[allow("confused-word")])
    assert not told(suppress=[allow("confused-word")], grammar="off")
    assert not told(select=["photo-missing"], suppress=[allow("photo-missing")])


def test_a_category_is_unused_only_where_all_of_it_ran():
    assert not told(select=["spacing"], suppress=[allow("proofing")])
    every = [rule.id for rule in Linter().ruleset.every if rule.category == "proofing"]
    clean = {"name": "Ada", "about": "I build depots for tea, and I like the smell of it."}
    rules = [rule for rule, _ in told(clean, select=every, suppress=[allow("proofing")])]
    assert rules == ["unused-suppression"]


def test_what_is_shown_on_demand_only_needs_its_suppression_all_the_same():
    nurse = SAMPLES / "json-resume" / "nurse-clean-en.json"
    options = {"select": ["misspelling"], "suppress": [allow("misspelling", match="Corrib")]}
    (shaky,) = profilelint.lint(nurse, pedantic=True, **options).findings
    assert (shaky.confidence, shaky.state) == (Confidence.LOW, State.SUPPRESSED)
    assert profilelint.lint(nurse, **options).findings == ()


def test_a_former_name_of_a_rule_is_known(tmp_path):
    rule = tmp_path / "wording" / "no-depots.yaml"
    rule.parent.mkdir()
    rule.write_text(
        "summary: Depots are out.\nwhy: We agreed so.\nkind: pattern\ntargets: [about]\n"
        "severity: warning\nlanguages: [en]\nwith: {match: ['depots'], case: any}\n"
        "message: “{match}” is out\nsince: '1'\naliases: [depots]\n"
        "bad: [{text: depots, finds: [depots]}]\ngood: [{text: a house}]\n"
    )
    options = {"select": ["no-depots"], "rules": [str(tmp_path)]}
    report = profilelint.lint(TYPO, suppress=[allow("depots")], **options)
    assert [(f.rule, f.state) for f in report.findings] == [("no-depots", State.SUPPRESSED)]


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        (allow("mispelling"), "misspelling"),
        (allow("proofreading"), "proofing"),
        (allow("unused-suppression"), "profilelint rules"),
        (allow("spacing", at="postions[Acme]"), "positions"),
        (allow("spacing", at="/work/0/summary"), "positions"),
        (allow("spacing", at=""), "about"),
        ({"rule": "spacing"}, "every entry needs it"),
        ({"rule": "spacing", "reason": "x"}, "at least 3"),
        (allow("spacing", until="soon"), "date"),
        (allow("spacing", upto="2026-06-30"), "known are at, match, reason, rule, until"),
    ],
)
def test_what_makes_no_sense_is_an_error_with_a_hint(wrong, hint):
    with pytest.raises(ConfigError) as caught:
        profilelint.lint(TYPO, suppress=[wrong])
    assert hint in (caught.value.hint or "")


def test_the_error_names_the_line(tmp_path):
    file = tmp_path / "profilelint.toml"
    file.write_text('words = []\n\n[[suppress]]\nrule = "mispelling"\nreason = "a name"\n')
    with pytest.raises(ConfigError, match=r"profilelint\.toml:3: .*“mispelling”"):
        Linter(read(file).config())


def test_each_is_told_at_its_line(tmp_path):
    file = tmp_path / "pyproject.toml"
    file.write_text(
        '[tool.profilelint]\nselect = ["proofing"]\nas-of = 2026-06-30\n'
        '[[tool.profilelint.suppress]]\nrule = "spacing"\nreason = "no [[suppress]] in here"\n'
        '\n  [[ tool . profilelint . suppress ]] # the second\nrule = "misspelling"\n'
        'reason = "until spring"\nuntil = 2026-03-01\n'
    )
    with Linter(read(file).config()) as linter:
        linter.lint(TYPO)
        places = [(f.rule, f.location.file, f.location.line) for f in linter.unused()]
    assert places == [
        ("unused-suppression", str(file), 4),
        ("expired-suppression", str(file), 8),
    ]


def test_what_is_for_one_file_is_judged_where_that_file_is_checked(tmp_path, monkeypatch):
    # A hook passes only the files that changed.
    monkeypatch.chdir(tmp_path)
    for name in ("resume.json", "cv.json"):
        (tmp_path / name).write_text(json.dumps({"name": "Ada", "about": "I build depots."}))
    (tmp_path / "profilelint.toml").write_text(
        'select = ["proofing"]\n[[overrides]]\npaths = ["cv.json"]\n[[overrides.suppress]]\n'
        'rule = "spacing"\nreason = "as in the book"\n\n[[overrides]]\npaths = ["cv.*"]\n'
        '[[overrides.suppress]]\nrule = "spacing"\nat = "about"\nreason = "as in the book"\n'
    )
    for name, lines in (("resume.json", []), ("cv.json", [4, 10])):
        (only,) = Run(read(Path("profilelint.toml")).config()).check([name])
        found = [f.location for f in only.report.findings if f.category == "run"]
        assert [(place.file, place.line) for place in found] == [
            ("profilelint.toml", line) for line in lines
        ]


def test_the_suppression_of_one_override_is_used_where_another_joins_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.json", "b.json"):
        about = TYPO["about"] if name == "a.json" else "I build depots."
        (tmp_path / name).write_text(json.dumps({"name": "Ada", "about": about}))
    config = profilelint.Config(
        select=["proofing"],
        overrides=[
            {"paths": ["*.json"], "suppress": [allow("common-typo"), allow("doubled-word")]},
            {"paths": ["b.json"], "suppress": [allow("spacing")]},
        ],
    )
    *_, last = Run(config).check(["a.json", "b.json"])
    run = [f.message for f in last.report.findings if f.category == "run"]
    assert run == ["The suppression of spacing covers nothing any more; take it out"]


def test_it_costs_nothing_and_stays_in_the_reports():
    report = profilelint.lint(TYPO, select=["proofing"], suppress=[allow("proofing")])
    assert report.ready
    assert report.score.overall == 100
    assert {f.state for f in report.findings} == {State.SUPPRESSED}
    outcomes = [Outcome("me.json", report=report)]
    told = json.loads(json_report.render(outcomes, {}, Style()))["reports"][0]["findings"]
    assert {(f["state"], f["allowed"]) for f in told} == {("suppressed", "because of it")}
    (run,) = json.loads(sarif.render(outcomes, {}, Style()))["runs"]
    marks = [mark for result in run["results"] for mark in result["suppressions"]]
    assert marks == [{"kind": "external", "justification": "because of it"}] * len(told)
    assert "Not shown: 2 that you allowed." in text.render(outcomes, {}, Style())
