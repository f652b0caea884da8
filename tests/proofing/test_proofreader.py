"""Proofreading with the real engines: what is found, and above all what is not."""

import sys
from pathlib import Path

import pytest
import yaml

from profilelint.document import Carries, Document, SourceMap
from profilelint.errors import ConfigError, EngineUnavailable
from profilelint.fields import text_at
from profilelint.finding import Confidence
from profilelint.linter import Linter
from profilelint.profile import Profile
from profilelint.proofing.proofreader import Proofreader

sys.path.insert(0, str(Path(__file__).parent))
import truth

HERE = Path(__file__).parent
CLEAN = [
    line
    for line in (HERE / "clean_sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
OTHER = [
    line
    for line in (HERE / "clean_sentences_other.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
PLANTED = yaml.safe_load((HERE / "planted.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def proofreader():
    reader = Proofreader()
    reader.warm()
    yield reader
    reader.close()


def sure(proofreading):
    return [c for c in proofreading.corrections if c.confidence is not Confidence.LOW]


def rules(proofreader, text, form="prose"):
    return [
        (c.rule, text[c.start : c.end]) for c in sure(proofreader.proofread_text(text, form=form))
    ]


@pytest.mark.parametrize("name", [n for n in truth.NAMES if n != "engineer-mistakes-en"])
def test_clean_profiles_stay_clean(proofreader, name):
    document = truth.document(name)
    proofreading = proofreader.proofread(document)
    found = [
        (c.rule, text_at(document.profile, c.pointer)[c.start : c.end]) for c in sure(proofreading)
    ]
    assert found == []
    assert proofreading.language == {"student-sparse-en": "en"}.get(name, name[-2:])


def test_planted_mistakes_of_the_engineer(proofreader):
    document = truth.document("engineer-mistakes-en")
    found = {
        (c.rule, text_at(document.profile, c.pointer)[c.start : c.end], c.suggestions[0])
        for c in sure(proofreader.proofread(document))
    }
    assert found >= {
        ("misspelling", "Enginer", "Engineer"),
        ("brand-case", "PostgreSql", "PostgreSQL"),
        ("doubled-word", "and and", "and"),
        ("lowercase-sentence", "i", "I"),
        ("verb-agreement", "has", "have"),
        ("common-typo", "recieve", "receive"),
        ("spacing", " ", ""),
        ("wrong-article", "a", "an"),
        ("confused-word", "there", "their"),
        ("brand-case", "Github", "GitHub"),
        ("common-typo", "developement", "development"),
        ("brand-case", "javascript", "JavaScript"),
    }
    assert len(found) == 12, "nothing else"


@pytest.mark.parametrize("line", CLEAN)
def test_clean_sentences_stay_clean(proofreader, line):
    assert rules(proofreader, line) == []


@pytest.mark.parametrize("line", OTHER)
def test_clean_sentences_in_other_languages_stay_clean(proofreader, line):
    assert rules(proofreader, line.partition("\t")[2]) == []


def test_most_planted_mistakes_are_found():
    linter = Linter()  # rule files tell some of them, engines the others
    missed = []
    for item in PLANTED:
        findings = linter.lint(item["text"].encode(), field="about").findings
        if not any(finding.rule in item["rule"] for finding in findings):
            missed.append(item["wrong"])
    assert missed == ["there", "informations"]  # and the second is told, as a common typo


@pytest.mark.parametrize(
    "text", ["Agencies use form 7600A and form 7600B.", "It is told in section 3(a) of the law."]
)
def test_a_letter_that_is_glued_to_another_is_no_article(proofreader, text):
    assert rules(proofreader, text) == []


@pytest.mark.parametrize(
    ("text", "rule", "wrong"),
    [
        ("I lead the managment team.", "misspelling", "managment"),
        ("I recieve and ship goods.", "common-typo", "recieve"),
        ("I like the the sea.", "doubled-word", "the the"),
        ("It is faster then the old one.", "confused-word", "then"),
        ("I met a engineer.", "wrong-article", "a"),
        ("I has a dog.", "verb-agreement", "has"),
        ("I work despite of the rain.", "grammar", "despite of"),
        ("I sell bread , milk and eggs.", "spacing", " "),
        ("I managed teams,and they liked it.", "missing-space", ","),
        ("That is what i do.", "lowercase-sentence", "i"),
        ("I publish on Github.", "brand-case", "Github"),
    ],
)
def test_every_rule_is_reached(proofreader, text, rule, wrong):
    assert (rule, wrong) in rules(proofreader, text)


@pytest.mark.parametrize("form", ["headline", "title", "bullet", "list"])
def test_rules_about_sentences_spare_what_is_none(proofreader, form):
    assert rules(proofreader, "managed a team. shipped it", form) == []


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.com/recieve/managment and www.managment.example.",
        "Mail recieve@managment.example or ask @managment, #recieve.",
        "I edited managment.py, recieve_all() and C:\\managment\\x.",
        "Node.js, Vue.js, CI/CD, R&D, C++, .NET and AC/DC.",
        "Version 2.3.1rc4 of libfoo2 runs on x86_64 and k8s.",
        "Clone github.com/x/y, `javascript` and docker-compose.",
        "It had had its day, and I know that that is so.",
    ],
)
def test_what_is_no_word_by_nature(proofreader, text):
    assert rules(proofreader, text) == []


def test_names_of_the_profile_are_no_mistakes_in_its_prose(proofreader):
    profile = Profile.model_validate(
        {
            "name": "Oluwaseyi Managmenti",
            "about": "At Developementa I worked for Managmenti and on fooctl.",
            "positions": [{"company": "Developementa"}],
            "skills": [{"name": "fooctl"}],
        }
    )
    assert proofreader.proofread(Document(profile, "t", SourceMap("t"))).corrections == ()


def test_the_users_words_are_no_mistakes():
    reader = Proofreader(grammar="off", words=["managment", "Github"])
    assert reader.proofread_text("I know managment and Github.").corrections == ()
    reader.close()


def test_a_name_that_disagrees_with_itself(proofreader):
    text = "Kubernetes is fun. I run Kubernetes, teach Kubernetes and sold Kubernets."
    document = Document(Profile(about=text), "t", SourceMap("t"))
    (correction,) = proofreader.proofread(document).corrections
    assert correction.rule == "misspelling"
    assert correction.confidence is Confidence.HIGH
    assert correction.suggestions[0] == "Kubernetes"


def test_recommendations_are_not_proofread(proofreader):
    profile = Profile.model_validate({"recommendations": [{"text": "He recieve the the mail"}]})
    assert proofreader.proofread(Document(profile, "t", SourceMap("t"))).corrections == ()


def test_offsets_with_astral_characters_and_lost_line_breaks(proofreader):
    text = "🚀 I ship.  • I recieve 😀 mail • I met a engineer"
    carries = Carries({"line-breaks": "an archive has none"})
    document = Document(Profile(about=text), "t", SourceMap("t"), carries)
    found = [text[c.start : c.end] for c in proofreader.proofread(document).corrections]
    assert found == ["recieve", "a"]


def test_other_languages_say_what_is_unchecked(proofreader):
    polish = proofreader.proofread(truth.document("controller-pl"))
    assert dict(polish.unchecked).keys() == {"spelling", "grammar"}
    assert "Polish" in dict(polish.unchecked)["spelling"]
    german = proofreader.proofread(truth.document("mechanical-engineer-de"))
    assert [key for key, _ in german.unchecked] == ["grammar"]
    assert proofreader.proofread(truth.document("nurse-clean-en")).unchecked == ()


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Ich habe die Entwicklugn der neuen Getriebe und die Prüfung geleitet.",
            "Entwicklugn",
            "Entwicklung",
        ),
        (
            "Nous avons amélioré le developpement de la qualité dans les usines.",
            "developpement",
            "développement",
        ),
        (
            "Durante tres años he dirigido la comunicacion de la empresa con los bancos.",
            "comunicacion",
            "comunicación",
        ),
        ("Trabalho com a equipe de comunicacao da empresa e não com os dados.", None, None),
    ],
)
def test_spelling_of_other_languages(proofreader, text, wrong, right):
    found = [
        (text[c.start : c.end], c.suggestions[0]) for c in sure(proofreader.proofread_text(text))
    ]
    assert found == ([(wrong, right)] if wrong else [])


def test_the_language_of_each_field_is_its_own(proofreader):
    profile = Profile.model_validate(
        {
            "about": "I lead the team that builds the payment service for our customers.",
            "positions": [
                {"description": "Ich leite das Team, das den Dienst für unsere Kunden baut."},
                {"title": "Head of Payments"},
            ],
        }
    )
    proofreading = proofreader.proofread(Document(profile, "t", SourceMap("t")))
    assert proofreading.language == "en"
    assert dict(proofreading.languages) == {
        "/about": "en",
        "/positions/0/description": "de",
        "/positions/1/title": "en",
    }


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Curso de Marketing Digital em Tecnologia", "title"),
        ("Développeuse - architecte Web", "title"),
        ('Baker ("Volontariat International en Entreprise" year)', "title"),
        ("responsable partenariats", "title"),
        ("RECEPTIONNISTE ET SERVEUSE", "title"),
        ("I ran the team. Faire grandir une équipe technique: sharing what we know.", "prose"),
        ("Utviklet nettsteder, bla siten for messedagen, sammen med Ola", "prose"),
    ],
)
def test_words_of_another_language_are_not_spelled_as_english(proofreader, text, form):
    assert rules(proofreader, text, form) == []


