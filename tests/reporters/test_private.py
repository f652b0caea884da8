import pytest

import profilelint
from profilelint.document import Location, Unplaced
from profilelint.finding import Severity, State
from profilelint.profile import Profile
from profilelint.reporters import Style, names, reporter
from profilelint.reporters.private import mask

PHONE = "07700 900461"


@pytest.fixture
def outcome(find, report_of):
    about = f"Ring {PHONE} or recieve a letter. Or ring  {PHONE}."
    at = about.index(PHONE)
    file = Location("resume.json", 3, 5, 3, 17)
    return report_of(
        Profile(name="A", about=about),
        [
            find("private-data", "/about", at, at + 12, PHONE, location=file),
            find("spacing", "/about", at, at + 12, PHONE, "07700900461", location=file),
            find("common-typo", "/about", 21, 28, "recieve", "receive", location=file),
        ],
        unplaced=[Unplaced(f"Phone {PHONE}", "no heading")],
    )


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("style", [Style(width=120), Style(full=False), Style(quiet=True)])
def test_private_data_is_masked_in_every_report(name, style, outcome, rules):
    for outcomes in ([outcome], [outcome, outcome]):
        shown = reporter(name).render(outcomes, rules, style)
        assert "0770" not in shown
        assert "900461" not in shown


@pytest.mark.parametrize("name", [name for name in names() if name != "csv"])
def test_the_mask_can_be_seen_and_the_rest_is_told(name, outcome, rules):
    shown = reporter(name).render([outcome], rules, Style(width=120))
    assert mask(PHONE) in shown
    assert "receive" in shown


@pytest.mark.parametrize("name", names())
def test_private_data_is_masked_where_another_text_holds_it(name, find, report_of, rules):
    about = f"Ring {PHONE}."
    person = {"title": f"Call {PHONE}", "company": "Acme"}
    profile = Profile.model_validate(
        {"name": f"Ann {PHONE}", "about": about, "positions": [person]}
    )
    found = [
        find("private-data", "/about", 5, 17, PHONE, severity=Severity.ERROR),
        find("misspelling", "/positions/0/title", 0, 4, "Call", "Ring", message=f"Not {PHONE}"),
        find("note-default", "/invitations/0/text", message=PHONE, state=State.HISTORY),
        find("private-data", "/headline", message=f"“{PHONE}”", severity=Severity.SUGGESTION),
    ]
    for style in (Style(), Style(quiet=True)):
        shown = reporter(name).render([report_of(profile, found)], rules, style)
        assert "900461" not in shown


def test_a_short_text_is_masked_as_a_word_only(find, report_of, rules):
    profile = Profile(name="A", about="I am 32. In 1932 we won.")
    found = [
        find("private-data", "/about", 5, 7, "32"),
        find("spacing", "/about", 12, 16, "1932", message="“1932” is long past"),
    ]
    shown = reporter("text").render([report_of(profile, found)], rules, Style())
    assert "“1932” is long past" in shown
    assert "I am [3•]" in shown


def test_a_fingerprint_of_private_data_is_no_hash_of_it(tmp_path):
    folder = tmp_path / "presence"
    folder.mkdir()
    (folder / "private-data.yaml").write_text(
        "summary: A phone number.\nwhy: Strangers call.\nkind: pattern\ntargets: [about]\n"
        "severity: warning\nmessage: “{match}” can be read by all\n"
        "with:\n  match: ['\\d{5} \\d{6}']\nsince: '1'\n"
        "bad:\n- text: Ring 07700 900461.\ngood:\n- text: Ring me.\n"
    )
    options = {"rules": str(tmp_path), "select": "private-data", "grammar": "off"}
    try:
        reports = [
            profilelint.lint({"name": "A", "about": f"Ring {phone}."}, **options)
            for phone in (PHONE, "07700 900999")
        ]
    except profilelint.ConfigError:  # there is such a rule now; it is as good
        del options["rules"]
        reports = [
            profilelint.lint({"name": "A", "about": f"Ring me on {phone}."}, **options)
            for phone in ("+44 7700 900461", "+44 7700 900999")
        ]
    (first,), (second,) = (report.findings for report in reports)
    assert first.text != second.text
    assert first.fingerprint == second.fingerprint


def test_a_mask_keeps_the_first_character():
    assert mask("") == ""
    assert mask("a") == "a"
    assert mask("12 Elm") == "1•••••"
