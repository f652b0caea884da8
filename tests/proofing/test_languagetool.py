"""LanguageTool 6.8 for real: `make languagetool` fetches it; CI fails where it is missing."""

import gc
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from profilelint.config import Config
from profilelint.errors import ConfigError, EngineLost, EngineUnavailable
from profilelint.finding import Confidence
from profilelint.linter import Linter
from profilelint.proofing import languagetool, languagetool_server, languagetool_state
from profilelint.proofing import languagetool_http as http
from profilelint.proofing.languagetool import LanguageTool
from profilelint.proofing.languagetool_languages import variant
from profilelint.proofing.proofreader import Proofreader
from profilelint.proofing.table import read_table

ROOT = Path(__file__).parents[2]
PLACE = Path(os.environ.get("LTP_PATH") or ROOT / ".languagetool")


@pytest.fixture(scope="module")
def installed() -> Path:
    """The folder of a LanguageTool that can run here."""
    missing = None
    if shutil.which("java") is None:
        missing = "Java is missing"
    elif not any(PLACE.glob("LanguageTool-*/languagetool-server.jar")):
        missing = f"no LanguageTool in {PLACE}: run `make languagetool`"
    if missing and os.environ.get("PROFILELINT_REQUIRE_LANGUAGETOOL") == "1":
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    return PLACE


@pytest.fixture
def own(installed, monkeypatch, tmp_path):
    """A place without a warm server, so that engines start their own."""
    monkeypatch.setenv("LTP_PATH", str(installed))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))


@pytest.fixture(scope="module")
def engine(installed, tmp_path_factory):
    """One engine for all tests that only check texts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LTP_PATH", str(installed))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        one = LanguageTool()
        one.check(["Good morning."], "en")
        yield one
        one.close()


def found(engine: LanguageTool, text: str, language: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The rules that flag a text, each with what it flags and would put there."""
    mistakes = engine.check([text], language)
    return {m.engine_rule: (text[m.start : m.end], m.replacements) for m in mistakes}


def jvm(engine: LanguageTool) -> psutil.Process:
    assert engine._jvm is not None
    process = psutil.Process(engine._jvm.pid)
    assert "org.languagetool.server.HTTPServer" in process.cmdline()
    return process


def gone(process: psutil.Process) -> bool:
    try:
        process.wait(timeout=10)
    except psutil.TimeoutExpired:
        return False
    return not process.is_running()


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **environment},
        cwd=ROOT,
    )


CHECK = """
from profilelint.errors import EngineUnavailable
from profilelint.proofing.languagetool import LanguageTool
try:
    LanguageTool().check(["I has it."], "en")
except EngineUnavailable as failure:
    print(failure)
"""


