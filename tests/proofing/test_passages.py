"""Prose is cut into passages, with offsets that lead back."""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilelint.document import Carries, Document, SourceMap
from profilelint.fields import Field, text_at
from profilelint.profile import Profile
from profilelint.proofing.passages import cut, passages


def parts(text, form="prose", *, flat=False):
    return [(p.text, p.form) for p in cut(Field("/about", "about", text), form, flat=flat)]


def test_lines_and_bullets():
    text = "I lead.\n\n• Built it\n- Sold it\n  ‣ Fixed it\n●Ran it"
    assert parts(text) == [
        ("I lead.", "prose"),
        *(("Built it", "bullet"), ("Sold it", "bullet"), ("Fixed it", "bullet")),
        ("Ran it", "bullet"),
    ]


def test_a_list_is_no_sentence():
    assert parts("Tools: Python, Go, SQL, dbt") == [("Tools: Python, Go, SQL, dbt", "list")]
    assert parts("Python | SQL | Excel") == [("Python | SQL | Excel", "list")]
    assert parts("I know Go, SQL and Rust.")[0][1] == "prose"


def test_lost_line_breaks():
    text = "I lead.  • Built it • Sold it. - Fixed it  Call me"
    assert [p for p, _ in parts(text, flat=True)] == [
        *("I lead.", "Built it", "Sold it.", "Fixed it", "Call me"),
    ]
    assert len(parts(text)) == 1


def test_what_is_proofread_and_what_is_not():
    profile = Profile.model_validate(
        {
            "name": "Ada",
            "headline": "Engineer",
            "positions": [{"company": "Firm", "title": "Boss", "description": "Did it"}],
            "education": [{"school": "School", "degree": "BSc", "field": "Physics"}],
            "skills": [{"name": "Skill"}],
            "volunteering": [{"company": "Club", "title": "Coach", "description": "Ran it"}],
            "honors": [{"name": "Prize", "description": "Won it"}],
            "recommendations": [{"name": "Bob", "text": "She is good"}],
            "invitations": [{"recipient": "Bob", "text": "Hi Bob"}],
        }
    )
    found = [(p.text, p.form) for p in passages(Document(profile, "test", SourceMap("t")))]
    assert found == [
        *(("Engineer", "headline"), ("Boss", "title"), ("Did it", "prose"), ("BSc", "title")),
        *(("Physics", "title"), ("Won it", "prose"), ("Coach", "title"), ("Ran it", "prose")),
        ("Hi Bob", "note"),
    ]


def test_carries_decides_on_line_breaks():
    profile = Profile(about="I lead.  I sell.")
    carries = Carries(MappingProxyType({"line-breaks": "an archive has none"}))
    assert len(list(passages(Document(profile, "t", SourceMap("t"), carries)))) == 2
    assert len(list(passages(Document(profile, "t", SourceMap("t"))))) == 1


WRAPPED = (
    "I have always been driven by a plain and honest\n"
    "curiosity for machines that store infor-\nmation."
)


def test_lines_broken_to_a_width_are_one_passage():
    (passage,) = cut(Field("/about", "about", WRAPPED), "prose")
    assert passage.text == WRAPPED.replace("-\n", "").replace("\n", " ")
    for word in ("driven", "curiosity", "machines"):
        start = passage.text.index(word)
        place = passage.place(start, start + len(word))
        assert place is not None
        assert WRAPPED[slice(*place)] == word
    start = passage.text.index("information")
    assert passage.place(start, start + len("information")) is None


@pytest.mark.parametrize(
    ("text", "continues"),
    [
        ("cold stores\nyield plans", [False, True]),
        ("Cold stores.\nyield plans", [False, False]),
        ("Cold stores:\nyield plans", [False, False]),
        ("Cold stores\nYield plans", [False, False]),
        ("Cold stores\n- yield plans", [False, False]),
    ],
)
def test_a_line_that_begins_small_may_go_on(text, continues):
    assert [p.continues for p in cut(Field("/about", "about", text), "prose")] == continues


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("An <strong>open</strong> tool", ["An open tool"]),
        ("An **open** tool", ["An open tool"]),
        ("See [my site](https://a.example) now", ["See my site now"]),
        ("Like (a) this and (ii) that", ["Like this and that"]),
        ("One<br/>Two</p><p>Three", ["One", "Two", "Three"]),
        ("1. Led\n(a) Ran\n2) Won\n3. i ) Built\nii) Sold", ["Led", "Ran", "Won", "Built", "Sold"]),
        ("2**8 * 3, f(a), List<String> and a < b", ["2**8 * 3, f(a), List<String> and a < b"]),
        ("<b>", []),
        ("![a badge](https://a.example/b.svg) My site", ["My site"]),
    ],
)
def test_markup_and_counters_are_left_out(text, seen):
    assert [p for p, _ in parts(text)] == seen


def test_a_mark_that_is_left_out_does_not_move_what_follows():
    text = "An <b>open</b> tool"
    (passage,) = cut(Field("/about", "about", text), "prose")
    for word in ("An", "open", "tool"):
        start = passage.text.index(word)
        assert text[slice(*passage.place(start, start + len(word)))] == word
    assert passage.place(0, 7) is None


@given(st.text(alphabet="ab •-\n\t .|,·\u2028😀<>/()*", max_size=60), st.booleans())
def test_offsets_lead_back(text, flat):
    profile = Profile(about=text)
    for passage in cut(Field("/about", "about", text), "prose", flat=flat):
        whole = text_at(profile, passage.pointer)
        for at, character in enumerate(passage.text):
            start, end = passage.place(at, at + 1)
            assert character.isspace() or whole[start:end] == character
        assert passage.text.strip() == passage.text != ""
