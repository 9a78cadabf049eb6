"""What the queries answer: a class for the rows of each. All times are the Indian wall clock.

A district, station or category is the id of the range's data. `thana` is None where the tipster
did not know it, and where the tip was transferred. `tips` were filed in the days asked for,
`tips_before` in the period before. Merged duplicates do not count.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from satark.case import Status
from satark.sensitivity import Level

Outcome = Literal["action_taken", "nothing_found", "false_information", "closed"]


@dataclass(frozen=True, slots=True)
class District:
    """`open` and `overdue` are all at the end of the days, whenever they were filed."""

    district: str
    tips: int
    tips_before: int
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class StationTrend:
    district: str
    thana: str | None
    tips: int
    tips_before: int


@dataclass(frozen=True, slots=True)
class StationCount:
    """`starts_on` is the first day of the week, fortnight or month, though it be not asked for."""

    district: str
    thana: str | None
    starts_on: date
    tips: int


@dataclass(frozen=True, slots=True)
class CategoryTrend:
    district: str
    category: str
    tips: int
    tips_before: int


@dataclass(frozen=True, slots=True)
class Hotspot:
    """`cell` is an H3 index of this resolution, 7 or 8; no tip counts in two cells."""

    resolution: int
    cell: str
    tips: int


@dataclass(frozen=True, slots=True)
class RepeatPlace:
    """An H3 cell of resolution 8 that was a hotspot in both periods."""

    cell: str
    tips: int
    tips_before: int


@dataclass(frozen=True, slots=True)
class Times:
    """From the filing of a tip, in seconds, of what happened by the end of the days.

    `unit` is what it is about: all that the reader sees, a district, or a station. A median or
    90th percentile is that of at least k tips, by nearest rank, and else None. `missed`: the
    deadline passed first.
    """

    unit: Literal["all", "district", "station"]
    district: str | None
    thana: str | None
    tips: int
    accepted: int
    accept_median: int | None
    accept_p90: int | None
    accepted_in_time: int
    accept_missed: int
    reported: int
    report_median: int | None
    report_p90: int | None
    reported_in_time: int
    report_missed: int


@dataclass(frozen=True, slots=True)
class Overdue:
    """At the end of the days, whenever filed. A tip may be overdue in both ways.

    `oldest` is the first deadline among them that passed.
    """

    district: str
    thana: str | None
    level: Level
    overdue: int
    accept_overdue: int
    report_overdue: int
    oldest: datetime


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """None: nobody had reported by the end of the days."""

    district: str
    outcome: Outcome | None
    tips: int


@dataclass(frozen=True, slots=True)
class LevelTrend:
    district: str
    level: Level
    tips: int
    tips_before: int


@dataclass(frozen=True, slots=True)
class HourCount:
    """`weekday` from Monday 1 to Sunday 7; `hour` from 0 to 23."""

    weekday: int
    hour: int
    tips: int


@dataclass(frozen=True, slots=True)
class EvidenceCount:
    """How many tips have evidence of this kind, and how many files."""

    kind: Literal["photo", "video", "audio", "document"]
    tips: int
    files: int


@dataclass(frozen=True, slots=True)
class Deeds:
    """What happened in the days, whenever the tips were filed.

    `firs` and `seizures` are tips that had some; `helpful` and `unhelpful` what tipsters found.
    """

    district: str
    accepted: int
    reported: int
    closed: int
    firs: int
    arrests: int
    seizures: int
    helpful: int
    unhelpful: int


@dataclass(frozen=True, slots=True)
class QueuedCase:
    """A tip as it stands at the end of the days: one of the days, or one that is open.

    `due`: what is awaited next, an acceptance or a report, is to come until then; None: nothing is.
    There are no more than 3000, of which all that are overdue come first.
    """

    case_id: str
    filed_at: datetime
    district: str
    thana: str | None
    category: str
    level: Level
    status: Status
    due: datetime | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked at this case, or at a file of it; who it was, its ledger says at `seq`.

    Of cases that were merged, too. No office below the DIG's is told of any; there are no more than
    3000, the latest.
    """

    case_id: str
    seq: int
    kind: Literal["case_viewed", "evidence_viewed"]
    at: datetime
    district: str
