"""Reads the word tables that lie beside the loaders, once and only when they are needed."""

from functools import cache
from pathlib import Path
from typing import Any


@cache
def word_table(name: str) -> dict[str, Any]:
    """Read ``NAME.yaml`` of this folder."""
    import yaml

    # libyaml is ten times faster, and not everywhere.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    path = Path(__file__).with_name(f"{name}.yaml")
    with path.open(encoding="utf-8") as stream:
        table: dict[str, Any] = yaml.load(stream, Loader=loader)  # noqa: S506  (both are safe)
    return table
