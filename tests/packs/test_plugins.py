"""What other packages bring is found, held to what ours promise, and named where it breaks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from rule_text import rule

ROOT = Path(__file__).parents[2]
CHECK = ("check", "profile.json", "--grammar", "off", "--fail-on", "never")
KIND = """\
from dataclasses import dataclass
from profilelint.kinds.context import Match

@dataclass(frozen=True)
class Options:
    word: str

def check(rule, options, context):
    for field in context.fields(rule):
        at = field.text.find(options.word)
        if at >= 0:
            yield Match(field.pointer, at, at + len(options.word))
"""
PACK = "[profilelint.packs]\nacme = acme:rules\n"
KINDS = "[profilelint.kinds]\nshout = acme.shout\n"
SHOUT = {
    "acme/__init__.py": "raise RuntimeError('a pack is data: this must not be imported')\n",
    "acme/rules/wording/acme-word.yaml": rule(),
}
LOUD = {
    "acme/__init__.py": "",
    "acme/shout.py": KIND,
    "acme/rules/wording/acme-word.yaml": rule("shout", "{word: SHOUT}"),
}


def found(done) -> dict[str, str]:
    report = json.loads(done.stdout)["reports"][0]
    return {finding["rule"]: finding["message"] for finding in report["findings"]}


def test_a_pack_runs_with_the_built_in_rules_and_is_not_imported(install, profilelint):
    install("acme-rules", PACK, SHOUT)
    done = profilelint(*CHECK, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert found(done)["acme-word"] == "“SHOUT” is loud"
    assert "no-position" in found(done)


def test_the_rules_say_where_they_come_from(install, profilelint):
    install("acme-rules", PACK, SHOUT)
    listed = [line for line in profilelint("rules").stdout.splitlines() if "acme-word" in line]
    assert listed[0].endswith("[acme-rules 1.2]")
    assert sum("[" in line for line in profilelint("rules").stdout.splitlines()) == 1
    assert "From: acme-rules 1.2" in profilelint("rule", "acme-word").stdout


def test_a_pack_may_bring_a_kind_of_its_own(install, profilelint):
    install("acme-rules", PACK + KINDS, LOUD)
    done = profilelint(*CHECK, "--format", "json")
    assert found(done)["acme-word"] == "“SHOUT” is loud"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import nowhere_to_be_found", "ModuleNotFoundError: No module named"),
        ("def check(:", "SyntaxError"),
        ("raise SystemExit(7)", "SystemExit: 7"),
        ("check = None", "acme.shout has no “Options”"),
    ],
)
def test_a_broken_kind_is_named_once_and_the_others_go_on(install, profilelint, code, said):
    quiet = rule(bad="It is loud", options="{match: [loud]}")
    files = {
        **LOUD,
        "acme/shout.py": code,
        "acme/rules/wording/acme-second.yaml": rule("shout", "{word: SHOUT}"),
        "acme/rules/wording/acme-quiet.yaml": quiet.replace("[loud]", "[Engineer]"),
    }
    install("acme-rules", PACK + KINDS, files)
    done = profilelint(*CHECK, "--format", "json")
    lines = done.stderr.splitlines()
    assert done.returncode == 0
    assert sum("the kind “shout” of acme-rules 1.2" in line for line in lines) == 1
    assert said in lines[0]
    assert len(lines) == 3, "the kind, and the two rules that cannot do without"
    assert "acme-quiet" in found(done)
    assert "Traceback" not in done.stderr


CRASHES = {
    "Options": KIND.replace(
        "    word: str", "    word: str\n    def __post_init__(self):\n        1/0"
    ),
    "check": KIND.replace("at = field", "1/0\n        at = field"),
    "why_not": KIND + "\ndef why_not(context):\n    1/0\n",
    "unchecked": KIND + "\ndef unchecked(options, context):\n    1/0\n",
    "values": KIND.replace("yield Match(field.pointer, at,", "yield Match(field.pointer, -at,"),
}


@pytest.mark.parametrize("where", ["check", "why_not", "unchecked"])
def test_a_crashing_rule_is_a_finding_and_the_others_go_on(install, profilelint, where):
    install("acme-rules", PACK + KINDS, {**LOUD, "acme/shout.py": CRASHES[where]})
    done = profilelint(*CHECK, "--format", "json")
    assert done.returncode == 3
    assert done.stderr == ""
    said = found(done)["rule-crashed"]
    assert said.startswith("The rule acme-word of acme-rules 1.2 broke down (ZeroDivisionError")
    assert "no-position" in found(done)


def test_options_that_crash_leave_the_rule_out(install, profilelint):
    install("acme-rules", PACK + KINDS, {**LOUD, "acme/shout.py": CRASHES["Options"]})
    done = profilelint(*CHECK, "--format", "json")
    assert done.returncode == 0
    assert "skipped a rule of the pack “acme” of acme-rules 1.2" in done.stderr
    assert "no-position" in found(done)


def test_a_crash_over_a_note_is_told_too(install, profilelint, profile):
    files = {
        **LOUD,
        "acme/shout.py": CRASHES["check"],
        "acme/rules/proofing/acme-word.yaml": rule("shout", "{word: SHOUT}"),
    }
    del files["acme/rules/wording/acme-word.yaml"]
    install("acme-rules", PACK + KINDS, files)
    (profile.parent / "note.txt").write_text("Hi Ana, managment of your stand was great.")
    done = profilelint("message", "note.txt", "--to", "Ana Díaz", "--format", "json")
    assert done.returncode == 3
    assert "acme-word" in found(done)["rule-crashed"]
    assert "managment" in found(done)["note-proofing"]


def test_an_id_that_is_taken_is_an_error_that_names_both(install, profilelint):
    site = install("acme-rules", PACK, SHOUT)
    folder = site / "acme" / "rules"
    done = profilelint(*CHECK, "--rules", folder)
    assert done.returncode == 2
    assert "“acme-word” is taken by" in done.stderr
    assert f"of {folder}" in done.stderr
    assert "of acme-rules 1.2" in done.stderr


def test_a_broken_file_of_an_installed_pack_is_left_out_by_name(install, profilelint):
    files = {**SHOUT, "acme/rules/wording/acme-bad.yaml": rule().replace("kind:", "knd:")}
    install("acme-rules", PACK, files)
    done = profilelint(*CHECK, "--format", "json")
    (line,) = done.stderr.splitlines()
    assert "acme-rules 1.2" in line
    assert "acme-bad.yaml:3: the key “knd” is unknown" in line
    assert "acme-word" in found(done)


def test_a_pack_without_a_folder_is_named(install, profilelint):
    install("acme-rules", PACK.replace(":rules", ":ruels"), SHOUT)
    done = profilelint("rules")
    assert done.returncode == 0
    assert "the pack “acme” of acme-rules 1.2: acme:ruels is no folder" in done.stderr


def test_nothing_is_run_from_the_working_folder(install, profilelint, profile):
    home = profile.parent
    install("acme-rules", PACK + KINDS, LOUD)
    trap = "import pathlib; pathlib.Path('trapped').touch()\n"
    (home / "acme").mkdir()
    (home / "acme" / "__init__.py").write_text(trap)
    (home / "acme" / "shout.py").write_text(trap)
    for name in ("yaml", "click", "regex", "rapidfuzz"):
        (home / f"{name}.py").write_text(trap)
    info = home / "trap-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: trap\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[profilelint.loaders]\ntrap = acme\n")
    (home / "what.bin").write_bytes(b"who knows this?")
    done = profilelint(*CHECK, "what.bin", "--format", "json")
    assert "acme-word" in found(done)
    assert "trap" not in done.stderr
    assert not (home / "trapped").exists()


def test_a_program_does_not_load_a_plugin_from_its_working_folder(install, profile):
    site = install("acme-rules", PACK + KINDS, LOUD)
    (profile.parent / "acme").mkdir()
    (profile.parent / "acme" / "__init__.py").write_text("")
    (profile.parent / "acme" / "shout.py").write_text("open('trapped', 'w').close()\n")
    code = (
        "import sys, profilelint; assert sys.path[0] == '';"
        "report = profilelint.lint('profile.json', grammar='off');"
        "assert sys.path[0] == '', 'it is left as it was';"
        "print(*(finding.rule for finding in report.findings))"
    )
    path = os.pathsep.join([str(ROOT), str(site)])
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=profile.parent,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "acme-word" in done.stdout.split()
    assert not (profile.parent / "trapped").exists()


LOADER = """\
from profilelint.document import Document, SourceMap
from profilelint.profile import Profile

