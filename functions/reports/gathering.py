"""A report out of the answers of the lake."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final, get_args

from functions.reports.comparing import ENOUGH, quickest_and_slowest
from functions.reports.districts import Answers, districts
from functions.reports.report import Count, Crossed, Deeds, Pace, Report, Spot, Trend
from functions.reports.suppression import suppressed
from functions.reports.tables import Table, withheld
from satark.lake import queries
from satark.lake.answers import HourCount, Outcome, StationCount, Times
from satark.lake.asked import Asked, Reader
from satark.lake.queries import Query, QueryEngine
from satark.periods import Period, Span
from satark.police_range.model import PoliceRange
from satark.sensitivity import LEVELS

TREND: Final = 6
"""Periods."""
BAND: Final = 3
"""Hours."""
SPOTS: Final = 10
OPEN: Final = "open"
"""Nobody has reported yet."""
OUTCOMES: Final = (*get_args(Outcome), OPEN)
COUNTED: Final[dict[Span, Query[StationCount]]] = {
    "week": queries.STATION_WEEKS,
    "fortnight": queries.STATION_FORTNIGHTS,
    "month": queries.STATION_MONTHS,
}
type Centre = Callable[[str], tuple[float, float]]
"""Latitude and longitude of an H3 cell: satark.lake.cells.centre."""


def gather(
    engine: QueryEngine,
    *,
    office: str,
    period: Period,
    police_range: PoliceRange,
    centre: Centre,
) -> Report:
    """Raises QueryFailed; ValueError for what is no office."""
    return _Gathering(engine, office, period, police_range).report(centre)


class _Gathering:
    def __init__(
        self, engine: QueryEngine, office: str, period: Period, police_range: PoliceRange
    ) -> None:
        self._engine, self._office, self._period = engine, office, period
        self._range, self._least = police_range, police_range.reports.least
        self._reader = Reader.at(office, police_range)
        self._quiet = False
        """Without a tip in the period there is nothing more to ask."""

    def report(self, centre: Centre) -> Report:
        standing = self._run(queries.DISTRICTS)
        total = sum(one.tips for one in standing)
        self._quiet = total == 0
        answers = Answers(
            standing=standing,
            stations=self._run(queries.STATION_TREND),
            times=self._run(queries.TIMES),
        )
        whole = next((one for one in answers.times if one.unit == "all"), None)
        rows = districts(answers, self._range, self._reader, least=self._least)
        columns = {row.id: row.tips for row in rows}
        quickest, slowest = quickest_and_slowest(rows, answers.times)
        return Report(
            office=self._office,
            period=self._period,
            least=self._least,
            total=self._alone(total),
            before=self._alone(sum(one.tips_before for one in answers.standing)),
            trend=tuple(self._trend()),
            pace=Pace(whole.accept_median, whole.accept_p90) if whole else Pace(),
            in_time=_in_time(whole, self._least),
            late=self._alone(whole.accept_missed if whole else 0),
            districts=rows,
            categories=self._categories(columns),
            levels=self._levels(columns),
            outcomes=self._outcomes(columns),
            hours=self._hours(lambda one: one.hour // BAND, 24 // BAND),
            weekdays=self._hours(lambda one: one.weekday - 1, 7),
            evidence={
                one.kind: suppressed([one.tips, total - one.tips], k=self._least).counts[0]
                for one in self._run(queries.EVIDENCE)
            },
            spots=tuple(self._spots(centre)),
            quickest=quickest,
            slowest=slowest,
            compared=ENOUGH,
            deeds=self._deeds(),
        )

    def _run[Row](self, query: Query[Row], *, since: date | None = None) -> tuple[Row, ...]:
        if self._quiet and since is None:
            return ()
        asked = Asked(
            first=since or self._period.first,
            last=self._period.last,
            earlier=self._period.before.first,
            reader=self._reader,
            k=self._least,
        )
        return self._engine.run(query, asked)

    def _alone(self, count: int) -> Count:
        return None if 0 < count < self._least else count

    def _trend(self) -> Iterable[Trend]:
        periods = [self._period]
        while len(periods) < TREND:
            periods.insert(0, periods[0].before)
        counted = self._run(COUNTED[self._period.span], since=periods[0].first)
        for period in periods:
            tips = sum(one.tips for one in counted if one.starts_on == period.first)
            yield Trend(period.first, self._alone(tips))

    def _categories(self, columns: Mapping[str, Count]) -> Crossed:
        found = self._run(queries.CATEGORY_TREND)
        totals = {one.id: 0 for one in self._range.categories}
        for one in found:
            totals[one.category] = totals.get(one.category, 0) + one.tips
        rows = sorted(totals, key=lambda name: -totals[name])
        now = {(one.category, one.district): one.tips for one in found}
        before = [sum(o.tips_before for o in found if o.category == name) for name in rows]
        return Crossed(
            tuple(rows),
            self._crossed(rows, columns, now),
            suppressed(before, k=self._least).counts,
        )

    def _levels(self, columns: Mapping[str, Count]) -> Crossed:
        found = self._run(queries.SENSITIVITY)
        now = {(str(one.level), one.district): one.tips for one in found}
        return Crossed(LEVELS, self._crossed(LEVELS, columns, now))

    def _outcomes(self, columns: Mapping[str, Count]) -> Crossed:
        found = self._run(queries.OUTCOMES)
        now = {(str(one.outcome or OPEN), one.district): one.tips for one in found}
        return Crossed(OUTCOMES, self._crossed(OUTCOMES, columns, now))

    def _crossed(
        self, rows: Sequence[str], columns: Mapping[str, Count], now: Mapping[tuple[str, str], int]
    ) -> Table:
        counts = [[now.get((row, column), 0) for column in columns] for row in rows]
        return withheld(counts, columns=tuple(columns.values()), k=self._least)

    def _hours(self, part: Callable[[HourCount], int], parts: int) -> tuple[Count, ...]:
        counts = [0] * parts
        for one in self._run(queries.HOURS):
            counts[part(one)] += one.tips
        return suppressed(counts, k=self._least).counts

    def _spots(self, centre: Centre) -> Iterable[Spot]:
        again = {one.cell for one in self._run(queries.REPEAT_PLACES)}
        for one in self._run(queries.HOTSPOTS)[:SPOTS]:
            latitude, longitude = centre(one.cell)
            yield Spot(latitude, longitude, one.tips, one.cell in again)

    def _deeds(self) -> Deeds:
        found = self._run(queries.DEEDS)
        return Deeds(
            firs=self._alone(sum(one.firs for one in found)),
            arrests=self._alone(sum(one.arrests for one in found)),
            seizures=self._alone(sum(one.seizures for one in found)),
        )


def _in_time(whole: Times | None, least: int) -> float | None:
    """None where it would give a small count away, or nobody's time has come."""
    if whole is None or 0 < whole.accept_missed < least or 0 < whole.accepted_in_time < least:
        return None
    come = whole.accepted_in_time + whole.accept_missed
    return whole.accepted_in_time / come if come else None
