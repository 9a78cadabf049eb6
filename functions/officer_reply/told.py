"""The tips that an officer was told of, as they stood when the officer wrote."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from satark.case import Case, status_after
from satark.command.recording import Cause
from satark.ports import CaseStore
from satark.whatsapp.limits import LIST_ROWS

_LOOKED_AT = 50
_LISTED_FROM = 200


@dataclass(frozen=True, slots=True)
class Told:
    """Read at the message's own time, so that it means the same tip when it is delivered again.

    `read_case_ids` gives them latest first; it is asked only where they matter, and may be asked
    often.
    """

    read_case_ids: Callable[[], Sequence[str]]
    cause: Cause
    cases: CaseStore

    @property
    def case_ids(self) -> Sequence[str]:
        return self.read_case_ids()

    def open_tips(self) -> Sequence[str]:
        """Up to ten, latest first; that one alone on which this message is recorded already."""
        return [case.case_id for case in self.open_cases()]

    def open_cases(self) -> Sequence[Case]:
        """Only the latest fifty tips are looked at: SP and DIG offices are told of thousands."""
        found: list[Case] = []
        for case in map(self.case, self.case_ids[:_LOOKED_AT]):
            if case.records(self.cause.event_id):
                return [case]
            if self._was_open(case):
                found.append(case)
            if len(found) == LIST_ROWS:
                break
        return found

    def listed(self) -> Iterator[Case]:
        """All that are open now among the latest two hundred."""
        latest = map(self.case, islice(self.case_ids, _LISTED_FROM))
        return (case for case in latest if case.open)

    def find(self, case_id: str) -> Case | None:
        return self.case(case_id) if case_id in self.case_ids else None

    def case(self, case_id: str) -> Case:
        return Case.of(self.cases.events(case_id))

    def _was_open(self, case: Case) -> bool:
        earlier = (event for event in case.events if event.at < self.cause.at)
        return case.tip.filed_at <= self.cause.at and status_after(earlier) != "closed"
