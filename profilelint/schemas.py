"""The JSON Schemas of what profilelint reads and writes."""

from typing import Any

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema(of: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what is named, such as a ``report`` or a ``rule`` file.

    >>> schema("profile")["title"]
    'Profile'
    """
    return {"$schema": _DRAFT, **_BUILDERS[of]()}


def _profile() -> dict[str, Any]:
    from profilelint.profile import Profile

    return Profile.model_json_schema()


def _report() -> dict[str, Any]:
    from profilelint.reporters.json_report import schema as report_schema

    return report_schema()


def _config() -> dict[str, Any]:
    from profilelint.config import Config

    return Config.model_json_schema(by_alias=True)


def _rule() -> dict[str, Any]:
    from profilelint.rule_file import RuleFile

    return RuleFile.model_json_schema(by_alias=True)


def _outreach() -> dict[str, Any]:
    from profilelint.network.report import schema as outreach_schema

    return outreach_schema()


_BUILDERS = {
    "profile": _profile,
    "report": _report,
    "outreach": _outreach,
    "config": _config,
    "rule": _rule,
}
