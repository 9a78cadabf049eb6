"""The news that a machine has listened to a recording, or that it could not."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from functions.labels.by_machine import ByMachine
from functions.labels.labelling import FileLabels, Labelling
from satark.labels import hearing_id


@dataclass(frozen=True, slots=True)
class Hearing:
    labelling: Labelling
    machine: ByMachine

    def ended(self, hearing: str, at: datetime, *, well: bool) -> None:
        """What was said is forgotten once the case has what counts of it. Safe to repeat."""
        case_id = hearing.partition("-")[0]
        for item in self.labelling.files(case_id):
            if hearing_id(case_id, item.key) == hearing:
                heard = partial(self.machine.heard, hearing, item) if well else tuple[str, ...]
                found = FileLabels(self.machine.by, heard)
                self.labelling.settle(case_id, item.key, found, at)
        self.machine.ear.forget(hearing)
