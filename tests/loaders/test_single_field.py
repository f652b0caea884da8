import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilelint.errors import ConfigError, InputError
from profilelint.fields import fields, text_at
from profilelint.loaders import load
from profilelint.loaders.single_field import _text_targets, document_for


@pytest.mark.parametrize(
    ("name", "pointer"),
    [
        ("about", "/about"),
        ("About", "/about"),
        ("summary", "/about"),
        ("headline", "/headline"),
        ("description", "/positions/0/description"),
        ("positions.description", "/positions/0/description"),
        ("title", "/positions/0/title"),
        ("name", "/name"),
        ("note", "/message"),
        ("public-url", "/public_url"),
        ("contact.emails", "/contact/emails/0"),
        ("causes", "/causes/0"),
        ("projects.description", "/projects/0/description"),
    ],
)
def test_the_whole_text_is_the_field(name, pointer):
    document = load("Línea uno\r\nline twö\r\n".encode(), field=name)
    assert document.format == "text"
    assert text_at(document.profile, pointer) == "Línea uno\nline twö"
    location = document.locate(pointer, 15, 18)
    assert (location.file, location.line, location.column) == ("<bytes>", 2, 6)
    assert (location.end_line, location.end_column) == (2, 9)
    assert pickle.loads(pickle.dumps(document)).profile == document.profile


def test_all_else_is_unknown():
    carries = load(b"x", field="description").carries
    assert carries.why_not("positions.description") is None
    reason = "only the text of positions.description was given"
    for need in ("positions.title", "about", "photo", "skills.all", "contact.emails", "industry"):
        assert carries.why_not(need) == reason


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("abuot", "no text of a profile is called “abuot”; did you mean “about”?"),
        ("descripton", "did you mean “description”?"),
        ("connections_count", "no text of a profile is called “connections_count”"),
        ("§", "such as about, headline or description"),
        (None, "plain text may be any field of a profile; name it, such as --field about"),
    ],
)
def test_a_field_that_is_unknown_or_missing(field, message):
    with pytest.raises(ConfigError) as caught:
        load(b"x", field=field, format_in="text")
    assert message in str(caught.value)


def test_what_is_no_text():
    with pytest.raises(ConfigError, match="what was given is a dict"):
        load({"a": 1}, field="about")
    with pytest.raises(InputError, match="<bytes>:2:2: the text stops being utf-8 here"):
        load(b"a\nb\xff", field="about")
    assert load("é".encode("utf-16"), field="about").profile.about == "é"
    assert load(b"\n", field="about").profile.about == ""


@given(st.sampled_from(sorted(_text_targets())), st.text(min_size=1))
def test_a_document_for_any_target_holds_the_text_there_and_nothing_else(target, text):
    document = document_for(target, text)
    (field,) = fields(document.profile, target)
    assert field.text == text
    assert document.carries.why_not(target) is None
    found = [one for other in _text_targets() for one in fields(document.profile, other)]
    assert found == [field]
    assert document.locate(field.pointer, 0, len(text)).line == 1
