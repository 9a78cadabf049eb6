"""The map of the range: where tips gather, and where they gather again."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from functions.dashboard.mapping import Point, Projection, Spot, apart, hull, near
from functions.dashboard.scene import Scene
from satark.lake import queries
from satark.lake.answers import Hotspot
from satark.lake.cells import centre, outline
from satark.police_range.model import Place

SMALLEST, LARGEST = 9, 26
"""Radius of a mark, in the map's units; of one without a number it is less."""
DOT: Final = 6
NUMBERED: Final = 15
"""Places that bear their number on the map; all of them stand in the list beside it."""
LARGE: Final = 7
"""The resolution of the larger cells."""
AROUND: Final = 0.03
"""Degrees that a single place is shown with on each side."""
ABOVE, BELOW = -46, 62
"""Units from a district's northernmost or southernmost station to its name."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place with k tips or more. `again`: it had as many in the weeks before, too.

    `large`: its cell measures 5 km², for no smaller one in it has k tips; else 0.7 km². `middle` is
    that of the cell; `at`, near it, is where a numbered mark does not cover another.
    """

    rank: int
    tips: int
    nearest: str
    again: bool
    large: bool
    cell: str
    middle: Point
    at: Point
    radius: float

    @property
    def numbered(self) -> bool:
        return self.rank <= NUMBERED


@dataclass(frozen=True, slots=True)
class Station:
    id: str
    at: Point


@dataclass(frozen=True, slots=True)
class District:
    """`shape` goes round its stations: it is no boundary. `at` is for its name."""

    id: str
    shape: str
    at: Point


@dataclass(frozen=True, slots=True)
class Map:
    """`ten_kilometres` in the map's units."""

    height: int
    ten_kilometres: float
    districts: tuple[District, ...]
    stations: tuple[Station, ...]
    marks: tuple[Mark, ...]
    first: date
    last: date


def hotspots(scene: Scene) -> Map:
    rows = scene.week_rows(queries.HOTSPOTS)
    again = {row.cell for row in scene.week_rows(queries.REPEAT_PLACES)}
    places = [place for place in scene.viewer.thanas(scene.police_range) if _shown(scene, place)]
    view = _view([*map(_spot, places), *(centre(row.cell) for row in rows)])
    last = scene.chosen.sunday(scene.today)
    return Map(
        height=view.height,
        ten_kilometres=view.kilometres(10),
        districts=tuple(_districts(places, view)),
        stations=tuple(Station(place.id, view.point(_spot(place))) for place in places),
        marks=_marks(rows, again, places, view),
        first=last + timedelta(days=1) - timedelta(weeks=scene.chosen.weeks),
        last=last,
    )


def _shown(scene: Scene, place: Place) -> bool:
    chosen = scene.chosen.district in {"", place.id.partition("/")[0]}
    return chosen and None not in {place.latitude, place.longitude}


def _spot(place: Place) -> Spot:
    return (place.latitude or 0, place.longitude or 0)


def _view(spots: Sequence[Spot]) -> Projection:
    """All of them; a lone one with its surroundings."""
    sides = (-AROUND, AROUND)
    corners = [(up, right) for up in sides for right in sides]
    around = [(lat + up, lon + right) for lat, lon in spots or [(0, 0)] for up, right in corners]
    return Projection.around(around)


def _districts(places: Sequence[Place], view: Projection) -> list[District]:
    found = []
    for name in dict.fromkeys(place.id.partition("/")[0] for place in places):
        spots = [_spot(place) for place in places if place.id.startswith(f"{name}/")]
        others = [view.point(_spot(place)) for place in places if _spot(place) not in spots]
        at = _beside([view.point(spot) for spot in spots], others)
        found.append(District(name, view.path(hull(spots)), at))
    return found


def _beside(points: Sequence[Point], others: Sequence[Point]) -> Point:
    """Above them or below, wherever no other district is near."""
    middle = (min(x for x, _ in points) + max(x for x, _ in points)) / 2
    ends = (min(y for _, y in points) + ABOVE, max(y for _, y in points) + BELOW)
    return max(
        ((round(middle, 1), round(end, 1)) for end in ends),
        key=lambda end: min((math.dist(end, other) for other in others), default=0),
    )


def _marks(
    rows: Sequence[Hotspot], again: set[str], places: Sequence[Place], view: Projection
) -> tuple[Mark, ...]:
    middles = [centre(row.cell) for row in rows]
    points = [view.point(spot) for spot in middles]
    radii = [_radius(rank, row.tips) for rank, row in enumerate(rows, 1)]
    free = [*apart(points[:NUMBERED], radii[:NUMBERED]), *points[NUMBERED:]]
    return tuple(
        Mark(
            rank=at + 1,
            tips=row.tips,
            nearest=_nearest(middles[at], places),
            again=row.cell in again,
            large=row.resolution == LARGE,
            cell=view.path(outline(row.cell)),
            middle=points[at],
            at=free[at],
            radius=round(radii[at], 1),
        )
        for at, row in enumerate(rows)
    )


def _radius(rank: int, tips: int) -> float:
    return min(LARGEST, SMALLEST + 2.5 * math.sqrt(tips)) if rank <= NUMBERED else DOT


def _nearest(spot: Spot, places: Sequence[Place]) -> str:
    """The id of a station; none where no station's place is known."""
    found = min(places, key=lambda place: near(spot, _spot(place)), default=None)
    return found.id if found else ""
