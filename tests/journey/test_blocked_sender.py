"""The sender of one tip is blocked: nobody learns who, and their other tip goes on as before."""

from satark.case import SenderBlocked, SenderUnblocked
from tests.journey.town import Town
from tests.telling import Story

STORY = Story(district="chandauli", thana="chandauli/kotwali")


def test_a_blocked_sender_is_told_calmly_and_the_other_tip_goes_on(town: Town) -> None:
    citizen, sp = town.citizen(), town.sp("chandauli")
    citizen.tells(STORY)
    sp.opens_alert()
    other = sp.number
    citizen.tells(STORY)
    sp.is_told()
    abusive = sp.number
    town.settles()
    written = len(sp.heard)

    sp.person.says(f"block {abusive}")
    asked = sp.waits_for(lambda message: any(":abuse" in each.id for each in message.options))
    sp.person.taps(asked.options[1].id, of=asked)
    sp.hears("officer.blocked", days=town.police_range.limits.block_days)
    town.settles()
    assert len(sp.heard) == written + 2
    [block] = town.rows("StoresBlocks")
    assert set(block) == {"handle", "salt", "tag", "expires"}

    citizen.tells(STORY, until="review")
    citizen.person.taps("review=send")
    told = citizen.person.waits_for("पहले भेजी सूचनाओं पर काम चलता रहेगा")
    assert not {"SP", "DIG"} & set(told.text.split())
    town.settles()
    assert len(sp.heard) == written + 2

    sp.person.says(f"accept {other}")
    sp.hears("officer.how_to_report", number=other)
    citizen.hears("update.accepted")
    sp.person.says(f"unblock {abusive}")
    sp.hears("officer.unblocked", number=abusive)
    town.settles()
    assert town.rows("StoresBlocks") == []
    citizen.person.taps("review=send")
    assert "*" in citizen.person.waits_for(1).text
    happened = town.happened(abusive)
    assert sum(isinstance(what, SenderBlocked) for what in happened) == 1
    assert sum(isinstance(what, SenderUnblocked) for what in happened) == 1
