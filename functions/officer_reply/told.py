"""The tips that an officer was told of, as they stood when the officer wrote."""

from collections.abc import Sequence
from dataclasses import dataclass

from functions.officer_reply.recording import Cause
from satark.case import Case, status_after
from satark.ports import CaseStore
from satark.whatsapp.limits import LIST_ROWS

_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class Told:
    """Read at the message's own time, so that it means the same tip when it is delivered again."""

    case_ids: Sequence[str]
    cause: Cause
    cases: CaseStore

    def open_tips(self) -> Sequence[str]:
        """Up to ten, latest first; that one alone on which this message is recorded already.

        Only the latest fifty tips are looked at: the SP and DIG offices are told of thousands.
        """
        found: list[str] = []
        for case in map(self.case, self.case_ids[:_LOOKED_AT]):
            if case.records(self.cause.event_id):
                return [case.case_id]
            if self._was_open(case):
                found.append(case.case_id)
            if len(found) == LIST_ROWS:
                break
        return found

    def case(self, case_id: str) -> Case:
        return Case.of(self.cases.events(case_id))

    def _was_open(self, case: Case) -> bool:
        earlier = (event for event in case.events if event.at < self.cause.at)
        return case.tip.filed_at <= self.cause.at and status_after(earlier) != "closed"
