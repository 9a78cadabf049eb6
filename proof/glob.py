"""Two questions about patterns: whether they may meet, and whether one surely covers the other.

A pattern is text with `*` and `?`, as in IAM, and names in ⟦⟧ that only the deployed account
knows, such as ⟦AWS::AccountId⟧. Such a name may turn out to be any text, but never another name.
"""

import re
from functools import cache

_SYMBOL = re.compile(r"⟦[^⟧]*⟧|.", re.DOTALL)


def unknown(name: str) -> str:
    return f"⟦{name}⟧"


@cache
def may_meet(one: str, other: str) -> bool:
    """Whether some text in some account fits both patterns. In doubt it does."""
    if one == other:
        return True
    left, right = _symbols(one), _symbols(other)

    @cache
    def meet(i: int, j: int) -> bool:
        mine, theirs = left[i : i + 1], right[j : j + 1]
        if mine == ("*",):
            return meet(i + 1, j) or (bool(theirs) and meet(i, j + 1))
        if theirs == ("*",):
            return meet(i, j + 1) or (bool(mine) and meet(i + 1, j))
        if not mine or not theirs:
            return not mine and not theirs
        return _step(mine[0], theirs[0], i, j)

    def _step(mine: str, theirs: str, i: int, j: int) -> bool:
        both = meet(i + 1, j + 1) if _may_equal(mine, theirs) else False
        if both or mine == theirs or (_is_name(mine) and _is_name(theirs)):
            return both
        if _is_name(mine):
            return meet(i, j + 1)
        return _is_name(theirs) and meet(i + 1, j)

    return meet(0, 0)


@cache
def surely_covers(pattern: str, target: str) -> bool:
    """Whether every text that fits the target, in every account, fits the pattern too."""
    left, right = _symbols(pattern), _symbols(target)

    @cache
    def cover(i: int, j: int) -> bool:
        if i == len(left):
            return j == len(right)
        if left[i] == "*":
            return cover(i + 1, j) or (j < len(right) and cover(i, j + 1))
        if j == len(right) or right[j] == "*":
            return False
        alike = not _is_name(right[j]) if left[i] == "?" else left[i] == right[j]
        return alike and cover(i + 1, j + 1)

    return cover(0, 0)


def _symbols(pattern: str) -> tuple[str, ...]:
    return tuple(_SYMBOL.findall(pattern))


def _is_name(symbol: str) -> bool:
    return symbol.startswith("⟦")


def _may_equal(mine: str, theirs: str) -> bool:
    if _is_name(mine) and _is_name(theirs):
        return mine == theirs
    return mine == theirs or "?" in (mine, theirs) or _is_name(mine) or _is_name(theirs)
