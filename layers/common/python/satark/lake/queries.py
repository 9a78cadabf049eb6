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


STATION_TREND: Final = Query("station_trend", answers.StationTrend)
HOTSPOTS: Final = Query("hotspots", answers.Hotspot)
OUTCOMES: Final = Query("outcomes", answers.OutcomeCount)
EVERY: Final[tuple[Query[object], ...]] = (STATION_TREND, HOTSPOTS, OUTCOMES)
