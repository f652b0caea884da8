"""Write the pages on the rules, ``docs/rules/``, from the rule files.

Run it with ``make rule-pages`` whenever a rule changes; a test fails where a page is stale. The
sections share their data with ``profilelint rule`` (:mod:`profilelint.explain`).
"""

import difflib
import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import yaml

from profilelint.explain import FIXES, costs, options, severity, sources
from profilelint.kinds import kind_of
from profilelint.rule import Rule
from profilelint.rule_file import Case, WholeRule, read_rule_file
from profilelint.ruleset import load_rules
from profilelint.scoring import AVAILABLE

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "rules"
EXAMPLES = 6
LONGEST_VALUE = 60
LONGEST_LINE = 110
MOST_LINES = 40

LANGUAGES = {
    "ar": "Arabic",
    "ca": "Catalan",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pt": "Portuguese",
    "tr": "Turkish",
}
NEEDS = {
    "line-breaks": "line breaks as they were typed",
    "casing": "letters as they were typed",
    "skills.all": "all skills, not the top ones only",
}
CATEGORIES = {
    "proofing": "Mistakes that a reader sees.",
    "completeness": "What is not there.",
    "wording": "What could be said better.",
    "consistency": "What does not agree with the rest.",
    "presence": "How the profile is found and read: lengths, the address, what is private.",
    "invitation": "The note that goes with a connection request.",
    "outreach": "How invitations are sent.",
}
INTRODUCTION = """\
{count} rules, by category. A *safe* fix may be written unseen, an *unsafe* one somebody should
look at. Each page says why the rule exists, by whose word, and how to switch it off."""
RUN = """\
## run (4)

What the run says of itself. These have no rule file, cost nothing, and cannot be selected.

| id | what it tells | severity |
|---|---|---|
| `rule-crashed` | A rule broke; the others went on, and the exit code is 3. | error |
| `unused-suppression` | A [suppression](../configuration.md) covers nothing any more. | warning |
| `expired-suppression` | The last day of a suppression is over. | warning |
| `stale-baseline` | An entry of the baseline is mended or gone. | warning |
"""


def main() -> None:
    """Write every page, and take away those that no rule has."""
    PAGES.mkdir(exist_ok=True)
    written = pages()
    for path in PAGES.glob("*.md"):
        if path.name not in written:
            path.unlink()
    for name, text in written.items():
        (PAGES / name).write_text(text, encoding="utf-8")
    print(f"{PAGES.relative_to(ROOT)}: {len(written)} pages")


def pages() -> dict[str, str]:
    """Every page's file name and text."""
    rules = load_rules()
    texts = {f"{rule.id}.md": page(read_rule_file(Path(rule.path))) for rule in rules}
    return {"index.md": index(rules), **texts}


def index(rules: Sequence[Rule]) -> str:
    """The page that lists all rules by category."""
    lines = ["# Rules", "", INTRODUCTION.format(count=len(rules))]
    for category, group in groupby(rules, key=lambda rule: rule.category):
        members = list(group)
        points = AVAILABLE.get(category)
        scored = f" {points:g} of the 100 [points](../score.md)." if points else " Not scored."
        lines += ["", f"## {category} ({len(members)})", "", CATEGORIES[category] + scored, ""]
        lines += ["| rule | what is flagged | severity | fix |", "|---|---|---|---|"]
        for rule in members:
            lines.append(
                f"| [{rule.id}]({rule.id}.md) | {_cell(rule.summary)} | {_severities(rule)}"
                f" | {rule.fix or ''} |"
            )
    return "\n".join([*lines, "", RUN])


def _severities(rule: Rule) -> str:
    return " or ".join(dict.fromkeys(level.severity.value for level in rule.levels)) or (
        rule.severity.value
    )


def page(whole: WholeRule) -> str:
    """The page of one rule."""
    return "\n".join(_page(whole)).rstrip() + "\n"


