"""Who may hear of a case, decide on it, and be given it."""

from dataclasses import replace

import pytest

from satark.case import (
    Case,
    CaseEvent,
    CaseTransferred,
    Happening,
    OfficerActed,
    OfficerAssigned,
    TipFiled,
)
from satark.chain import barred, below, may_be_assigned, may_be_sent_to, may_decide, offices
from satark.identity import Handle
from satark.roster import Officer
from satark.tip import Conflict, Tip
from tests.samples import AT, TIP, varanasi

CIRCLE = next(thana.parent for thana in varanasi().thanas if thana.id == "ghazipur/zamania")
SHO = Officer("sho", "A", "SHO", "thana:ghazipur/zamania", "hi")
NEIGHBOUR = Officer("neighbour", "B", "SHO", "thana:ghazipur/kotwali", "hi")
CO = Officer("co", "C", "CO", f"circle:{CIRCLE}", "hi")
SP = Officer("sp", "D", "SP", "district:ghazipur", "hi")
OTHER_SP = Officer("other", "E", "SP", "district:jaunpur", "hi")
DIG = Officer("dig", "F", "DIG", "range:varanasi", "hi")
EVERYONE = (SHO, NEIGHBOUR, CO, SP, OTHER_SP, DIG)


def case(*happened: Happening, tip: Tip = TIP) -> Case:
    whats = (TipFiled(tip, Handle("h")), *happened)
    return Case.of(
        CaseEvent("48291376", seq, f"e{seq}", AT, what) for seq, what in enumerate(whats, start=1)
    )


def deciding(found: Case) -> set[str]:
    return {officer.id for officer in EVERYONE if may_decide(officer, found, varanasi())}


def assignable(found: Case) -> set[str]:
    return {officer.id for officer in EVERYONE if may_be_assigned(officer, found, varanasi())}


def test_the_whole_chain_decides_until_somebody_is_assigned() -> None:
    assert deciding(case()) == {"sho", "co", "sp", "dig"}
    assert deciding(case(OfficerAssigned("sp", "neighbour"))) == {"neighbour", "sp", "dig"}


def test_whoever_hands_a_case_up_leaves_it_to_the_offices_above() -> None:
    handed_up = case(OfficerActed("sho", "not_mine"))
    assert (handed_up.assignee, handed_up.handed_up) == (None, True)
    assert deciding(handed_up) == {"sp", "dig"}
    again = case(OfficerActed("sho", "not_mine"), OfficerAssigned("sp", "sho"))
    assert (again.assignee, again.handed_up) == ("sho", False)
    assert deciding(again) == {"sho", "sp", "dig"}


def test_nobody_hands_up_a_case_that_is_anothers() -> None:
    found = case(OfficerAssigned("sp", "neighbour"), OfficerActed("sho", "not_mine"))
    assert (found.assignee, found.handed_up) == ("neighbour", False)


def test_a_transferred_case_is_the_other_districts_alone() -> None:
    found = case(OfficerAssigned("sp", "sho"), CaseTransferred("sp", "jaunpur"))
    assert (found.district, found.assignee, found.handed_up) == ("jaunpur", None, True)
    assert deciding(found) == {"other", "dig"}
    assert assignable(found) == {"other"}
    back = case(CaseTransferred("sp", "jaunpur"), CaseTransferred("dig", "ghazipur"))
    assert deciding(back) == {"sp", "dig"}


def test_a_suspended_officer_decides_nothing_and_is_given_nothing() -> None:
    found = case(OfficerAssigned("sp", "sho"))
    suspended = replace(SHO, suspended=True)
    assert not may_decide(suspended, found, varanasi())
    assert not may_be_assigned(suspended, found, varanasi())


@pytest.mark.parametrize(
    ("conflict", "thana", "able"),
    [
        (Conflict.NONE, "ghazipur/zamania", {"sho", "neighbour", "co", "sp"}),
        (Conflict.STATION, "ghazipur/zamania", {"neighbour", "sp"}),
        (Conflict.STATION, None, {"sp"}),
        (Conflict.STATION, "ghazipur/gone", {"sp"}),
        (Conflict.DISTRICT, "ghazipur/zamania", set()),
    ],
)
def test_nobody_of_the_unit_that_a_tip_is_about_may_be_given_it(
    conflict: Conflict, thana: str | None, able: set[str]
) -> None:
    assert assignable(case(tip=replace(TIP, conflict=conflict, thana=thana))) == able


def test_a_tip_about_a_district_may_leave_it_and_never_come_back() -> None:
    about = replace(TIP, conflict=Conflict.DISTRICT)
    assert may_be_sent_to("jaunpur", case(tip=about))
    moved = case(CaseTransferred("dig", "jaunpur"), tip=about)
    assert deciding(moved) == {"other", "dig"}
    assert not may_be_sent_to("ghazipur", moved)
    assert not may_be_sent_to("jaunpur", moved)
    assert may_be_sent_to("ghazipur", case(CaseTransferred("dig", "jaunpur")))


def test_no_office_that_a_tip_is_about_may_hear_of_it() -> None:
    for conflict in Conflict:
        for thana in (None, *(thana.id for thana in varanasi().thanas_of("ghazipur"))):
            found = case(tip=replace(TIP, conflict=conflict, thana=thana))
            about, hearing = barred(found, varanasi()), offices(found, varanasi())
            assert about & set(hearing) == set()
            assert bool(about) == bool(conflict)


def test_a_districts_offices_are_listed_once_each_circle_before_its_thanas() -> None:
    for district in varanasi().districts:
        listed = below(district.id, varanasi())
        thanas = {f"thana:{thana.id}" for thana in varanasi().thanas_of(district.id)}
        assert {office for office in listed if office.startswith("thana:")} == thanas
        assert len(set(listed)) == len(listed)
        for thana in varanasi().thanas_of(district.id):
            if thana.parent != district.id:
                assert listed.index(f"circle:{thana.parent}") < listed.index(f"thana:{thana.id}")
