import re
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profilelint.document import Location
from profilelint.profile import Profile
from profilelint.reporters import Style
from profilelint.reporters.github import command, render

COMMAND = re.compile(r"::(error|warning|notice) (\w+=[^,:]*(,\w+=[^,:]*)*)::(.*)")
STYLE = Style()


def test_a_source_of_lines(states, rules):
    first = render([states], rules, STYLE).splitlines()[0]
    assert first == (
        "::error file=my resume.json,line=12,endLine=12,col=20,endColumn=27,title=misspelling"
        "::“Enginer” is in no dictionary; write “Engineer”. Write: Engineer"
    )


def test_what_does_not_count_is_left_out(states, rules):
    assert len(render([states], rules, STYLE).splitlines()) == 2


def test_a_page_goes_into_the_text(engineer, rules):
    first = render([engineer], rules, STYLE).splitlines()[0]
    assert first.startswith("::error file=engineer-mistakes-en.pdf,title=misspelling::")
    assert first.endswith("(page 1, line 3)")


def test_errors_come_first_and_the_end_tells_what_is_not_shown(engineer, rules):
    lines = render([engineer], rules, STYLE).splitlines()
    levels = [COMMAND.fullmatch(line)[1] for line in lines]
    assert levels == ["error"] * 11 + ["warning"] * 8 + ["notice"] * 4
    assert lines[-1].startswith("::notice title=profilelint::1 more")


def test_columns_hold_for_one_line_only(find, report_of, rules):
    finding = find("spacing", "/about", 0, 3, "a\nb", location=Location("a.txt", 1, 4, 2, 2))
    text = render([report_of(Profile(name="A", about="a\nb"), [finding])], rules, STYLE)
    assert "file=a.txt,line=1,endLine=2,title=spacing" in text


def test_nothing_to_say_says_nothing(ready, rules):
    assert render([ready], rules, STYLE) == ""


def test_an_unread_input_is_an_error(broken, rules):
    assert render([broken], rules, STYLE) == (
        "::error file=exports/broken.pdf,title=profilelint"
        "::broken.pdf: this PDF has no text; save it anew from LinkedIn\n"
    )


def test_escapes():
    assert command("error", {"file": "a:b,c%.csv"}, "1% a: b, c") == (
        "::error file=a%3Ab%2Cc%25.csv::1%25 a: b, c"
    )
    assert command("notice", {}, "x") == "::notice::x"


@given(text=st.text(st.characters()), file=st.text(st.characters()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_is_one_command(text, file, find, report_of, rules):
    finding = find(
        "misspelling", "/about", 0, 1, text, text, message=text, location=Location(file, 1)
    )
    shown = render([report_of(Profile(name="A", about=text), [finding])], rules, STYLE)
    assert shown.count("\n") == 1
    assert COMMAND.fullmatch(shown[:-1])
    assert not [char for char in shown[:-1] if unicodedata.category(char) in {"Cc", "Cs"}]
