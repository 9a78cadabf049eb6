"""Stations and hotspots on a map of their own: from 0 to 1, from the west and from the north."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

from functions.reports.report import Report, Spot
from functions.reports.words import Words
from satark.police_range.model import Place, PoliceRange

MARGIN: Final = 0.07
"""Of the map, on each side."""
DEGREE_KM: Final = 111.2
type Point = tuple[float, float]
"""Latitude and longitude."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Degrees, and how much shorter one of longitude is here."""

    north: float
    west: float
    high: float
    wide: float
    short: float

    @classmethod
    def around(cls, points: Sequence[Point]) -> Self:
        latitudes, longitudes = zip(*(points or [(0.0, 0.0)]), strict=True)
        high = max(max(latitudes) - min(latitudes), 0.05)
        wide = max(max(longitudes) - min(longitudes), 0.05)
        short = math.cos(math.radians(sum(latitudes) / len(latitudes)))
        return cls(max(latitudes), min(longitudes), high, wide, short)

    @property
    def aspect(self) -> float:
        """Height by width."""
        return self.high / (self.wide * self.short)

    @property
    def km(self) -> float:
        """How wide the map is."""
        return self.wide * self.short * DEGREE_KM / (1 - 2 * MARGIN)

    def at(self, point: Point) -> dict[str, Any]:
        inner = 1 - 2 * MARGIN
        return {
            "x": MARGIN + inner * (point[1] - self.west) / self.wide,
            "y": MARGIN + inner * (self.north - point[0]) / self.high,
        }


def drawn_map(report: Report, police_range: PoliceRange, words: Words) -> dict[str, Any]:
    """Of the districts of the report; only the towns beside a hotspot and the seats are named.

    Hotspots beside the same station share its rank in the list.
    """
    districts = {district.id for district in report.districts}
    stations = [at for at in _known(police_range.thanas) if at.id.partition("/")[0] in districts]
    near = [nearest(spot, police_range) for spot in report.spots]
    tips: Counter[Place | None] = Counter()
    for spot, place in zip(report.spots, near, strict=True):
        tips[place] += spot.tips
    ranks = [place for place, _ in tips.most_common()]
    spots = [(spot.latitude, spot.longitude) for spot in report.spots]
    frame = Frame.around([*map(_point, stations), *spots])
    seats = {_point(at): at for at in _known(police_range.districts) if at.id in districts}
    named = {_point(place): place for place in ranks if place} | seats
    return {
        "aspect": frame.aspect,
        "km": frame.km,
        "areas": [
            [frame.at(point) for point in hull({_point(at) for at in stations if _in(at, name)})]
            for name in sorted(districts)
        ],
        "points": [
            frame.at(point)
            | {"name": words.place(named[point].id)[0] if point in named else None}
            | {"seat": point in seats}
            for point in dict.fromkeys((*map(_point, stations), *seats))
        ],
        "most": max((spot.tips for spot in report.spots), default=1),
        "spots": [
            frame.at(point)
            | {
                "tips": spot.tips,
                "rank": ranks.index(place) + 1 if place not in near[:at] else None,
            }
            for at, (point, spot, place) in enumerate(zip(spots, report.spots, near, strict=True))
        ],
        "list": [
            {
                "rank": rank,
                "near": words("near", station=words.place(place.id)) if place else (),
                "tips": tips[place],
                "again": any(
                    s.again for s, n in zip(report.spots, near, strict=True) if n == place
                ),
            }
            for rank, place in enumerate(ranks, start=1)
        ],
    }


def nearest(spot: Spot, police_range: PoliceRange) -> Place | None:
    """The nearest station whose place is known."""
    wide = math.cos(math.radians(spot.latitude))

    def far(thana: Place) -> float:
        latitude, longitude = _point(thana)
        return math.hypot(latitude - spot.latitude, (longitude - spot.longitude) * wide)

    return min(_known(police_range.thanas), key=far, default=None)


def hull(points: set[Point]) -> list[Point]:
    """The corners around all points, in turn."""
    ordered = sorted(points)
    return [*_half(ordered), *_half(ordered[::-1])]


def _half(points: Sequence[Point]) -> list[Point]:
    corners: list[Point] = []
    for point in points:
        while len(corners) > 1 and _turn(corners[-2], corners[-1], point) <= 0:
            corners.pop()
        corners.append(point)
    return corners[:-1]


def _turn(one: Point, two: Point, three: Point) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def _in(thana: Place, district: str) -> bool:
    return thana.id.partition("/")[0] == district


def _known(places: Sequence[Place]) -> Iterator[Place]:
    return (place for place in places if place.latitude is not None)


def _point(place: Place) -> Point:
    return place.latitude or 0.0, place.longitude or 0.0
