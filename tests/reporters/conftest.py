"""Reports as a run would make them, from the engineer's planted mistakes."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from profilelint.document import Document, Location, SourceMap, Unplaced
from profilelint.errors import InputError
from profilelint.finding import (
    Confidence,
    Finding,
    Report,
    Severity,
    Skipped,
    SourceInfo,
    State,
)
from profilelint.outcome import Outcome
from profilelint.profile import Profile
from profilelint.rule import Rule
from profilelint.scoring import cost, score, verdict

SAMPLES = Path(__file__).parents[1] / "samples" / "linkedin-pdf"
NOW = date(2026, 11, 5)

# id: category, severity, message, why
SAID = {
    "misspelling": (
        "proofing",
        "error",
        "“{text}” is in no dictionary; write “{right}”",
        "One misspelled word is enough for some recruiters to stop reading.",
    ),
    "common-typo": (
        "proofing",
        "error",
        "“{text}” is a common typo of “{right}”",
        "A typo that every mail program underlines says that nobody read this twice.",
    ),
    "doubled-word": (
        "proofing",
        "error",
        "“{text}”: a word stands here twice",
        "Doubled words slip through when a text is edited and not read again.",
    ),
    "confused-word": (
        "proofing",
        "error",
        "“{text}” should be “{right}”",
        "A spelling checker does not see these, a reader does.",
    ),
    "wrong-article": (
        "proofing",
        "error",
        "“{text}” should be “{right}”",
        "A wrong article makes a sentence stumble when it is read aloud.",
    ),
    "verb-agreement": (
        "proofing",
        "error",
        "The verb does not go with its subject; write “{right}”",
        "Verbs that disagree are read as careless, or as weak English.",
    ),
    "spacing": (
        "proofing",
        "warning",
        "There is a space too many before the mark",
        "Stray spaces look like a hurried copy and paste.",
    ),
    "punctuation": (
        "proofing",
        "suggestion",
        "The bracket is opened and never closed",
        "Small slips add up to an impression.",
    ),
    "lowercase-sentence": (
        "proofing",
        "warning",
        "“I” is always a capital",
        "Lower case reads like a chat, not like a profile.",
    ),
    "brand-case": (
        "proofing",
        "warning",
        "Its owners write “{right}”",
        "People who hire for a technology know how it is written.",
    ),
    "mojibake": (
        "proofing",
        "error",
        "The accents in “{text}” got broken",
        "Broken characters make the whole text look broken.",
    ),
    "placeholder": (
        "proofing",
        "error",
        "“{text}” was left from a template; fill it in or take it out",
        "Nothing says “unfinished” as loudly as a template's brackets.",
    ),
    "mixed-spelling": (
        "proofing",
        "suggestion",
        "“{text}” is American, the rest is British",
        "One way of spelling shows care.",
    ),
    "mixed-bullets": (
        "proofing",
        "suggestion",
        "This line has another bullet mark than the rest",
        "A list in one style is easier to skim.",
    ),
    "weak-start": (
        "wording",
        "warning",
        "“{text}” hides what you did; start with an action verb: led, built, cut …",
        "Recruiters skim the first words of a line.",
    ),
    "default-url": (
        "presence",
        "warning",
        "The address ends in the code that LinkedIn gave you; choose your own",
        "A clean address fits on a resume, and shows up in searches for your name.",
    ),
    "about-missing": (
        "completeness",
        "error",
        "There is no About section; say in three sentences who you are",
        "It is the one place where you can speak for yourself.",
    ),
    "headline-missing": (
        "completeness",
        "error",
        "There is no headline; say what you do and what for",
        "It is shown beside your name wherever you appear.",
    ),
    "no-position": (
        "completeness",
        "error",
        "There is no position; add what you did last",
        "Recruiters search by title and employer.",
    ),
    "education-missing": (
        "completeness",
        "warning",
        "There is no education; add your last school",
        "Fellow graduates find you by it.",
    ),
    "private-data": (
        "presence",
        "warning",
        "Everybody can read “{text}”; take it out",
        "What stands on a profile is copied by strangers.",
    ),
    "note-default": (
        "invitation",
        "error",
        "This is LinkedIn's own text; say why you write to this person",
        "A default text is declined by default.",
    ),
}

POINTS = {"about-missing": 7, "headline-missing": 4, "no-position": 5, "education-missing": 3}


def _fingerprint(*parts):
    return sha256(ascii(parts).encode()).hexdigest()[:16]


@pytest.fixture
def rules():
    return {
        name: Rule(
            id=name,
            category=category,
            summary=f"What {name} flags.",
            why=why,
            kind="test",
            message=message,
            severity=Severity(severity),
            points=POINTS.get(name),
        )
        for name, (category, severity, message, why) in SAID.items()
    }


@pytest.fixture
def find(rules):
    """Makes a finding of a rule."""

    def find(rule, pointer, start=None, end=None, text=None, right=None, **more):
        known = rules.get(rule)
        severity = more.pop("severity", known.severity if known else Severity.WARNING)
        return Finding(
            rule=rule,
            category=more.pop("category", known.category if known else "run"),
            severity=severity,
            confidence=more.pop("confidence", Confidence.HIGH),
            pointer=pointer,
            start=start,
            end=end,
            text=text,
            message=more.pop(
                "message", (known.message if known else rule).format(text=text, right=right)
            ),
            suggestions=more.pop("suggestions", () if right is None else (right,)),
            points=more.pop("points", cost(known, severity) if known else 0.0),
            location=more.pop("location", Location("Profile.pdf", page=1, line=3)),
            fingerprint=more.pop("fingerprint", _fingerprint(rule, pointer, text)),
            **more,
        )

    return find


@pytest.fixture
def report_of(rules):
    """Makes an outcome of a profile and its findings, scored and judged as a run does."""

    def report_of(profile, findings, path="Profile.pdf", **more):
        document = Document(profile, more.pop("format", "linkedin-pdf"), SourceMap(path))
        scored = score(findings, rules.values())
        source = SourceInfo(path, document.format, "en", profile.name)
        report = Report(
            source=source,
            audience=more.pop("audience", "recruiter"),
            verdict=more.pop("verdict", verdict(profile, findings, scored)),
            score=more.pop("score", scored),
            findings=tuple(findings),
            skipped=tuple(more.pop("skipped", ())),
            unplaced=tuple(more.pop("unplaced", ())),
            now=NOW,
            note=more.pop("note", None),
        )
        return Outcome(path, document, report)

    return report_of


@pytest.fixture
def engineer_profile():
    truth = json.loads((SAMPLES / "engineer-mistakes-en.truth.json").read_text("utf-8"))
    return Profile.model_validate(
        {
            "name": truth["name"],
            "headline": truth["headline"],
            "about": truth["summary"],
            "location": truth["location"],
            "public_url": f"https://www.linkedin.com/in/{truth['public_url']}",
            "contact": {"emails": truth["emails"], "phones": truth["phones"]},
            "positions": truth["positions"],
            "education": truth["education"],
            "skills": [{"name": name} for name in truth["top_skills"]],
        }
    )


@pytest.fixture
def engineer(engineer_profile, find, report_of):
    """A real two-page profile with its 22 planted mistakes."""
    mistakes = json.loads((SAMPLES / "engineer-mistakes-en.mistakes.json").read_text("utf-8"))
    prefix = len("https://www.linkedin.com/in/")
    findings = []
    for index, mistake in enumerate(mistakes["mistakes"]):
        field = mistake["field"].replace("summary", "about")
        pointer = "/" + field.replace("[", "/").replace("].", "/")
        shift = prefix if field == "public_url" else 0
        right = {"weak-start": None, "placeholder": None, "default-url": None}.get(
            mistake["kind"], mistake["right"]
        )
        page = 2 if field.startswith("positions[2]") else 1
        findings.append(
            find(
                mistake["kind"],
                pointer,
                mistake["start"] + shift,
                mistake["end"] + shift,
                mistake["wrong"],
                right,
                location=Location("engineer-mistakes-en.pdf", page=page, line=3 + index),
            )
        )
    return report_of(
        engineer_profile,
        findings,
        path="engineer-mistakes-en.pdf",
        skipped=[
            Skipped("photo-missing", "a LinkedIn PDF does not carry the photo"),
            Skipped("few-connections", "a LinkedIn PDF does not carry connections"),
            Skipped("few-skills", "a LinkedIn PDF shows only the top skills"),
            Skipped("too-many-skills", "a LinkedIn PDF shows only the top skills"),
        ],
        unplaced=[
            Unplaced(
                "Open to work",
                "no such heading is known",
                Location("engineer-mistakes-en.pdf", page=2, line=31),
            )
        ],
    )


@pytest.fixture
def ready(report_of):
    """A profile with nothing to do."""
    profile = Profile.model_validate(
        {
            "name": "Maeve Tarrant",
            "headline": "Staff nurse, intensive care | Teaching new starters",
            "positions": [{"title": "Staff nurse", "company": "Harbour Hospital"}],
        }
    )
    return report_of(
        profile,
        [],
        path="nurse-clean-en.pdf",
        skipped=[Skipped("photo-missing", "a LinkedIn PDF does not carry the photo")],
    )


@pytest.fixture
def empty(find, report_of):
    """A profile that says nothing."""
    findings = [
        find("headline-missing", "/headline"),
        find("about-missing", "/about"),
        find("no-position", "/positions"),
        find("education-missing", "/education"),
    ]
    return report_of(Profile(), findings, path="blank.json", format="profile")


@pytest.fixture
def broken():
    """An export that could not be read."""
    return Outcome(
        "exports/broken.pdf",
        error=InputError("broken.pdf: this PDF has no text", hint="save it anew from LinkedIn"),
    )


@pytest.fixture
def states(engineer_profile, find, report_of):
    """One finding of each state, in a source of lines."""
    place = Location("my resume.json", 12, 20, 12, 27, pointer="/basics/label")
    common = ("misspelling", "/headline", 9, 16, "Enginer", "Engineer")
    return report_of(
        engineer_profile,
        [
            find(*common, location=place),
            find(*common, location=place, state=State.SUPPRESSED),
            find(*common, location=place, state=State.BASELINE),
            find("note-default", "/invitations/0/text", location=place, state=State.HISTORY),
            find(
                "rule-crashed",
                "",
                location=Location("my resume.json"),
                message="the rule “tense” broke and was left out",
            ),
        ],
        path="my resume.json",
        format="json-resume",
    )