@pytest.mark.languagetool
class TestMistakes:
    @pytest.mark.parametrize(
        ("language", "text", "rule", "flagged", "replacement"),
        [
            (
                "en",
                "I led the team and recieve mail.",
                "MORFOLOGIK_RULE_EN_US",
                "recieve",
                "receive",
            ),
            ("en", "We moved to a event stream.", "EN_A_VS_AN", "a", "an"),
            ("en", "I has led it.", "BASE_FORM", "has", "have"),
            ("de", "Das Team ist geleited.", "GERMAN_SPELLER_RULE", "geleited", "geleitet"),
            ("de", "Ich bin seid 2010 Ingenieur.", "SEIT_VS_SEID", "seid", "seit"),
            ("fr", "Nous avons développer un outil.", "R_VAVOIR_VINF", "développer", "développé"),
            ("fr", "Les résultats est bons.", "ACCORD_SUJET_VERBE", "est", "sont"),
            ("es", "La proyecto es grande.", "AGREEMENT_DET_NOUN", "La proyecto", "El proyecto"),
            (
                "pt",
                "Eu trabalha na equipe.",
                "GENERAL_VERB_AGREEMENT_ERRORS",
                "Eu trabalha",
                "Eu trabalho",
            ),
        ],
    )
    def test_found_where_it_stands(self, engine, language, text, rule, flagged, replacement):
        mistakes = found(engine, text, language)
        assert mistakes[rule][0] == flagged
        assert mistakes[rule][1][0] == replacement

    def test_offsets_count_code_points(self, engine):
        text = "👩‍👩‍👧 teams 🚀🚀: I recieve 𝒳 mail 😀 and  recieve more."
        spelling = [m for m in engine.check([text], "en") if m.kind == "EN_TYPOS"]
        assert [text[m.start : m.end] for m in spelling][-2:] == ["recieve", "recieve"]

    def test_each_text_stands_alone(self, engine):
        """A bracket that another text closes is open all the same."""
        texts = ["I worked (in Leeds.", "   ", "", "And in York) too.", "I has a cat."]
        mistakes = engine.check(texts, "en")
        assert {(m.text_index, texts[m.text_index][m.start : m.end]) for m in mistakes} == {
            (0, "("),
            (3, ")"),
            (4, "has"),
        }
        assert [m.text_index for m in mistakes] == sorted(m.text_index for m in mistakes)
        assert {m.engine for m in mistakes} == {"languagetool"}

    def test_a_text_longer_than_a_request(self, engine):
        text = "The team works well. " * 1000 + "I has it."
        (mistake,) = (m for m in engine.check([text], "en") if m.kind == "EN_GRAMMAR")
        assert text[mistake.start : mistake.end] == "has"
        assert mistake.start == len(text) - len("has it.")

    def test_many_texts(self, engine):
        """LanguageTool logs each request; nothing may fill up."""
        assert len(engine.check(["I has it."] * 500, "en")) == 500

    def test_broken_characters_pass(self, engine):
        assert "BASE_FORM" in found(engine, "\ud800 I has it.", "en")

    def test_threads_share_an_engine(self, engine):
        seen: list[int] = []
        threads = [
            threading.Thread(target=lambda: seen.append(len(engine.check(["I has it."], "en"))))
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert seen == [1, 1, 1, 1]

    def test_an_unknown_language_is_refused_and_others_go_on(self, engine):
        assert not engine.supports("xx")
        with pytest.raises(EngineUnavailable, match="does not know the language xx"):
            engine.check(["abc"], "xx")
        assert engine.check(["I has it."], "en")


@pytest.mark.languagetool
class TestServers:
    def test_named(self, engine):
        named = LanguageTool(engine._connect().removesuffix("/v2"))
        assert "BASE_FORM" in found(named, "I has it.", "en")
        assert named._jvm is None
        named.close()
        assert jvm(engine).is_running()

    def test_a_proxy_of_the_environment_sees_nothing(self, engine, monkeypatch):
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, "http://127.0.0.1:9")
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert engine.check(["I has it."], "en")

    def test_warm_between_runs(self, own, capfd):
        assert languagetool_server.status() is None
        assert languagetool_server.stop() is None
        started = languagetool_server.start()
        try:
            assert languagetool_server.start() == started
            assert languagetool_server.status() == started
            process = psutil.Process(started.pid)
            listening = {c.laddr.ip.removeprefix("::ffff:") for c in process.net_connections()}
            assert listening <= {"127.0.0.1"}
            one = LanguageTool()
            assert one.check(["I has it."], "en")
            assert one._jvm is None
            one.close()
            assert languagetool_server.status() == started
            other = run_python(
                "from profilelint.proofing import languagetool_server as s; print(s.status().url)"
            )
            assert (other.stdout.strip(), other.stderr) == (started.url, "")
        finally:
            assert languagetool_server.stop() == started
        assert gone(process)
        assert languagetool_server.status() is None
        assert not languagetool_state.path().exists()
        assert capfd.readouterr() == ("", "")

    def test_a_warm_server_that_died_is_forgotten(self, own):
        started = languagetool_server.start(languages=())
        psutil.Process(started.pid).kill()
        assert gone(psutil.Process(started.pid)) if psutil.pid_exists(started.pid) else True
        assert languagetool_server.status() is None
        again = languagetool_server.start(languages=())
        assert again.pid != started.pid
        assert languagetool_server.stop() == again

    def test_a_process_that_took_the_number_is_let_live(self, own):
        languagetool_state.claim(port=9, pid=os.getpid())
        assert languagetool_server.status() is None
        assert languagetool_server.stop() is None
        assert not languagetool_state.path().exists()

    def test_two_starts_at_once_leave_one(self, own):
        started = []
        threads = [
            threading.Thread(target=lambda: started.append(languagetool_server.start(())))
            for _ in range(2)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        try:
            assert len(started) == 2
            assert started[0] == started[1]
        finally:
            assert languagetool_server.stop() == started[0]


@pytest.mark.languagetool
class TestDeaths:
    def test_killed_once_it_is_restarted_killed_twice_it_is_gone(self, own, capfd):
        engine = LanguageTool()
        assert engine.check(["I has it."], "en")
        first = jvm(engine)
        first.kill()
        assert engine.check(["I has it."], "en")
        second = jvm(engine)
        assert second.pid != first.pid
        second.kill()
        with pytest.raises(EngineLost, match="was restarted, and died again"):
            engine.check(["I has it."], "en")
        with pytest.raises(EngineLost, match="was restarted, and died again"):
            engine.check(["I has it."], "en")
        assert gone(first)
        assert gone(second)
        engine.close()
        assert capfd.readouterr() == ("", "")

    def test_a_run_goes_on_without_an_engine_that_died(self, own):
        """The profile is linted all the same, and what is missing is said."""
        profile = {"name": "A", "about": "I recieve goods. I has the keys of the ward since May."}

        def unread(report):
            return {skipped.rule: skipped.reason for skipped in report.skipped if skipped.partly}

        with Linter(Config(grammar="languagetool")) as linter:
            assert unread(linter.lint(profile)) == {}
            engine = linter._proofreader._languagetool
            jvm(engine).kill()
            assert unread(linter.lint(profile)) == {}, "one restart"
            jvm(engine).kill()
            report = linter.lint(profile)
        assert "was restarted, and died again" in unread(report)["grammar"]
        assert "common-typo" in {finding.rule for finding in report.findings}

    def test_a_warm_server_that_dies_is_replaced_by_one_of_its_own(self, own):
        started = languagetool_server.start(())
        engine = LanguageTool()
        assert engine.check(["I has it."], "en")
        psutil.Process(started.pid).kill()
        assert engine.check(["I has it."], "en")
        process = jvm(engine)
        engine.close()
        assert gone(process)
        languagetool_server.stop()

    def test_a_named_server_that_dies_is_not_replaced(self, own):
        started = languagetool_server.start(())
        named = LanguageTool(started.url)
        assert named.check(["I has it."], "en")
        languagetool_server.stop()
        with pytest.raises(EngineLost, match=f"no LanguageTool at {started.url}"):
            named.check(["I has it."], "en")
        assert named._jvm is None

    def test_nothing_stays_behind(self, own):
        engine = LanguageTool()
        engine.warm()
        assert engine.check(["I has it."], "en")
        process = jvm(engine)
        engine.close()
        assert gone(process)
        with pytest.raises(EngineLost, match="was closed"):
            engine.check(["I has it."], "en")

    def test_an_engine_that_is_dropped_ends_its_server(self, own):
        engine = LanguageTool()
        engine.check(["I has it."], "en")
        process = jvm(engine)
        del engine
        gc.collect()
        assert gone(process)

    @pytest.mark.parametrize(
        "end", ["pass", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"]
    )
    @pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
    def test_a_run_that_ends_or_is_killed_ends_its_server(self, own, end):
        ran = run_python(
            "from profilelint.proofing.languagetool import LanguageTool\n"
            "engine = LanguageTool(); engine.check(['I has it.'], 'en')\n"
            f"print(engine._jvm.pid, flush=True)\n{end}"
        )
        assert ran.returncode in {0, -signal.SIGKILL}
        assert ran.stderr == ""
        until = time.monotonic() + 10
        while psutil.pid_exists(int(ran.stdout)) and time.monotonic() < until:
            time.sleep(0.05)
        assert not psutil.pid_exists(int(ran.stdout))

    def test_closed_while_it_starts(self, own):
        before = psutil.Process().children(recursive=True)
        engine = LanguageTool()
        engine.warm()
        time.sleep(0.7)
        started = set(psutil.Process().children(recursive=True)) - set(before)
        engine.close()
        assert started
        assert all(gone(process) for process in started)


class TestMissing:
    def test_java(self, tmp_path):
        ran = run_python(CHECK, PATH=str(tmp_path), JAVA_HOME="", XDG_CACHE_HOME=str(tmp_path))
        assert ran.stdout == (
            "LanguageTool needs Java, which is missing; install Java 17 or newer (OpenJDK will do),"
            " or use --grammar harper\n"
        )
        assert ran.stderr == ""

    @pytest.mark.skipif(sys.platform == "win32", reason="the old Java is a shell script")
    def test_java_too_old(self, tmp_path):
        java = tmp_path / "java"
        java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n")
        java.chmod(0o755)
        ran = run_python(CHECK, PATH=str(tmp_path), JAVA_HOME="", XDG_CACHE_HOME=str(tmp_path))
        assert f"LanguageTool needs Java 17 or newer, and {java} is Java 11; install" in ran.stdout

    @pytest.mark.skipif(shutil.which("java") is None, reason="what is missing first is said first")
    def test_languagetool_itself(self, tmp_path):
        ran = run_python(CHECK, LTP_PATH=str(tmp_path), XDG_CACHE_HOME=str(tmp_path))
        assert ran.stdout.startswith("LanguageTool is not on this machine; download it once (about")
        assert "260 MB" in ran.stdout
        assert "make languagetool" in ran.stdout
        assert ran.stdout.endswith("or use --grammar harper\n")
        assert ran.stderr == ""
        assert not list(tmp_path.glob("**/*.jar"))

    @pytest.mark.skipif(shutil.which("java") is None, reason="what is missing first is said first")
    def test_language_tool_python(self, tmp_path):
        """Without it: a plain line, and everything else works."""
        ran = run_python(
            "import importlib, pkgutil, sys\n"
            "sys.modules['language_tool_python'] = None\n"
            "sys.modules['language_tool_python.download_lt'] = None\n"
            "import profilelint\n"
            "for module in pkgutil.walk_packages(profilelint.__path__, 'profilelint.'):\n"
            "    if not module.name.endswith('__main__'):\n"
            "        importlib.import_module(module.name)\n"
            "from profilelint.proofing.harper import Harper\n"
            "print(len(Harper(['AnA']).check(['We moved to a event stream.'], 'en')))\n" + CHECK,
            XDG_CACHE_HOME=str(tmp_path),
        )
        assert ran.stderr == ""
        harper, said = ran.stdout.splitlines()
        assert int(harper) >= 1
        assert said == (
            "LanguageTool needs language-tool-python, which is not installed; pip install"
            " language-tool-python, name a running server with --languagetool-server,"
            " or use --grammar harper"
        )

    def test_a_jar_that_does_not_start(self, tmp_path, installed):
        home = tmp_path / "LanguageTool-6.8"
        home.mkdir()
        (home / "languagetool-server.jar").write_bytes(b"no jar")
        ran = run_python(CHECK, LTP_PATH=str(tmp_path), XDG_CACHE_HOME=str(tmp_path))
        assert "did not start" in ran.stdout
        assert ran.stderr == ""

    def test_a_named_server(self):
        with pytest.raises(EngineUnavailable, match=r"no LanguageTool at http://127\.0\.0\.1:9: "):
            LanguageTool("http://127.0.0.1:9").check(["I has it."], "en")

    @pytest.mark.parametrize(
        "address",
        ["", "localhost:8081", "ftp://a", "http://", "http://a:b", "http://u:p@a", "http://a/?b"],
    )
    def test_an_address_that_is_none(self, address):
        with pytest.raises(ConfigError):
            LanguageTool(address)


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "en-US"),
        ("en-GB", "en-GB"),
        ("en_gb", "en-GB"),
        ("en-IN", "en-GB"),
        ("en-Latn-CA", "en-CA"),
        ("de", "de-DE"),
        ("de-LI", "de-DE"),
        ("pt", "pt-BR"),
        ("pt-PT", "pt-PT"),
        ("fr", "fr"),
        ("es-MX", "es"),
        ("ko", None),
        ("", None),
    ],
)
def test_variants(tag, name):
    assert variant(tag) == name
    assert LanguageTool().supports(tag) is (name is not None)


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("http://localhost:8081", "http://localhost:8081/v2"),
        ("https://example.org/lt/", "https://example.org/lt/v2"),
        (" http://localhost:8081/v2/check ", "http://localhost:8081/v2"),
    ],
)
def test_addresses(written, base):
    assert http.base_url(written) == base


