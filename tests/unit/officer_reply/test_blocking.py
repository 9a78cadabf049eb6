"""The SP and DIG offices have no new tips taken of a sender, and learn nothing by it."""

from dataclasses import replace

import pytest

from satark.case import BlockReason, OfficerActed, SenderBlocked, SenderUnblocked
from satark.message import Ask, Option, Tap
from satark.roster import Officer
from satark.taps import offered
from satark.tip import Conflict
from satark.whatsapp.limits import LIST_ROWS
from tests.fakes import RosterList
from tests.samples import TIP, varanasi
from tests.unit.officer_reply.reading_back import body, only, text
from tests.unit.officer_reply.station import DIG, ONE, SHO, SP, TWO, Station, message

NUMBER = "4829-1376"


@pytest.fixture
def station() -> Station:
    return Station(roster=RosterList([SHO, SP, DIG])).file(ONE, TWO, told=("sho", "sp", "dig"))


@pytest.mark.parametrize("words", [f"block {NUMBER}", f"रोकें {NUMBER}", f"Block the sender {ONE}"])
def test_it_is_asked_why_and_recorded_with_the_answer(station: Station, words: str) -> None:
    asked = only(station.receive(message(words, by="sp"))).content
    assert isinstance(asked, Ask)
    assert asked.body == text("block_why", "en", number=NUMBER)
    assert asked.options == tuple(
        Option(f"block:{ONE}:{reason}", text(f"block_{reason}", "en"))
        for reason in ("false", "abuse", "flood")
    )
    assert station.recorded(ONE) == []
    tapped = message(Tap(asked.options[1].id, ""), by="sp", ref="m2")
    assert body(station.receive(tapped)) == text("blocked", "en", number=NUMBER, days=30)
    assert station.recorded(ONE) == [SenderBlocked("sp", "abuse")]
    assert station.recorded(TWO) == []


def test_a_tip_that_was_closed_as_false_is_what_it_is_for(station: Station) -> None:
    station.receive(message(Tap(f"false_information:{ONE}", ""), by="sp"))
    station.receive(message(Tap(f"block:{ONE}:false", ""), by="sp", ref="m2"))
    assert station.recorded(ONE) == [
        OfficerActed("sp", "false_information"),
        SenderBlocked("sp", "false"),
    ]


def test_a_thana_may_not(station: Station) -> None:
    assert body(station.receive(message(f"block {NUMBER}"))) == text("superiors_only")
    assert body(station.receive(message(Tap(f"block:{ONE}:abuse", ""), ref="m2"))) == text(
        "superiors_only"
    )
    assert station.recorded(ONE) == []


@pytest.mark.parametrize("words", ["block", "unblock"])
def test_of_a_tip_about_the_police_the_range_office_alone_decides(words: str) -> None:
    about_them = replace(TIP, conflict=Conflict.STATION)
    station = Station(roster=RosterList([SP, DIG])).file(ONE, tip=about_them, told=("sp", "dig"))
    refused = station.receive(message(f"{words} {NUMBER}", by="sp"))
    assert body(refused) == text("block_range_only", "en", number=NUMBER)
    station.receive(message(Tap(f"block:{ONE}:abuse", ""), by="dig", ref="m2"))
    assert station.recorded(ONE) == [SenderBlocked("dig", "abuse")]


def test_it_is_taken_back_by_a_word(station: Station) -> None:
    station.receive(message(Tap(f"block:{ONE}:flood", ""), by="sp"))
    replies = station.receive(message(f"रोक हटाएँ {NUMBER}", by="dig", ref="m2"))
    assert body(replies) == text("unblocked", number=NUMBER)
    assert station.recorded(ONE)[1:] == [SenderUnblocked("dig")]
    again = station.receive(message(f"unblock {NUMBER}", by="dig", ref="m3"))
    assert body(again) == text("not_blocked", number=NUMBER)
    assert len(station.recorded(ONE)) == 2


@pytest.mark.parametrize("reason", ["false", "abuse", "flood"])
def test_said_again_it_begins_anew(station: Station, reason: BlockReason) -> None:
    """An earlier block may have run out, which nobody here can see."""
    for ref in ("m1", "m2"):
        station.receive(message(Tap(f"block:{ONE}:{reason}", ""), by="sp", ref=ref))
    assert station.recorded(ONE) == [SenderBlocked("sp", reason)] * 2


def test_delivered_again_it_is_recorded_once(station: Station) -> None:
    tapped = message(Tap(f"block:{ONE}:abuse", ""), by="sp")
    station.receive(tapped, tapped)
    assert station.recorded(ONE) == [SenderBlocked("sp", "abuse")]


def test_a_reason_that_is_none_is_asked_for(station: Station) -> None:
    asked = only(station.receive(message(Tap(f"block:{ONE}:because", ""), by="sp"))).content
    assert isinstance(asked, Ask)
    assert station.recorded(ONE) == []


@pytest.mark.parametrize(
    ("officer", "conflict", "may"),
    [
        (SP, Conflict.NONE, True),
        (DIG, Conflict.NONE, True),
        (SHO, Conflict.NONE, False),
        (SP, Conflict.STATION, False),
        (DIG, Conflict.STATION, True),
    ],
)
def test_it_is_offered_to_who_may(officer: Officer, conflict: Conflict, *, may: bool) -> None:
    station = Station().file(ONE, tip=replace(TIP, conflict=conflict))
    assert ("block" in offered(station.case(ONE), officer, varanasi())) is may


def test_the_list_under_a_tip_keeps_room() -> None:
    """Also with files that two offices open together, and for the range office."""
    evidence = tuple(replace(each, key="protected/k1") for each in TIP.evidence)
    station = Station().file(ONE, tip=replace(TIP, evidence=evidence))
    for officer in (SP, DIG):
        verbs = offered(station.case(ONE), officer, varanasi())
        assert {"open_files", "block"} <= set(verbs)
        assert len(verbs) <= LIST_ROWS
