import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilelint.loaders.markup import from_html, plain

SAME = [
    "snake_case and another_snake_case_name",
    "C# and F#, #opentowork",
    "I <3 this, 5*3 = 15 and 4*2, 2**3 and 4**5",
    "vector<T>, Map<String, int> and a < b > c",
    "__init__ and __name__ == '__main__'",
    "https://example.org/_a_/b_c_d?x=*y* and me_@example.org, you_@example.org",
    "*.py and *.js, a footnote*, (*) and another*",
    "- one\n- two\n* three\n1. four",
    "[Company Name] and [link](to do) and a[i](x)",
    "AT&T, R&D; Research &amp; Development",
    "2019 ~ 2021, ~5 people, ~~ and ` alone",
    r"\*not bold\* and C:\_work_",
    "a\n\n\nb  c \t d",
    "",
]


@pytest.mark.parametrize("text", SAME)
def test_plain_text_stays_as_it_is(text):
    assert plain(text).text == text
    assert len(plain(text).runs) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Led** 5, *cut* _costs_ and ***won*** ~~lost~~", "Led 5, cut costs and won lost"),
        ("__Lead engineer__, **bold**ly `code_*x*`", "Lead engineer, boldly code_*x*"),
        ('[The team](https://x.org/a_(b)_c "T") or <https://x.org>', "The team or https://x.org"),
        ("![Logo](/logo.png) [mail](mailto:a@example.org)", "Logo mail"),
        ("# Career\nText\n## Highlights ##", "Career\nText\nHighlights"),
        ("**[Acme](https://x.org)**", "Acme"),
        ("**https://x.org/a_b**", "https://x.org/a_b"),
        ("(**bold**), “*it*” and **굵게**는", "(bold), “it” and 굵게는"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>A</p><ul><li><p>One</p></li><li>Two</li></ul><p>End</p>", "A\n\n• One\n• Two\n\nEnd"),
        ("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>", "1. a\n2. b\n• c"),
        ("a<br>b<br/>c<BR />d", "a\nb\nc\nd"),
        ("<div>\n  <p>a\n  b </p>\n</div>", "a b"),
        ("Line one\nline <b>two</b>", "Line one\nline two"),
        ("<p>R&amp;D &lt;3 &#39;x&#x27; a&nbsp;b &nosuch;</p>", "R&D <3 'x' a b &nosuch;"),
        ('<p><a href="https://x.org" rel="_x">A</a> <3 vector<T></p>', "A <3 vector<T>"),
        ("<p></p>", ""),
        ("<!-- old --><h3>Head</h3>Text", "Head\n\nText"),
    ],
)  # fmt: skip
def test_markup_turns_into_what_a_reader_sees(text, expected):
    assert plain(text).text == expected


def test_html_that_is_known_as_such_keeps_the_marks_of_markdown_and_loses_entities():
    assert from_html("5 **a** &amp; b").text == "5 **a** & b"


PIECES = (
    *("<p>", "</p>", "<b>", "</b>", "<br>", "<ul>", "<ol>", "<li>", "</li>", "</ul>", "<!-- x -->"),
    *("<a href='u'>", "</a>", "&amp;", "&nbsp;", "&#x1F600;", "&lt", "<", ">", "*", "**", "_", "`"),
    *(
        "[a](https://x.org)",
        "# ",
        "\n",
        "  ",
        "\t",
        "word",
        "snake_case",
        "é",
        "😀",
        "1",
        "~~",
        "\\",
    ),
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join), st.booleans())
def test_every_character_leads_back_to_itself_or_to_its_entity(source, is_html):
    result = from_html(source) if is_html else plain(source)
    covered = 0
    for run in result.runs:
        assert covered <= run.start < run.end <= len(result.text)
        home = source[run.offset : run.stop]
        said = result.text[run.start : run.end]
        if run.same:
            assert (
                said.replace("\n", " ") == home.translate(dict.fromkeys(map(ord, "\t\r\n\f"), " "))
                or said == home
            )
        else:
            assert said == html.unescape(home).replace("\xa0", " ")
        assert set(result.text[covered : run.start]) <= set("\n• .0123456789")
        covered = run.end
    assert set(result.text[covered:]) <= set("\n• ")
    offsets = [run.offset for run in result.runs]
    assert offsets == sorted(offsets)


@pytest.mark.parametrize(
    "piece", ["**a ", "[a", "<a ", "`a", "<!--", "# ", "_a_b ", "<b>a &amp; ", "a@", "<li>", "*a_"]
)
def test_hostile_markup_takes_time_that_grows_with_its_length(piece):
    assert len(plain(piece * 30_000).text) <= 30_000 * (len(piece) + 3)
