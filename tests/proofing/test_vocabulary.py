"""What is a word, what is a brand, and what is a name of this profile."""

import pytest

from profilelint.profile import Profile
from profilelint.proofing.vocabulary import Vocabulary, known_typo
from profilelint.proofing.word_file import WordFile, word_file


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary()


@pytest.mark.parametrize(
    "word",
    [
        *("engineer", "Engineer", "ENGINEERING", "organise", "organize", "colour", "judgement"),
        *("don't", "nurse's", "nurses'", "nurse’s", "well-being", "cost-effective", "co-wrote"),
        *("Kubernetes", "Terraform", "PostgreSQL", "GitHub", "Node", "kubectl", "microservices"),
        *("ACLS", "CCRN", "MBChB", "PRINCE2", "III", "kWh", "CI", "onboarded", "upskilling"),
        *("phlebotomy", "venepuncture", "palletising", "résumé", "façade", "Kubernetes's"),
    ],
)
def test_words(vocabulary, word):
    assert vocabulary.accepts(word)


@pytest.mark.parametrize(
    "word",
    [
        *("recieve", "managment", "Enginer", "developement", "accross", "untill", "unneccessary"),
        *("dont", "cant", "teh", "seperate", "definately", "occured", "Managment", "knowledgable"),
    ],
)
def test_no_words(vocabulary, word):
    assert not vocabulary.accepts(word)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Github", "GitHub"),
        ("github", "GitHub"),
        ("javascript", "JavaScript"),
        ("Javascript", "JavaScript"),
        ("PostgreSql", "PostgreSQL"),
        ("Linkedin", "LinkedIn"),
        ("Powerpoint", "PowerPoint"),
        ("python", "Python"),
        ("Iphone", "iPhone"),
        ("Phd", "PhD"),
    ],
)
def test_brands(vocabulary, wrong, right):
    assert vocabulary.canonical(wrong) == right
    assert vocabulary.canonical(right) is None


@pytest.mark.parametrize(
    "word",
    [
        *(
            "go",
            "Go",
            "swift",
            "rust",
            "node",
            "slack",
            "word",
            "excel",
            "teams",
            "spark",
            "azure's",
        ),
        *(
            "GITHUB",
            "JAVASCRIPT",
            "outlook",
            "access",
            "linear",
            "notion",
            "oracle",
            "apple",
            "sage",
        ),
        *(
            "helpdesk",
            "loopback",
            "readme",
            "Mastercard",
            "EBay",
            "windows",
            "tableau",
            "restful",
            "snowflake",
            "lambda",
            "uber",
            "amazon",
        ),
    ],
)
def test_no_brands(vocabulary, word):
    assert vocabulary.canonical(word) is None


@pytest.mark.parametrize(
    "word",
    [
        *("Canva", "skillset", "platformer", "pathing", "geocacher", "matrixes", "jobseeker"),
        *("Matric", "Abitur", "Baccalauréat", "A-levels", "Bachillerato", "chargebacks"),
    ],
)
def test_words_of_work_and_school(vocabulary, word):
    assert vocabulary.accepts(word)


@pytest.mark.parametrize(
    ("word", "brand"),
    [
        ("MongodDB", "MongoDB"),
        ("PostgresSQL", "PostgreSQL"),
        ("HackeRank", "HackerRank"),
        *(("McKinzey", None), ("Mongodb", None), ("FooBarBaz", None), ("MongoDBs", None)),
    ],
)
def test_a_word_near_a_brand(vocabulary, word, brand):
    near = vocabulary.near_brand(word)
    assert (near.name if near else None) == brand


def test_the_profiles_own_names_are_words():
    profile = Profile.model_validate(
        {
            "name": "Deshawn Okpara-Lind",
            "positions": [{"company": "Zaltbrook Freyt GmbH", "location": "Hallamthorpe"}],
            "education": [{"school": "University of Quorndyke"}],
            "skills": [{"name": "Fooctl"}],
        }
    )
    own = Vocabulary(profile, words=["grobnitz", "Snorri Tech"])
    for word in ("Okpara-Lind", "Okpara", "Zaltbrook's", "Freyt", "Hallamthorpe", "Quorndyke"):
        assert own.accepts(word)
        assert not Vocabulary().accepts(word)
    assert own.accepts("Fooctl")
    assert own.accepts("grobnitz")
    assert own.accepts("Snorri")


def test_a_known_typo_is_no_name_even_as_a_skill():
    profile = Profile.model_validate({"skills": [{"name": "Project Managment"}]})
    assert not Vocabulary(profile).accepts("Managment")


def test_a_firm_may_write_itself_as_it_likes():
    profile = Profile.model_validate({"positions": [{"company": "Github Brewing"}]})
    assert Vocabulary(profile).canonical("Github") is None
    assert Vocabulary(words=["Github"]).canonical("Github") is None


def test_a_name_that_disagrees_with_itself():
    profile = Profile.model_validate(
        {
            "skills": [{"name": "Quornetes"}, {"name": "Quornets"}],
            "about": "I run Quornetes. Quornetes is what I know.",
        }
    )
    own = Vocabulary(profile)
    assert own.accepts("Quornetes")
    assert not own.accepts("Quornets")
    assert own.usual_form("Quornets") == "Quornetes"


def test_known_typos():
    assert known_typo("Recieve").corrections == ("receive",)
    assert known_typo("recieve").common
    assert not known_typo("enginer").common
    assert known_typo("receive") is None


@pytest.mark.parametrize(
    "name", ["words.txt", "typos.txt", "brands.txt", "other-words.txt", "word-pairs.txt"]
)
def test_files_are_sorted_and_every_line_is_found(name):
    file = WordFile(name)
    lines = [word for word, _ in file.starting_with("")]
    keys = [word.encode() for word in lines]
    assert keys == sorted(set(keys))
    assert all(word in file for word in lines[:: max(1, len(lines) // 500)])
    assert lines[0] in file
    assert lines[-1] in file


@pytest.mark.parametrize("word", ["", "\x00", "zzzzzz", "\U0010ffff", "engineerx", "A\nB"])
def test_what_is_not_there_is_not_found(word):
    assert word_file("words.txt").get(word) is None


def test_no_typo_is_a_word():
    words, typos = word_file("words.txt"), word_file("typos.txt")
    assert not [wrong for wrong, _ in typos.starting_with("re") if wrong in words]
