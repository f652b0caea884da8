"""The command line, as its users meet it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from profilelint.profile import Profile
from profilelint.rule import CATEGORIES

ROOT = Path(__file__).parent.parent
SAMPLES = Path(__file__).parent / "samples"
CLEAN = SAMPLES / "linkedin-pdf" / "nurse-clean-en.pdf"
MISTAKES = SAMPLES / "linkedin-pdf" / "engineer-mistakes-en.pdf"
PROFILELINT = Path(sys.executable).with_name("profilelint")


def test_a_clean_profile_is_ready(run) -> None:
    ran = run("check", CLEAN, "--require-ready", "--min-score", "95", "--fail-on", "suggestion")
    assert ran.code == 0
    assert "Ready to connect" in ran.out
    assert ran.err == ""


def test_every_planted_mistake_is_found_by_its_rule(run) -> None:
    names = {"summary": "about"}
    planted = json.loads((MISTAKES.parent / "engineer-mistakes-en.mistakes.json").read_text())
    (report,) = json.loads(run("check", MISTAKES, "--format", "json").out)["reports"]
    found = {(f["rule"], f["pointer"], f["start"]): f for f in report["findings"]}
    for mistake in planted["mistakes"]:
        field = names.get(mistake["field"], mistake["field"])
        pointer = "/" + field.replace("[", "/").replace("].", "/")
        # The list counts within the last part of the address.
        shift = len("https://www.linkedin.com/in/") if field == "public_url" else 0
        hits = [
            finding
            for (rule, at, _), finding in found.items()
            if rule == mistake["kind"]
            and at == pointer
            and finding["start"] < mistake["end"] + shift
            and mistake["start"] + shift < finding["end"]
        ]
        assert len(hits) == 1, mistake
    assert len(found) == len(planted["mistakes"]), "and nothing else"


def test_fail_on_decides_the_exit_code(run) -> None:
    warned = SAMPLES / "linkedin-pdf" / "marketing-analyst-pt.pdf"
    codes = [
        run("check", warned, "--fail-on", level).code
        for level in ("error", "warning", "suggestion", "never")
    ]
    assert codes == [0, 1, 1, 0]


def test_several_formats_each_to_its_file(run, tmp_path: Path) -> None:
    ran = run(
        "check",
        MISTAKES,
        "--format",
        "text",
        "--format",
        "json=r.json",
        "--format",
        "sarif=r.sarif",
    )
    assert "Fix first" in ran.out
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["version"] == 1
    assert json.loads((tmp_path / "r.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_github_annotations(run) -> None:
    ran = run("check", MISTAKES, "--format", "github")
    assert ran.out.splitlines()[0].startswith("::error file=")


def test_output_goes_to_a_file_without_colours(run, tmp_path: Path) -> None:
    ran = run("check", MISTAKES, "--output", "report.txt")
    assert ran.out == ""
    assert "\x1b" not in (tmp_path / "report.txt").read_text("utf-8")


def test_a_field_from_standard_input(run) -> None:
    ran = run("check", "-", "--field", "about", "--format", "json", stdin=b"I recieve goods.\n")
    (report,) = json.loads(ran.out)["reports"]
    (finding,) = [f for f in report["findings"] if f["category"] == "proofing"]
    assert (finding["rule"], finding["text"]) == ("common-typo", "recieve")
    assert (finding["location"]["line"], finding["location"]["column"]) == (1, 3)
    assert not [f for f in report["findings"] if f["rule"] == "headline-missing"]


def test_a_pdf_from_standard_input(run) -> None:
    assert "Ready to connect" in run("check", "-", stdin=CLEAN.read_bytes()).out


def test_the_list_of_rules_needs_no_models() -> None:
    code = (
        "import sys; from profilelint.cli import cli; cli(['rules'], standalone_mode=False);"
        "sys.exit('pydantic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_redact_leaves_out_what_is_private_and_changes_no_exit_code(run, tmp_path: Path) -> None:
    ran = run("check", MISTAKES, "--redact")
    assert ran.code == 1
    assert "profile-1.pdf" in ran.out
    for word in ("Deshawn", "engineer-mistakes", "Enginer", "Tollgate"):
        assert word not in ran.out
    (tmp_path / "profilelint.toml").write_text("redact = true\n")
    assert run("check", MISTAKES).out == ran.out


def test_a_real_profile_of_two_pages_fits_two_screens(run) -> None:
    assert len(run("check", MISTAKES).out.splitlines()) <= 100


def test_quiet_is_one_line_a_profile(run) -> None:
    ran = run("check", CLEAN, MISTAKES, "-q")
    assert len(ran.out.splitlines()) == 2


def test_settings_of_the_file_and_of_the_command_line_add_up(run, tmp_path: Path) -> None:
    (tmp_path / "profilelint.toml").write_text('ignore = "proofing"\nfail-on = "warning"\n')
    ran = run("check", MISTAKES, "--format", "json", "--ignore", "default-url,weak-start")
    (report,) = json.loads(ran.out)["reports"]
    assert report["findings"] == []
    assert ran.code == 0
    picked = run("check", MISTAKES, "--format", "json", "--select", "wording")
    rules = {f["rule"] for f in json.loads(picked.out)["reports"][0]["findings"]}
    assert (rules, picked.code) == ({"weak-start"}, 1)


def test_a_word_of_the_configuration_is_no_misspelling(run, tmp_path: Path) -> None:
    arguments = ("check", MISTAKES, "--format", "json", "--select", "misspelling")
    assert json.loads(run(*arguments).out)["reports"][0]["findings"]
    (tmp_path / "profilelint.toml").write_text('words = ["Enginer"]\n')
    assert not json.loads(run(*arguments).out)["reports"][0]["findings"]


def test_a_house_rule_joins_the_others(run, tmp_path: Path) -> None:
    folder = tmp_path / "house" / "wording"
    folder.mkdir(parents=True)
    (folder / "bread.yaml").write_text(
        "summary: Bread.\nwhy: No bread.\nkind: pattern\ntargets: [about]\nseverity: suggestion\n"
        "message: Leave out “{match}”.\nwith:\n  match: [bread]\nsince: '1'\n"
        "bad:\n- text: I bake bread.\ngood:\n- text: I bake.\n"
    )
    ran = run("check", MISTAKES, "--rules", "house", "--select", "bread", "--format", "json")
    (finding,) = json.loads(ran.out)["reports"][0]["findings"]
    assert finding["message"] == "Leave out “bread”."
    assert "bread" in run("rules", "--rules", "house").out
    assert "No bread." in run("rule", "bread", "--rules", "house").out


def test_rules_are_listed_by_category(run) -> None:
    ran = run("rules")
    lines = ran.out.splitlines()
    headings = [line for line in lines if line and not line.startswith(" ")][:-1]
    order = [heading.split()[0] for heading in headings]
    assert order == [category for category in CATEGORIES if category in order]
    listed = [line.split() for line in lines if line.startswith("  ")]
    files = list((ROOT / "rules").glob("*/*.yaml"))
    assert sorted(words[0] for words in listed) == sorted(path.stem for path in files)
    counted = [int(heading.split()[1].strip("()")) for heading in headings]
    assert sum(counted) == len(files)
    assert lines[-1].startswith(f"{len(files)} rules; ")
    assert ["about-missing", "error"] in [words[:2] for words in listed]
    assert ["common-typo", "error", "safe"] in [words[:3] for words in listed]
    assert ["misspelling", "error", "unsafe"] in [words[:3] for words in listed]


def test_a_rule_is_explained(run) -> None:
    ran = run("rule", "weak-start")
    assert ran.code == 0
    assert "Why: " in ran.out
    assert "Sources:" in ran.out
    assert "Flagged:" in ran.out
    assert "Left alone:" in ran.out
    assert "  “VMock at Boston University”, bu-beyond.blog, 2019" in ran.out.splitlines()
    assert "  at: sentence-start" in ran.out.splitlines()
    assert "Fix: none" in ran.out
    assert "Fix: safe" in run("rule", "common-typo").out
    assert "  min: 15" in run("rule", "few-skills").out.splitlines()


def test_every_rule_can_be_explained(run) -> None:
    for path in (ROOT / "rules").glob("*/*.yaml"):
        ran = run("rule", path.stem)
        assert ran.code == 0
        assert ran.out.startswith(f"{path.stem} (")


def test_an_unknown_rule_names_the_nearest(run) -> None:
    ran = run("rule", "weak-strat")
    assert ran.code == 2
    assert "“weak-start”" in ran.err


@pytest.mark.parametrize("of", ["profile", "report", "config", "rule"])
def test_schemas_are_json_schemas(run, of: str) -> None:
    schema = json.loads(run("schema", of).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")


def test_a_profile_answers_its_schema(run) -> None:
    schema = json.loads(run("schema", "profile").out)
    import profilelint

    profile = profilelint.load(MISTAKES).profile
    jsonschema.validate(profile.model_dump(mode="json", exclude_defaults=True), schema)
    assert Profile.model_validate(profile.model_dump(mode="json")) == profile


def test_help_tells_the_exit_codes(run) -> None:
    assert "Exit codes" in run("check", "--help").out


def test_nobody_waits_for_engines_when_there_is_nothing_to_check(tmp_path: Path) -> None:
    done = subprocess.run(
        [PROFILELINT, "check", "nowhere.pdf"], cwd=tmp_path, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.count(b"\n") == 1


def test_a_terminal_that_knows_ascii_only_is_no_reason_to_stop(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(
        [PROFILELINT, "check", MISTAKES],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == b""
    assert b"Fix first" in done.stdout


def test_a_reader_that_leaves_early_is_no_reason_to_complain(tmp_path: Path) -> None:
    command = f"'{PROFILELINT}' check '{MISTAKES}' | head -n 1"
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False)
    assert done.stderr == b""
    assert done.stdout


def in_terminal(code: str) -> str:
    """What a piece of Python writes on a terminal."""
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    process = subprocess.Popen([sys.executable, "-c", code], stderr=slave, env=environment)
    process.wait(30)
    os.close(slave)
    written = b""
    try:
        while chunk := os.read(master, 4096):
            written += chunk
    except OSError:
        pass  # the end of a terminal is an error on Linux
    os.close(master)
    return written.decode()


WAITING = (
    "import time\nfrom profilelint.progress import progress\n"
    "with progress('Reading', shown=True): time.sleep({})"
)


def test_progress_shows_when_it_takes_longer_than_a_second() -> None:
    assert "Reading" in in_terminal(WAITING.format(1.6))


def test_no_progress_for_what_is_quick() -> None:
    assert in_terminal(WAITING.format(0)) == ""


def test_no_colour_where_none_is_wanted(run, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert "\x1b[" not in run("check", MISTAKES, "--no-color").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check", MISTAKES).out


@pytest.mark.languagetool
def test_languagetool_that_is_not_there_is_said_plainly(run) -> None:
    arguments = ("--grammar", "languagetool", "--languagetool-server", "http://127.0.0.1:9")
    ran = run("check", MISTAKES, *arguments)
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert "no LanguageTool at http://127.0.0.1:9" in line
    assert "--grammar harper" in line


def test_convert_writes_json_resume_and_names_what_is_left_out(run, tmp_path: Path) -> None:
    ran = run("convert", MISTAKES, "--to", "json-resume", "--output", "resume.json")
    assert (ran.code, ran.out) == (0, "")
    resume = json.loads((tmp_path / "resume.json").read_text("utf-8"))
    assert resume["basics"]["name"] == "Deshawn Okpara-Lind"
    back = run("check", "resume.json", "-q", "--fail-on", "never")
    assert back.code == 0
    assert all(line.startswith("left out: ") for line in ran.err.splitlines())


def test_convert_to_the_profiles_own_format_and_lint_that(run, tmp_path: Path) -> None:
    own = run("convert", MISTAKES, "--to", "profile").out
    (tmp_path / "profile.json").write_text(own, encoding="utf-8")
    ran = run("check", "profile.json", "--format", "json")
    texts = {f["text"] for f in json.loads(ran.out)["reports"][0]["findings"]}
    assert {"Enginer", "recieve", "[Company Name]"} <= texts


def test_two_reports_into_one_place_are_refused(run) -> None:
    ran = run("check", CLEAN, "--format", "json", "--format", "sarif", "--output", "o.txt")
    assert ran.code == 2
    assert "FORMAT=FILE" in ran.err
    assert run("check", CLEAN, "--format", "json", "--format", "sarif").code == 2


def test_closed_streams_are_no_reason_to_complain(tmp_path: Path) -> None:
    command = f"'{PROFILELINT}' check '{CLEAN}' >&- 2>&-"
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_endless_file_is_refused_and_the_others_go_on(run) -> None:
    ran = run("check", "/dev/zero", CLEAN, "-q")
    assert ran.code == 3
    assert "more than the limit" in ran.err
    assert "nurse-clean-en.pdf" in ran.out
