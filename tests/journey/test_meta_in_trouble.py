"""What the Graph API refuses for a while arrives all the same, and once."""

from tests.journey.town import Town
from tests.telling import Story


def test_replies_that_are_refused_at_first_arrive_once_each(town: Town) -> None:
    faults = town.road.whatsapp.faults
    faults.fail_sends(130429, http=429, line="tips")
    faults.fail_sends(http=429, body="Too Many Requests", line="tips")
    faults.fail_sends(131056, line="tips")
    faults.fail_sends(http=500, line="tips")
    before = len(town.road.whatsapp.requests)
    citizens = [town.citizen(name) for name in ("Asha", "Bina", "Chand", "Deepa")]
    with town.road.whatsapp.at_once():
        for citizen in citizens:
            citizen.person.says("Hi")
    town.settles()
    calls = list(town.road.whatsapp.requests)[before:]
    assert [len(citizen.person.received) for citizen in citizens] == [1, 1, 1, 1]
    assert sorted(call.status for call in calls) == [200, 200, 200, 200, 400, 429, 429, 500]


def test_alerts_that_are_refused_at_first_arrive_once_each(town: Town) -> None:
    town.road.whatsapp.faults.fail_sends(131056, line="officers", times=3)
    town.citizen().tells(Story())
    officers = (town.thana("ghazipur/zamania"), town.sp("ghazipur"), town.dig)
    for officer in officers:
        officer.is_alerted()
    town.settles()
    assert [len(officer.heard) for officer in officers] == [1, 1, 1]


def test_a_status_that_overtakes_its_answer_does_no_harm(town: Town) -> None:
    town.road.whatsapp.faults.status_before_response(times=20)
    citizen, thana = town.citizen(), town.thana("ghazipur/zamania")
    citizen.tells(Story())
    thana.opens_alert()
    town.settles()
    assert len(thana.heard) == 2
