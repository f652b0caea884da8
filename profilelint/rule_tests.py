"""``profilelint test-rules``: runs the examples of a folder of rules, for those who write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from profilelint.errors import ConfigError, ProfilelintError, RuleFileError
from profilelint.rule import read_yaml
from profilelint.rule_cases import case_failures
from profilelint.rule_file import WholeRule, line_of, read_rule_file
from profilelint.ruleset import built_in_folder, files_in

_PLACED = re.compile(r"(?P<place>.+?\.yaml(?::\d+)*): (?P<wrong>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Failure:
    """What is wrong, with its place: ``house/wording/client-named.yaml:14``."""

    place: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Tested:
    """What became of a folder of rules."""

    rules: int
    cases: int
    failed_cases: int
    failures: tuple[Failure, ...]

    @property
    def summary(self) -> str:
        """The counts, in one line."""
        files = len({failure.place.partition(".yaml")[0] for failure in self.failures})
        told = f"{_count(self.rules, 'rule')}, {_count(self.cases, 'case')}"
        if not self.failures:
            return f"{told}: all is as they say"
        return f"{told}: {_count(self.failed_cases, 'case')} failed, in {_count(files, 'file')}"


def run_folder(folder: Path) -> Tested:
    """Validate every rule file of a folder, and run its cases.

    Raises:
        ConfigError: there is no such folder, or no rule in it.
    """
    if not folder.is_dir():
        raise ConfigError(f"{folder}: no such folder of rules", hint="check the name")
    files = files_in(folder)
    if not files:
        raise ConfigError(
            f"{folder}: no rules here", hint="a rule is a file <category>/<id>.yaml in it"
        )
    ours = {path.stem for path in files_in(built_in_folder())}
    failures: list[Failure] = []
    cases = failed = 0
    for path in files:
        try:
            whole = read_rule_file(path, str(folder))
        except RuleFileError as error:
            failures.append(_placed(path, error))
            continue
        if path.stem in ours and folder.resolve() != built_in_folder().resolve():
            failures.append(Failure(str(path), f"the built-in rules have a “{path.stem}”"))
        cases += len(whole.bad) + len(whole.good)
        wrong = list(_cases(whole, path))
        failed += len({failure.place for failure in wrong})
        failures += wrong
    return Tested(len(files), cases, failed, tuple(failures))


def _cases(whole: WholeRule, path: Path) -> Iterator[Failure]:
    _, root = read_yaml(path)
    for group, cases in (("bad", whole.bad), ("good", whole.good)):
        for index, case in enumerate(cases):
            line = line_of(root, (group, index))
            for wrong in _wrong(whole, group, case):
                yield Failure(f"{path}:{line}", f"{group} case {index + 1}: {wrong}")


def _wrong(whole: WholeRule, group: str, case: Any) -> Iterator[str]:  # noqa: ANN401
    try:
        yield from case_failures(whole, group, case)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        at = ".".join(str(part) for part in first["loc"])
        yield f"it cannot be run: {at}: {first['msg'].lower()}"
    except (ProfilelintError, ValueError, TypeError, KeyError, AttributeError) as error:
        yield f"it cannot be run: {' '.join(str(error).split())}"


def _placed(path: Path, error: RuleFileError) -> Failure:
    match = _PLACED.fullmatch(error.message)
    if match is None:
        return Failure(str(path), str(error))
    return Failure(match["place"], f"{match['wrong']}; {error.hint}")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
