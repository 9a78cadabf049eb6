"""A tip that nobody accepts: the officer is reminded, then the SP hears, then the DIG."""

from satark.case import DeadlinePassed
from tests.journey.actors import Citizen, Officer
from tests.journey.town import Town
from tests.telling import Story


def test_a_tip_that_nobody_accepts_goes_up_and_its_tipster_hears_so(town: Town) -> None:
    town.nothing_is_due()
    citizen, thana = town.citizen(), town.thana("ghazipur/zamania")
    citizen.tells(Story())
    number = opens(thana)
    limit = town.police_range.deadlines["normal"]

    goes_by(town, hours=limit.accept)
    assert alerts(thana, number) == ["tip_alert", "tip_reminder"]
    assert asks(citizen).startswith(said(citizen, "update.received"))

    goes_by(town, hours=limit.pass_up)
    hears_of(town.sp("ghazipur"), number, times=2)
    assert asks(citizen).startswith(said(citizen, "update.late_received"))

    goes_by(town, hours=limit.pass_up)
    hears_of(town.dig, number, times=2)
    goes_by(town, hours=limit.pass_up)
    happened = [what for what in town.happened(number) if isinstance(what, DeadlinePassed)]
    assert happened == [DeadlinePassed("accept", step) for step in (1, 2, 3)]
    assert alerts(thana, number) == ["tip_alert", "tip_reminder"]

    thana.accepts()
    citizen.hears("update.accepted")
    assert asks(citizen).startswith(said(citizen, "update.accepted"))


def opens(thana: Officer) -> str:
    thana.opens_alert()
    return thana.number


def goes_by(town: Town, *, hours: int) -> None:
    """And whoever looks twice, or is told twice, changes nothing."""
    town.settles()
    town.passes(hours=hours)
    town.looks_who_is_late()
    town.looks_who_is_late()


def hears_of(officer: Officer, number: str, *, times: int) -> None:
    officer.waits_for(lambda _: len(alerts(officer, number)) == times)


def alerts(officer: Officer, number: str) -> list[str]:
    """All that came of this tip while the window was closed, by the templates' names."""
    heard = (message for message in officer.heard if number in message.text)
    return [message.template for message in heard if message.template]


def asks(citizen: Citizen) -> str:
    code = citizen.receipt
    citizen.person.says(code)
    return citizen.person.waits_for(said(citizen, "filed.offer")).text


def said(citizen: Citizen, key: str) -> str:
    return citizen.police_range.text(citizen.language, key)
