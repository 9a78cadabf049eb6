"""One station: what it is late with, how fast it acts, and how many tips came on each day."""

from dataclasses import dataclass

from functions.dashboard.by_day import by_day
from functions.dashboard.chart import Chart, chart
from functions.dashboard.chosen import NoSuchPage
from functions.dashboard.scene import Scene
from functions.dashboard.stations import Station, stations
from satark.lake import queries
from satark.lake.answers import Overdue
from satark.sensitivity import LEVELS


@dataclass(frozen=True, slots=True)
class OneStation:
    """`late` by level, the most urgent first."""

    station: Station
    late: tuple[Overdue, ...]
    chart: Chart


def one_station(scene: Scene) -> OneStation:
    """Raises NoSuchPage where none is chosen."""
    thana = scene.chosen.thana
    if not thana:
        raise NoSuchPage
    late = [row for row in scene.rows(queries.OVERDUE) if row.thana == thana]
    return OneStation(
        station=next(one for one in stations(scene) if one.thana == thana),
        late=tuple(sorted(late, key=lambda row: -LEVELS.index(row.level))),
        chart=chart(
            by_day(scene, thana=thana),
            first=scene.chosen.first(scene.today),
            last=scene.today,
        ),
    )
