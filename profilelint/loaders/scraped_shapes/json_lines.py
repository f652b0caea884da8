"""Reads JSON Lines, one record a line, as the list that they mean."""

import json

from profilelint.document import Location
from profilelint.loaders.structured.places import Places, Syntax


class LinePlaces(Places):
    """The places of a list that was made of lines by putting one character before each."""

    def __init__(self, file: str, text: str = "", syntax: Syntax = "json") -> None:
        super().__init__(file, text, syntax)
        self._args = (file, text, syntax)

    def __reduce__(self) -> tuple[type[Places], tuple[str, str, Syntax]]:
        """Copy without what was looked up."""
        return LinePlaces, self._args

    def locate(self, pointer: str, start: int | None = None, end: int | None = None) -> Location:
        """Find a value, or a part of a text, in the file as it is."""
        from dataclasses import replace

        found = super().locate(pointer, start, end)
        return replace(
            found,
            column=_before(found.column),
            end_column=_before(found.end_column),
        )

    def position(self, pointer: str) -> tuple[int, int] | None:
        """Return the line and column of a value in the file as it is."""
        found = super().position(pointer)
        return None if found is None else (found[0], max(1, found[1] - 1))


def _before(column: int | None) -> int | None:
    return None if column is None else max(1, column - 1)


def as_list(text: str) -> str | None:
    r"""Make one list of records that stand one a line; None where they do not.

    >>> as_list('{"a": 1}\n{"a": 2}\n')
    '[{"a": 1}\n,{"a": 2}\n]'
    """
    lines = text.splitlines()
    told = [line for line in lines if line.strip()]
    if len(told) < 2 or not all(line.strip().startswith("{") for line in told):
        return None
    try:
        for line in told[:2]:
            json.loads(line)
    except (ValueError, RecursionError):
        return None
    mark, made = "[", []
    for line in text.split("\n"):
        if line.strip():
            made.append(mark + line)
            mark = ","
        else:
            made.append(line)
    made[-1] += "]"
    return "\n".join(made)
