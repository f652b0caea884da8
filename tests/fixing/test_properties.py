"""Mending makes nothing worse, changes nothing the second time, and nothing else."""

import json
from collections import Counter

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import profilelint
from profilelint import mend
from profilelint.config import Config
from profilelint.finding import State
from profilelint.fixing.edit import by_field, rewritten
from profilelint.linter import Linter

CLEAN = (
    "I led a team of 14 nurses in Leeds.",
    "We cut waiting times by 40 % in one year.",
    "I built the refund service in Python and SQL.",
    "An MBA and an hour a day were enough for that.",
    "Our café’s résumé tool is on GitHub: see docs/a.md.",
    "Ran “night shifts” – 1,200 of them – and a weekly clinic.",
    'He said "no: never" # twice, {and} [then] left & came.',
    "It's the ward's own C:\\plans\\new folder 😀 that we kept.",
)
# A sentence with a gap, and what is wrong in it: each mistake may stand at each gap, or several.
FRAMES = (
    "{0} criticism well {1} and I act on it.",
    "We moved {0} to Leeds{1} and it's fine.",
    "Worked with {0}: the team's plan # {1}",
    '"{0}" is what I said – {1}.',
)
MISTAKES = (
    *("I recieve", "the the shift plan", "I has a soft spot", "a event stream", "the developement"),
    *("javascript on Github", "last year i ran", "each rÃ©sumÃ© of", "a enginer in managment"),
    *("teh plan", "I dont know", ", and", ";then", "two  spaces", "a undisclossed buyer"),
)
PLANTED = st.builds(
    lambda frame, one, other: frame.format(one, other),
    st.sampled_from(FRAMES),
    st.sampled_from(MISTAKES),
    st.sampled_from(MISTAKES),
)
SENTENCES = st.lists(st.one_of(st.sampled_from(CLEAN), PLANTED), min_size=1, max_size=4)
TEXTS = st.builds(
    lambda parts, between: between.join(parts),
    SENTENCES,
    st.sampled_from([" ", "\n\n", "\n• ", "\n  "]),
)
SKILLS = st.lists(st.sampled_from(["Triage", "javascript", "SQL", "rÃ©sumÃ©"]), unique=True)
RESUMES = st.fixed_dictionaries(
    {
        "basics": st.fixed_dictionaries(
            {
                "name": st.just("Ada Example"),
                "label": st.sampled_from(["Nurse in Leeds", "Nurse | the developement of wards"]),
                "summary": TEXTS,
            }
        ),
        "work": st.lists(
            st.fixed_dictionaries(
                {
                    "name": st.just("Acme"),
                    "position": st.sampled_from(["Nurse", "Senior Enginer"]),
                    "startDate": st.just("2019-03"),
                    "summary": TEXTS,
                    "highlights": SENTENCES,
                }
            ),
            max_size=2,
        ),
        "skills": st.lists(
            st.fixed_dictionaries({"name": st.just("Tools"), "keywords": SKILLS}), max_size=2
        ),
        "x_own": st.sampled_from(["I recieve no look", 2019, None, [1.5, True]]),
    }
)
PROFILES = st.fixed_dictionaries(
    {
        "name": st.just("Ada Example"),
        "headline": st.sampled_from(["Nurse in Leeds", "Nurse who has wrote the the plan"]),
        "about": TEXTS,
        "positions": st.lists(
            st.fixed_dictionaries(
                {"company": st.just("Acme"), "title": st.just("Nurse"), "description": TEXTS}
            ),
            max_size=2,
        ),
        "skills": SKILLS.map(lambda names: [{"name": name} for name in names]),
    }
)
PEOPLE = st.one_of(RESUMES, PROFILES)


def dumped(**options):
    def dump(data):
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, **options)
        return f"# Mine: teh file.\n{text}# The the end.\n"

    return dump


STYLES = {
    "json": lambda data: json.dumps(data, ensure_ascii=False, indent=1),
    "escaped": json.dumps,
    "yaml": dumped(),
    "wide": dumped(width=10_000),
    "quoted": dumped(default_style='"', width=60),
    "single": dumped(default_style="'"),
    "literal": dumped(default_style="|"),
    "folded": dumped(default_style=">", width=60),
    "flow": dumped(default_flow_style=None, width=60),
}
SOURCES = st.builds(
    lambda text, mark, end: mark + text.replace("\n", end),
    st.one_of(*(PEOPLE.map(style) for style in STYLES.values())),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from(["\n", "\r\n"]),
)


