"""Finds the rules, and selects those of a run."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from profilelint.errors import ConfigError, RuleFileError
from profilelint.finding import Severity
from profilelint.rule import CATEGORIES, Rule, read_rule

if TYPE_CHECKING:
    from profilelint.config import RuleSetting


RUN = ("rule-crashed", "unused-suppression", "expired-suppression", "stale-baseline")
"""What the run itself has to say; no rule may be called so."""

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def built_in_folder() -> Path:
    """The folder of the built-in rules: inside an installed package, else that of the checkout."""
    package = Path(__file__).parent
    shipped = package / "rules"
    return shipped if shipped.is_dir() else package.parent / "rules"


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The rules of a run.

    Attributes:
        rules: those that are on, in the order of categories and ids.
        every: all that were found.
        partial: some were taken out by selecting or ignoring.
    """

    rules: tuple[Rule, ...]
    every: tuple[Rule, ...]

    @property
    def partial(self) -> bool:
        """Whether some rules were taken out."""
        return len(self.rules) < len(self.every)

    def named(self, name: str) -> Rule:
        """The rule of an id, or of a former one.

        Raises:
            ConfigError: there is none; the message names the nearest.
        """
        for rule in self.every:
            if name == rule.id or name in rule.aliases:
                return rule
        raise _unknown(name, [rule.id for rule in self.every])


def load_rules(folders: Sequence[str | Path] = ()) -> tuple[Rule, ...]:
    """Read the built-in rules, then those of installed packs and of further folders.

    Other people's rules are validated in full. A file of an installed pack that breaks the rule
    format is named and left out; one in a folder that somebody named is an error.

    Raises:
        RuleFileError: a file breaks the rule format, or its id is taken.
        ConfigError: a folder does not exist.
    """
    rules = [
        *(read_rule(path) for path in files_in(built_in_folder())),
        *_of_packs(),
        *_of_folders(folders),
    ]
    taken: dict[str, Rule] = {}
    for rule in rules:
        first = taken.setdefault(rule.id, rule)
        if first is not rule:
            raise _taken(rule, first)
    return tuple(sorted(rules, key=lambda rule: (CATEGORIES.index(rule.category), rule.id)))


def _of_folders(folders: Sequence[str | Path]) -> Iterator[Rule]:
    for folder in folders:
        from profilelint.rule_file import read_rule_file

        if not Path(folder).is_dir():
            raise ConfigError(f"{folder}: no such folder of rules", hint="check --rules")
        for path in files_in(Path(folder)):
            yield read_rule_file(path, str(folder)).rule


def _of_packs() -> Iterator[Rule]:
    from profilelint.plugins import folder, plugins, skip

    for plugin in plugins("packs"):
        from profilelint.rule_file import read_rule_file

        home = folder(plugin)
        try:
            files = files_in(home) if home else []
        except RuleFileError as error:
            skip(plugin, error.message)
            continue
        for path in files:
            try:
                yield read_rule_file(path, plugin.distribution).rule
            except RuleFileError as error:
                skip(plugin, error.message, "a rule")


def _taken(rule: Rule, first: Rule) -> RuleFileError:
    def told(one: Rule) -> str:
        return f"{one.path} of {one.origin}" if one.origin else f"the built-in {one.path}"

    ours = not first.origin
    return RuleFileError(
        f"{told(rule)}: the id “{rule.id}” is taken by {told(first)}",
        hint="give the file another name" if ours else "give one another name, or uninstall a pack",
    )


def configure(every: tuple[Rule, ...], settings: "Mapping[str, RuleSetting]") -> tuple[Rule, ...]:
    """Set severity, points and options of single rules; those set to ``off`` stay in.

    Raises:
        ConfigError: no rule has that id, or it takes no such option.
    """
    if not settings:
        return every
    named = Ruleset(every, every)
    changed = {}
    for name, setting in settings.items():
        rule = named.named(name)
        changed[rule.id] = _configured(rule, setting)
    return tuple(changed.get(rule.id, rule) for rule in every)


