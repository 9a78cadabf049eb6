"""A bar for each day, in the units of an SVG that the browser stretches to its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

HEIGHT: Final = 100
STEP: Final = 10
GAP: Final = 2
_LADDER: Final = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    day: date
    tips: int
    x: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """`top` is the number at its upper edge. Units: `STEP` wide a bar, `HEIGHT` high."""

    bars: tuple[Bar, ...]
    top: int

    @property
    def width(self) -> int:
        return len(self.bars) * STEP

    @property
    def bar_width(self) -> int:
        return STEP - GAP

    @property
    def marked(self) -> tuple[date, date, date]:
        """The days that are named below it."""
        return (self.bars[0].day, self.bars[len(self.bars) // 2].day, self.bars[-1].day)


def chart(tips: Mapping[date, int], *, first: date, last: date) -> Chart:
    """Days without tips have a bar too."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    top = round_top(max(tips.values(), default=0))
    return Chart(tuple(_bar(at, day, tips.get(day, 0), top) for at, day in enumerate(days)), top)


def round_top(most: int) -> int:
    """The next of 4, 10, 20, 40, 100…, which halves well."""
    size = 1
    while True:
        for step in _LADDER:
            if (top := 2 * step * size) >= max(most, 4):
                return top
        size *= 10


def _bar(at: int, day: date, tips: int, top: int) -> Bar:
    height = round(HEIGHT * tips / top, 2)
    return Bar(day, tips, at * STEP + GAP // 2, HEIGHT - height, height)
