"""What every page is made from: who looks, what they chose, when, and whom to ask."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from functions.dashboard.chosen import Chosen
from functions.dashboard.viewer import Viewer
from functions.dashboard.visit import Visit
from satark.lake.asked import Asked, Reader
from satark.lake.queries import Query, QueryEngine
from satark.police_range.model import PoliceRange

ROUNDED: Final = 5
"""Minutes: whoever asks again within them is answered from memory."""


@dataclass(frozen=True, slots=True)
class Scene:
    """`now` is the wall clock in India, naive, as the lake's times are."""

    engine: QueryEngine
    police_range: PoliceRange
    viewer: Viewer
    chosen: Chosen
    now: datetime

    @classmethod
    def of(cls, visit: Visit, chosen: Chosen) -> "Scene":
        now, stores = visit.now, visit.stores
        minute = now.minute - now.minute % ROUNDED
        rounded = now.replace(minute=minute, second=0, microsecond=0)
        return cls(stores.engine, stores.police_range, visit.viewer, chosen, rounded)

    @property
    def today(self) -> date:
        return self.now.date()

    def rows[Row](self, query: Query[Row]) -> tuple[Row, ...]:
        """Of the chosen days until now."""
        chosen, today = self.chosen, self.today
        days = (chosen.first(today), today, chosen.earlier(today))
        return self.engine.run(query, self._asked(*days, until=self.now))

    def week_rows[Row](self, query: Query[Row]) -> tuple[Row, ...]:
        """Of the chosen whole weeks, and as many before them to compare with."""
        last, weeks = self.chosen.sunday(self.today), timedelta(weeks=self.chosen.weeks)
        first = last + timedelta(days=1) - weeks
        return self.engine.run(query, self._asked(first, last, first - weeks))

    def _asked(self, *days: date, until: datetime | None = None) -> Asked:
        first, last, earlier = days
        return Asked(
            first=first,
            last=last,
            earlier=earlier,
            until=until,
            reader=Reader.at(self.viewer.office, self.police_range),
            k=self.police_range.reports.least,
            district=self.chosen.district,
            category=self.chosen.category,
        )
