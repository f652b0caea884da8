"""Measures how far two words are apart, by the way people miss: on the keyboard and in the ear."""

import unicodedata

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_OTHER_ENDING = 0.2
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
    previous2: list[float] = []
    previous = [0.0]
    for j in range(1, len(right) + 1):
        previous.append(previous[j - 1] + _insertion(right, j - 1))
    for i in range(1, len(wrong) + 1):
        row = [previous[0] + _insertion(wrong, i - 1)]
        for j in range(1, len(right) + 1):
            best = min(
                previous[j] + _insertion(wrong, i - 1),
                row[j - 1] + _insertion(right, j - 1),
                previous[j - 1] + _substitution(wrong[i - 1], right[j - 1], first=i == j == 1),
            )
            if i > 1 and j > 1 and wrong[i - 2 : i] == right[j - 2 : j][::-1]:
                best = min(best, previous2[j - 2] + 0.6)
            row.append(best)
        previous2, previous = previous, row
    # The ending is seldom lost: “coordinatd” is “coordinated” before it is “coordinate”.
    same_ending = wrong[-1:] == right[-1:] or wrong[-2:] == right[-2:][::-1]
    return previous[-1] if same_ending else previous[-1] + _OTHER_ENDING


def _insertion(word: str, at: int) -> float:
    """A letter too many or too few: cheap where it doubles its neighbour, dear at the start."""
    letter = word[at]
    if letter in (word[at - 1 : at], word[at + 1 : at + 2]):
        return 0.5
    if at == 0:
        return 1.25
    return 0.85 if letter in _VOWELS or letter == "h" else 1.0


def _substitution(a: str, b: str, *, first: bool) -> float:
    if a == b:
        return 0.0
    pair = frozenset((a, b))
    cost = 1.1
    if pair <= _VOWELS:
        cost = 0.7
    elif pair in _ALIKE:
        cost = 0.8
    elif pair in _NEIGHBOURS:
        cost = 0.85
    return cost + 0.5 if first else cost


def plain(word: str) -> str:
    """The word without accents."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
