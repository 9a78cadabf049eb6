"""The way from a case back to its tipster: who may use it, and how it ends."""

from datetime import UTC, datetime, timedelta

import pytest

from satark.aws.sqs import SqsOutbox
from satark.case import Case
from satark.message import OutboundMessage, Template, ToTipster
from tests.journey.town import Town
from tests.road import Road
from tests.telling import Story

STORY = Story(thana="ghazipur/zamania")
ASKS_WHO = "आपका नाम और मोबाइल नंबर क्या है?"
ASKS_WHAT = "ट्रक किस रंग का है?"


@pytest.fixture
def town(road: Road) -> Town:
    town = Town(road)
    town.wakes()
    return town


def test_a_question_of_who_you_are_does_not_reach_you(town: Town) -> None:
    """A question from an officer that asks who you are, or wants to meet you, is stopped before it reaches you."""
    citizen, thana = town.citizen(), town.thana("ghazipur/zamania")
    citizen.tells(STORY)
    thana.opens_alert()
    thana.acts("ask")
    heard = len(citizen.person.received)

    thana.person.says(ASKS_WHO)
    thana.person.waits_for(1)
    town.settles()
    assert len(citizen.person.received) == heard

    thana.person.says(ASKS_WHAT)
    citizen.person.waits_for(lambda message: ASKS_WHAT in message.text)


def test_stop_deletes_the_draft_and_the_way_back(town: Town) -> None:
    """When you write STOP, the words of your unfinished tip and the way back to you are deleted at once."""
    citizen, thana = town.citizen(), town.thana("ghazipur/zamania")
    citizen.tells(STORY)
    thana.opens_alert()
    draft = "नहर के पीछे वाला ट्यूबवेल"
    for words in ("Hi", draft, "STOP"):
        citizen.person.says(words)
        citizen.person.waits_for(1)
    town.settles()
    handle = town.case(thana.number).filed.handle
    kept = [str(row) for name in ("StoresSessions", "StoresVault") for row in town.rows(name)]
    assert [row for row in kept if draft in row or handle in row] == []

    heard = len(citizen.person.received)
    thana.acts("nothing_found")
    town.settles()
    assert len(citizen.person.received) == heard


def test_the_way_back_ends_after_the_case(town: Town) -> None:
    """The way back to you is deleted seven days after your case is closed, and at the latest 30 days after you sent your tip."""
    citizen, thana = town.citizen(), town.thana("ghazipur/zamania")
    citizen.tells(STORY)
    thana.opens_alert()
    case = town.case(thana.number)
    assert _ends(town, case) <= case.tip.filed_at + timedelta(days=30)

    thana.acts("nothing_found")
    citizen.hears("update.closed")
    town.settles()
    closing = town.case(thana.number).events[-1]
    assert _ends(town, case) <= closing.at + timedelta(days=7)

    heard = len(citizen.person.received)
    town.passes(hours=7 * 24 + 1)
    news = Template("tip_update", "hi", ("…",))
    handle = case.filed.handle
    late = OutboundMessage("late", closing.at, handle, ToTipster(handle), news, news)
    outbox = town.resource("TipsterOutboxQueue")
    SqsOutbox(town.road.system.cloud.client("sqs"), queue_url=outbox).put([late])
    town.settles()
    [row] = [row for row in town.rows("StoresTipDeliveries") if row["id"]["S"] == "late"]
    assert "gone_at" in row
    assert len(citizen.person.received) == heard

    citizen.person.says(citizen.receipt)
    citizen.hears("update.closed")


def _ends(town: Town, case: Case) -> datetime:
    """When the tipster's address expires, which readers check."""
    rows = {row["handle"]["S"]: row for row in town.rows("StoresVault")}
    return datetime.fromtimestamp(int(rows[case.filed.handle]["expires"]["N"]), UTC)
