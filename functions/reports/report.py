"""What one report says, small counts withheld, and not yet in anybody's words.

Districts, stations and categories are ids of the range's data. A time is in seconds, None where too
few tips have it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from functions.reports.tables import Table
from satark.periods import Period

type Count = int | None
"""None is one that is withheld."""


@dataclass(frozen=True, slots=True)
class Trend:
    first: date
    tips: Count


@dataclass(frozen=True, slots=True)
class Station:
    """`thana` is None for the tips whose station nobody told. `accepted`: half within so long."""

    thana: str | None
    tips: Count
    before: Count
    accepted: int | None


@dataclass(frozen=True, slots=True)
class Pace:
    """Half of the tips within so long, and nine in ten."""

    half: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class District:
    """`late` and `late_reports` are tips of the period; `open` and `overdue` all at its end."""

    id: str
    tips: Count
    before: Count
    accept: Pace
    report: Pace
    late: Count
    late_reports: Count
    open: Count
    overdue: Count
    stations: tuple[Station, ...]


@dataclass(frozen=True, slots=True)
class Crossed:
    """Counts by something and by district. `before` are the rows' totals of the period before."""

    rows: tuple[str, ...]
    table: Table
    before: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with many tips. `again`: it had many in the period before, too."""

    latitude: float
    longitude: float
    tips: int
    again: bool


@dataclass(frozen=True, slots=True)
class Ranked:
    thana: str
    accepted: int


@dataclass(frozen=True, slots=True)
class Deeds:
    firs: Count
    arrests: Count
    seizures: Count


@dataclass(frozen=True, slots=True)
class Report:
    """`office` as in the roster: `range:varanasi` or `district:jaunpur`.

    `least` is the k of suppression. `in_time` is the part, of one, accepted in time of those whose
    time has come. `hours` are eight bands of three hours; `weekdays` begin on Monday. `quickest`
    and `slowest` are stations that accepted at least `compared` tips.
    """

    office: str
    period: Period
    least: int
    total: Count
    before: Count
    trend: tuple[Trend, ...]
    pace: Pace
    in_time: float | None
    late: Count
    districts: tuple[District, ...]
    categories: Crossed
    levels: Crossed
    outcomes: Crossed
    hours: tuple[Count, ...]
    weekdays: tuple[Count, ...]
    evidence: Mapping[str, Count]
    spots: tuple[Spot, ...]
    quickest: tuple[Ranked, ...]
    slowest: tuple[Ranked, ...]
    compared: int
    deeds: Deeds

    @property
    def empty(self) -> bool:
        return self.total == 0
