"""What is done at the deployed dashboard is heard on the phones."""

import re
from dataclasses import replace

from satark.case import CaseNoted, OfficerAsked, OfficerAssigned
from tests.journey.browser import Browser, browser
from tests.journey.town import Town
from tests.telling import Story

HERE = Story(district="chandauli", thana="chandauli/dheena")
QUESTION, NOTE = "ट्रक किस रंग का है?", "मौक़े पर सादे कपड़ों में गए"


def test_the_range_office_assigns_the_sp_asks_and_the_phones_hear(town: Town) -> None:
    citizen = town.citizen()
    citizen.tells(HERE)
    sp, other = town.sp("chandauli"), town.thana("chandauli/mughalsarai")
    sp.opens_alert()
    town.settles()
    with browser(town) as desk:
        range_office, sp_office = desk, replace(desk, cookies={})
        range_office.signs_in("range:varanasi")
        page = does(range_office, sp.number, "note", note=NOTE)
        assert NOTE in page
        [chosen] = re.findall(rf'value="([^"]+)">[^<]*{other.person.name}<', page)
        does(range_office, sp.number, "assign", officer=chosen)
        other.opens_alert()
        other.hears("officer.duty_act")

        sp_office.signs_in("district:chandauli")
        does(sp_office, sp.number, "ask", question=QUESTION)
        citizen.person.waits_for(lambda message: QUESTION in message.text)
        does(sp_office, sp.number, "closed")
    town.settles()
    happened = [type(what) for what in town.happened(sp.number)]
    assert [kind for kind in happened if kind in {CaseNoted, OfficerAssigned, OfficerAsked}] == [
        CaseNoted,
        OfficerAssigned,
        OfficerAsked,
    ]
    everybody = (citizen.person, *(officer for officer in town.road.officers.values()))
    assert not any(NOTE in message.text for one in everybody for message in one.received)


def does(desk: Browser, number: str, deed: str, **form: str) -> str:
    """By the form of the case's page; the page that it leads to."""
    at = f"/hi/cases/{number.replace('-', '')}"
    [once, *_] = re.findall(r'name="form" value="([^"]+)"', desk.opens(at)[1])
    status, page = desk.sends(f"{at}/{deed}", form=once, **form)
    assert (status, 'class="said"' in page) == (200, True)
    return page
