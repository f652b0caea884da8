"""The linter's promises, whatever the rules are."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import profilelint
from profilelint.document import Carries, Document, SourceMap
from profilelint.fields import text_at
from profilelint.finding import State
from profilelint.linter import Linter
from profilelint.outcome import Outcome, exit_code
from profilelint.profile import Education, Invitation, PartialDate, Position, Profile, Skill
from profilelint.ruleset import load_rules, select

SAMPLES = Path(__file__).parent / "samples" / "linkedin-pdf"
EVERY = load_rules()


@pytest.fixture(scope="module")
def linter():
    with Linter() as linter:
        yield linter


def document(profile: Profile, **lacking: str) -> Document:
    return Document(profile, "profile", SourceMap("p.yaml"), Carries(lacking))


def test_what_a_format_cannot_hold_is_skipped_not_missing(linter) -> None:
    profile = Profile(name="Ada Example")
    report = linter.check(document(profile, industry="this format has no industry"))
    assert "industry-missing" not in {f.rule for f in report.findings}
    assert ("industry-missing", "this format has no industry") in {
        (s.rule, s.reason) for s in report.skipped
    }
    assert "industry-missing" in {f.rule for f in linter.check(document(profile)).findings}


def test_one_mistake_is_one_finding(linter) -> None:
    report = linter.lint(SAMPLES / "engineer-mistakes-en.pdf")
    spans = [(f.pointer, f.start, f.end) for f in report.findings if f.category == "proofing"]
    for index, (pointer, start, end) in enumerate(spans):
        for other_pointer, other_start, other_end in spans[index + 1 :]:
            assert not (pointer == other_pointer and start < other_end and other_start < end)


def test_a_hiring_manager_takes_a_slip_as_an_error() -> None:
    text = "I lead a team of nurses ,and I train them. We are 40 people in three wards."
    by = {
        audience: profilelint.lint({"name": "A", "about": text}, audience=audience)
        for audience in ("recruiter", "hiring-manager")
    }
    severities = {
        audience: [f.severity.value for f in report.findings if f.rule == "spacing"]
        for audience, report in by.items()
    }
    assert severities == {"recruiter": ["warning"], "hiring-manager": ["error"]}


def test_selecting_makes_a_score_partial() -> None:
    report = profilelint.lint({"name": "Ada"}, select=["about-missing"])
    assert report.score.partial
    assert [f.rule for f in report.findings] == ["about-missing"]
    assert list(report.score.categories) == ["completeness"]
    assert not profilelint.lint({"name": "Ada"}).score.partial


def test_ignoring_a_category_takes_it_out_of_the_score() -> None:
    report = profilelint.lint({"name": "Ada", "about": "recieve"}, ignore="proofing")
    assert "proofing" not in report.score.categories
    assert not [f for f in report.findings if f.category == "proofing"]


def test_an_ignored_mistake_is_dropped_and_not_handed_on() -> None:
    about = {"name": "Ada", "about": "I will recieve new patients on the ward this week."}
    assert "common-typo" in {f.rule for f in profilelint.lint(about).findings}
    report = profilelint.lint(about, ignore=["common-typo"])
    assert not [f for f in report.findings if f.category == "proofing"]


def test_a_crashing_rule_is_named_and_the_others_go_on(monkeypatch) -> None:
    from profilelint.kinds import required

    def broken(*_: object):
        raise ZeroDivisionError("oh dear")

    monkeypatch.setattr(required, "check", broken)
    report = profilelint.lint({"name": "Ada"}, select=["about-missing", "few-skills"])
    rules = {finding.rule: finding for finding in report.findings}
    assert set(rules) == {"rule-crashed", "few-skills"}
    assert "about-missing" in rules["rule-crashed"].message
    assert rules["rule-crashed"].category == "run"
    assert rules["rule-crashed"].points == 0
    outcome = Outcome("x", report=report)
    assert exit_code([outcome], profilelint.Config(fail_on="never")) == 3


def test_now_is_asked_for_or_the_exports_own_day() -> None:
    pdf = SAMPLES / "nurse-clean-en.pdf"
    assert profilelint.lint(pdf, as_of="2030-01-31").now == date(2030, 1, 31)
    assert profilelint.lint(pdf).now == profilelint.load(pdf).now


def test_fingerprints_survive_a_new_order_and_edits_elsewhere(linter) -> None:
    first = Position(company="Acme", title="Engineer", description="• I recieve goods at the dock")
    second = Position(company="Beta", title="Clerk", description="• I beleive in good notes")
    before = linter.check(document(Profile(name="Ada", positions=(first, second))))
    edited = second.model_copy(update={"description": "• Filed\n• I beleive in good notes"})
    after = linter.check(document(Profile(name="Ada", about="New.", positions=(edited, first))))
    marks = {f.text: f.fingerprint for f in before.findings if f.rule == "common-typo"}
    assert len(set(marks.values())) == len(marks) == 2
    assert marks == {f.text: f.fingerprint for f in after.findings if f.rule == "common-typo"}


def test_the_same_input_gives_the_same_bytes(run) -> None:
    pdf = SAMPLES / "engineer-mistakes-en.pdf"
    for name in ("text", "json", "sarif", "github"):
        outputs = {run("check", pdf, "--format", name).out for _ in range(3)}
        assert len(outputs) == 1


def test_several_threads_may_use_one_linter(linter) -> None:
    pdfs = sorted(SAMPLES.glob("*.pdf"))
    alone = [linter.lint(pdf) for pdf in pdfs]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(linter.lint, pdfs))
    assert together == alone


texts = st.text(
    st.sampled_from("abcdeéñ ÁÖ.,;:!?()[]{}<>\n•-–—’“”\"'1234567890@#/\\&|한日😀\u200d\ufeff"),
    max_size=80,
)
dates = st.builds(PartialDate, st.integers(1, 9999), st.none() | st.integers(1, 12))
profiles = st.builds(
    Profile,
    name=st.none() | texts,
    headline=st.none() | texts,
    about=st.none() | texts,
    public_url=st.none() | texts,
    positions=st.lists(
        st.builds(
            Position,
            company=st.none() | texts,
            title=st.none() | texts,
            start=st.none() | dates,
            end=st.none() | dates,
            current=st.booleans(),
            description=st.none() | texts,
        ),
        max_size=3,
    ).map(tuple),
    education=st.lists(st.builds(Education, school=texts, end=st.none() | dates), max_size=2).map(
        tuple
    ),
    skills=st.lists(st.builds(Skill, name=texts), max_size=3).map(tuple),
)


@settings(deadline=None, max_examples=60)
@given(profiles)
def test_no_profile_breaks_a_rule_and_locations_lie_inside_the_text(linter, profile) -> None:
    report = linter.check(document(profile))
    for finding in report.findings:
        assert finding.rule != "rule-crashed", finding.message
        assert finding.state is State.ACTIVE
        if finding.start is not None:
            text = text_at(profile, finding.pointer)
            assert 0 <= finding.start <= finding.end <= len(text)
            assert text[finding.start : finding.end] == finding.text


def test_only_what_is_active_asks_for_an_exit_code(linter) -> None:
    report = linter.lint({"name": "Ada", "about": "I recieve goods."})
    config = profilelint.Config()
    assert exit_code([Outcome("x", report=report)], config) == 1
    history = tuple(replace(finding, state=State.HISTORY) for finding in report.findings)
    assert exit_code([Outcome("x", report=replace(report, findings=history))], config) == 0


def test_notes_already_sent_are_told_and_do_not_count(linter) -> None:
    sent = Invitation(recipient="Ana Example", text="Hi Ana, I recieved your paper on triage.")
    report = linter.check(document(Profile(name="Ada", invitations=(sent,))))
    (finding,) = [f for f in report.findings if f.pointer.startswith("/invitations")]
    assert (finding.rule, finding.cause) == ("note-proofing", "common-typo")
    assert (finding.state, finding.points) == (State.HISTORY, 0)
    assert report.score.categories["proofing"].points == 40
    assert finding not in report.active


def test_the_config_decides_what_fails(linter) -> None:
    report = linter.lint(SAMPLES / "nurse-clean-en.pdf")
    outcome = Outcome("x", report=report)
    assert exit_code([outcome], profilelint.Config(require_ready=True, min_score=90)) == 0
    assert exit_code([outcome], profilelint.Config(min_score=100)) == int(
        report.score.overall < 100
    )


def test_ignoring_wins_over_selecting() -> None:
    rules = select(EVERY, ["completeness"], ["about-missing"]).rules
    assert "about-missing" not in {rule.id for rule in rules}
    assert {rule.category for rule in rules} == {"completeness"}


def test_the_json_report_says_what_the_library_says(run) -> None:
    pdf = SAMPLES / "engineer-mistakes-en.pdf"
    (printed,) = json.loads(run("check", pdf, "--format", "json").out)["reports"]
    report = profilelint.lint(pdf)
    assert printed["verdict"] == report.verdict.value
    assert [f["fingerprint"] for f in printed["findings"]] == [
        f.fingerprint for f in report.findings
    ]


def test_low_confidence_is_shown_on_demand_only() -> None:
    about = {"name": "Ada", "about": "We ran the Zzorblatt and the qwertle since last May."}

    def low(*, pedantic: bool) -> list[str]:
        report = profilelint.lint(about, pedantic=pedantic)
        return [finding.text for finding in report.findings if finding.confidence == "low"]

    assert low(pedantic=True)
    assert low(pedantic=False) == []


def test_adding_a_job_costs_no_more_than_the_row_has(linter) -> None:
    bare = Position(company="Acme", title="Engineer", current=True)
    past = Position(company="Beta", title="Clerk", end=PartialDate(2020))
    report = linter.check(document(Profile(name="Ada", positions=(bare, past))))
    points = {f.rule: f.points for f in report.findings if "undescribed" in f.rule}
    assert points == {"current-role-undescribed": 3, "past-role-undescribed": 1}


def test_a_category_without_rules_selects_nothing() -> None:
    report = profilelint.lint({"name": "Ada"}, select="outreach")
    assert (report.findings, report.score.overall, report.score.partial) == ((), None, True)
    config = profilelint.Config(require_ready=True)
    assert exit_code([Outcome("x", report=report)], config) == 1


def test_a_rule_of_another_language_is_skipped(linter) -> None:
    role = Position(description="Prowadziłam zespół, który zbudował nowy system dla klientów.")
    report = linter.check(document(Profile(name="Ada", positions=(role,))))
    assert "only text in English is judged" in {
        skipped.reason for skipped in report.skipped if skipped.rule == "weak-start"
    }
    # What counts and measures judges every language.
    assert report.score.categories["wording"].points == 15


def test_one_field_alone_can_be_ready() -> None:
    about = b"I lead a team of 46 nurses and teach two simulation mornings a month."
    assert profilelint.lint(about, field="about").ready


def test_a_profile_is_asked_no_more_than_the_same_dict() -> None:
    rules = ["photo-missing", "no-recommendation", "few-connections"]
    report = profilelint.lint(Profile(name="Ada"), select=rules)
    assert {skipped.rule for skipped in report.skipped} == set(rules)
    given = profilelint.lint(Profile(name="Ada", connections_count=0), select="few-connections")
    assert [f.rule for f in given.findings] == ["few-connections"]


def test_white_space_is_no_content() -> None:
    blank = {"name": "Ada", "headline": "\u200b", "about": "\u00a0 "}
    rules = {f.rule for f in profilelint.lint(blank, grammar="off").findings}
    assert {"headline-missing", "about-missing"} <= rules


def test_many_mistakes_are_settled_in_time_that_grows_with_them() -> None:
    import time

    def seconds(sentences: int) -> float:
        text = "\n\n".join(["I recieve the the mail ,and i go."] * sentences)
        start = time.perf_counter()
        profilelint.lint({"name": "Ada", "about": text}, grammar="off")
        return time.perf_counter() - start

    seconds(10)
    few, many = seconds(100), seconds(400)
    assert many < 12 * max(few, 0.05), "four times as much takes no more than three times that"


def test_the_score_cannot_be_changed_afterwards(linter) -> None:
    report = linter.lint({"name": "Ada"})
    with pytest.raises(TypeError):
        report.score.categories["proofing"] = None


def test_require_ready_asks_for_the_verdict_alone(linter) -> None:
    outcome = Outcome("x", report=linter.lint(SAMPLES / "student-sparse-en.pdf"))
    assert outcome.report.verdict.value == "fix-first"
    assert exit_code([outcome], profilelint.Config(fail_on="never")) == 0
    assert exit_code([outcome], profilelint.Config(fail_on="never", require_ready=True)) == 1


def test_two_typos_of_one_field_have_fingerprints_of_their_own(linter) -> None:
    def marks(about: str) -> dict[str, str]:
        report = linter.lint({"name": "Ada", "about": about})
        return {f.text: f.fingerprint for f in report.findings if f.rule == "common-typo"}

    both = marks("I recieve goods at the dock. I beleive in good notes.")
    assert len(set(both.values())) == 2
    turned = marks("I beleive in good notes. I recieve goods at the dock.")
    assert both == turned, "they stay with their text, wherever it stands"
