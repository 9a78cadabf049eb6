"""The cases of the made-up half year in memory: they can be opened and acted on, until the end."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from satark.case import CaseEvent
from satark.ports import Conflicted
from satark.standing import Standing


class SampleLedger:
    def __init__(self, events: Iterable[CaseEvent]) -> None:
        self._cases = defaultdict[str, list[CaseEvent]](list)
        for event in events:
            self._cases[event.case_id].append(event)

    def events(self, case_id: str) -> Sequence[CaseEvent]:
        return tuple(self._cases.get(case_id, ()))

    def append(self, event: CaseEvent, _standing: Standing) -> None:
        if event.seq != len(self._cases.get(event.case_id, ())) + 1:
            raise Conflicted
        self._cases[event.case_id].append(event)
