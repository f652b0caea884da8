"""What may be shown to others: no text of the profile, no names, in any report."""

import json

import jsonschema
import pytest

import profilelint
from profilelint.document import Location, Unplaced
from profilelint.errors import InputError
from profilelint.finding import Severity, State
from profilelint.outcome import Outcome
from profilelint.profile import Profile
from profilelint.reporters import Style, names, reporter
from profilelint.reporters.json_report import schema
from profilelint.reporters.redaction import redacted, stand_in
from profilelint.rule import Rule

SECRETS = ("Quillon", "Zebulon", "Wolstenholme", "recieve", "receive", "Vexley", "xylophone")


@pytest.fixture
def outcome(find, report_of):
    about = "I recieve goods at Wolstenholme."
    profile = Profile.model_validate(
        {
            "name": "Quillon Vexley",
            "about": about,
            "positions": [{"title": "xylophone player", "company": "Wolstenholme"}],
            "invitations": [{"recipient": "Zebulon Quist", "text": "Hi"}],
        }
    )
    path = "exports/Quillon Vexley.json"
    place = Location(path, 3, 5, 3, 12, pointer="/people/Quillon/summary")
    return report_of(
        profile,
        [
            find("common-typo", "/about", 2, 9, "recieve", "receive", location=place),
            find("weak-start", "/positions/0/title", 0, 9, "xylophone", location=place),
            find(
                "rule-crashed",
                "",
                message="The rule x broke down (ValueError: Wolstenholme)",
                severity=Severity.WARNING,
            ),
            find("note-default", "/invitations/0/text", state=State.HISTORY),
        ],
        path=path,
        unplaced=[
            Unplaced("Wolstenholme", "the section “Quillon” is not known", place),
            Unplaced("x", "no tool has these keys; read by the mapping: name ← Quillon"),
        ],
    )


@pytest.fixture
def unread():
    path = "exports/Quillon Vexley.pdf"
    return Outcome(path, error=InputError(f"{path}: “recieve” is no date"))


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("style", [Style(), Style(full=False), Style(quiet=True)])
def test_no_report_tells_what_is_private(name, style, outcome, unread, rules):
    everything = reporter(name).render([outcome, unread], rules, style)
    shown = reporter(name).render(redacted([outcome, unread], rules), rules, style)
    assert [secret for secret in SECRETS if secret in shown] == []
    assert "Vexley" in everything
    assert "profile-1.json" in shown
    assert "profile-2.pdf" in shown


def test_pages_have_no_names_either(outcome, unread, rules):
    from profilelint.reporters.markdown import pages

    found = pages(redacted([outcome, unread], rules), rules, Style())
    assert set(found) == {"index.md", "profile-1.md", "profile-2.md"}


def test_what_counts_stays(outcome, rules):
    (before,) = json.loads(reporter("json").render([outcome], rules, Style()))["reports"]
    whole = json.loads(reporter("json").render(redacted([outcome], rules), rules, Style()))
    jsonschema.validate(whole, schema())
    (after,) = whole["reports"]
    for key in ("score", "verdict", "summary", "skipped", "now"):
        assert after[key] == before[key]
    kept = ("rule", "pointer", "start", "end", "severity", "points", "state")
    for was, now in zip(before["findings"], after["findings"], strict=True):
        assert [now[key] for key in kept] == [was[key] for key in kept]
        assert now["text"] is None
        assert now["suggestions"] == []
        assert now["location"]["file"] == "profile-1.json"


def test_a_fingerprint_tells_nothing_of_the_text(find, report_of, rules):
    def prints(text):
        found = [
            find("misspelling", "/about", 0, 3, text),
            find("misspelling", "/about", 4, 7, "x"),
        ]
        (outcome,) = redacted([report_of(Profile(about=text), found)], rules)
        return [finding.fingerprint for finding in outcome.report.findings]

    assert prints("one") == prints("two")
    assert len(set(prints("one"))) == 2


def rule(message, **options):
    return Rule("x", "wording", "What x flags.", "Why.", "test", message, options=options)


@pytest.mark.parametrize(
    ("template", "values", "shown"),
    [
        (
            "“{match}” looks misspelled: {advice}",
            {"match": "a", "advice": "b"},
            "“…” looks misspelled",
        ),
        ("There is no photo; add one", {}, "There is no photo; add one"),
        (
            "The text has {counted}, {over} more than {max}; shorten it",
            {"counted": "2,700 characters", "over": "100", "max": "2,600"},
            "The text has 2,700 characters, 100 more than 2,600; shorten it",
        ),
        (
            "“{match}” hides it; start with {advice}",
            {"match": "Helped", "advice": "a verb"},
            "“…” hides it; start with a verb",
        ),
        ("“{match}” is a number", {"match": "07700"}, "“…” is a number"),
        ("Without a date: {names}", {"names": "Acme"}, "What x flags."),
    ],
)
def test_a_message_is_rebuilt_without_its_quotation(template, values, shown, find, report_of):
    flagged = rule(template, swap={"helped": "a verb"})
    finding = find("x", "/about", 0, 1, "a", message=template.format(**values))
    (outcome,) = redacted([report_of(Profile(about="a"), [finding])], {"x": flagged})
    assert outcome.report.findings[0].message == shown


def test_words_of_an_engine_give_way_to_the_rules(find, report_of):
    finding = find("x", "/about", 0, 1, "a", message="Did you mean Wolstenholme?")
    (outcome,) = redacted([report_of(Profile(about="a"), [finding])], {"x": rule("{match} is odd")})
    assert outcome.report.findings[0].message == "What x flags."


def test_members_of_an_archive_keep_their_names(find, report_of, rules):
    place = Location("ada.zip!Positions.csv", 3)
    finding = find("misspelling", "/about", 0, 1, "a", location=place)
    (outcome,) = redacted([report_of(Profile(about="a"), [finding], path="ada.zip")], rules)
    assert outcome.report.findings[0].location.file == "profile-1.zip!Positions.csv"


def test_real_profiles_tell_no_word_of_theirs(samples):
    with profilelint.Linter(profilelint.Config(grammar="off")) as linter:
        document = profilelint.load(samples / "linkedin-pdf" / "engineer-mistakes-en.pdf")
        report = linter.check(document)
        rules = {rule.id: rule for rule in linter.ruleset.every}
    outcomes = redacted([Outcome("Deshawn.pdf", document, report)], rules)
    for name in names():
        shown = reporter(name).render(outcomes, rules, Style())
        for word in ("Deshawn", "Tollgate", "Enginer", "PostgreSql", "Kestrel", "idempotency"):
            assert word not in shown


def test_a_stand_in_is_the_same_for_the_same_number():
    assert stand_in(2) == "person 2"
    assert stand_in(2, "recipient") == "recipient 2"
