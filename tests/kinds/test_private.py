"""``private``: numbers prove themselves by their check digits."""

import pytest

from profilelint.kinds.private import CHECKS

NUMBER = {"match": r"\S+", "what": "It"}


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        ("iban", "DE89370400440532013000", "DE88370400440532013000"),
        ("dni", "Y1234567X", "Y1234567Z"),
        ("cpf", "111.444.777-35", "111.444.777-36"),
        ("aadhaar", "234123412346", "234123412347"),
        ("german-tax-id", "47036892816", "47036892817"),
        ("phone", "07700900461", "0770090"),
    ],
)
def test_check_digits(found, check, right, wrong):
    options = {"match": [{**NUMBER, "check": check}]}
    assert found("private", right, options) == [right]
    assert found("private", wrong, options) == []


@pytest.mark.parametrize("check", sorted(set(CHECKS) - {"phone"}))
def test_one_wrong_digit_is_seen(check):
    right = {
        "iban": "GB82WEST12345698765432",
        "dni": "12345678Z",
        "cpf": "52998224725",
        "aadhaar": "234123412346",
        "german-tax-id": "86095742719",
    }[check]
    assert CHECKS[check](right)
    for place, digit in enumerate(right):
        if digit.isdecimal() and (place or check != "german-tax-id"):
            other = str((int(digit) + 1) % 10)
            assert not CHECKS[check](right[:place] + other + right[place + 1 :])


def test_a_place_is_told_once_and_in_its_own_targets_only(run):
    options = {"match": [NUMBER, {**NUMBER, "what": "Again"}]}
    (match,) = run("private", {"about": "1"}, options)
    assert match.values == {"what": "It", "advice": "take it out"}
    for other in ({"only": ["headline"]}, {"never": ["about"]}, {"formats": ["linkedin-pdf"]}):
        assert run("private", {"about": "1"}, {"match": [{**NUMBER, **other}]}) == []


def test_options_that_make_no_sense(refused):
    assert "known are" in refused("private", {"match": [{"match": "x"}]})
    assert "no check" in refused("private", {"match": [{**NUMBER, "check": "luhn"}]})
    assert "no regular expression" in refused("private", {"match": [{**NUMBER, "match": "("}]})