def _configured(rule: Rule, setting: "RuleSetting") -> Rule:
    if setting.severity not in (None, "off"):
        rule = replace(rule, severity=Severity(setting.severity), levels=(), chosen=True)
    if setting.points is not None:
        rule = replace(rule, points=setting.points)
    if setting.options:
        options = {key.replace("_", "-"): value for key, value in setting.options.items()}
        rule = replace(rule, options=MappingProxyType({**rule.options, **options}))
        _check_options(rule, options)
    return rule


def _check_options(rule: Rule, given: Mapping[str, object]) -> None:
    from dataclasses import fields

    from pydantic import TypeAdapter, ValidationError

    from profilelint.kinds import kind_of, options_of
    from profilelint.nearest import did_you_mean

    kind = kind_of(rule)
    known = [f.name.replace("_", "-") for f in fields(kind.Options) if f.init]
    for key in given:
        if key not in known:
            raise ConfigError(
                f"rule.{rule.id}.options: the rule takes no option “{key}”",
                hint=did_you_mean(key, known) if known else "it takes none",
            )
    try:
        options_of(rule, kind)
        TypeAdapter(kind.Options).validate_python(
            {key.replace("-", "_"): value for key, value in rule.options.items()}
        )
    except (RuleFileError, ValidationError) as error:
        reason = (
            error.errors(include_url=False)[0]["msg"]
            if isinstance(error, ValidationError)
            else error.message.partition(" with: ")[2]
        )
        raise ConfigError(
            f"rule.{rule.id}.options: {reason[:1].lower()}{reason[1:]}",
            hint=f"“profilelint rule {rule.id}” shows its options",
        ) from error


def files_in(folder: Path) -> list[Path]:
    """The rule files of a folder, each in the folder of its category.

    Raises:
        RuleFileError: one lies elsewhere, or its name is no id.
    """
    stray = sorted(folder.glob("*.yaml"))
    if stray:
        raise RuleFileError(
            f"{stray[0]}: a rule lies in the folder of its category",
            hint=f"move it to one of {', '.join(CATEGORIES)}",
        )
    files = sorted(folder.glob("*/*.yaml"))
    for path in files:
        if path.parent.name not in CATEGORIES:
            raise RuleFileError(
                f"{path}: the folder “{path.parent.name}” is no category",
                hint=f"a rule lies in one of {', '.join(CATEGORIES)}",
            )
        if not _ID.fullmatch(path.stem) or path.stem in RUN:
            raise RuleFileError(
                f"{path}: a rule cannot be called “{path.stem}”",
                hint="its id is in lower case, its words tied with hyphens: client-named",
            )
    return files


def select(
    every: tuple[Rule, ...], selected: Iterable[str] = (), ignored: Iterable[str] = ()
) -> Ruleset:
    """Choose the rules of a run by id or category.

    Args:
        every: all rules.
        selected: those that are on; all, where nothing is given.
        ignored: those that are off; it wins over ``selected``.

    Raises:
        ConfigError: a name is neither an id nor a category; the message names the nearest.
    """
    chosen = list(selected)
    on = _ids(every, chosen) if chosen else {rule.id for rule in every}
    off = _ids(every, ignored)
    return Ruleset(tuple(rule for rule in every if rule.id in on - off), every)


def _ids(every: tuple[Rule, ...], names: Iterable[str]) -> set[str]:
    ids: set[str] = set()
    for name in names:
        found = {r.id for r in every if name in (r.id, r.category, *r.aliases)}
        if not found and name not in CATEGORIES:
            raise _unknown(name, [*(rule.id for rule in every), *CATEGORIES])
        ids |= found
    return ids


def _unknown(name: str, known: list[str]) -> ConfigError:
    from profilelint.nearest import nearest

    near = nearest(name, known)
    hint = f"did you mean “{near}”?" if near else "“profilelint rules” lists them"
    return ConfigError(f"no rule or category is called “{name}”", hint=hint)
