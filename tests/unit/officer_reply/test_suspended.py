"""A suspended officer is told so, and nothing changes."""

from dataclasses import replace

import pytest

from satark.message import Content, Deleted, Media, Say, Tap, ToSender
from tests.fakes import RosterList
from tests.unit.officer_reply.reading_back import only, text
from tests.unit.officer_reply.station import ONE, SHO, SP, Station, message


@pytest.mark.parametrize(
    "content",
    [Tap(f"accepted:{ONE}", ""), Tap(f"open:{ONE}", ""), "मिला", "लंबित", "Hi", "4829-1376",
     Media("image", "p", "image/jpeg", "")],
)  # fmt: skip
def test_whatever_a_suspended_officer_sends_changes_nothing(content: Content | str) -> None:
    station = Station(roster=RosterList([replace(SHO, suspended=True), SP])).file(ONE)
    received = message(content)
    reply = only(station.receive(received))
    assert reply.to == ToSender(received.sender.address)
    assert reply.content == Say(text("suspended"))
    assert reply.case_id is None
    assert station.recorded(ONE) == []
    assert station.intake.fetched == []
    assert station.desks.records == {}
    sho = station.roster.officer("sho")
    assert sho is not None
    assert sho.seen_at is None


def test_what_needs_no_answer_gets_none() -> None:
    station = Station(roster=RosterList([replace(SHO, suspended=True)])).file(ONE)
    assert station.receive(message(Deleted())) == []
