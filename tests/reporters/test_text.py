"""The text report: whole outputs in expected/*.txt, and what must hold for any profile.

After a wanted change: UPDATE_EXPECTED=1 pytest tests/reporters/test_text.py, then read the diff.
"""

import os
import re
import unicodedata
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from profilelint.document import Location, Unplaced
from profilelint.finding import CategoryScore, Score, Skipped, State
from profilelint.profile import Profile
from profilelint.reporters import Style
from profilelint.reporters.excerpt import excerpt
from profilelint.reporters.text import print_outcomes, render

EXPECTED = Path(__file__).parent / "expected"
ANSI = re.compile(r"\x1b\[[\d;]*m")
ANY_TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("[]/\\ :·\n\r\t\x1b\x9b\u202e\u2066\u2028한자😀")),
    max_size=60,
)


def same(name, text):
    file = EXPECTED / f"{name}.txt"
    if os.environ.get("UPDATE_EXPECTED"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["engineer", "ready", "empty", "broken", "states"])
def test_text_is_as_expected(name, request, rules):
    same(name, render([request.getfixturevalue(name)], rules, Style(width=100)))


def test_narrow_and_plain_is_as_expected(engineer, rules):
    text = render([engineer], rules, Style(width=64, unicode=False))
    same("engineer-narrow-ascii", text)
    assert not [char for char in text if char not in "résumÃ©£•" and not char.isascii()]


def test_many_outcomes_end_with_a_line_each(ready, empty, broken, rules):
    text = render([ready, broken, empty], rules, Style(width=100))
    same("many", text)
    last = text.splitlines()[-3:]
    assert [line.split()[1] for line in last] == ["Ready", "Not", "Not"]
    assert "exports/broken.pdf" in last[1]


def test_quiet_is_one_line_a_profile(engineer, broken, rules):
    text = render([engineer, broken], rules, Style(quiet=True))
    assert text.count("\n") == 2
    assert render([engineer], rules, Style(quiet=True)).startswith("! Fix first")


def test_color_changes_nothing_but_color(engineer, rules):
    plain = render([engineer], rules, Style(width=100))
    colored = render([engineer], rules, Style(width=100, color=True))
    assert "\x1b[" in colored
    assert [line.rstrip() for line in ANSI.sub("", colored).split("\n")] == plain.split("\n")


def test_a_full_profile_of_mistakes_fits_two_screens(engineer, rules):
    assert render([engineer], rules, Style(width=100)).count("\n") <= 130


def test_no_line_is_wider_than_asked(engineer, rules):
    for width in (40, 60, 76, 80, 100, 120):
        text = render([engineer], rules, Style(width=width))
        assert max(map(cell_len, text.split("\n"))) <= width


def test_a_reason_is_told_once(engineer, rules):
    text = render([engineer, engineer], rules, Style(width=100))
    assert text.count(f"Why: {rules['confused-word'].why}") == 1


def test_ten_findings_of_a_rule_are_shown_and_the_rest_summed_up(find, report_of, rules):
    about = "recieve " * 14
    findings = [
        find("common-typo", "/about", 8 * n, 8 * n + 7, "recieve", "receive") for n in range(14)
    ]
    outcome = report_of(Profile(name="A", about=about), findings)
    text = render([outcome], rules, Style())
    assert text.count("Write: receive") == 10
    assert "4 more × common-typo  recieve" in text


def test_carets_stand_under_wide_letters(find, report_of, rules):
    profile = Profile(name="김민서", headline="백엔드 개발자, 파이썬 개발쟈")
    at = profile.headline.index("개발쟈")
    finding = find("misspelling", "/headline", at, at + 3, "개발쟈", "개발자")
    lines = render([report_of(profile, [finding])], rules, Style(width=80)).splitlines()
    index = next(i for i, line in enumerate(lines) if "^" in line)
    above, carets = lines[index - 1], lines[index]
    assert cell_len(above[: above.index("개발쟈")]) == carets.index("^")
    assert carets.count("^") == 6


