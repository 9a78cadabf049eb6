"""The tips that an officer was told of, as they stood when the officer wrote."""

from collections.abc import Sequence
from dataclasses import dataclass

from functions.officer_reply.recording import Cause
from satark.case import Case, status_after
from satark.ports import CaseStore


@dataclass(frozen=True, slots=True)
class Told:
    """Read at the message's own time, so that it means the same tip when it is delivered again."""

    case_ids: Sequence[str]
    cause: Cause
    cases: CaseStore

    def open_tips(self) -> Sequence[str]:
        """Latest first; the one alone on which this message is recorded already, if it is."""
        cases = [self.case(case_id) for case_id in self.case_ids]
        known = [case.case_id for case in cases if case.records(self.cause.event_id)]
        return known or [case.case_id for case in cases if self._was_open(case)]

    def case(self, case_id: str) -> Case:
        return Case.of(self.cases.events(case_id))

    def _was_open(self, case: Case) -> bool:
        earlier = (event for event in case.events if event.at < self.cause.at)
        return case.tip.filed_at <= self.cause.at and status_after(earlier) != "closed"
