"""Takes an event of the ledger and puts what follows from it into the couriers' queues."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from functions.dispatch.blocking import blocking
from functions.dispatch.earlier import earlier
from functions.dispatch.letting_go import letting_go
from functions.dispatch.notices import as_of, notices
from satark.case import CaseEvent, TipExtended, TipFiled
from satark.labels import ToLabel
from satark.message import ToTipster
from satark.police_range.model import PoliceRange
from satark.ports import FiledCases, LabelsLine, Outbox, Roster
from satark.tip import Evidence, Tip


@dataclass(frozen=True, slots=True)
class Dispatcher:
    cases: FiledCases
    roster: Roster
    officer_outbox: Outbox
    tipster_outbox: Outbox
    labels_line: LabelsLine
    police_range: PoliceRange

    def announce(self, event: CaseEvent) -> None:
        """Raises NobodyToTell, and whatever a port raises; safe to repeat."""
        case = as_of(event, self.cases.events(event.case_id))
        same = partial(earlier, case, self.cases, self.police_range)
        messages = notices(case, self.roster, self.police_range, same)
        self.officer_outbox.put(note for note in messages if not isinstance(note.to, ToTipster))
        self.tipster_outbox.put(note for note in messages if isinstance(note.to, ToTipster))
        self.tipster_outbox.put(letting_go(case, self.police_range))
        self.tipster_outbox.put(blocking(case, self.police_range))
        self.labels_line.put(to_label(event))


def to_label(event: CaseEvent) -> Iterator[ToLabel]:
    """An event by which the tipster sent files that were kept."""
    match event.what:
        case TipFiled(tip=Tip(evidence=files)):
            kept = any(item.state == "kept" for item in files)
        case TipExtended(evidence=Evidence(state="kept")):
            kept = True
        case _:
            kept = False
    if kept:
        yield ToLabel(event.case_id, event.id)
