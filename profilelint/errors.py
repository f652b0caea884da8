"""What can go wrong outside our control, each with a line that says what, where and what to do."""


class ProfilelintError(Exception):
    """Base of every error that profilelint raises on purpose.

    Attributes:
        exit_code: what the command line exits with when nobody catches the error.
    """

    exit_code = 3

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class InputError(ProfilelintError):
    """An export that could not be read: missing, broken, too large, or of no known format."""


class ManyProfiles(InputError):  # noqa: N818  (the name is public API)
    """One profile was asked for, and the file holds several."""


class ConfigError(ProfilelintError):
    """A configuration or an option that makes no sense."""

    exit_code = 2


class RuleFileError(ConfigError):
    """A rule file that breaks the rule format; the message names file and line."""


class EngineUnavailable(ProfilelintError):  # noqa: N818  (reads well where it is caught)
    """A proofreading engine that was asked for is not there."""

    exit_code = 2


class EngineLost(EngineUnavailable):
    """A proofreading engine died or gave up in mid-run: what it had to say is skipped."""
