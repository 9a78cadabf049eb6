"""Officers of one chain, and a case that grows event by event."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from functions.dispatch.notices import as_of, notices
from satark.case import Case, CaseEvent, Happening, TipFiled
from satark.identity import Handle
from satark.message import OutboundMessage, ToOfficer, ToTipster
from satark.roster import Officer
from satark.tip import Tip
from tests.fakes import RosterList
from tests.samples import AT, TIP, varanasi

SHO = Officer("sho", "प्रभारी", "SHO", "thana:ghazipur/zamania", "hi")
SP = Officer("sp", "Office", "SP", "district:ghazipur", "en")
DIG = Officer("dig", "Office", "DIG", "range:varanasi", "hi")
CHAIN = [SHO, SP, DIG]

CASE = "48291376"


def ledger(*happened: Happening, tip: Tip = TIP) -> list[CaseEvent]:
    """A case whose events are an hour apart, and their ids `e1`, `e2` and so on."""
    filed = CaseEvent(CASE, 1, "e1", AT, TipFiled(tip, Handle("h1")))
    later = (
        CaseEvent(CASE, seq, f"e{seq}", AT + timedelta(hours=seq - 1, minutes=7), what)
        for seq, what in enumerate(happened, start=2)
    )
    return [filed, *later]


def said(
    events: list[CaseEvent],
    *,
    at: int = -1,
    officers: list[Officer] | None = None,
    same: Iterable[Case] = (),
) -> list[OutboundMessage]:
    """What the event at this place of the ledger makes dispatch say, with these tips like it."""
    roster = RosterList(CHAIN if officers is None else officers)
    return notices(as_of(events[at], events), roster, varanasi(), lambda: same)


def to(officer: Officer, messages: list[OutboundMessage]) -> list[OutboundMessage]:
    return [message for message in messages if message.to == ToOfficer(officer.id)]


def to_tipster(messages: list[OutboundMessage]) -> list[OutboundMessage]:
    return [message for message in messages if isinstance(message.to, ToTipster)]


def about(**changes: Any) -> Tip:
    return replace(TIP, **changes)
