"""What the desk reads and writes to serve an officer."""

from dataclasses import dataclass
from typing import Protocol

from satark.evidence import CaseShelf
from satark.message import Media
from satark.police_range.model import PoliceRange
from satark.ports import CaseStore, Deliveries, Roster
from satark.tip import Evidence


class KeepsMedia(Protocol):
    def keep(self, media: Media, *, shelf: CaseShelf, forwarded: bool = False) -> Evidence:
        """Raises MediaUnavailable where the file has to wait."""
        ...


@dataclass(frozen=True, slots=True)
class Files:
    cases: CaseStore
    roster: Roster
    deliveries: Deliveries
    intake: KeepsMedia
    police_range: PoliceRange
