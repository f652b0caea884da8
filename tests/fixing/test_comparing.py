"""A finding that was there before is known by its place, and one that an edit mends must go."""

from dataclasses import replace

import pytest

from profilelint import mend
from profilelint.fixing.comparing import made_worse
from profilelint.fixing.edit import Edit, moved, rewritten
from profilelint.linter import Linter

TEXT = "I recieve it well , and the the plan is teh best."


@pytest.fixture(scope="module")
def report():
    with Linter() as linter:
        yield linter.lint({"name": "Ada Example", "about": TEXT})


def typo(report):
    finding = next(f for f in report.findings if f.text == "recieve")
    return finding, Edit("/about", finding.start, finding.end, "recieve", "receive", finding.rule)


def test_what_is_mended_must_be_gone(report):
    finding, edit = typo(report)
    assert made_worse(report, report, [edit]) == {"/about"}
    gone = replace(report, findings=tuple(f for f in report.findings if f is not finding))
    assert made_worse(report, gone, [edit]) == set()


def test_a_finding_elsewhere_speaks_against_all_edits(report):
    finding, edit = typo(report)
    rest = [f for f in report.findings if f is not finding]
    new = replace(finding, pointer="/headline")
    after = replace(report, findings=(*rest, new))
    other = replace(edit, pointer="/positions/0/description")
    assert made_worse(report, after, [edit, other]) == {"/about", "/positions/0/description"}


def test_one_old_finding_makes_up_for_one_new_one_only(report):
    finding, edit = typo(report)
    rest = [f for f in report.findings if f is not finding]
    doubled = next(f for f in rest if f.rule == "doubled-word")
    after = replace(report, findings=(*rest, doubled))
    assert made_worse(report, after, [edit]) == {"/about"}


def test_what_the_run_has_to_say_is_no_finding(report):
    finding, edit = typo(report)
    rest = [f for f in report.findings if f is not finding]
    stale = replace(finding, rule="stale-baseline", category="run", pointer="")
    assert made_worse(report, replace(report, findings=(*rest, stale)), [edit]) == set()


def test_offsets_move_with_the_text():
    edits = [Edit("/a", 2, 5, "abc", "x", "r"), Edit("/a", 8, 8, "", "yy", "r")]
    text = "01abc567890"
    after = rewritten(text, edits)
    assert after == "01x567yy890"
    for offset in (0, 1, 5, 6, 7, 8, 9, 10):
        assert after[moved(offset, edits)] == text[offset]
    assert [moved(offset, edits) for offset in (3, 4)] == [3, 3]


def test_mending_ends_though_each_edit_asks_for_the_other(tmp_path):
    folder = tmp_path / "wording"
    folder.mkdir()
    for name, one, other in (("there", "ward", "unit"), ("back", "unit", "ward")):
        (folder / f"house-{name}.yaml").write_text(
            f"summary: s\nwhy: w\nkind: substitution\ntargets: [about]\nseverity: warning\n"
            f"fix: safe\nconfidence: high\nwith: {{swap: {{{one}: {other}}}}}\n"
            f'message: "“{{match}}” is not how we say it"\nsince: "1"\n'
            f"bad: [{{text: {one}}}]\ngood: [{{text: x}}]\n"
        )
    about = "My ward."
    mended = mend({"name": "Ada Example", "about": about}, rules=[str(tmp_path)])
    assert mended.after.profile.about == about
    assert [edit.text for edit in mended.refused] == ["ward"]
