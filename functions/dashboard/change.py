"""A count against that of the period before."""

from dataclasses import dataclass
from typing import Final, Literal

ENOUGH: Final = 10
"""Below so many a percentage would make much of little."""
STEADY: Final = 5
"""Percent: what is less is no change."""


@dataclass(frozen=True, slots=True)
class Change:
    """`percent` is None where the counts are too small for one. `before` is the whole period's."""

    before: int
    percent: int | None

    @property
    def way(self) -> Literal["up", "down", "same"]:
        if self.percent is None or abs(self.percent) < STEADY:
            return "same"
        return "up" if self.percent > 0 else "down"


def change(now: int, before: int, *, share: float) -> Change:
    """`share`: how much of the present period has passed, and so how much of `before` counts."""
    expected = before * share
    if expected < ENOUGH:
        return Change(before, None)
    return Change(before, round(100 * (now - expected) / expected))
