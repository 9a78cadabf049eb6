"""A report with a little of everything, its figures chosen by hand."""

from datetime import date
from typing import Any

from functions.reports.paper import paper
from functions.reports.report import (
    Crossed,
    Deeds,
    District,
    Pace,
    Ranked,
    Report,
    Spot,
    Station,
    Trend,
)
from functions.reports.tables import withheld
from satark.periods import Period, named
from tests.samples import varanasi

MADE = date(2026, 12, 1)
MONTH = named("2026-11")
NOTHING = Crossed((), withheld([], columns=(), k=3))


def report() -> Report:
    def crossed(rows: tuple[str, ...], counts: list[list[int]], *before: int) -> Crossed:
        return Crossed(rows, withheld(counts, columns=(38, 36), k=3), before)

    return Report(
        office="range:varanasi",
        period=MONTH,
        least=3,
        total=74,
        before=50,
        trend=tuple(Trend(date(2026, month, 1), month) for month in range(6, 12)),
        pace=Pace(5400, 72000),
        in_time=0.75,
        late=9,
        districts=(
            _district("jaunpur", 38, 30, (None, 12), ("jaunpur/kotwali", 20)),
            _district("ghazipur", 36, 20, ("ghazipur/zamania", 30), (None, 6)),
        ),
        categories=crossed(("liquor", "drugs"), [[30, 2], [8, 34]], 40, 10),
        levels=crossed(("normal", "sensitive", "critical"), [[20, 20], [10, 10], [8, 6]]),
        outcomes=crossed(("action_taken", "open"), [[20, 16], [18, 20]]),
        hours=(3, 3, 3, 10, 10, 15, 20, 10),
        weekdays=(10, 10, 10, 10, 10, 12, 12),
        evidence={"photo": 40, "video": None},
        spots=(Spot(25.42, 83.55, 7, again=True), Spot(25.7, 82.7, 4, again=False)),
        quickest=(Ranked("jaunpur/kotwali", 900),),
        slowest=(Ranked("ghazipur/zamania", 90000),),
        compared=5,
        deeds=Deeds(8, None, 5),
    )


def empty(period: Period = MONTH) -> Report:
    return Report(
        office="district:chandauli",
        period=period,
        least=3,
        total=0,
        before=0,
        trend=tuple(Trend(date(2026, month, 1), 0) for month in range(6, 12)),
        pace=Pace(),
        in_time=None,
        late=0,
        districts=(_district("chandauli", 0, 0),),
        categories=NOTHING,
        levels=NOTHING,
        outcomes=NOTHING,
        hours=(0,) * 8,
        weekdays=(0,) * 7,
        evidence={},
        spots=(),
        quickest=(),
        slowest=(),
        compared=5,
        deeds=Deeds(0, 0, 0),
    )


def papered(one: Report, *, sample: bool = False) -> dict[str, Any]:
    return paper(one, varanasi(), made=MADE, sample=sample)


def _district(name: str, tips: int, before: int, *stations: tuple[str | None, int]) -> District:
    return District(
        id=name,
        tips=tips,
        before=before,
        accept=Pace(3600, 36000),
        report=Pace(90000, 900000),
        late=4 if tips else 0,
        late_reports=None if tips else 0,
        open=tips,
        overdue=0,
        stations=tuple(Station(thana, tips, tips - 1, 1800) for thana, tips in stations),
    )
