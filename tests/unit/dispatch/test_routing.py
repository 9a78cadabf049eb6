from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from functions.dispatch.routing import NobodyToTell, Recipient, recipients, superiors
from satark.case import Case
from satark.chain import offices
from satark.police_range.model import Place, PoliceRange
from satark.roster import Officer
from satark.tip import Conflict, Tip
from tests.fakes import RosterList
from tests.samples import TIP, varanasi
from tests.unit.dispatch.stage import ledger

ZAMANIA = "ghazipur/zamania"
CIRCLE = next(thana.parent for thana in varanasi().thanas if thana.id == ZAMANIA)
CHAIN = (f"thana:{ZAMANIA}", f"circle:{CIRCLE}", "district:ghazipur", "range:varanasi")


def officer(office: str, name: str = "a") -> Officer:
    return Officer(f"{name}@{office}", name, "SI", office, "hi")


def case_of(tip: Tip) -> Case:
    return Case.of(ledger(tip=tip))


def told(tip: Tip, *staffed: str) -> list[tuple[str, str, bool]]:
    roster = RosterList([officer(office) for office in staffed])
    found = recipients(case_of(tip), roster, varanasi())
    return [(each.officer.office, each.duty, each.precise_times) for each in found]


def test_the_thana_acts_and_its_superiors_are_informed() -> None:
    assert told(TIP, *CHAIN) == [
        (CHAIN[0], "act", False),
        ("district:ghazipur", "inform", True),
        ("range:varanasi", "inform", True),
    ]


def test_the_circle_acts_where_nobody_serves_at_the_thana() -> None:
    assert told(TIP, *CHAIN[1:]) == [
        (CHAIN[1], "act", False),
        ("district:ghazipur", "inform", True),
        ("range:varanasi", "inform", True),
    ]


def test_the_sp_acts_where_nobody_serves_below() -> None:
    assert told(TIP, *CHAIN[2:]) == [
        ("district:ghazipur", "act", True),
        ("range:varanasi", "inform", True),
    ]


def test_the_sp_office_assigns_a_tip_whose_thana_is_not_known() -> None:
    found = told(replace(TIP, thana=None), *CHAIN)
    assert found == [("district:ghazipur", "act", True), ("range:varanasi", "inform", True)]


def test_a_tip_about_the_station_passes_thana_and_circle_by() -> None:
    found = told(replace(TIP, conflict=Conflict.STATION), *CHAIN)
    assert found == [("district:ghazipur", "act", True), ("range:varanasi", "inform", True)]


def test_a_tip_about_the_district_goes_to_the_dig_office_alone() -> None:
    assert told(replace(TIP, conflict=Conflict.DISTRICT), *CHAIN) == [
        ("range:varanasi", "act", True)
    ]


def test_everyone_at_an_office_hears() -> None:
    roster = RosterList([officer("range:varanasi", "a"), officer("range:varanasi", "b")])
    found = recipients(case_of(TIP), roster, varanasi())
    assert [each.officer.name for each in found] == ["a", "b"]


def test_a_thana_that_left_the_range_goes_to_the_sp() -> None:
    gone = replace(TIP, thana="ghazipur/gone")
    assert told(gone, *CHAIN)[0] == ("district:ghazipur", "act", True)


@pytest.mark.parametrize("conflict", list(Conflict))
def test_a_tip_that_nobody_may_hear_is_an_error_and_not_lost(conflict: Conflict) -> None:
    elsewhere = "thana:jaunpur/kotwali"
    with pytest.raises(NobodyToTell, match="enlist an officer"):
        told(replace(TIP, conflict=conflict), elsewhere)


def test_a_tip_about_the_district_is_told_to_nobody_below_even_where_the_dig_office_is_empty() -> (
    None
):
    with pytest.raises(NobodyToTell):
        told(replace(TIP, conflict=Conflict.DISTRICT), *CHAIN[:-1])


@pytest.mark.parametrize(
    ("conflict", "above"),
    [
        (Conflict.NONE, ["district:ghazipur", "range:varanasi"]),
        (Conflict.STATION, ["district:ghazipur", "range:varanasi"]),
        (Conflict.DISTRICT, ["range:varanasi"]),
    ],
)
def test_superiors_are_those_who_may_hear(conflict: Conflict, above: list[str]) -> None:
    roster = RosterList(list(map(officer, CHAIN)))
    found = superiors(case_of(replace(TIP, conflict=conflict)), roster, varanasi())
    assert [each.office for each in found] == above


# Any organisation, any roster, any tip.

NAMES = st.sampled_from(["a", "b", "c"])


