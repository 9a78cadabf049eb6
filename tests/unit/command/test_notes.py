"""An officer's note stands on the case, and goes nowhere."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.dispatch.dispatcher import Dispatcher
from satark.case import CaseNoted, Happening, OfficerActed, OfficerAsked, TipExtended
from satark.command.deciding import decide
from satark.command.recording import Cause, record_once
from satark.command.request import Act, Command, Note
from satark.command.scene import Scene
from satark.deadline import standing
from satark.lake.cells import cell
from satark.lake.rows import row_of
from satark.roster import Officer
from tests.fakes import LabelsList, OutboxList, RosterList
from tests.samples import AT, varanasi
from tests.unit.officer_reply.station import EVERYONE, ONE, SHO, SP, Station

WORDS = "मुखबिर-गुप्त-7421"
LATER: tuple[Happening, ...] = (
    OfficerActed("sho", "accepted"),
    OfficerAsked("sp", "ट्रक किस रंग का है?"),
    TipExtended("नीला"),
    OfficerActed("sho", "closed"),
)


def scene(officer: Officer) -> Scene:
    return Scene(
        officer=officer,
        at=AT,
        roster=RosterList(EVERYONE),
        police_range=varanasi(),
        told=lambda _: None,
        open_cases=tuple,
        awaited=None,
    )


def recorded(station: Station, by: Officer, command: Command) -> Happening | None:
    cause = Cause.of("form", f"{by.id} {command}", at=AT)
    outcome = record_once(
        station.cases,
        varanasi(),
        ONE,
        cause,
        lambda case, _: decide(case, scene(by), command, None),
    )
    return outcome.decision.what


def noted() -> Station:
    station = Station().file(ONE)
    assert recorded(station, SHO, Note(WORDS)) == CaseNoted("sho", WORDS)
    return station


def test_its_words_are_in_no_message_of_it_or_of_anything_after_it() -> None:
    station, officers, tipsters = noted(), OutboxList(), OutboxList()
    roster = RosterList(EVERYONE)
    dispatcher = Dispatcher(station.cases, roster, officers, tipsters, LabelsList(), varanasi())
    (_, note) = station.cases.events(ONE)

    dispatcher.announce(note)
    assert officers.accepted == tipsters.accepted == []

    for hours, what in enumerate(LATER, 1):
        event = station.case(ONE).next(f"later-{hours}", AT + timedelta(hours=hours), what)
        station.cases.add(event)
        dispatcher.announce(event)
    sent = [*officers.accepted, *tipsters.accepted]
    assert len(sent) > len(LATER)
    assert WORDS not in str(sent)


def test_its_words_are_in_no_row_of_the_lake_from_which_reports_are_made() -> None:
    (_, note) = noted().cases.events(ONE)
    row = row_of(note, police_range=varanasi(), cell=cell)

    assert row["kind"] == "case_noted"
    assert WORDS not in str(row)
    assert "sho" not in row.values()


def test_how_the_case_stands_is_as_before() -> None:
    """So the tipster, who reads no more of a case than this, cannot tell."""
    station = Station().file(ONE)
    before = standing(station.case(ONE), varanasi())
    assert standing(noted().case(ONE), varanasi()) == before


def test_a_closed_tip_takes_one_too() -> None:
    station = Station().file(ONE)
    assert recorded(station, SHO, Act("closed"))
    assert recorded(station, SP, Note(WORDS)) == CaseNoted("sp", WORDS)


@pytest.mark.parametrize(
    "officer", [officer for officer in EVERYONE if officer.id in {"other", "neighbour"}]
)
def test_who_may_not_hear_of_the_tip_cannot_note(officer: Officer) -> None:
    station = Station().file(ONE)
    assert recorded(station, officer, Note(WORDS)) is None
    assert recorded(station, replace(SHO, suspended=True), Note(WORDS)) is None
    assert [event.what.kind for event in station.cases.events(ONE)] == ["tip_filed"]
