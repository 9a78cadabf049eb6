"""The queue, with the handler's adapters replaced by collections."""

from typing import Any

import pytest

from functions.officer_reply import handler
from satark import wire
from satark.case import OfficerActed
from satark.message import DeliveryStatus, InboundMessage, Media, Tap
from satark.ports import MediaUnavailable
from tests.fakes import PauseList
from tests.samples import AT
from tests.unit.officer_reply.station import ONE, Station, message

PHOTO = Media("image", "photo", "image/jpeg", "")


@pytest.fixture
def station(monkeypatch: pytest.MonkeyPatch) -> Station:
    made = Station().file(ONE)
    monkeypatch.setattr(handler, "desk", lambda: made.desk)
    return made


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> PauseList:
    pauses = PauseList()
    monkeypatch.setattr(handler, "pauses", lambda: pauses)
    return pauses


def record(arrived: InboundMessage | DeliveryStatus, group: str) -> dict[str, Any]:
    return {
        "messageId": f"id-{arrived.ref}",
        "receiptHandle": f"receipt-{arrived.ref}",
        "body": wire.inbound.dump(arrived),
        "attributes": {"MessageGroupId": group, "ApproximateReceiveCount": "1"},
    }


def handled(*records: dict[str, Any]) -> list[object]:
    answer = handler.lambda_handler({"Records": list(records)}, None)
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def test_messages_and_statuses_of_one_batch_reach_the_desk(station: Station) -> None:
    tap = message(Tap(f"accepted:{ONE}", ""))
    seen = DeliveryStatus(station.alert("sp", ONE), AT, "read")
    assert handled(record(tap, "g-sho"), record(seen, "g-sp")) == []
    assert len(station.recorded(ONE)) == 2


def test_a_failing_message_holds_back_its_officers_later_ones_and_nobody_elses(
    station: Station, pauses: PauseList, capsys: pytest.CaptureFixture[str]
) -> None:
    station.intake.error = MediaUnavailable("planted words")
    first = record(message(PHOTO, ref="m1"), "g-sho")
    later = record(message(Tap(f"closed:{ONE}", ""), ref="m2"), "g-sho")
    other = record(message(Tap(f"accepted:{ONE}", ""), by="sp", ref="m3"), "g-sp")
    assert handled(first, later, other) == ["id-m1", "id-m2"]
    assert pauses.hidden == [(["receipt-m1", "receipt-m2"], 2)]
    assert station.recorded(ONE) == [OfficerActed("sp", "accepted")]
    printed = capsys.readouterr().out
    assert '"MediaUnavailable"' in printed
    assert "planted" not in printed
