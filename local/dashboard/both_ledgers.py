"""The cases of a running system, and the made-up ones: each keeps its own ledger."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from satark.case import CaseEvent
from satark.ports import CaseStore
from satark.standing import Standing


@dataclass(frozen=True, slots=True)
class BothLedgers:
    """`heard` is told what was done to a made-up case; of all others the stream tells."""

    live: CaseStore
    sample: CaseStore
    heard: Callable[[CaseEvent], None]

    def events(self, case_id: str) -> Sequence[CaseEvent]:
        return self.sample.events(case_id) or self.live.events(case_id)

    def append(self, event: CaseEvent, standing: Standing) -> None:
        if not self.sample.events(event.case_id):
            self.live.append(event, standing)
            return
        self.sample.append(event, standing)
        self.heard(event)
