"""What the courier of tips is told when a sender is blocked, and what officers read of it."""

from datetime import timedelta

from functions.dispatch.blocking import blocking
from functions.dispatch.notices import as_of
from satark.case import CaseEvent, OfficerActed, SenderBlocked, SenderUnblocked
from satark.identity import Handle
from satark.message import Block, Say
from tests.samples import varanasi
from tests.unit.dispatch.stage import DIG, SHO, SP, ledger, said, to, to_tipster


def told(events: list[CaseEvent]) -> list[list[Block]]:
    return [list(blocking(as_of(event, events), varanasi())) for event in events]


def test_the_courier_hears_the_handle_and_the_end_and_no_more() -> None:
    events = ledger(
        OfficerActed("sho", "false_information"),
        SenderBlocked("sp", "false"),
        SenderUnblocked("dig"),
        OfficerActed("sp", "closed"),
    )
    [[], [], [block], [lifted], []] = told(events)
    assert block == Block(block.id, Handle("h1"), events[2].at + timedelta(days=30))
    assert lifted == Block(lifted.id, Handle("h1"), None)
    assert block.id != lifted.id
    assert told(events) == told(events)


def test_the_offices_above_read_who_blocked_and_why_and_the_tipster_nothing() -> None:
    messages = said(ledger(SenderBlocked("sp", "abuse")))
    [news] = to(DIG, messages)
    assert isinstance(news.content, Say)
    assert varanasi().text("hi", "officer.done.blocked") in news.content.body
    assert varanasi().text("hi", "officer.block_abuse") in news.content.body
    assert to(SP, messages) == []
    assert to(SHO, messages) != []
    assert to_tipster(messages) == []


def test_the_offices_above_read_that_it_was_taken_back() -> None:
    messages = said(ledger(SenderBlocked("sp", "abuse"), SenderUnblocked("dig")))
    [news] = to(SP, messages)
    assert isinstance(news.content, Say)
    assert varanasi().text("en", "officer.done.unblocked") in news.content.body
    assert to_tipster(messages) == []
