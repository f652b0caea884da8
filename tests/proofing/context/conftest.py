"""What the tests of the rules of context share: run one rule over one passage."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from profilelint.proofing.context.sentence import Token, read
from profilelint.proofing.context.slip import Slip

Rule = Callable[[Sequence[Token]], Iterator[Slip]]
Told = Callable[[Rule, str], list[tuple[str, str]]]


@pytest.fixture
def told() -> Told:
    """What a rule marks in a text, each with its first suggestion."""

    def _told(rule: Rule, text: str) -> list[tuple[str, str]]:
        return [(text[slip.start : slip.end], slip.suggestions[0]) for slip in rule(read(text))]

    return _told
