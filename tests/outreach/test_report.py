"""The report as a whole: its numbers, what is unknown, its advice, its schema, and redaction."""

import json

import jsonschema
import pytest

import profilelint
from profilelint.network.advice import MOST, SOURCES
from profilelint.network.formats import FORMATS, render
from profilelint.network.model import PARTS
from profilelint.network.report import OutreachReport
from profilelint.reporters import Style
from profilelint.schemas import schema

SAMPLES = (
    "linkedin-archive/career-changer-en",
    "linkedin-archive/career-changer-en.zip",
    "linkedin-archive/engineer-mistakes-en.zip",
    "linkedin-archive/executive-en-2018.zip",
    "linkedin-archive/nurse-clean-en-basic.zip",
    "linkedin-snapshot/operations-grouped-en.json",
    "linkedin-snapshot/controller-pl.json",
)
COMPANIES = (None, "Pohutukawa", "Nowhere at All")


@pytest.fixture(scope="module")
def reports(samples_folder):
    return [
        profilelint.outreach(samples_folder / name, company, redact=redact, grammar="off")
        for name in SAMPLES
        for company in COMPANIES
        for redact in (False, True)
    ]


@pytest.fixture(scope="module")
def samples_folder(archive):
    return archive.parent


def test_every_report_fits_its_closed_schema(reports):
    validator = jsonschema.Draft202012Validator(schema("outreach"))
    for report in reports:
        validator.validate(json.loads(render(report, "json")))


def test_every_object_of_the_schema_is_closed_and_requires_all_its_keys():
    told = schema("outreach")
    objects = [told, *told["$defs"].values()]
    for part in objects:
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
            assert set(part["required"]) == set(part["properties"])
            assert part["description"]


def test_the_json_can_be_read_back(changer):
    assert OutreachReport.model_validate_json(render(changer, "json")) == changer


def test_the_same_export_gives_the_same_bytes(archive, changer):
    again = profilelint.outreach(archive / "career-changer-en.zip", as_of="2026-11-02")
    for name in FORMATS:
        assert render(again, name) == render(changer, name)


def test_the_numbers_add_up(reports):
    for report in reports:
        totals = report.totals
        if totals.sent is None:
            assert report.invitations is None
            continue
        assert totals.sent == len(report.invitations)
        assert totals.sent == sum(row.sent for row in report.by_note)
        if totals.accepted is not None:
            told = (totals.accepted, totals.not_so_far, totals.connected_before, totals.unknown)
            assert totals.sent == sum(told)
            assert totals.not_so_far == sum(row.count for row in report.causes)
            assert totals.accepted == sum(row.accepted for row in report.by_note)


def test_by_stage_and_load(changer):
    assert [(row.stage, row.sent, row.accepted) for row in changer.by_stage] == [
        ("after-application", 1, 1)
    ]
    load = changer.load
    assert (load.busiest_week, load.busiest_week_ends.isoformat()) == (7, "2026-10-02")
    assert (load.repeated, load.notes, load.named) == (1, 14, 8)


def test_stages_before_and_on_the_day_of_the_application(export, people):
    sent, connected = people
    folder = export(
        connections=[connected("Bo", "Example", "28 Oct 2026", "Acme Ltd")],
        invitations=[
            sent("Cy Example", "10/19/26, 8:00 AM", "Hi Cy, I saw the analyst post at Acme."),
            sent("Bo Example", "10/20/26, 8:00 AM"),
            sent("Di Example", "10/21/26, 8:00 AM", "Hi Di, nice to meet you."),
        ],
        job_applications=[{"Application Date": "10/20/26, 6:12 PM", "Company Name": "ACME"}],
    )
    report = profilelint.outreach(folder, grammar="off")
    assert [row.stage for row in report.invitations] == [
        "before-application",
        "after-application",
        None,
    ]


def test_a_busy_week_is_told_and_not_scored(export, people):
    sent, _ = people
    rows = [sent(f"Bo Example{n}", f"10/{n % 7 + 1}/26, 8:00 AM") for n in range(101)]
    rows.append(sent("Late Example", "10/8/26, 8:00 AM"))
    report = profilelint.outreach(export(invitations=rows), grammar="off")
    # 102 in eight days; the first day's fifteen and the eighth's one are never in one week.
    assert report.load.busiest_week == 101
    assert any("fewer than 100 invitations a week" in one.do for one in report.next)


def test_what_a_basic_export_lacks_is_unknown_and_never_zero(archive):
    report = profilelint.outreach(archive / "nurse-clean-en-basic.zip", "Sample Health Board")
    unknown = {one.part: one.reason for one in report.unknown}
    assert "this Basic export has no Job Applications.csv" in unknown["applications"]
    view = report.company
    assert view.applications is None
    assert view.saved_jobs is None
    assert view.posts is None
    assert view.following.followed is None
    assert {one.count for one in view.activity} == {None}
    assert view.people  # Connections.csv is there
    general = profilelint.outreach(archive / "nurse-clean-en-basic.zip")
    assert {row.applications for row in general.companies} == {None}
    assert {row.followed for row in general.companies} == {None}


def test_without_connections_nobody_was_accepted_or_not(export, people):
    sent, _ = people
    folder = export("Basic", invitations=[sent("Bo Example", "9/1/26, 8:00 AM")])
    report = profilelint.outreach(folder, "Acme")
    totals = report.totals
    assert (totals.sent, totals.accepted, totals.not_so_far, totals.unknown) == (1, None, None, 1)
    assert report.invitations[0].accepted is None
    assert report.company.people is None
    assert "unknown: the connections are not" in render(profilelint.outreach(folder), "text")


