"""The linter for a LinkedIn profile: proofread it, complete it, then connect.

>>> import profilelint
>>> profilelint.load({"name": "Ada Example", "headline": "Engineer"}).profile.name
'Ada Example'

The names below are the public API. They are resolved when first used, so that
``import profilelint`` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from profilelint.config import Config as Config
    from profilelint.document import Document as Document
    from profilelint.errors import ConfigError as ConfigError
    from profilelint.errors import InputError as InputError
    from profilelint.errors import ManyProfiles as ManyProfiles
    from profilelint.errors import ProfilelintError as ProfilelintError
    from profilelint.finding import Confidence as Confidence
    from profilelint.finding import Finding as Finding
    from profilelint.finding import Report as Report
    from profilelint.finding import Severity as Severity
    from profilelint.finding import Verdict as Verdict
    from profilelint.fixing.mend import Mended as Mended
    from profilelint.fixing.mend import mend as mend
    from profilelint.linter import Linter as Linter
    from profilelint.linter import lint as lint
    from profilelint.linter import lint_all as lint_all
    from profilelint.loaders import load as load
    from profilelint.loaders import load_all as load_all
    from profilelint.network.outreach import outreach as outreach
    from profilelint.network.report import OutreachReport as OutreachReport
    from profilelint.note import lint_message as lint_message
    from profilelint.profile import Profile as Profile

_HOMES = {
    "Confidence": "profilelint.finding",
    "Config": "profilelint.config",
    "ConfigError": "profilelint.errors",
    "Document": "profilelint.document",
    "Finding": "profilelint.finding",
    "InputError": "profilelint.errors",
    "Linter": "profilelint.linter",
    "ManyProfiles": "profilelint.errors",
    "Mended": "profilelint.fixing.mend",
    "OutreachReport": "profilelint.network.report",
    "Profile": "profilelint.profile",
    "ProfilelintError": "profilelint.errors",
    "Report": "profilelint.finding",
    "Severity": "profilelint.finding",
    "Verdict": "profilelint.finding",
    "lint": "profilelint.linter",
    "lint_all": "profilelint.linter",
    "lint_message": "profilelint.note",
    "load": "profilelint.loaders",
    "load_all": "profilelint.loaders",
    "mend": "profilelint.fixing.mend",
    "outreach": "profilelint.network.outreach",
}
__all__ = [*_HOMES, "__version__"]  # noqa: PLE0604  (all are texts)


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)
