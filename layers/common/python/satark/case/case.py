"""The present state of a case, folded from its events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from satark.case.event import CaseEvent, Happening
from satark.case.officer import OfficerActed, OfficerReported
from satark.case.status import Status, status_after
from satark.case.superior import CaseTransferred, OfficerAssigned, SenderBlocked, SenderUnblocked
from satark.case.tipster import TipExtended, TipFiled
from satark.case.watch import LevelRaised
from satark.sensitivity import Sensitivity
from satark.tip import Evidence, Tip


@dataclass(frozen=True, slots=True)
class Case:
    """The present state of a case, folded from its events in order."""

    case_id: str
    filed: TipFiled
    events: tuple[CaseEvent, ...]

    @classmethod
    def of(cls, events: Iterable[CaseEvent]) -> "Case":
        """Raises ValueError unless the events are one case's, gapless, from its filing on."""
        ledger = tuple(events)
        match ledger:
            case (CaseEvent(what=TipFiled() as filed), *_):
                pass
            case _:
                raise ValueError("a case starts with the filing of its tip")
        if [event.seq for event in ledger] != list(range(1, len(ledger) + 1)):
            raise ValueError(f"the ledger of case {ledger[0].case_id} has a gap")
        return cls(ledger[0].case_id, filed, ledger)

    @property
    def tip(self) -> Tip:
        return self.filed.tip

    @property
    def status(self) -> Status:
        return status_after(self.events)

    @property
    def sensitivity(self) -> Sensitivity:
        raised = (what.sensitivity for what in self._happened(LevelRaised))
        return next(raised, self.filed.sensitivity)

    @property
    def district(self) -> str:
        """The one that works on the case, which need not be the tip's own."""
        moves = (what.district for what in self._happened(CaseTransferred))
        return next(moves, self.tip.district)

    @property
    def transferred(self) -> bool:
        return any(self._happened(CaseTransferred))

    @property
    def assignee(self) -> str | None:
        """The officer whom a superior gave the case, and who has not handed it up."""
        return _held_by(self.events)[0]

    @property
    def handed_up(self) -> bool:
        """Whether it is for the SP office to assign: no officer is thought to be competent."""
        return _held_by(self.events)[1]

    @property
    def blocked(self) -> bool:
        """Whether a superior blocked the sender, and nobody took it back. It may have run out."""
        happened = (event.what for event in reversed(self.events))
        said = (what for what in happened if isinstance(what, SenderBlocked | SenderUnblocked))
        return isinstance(next(said, None), SenderBlocked)

    @property
    def files(self) -> Iterator[Evidence]:
        """Of the tip, of what was added to it, and of reports, in their order."""
        yield from self.tip.evidence
        for event in self.events:
            match event.what:
                case (
                    TipExtended(evidence=Evidence() as added)
                    | OfficerReported(evidence=Evidence() as added)
                ):
                    yield added

    @property
    def open(self) -> bool:
        return self.status != "closed"

    def records(self, event_id: str) -> bool:
        """Whether the cause with this id is already in the ledger."""
        return any(event.id == event_id for event in self.events)

    def next(self, event_id: str, at: datetime, what: Happening) -> CaseEvent:
        return CaseEvent(self.case_id, len(self.events) + 1, event_id, at, what)

    def before(self, event: CaseEvent) -> "Case":
        """The case as it stood when this event of its own was decided."""
        return Case.of(self.events[: event.seq - 1])

    def _happened[What: Happening](self, kind: type[What]) -> Iterator[What]:
        """Latest first."""
        return (event.what for event in reversed(self.events) if isinstance(event.what, kind))


def _held_by(events: Iterable[CaseEvent]) -> tuple[str | None, bool]:
    """The assignee, and whether the case was handed up.

    An officer who never held it, or holds it no more, cannot hand it up.
    """
    assignee: str | None = None
    handed_up = False
    for event in events:
        match event.what:
            case OfficerAssigned(officer_id=assignee):
                handed_up = False
            case CaseTransferred():
                assignee, handed_up = None, True
            case OfficerActed(officer_id=doer, action="not_mine") if assignee in {None, doer}:
                assignee, handed_up = None, True
    return assignee, handed_up
