"""The first page: how things stand now, what needs attention, and how the period went."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from functions.dashboard.attention import Attention, attention
from functions.dashboard.by_day import by_day
from functions.dashboard.change import Change, change
from functions.dashboard.chart import Chart, chart
from functions.dashboard.scene import Scene
from satark.lake import queries
from satark.lake.answers import Times

SHOWN = 8
"""Stations that need attention; a link leads to the others."""


@dataclass(frozen=True, slots=True)
class District:
    """`share` is that of the district with the most tips, of 100."""

    id: str
    tips: int
    change: Change
    open: int
    overdue: int
    share: float


@dataclass(frozen=True, slots=True)
class Kind:
    category: str
    tips: int
    change: Change
    share: float


@dataclass(frozen=True, slots=True)
class Overview:
    """`times` is None where no tip came in the period."""

    today: int
    yesterday: int
    tips: int
    change: Change
    open: int
    overdue: int
    times: Times | None
    chart: Chart
    attention: tuple[Attention, ...]
    more: int
    districts: tuple[District, ...]
    kinds: tuple[Kind, ...]

    @property
    def empty(self) -> bool:
        return not self.tips and not self.open


def overview(scene: Scene) -> Overview:
    districts, days, late = _districts(scene), by_day(scene), attention(scene)
    before = sum(one.change.before for one in districts)
    tips = sum(one.tips for one in districts)
    return Overview(
        today=days[scene.today],
        yesterday=days[scene.today - timedelta(days=1)],
        tips=tips,
        change=change(tips, before, share=scene.chosen.share(scene.now)),
        open=sum(one.open for one in districts),
        overdue=sum(one.overdue for one in districts),
        times=next((row for row in scene.rows(queries.TIMES) if row.unit == "all"), None),
        chart=chart(days, first=scene.chosen.first(scene.today), last=scene.today),
        attention=late[:SHOWN],
        more=len(late[SHOWN:]),
        districts=districts,
        kinds=_kinds(scene),
    )


def _districts(scene: Scene) -> tuple[District, ...]:
    """All that the viewer may see and has chosen, those without a tip too."""
    found = {row.district: row for row in scene.rows(queries.DISTRICTS)}
    most = max((row.tips for row in found.values()), default=0) or 1
    lines = []
    for place in scene.viewer.districts(scene.police_range):
        if scene.chosen.district in {"", place.id}:
            row = found.get(place.id)
            tips, before = (row.tips, row.tips_before) if row else (0, 0)
            lines.append(
                District(
                    id=place.id,
                    tips=tips,
                    change=change(tips, before, share=scene.chosen.share(scene.now)),
                    open=row.open if row else 0,
                    overdue=row.overdue if row else 0,
                    share=round(100 * tips / most, 1),
                )
            )
    return tuple(lines)


def _kinds(scene: Scene) -> tuple[Kind, ...]:
    """Most first."""
    now: Counter[str] = Counter()
    before: Counter[str] = Counter()
    for row in scene.rows(queries.CATEGORY_TREND):
        now[row.category] += row.tips
        before[row.category] += row.tips_before
    most, share = max(now.values(), default=0) or 1, scene.chosen.share(scene.now)
    return tuple(
        Kind(name, tips, change(tips, before[name], share=share), round(100 * tips / most, 1))
        for name, tips in now.most_common()
    )
