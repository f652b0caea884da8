import pytest

from profilelint.document import Location, Unplaced
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
def test_private_data_is_masked_in_every_report(name, outcome, rules):
    shown = reporter(name).render([outcome], rules, Style(width=120))
    assert "0770" not in shown
    assert "900461" not in shown
    assert mask(PHONE) in shown
    assert "receive" in shown


def test_a_mask_keeps_the_first_character():
    assert mask("") == ""
    assert mask("a") == "a"
    assert mask("12 Elm") == "1•••••"