@pytest.fixture(scope="module")
def linter():
    with Linter(Config(language="en-US")) as linter:
        yield linter


def counted(linter, source):
    found = linter.lint(source.encode()).findings
    return Counter((f.pointer, f.rule) for f in found)


def pieces(text):
    """The values of a text, and what stands between them, as PyYAML sees it."""
    text = text.removeprefix("\ufeff")
    values, between, last = [], [], 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            between.append(text[last : event.start_mark.index])
            last = event.end_mark.index
            values.append((event.value, event.style, text[event.start_mark.index : last]))
    return values, [*between, text[last:]]


@pytest.mark.parametrize("unsafe", [False, True])
@settings(max_examples=60, deadline=None)
@given(source=SOURCES)
def test_mending_is_no_worse_is_stable_and_changes_nothing_else(linter, unsafe, source):
    mended = mend(source.encode(), unsafe=unsafe, linter=linter)
    assert mended.old_source == source

    # No finding comes, and each edit takes one away at least.
    before, after = counted(linter, source), counted(linter, mended.source)
    assert after <= before
    assert after.total() <= before.total() - len(mended.edits)

    # A second time changes nothing.
    again = mend(mended.source.encode(), unsafe=unsafe, linter=linter)
    assert again.source == mended.source
    assert again.edits == ()

    # Outside the values that are mended the file is the same, byte by byte.
    old, old_between = pieces(source)
    new, new_between = pieces(mended.source)
    assert new_between == old_between
    assert mended.source[:1] == source[:1]
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a[0] != b[0]]
    assert all(a == b for a, b in zip(old, new, strict=True) if a[0] == b[0])
    assert all(a[1] == b[1] for a, b in changed)
    assert len(changed) <= len(mended.edits)

    # The profile is the old one with the edits in it.
    was = profilelint.load(source.encode()).profile
    now = profilelint.load(mended.source.encode()).profile
    assert now == mended.after.profile
    assert differing(was.model_dump(), now.model_dump()) <= set(by_field(mended.edits))


def differing(old, new, pointer=""):
    if isinstance(old, dict):
        assert old.keys() == new.keys()
        return {p for key in old for p in differing(old[key], new[key], f"{pointer}/{key}")}
    if isinstance(old, list | tuple):
        assert len(old) == len(new)
        pairs = enumerate(zip(old, new, strict=True))
        return {p for n, (a, b) in pairs for p in differing(a, b, f"{pointer}/{n}")}
    return set() if old == new else {pointer}


@settings(max_examples=25, deadline=None)
@given(source=SOURCES)
def test_only_what_is_safe_is_written_unless_asked(linter, source):
    rules = {rule.id: rule for rule in linter.ruleset.every}
    mended = mend(source.encode(), linter=linter)
    assert {rules[edit.rule].fix for edit in mended.edits} <= {"safe"}
    wider = mend(source.encode(), unsafe=True, linter=linter)
    assert {rules[edit.rule].fix for edit in wider.edits} <= {"safe", "unsafe"}
    assert wider.left == ()


@settings(max_examples=20, deadline=None)
@given(person=PROFILES)
def test_a_profile_is_mended_like_its_file(linter, person):
    profile = profilelint.Profile.model_validate(person)
    mended = mend(profile, unsafe=True, linter=linter)
    assert mended.source is None
    again = mend(mended.after.profile, unsafe=True, linter=linter)
    assert again.edits == ()
    text = STYLES["json"](person)
    in_file = mend(text.encode(), unsafe=True, linter=linter)
    assert in_file.after.profile == mended.after.profile


@settings(max_examples=20, deadline=None)
@given(person=PROFILES)
def test_what_is_allowed_stays(person):
    allowed = Config(language="en-US", suppress=[{"rule": "proofing", "reason": "a quotation"}])
    text = STYLES["json"](person)
    with Linter(allowed) as linter:
        mended = mend(text.encode(), unsafe=True, linter=linter)
    assert mended.source == text
    proofing = [f for f in mended.found.findings if f.category == "proofing"]
    assert {f.state for f in proofing} <= {State.SUPPRESSED}


@given(st.text("ab \n", min_size=1, max_size=30), st.data())
def test_edits_are_made_where_they_are_meant(text, data):
    from profilelint.fixing.edit import Edit

    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = [Edit("/about", a, b, text[a:b], data.draw(st.text("xy")), "r") for a, b in spans]
    pieces, last = [], 0
    for edit in edits:
        pieces += [text[last : edit.start], edit.replacement]
        last = edit.end
    assert rewritten(text, edits) == "".join(pieces) + text[last:]
