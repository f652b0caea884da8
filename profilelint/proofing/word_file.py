"""Looks words up in a sorted text file, without reading it: opening one costs next to nothing."""

import mmap
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"


class WordFile:
    """A file of lines ``word`` or ``word<TAB>value``, sorted by the bytes of the word.

    Args:
        name: the file's name in ``profilelint/data``.
    """

    def __init__(self, name: str) -> None:
        with (_DATA / name).open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._size = len(self._map)

    def get(self, word: str) -> str | None:
        """The word's value, ``""`` where it has none, or None where the word is not there."""
        key = word.encode()
        start = self._first_not_below(key)
        line = self._map[start : self._line_end(start)]
        found, _, value = line.partition(b"\t")
        return value.decode() if found == key else None

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def starting_with(self, prefix: str) -> list[tuple[str, str]]:
        """Every word that starts so, with its value."""
        key = prefix.encode()
        start, end = self._first_not_below(key), self._first_not_below(key + b"\xff")
        found = []
        for line in self._map[start:end].decode().splitlines():
            word, _, value = line.partition("\t")
            found.append((word, value))
        return found

    def _first_not_below(self, key: bytes) -> int:
        # Bisects the bytes; every guess is moved back to the start of its line.
        low, high = 0, self._size
        while low < high:
            middle = self._map.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._line_end(middle)
            if self._map[middle:end].partition(b"\t")[0] < key:
                low = end + 1
            else:
                high = middle
        return low

    def _line_end(self, start: int) -> int:
        end = self._map.find(b"\n", start)
        return self._size if end < 0 else end


@cache
def word_file(name: str) -> WordFile:
    """The file of that name, opened when first asked for and then kept."""
    return WordFile(name)
