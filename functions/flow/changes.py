"""What a message writes in one transaction with its session: a filed tip, or more of one."""

from datetime import timedelta

from functions.flow.derived import name, owner, receipt_key
from functions.flow.filing import Filed
from functions.flow.outcome import Outcome
from satark.case import Case, CaseEvent, TipFiled
from satark.deadline import standing
from satark.filing import Addition, Filing
from satark.identity import OwnerTag
from satark.message import InboundMessage
from satark.police_range.model import PoliceRange


def change(
    message: InboundMessage, outcome: Outcome, pepper: bytes, police_range: PoliceRange
) -> Filing | Addition | None:
    if outcome.filed:
        return _filing(message, outcome.filed, pepper, police_range)
    if outcome.happened is None:
        return None
    head, what = outcome.happened
    event_id = name(pepper, what.kind, message.ref)
    event = CaseEvent(head.case_id, head.seq + 1, event_id, message.at, what)
    return Addition(event, head.standing, head.row_hash)


def _filing(
    message: InboundMessage, filed: Filed, pepper: bytes, police_range: PoliceRange
) -> Filing:
    event_id = name(pepper, "filed", message.ref)
    what = TipFiled(filed.tip, filed.handle, filed.sensitivity)
    event = CaseEvent(filed.case_id, 1, event_id, message.at, what)
    kept_for = timedelta(days=police_range.retention.reply_address_idle)
    return Filing(
        event=event,
        standing=standing(Case.of([event]), police_range),
        handle=filed.handle,
        address=message.sender.address,
        opened_at=message.at,
        receipt_key=receipt_key(pepper, filed.receipt),
        owner=OwnerTag.of(owner(pepper, message.sender), filed.salt),
        forgotten_at=message.at + kept_for,
        protected=filed.shelf == "protected",
    )
