"""Garbled text is mended by going the way back; what only looks garbled is left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilelint.kinds.mojibake import _garbled


def mended(text: str) -> str:
    for start, end, right in reversed(list(_garbled(text))):
        assert right is not None
        text = text[:start] + right + text[end:]
    return text


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("rÃ©sumÃ©", "résumé"),
        ("Itâ€™s", "It’s"),
        ("a â€œgoodâ€\x9d job", "a “good” job"),
        ("ðŸš€ up", "🚀 up"),
        ("MÃ¼nchen, KÃ¶ln", "München, Köln"),
        ("Å\x81Ã³dÅº", "Łódź"),
        ("Â£5m", "£5m"),
        ("5Â years", "5 years"),
        ("Ã la carte", "à la carte"),
        ("cafÃƒÂ©", "café"),
        ("Ð˜Ð½Ð¶ÐµÐ½ÐµÑ€", "Инженер"),
        ("R&amp;D", "R&D"),
        ("a&nbsp;b &#39;c&#x27;", "a b 'c'"),
        ("A &amp;amp; B", "A & B"),
    ],
)
def test_the_way_back(broken, right):
    assert mended(broken) == right


@pytest.mark.parametrize(
    "text",
    [
        "“AMANHÔ",
        "CAFÉ…",
        "É – Ü”",
        "Âmbito e Ângela",
        "R&D; Q&A; AT&T",
        "10 °C, ½, £5, 50 €",
        "São João, naïve, Größe",
        "서울, Инженер, 東京",
        "HTML entities such as &amp;",
        "",
    ],
)
def test_what_only_looks_like_it(text):
    assert list(_garbled(text)) == []


def test_what_was_lost_has_no_suggestion(run):
    (match,) = run("mojibake", {"about": "Caf\ufffd Central"})
    assert (match.start, match.end, match.suggestions) == (0, 4, ())
    assert match.values["advice"] == "write again what stood there"


def test_one_finding_a_word(found):
    assert found("mojibake", "Customer résumÃ© rÃ©sumÃ©s") == ["résumÃ©", "rÃ©sumÃ©s"]


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=30))
def test_plain_text_without_an_ampersand_is_never_garbled(text):
    assert list(_garbled(text.replace("&", ""))) == []


@given(st.text("éüñçàößøåÉ’“—€", min_size=1, max_size=6))
def test_whatever_was_garbled_between_letters_comes_back(word):
    text = f"x{word}x"
    broken = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode("utf-8"))
    assert mended(broken) == text


@given(st.text(max_size=60))
def test_spans_are_in_order_and_never_overlap(text):
    spans = [span[:2] for span in _garbled(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_an_entity_escaped_without_end_is_mended(run):
    (match,) = run("mojibake", {"about": "R&" + "amp;" * 4000 + "D"})
    assert match.suggestions == ("R&D",)