def test_without_invitations_nothing_was_sent_that_we_know_of(export, people):
    _, connected = people
    rows = [connected("Bo", "Example", "03 Oct 2026")]
    basic = profilelint.outreach(export("Basic", connections=rows))
    assert basic.totals.sent is None
    assert basic.totals.with_note is None
    assert basic.invitations is None
    assert basic.load.busiest_week is None
    complete = profilelint.outreach(export(connections=rows))
    assert complete.totals.sent == 0
    assert "You have sent none" in render(complete, "text")


def test_invitations_without_a_direction_are_not_taken_for_sent(tmp_path):
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Profile.csv").write_text("First Name,Last Name\nAda,Example\n", "utf-8")
    (folder / "Invitations.csv").write_text(
        'From,To,Sent At,Message\nAda Example,Bo Example,"9/1/26, 8:00 AM",\n', "utf-8"
    )
    report = profilelint.outreach(folder)
    assert report.totals.sent is None
    assert {"sent", "received"} <= {one.part for one in report.unknown}


def test_parts_are_named_in_the_network_s_words(reports):
    assert {one.part for report in reports for one in report.unknown} <= set(PARTS)


def test_advice_is_short_and_says_who_gave_it(reports):
    from profilelint.explain import sources

    known = {(sources()[key]["publisher"], sources()[key]["year"]) for key in SOURCES}
    for report in reports:
        assert len(report.next) <= MOST
        meant = report.company is not None and not report.company.found and report.company.similar
        assert bool(report.next) != bool(meant)
        for one in report.next:
            assert (one.source.publisher, one.source.year) in known
            assert not one.do.endswith(".")
            assert not one.reason.endswith(".")
            assert len({step.do for step in report.next}) == len(report.next)


def test_advice_on_the_sample(changer):
    said = [one.do for one in changer.next]
    assert said[0].endswith("10 of the 12 not accepted had a note that fell short, or none")
    assert "Wait three weeks before you ask somebody again: one went out sooner" in said
    assert (
        "Ask one of 5 you know at Pohutukawa Bank, where you applied, for an introduction" in said
    )


def test_redacted_nothing_tells_who_other_people_are(archive):
    folder = archive / "career-changer-en"
    names = {one.recipient for one in profilelint.load(folder).profile.invitations}
    names |= {"Zoltan Marrowdale", "Tobin Kestrelmoor", "Niamh Oxenholt"}
    words = {word for name in names for word in name.split()} - {"Data"}
    for company in (None, "Pohutukawa Bank", "Kea Analytics"):
        report = profilelint.outreach(folder, company, redact=True, as_of="2026-11-02")
        assert report.redacted
        for name in FORMATS:
            text = render(report, name)
            assert not [word for word in words if word in text]
            assert "linkedin.com/in/" not in text
            assert "excited about it" not in text  # a post of the owner's
            assert "person 1" in text


def test_redacted_a_person_has_one_number(archive):
    report = profilelint.outreach(archive / "career-changer-en", redact=True)
    by_number = [row.recipient for row in report.invitations]
    assert by_number[12] == by_number[13]  # Lorcan Dunmarsh, twice
    assert len(set(by_number)) == 16


def test_no_note_is_repeated(changer):
    for name in FORMATS:
        text = render(changer, name)
        assert "messy hospital codes" not in text
        assert "salary range" not in text


@pytest.mark.parametrize("width", [40, 64, 100, 160])
@pytest.mark.parametrize("unicode", [True, False])
def test_text_fits_the_screen(reports, width, unicode):
    from rich.cells import cell_len

    for report in reports:
        text = render(report, "text", Style(width=width, unicode=unicode))
        assert max(cell_len(line) for line in text.splitlines()) <= width
        assert text.endswith("\n")
        if not unicode:
            assert text.isascii()


def test_text_is_two_screens_at_most(reports):
    for report in reports:
        assert len(render(report, "text", Style(width=100)).splitlines()) <= 80


def test_text_shows_names_of_what_is_open_only(changer):
    text = render(changer, "text")
    assert "Hamish Pellworth" in text
    assert "Rafiq Oxenholt" not in text  # accepted
    assert "\x1b" not in text
    assert "\x1b[" in render(changer, "text", Style(color=True))


def test_markdown_takes_nothing_for_a_mark(export, people):
    sent, connected = people
    name = "*Bo* <b>[x](http://evil.example) | `y`"
    folder = export(
        connections=[connected("Cy", "Example", "03 Oct 2026")],
        invitations=[sent(name, "9/1/26, 8:00 AM")],
        company_follows=[{"Organization": "A|B\x1b[2J\u202e", "Followed On": ""}],
    )
    text = render(profilelint.outreach(folder), "markdown")
    assert r"\*Bo\* \<b\>\[x\](http://evil.example) \| \`y\`" in text
    assert r"A\|B" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_control_characters_never_reach_a_terminal(export, people):
    sent, connected = people
    folder = export(
        connections=[connected("Cy\x1b[2J", "Ex\u202eample", "03 Oct 2026", "Acme\x07")],
        invitations=[sent("Bo\x1b]0;x\x07", "9/1/26, 8:00 AM")],
    )
    for company in (None, "Acme"):
        text = render(profilelint.outreach(folder, company), "text")
        assert not [char for char in "\x1b\x07\u202e" if char in text]