def test_what_was_not_placed_is_shown(report_of, rules):
    unplaced = [
        Unplaced(f"text {n}", "no heading", Location("a.pdf", page=2, line=n)) for n in range(9)
    ]
    text = render([report_of(Profile(name="A"), [], unplaced=unplaced)], rules, Style())
    assert "“text 0”  page 2, line 0, no heading" in text
    assert "and 1 more" in text


def test_a_long_text_that_was_not_placed_leaves_room_for_the_reason(report_of, rules):
    unplaced = [Unplaced("long " * 50, "no heading")]
    text = render([report_of(Profile(name="A"), [], unplaced=unplaced)], rules, Style(width=80))
    assert "…”  no heading" in text


def test_a_whole_text_is_quoted_without_carets(find, report_of, rules):
    about = "Word after word. " * 30
    finding = find("weak-start", "/about", 0, len(about), about, "Shorter")
    text = render([report_of(Profile(name="A", about=about), [finding])], rules, Style(width=80))
    assert "^" not in text
    assert "Write: Shorter" in text


def test_a_partial_score_says_so(report_of, rules):
    score = Score(90, {"proofing": CategoryScore(36, 40)}, partial=True)
    text = render([report_of(Profile(name="A"), [], score=score)], rules, Style())
    assert "Score 90 of 100 – of the rules you chose" in text


def test_a_window_of_no_width_is_written_to_all_the_same(engineer, rules):
    assert render([engineer], rules, Style(width=0)) == render([engineer], rules, Style(width=40))


def test_what_the_export_does_not_tell_is_named_by_rule(report_of, rules):
    skipped = [Skipped(f"rule-{n}", "a PDF has none") for n in range(3)]
    text = render([report_of(Profile(name="A"), [], skipped=skipped)], rules, Style())
    assert "Not checked: rule-0, rule-1, rule-2." in text
    assert "proofread" not in text


def test_text_that_no_engine_read_is_not_praised(report_of, rules):
    skipped = [Skipped(f"rule-{n}", "nobody here reads Polish", partly=True) for n in range(3)]
    text = render([report_of(Profile(name="A"), [], skipped=skipped)], rules, Style())
    assert text.count("Nobody here reads Polish.") == 1
    assert "let somebody read it once more" in text
    assert "Nothing to mend" not in text


def test_notes_already_sent_are_named_and_do_not_count(find, report_of, rules):
    profile = Profile.model_validate(
        {"name": "A", "headline": "B", "invitations": [{"recipient": "Ana", "text": "Hi"}]}
    )
    sent = [find("note-default", "/invitations/0/text", state=State.HISTORY)] * 12
    text = render([report_of(profile, sent)], rules, Style())
    assert "  to Ana: This is LinkedIn's own text" in text
    assert "and 2 more" in text
    assert "Ready to connect" in text


def test_a_console_of_the_callers_can_be_given(engineer, rules):
    console = Console(record=True, width=100, file=StringIO())
    print_outcomes(console, [engineer], rules, Style(color=True))
    assert "Software" in console.export_svg(title="profilelint")


def steers(char):
    return (
        unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        and char not in "\n\u200c\u200d"
    )


@given(text=ANY_TEXT, name=ANY_TEXT, message=ANY_TEXT, suggestion=ANY_TEXT, data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_nothing_in_a_profile_steers_the_terminal(
    text, name, message, suggestion, data, find, report_of, rules
):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    profile = Profile(name=name, about=text)
    finding = find(
        "misspelling",
        "/about",
        start,
        end,
        text[start:end],
        suggestion,
        message=message,
        location=Location(name, 3),
    )
    outcome = report_of(
        profile,
        [finding],
        path=name,
        skipped=[Skipped("x", message)],
        unplaced=[Unplaced(text, message)],
    )
    for style in (Style(width=80), Style(width=50, unicode=False), Style(quiet=True)):
        shown = render([outcome], rules, style)
        assert not [char for char in shown if steers(char)]
        shown.encode("utf-8")
        assert shown == render([outcome], rules, style)


@given(text=ANY_TEXT, room=st.integers(4, 80), data=st.data())
def test_an_excerpt_keeps_to_its_room(text, room, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = excerpt(text, start, end, room, measure=cell_len)
    assert cell_len(quote.before) + cell_len(quote.marked) + cell_len(quote.after) <= room
