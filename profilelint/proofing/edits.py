"""Measures how far two words are apart, by the way people miss: on the keyboard and in the ear."""

import unicodedata
from functools import lru_cache

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_OTHER_ENDING = 0.2
_FIRST = 0.5
_EXCHANGED = 0.6
_ALIKE = frozenset(
    frozenset(pair)
    for pair in ("ck", "cs", "sz", "sc", "gj", "fv", "dt", "bp", "mn", "kq", "iy", "vw")
)


def _neighbours() -> frozenset[frozenset[str]]:
    pairs = set()
    for y, row in enumerate(_ROWS):
        for x, letter in enumerate(row):
            near = [row[x + 1 : x + 2]]
            if y + 1 < len(_ROWS):
                near += [_ROWS[y + 1][x : x + 1], _ROWS[y + 1][x - 1 : x] if x else ""]
            pairs |= {frozenset((letter, other)) for other in near if other}
    return frozenset(pairs)


_NEIGHBOURS = _neighbours()


def one_letter_off(a: str, b: str) -> bool:
    """Whether two words differ by one letter: one more, one less, another, or two exchanged."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    tails = {(a[i + 1 :], b[i:]), (a[i:], b[i + 1 :]), (a[i + 1 :], b[i + 1 :])}
    if any(x == y for x, y in tails):
        return True
    return a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]


def edit_cost(wrong: str, right: str) -> float:
    """The weighted edits that lead from the wrong word to the right one."""
    # The innermost loop of all suggestions, hence without calls and slices.
    more, less = _insertions(right), _insertions(wrong)
    previous2: list[float] = []
    previous = [0.0]
    for cost in more:
        previous.append(previous[-1] + cost)
    before = ""
    for i, letter in enumerate(wrong):
        added = less[i]
        row = [best := previous[0] + added]
        other_before = ""
        for j, other in enumerate(right):
            best += more[j]
            dropped = previous[j + 1] + added
            if dropped < best:  # noqa: PLR1730  (a call takes longer)
                best = dropped
            put = previous[j]
            if letter != other:
                put += _substitution(letter, other) + (_FIRST if i == j == 0 else 0.0)
                if letter == other_before and before == other:
                    put = min(put, previous2[j - 1] + _EXCHANGED)
            if put < best:  # noqa: PLR1730
                best = put
            row.append(best)
            other_before = other
        previous2, previous, before = previous, row, letter
    # The ending is seldom lost: “coordinatd” is “coordinated” before it is “coordinate”.
    same_ending = wrong[-1:] == right[-1:] or wrong[-2:] == right[-2:][::-1]
    return previous[-1] if same_ending else previous[-1] + _OTHER_ENDING


@lru_cache(maxsize=1 << 12)
def _insertions(word: str) -> tuple[float, ...]:
    return tuple(_insertion(word, at) for at in range(len(word)))


def _insertion(word: str, at: int) -> float:
    """A letter too many or too few: cheap where it doubles its neighbour, dear at the start."""
    letter = word[at]
    if letter in (word[at - 1 : at], word[at + 1 : at + 2]):
        return 0.5
    if at == 0:
        return 1.25
    return 0.85 if letter in _VOWELS or letter == "h" else 1.0


@lru_cache(maxsize=1 << 12)
def _substitution(a: str, b: str) -> float:
    """One letter for another: cheap where they sound alike, or are neighbours on the keyboard."""
    pair = frozenset((a, b))
    if pair <= _VOWELS:
        return 0.7
    if pair in _ALIKE:
        return 0.8
    return 0.85 if pair in _NEIGHBOURS else 1.1


def plain(word: str) -> str:
    """The word without accents."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
