"""All that the pages read and write."""

from dataclasses import dataclass

from satark.lake.queries import QueryEngine
from satark.police_range.model import PoliceRange
from satark.ports import (
    CaseStore,
    EvidenceViews,
    KeptReports,
    Officers,
    ReportOrders,
    RosterDesk,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    """`engine` counts over many cases; one case is read from `cases`, and acted on there.

    `at_once` is how many questions the engine takes at the same time.
    """

    engine: QueryEngine
    police_range: PoliceRange
    cases: CaseStore
    roster: Officers
    evidence: EvidenceViews
    reports: KeptReports
    orders: ReportOrders
    desk: RosterDesk
    at_once: int = 1
