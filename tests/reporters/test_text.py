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
from profilelint.finding import CategoryScore, NoteFacts, Score, Severity, Skipped, State, Verdict
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


def test_many_outcomes_end_with_a_line_each_the_worst_first(ready, empty, broken, rules):
    text = render([ready, broken, empty], rules, Style(width=100))
    same("many", text)
    *lines, _, total = text.splitlines()[-5:]
    assert [line.split()[:3] for line in lines] == [
        ["✗", "Not", "read"],
        ["✗", "Not", "ready"],
        ["✓", "Ready", "100"],
    ]
    assert "exports/broken.pdf" in lines[0]
    assert "about-missing, no-position, headline-missing" in lines[1]
    assert total == "3 profiles: 1 ready, 1 not ready, 1 not read."


def test_of_a_crowd_only_the_lines_are_told(engineer, empty, rules):
    text = render([engineer, empty, engineer], rules, Style(full=False))
    assert len(text.splitlines()) == 8
    assert "What most have to mend: brand-case (2), common-typo (2)" in text
    assert "Headline" not in text
    assert render([engineer], rules, Style(full=False)) == render([engineer], rules, Style())


def test_names_that_two_share_come_with_their_files(engineer, ready, rules):
    text = render([engineer, ready, engineer], rules, Style(full=False))
    assert text.count("Deshawn Okpara-Lind  engineer-mistakes") == 2
    assert "nurse-clean" not in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_line_of_the_crowd_keeps_to_its_width(
    width, engineer, ready, broken, find, report_of, rules
):
    long = report_of(
        Profile(name="Bartholomew Featherstonehaugh-Cholmondeley " * 3, about="x"),
        [find("misspelling", "/about", 0, 1, "x")],
    )
    wide = report_of(Profile(name="김민서" * 20), [], path="b.pdf")
    text = render([engineer, ready, broken, long, wide], rules, Style(width=width, full=False))
    assert max(map(cell_len, text.split("\n"))) <= width
    assert "misspelling" in text


def test_quiet_is_one_line_a_profile_as_given_with_its_path(engineer, broken, rules):
    text = render([engineer, broken], rules, Style(quiet=True))
    assert [line.split()[1] for line in text.splitlines()] == ["Fix", "Not"]
    assert "  engineer-mistakes-en.pdf  " in text
    assert render([engineer], rules, Style(quiet=True)).startswith("! Fix first")


def test_color_changes_nothing_but_color(engineer, rules):
    plain = render([engineer], rules, Style(width=100))
    colored = render([engineer], rules, Style(width=100, color=True))
    assert "\x1b[" in colored
    assert [line.rstrip() for line in ANSI.sub("", colored).split("\n")] == plain.split("\n")


def test_a_full_profile_of_mistakes_fits_two_screens(engineer, rules):
    assert render([engineer], rules, Style(width=100)).count("\n") <= 100


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
    assert text.count("[recieve → receive]") == 10
    assert "4 more × common-typo  recieve" in text


def test_what_was_explained_is_told_on_one_line(find, report_of, rules):
    about = "I recieve goods and acheive goals."
    found = [
        find("common-typo", "/about", 2, 9, "recieve", "receive"),
        find("common-typo", "/about", 20, 27, "acheive", "achieve"),
    ]
    text = render([report_of(Profile(name="A", about=about), found)], rules, Style())
    assert "  ✗ I recieve goods and [acheive → achieve] goals." in text
    assert "“acheive”" not in text


def test_of_suggestions_the_first_is_told_and_the_rest_counted(find, report_of, rules):
    about = "We organized, analyzed and organized."
    places = [(3, 12), (14, 22), (27, 36)]
    found = [find("mixed-spelling", "/about", a, b, about[a:b]) for a, b in places]
    text = render([report_of(Profile(name="A", about=about), found)], rules, Style())
    lines = text[text.index("Suggestions") :].splitlines()
    assert lines[1].startswith("  • “organized” is American, the rest is British  ×3")
    assert lines[2] == "      also “analyzed”"
    assert lines[3] == "      Why: One way of spelling shows care."


def test_where_much_is_wrong_suggestions_are_brief(find, report_of, rules):
    about = "I recieve goods. " * 22
    found = [
        find("common-typo", "/about", 17 * n + 2, 17 * n + 9, "recieve", "receive")
        for n in range(22)
    ]
    slips = ["mixed-spelling", "mixed-bullets", "punctuation", "grammar", "x1", "x2", "x3", "x4"]
    found += [find(rule, "/about", 0, 1, "I", severity=Severity.SUGGESTION) for rule in slips * 2]
    text = render([report_of(Profile(name="A", about=about), found)], rules, Style())
    lines = text[text.index("Suggestions") :].splitlines()
    assert lines[1].startswith("  • “I” is American, the rest is British  ×2")
    assert lines[5] == "  and also: x1 ×2, x2 ×2, x3 ×2, x4 ×2"


