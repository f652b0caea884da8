"""Whom a note greets, and whether that is its recipient."""

import pytest

from profilelint.kinds.notes.greeting import greeting
from profilelint.kinds.notes.names import Person


@pytest.mark.parametrize(
    ("text", "name", "titled"),
    [
        ("Hi Saskia, on Monday", "Saskia", False),
        ("HI VIGGO!!! I AM", "VIGGO", False),
        ("Guten Tag Frau Jarnefjell, Ihr Beitrag", "Jarnefjell", True),
        ("Hola, Odalys: escuché", "Odalys", False),
        ("Good morning Dr. Ana Díaz, your", "Ana Díaz", True),
        ("Dear Mr van der Berg, I", "van der Berg", True),
        ("Hi Ana I saw your post", "Ana", False),
        ("Hi Mary Ann, I", "Mary Ann", False),
        ("Anna, great to meet you", "Anna", False),
        ("Kia ora Callum, your map", "Callum", False),
        ("Hi Jean-Luc, your talk", "Jean-Luc", False),
        ("Hello, I hope", "", False),
        ("Hi {first_name}, I saw", "", False),
        ("Hi from Wellington", "", False),
        ("Hello, Leeds has changed", "", False),
        ("Dear Hiring Manager,", "", False),
        ("Dear Sir or Madam", "", False),
        ("Hi all, I saw", "", False),
    ],
)
def test_greetings(text, name, titled):
    found = greeting(text)
    assert found is not None
    assert (found.name, found.titled) == (name, titled)
    if name:
        assert text[found.name_start :].startswith(name)


@pytest.mark.parametrize("text", ["Yesterday, I applied.", "I'd like to", "", "您好", "Hilton, I"])
def test_no_greeting(text):
    assert greeting(text) is None


@pytest.mark.parametrize(
    ("person", "called"),
    [
        ("Robert Smith", "Bob"),
        ("Aleksandra Nowak", "Ola"),
        ("Yasemin Kaya", "Yasi"),
        ("Zoltán Pellworth", "Zoltan"),
        ("Francisco Example", "Paco"),
        ("Ekaterina Example", "Katya"),
        ("Jose Maria Lopez", "José"),
        ("Xiaoming (Tony) Li", "Tony"),
        ("Kim Minjun", "Minjun"),
    ],
)
def test_short_forms_and_other_spellings_are_the_same_person(person, called):
    assert Person(person).is_called(called)


@pytest.mark.parametrize(
    ("person", "called"),
    [("Mirela Example", "Martina"), ("Petra Example", "Anna"), ("Jan Example", "Jana")],
)
def test_others_are_not(person, called):
    assert not Person(person).is_called(called)


def test_a_name_without_title_degree_and_initial():
    person = Person("Dr. J. Robert O'Neil-Smith, PhD")
    assert (person.first, person.last) == ("Robert", "O'Neil-Smith")


def test_a_name_in_a_script_without_spaces():
    assert Person("김민준").is_named_in("안녕하세요 민준님")
    assert not Person("김민준").is_named_in("안녕하세요 서연님")


@pytest.mark.parametrize("name", ["", " ", "Dr.", "(", "李"])
def test_odd_names_break_nothing(name):
    person = Person(name)
    assert not person.is_named_in("Hi Ana")
    assert isinstance(person.first, str)
    assert isinstance(person.last, str)
