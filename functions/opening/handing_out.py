"""Short-lived links to the protected files of a case, once two people have agreed on it.

Put on the ledger first, then handed out. Each link leads to one file, and ends in minutes.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from satark.case import Case, FilesOpened, OpeningAgreed
from satark.deadline import standing
from satark.opening import granted, protected_files
from satark.police_range.model import PoliceRange
from satark.ports import CaseStore, Conflicted, EvidenceLinks, Roster
from satark.tip import Evidence

LIVES: Final = timedelta(minutes=5)
_ATTEMPTS = 5

Refused = Literal["unknown", "not_agreed", "no_files"]


@dataclass(frozen=True, slots=True)
class Link:
    media: str
    url: str


@dataclass(frozen=True, slots=True)
class Counter:
    """Where protected files are handed out."""

    cases: CaseStore
    roster: Roster
    links: EvidenceLinks
    police_range: PoliceRange

    def hand_out(self, case_id: str, *, now: datetime, cause: str) -> tuple[Link, ...] | Refused:
        """The same cause is on record once. Raises Conflicted where others keep writing first."""
        for _ in range(_ATTEMPTS):
            events = self.cases.events(case_id)
            if not events:
                return "unknown"
            case = Case.of(events)
            agreed = granted(case, now, self.roster.officer, self.police_range)
            if agreed is None:
                return "not_agreed"
            if not (files := protected_files(case)):
                return "no_files"
            with suppress(Conflicted):
                self._record(case, agreed, len(files), now=now, cause=cause)
                return tuple(map(self._link, files))
        raise Conflicted(f"{_ATTEMPTS} attempts to append to a case")

    def _record(
        self, case: Case, agreed: OpeningAgreed, count: int, *, now: datetime, cause: str
    ) -> None:
        if case.records(cause):
            return
        opened = FilesOpened(agreed.asked_by, agreed.by, count)
        event = case.next(cause, now, opened)
        after = Case.of((*case.events, event))
        self.cases.append(event, standing(after, self.police_range))

    def _link(self, file: Evidence) -> Link:
        return Link(file.media, self.links.link(file.key, LIVES))
