"""Whoever writes is served alike, and apart from everybody else."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.journey.actors import Citizen
from tests.journey.town import Town
from tests.telling import Story

ADDRESS = ("to", "recipient", "biz_opaque_callback_data")


def test_somebody_without_a_number_is_served_to_the_end(town: Town) -> None:
    citizen, thana = town.citizen(username="asha.k"), town.thana("ghazipur/zamania")
    before = len(town.road.whatsapp.requests.sends("tips"))
    citizen.tells(Story())
    thana.opens_alert()
    thana.accepts()
    citizen.hears("update.accepted")
    sent = town.road.whatsapp.requests.sends("tips")[before:]
    assert {body.get("recipient") for body in sent} == {citizen.person.bsuid}
    assert not any("to" in body for body in sent)


def test_two_who_write_at_the_same_time_are_never_mixed_up(town: Town) -> None:
    stories = (
        Story(place="पुल के पास", thana="ghazipur/saidpur"),
        Story(language="en", category="drugs", place="Behind the school", district="jaunpur",
              thana="jaunpur/kotwali"),
    )  # fmt: skip
    citizens = [town.citizen("Asha"), town.citizen("Bina")]
    with ThreadPoolExecutor() as pool:
        list(pool.map(Citizen.tells, citizens, stories))
    town.settles()

    latest = sorted(town.cases().values(), key=lambda case: case.tip.filed_at)[-2:]
    told = {(c.tip.language, c.tip.category, c.tip.place.words, c.tip.thana) for c in latest}
    assert told == {(s.language, s.category, s.place, s.thana) for s in stories}
    assert citizens[0].receipt != citizens[1].receipt
    assert stories[1].place not in citizens[0].person.transcript()
    assert stories[0].place not in citizens[1].person.transcript()


def test_the_first_reply_does_not_tell_who_has_written_before(town: Town) -> None:
    known = town.citizen("Asha")
    known.tells(Story())
    known.greets()
    stranger = town.citizen("Bina")
    stranger.greets()
    town.settles()
    assert _first_reply_to(stranger, town) == _first_reply_to(known, town)


def _first_reply_to(citizen: Citizen, town: Town) -> bytes:
    """The bytes of the latest call to the Graph API for that person, without who it is for."""
    number = citizen.person.number
    calls: list[dict[str, Any]] = town.road.whatsapp.requests.sends("tips")
    names = {number, f"+{number}", citizen.person.bsuid}
    latest = [call for call in calls if {call.get("to"), call.get("recipient")} & names][-1]
    return json.dumps({key: part for key, part in latest.items() if key not in ADDRESS}).encode()
