"""The formats that the outreach report is written in."""

from profilelint.errors import ConfigError
from profilelint.network.page import page
from profilelint.network.report import OutreachReport
from profilelint.reporters import Style

FORMATS = ("text", "json", "markdown")


def render(report: OutreachReport, name: str, style: Style | None = None) -> str:
    """Return the report in a format; the whole output, which ends with a line break.

    Args:
        report: the report.
        name: one of ``FORMATS``.
        style: how text is to look; the others have one look.

    Raises:
        ConfigError: there is no such format.
    """
    if name == "json":
        from profilelint.reporters.json_report import dump

        return dump(report.model_dump(mode="json"))
    if name == "markdown":
        from profilelint.network.markdown import render as as_markdown

        return as_markdown(page(report))
    if name == "text":
        from profilelint.network.text import render as as_text

        return as_text(page(report), style or Style())
    raise ConfigError(f"there is no format “{name}”", hint=f"choose one of {', '.join(FORMATS)}")
