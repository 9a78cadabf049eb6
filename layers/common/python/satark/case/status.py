"""How a case stands, as its tipster may hear it."""

from collections.abc import Iterable
from typing import Literal

from satark.case.event import CaseEvent, Happening
from satark.case.officer import Action, ActionDetailed, OfficerActed, OfficerReported
from satark.case.superior import CaseMerged

Status = Literal["received", "accepted", "action_taken", "closed"]


_STATUS_AFTER: dict[Action, Status] = {
    "accepted": "accepted",
    "in_progress": "accepted",
    "not_mine": "received",
    "action_taken": "action_taken",
    "nothing_found": "closed",
    "false_information": "closed",
    "closed": "closed",
}


_ORDER: tuple[Status, ...] = ("received", "accepted", "action_taken", "closed")


def status_after(events: Iterable[CaseEvent]) -> Status:
    """The status that the tipster may hear. It only moves forward; a report counts as action."""
    return max((_implied(event.what) for event in events), key=_ORDER.index, default="received")


def _implied(what: Happening) -> Status:
    match what:
        case OfficerActed(action=action):
            return _STATUS_AFTER[action]
        case OfficerReported() | ActionDetailed():
            return "action_taken"
        case CaseMerged():
            return "closed"
        case _:
            return "received"


def status_named(name: str) -> Status:
    """Raises StopIteration for what is no status."""
    return next(status for status in _ORDER if status == name)