def sniff(source):
    return source.data.startswith(b"ACME")

def load(source):
    name = source.data.decode().split()[1]
    return Document(Profile(name=name), "acme", SourceMap(source.name))
"""


def test_a_loader_is_asked_where_none_of_ours_knows_the_content(install, profilelint, profile):
    install("acme-load", "[profilelint.loaders]\nacme = acme_load\n", {"acme_load.py": LOADER})
    (profile.parent / "me.acme").write_text("ACME Ada")
    for more in ((), ("--format-in", "acme")):
        done = profilelint("check", "me.acme", "--grammar", "off", "--format", "json", *more)
        assert json.loads(done.stdout)["reports"][0]["source"]["format"] == "acme"


def test_a_loader_that_breaks_is_named(install, profilelint, profile):
    install("acme-load", "[profilelint.loaders]\nacme = acme_load\n", {"acme_load.py": LOADER})
    (profile.parent / "me.acme").write_text("ACME")
    done = profilelint("check", "me.acme")
    assert done.returncode == 3
    assert "me.acme: the loader “acme” of acme-load 1.2 broke down (IndexError" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_loader_that_cannot_be_imported_is_named_and_the_input_too(install, profilelint, profile):
    install("acme-load", "[profilelint.loaders]\nacme = acme_load\n", {"acme_load.py": "1/0"})
    (profile.parent / "me.acme").write_text("ACME Ada")
    done = profilelint("check", "me.acme")
    first, second = done.stderr.splitlines()
    assert "skipped the loader “acme” of acme-load 1.2: ZeroDivisionError" in first
    assert "me.acme: this is no export that profilelint knows" in second
    assert profilelint(*CHECK).stderr == "", "a plugin that nobody asks is not loaded"


REPORTER = "def render(outcomes, rules, style):\n    return f'{len(outcomes)} seen\\n'\n"


def test_a_reporter_is_taken_by_its_name(install, profilelint):
    install("acme-out", "[profilelint.reporters]\nacme = acme_out\n", {"acme_out.py": REPORTER})
    assert profilelint(*CHECK, "--format", "acme").stdout == "1 seen\n"
    wrong = profilelint(*CHECK, "--format", "acmee")
    assert wrong.returncode == 2
    assert "markdown, acme" in wrong.stderr


def test_a_reporter_that_breaks_is_named(install, profilelint):
    code = REPORTER.replace("return", "1/0; return")
    install("acme-out", "[profilelint.reporters]\nacme = acme_out\n", {"acme_out.py": code})
    done = profilelint(*CHECK, "--format", "acme")
    assert done.returncode == 3
    assert "the reporter “acme” of acme-out 1.2 broke down (ZeroDivisionError" in done.stderr


ENGINE = """\
from profilelint.proofing.engine import Mistake

