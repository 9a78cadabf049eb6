"""All that the pages read and write."""

from dataclasses import dataclass

from satark.lake.queries import QueryEngine
from satark.police_range.model import PoliceRange
from satark.ports import CaseStore, EvidenceViews, Officers


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    """`engine` counts over many cases; one case is read from `cases`, and acted on there."""

    engine: QueryEngine
    police_range: PoliceRange
    cases: CaseStore
    roster: Officers
    evidence: EvidenceViews