@pytest.mark.parametrize("text", ["", "ab", "a b\nc d e\n" * 5, "x" * 50, " " * 30])
def test_pieces_are_the_text(text):
    pieces = list(http.pieces(text, size=12))
    assert "".join(piece for _, piece in pieces) == text
    assert all(text[start : start + len(piece)] == piece for start, piece in pieces)
    assert all(len(piece) <= 12 for _, piece in pieces)


def test_the_table_leads_to_proofing_rules():
    table = read_table("languagetool")
    routes = [route for route in (*table.rules.values(), *table.categories.values()) if route]
    assert {route.rule for route in routes} <= {
        "misspelling", "common-typo", "doubled-word", "confused-word", "wrong-article",
        "verb-agreement", "grammar", "spacing", "punctuation", "missing-space", "comma-splice",
        "lowercase-sentence", "brand-case",
    }  # fmt: skip
    assert {form for route in routes for form in route.forms or ()} <= {
        "headline", "bullet", "prose", "title", "list", "note",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "category", "code", "kind"),
    [
        ("CYBER_COMPOUNDS", "GRAMMAR", "en-US", "COMPOUNDING"),
        ("PROBLEM_SOLVE_HYPHEN", "GRAMMAR", "en-GB", "COMPOUNDING"),
        ("EN_DIACRITICS_REPLACE_ORTHOGRAPHY_VOILA", "TYPOS", "en-US", "LOAN_DIACRITICS"),
        ("THE_HOW", "TYPOS", "en-US", "EN_TYPOS"),
        ("NUMERO_HYPHEN", "GRAMMAR", "pt-BR", "GRAMMAR"),
        ("GITHUB", "PROPER_NOUNS", "en-US", "PROPER_NOUNS"),
    ],
)
def test_matters_of_taste_are_told_apart(rule, category, code, kind):
    match = http.Match(0, 5, rule, category, "", ())
    mistake = languagetool._mistake(0, match, code)
    assert mistake.kind == kind
    if kind in ("COMPOUNDING", "LOAN_DIACRITICS"):
        assert read_table("languagetool").route(mistake, "prose") is None


