"""The text tells its language, whatever the interface was in."""

import sys
from pathlib import Path

import pytest

from profilelint.proofing import cld
from profilelint.proofing.language import base, detect, detect_all, detect_clear, language_name
from profilelint.proofing.passages import passages

sys.path.insert(0, str(Path(__file__).parent))
import truth


@pytest.mark.parametrize("name", truth.NAMES)
def test_samples(name):
    texts = [passage.text for passage in passages(truth.document(name))]
    assert detect_all(texts) == name[-2:]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I led the team that built the payment service.", "en"),
        ("Ich leite das Team, das den Zahlungsdienst gebaut hat.", "de"),
        ("Je dirige l’équipe qui a construit le service de paiement.", "fr"),
        ("Dirijo el equipo que construyó el servicio de pagos en la empresa.", "es"),
        ("Eu lidero a equipe que construiu o serviço de pagamentos da empresa.", "pt"),
        ("Guido il gruppo che ha costruito il servizio di pagamento della banca.", "it"),
        ("Ik leid het team dat de betaaldienst van de bank heeft gebouwd.", "nl"),
        ("Kieruję zespołem, który zbudował usługę płatniczą w banku.", "pl"),
        ("Jag leder gruppen som har byggt betaltjänsten på banken.", "sv"),
        ("Я руковожу командой, которая создала платёжный сервис.", "ru"),
        ("Я керую командою, яка створила платіжний сервіс.", "uk"),
        ("결제 서비스를 만든 팀을 이끌고 있습니다.", "ko"),
        ("決済サービスを作ったチームを率いています。", "ja"),
        ("我领导了构建支付服务的团队。", "zh"),
        ("أقود الفريق الذي بنى خدمة الدفع.", "ar"),
        ("Bankanın ödeme hizmetini kuran ekibi yönetiyorum ve çok seviyorum.", "tr"),
    ],
)
def test_sentences(text, language):
    assert detect(text) == language


def test_kin_languages_do_not_hide_each_other():
    text = "Jeg designer nettsteder fra bunn, og jobber med alt til ferdig produkt."
    assert detect(text) in ("da", "nb")
    assert detect(text, "en") in ("da", "nb")


def test_a_short_line_without_a_word_of_the_usual_language():
    assert detect_clear("Création de contenus pour les clients et les écoles", "en") == "fr"
    assert detect_clear("Head of content for les clients de la ville", "en") is None
    assert detect_clear("Python, SQL, Go", "en") is None


def test_a_tie_goes_to_english():
    assert detect_all(["Manager in sales", "di"]) == "en"


@pytest.mark.parametrize("text", ["", "Python, SQL", "Senior Software Engineer", "123", "🚀"])
def test_what_cannot_be_told(text):
    assert detect(text) is None


def test_names():
    assert language_name("pl-PL") == "Polish"
    assert language_name("vi") == "Vietnamese"
    assert language_name("xx") == "xx"
    assert base("en_GB") == "en"


FIELDS = [
    line.split("\t")
    for line in (Path(__file__).parents[2] / "benchmarks" / "languages.tsv")
    .read_text("utf-8")
    .splitlines()
    if not line.startswith("#")
]


@pytest.fixture
def without_cld3(monkeypatch):
    monkeypatch.setitem(sys.modules, "gcld3", None)
    cld._asker.cache_clear()
    yield
    cld._asker.cache_clear()


def abroad(usual):
    return [(tag, detect_clear(text, usual)) for tag, text in FIELDS if tag != usual]


@pytest.mark.parametrize(("language", "text"), FIELDS)
def test_a_field_at_home_is_never_taken_for_another_language(language, text):
    assert detect_clear(text, language) is None


def test_short_fields_abroad_are_told_by_their_letters():
    pytest.importorskip("gcld3")
    told = abroad("en")
    assert sum(tag == found for tag, found in told) >= len(told) * 0.6
    assert sum(found not in (tag, None) for tag, found in told) <= 2
    assert detect_clear("Leiterin Einkauf, Lebensmittel und Getränke", "en") == "de"


def test_without_cld3_words_tell_what_they_can(without_cld3):
    told = abroad("en")
    assert sum(tag == found for tag, found in told) >= len(told) * 0.35
    assert detect_clear("Leiterin Einkauf, Lebensmittel und Getränke", "en") is None
    assert detect("Ich leite das Team, das den Zahlungsdienst gebaut hat.", "en") == "de"


@pytest.mark.parametrize(
    "text",
    [
        "Staff nurse in intensive care | Clinical educator",
        "Backend engineer at Northgate Ledger | Kotlin, Kafka, PostgreSQL",
        "Python, SQL, Go, Terraform, Kubernetes, AWS, GCP, Docker",
        "\ud800 broken text of four words",
    ],
)
def test_names_and_terms_are_no_other_language(text):
    assert detect_clear(text, "en") is None
