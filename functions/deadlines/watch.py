"""One look at all cases whose time has come: what is late is put on each, once."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from satark.case import Case
from satark.deadline import missed, standing
from satark.police_range.model import PoliceRange
from satark.ports import CaseStore, Conflicted, DueCases


@dataclass(frozen=True, slots=True)
class Watch:
    """`failed` hears why a case could not be looked at; the others are, all the same."""

    due_cases: DueCases
    cases: CaseStore
    police_range: PoliceRange
    failed: Callable[[Exception], None]

    def look(self, now: datetime) -> bool:
        """Whether all went well. Safe to repeat, and to run twice at the same time."""
        went_well = True
        for case_id in self.due_cases.due(now):
            try:
                self._look_at(case_id, now)
            except Exception as error:  # noqa: BLE001 - whatever one case has, the others wait for us
                self.failed(error)
                went_well = False
        return went_well

    def _look_at(self, case_id: str, now: datetime) -> None:
        """Nothing, where the case has gone on meanwhile: a later look sees how it stands then."""
        case = Case.of(self.cases.events(case_id))
        late = missed(case, self.police_range, now)
        if late is None:
            return
        event = case.next(f"late {case_id} {late.what} {late.step}", now, late)
        after = Case.of((*case.events, event))
        with suppress(Conflicted):
            self.cases.append(event, standing(after, self.police_range))