@pytest.mark.languagetool
class TestJudged:
    """What a member sees of LanguageTool, alone and beside the default engine."""

    @pytest.fixture(params=["languagetool", "both"])
    def flagged(self, request, engine):
        reader = Proofreader(grammar=request.param, language="en-US")
        reader._languagetool = engine

        def flag(text, form="prose"):
            found = reader.proofread_text(text, form=form).corrections
            return [c for c in found if c.confidence is not Confidence.LOW]

        return flag

    def test_a_bullet_is_checked_for_agreement(self, flagged):
        found = flagged("Persuaded the board to publish the complaints it receive.", "bullet")
        assert [c.rule for c in found] == ["verb-agreement"]

    def test_one_mistake_is_one_finding(self, flagged):
        # LanguageTool takes “it” for the subject of “are”, because “safe” is no verb.
        found = flagged("Budgets are many; the rules that would safe it are few.")
        assert [(c.rule, c.suggestions[0]) for c in found] == [("confused-word", "save")]

    @pytest.mark.parametrize(
        "text",
        [
            "Built a cyber security practice with two colleagues.",
            "Voila, the report wrote itself.",
            "I explain the why before the how.",
            "She knows the logic we use to update the ledger.",
            "We asked for help accessing the archive.",
        ],
    )
    def test_taste_and_known_noise_are_left_out(self, flagged, text):
        assert flagged(text) == []

    def test_a_fragment_may_begin_small(self, flagged):
        assert flagged("at European Parliament, Directorate for Libraries") == []
        assert [c.rule for c in flagged("we moved to Leeds.")] == ["lowercase-sentence"]
