"""The sheet of texts to paste, read as Markdown shows it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from profilelint import mend
from profilelint.config import Config
from profilelint.linter import Linter
from profilelint.paste_sheet import paste_sheet, where
from profilelint.profile import Profile

MARKDOWN = MarkdownIt("commonmark").enable("strikethrough")


@pytest.fixture(scope="module")
def linter():
    with Linter(Config(language="en-US")) as linter:
        yield linter


def sheet(linter, **fields):
    profile = Profile.model_validate({"name": "Ada Example", **fields})
    return paste_sheet(mend(profile, linter=linter), "Profile.pdf")


def fenced(text):
    return [token.content for token in MARKDOWN.parse(text) if token.type == "fence"]


def test_the_old_is_struck_out_and_the_new_is_bold(linter):
    shown = MARKDOWN.render(sheet(linter, about="I recieve it well , and the the plan."))
    assert (
        "I <s>recieve</s><strong>receive</strong> it <s>well ,</s><strong>well,</strong>" in shown
    )
    assert shown.count("<s>") == 3


def test_spaces_that_go_can_be_seen(linter):
    shown = MARKDOWN.render(sheet(linter, about="I led  a ward in Leeds for ten years."))
    assert "<s>led␣␣</s><strong>led␣</strong> a ward" in shown


def test_the_whole_text_can_be_copied(linter):
    about = "I recieve `code` and ```` four.\n\n  <b>Not bold</b> & *so*.\n# No heading"
    (text,) = fenced(sheet(linter, about=about))
    assert text == about.replace("recieve", "receive") + "\n"


def test_nothing_of_the_profile_is_markup(linter):
    hostile = (
        "# Boo <script>alert(1)</script> [a](http://x.example) ![i](x) recieve **b** ~~c~~ | d"
    )
    text = sheet(
        linter,
        name="<img src=x> *Ada*",
        about=hostile,
        positions=[{"title": "Nurse` <b>", "company": "[x](y)", "description": hostile}],
    )
    shown = re.sub(r"<pre>.*?</pre>", "", MARKDOWN.render(text), flags=re.DOTALL)
    tags = set(re.findall(r"</?(\w+)", shown))
    assert tags <= {"h1", "h2", "p", "blockquote", "s", "strong"}
    assert shown.count("<s>") == shown.count("<strong>") == 2


def test_nothing_steers_the_terminal(linter):
    text = sheet(linter, about="I recieve it\x1b[2J well\x07.\x9b1m")
    assert "receive" in text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)


def test_private_data_stands_only_in_the_text_to_paste(linter):
    text = sheet(linter, about="Ring +44 7700 900461 and I recieve you gladly.")
    (whole,) = fenced(text)
    assert "+44 7700 900461" in whole
    assert "900461" not in text.replace(whole, "")


def test_lines_that_stay_are_left_out(linter):
    text = sheet(linter, about="First line here.\nI recieve it.\nLast line here.")
    quoted = [line for line in text.splitlines() if line.startswith(">")]
    assert quoted == ["> …", "> I ~~recieve~~**receive** it.", "> …"]


def test_what_an_export_left_out_is_warned_of(samples, linter):
    pdf = mend(samples / "linkedin-pdf" / "engineer-mistakes-en.pdf", linter=linter)
    assert "Careful: LinkedIn leaves emoji out of its PDF" in paste_sheet(pdf, "Profile.pdf")
    archive = mend(samples / "linkedin-archive" / "engineer-mistakes-en.zip", linter=linter)
    assert "turns line breaks into spaces" in paste_sheet(archive, "export.zip")
    assert "Careful" not in sheet(linter, about="The the plan.")


def test_without_a_change_it_says_so(linter):
    assert "Nothing to paste" in sheet(linter, about="I led a ward.")


def test_what_needs_a_look_is_named(linter):
    text = sheet(linter, about="I recieve it and the enginers know.")
    assert "enginers (misspelling)" in text


@pytest.mark.parametrize(
    ("pointer", "heading", "way"),
    [
        ("/name", "Name", "the pencil beside your name → Name"),
        ("/about", "About", "Profile → About → the pencil"),
        (
            "/positions/0/description",
            "Experience – Nurse at Acme: Description",
            "Experience → the pencil at “Nurse at Acme” → Description",
        ),
        ("/education/0/field", "Education – Leeds: Field of study", "→ Field of study"),
        ("/skills/0/name", "Skills – Triage: Name", "Skills → the pencil at “Triage”"),
        ("/honors/0/description", "Honors & awards – Nurse of the Year", "→ Description"),
        ("/drafts/0/text", "Draft to Bo Example", "your conversation with Bo Example"),
        ("/causes/0", "Causes – Health", "the pencil at “Health”"),
    ],
)
def test_where_a_field_is_edited(pointer, heading, way):
    profile = Profile.model_validate(
        {
            "name": "Ada Example",
            "positions": [{"title": "Nurse", "company": "Acme", "description": "x"}],
            "education": [{"school": "Leeds", "field": "Nursing"}],
            "skills": [{"name": "Triage"}],
            "honors": [{"name": "Nurse of the Year"}],
            "drafts": [{"recipient": "Bo Example", "text": "Hi"}],
            "causes": ["Health"],
        }
    )
    told, path = where(profile, pointer)
    assert told.startswith(heading)
    assert way in path


WORDS = st.sampled_from(
    ["I", "recieve", "teh", "plan", "*", "_a_", "`", "```", "~~", "**b**", "<i>", "&amp;", "#", "|"]
)
GAPS = st.sampled_from([" ", " ", "  ", "\n", "\n\n", "\n- "])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(WORDS, GAPS), min_size=2, max_size=14))
def test_any_text_is_shown_with_its_changes_and_copied_whole(linter, parts):
    about = "Nurse. " + "".join(word + gap for word, gap in parts).strip() + " recieve"
    mended = mend(Profile(name="Ada Example", about=about), linter=linter)
    text = paste_sheet(mended, "Profile.pdf")
    if not mended.edits:
        return
    (copied,) = fenced(text)
    assert copied == mended.after.profile.about + "\n"
    shown = re.sub(r"<pre>.*?</pre>", "", MARKDOWN.render(text), flags=re.DOTALL)
    assert set(re.findall(r"</?(\w+)", shown)) <= {"h1", "h2", "p", "blockquote", "s", "strong"}
    assert "receive</strong>" in shown
