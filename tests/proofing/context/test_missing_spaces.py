"""Two sentences that run together are told from names with a dot in them."""

import pytest

from profilelint.proofing.context.missing_spaces import missing_spaces

JOINED = (
    ("I keep a box of old receipts.Show me yours.", "receipts. Show"),
    ("It was built by accident.Ten years have passed.", "accident. Ten"),
    ("The work was done!Ask for more.", "done! Ask"),
    ("Do you know why?Many people don't.", "why? Many"),
    ("We grew the team.It's large now.", "team. It's"),
    ("We left the house.I was glad.", "house. I"),
)
RIGHT = (
    "We call pathlib.Path for files.",
    "Ported asp.Net core and vb.Net to the cloud.",
    "I worked for monday.Com in sales.",
    "Wrote to java.util.List in code.",
    "Read the settings.Default.",
    "See our file at old.Report.pdf for more.",
    "The value of math.Pi is known.",
    "Go to www.example.Home page.",
    "I led the team. It grew.",
    "We sell at 3.5 percent, e.g.to banks.",
    "Set the self.Name property.",
)


@pytest.mark.parametrize(("text", "put"), JOINED)
def test_sentences_that_run_together_are_told(told, text, put):
    assert told(missing_spaces, text) == [(put.replace(" ", ""), put)]


@pytest.mark.parametrize("text", RIGHT)
def test_names_with_a_dot_are_let_be(told, text):
    assert told(missing_spaces, text) == []