@st.composite
def organisations(draw: st.DrawFn) -> PoliceRange:
    """One to three districts of one or two ranges.

    Each has some circles, and thanas under a circle or the district.
    """
    districts = draw(st.sets(NAMES, min_size=1))
    ranges = st.sampled_from([Place("east", "zone"), Place("west", "zone")])
    above = {district: draw(ranges) for district in sorted(districts)}
    circles, thanas = [], []
    for district in sorted(districts):
        here = [Place(f"{district}/circle-{name}", district) for name in draw(st.sets(NAMES))]
        parents = st.sampled_from([district, *(circle.id for circle in here)])
        circles += here
        thanas += [Place(f"{district}/{name}", draw(parents)) for name in draw(st.sets(NAMES))]
    return replace(
        varanasi(),
        ranges=tuple(dict.fromkeys(above.values())),
        districts=tuple(Place(district, place.id) for district, place in above.items()),
        circles=tuple(circles),
        thanas=tuple(thanas),
    )


@st.composite
def situations(draw: st.DrawFn) -> tuple[PoliceRange, RosterList, Tip]:
    police_range = draw(organisations())
    every_office = (
        *(f"range:{place.id}" for place in police_range.ranges),
        *(f"district:{place.id}" for place in police_range.districts),
        *(f"circle:{place.id}" for place in police_range.circles),
        *(f"thana:{place.id}" for place in police_range.thanas),
    )
    held = draw(st.lists(st.sampled_from(every_office), max_size=12))
    officers = [officer(office, str(number)) for number, office in enumerate(held)]
    district = draw(st.sampled_from(police_range.districts)).id
    thanas = [None, *(thana.id for thana in police_range.thanas_of(district))]
    tip = replace(
        TIP,
        district=district,
        thana=draw(st.sampled_from(thanas)),
        conflict=draw(st.sampled_from(Conflict)),
    )
    return police_range, RosterList(officers), tip


def dig_of(police_range: PoliceRange, tip: Tip) -> str:
    return next(
        f"range:{each.parent}" for each in police_range.districts if each.id == tip.district
    )


def heard(situation: tuple[PoliceRange, RosterList, Tip]) -> tuple[Recipient, ...]:
    police_range, roster, tip = situation
    assume(roster.holding(dig_of(police_range, tip)))
    return recipients(case_of(tip), roster, police_range)


@given(situations())
def test_the_dig_office_always_hears_and_somebody_always_acts(
    situation: tuple[PoliceRange, RosterList, Tip],
) -> None:
    found = heard(situation)
    police_range, roster, tip = situation
    dig = roster.holding(dig_of(police_range, tip))
    assert {each.id for each in dig} <= {each.officer.id for each in found}
    assert {each.officer.office for each in found if each.duty == "act"} != set()
    assert len({each.officer.office for each in found if each.duty == "act"}) == 1


@given(situations())
def test_nobody_of_the_unit_that_a_tip_is_about_hears_of_it(
    situation: tuple[PoliceRange, RosterList, Tip],
) -> None:
    found = heard(situation)
    _, _, tip = situation
    kinds = {each.officer.office.partition(":")[0] for each in found}
    barred = {
        Conflict.NONE: set[str](),
        Conflict.STATION: {"thana", "circle"},
        Conflict.DISTRICT: {"thana", "circle", "district"},
    }
    assert kinds & barred[tip.conflict] == set()


@given(situations())
def test_nobody_of_another_range_or_district_or_thana_hears(
    situation: tuple[PoliceRange, RosterList, Tip],
) -> None:
    found = heard(situation)
    police_range, _, tip = situation
    parents = {thana.id: thana.parent for thana in police_range.thanas}
    own = {dig_of(police_range, tip), f"district:{tip.district}"}
    if tip.thana:
        own |= {f"thana:{tip.thana}", f"circle:{parents[tip.thana]}"}
    assert {each.officer.office for each in found} <= own


@given(situations())
def test_nobody_is_told_twice_or_below_the_sp_to_the_minute(
    situation: tuple[PoliceRange, RosterList, Tip],
) -> None:
    found = heard(situation)
    assert len({each.officer.id for each in found}) == len(found)
    superior = {each.officer.id for each in found if each.officer.office[:1] in "rd"}
    assert {each.officer.id for each in found if each.precise_times} == superior


@given(situations())
def test_whoever_hears_serves_at_an_office_that_may(
    situation: tuple[PoliceRange, RosterList, Tip],
) -> None:
    found = heard(situation)
    police_range, _, tip = situation
    assert {each.officer.office for each in found} <= set(offices(case_of(tip), police_range))
