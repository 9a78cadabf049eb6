"""Whom a tip reaches, and whom it never reaches."""

from tests.journey.town import Town
from tests.telling import Story

SP, DIG = "district:ghazipur", "range:varanasi"


def test_of_what_concerns_a_station_neither_thana_nor_circle_hears(town: Town) -> None:
    town.citizen().tells(Story(category="police_corruption", answers={"questions/who": "station"}))
    town.sp("ghazipur").opens_alert()
    town.sp("ghazipur").hears("officer.conflict_station")
    town.settles()
    assert town.told == {SP, DIG}


def test_of_what_concerns_the_leadership_the_dig_alone_hears(town: Town) -> None:
    town.citizen().tells(Story(category="liquor", police="senior"))
    town.dig.opens_alert()
    town.dig.hears("officer.conflict_district")
    town.settles()
    assert town.told == {DIG}


def test_where_nobody_serves_at_the_thana_its_circle_hears(town: Town) -> None:
    town.citizen().tells(Story(district="jaunpur", thana="jaunpur/khutahan"))
    town.settles()
    assert town.told == {"circle:jaunpur/circle-shahganj", "district:jaunpur", DIG}


def test_where_the_thana_is_not_known_the_sp_office_acts(town: Town) -> None:
    town.citizen().tells(Story(thana=None))
    town.sp("ghazipur").opens_alert()
    town.sp("ghazipur").hears("officer.duty_act")
    town.settles()
    assert town.told == {SP, DIG}
