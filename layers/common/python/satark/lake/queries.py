"""The queries on the lake, and how they are asked: each is a file of `sql/` and its row's class."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from pydantic import TypeAdapter

from satark.lake import answers
from satark.lake.asked import Asked


@dataclass(frozen=True, slots=True)
class Query[Row]:
    """`name` is the file's. `standing`: it also asks about tips from before the days asked for."""

    name: str
    row: type[Row]
    standing: bool = False

    def typed(self, rows: Iterable[Mapping[str, object]]) -> tuple[Row, ...]:
        """Rows by the names of their columns, their values typed or, as of Athena, text."""
        read = TypeAdapter(self.row).validate_python
        return tuple(map(read, rows))


class QueryEngine(Protocol):
    """Something that runs SQL over the lake."""

    def run[Row](self, query: Query[Row], asked: Asked) -> tuple[Row, ...]:
        """In the order of the query. Raises QueryFailed."""
        ...


class QueryFailed(Exception):
    """The engine could not answer; the message is its own."""


DISTRICTS: Final = Query("districts", answers.District, standing=True)
STATION_TREND: Final = Query("station_trend", answers.StationTrend)
STATION_DAYS: Final = Query("station_days", answers.StationCount)
STATION_WEEKS: Final = Query("station_weeks", answers.StationCount)
STATION_FORTNIGHTS: Final = Query("station_fortnights", answers.StationCount)
STATION_MONTHS: Final = Query("station_months", answers.StationCount)
CATEGORY_TREND: Final = Query("category_trend", answers.CategoryTrend)
HOTSPOTS: Final = Query("hotspots", answers.Hotspot)
REPEAT_PLACES: Final = Query("repeat_places", answers.RepeatPlace)
TIMES: Final = Query("times", answers.Times)
OVERDUE: Final = Query("overdue", answers.Overdue, standing=True)
OUTCOMES: Final = Query("outcomes", answers.OutcomeCount)
SENSITIVITY: Final = Query("sensitivity", answers.LevelTrend)
HOURS: Final = Query("hours", answers.HourCount)
EVIDENCE: Final = Query("evidence", answers.EvidenceCount)
DEEDS: Final = Query("deeds", answers.Deeds, standing=True)
CASES: Final = Query("cases", answers.QueuedCase, standing=True)
VIEWS: Final = Query("views", answers.Look, standing=True)
EVERY: Final[tuple[Query[object], ...]] = (
    *(DISTRICTS, STATION_TREND, STATION_DAYS, STATION_WEEKS, STATION_FORTNIGHTS, STATION_MONTHS),
    *(CATEGORY_TREND, HOTSPOTS, REPEAT_PLACES, TIMES, OVERDUE, OUTCOMES, SENSITIVITY),
    *(HOURS, EVIDENCE, DEEDS, CASES, VIEWS),
)
