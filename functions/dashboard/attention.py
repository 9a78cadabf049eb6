"""What is overdue now: by station, the most urgent first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from functions.dashboard.scene import Scene
from satark.lake import queries
from satark.lake.answers import Overdue
from satark.sensitivity import LEVELS, Level


@dataclass(frozen=True, slots=True)
class Attention:
    """`thana` is None where the tips name none. `level` is the highest of its overdue tips.

    `accept` were not accepted in time, `report` not reported on; a tip may be late in both.
    """

    district: str
    thana: str | None
    level: Level
    overdue: int
    accept: int
    report: int
    oldest: datetime


def attention(scene: Scene) -> tuple[Attention, ...]:
    by_station: dict[tuple[str, str | None], list[Overdue]] = defaultdict(list)
    for row in scene.rows(queries.OVERDUE):
        by_station[row.district, row.thana].append(row)
    found = (_one(*station, rows) for station, rows in by_station.items())
    return tuple(sorted(found, key=_urgency))


def _one(district: str, thana: str | None, rows: Sequence[Overdue]) -> Attention:
    return Attention(
        district=district,
        thana=thana,
        level=max((row.level for row in rows), key=LEVELS.index),
        overdue=sum(row.overdue for row in rows),
        accept=sum(row.accept_overdue for row in rows),
        report=sum(row.report_overdue for row in rows),
        oldest=min(row.oldest for row in rows),
    )


def _urgency(one: Attention) -> tuple[int, int, datetime]:
    return (-LEVELS.index(one.level), -one.overdue, one.oldest)
