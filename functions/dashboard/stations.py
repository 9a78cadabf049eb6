"""Every station of the viewer: how many tips came, and how fast it acts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from functions.dashboard.attention import attention
from functions.dashboard.change import Change, change
from functions.dashboard.chosen import Sort
from functions.dashboard.scene import Scene
from satark.lake import queries
from satark.lake.answers import Times

NEVER: Final = 10**9
"""Seconds: a station of too few tips for a median comes behind those that have one."""


@dataclass(frozen=True, slots=True)
class Station:
    """`thana` is None for the tips that name none. `times` is None where no tip came."""

    district: str
    thana: str | None
    tips: int
    change: Change
    overdue: int
    times: Times | None

    @property
    def accept(self) -> int | None:
        return self.times.accept_median if self.times else None

    @property
    def in_time(self) -> int | None:
        """Percent of those that were accepted or should have been."""
        return percent_in_time(self.times) if self.times else None


def percent_in_time(times: Times) -> int | None:
    due = times.accepted_in_time + times.accept_missed
    return round(100 * times.accepted_in_time / due) if due else None


def stations(scene: Scene) -> tuple[Station, ...]:
    """In the chosen order; those without a thana at the end of their district's name."""
    trend = {(row.district, row.thana): row for row in scene.rows(queries.STATION_TREND)}
    times = {
        (row.district or "", row.thana): row
        for row in scene.rows(queries.TIMES)
        if row.unit == "station"
    }
    late = {(one.district, one.thana): one.overdue for one in attention(scene)}
    share, found = scene.chosen.share(scene.now), []
    for district, thana in dict.fromkeys([*_known(scene), *trend, *late]):
        row = trend.get((district, thana))
        tips, before = (row.tips, row.tips_before) if row else (0, 0)
        found.append(
            Station(
                district=district,
                thana=thana,
                tips=tips,
                change=change(tips, before, share=share),
                overdue=late.get((district, thana), 0),
                times=times.get((district, thana)),
            )
        )
    return tuple(sorted(found, key=_orders[scene.chosen.sort]))


def _known(scene: Scene) -> list[tuple[str, str | None]]:
    """The stations of the range's data: a quiet one stands in the table too."""
    thanas = scene.viewer.thanas(scene.police_range)
    places = [(thana.id.partition("/")[0], thana.id) for thana in thanas]
    return [place for place in places if scene.chosen.district in {"", place[0]}]


type _Order = Callable[[Station], tuple[float | str, ...]]
_orders: Final[dict[Sort, _Order]] = {
    "overdue": lambda one: (-one.overdue, -one.tips, one.thana or "~"),
    "tips": lambda one: (-one.tips, one.thana or "~"),
    "accept": lambda one: (-(one.accept if one.accept is not None else -NEVER), -one.tips),
    "in_time": lambda one: (one.in_time if one.in_time is not None else NEVER, -one.tips),
    "name": lambda one: (one.district, one.thana or "~"),
}
