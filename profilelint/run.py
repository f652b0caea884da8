"""One run over many inputs: a broken one stops none of the others."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from profilelint import loaders
from profilelint.baseline import baseline_of, read_baseline
from profilelint.config_file import for_path
from profilelint.errors import InputError, ProfilelintError
from profilelint.linter import Linter, unused_in
from profilelint.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from profilelint.config import Config

BASELINE = "baseline.json"
"""Where a baseline is written, unless the settings or the command line name a file."""


@dataclass
class Run:
    """Checks inputs one after another.

    Attributes:
        config: the settings; an input may have its own, by the overrides in them.
        given: what the command line set, which wins over the overrides.
        tell: called with each error that stops one input only.
        busy: makes what shows that an input is being read.
        linter: the linter of the settings as they are.
        outcomes: one for each profile or failure, in the order of the inputs.
    """

    config: Config
    given: Mapping[str, Any] = field(default_factory=dict)
    tell: Callable[[ProfilelintError], None] = lambda _: None
    busy: Callable[[str], AbstractContextManager[object]] = lambda _: nullcontext()
    linter: Linter = field(init=False)
    outcomes: list[Outcome] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.linter = Linter(self.config)
        self.linter.warm()
        self._others: dict[str, Linter] = {}

    def check(self, paths: Sequence[str], **reading: Any) -> list[Outcome]:  # noqa: ANN401
        """Check all profiles that the paths stand for.

        Args:
            paths: files, folders, patterns, or ``-``.
            reading: ``format_in`` and ``field``, as :func:`profilelint.loaders.load` takes them.

        Raises:
            ConfigError: a setting makes no sense, for whichever input.
        """
        with self.linter:
            for path in self.inputs(paths):
                linter = self.linter_for(path)
                try:
                    with self.busy(path):
                        found = loaders.load_all(path, limits=self.config.limits, **reading)
                        self.outcomes.extend(Outcome(path, d, linter.check(d)) for d in found)
                except ProfilelintError as error:
                    if error.exit_code == 2:  # the settings are wrong, for every file alike
                        raise
                    self.failed(path, error)
                except (MemoryError, RecursionError, OSError) as error:
                    reason = f"{path}: cannot be read ({type(error).__name__}: {error})"
                    self.failed(path, InputError(reason))
        self._tell_unused()
        return self.outcomes

    def write_baseline(self, path: Path) -> int:
        """Write a baseline of all that was found, and take it for known.

        Entries that this run could not meet stay: of profiles that it did not look at, of rules
        that did not run, and of what a format does not hold.

        Returns:
            How many findings are known now.

        Raises:
            InputError: it cannot be written.
        """
        reports = [outcome.report for outcome in self.outcomes if outcome.report]
        before = self.linter.baseline.known if self.linter.baseline else ()
        judged = set().union(*(linter.past.judged for linter in self._linters))
        text = baseline_of(reports, set(before) - judged)
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise InputError(
                f"{path}: cannot be written ({error.strerror})",
                hint="check your right to write there",
            ) from error
        self.config = self.config.model_copy(update={"baseline": str(path)})
        self._others = {}
        with self.linter as engines:
            self.linter = engines.with_config(self.config)
            for index, outcome in enumerate(self.outcomes):
                if outcome.document is not None:
                    report = self.linter_for(outcome.path).check(outcome.document)
                    self.outcomes[index] = replace(outcome, report=report)
        self._tell_unused()
        return len(read_baseline(path).known)

    def inputs(self, paths: Sequence[str]) -> Iterator[str]:
        """The exports that the paths stand for; a folder without any is an outcome of its own."""
        for path in paths:
            try:
                yield from loaders.inputs(path) if path != "-" else [path]
            except ProfilelintError as error:
                self.failed(path, error)

    @property
    def _linters(self) -> list[Linter]:
        return [self.linter, *self._others.values()]

    def linter_for(self, path: str) -> Linter:
        """The linter with the settings of an input, which may be overridden for it."""
        config = for_path(self.config, path, self.given)
        if config is self.config:
            return self.linter
        key = config.model_dump_json()
        if key not in self._others:
            self._others[key] = self.linter.with_config(config)
        return self._others[key]

    def failed(self, path: str, error: ProfilelintError) -> None:
        """Take note of an input that could not be read."""
        self.tell(error)
        self.outcomes.append(Outcome(path, error=error))

    def _tell_unused(self) -> None:
        """Put what is left over of suppressions and baseline into the last report."""
        found = unused_in(self._linters)
        for index in reversed(range(len(self.outcomes))):
            report = self.outcomes[index].report
            if report is not None and found:
                told = replace(report, findings=(*report.findings, *found))
                self.outcomes[index] = replace(self.outcomes[index], report=told)
                return
