"""Places on the earth as points of an SVG: a flat map, true enough for one police range."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

type Spot = tuple[float, float]
"""Latitude and longitude, in degrees."""
type Point = tuple[float, float]
"""Units of the SVG, from its upper left corner."""

WIDTH: Final = 1000
MARGIN: Final = 70
FLATTEST, STEEPEST = 0.62, 0.95
"""Of height against width: whatever lies in it, a map has the shape of one."""
ROUNDS: Final = 40
"""Of pushing marks apart: after so many the few dozen of a range lie still."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees of longitude are as much shorter as they are in the middle of the map."""

    north: float
    west: float
    shrink: float
    scale: float
    shift: Point
    height: int

    @classmethod
    def around(cls, spots: Sequence[Spot]) -> "Projection":
        """All of them inside the margin, in the middle. `spots` are not empty."""
        north, south = max(lat for lat, _ in spots), min(lat for lat, _ in spots)
        west, east = min(lon for _, lon in spots), max(lon for _, lon in spots)
        shrink = math.cos(math.radians((north + south) / 2))
        wide, high = max((east - west) * shrink, 0.02), max(north - south, 0.02)
        height = round(WIDTH * min(max(high / wide, FLATTEST), STEEPEST))
        scale = min((WIDTH - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high)
        shift = ((WIDTH - wide * scale) / 2, (height - high * scale) / 2)
        return cls(north, west, shrink, scale, shift, height)

    def point(self, spot: Spot) -> Point:
        latitude, longitude = spot
        return (
            round(self.shift[0] + (longitude - self.west) * self.shrink * self.scale, 1),
            round(self.shift[1] + (self.north - latitude) * self.scale, 1),
        )

    def path(self, spots: Iterable[Spot]) -> str:
        """For the `points` of a polygon."""
        return " ".join(f"{x},{y}" for x, y in map(self.point, spots))

    def kilometres(self, count: float) -> float:
        """So many, as units. A degree of latitude is 111.2 km."""
        return round(count / 111.2 * self.scale, 1)


def hull(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """The corners of the smallest shape without a dent that holds all (Andrew's monotone chain)."""
    ordered = sorted(set(spots))
    return (*_half(ordered), *_half(ordered[::-1]))


def _half(ordered: Sequence[Spot]) -> list[Spot]:
    chain: list[Spot] = []
    for spot in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], spot) <= 0:
            chain.pop()
        chain.append(spot)
    return chain[:-1] or chain


def _turn(one: Spot, two: Spot, three: Spot) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def apart(points: Sequence[Point], radii: Sequence[float]) -> tuple[Point, ...]:
    """The points moved until circles around them hardly overlap, each as little as it takes."""
    moved = list(points)
    for _ in range(ROUNDS):
        for one in range(len(moved)):
            for other in range(one):
                moved[one], moved[other] = _pushed(
                    moved[one], moved[other], radii[one] + radii[other]
                )
    return tuple((round(x, 1), round(y, 1)) for x, y in moved)


def _pushed(one: Point, other: Point, distance: float) -> tuple[Point, Point]:
    """Both by half of what they lack; of two that lie on each other, one goes up."""
    across, down = one[0] - other[0], one[1] - other[1]
    now = math.hypot(across, down)
    if now >= distance:
        return one, other
    across, down = (across / now, down / now) if now else (0.0, -1.0)
    push = (distance - now) / 2
    return (
        (one[0] + across * push, one[1] + down * push),
        (other[0] - across * push, other[1] - down * push),
    )


def near(one: Spot, other: Spot) -> float:
    """A distance to compare with others of the same neighbourhood, not to be shown."""
    shrink = math.cos(math.radians(one[0]))
    return (one[0] - other[0]) ** 2 + ((one[1] - other[1]) * shrink) ** 2
