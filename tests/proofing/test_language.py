"""The text tells its language, whatever the interface was in."""

import sys
from pathlib import Path

import pytest

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