class Acme:
    name = "acme"
    def supports(self, language):
        return language.startswith("en")
    def check(self, texts, language):
        return [
            Mistake(i, at, at + 4, "style", "Labs are out of fashion", ("Works",), "acme", "labs")
            for i, text in enumerate(texts) if (at := text.find("Labs")) >= 0
        ]
    def close(self):
        pass
"""


def test_an_engine_proofreads_by_its_name(install, profilelint):
    files = {"acme_engine.py": ENGINE}
    install("acme-engine", "[profilelint.engines]\nacme = acme_engine:Acme\n", files)
    done = profilelint("check", "profile.json", "--grammar", "acme", "--format", "json")
    report = json.loads(done.stdout)["reports"][0]
    (finding,) = [f for f in report["findings"] if f["rule"] == "grammar"]
    assert (finding["text"], finding["suggestions"]) == ("Labs", ["Works"])
    wrong = profilelint("check", "profile.json", "--grammar", "acmee")
    assert wrong.returncode == 2
    assert "off, acme" in wrong.stderr


def test_an_engine_that_breaks_is_named_and_the_rules_go_on(install, profilelint):
    files = {"acme_engine.py": ENGINE.replace("return [", "1/0\n        return [")}
    install("acme-engine", "[profilelint.engines]\nacme = acme_engine:Acme\n", files)
    done = profilelint("check", "profile.json", "--grammar", "acme", "--format", "json")
    report = json.loads(done.stdout)["reports"][0]
    assert any(
        "the engine “acme” of acme-engine 1.2 broke" in s["reason"] for s in report["skipped"]
    )
    assert "no-position" in found(done)


def test_of_two_that_share_a_name_the_first_stays(install, profilelint):
    entry = "[profilelint.reporters]\nacme = {}\n"
    install("acme-a", entry.format("acme_a"), {"acme_a.py": REPORTER})
    install("acme-b", entry.format("acme_b"), {"acme_b.py": "1/0"})
    done = profilelint(*CHECK, "--format", "acme")
    assert done.stdout == "1 seen\n"
    assert "the reporter “acme” of acme-b 1.2: acme-a 1.2 has one of that name" in done.stderr
