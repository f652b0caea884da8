"""The reporter ``checklist``: a Markdown list to tick off."""

from collections.abc import Iterator, Mapping, Sequence

from profilelint.outcome import Outcome
from profilelint.reporters import Style
from profilelint.rule import Rule


def render(outcomes: Sequence[Outcome], _rules: Mapping[str, Rule], _style: Style) -> str:
    """One line a finding that counts."""
    return "".join(f"{line}\n" for line in _lines(outcomes))


def _lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        yield f"# {outcome.path}"
        for finding in outcome.report.active if outcome.report else ():
            yield f"- [ ] {finding.message} (`{finding.rule}`)"
