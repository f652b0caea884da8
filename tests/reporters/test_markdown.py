"""The pages, read as GitHub reads them: CommonMark with tables."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from profilelint.document import Location, Unplaced
from profilelint.finding import Confidence, Skipped, State
from profilelint.profile import Profile
from profilelint.reporters import Style
from profilelint.reporters.markdown import code, escaped, pages, render

ANY_TEXT = st.one_of(
    st.text(st.sampled_from("`*_[]()<>#|&~$!@{}\\:/.-+=1 \n\tab" + "™’"), max_size=40),
    st.text(max_size=40),
)
HEADINGS = {"Next", "The way to ready", "What to mend", "Score", "Not checked"}
HEADINGS |= {"Text we could not place"}
ANCHORS = [part for n in (1, 2) for part in (f'<a id="profile-{n}">', "</a>")]
READER = MarkdownIt("commonmark").enable("table")


def tokens(text):
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def shape(text):
    """What is markup in a text, and how often; a code span is as harmless as text."""
    return [token.type for token in tokens(text) if token.type not in ("text", "code_inline")]


def test_a_page_tells_all_of_it(engineer, rules):
    page = render([engineer], rules, Style())
    assert page.startswith("# Deshawn Okpara-Lind\n\n**! Fix first** · score 60 of 100\n")
    assert "11 fixes make you ready; 11 more can wait." in page
    assert "1. **misspelling**: Enginer → Engineer (+2)" in page
    assert "### Experience – Software Engineer at Marlowe \\& Finch Software" in page
    assert "+ Software Engineer | Python, PostgreSql and AWS | Payments" in page
    assert page.count(f"Why: {rules['confused-word'].why}") == 1
    assert "| Proofing | 10.5 | 40 |" in page
    assert "photo-missing: a LinkedIn PDF does not carry the photo" in page
    assert "`Open to work`" in page


def test_many_begin_with_a_table_the_worst_first(engineer, ready, empty, broken, rules):
    text = render([ready, engineer, broken, empty], rules, Style())
    rows = [line for line in text.splitlines() if line.startswith("| ")][1:5]
    assert [row.split("|")[1].strip() for row in rows] == [
        "✗ Not read",
        "✗ Not ready",
        "! Fix first",
        "✓ Ready",
    ]
    assert "[Deshawn Okpara-Lind](#profile-3)" in rows[2]
    assert text.count("\n# ") == 4
    assert "4 profiles: 1 ready, 1 fix first, 1 not ready, 1 not read." in text


def test_a_page_each_has_a_name_of_its_own(engineer, ready, broken, report_of, rules):
    others = [report_of(Profile(name=name), [], path="C:/x.pdf") for name in ("../Ánna/", "INDEX")]
    nameless = report_of(Profile(), [], path="people/Profile (1).pdf")
    found = pages([engineer, ready, engineer, broken, *others, nameless], rules, Style())
    assert set(found) == {
        "index.md",
        "broken.md",
        "deshawn-okpara-lind.md",
        "deshawn-okpara-lind-2.md",
        "maeve-tarrant.md",
        "ánna.md",
        "index-2.md",
        "profile-1.md",
    }
    assert found["maeve-tarrant.md"].startswith("# Maeve Tarrant\n")
    assert "people/" not in found["profile-1.md"]


def test_a_choice_is_told_and_the_rest_summed_up(find, report_of, rules):
    about = "recieve " * 14
    found = [
        find(
            *("common-typo", "/about", 8 * n, 8 * n + 7, "recieve"),
            suggestions=("receive", "relieve"),
            confidence=Confidence.MEDIUM,
        )
        for n in range(14)
    ]
    page = render([report_of(Profile(name="A", about=about), found)], rules, Style())
    assert page.count("  Write: receive or relieve") == 10
    assert "- 4 more × common-typo: `recieve`" in page


def test_notes_already_sent_are_summed_up(find, report_of, rules):
    people = [{"recipient": f"P_{n}", "text": "Hi"} for n in range(5)]
    profile = Profile.model_validate({"name": "A", "headline": "B", "invitations": people})
    sent = [find("note-default", f"/invitations/{n}/text", state=State.HISTORY) for n in range(5)]
    page = render([report_of(profile, sent)], rules, Style())
    assert "- **note-default** ×5: This is LinkedIn's own text" in page
    assert "(to P\\_0, P\\_1, P\\_2 and 2 more)" in page


def test_a_fence_is_longer_than_any_within_it(find, report_of, rules):
    about = "```\n````` x"
    finding = find("misspelling", "/about", 10, 11, "x", "y")
    page = render([report_of(Profile(name="A", about=about), [finding])], rules, Style())
    assert "  ``````diff\n" in page


@pytest.mark.parametrize("end", ["", " ", "`", "|"])
def test_a_code_span_holds_what_it_was_given(end):
    (_, inline, _) = READER.parse(f"a {code(f'a`b{end}')} b")
    (span,) = [token for token in inline.children if token.type == "code_inline"]
    assert span.content.strip() == f"a`b{end}".strip()


@given(text=ANY_TEXT)
def test_escaped_text_is_text_wherever_it_stands(text):
    for form in ("# {}", "- {}", "- **x:** {} (y)", "| {} | a |\n|---|---|\n| {} | b |"):
        plain = form.replace("{}", "word")
        assert shape(form.replace("{}", f"w {escaped(text)} w")) == shape(plain)
        shown = form.replace("{}", escaped(text))
        assert text.strip() == "" or shape(shown) == shape(plain)


@given(text=ANY_TEXT, name=ANY_TEXT, message=ANY_TEXT, suggestion=ANY_TEXT, data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_nothing_in_a_profile_is_markup(
    text, name, message, suggestion, data, find, report_of, rules
):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    profile = Profile(name=name, about=text, positions=({"title": name, "company": text},))
    found = [
        find("misspelling", "/about", start, end, text[start:end], suggestion, message=message),
        find("grammar", "/positions/0/title", message=message, location=Location(name, 3)),
    ]
    outcome = report_of(
        profile,
        found,
        path=name,
        skipped=[Skipped("x", message)],
        unplaced=[Unplaced(text, message)],
    )
    page = render([outcome, outcome], rules, Style())
    kinds = shape(page)
    page.encode("utf-8")
    assert set(headings(page, "h2")) <= HEADINGS
    assert len(list(headings(page, "h1"))) == 3
    assert {heading.split()[0] for heading in headings(page, "h3")} <= {"About", "Experience"}
    assert [t.content for t in tokens(page) if t.type.startswith("html")] == ANCHORS
    links = [t for t in tokens(page) if t.type == "link_open"]
    assert [link.attrs["href"] for link in links] == ["#profile-1", "#profile-2"]
    assert "image" not in kinds


def headings(page, level):
    every = list(READER.parse(page))
    for index, token in enumerate(every):
        if token.type == "heading_open" and token.tag == level:
            yield every[index + 1].content


def test_what_may_be_markup_is_escaped():
    assert escaped("https://a.example www.b.example") == "https:\\//a.example www\\.b.example"
    assert escaped("to a.b@c.example, @ada") == "to `a.b@c.example`, \\@ada"
    assert escaped("1. a") == "1\\. a"
    assert escaped("- a") == "\\- a"
    assert escaped("plain, text; (so) it “is”") == "plain, text; (so) it “is”"
    assert set(string.punctuation) >= set(escaped("*_[]<>#|&~$!@{}`")) - {"\\"}
