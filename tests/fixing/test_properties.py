"""Mending makes nothing worse, changes nothing the second time, and nothing else."""

import json

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profilelint import mend
from profilelint.config import Config
from profilelint.linter import Linter

CLEAN = (
    "I led a team of 14 nurses in Leeds.",
    "We cut waiting times by 40 % in one year.",
    "I built the refund service in Python and SQL.",
    "An MBA and an hour a day were enough for that.",
    "Our café’s résumé tool is on GitHub: see docs/a.md.",
    "Ran “night shifts” – 1,200 of them – and a weekly clinic.",
    'He said "no: never" # twice, {and} [then] left & came.',
)
PLANTED = (
    "I recieve criticism well , and I act on it.",
    "The the shift plan was mine.",
    "I has a soft spot for documentation.",
    "Moved it to a event stream.",
    "Wrote it in javascript and put it on Github.",
    "Worked with the developement team.",
    "Last year i managed a ward.",
    "Each rÃ©sumÃ© was read by two people.",
    "I am a enginer with experience in managment.",
)
SENTENCES = st.lists(st.sampled_from(CLEAN + PLANTED), min_size=1, max_size=5)
TEXTS = st.builds(
    lambda parts, between: between.join(parts), SENTENCES, st.sampled_from([" ", "\n\n", "\n• "])
)
PEOPLE = st.fixed_dictionaries(
    {
        "basics": st.fixed_dictionaries(
            {"name": st.just("Ada Example"), "label": st.just("Nurse in Leeds"), "summary": TEXTS}
        ),
        "work": st.lists(
            st.fixed_dictionaries(
                {
                    "name": st.just("Acme"),
                    "position": st.just("Nurse"),
                    "startDate": st.just("2019-03"),
                    "summary": TEXTS,
                    "highlights": SENTENCES,
                }
            ),
            max_size=2,
        ),
    }
)
STYLES = {
    "json": lambda data: json.dumps(data, ensure_ascii=False, indent=1),
    "escaped": json.dumps,
    "yaml": lambda data: yaml.safe_dump(data, allow_unicode=True, sort_keys=False),
    "quoted": lambda data: yaml.safe_dump(data, allow_unicode=True, default_style='"'),
    "single": lambda data: yaml.safe_dump(data, allow_unicode=True, default_style="'"),
    "literal": lambda data: yaml.safe_dump(data, allow_unicode=True, default_style="|"),
    "folded": lambda data: yaml.safe_dump(data, allow_unicode=True, default_style=">", width=60),
}


@pytest.fixture(scope="module")
def linter():
    with Linter(Config(language="en-US")) as linter:
        yield linter


def read(text):
    return yaml.safe_load(text)


def counted(linter, data):
    found = linter.lint(data.encode()).active
    return {(f.pointer, f.rule, f.text) for f in found}, len(found)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("unsafe", [False, True])
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(person=PEOPLE)
def test_mending_is_no_worse_is_stable_and_changes_nothing_else(linter, style, unsafe, person):
    text = STYLES[style](person)
    mended = mend(text.encode(), linter=linter, unsafe=unsafe)
    assert mended.source is not None
    before, many = counted(linter, text)
    after, fewer = counted(linter, mended.source)
    assert fewer <= many
    assert {(p, r) for p, r, _ in after} <= {(p, r) for p, r, _ in before}
    again = mend(mended.source.encode(), linter=linter, unsafe=unsafe)
    assert again.source == mended.source
    assert again.edits == ()
    # The same keys in the same order, and other texts only where an edit was made.
    old, new = read(text), read(mended.source)
    assert _shape(old) == _shape(new)
    if not mended.edits:
        assert mended.source == text


def _shape(value):
    if isinstance(value, dict):
        return [(key, _shape(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return [_shape(inner) for inner in value]
    return type(value)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(person=PEOPLE)
def test_what_is_not_edited_stays_byte_for_byte(linter, person):
    text = STYLES["json"](person)
    mended = mend(text.encode(), linter=linter, unsafe=True)
    old, new = text.splitlines(), mended.source.splitlines()
    assert len(old) == len(new)
    changed = [n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    assert len(changed) <= len(mended.edits)
