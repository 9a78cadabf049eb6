"""How many tips came on each day, of all stations or of one."""

from collections import Counter
from datetime import date

from functions.dashboard.scene import Scene
from satark.lake import queries


def by_day(scene: Scene, *, thana: str = "") -> Counter[date]:
    tips: Counter[date] = Counter()
    for row in scene.rows(queries.STATION_DAYS):
        if thana in {"", row.thana}:
            tips[row.starts_on] += row.tips
    return tips
