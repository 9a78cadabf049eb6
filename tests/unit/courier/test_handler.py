"""The outbox, with the handler's adapters replaced by collections."""

from typing import Any

import pytest

from functions.courier import handler
from satark import wire
from satark.identity import MessageRef
from satark.message import DeliveryStatus, OutboundMessage
from satark.whatsapp.errors import SendFailed
from tests.fakes import PauseList
from tests.unit.courier.office import AT, CONTENT, Office, message


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Office:
    office = Office()
    monkeypatch.setattr(handler, "courier", office.courier)
    return office


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> PauseList:
    pauses = PauseList()
    monkeypatch.setattr(handler, "pauses", lambda: pauses)
    return pauses


def batch(*bodies: str) -> dict[str, Any]:
    return {
        "Records": [
            {
                "messageId": f"m{position}",
                "receiptHandle": f"r{position}",
                "body": body,
                "attributes": {
                    "MessageGroupId": f"g{position}",
                    "ApproximateReceiveCount": "2",
                },
            }
            for position, body in enumerate(bodies)
        ]
    }


def written(noun: OutboundMessage | DeliveryStatus) -> str:
    return wire.outbound.dump(noun)


def test_a_message_is_sent_and_a_status_noted(office: Office) -> None:
    status = DeliveryStatus(MessageRef("r"), AT, "delivered", "i1")
    answer = handler.lambda_handler(batch(written(message()), written(status)), None)

    assert answer == {"batchItemFailures": []}
    assert office.contents == [CONTENT]
    assert office.deliveries.intents["i1"].state == "delivered"


def test_what_is_to_come_again_is_reported_and_paused_by_its_attempts(
    office: Office, pauses: PauseList
) -> None:
    office.whatsapp.does = [SendFailed(131056, status=400)]
    answer = handler.lambda_handler(batch(written(message()), written(message(id="i2"))), None)

    assert answer == {"batchItemFailures": [{"itemIdentifier": "m0"}]}
    assert pauses.hidden == [(["r0"], 4)]
    assert office.whatsapp.intents == ["i2"]


def test_what_is_no_message_goes_the_way_of_dead_letters(office: Office) -> None:
    answer = handler.lambda_handler(batch('{"kind":"letter"}', written(message())), None)

    assert answer == {"batchItemFailures": [{"itemIdentifier": "m0"}]}
    assert office.contents == [CONTENT]
