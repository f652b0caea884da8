"""Whether an unknown word is a slip, and that what is suggested for it is none."""

import pytest

from profilelint.finding import Confidence
from profilelint.proofing.passages import BULLET, LIST, PROSE, Passage
from profilelint.proofing.ranking import rank
from profilelint.proofing.spelling import judge_english
from profilelint.proofing.unknown_words import unknown_words
from profilelint.proofing.vocabulary import Vocabulary
from profilelint.proofing.word_file import word_file

VOCABULARY = Vocabulary()


def verdicts(text, form=PROSE):
    passage = Passage("/about", 0, text, form)
    for mistake in unknown_words(text, VOCABULARY):
        verdict = judge_english(passage, mistake.start, mistake.end, (), VOCABULARY)
        if verdict is not None and verdict.confidence is not Confidence.LOW:
            yield text[mistake.start : mistake.end], *verdict.suggestions[:1]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("I gave a shrt talk to the board.", "shrt", "short"),
        ("We won two prts of the tender.", "prts", "parts"),
        ("I tauhgt the evening class.", "tauhgt", "taught"),
        ("I know SQL, Tableu and Go.", "Tableu", "Tableau"),
        ("Openad a second shop in York.", "Openad", "Opened"),
        ("I have a proven trackrecord in sales.", "trackrecord", "track record"),
        ("Calmed angry guests and ran a largescale move.", "largescale", "large scale"),
        ("Led the warf and its forty porters in Hull.", "warf", None),
    ],
)
def test_the_words_beside_a_word_tell_that_it_is_a_slip(text, wrong, right):
    found = dict(verdicts(text, BULLET))
    assert wrong in found
    assert right in (None, found[wrong])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("zlint", BULLET),
        ("Python, zlint, quxel and Go", LIST),
        ("We run a chat bot on the flonk-api and call its (flonk) side.", PROSE),
        ("Snaider joined the firm in May.", PROSE),
        ("Kept ponies and alpacas near the brook with Fyfe.", PROSE),
    ],
)
def test_what_may_be_a_term_or_a_name_is_left_alone(text, form):
    assert not list(verdicts(text, form))


def _slips():
    words = [w for w, value in word_file("words.txt").starting_with("s") if value and w.isalpha()]
    for word in words[:: len(words) // 150]:
        yield word[:2] + word[3:]
        yield word[:-1].capitalize()
        yield word[:1] + word[2:1:-1] + word[3:]


@pytest.mark.parametrize("wrong", sorted(set(_slips()) - {""}))
def test_no_suggestion_is_a_finding(wrong):
    for suggestion in rank(wrong):
        text = f"I saw {suggestion.word} there."
        assert not list(verdicts(text)), suggestion.word
        assert VOCABULARY.accepts(suggestion.word), suggestion.word
