"""Small counts are withheld, and so is whatever would let a reader work them out.

A reader who knows the total of a line subtracts what is printed. So a lone small count takes a
second one with it: of every withheld count it must stay possible that it is `k` or more. This
holds for one line with its total; a table with totals on two sides needs more.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Counts and their total as a report may print them; None stands for one that is withheld."""

    counts: tuple[int | None, ...]
    total: int | None


def suppressed(counts: Sequence[int], *, k: int) -> Line:
    """The line with every count of 1 to k - 1 withheld, and the smallest others that guard them.

    A nought is printed, unless nothing large is left to guard the small ones: then the whole
    line is withheld and its total stays. A total below k is withheld too.
    """
    total = sum(counts)
    if 0 < total < k:
        return Line((None,) * len(counts), None)
    withheld = {place for place, count in enumerate(counts) if 0 < count < k}
    if withheld and not _guarded(counts, withheld, k):
        withheld |= _guard(counts, k) or set(range(len(counts)))
    shown = (None if place in withheld else count for place, count in enumerate(counts))
    return Line(tuple(shown), total)


def _guarded(counts: Sequence[int], withheld: set[int], k: int) -> bool:
    """Whether any withheld count may be k: all the others be 1, and see what is left for it."""
    hidden = sum(counts[place] for place in withheld)
    return hidden - (len(withheld) - 1) >= k


def _guard(counts: Sequence[int], k: int) -> set[int]:
    large = [place for place, count in enumerate(counts) if count >= k]
    return {min(large, key=lambda place: counts[place])} if large else set()