def test_a_foreign_name_nearby_hides_no_mistake(proofreader):
    text = "I ran the managment office of Banco de Chile in Malmö."
    assert rules(proofreader, text) == [("misspelling", "managment")]


@pytest.mark.parametrize(
    "text",
    [
        "Soy asesor comercial y trabajo con las ventas y los equipos de la empresa desde 2019.",
        "Durante tres años he sido responsable de los proveedores y de los presupuestos.",
    ],
)
def test_common_words_of_business_in_other_languages(proofreader, text):
    assert rules(proofreader, text) == []


def test_suggestions_keep_the_capital(proofreader):
    (correction,) = proofreader.proofread_text("Apart of the board since May.").corrections
    assert correction.suggestions[0] == "A part of"


def test_a_slip_in_a_long_word_with_a_capital(proofreader):
    text = "I work for the Real Estate Intellicence Agency in town."
    assert ("misspelling", "Intellicence") in rules(proofreader, text)


def test_grammar_off_leaves_spelling_on():
    reader = Proofreader(grammar="off")
    proofreading = reader.proofread_text("I recieve the the mail.", form="prose")
    assert [c.rule for c in proofreading.corrections] == ["common-typo"]
    assert [key for key, _ in proofreading.unchecked] == ["grammar"]
    reader.close()


def test_a_server_that_is_not_there_is_a_wrong_setting():
    reader = Proofreader(grammar="both", server="http://127.0.0.1:9")
    with pytest.raises(EngineUnavailable, match=r"no LanguageTool at http://127\.0\.0\.1:9"):
        reader.proofread_text("I recieve the the mail.", form="prose")
    reader.close()


def test_an_unknown_grammar_is_a_configuration_error():
    with pytest.raises(ConfigError, match="harper, languagetool, both, off"):
        Proofreader(grammar="grammarly")


def test_the_same_again(proofreader):
    document = truth.document("engineer-mistakes-en")
    assert proofreader.proofread(document) == proofreader.proofread(document)


@pytest.mark.parametrize("text", ["", " ", "\n", "•", "🚀", "x" * 1_000_000, "a " * 50_000])
def test_any_text_may_come(proofreader, text):
    proofreader.proofread(Document(Profile(about=text), "t", SourceMap("t")))
