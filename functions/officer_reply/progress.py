"""How far an alert has come, as a fact of its case."""

from functions.officer_reply.deciding import Decision
from satark.case import AlertProgressed, Case, Happening
from satark.delivery import Intent, intent_id
from satark.message import DeliveryStatus

_LADDER = ("failed", "delivered", "read")


def progressed(case: Case, intent: Intent, status: DeliveryStatus) -> Decision:
    """Only of the alert that told the officer of the tip; upwards only, for statuses overtake."""
    what = _progress(intent, status)
    if what is None or not _is_alert(case, intent):
        return Decision(None, None)
    reached = (_step(event.what) for event in case.events if _same_officer(event.what, what))
    return Decision(what if _step(what) > max(reached, default=-1) else None, None)


def _progress(intent: Intent, status: DeliveryStatus) -> AlertProgressed | None:
    if intent.officer_id is None or status.state == "sent":
        return None
    return AlertProgressed(intent.officer_id, status.state, status.error)


def _is_alert(case: Case, intent: Intent) -> bool:
    return intent.id == intent_id(case.events[0].id, str(intent.officer_id), 0)


def _same_officer(known: Happening, what: AlertProgressed) -> bool:
    return isinstance(known, AlertProgressed) and known.officer_id == what.officer_id


def _step(what: Happening) -> int:
    return _LADDER.index(what.state) if isinstance(what, AlertProgressed) else -1
