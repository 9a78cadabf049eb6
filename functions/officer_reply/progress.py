"""How far an alert has come, as a fact of its case."""

from satark.case import (
    AlertProgressed,
    Case,
    CaseEvent,
    CaseTransferred,
    Happening,
    OfficerActed,
    OfficerAssigned,
    TipFiled,
)
from satark.command.scene import Decision
from satark.delivery import Intent, intent_id
from satark.message import DeliveryStatus

_LADDER = ("failed", "delivered", "read")


def progressed(case: Case, intent: Intent, status: DeliveryStatus) -> Decision:
    """Only of an alert that told the officer of the tip; upwards only, for statuses overtake."""
    what, alert = _progress(intent, status), _alert(case, intent)
    if what is None or alert is None:
        return Decision(None, None)
    since = (event.what for event in case.events[alert.seq :])
    reached = (_step(known) for known in since if _same_officer(known, what))
    return Decision(what if _step(what) > max(reached, default=-1) else None, None)


def _progress(intent: Intent, status: DeliveryStatus) -> AlertProgressed | None:
    if intent.officer_id is None or status.state == "sent":
        return None
    return AlertProgressed(intent.officer_id, status.state, status.error)


def _alert(case: Case, intent: Intent) -> CaseEvent | None:
    """The event by which the officer was told: filed, given, sent on, or not got by another."""
    officer_id = str(intent.officer_id)
    told = (event for event in case.events if _tells(event.what, officer_id))
    return next((event for event in told if intent.id == intent_id(event.id, officer_id, 0)), None)


def _tells(what: Happening, officer_id: str) -> bool:
    match what:
        case TipFiled() | CaseTransferred():
            return True
        case OfficerAssigned(officer_id=assignee):
            return assignee == officer_id
        case OfficerActed(action=action):
            return action == "not_mine"
        case AlertProgressed(state=state):
            return state == "failed"
        case _:
            return False


def _same_officer(known: Happening, what: AlertProgressed) -> bool:
    return isinstance(known, AlertProgressed) and known.officer_id == what.officer_id


def _step(what: Happening) -> int:
    return _LADDER.index(what.state) if isinstance(what, AlertProgressed) else -1