def _page(whole: WholeRule) -> Iterator[str]:
    rule = whole.rule
    yield f"# {rule.id}"
    yield ""
    yield rule.summary
    yield ""
    yield "| | |"
    yield "|---|---|"
    for name, value in _facts(rule):
        yield f"| {name} | {_cell(value)} |"
    yield ""
    yield "## Why"
    yield ""
    yield _prose(rule.why)
    yield ""
    yield from _sources(rule)
    yield from _cases("Flagged", whole, whole.bad)
    yield from _cases("Left alone", whole, whole.good)
    yield from _options(rule)
    yield from _settings(rule)


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    yield "category", f"[{rule.category}](index.md)"
    yield "severity", severity(rule)
    if rule.category == "proofing":
        yield "for a hiring manager", "every warning is an error"
    shared = f", shared with [{rule.shares}]({rule.shares}.md)" if rule.shares else ""
    yield "costs", f"{costs(rule)}{shared}"
    yield "confidence", rule.confidence.value
    yield "fix", FIXES[rule.fix].rstrip(".")
    yield "looks at", ", ".join(f"`{target}`" for target in rule.targets)
    if rule.needs:
        needs = ", ".join(NEEDS.get(need, f"`{need}`") for need in rule.needs)
        yield "skipped unless the export tells", needs
    if rule.languages:
        yield "languages", ", ".join(LANGUAGES[language] for language in rule.languages)
    yield "since", rule.since
    if rule.aliases:
        yield "formerly", ", ".join(f"`{alias}`" for alias in rule.aliases)
    yield "rule file", _rule_file(rule, f"`{Path(rule.path).name}`")


def _sources(rule: Rule) -> Iterator[str]:
    if not rule.sources:
        return
    yield "## Sources"
    yield ""
    known = sources()
    for key in rule.sources:
        source = known[key]
        title = _prose(source["title"])
        title = f"[{title}]({source['url']})" if source.get("url") else f"“{title}”"
        told = f"{_prose(source['publisher'])}, {source['year']}. {_prose(source['note'])}"
        yield f"- {title}, {told}"
    yield ""


def _cases(title: str, whole: WholeRule, cases: Sequence[Case]) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    for case in cases[:EXAMPLES]:
        if context := ", ".join(_context(case, whole.rule)):
            yield f"{context[:1].upper()}{context[1:]}:"
            yield ""
        yield from _example(case)
        if found := ", ".join(_code(text) for text in case.finds or () if text):
            yield f"Found: {found}"
            yield ""
    if len(cases) > EXAMPLES:
        yield f"{len(cases) - EXAMPLES} more in the {_rule_file(whole.rule)}."
        yield ""


def _context(case: Case, rule: Rule) -> Iterator[str]:
    """What beside its text makes the case what it is."""
    if case.text is not None and case.field not in (None, rule.targets[0]):
        yield f"in `{case.field}`"
    if case.language not in ("en-US", "en", "auto"):
        name = LANGUAGES[case.language.partition("-")[0]]
        yield f"in {name}" if name != "English" else f'`language = "{case.language}"`'
    if case.to is not None:
        yield f"a note to {case.to}"
    if case.stage != "none":
        yield f"`--stage {case.stage}`"
    if case.plan is not None:
        yield f"`--plan {case.plan}`"
    if "now" in case.model_fields_set:
        yield f"on {case.now}"
    for name, value in case.options.items():
        yield f"with the option `{name}: {_inline(value)}`"
    if case.severity is not None and rule.levels:
        yield f"as {'an error' if case.severity.value == 'error' else f'a {case.severity.value}'}"


def _example(case: Case) -> Iterator[str]:
    if case.text is None:
        yield from _fenced("yaml", _yaml(case.profile))
    elif case.fixed is not None:
        compared = difflib.ndiff(case.text.splitlines(), case.fixed.splitlines())
        yield from _fenced("diff", "\n".join(line for line in compared if line[0] != "?"))
    else:
        yield from _fenced("text", case.text)
    for name, what in (("resume", "The resume"), ("sender", "Its sender")):
        value = getattr(case, name)
        if value is not None:
            yield f"{what}:"
            yield ""
            yield from _fenced(
                *(("text", value) if isinstance(value, str) else ("yaml", _yaml(value)))
            )