def test_a_long_correction_stands_below_the_sentence(find, report_of, rules):
    about = "Word after word."
    finding = find("weak-start", "/about", 0, 4, "Word", "One word and more, " * 4 + "so")
    text = render([report_of(Profile(name="A", about=about), [finding])], rules, Style(width=80))
    assert "      [Word] after word.\n      → One word" in text


@pytest.mark.parametrize(
    ("text", "suggestion", "shown"),
    [("and and", "", "[and and → delete it]"), ("  ", " ", "[   → one space]")],
)
def test_a_correction_of_spaces_or_by_deletion(text, suggestion, shown, find, report_of, rules):
    about = f"One{text}two"
    finding = find("spacing", "/about", 3, 3 + len(text), text, suggestion)
    assert shown in render([report_of(Profile(name="A", about=about), [finding])], rules, Style())


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


def test_a_whole_text_is_quoted_without_brackets(find, report_of, rules):
    about = "Word after word. " * 30
    finding = find("weak-start", "/about", 0, len(about), about, "Shorter")
    text = render([report_of(Profile(name="A", about=about), [finding])], rules, Style(width=80))
    assert "[" not in text
    assert "→ Shorter" in text


def test_a_partial_score_says_so(report_of, rules):
    score = Score(90, {"proofing": CategoryScore(36, 40)}, partial=True)
    text = render([report_of(Profile(name="A"), [], score=score)], rules, Style())
    assert "Score 90 of 100 – of the rules you chose" in text


def test_a_window_of_no_width_is_written_to_all_the_same(engineer, rules):
    assert render([engineer], rules, Style(width=0)) == render([engineer], rules, Style(width=40))


def test_what_the_export_does_not_tell_is_said_in_brief(report_of, rules):
    skipped = [Skipped(f"rule-{n}", "it is in English only") for n in range(3)]
    skipped += [Skipped(f"no-{what}", f"a PDF does not show {what}") for what in "abcd"]
    text = render([report_of(Profile(name="A"), [], skipped=skipped)], rules, Style())
    told = "7 rules, since a PDF does not show a, b, c or d; it is in English only."
    assert f"Not checked: {told}" in text
    assert "proofread" not in text


def test_one_rule_that_was_not_checked_is_named(report_of, rules):
    skipped = [Skipped("photo-missing", "a PDF has none")]
    text = render([report_of(Profile(name="A"), [], skipped=skipped)], rules, Style())
    assert "Not checked: photo-missing, since a PDF has none." in text


def test_text_that_no_engine_read_is_not_praised(report_of, rules):
    skipped = [Skipped(f"rule-{n}", "nobody here reads Polish", partly=True) for n in range(3)]
    text = render([report_of(Profile(name="A"), [], skipped=skipped)], rules, Style())
    assert text.count("Nobody here reads Polish.") == 1
    assert "let somebody read it once more" in text
    assert "Nothing to mend" not in text


def test_a_note_has_no_score_and_is_judged_all_the_same(find, report_of, rules):
    facts = NoteFacts("Ana Example", "peer", "none", "free", 63, 200, None)
    note = {"format": "note", "score": Score(), "path": "note.txt", "note": facts}

    def told(*findings, verdict=Verdict.READY):
        return render([report_of(Profile(), findings, verdict=verdict, **note)], rules, Style())

    assert "Nothing to mend. Send it." in told()
    assert "63 of the 200 characters" in told()
    wrong = told(find("note-default", "/message"), verdict=Verdict.FIX_FIRST)
    assert "Mend it before you send it." in wrong
    vague = told(find("note-default", "/message", severity=Severity.WARNING))
    assert "not personal yet" in vague
    for text in (wrong, vague):
        assert "says nothing about the profile" not in text


def test_notes_already_sent_are_named_and_do_not_count(find, report_of, rules):
    profile = Profile.model_validate(
        {"name": "A", "headline": "B", "invitations": [{"recipient": "Ana", "text": "Hi"}]}
    )
    sent = [find("note-default", "/invitations/0/text", state=State.HISTORY)] * 12
    text = render([report_of(profile, sent)], rules, Style())
    assert "  note-default ×12  This is LinkedIn's own text" in text
    assert "(to Ana)" in text
    assert "Ready to connect" in text


def test_hundreds_of_notes_already_sent_take_a_few_lines(find, report_of, rules):
    people = [{"recipient": f"Person {n}", "text": "Hi"} for n in range(300)]
    profile = Profile.model_validate({"name": "A", "headline": "B", "invitations": people})
    sent = [
        find(rule, f"/invitations/{n}/text", state=State.HISTORY)
        for n in range(300)
        for rule in ("note-default", "misspelling")
    ]
    text = render([report_of(profile, sent)], rules, Style())
    assert text.count("\n") < 20
    assert "(to Person 0, Person 1, Person 2 and 297 more)" in " ".join(text.split())


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
