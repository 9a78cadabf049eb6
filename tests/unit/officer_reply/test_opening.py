"""Files about women and children: one office asks for them, and another agrees."""

from dataclasses import replace
from datetime import timedelta

import pytest

from satark.case import OfficerActed, OpeningAgreed, OpeningAsked
from satark.message import Ask, Tap
from satark.roster import Officer
from satark.tip import Conflict, Evidence
from tests.fakes import RosterList
from tests.samples import TIP
from tests.unit.officer_reply.reading_back import body, text
from tests.unit.officer_reply.station import DIG, ONE, SHO, SP, Station, message

NUMBER = "4829-1376"
PHOTO = Evidence("image", "kept", key="protected/k1", mime="image/jpeg", size=9)
SHIELDED = replace(TIP, category="trafficking", evidence=(PHOTO,))
SECOND_SP = Officer("sp2", "Office", "ASP", "district:ghazipur", "en")
SECOND_DIG = Officer("dig2", "Office", "SP", "range:varanasi", "en")
ASK, AGREE = f"open files {NUMBER}", f"agree {NUMBER}"
HOURS = timedelta(hours=1)


@pytest.fixture
def station() -> Station:
    everyone = [SHO, SP, SECOND_SP, DIG, SECOND_DIG]
    told = tuple(officer.id for officer in everyone)
    return Station(roster=RosterList(everyone)).file(ONE, tip=SHIELDED, told=told)


def test_one_asks_and_another_of_another_office_agrees(station: Station) -> None:
    asked = station.receive(message(ASK, by="sp"))
    assert body(asked) == text("opening_asked", "en", number=NUMBER, hours=12)
    agreed = station.receive(message(Tap(f"agree_opening:{ONE}", ""), by="dig", ref="m2"))
    assert body(agreed) == text("opening_agreed", number=NUMBER, hours=12)
    assert station.recorded(ONE) == [OpeningAsked("sp"), OpeningAgreed("dig", "sp")]


@pytest.mark.parametrize("by", ["sp", "sp2"])
def test_neither_the_asker_nor_the_own_office_can_agree(station: Station, by: str) -> None:
    station.receive(message(ASK, by="sp"))
    refused = station.receive(message(AGREE, by=by, ref="m2"))
    assert body(refused) == text("opening_own", "en", number=NUMBER)
    assert station.recorded(ONE) == [OpeningAsked("sp")]


def test_a_thana_neither_asks_nor_agrees(station: Station) -> None:
    for ref, words in enumerate((ASK, AGREE)):
        refused = station.receive(message(words, ref=f"m{ref}"))
        assert body(refused) == text("superiors_only")
    assert station.recorded(ONE) == []


def test_whoever_asks_for_what_was_asked_for_is_offered_to_agree(station: Station) -> None:
    station.receive(message(ASK, by="sp"))
    (offered,) = station.receive(message(ASK, by="dig2", ref="m2"))
    assert isinstance(offered.content, Ask)
    assert offered.content.body == text("opening_to_agree", "en", number=NUMBER)
    assert offered.content.options[0].id == f"agree_opening:{ONE}"
    waiting = station.receive(message(ASK, by="sp", ref="m3"))
    assert body(waiting) == text("opening_waits", "en", number=NUMBER)
    assert station.recorded(ONE) == [OpeningAsked("sp")]


def test_what_nobody_agreed_to_in_time_has_to_be_asked_for_again(station: Station) -> None:
    station.receive(message(ASK, by="sp"))
    late = message(AGREE, by="dig", ref="m2", after=14 * HOURS)
    assert body(station.receive(late)) == text("opening_none", number=NUMBER)
    station.receive(message(ASK, by="sp", ref="m3", after=15 * HOURS))
    assert station.recorded(ONE) == [OpeningAsked("sp"), OpeningAsked("sp")]


def test_nothing_is_agreed_to_twice_or_unasked(station: Station) -> None:
    assert body(station.receive(message(AGREE, by="dig"))) == text("opening_none", number=NUMBER)
    station.receive(message(ASK, by="sp", ref="m2"))
    station.receive(message(AGREE, by="dig", ref="m3"))
    again = station.receive(message(AGREE, by="dig2", ref="m4"))
    assert body(again) == text("opening_none", "en", number=NUMBER)


def test_of_a_tip_that_the_range_office_alone_hears_of_two_people_there_open_them() -> None:
    about_them = replace(SHIELDED, conflict=Conflict.DISTRICT)
    station = Station(roster=RosterList([SP, DIG, SECOND_DIG]))
    station.file(ONE, tip=about_them, told=("sp", "dig", "dig2"))
    assert body(station.receive(message(ASK, by="sp"))) == text("moved", "en", number=NUMBER)
    for ref, words in (("m2", ASK), ("m3", AGREE)):
        station.receive(message(words, by="dig", ref=ref))
    station.receive(message(AGREE, by="dig2", ref="m4"))
    assert station.recorded(ONE) == [OpeningAsked("dig"), OpeningAgreed("dig2", "dig")]


def test_a_closed_tip_can_be_opened_and_one_without_such_files_cannot(station: Station) -> None:
    station.receive(message(Tap(f"closed:{ONE}", ""), by="sp"))
    station.receive(message(ASK, by="sp", ref="m2"))
    assert station.recorded(ONE) == [OfficerActed("sp", "closed"), OpeningAsked("sp")]
    bare = Station(roster=RosterList([SP])).file(ONE, told=("sp",))
    refused = bare.receive(message(ASK, by="sp"))
    assert body(refused) == text("no_protected_files", "en", number=NUMBER)