def _options(rule: Rule) -> Iterator[str]:
    values = options(rule)
    if not values:
        return
    meanings = _meanings(rule)
    yield "## Options"
    yield ""
    yield "| option | value | meaning |"
    yield "|---|---|---|"
    long = []
    for name, value in values.items():
        told = _inline(value)
        lines = _listed(name, value)
        if len(told) <= LONGEST_VALUE:
            told = _code(told)
        elif max(map(len, lines)) <= LONGEST_LINE:
            long.append(lines)
            told = "see below"
        else:  # expressions, which explain nothing
            entries = f"{len(value)} entries" if isinstance(value, Mapping | list) else "long"
            told = f"{entries}; see the {_rule_file(rule)}"
        yield f"| `{name}` | {told} | {_cell(meanings.get(name, ''))} |"
    yield ""
    for lines in long:
        yield from _fenced("yaml", "\n".join(lines[:MOST_LINES]))
        if len(lines) > MOST_LINES:
            yield f"{len(lines) - MOST_LINES} more in the {_rule_file(rule)}."
            yield ""


def _rule_file(rule: Rule, name: str = "rule file") -> str:
    return f"[{name}](../../rules/{rule.category}/{Path(rule.path).name})"


def _listed(name: str, value: object) -> list[str]:
    """A long value, an entry a line."""
    if isinstance(value, Mapping):
        return [f"{name}:", *(f"  {_inline({k: v})[1:-1]}" for k, v in value.items())]
    if isinstance(value, list | tuple):
        return [f"{name}:", *(f"  - {_inline(part)}" for part in value)]
    return [f"{name}: {_inline(value)}"]


def _meanings(rule: Rule) -> dict[str, str]:
    """What the options of a rule's kind mean, by its docstring."""
    told = inspect.getdoc(kind_of(rule).Options) or ""
    _, _, attributes = told.partition("Attributes:\n")
    found = re.findall(r"^    (\w+): (.+(?:\n {5,}.+)*)", attributes, re.MULTILINE)
    return {
        name.replace("_", "-"): re.sub(r"``([^`]+)``", r"`\1`", " ".join(text.split())).rstrip(".")
        for name, text in found
    }


def _settings(rule: Rule) -> Iterator[str]:
    yield "## Switch it off, or set it otherwise"
    yield ""
    yield "In the [configuration](../configuration.md); for one run, `--ignore " + rule.id + "`:"
    yield ""
    yield from _fenced("toml", f'ignore = ["{rule.id}"]')
    other = "warning" if rule.severity.value == "suggestion" else "suggestion"
    lines = [f"[rule.{rule.id}]", f'severity = "{other}"']
    simple = {k: v for k, v in options(rule).items() if type(v) in (bool, int, float)}
    if simple:
        lines += ["", f"[rule.{rule.id}.options]"]
        lines += [f"{name} = {str(value).lower()}" for name, value in simple.items()]
    yield "Set otherwise:"
    yield ""
    yield from _fenced("toml", "\n".join(lines))
    yield "Allowed in one place, with the reason:"
    yield ""
    allowed = {"rule": rule.id, "at": _place(rule.targets[0]), "reason": "It is meant so."}
    yield from _fenced(
        "toml", "\n".join(["[[suppress]]", *(f'{k} = "{v}"' for k, v in allowed.items())])
    )
    if rule.options.get("engine") == "spelling":
        yield "A word that is right needs none of this: `profilelint accept WORD` makes it known."
        yield ""


def _place(target: str) -> str:
    """A place as a suppression names it."""
    first, _, rest = target.partition(".")
    match first:
        case "positions":
            return "positions[Acme]"
        case "education":
            return "education[Example University]"
        case _ if rest and first != "contact":
            return f"/{first}/*/{rest}"
        case _:
            return "/" + target.replace(".", "/")


def _fenced(language: str, text: str) -> Iterator[str]:
    yield f"```{language}"
    yield text.rstrip("\n")
    yield "```"
    yield ""


def _yaml(value: object) -> str:
    return yaml.safe_dump(
        _plain(value), allow_unicode=True, sort_keys=False, width=88, default_flow_style=None
    ).rstrip()


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def _inline(value: object) -> str:
    """A value on one line, as YAML has it."""
    told = yaml.safe_dump(
        _plain(value), allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=True
    )
    return told.removesuffix("\n").removesuffix("\n...")


def _code(text: str) -> str:
    """Text as inline code, whatever stands in it."""
    text = " ".join(text.splitlines()).replace("|", "\\|")
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _prose(text: str) -> str:
    """Text in which nothing is taken for Markdown."""
    return re.sub(r"([*_\[\]<>`])", r"\\\1", text)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()
