"""The outbox, with the handler's adapters replaced by collections."""

import json
import time
from datetime import timedelta
from typing import Any

import pytest

from functions.courier import handler
from satark import wire
from satark.identity import Handle, MessageRef, OwnerTag, SealedAddress
from satark.message import (
    Block,
    DeliveryStatus,
    Errand,
    Forget,
    LetGo,
    OutboundMessage,
    Rewrap,
)
from satark.whatsapp.errors import SendFailed
from tests.fakes import PauseList
from tests.unit.courier.office import AT, CONTENT, NOW, Office, message


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


def written(noun: OutboundMessage | DeliveryStatus | Errand) -> str:
    return wire.outbound.dump(noun)


def test_a_message_is_sent_and_a_status_noted(office: Office) -> None:
    status = DeliveryStatus(MessageRef("r"), AT, "delivered", "i1")
    answer = handler.lambda_handler(batch(written(message()), written(status)), None)

    assert answer == {"batchItemFailures": []}
    assert office.contents == [CONTENT]
    assert office.deliveries.intents["i1"].state == "delivered"


def test_the_time_is_that_of_the_clock_that_expiry_is_counted_by(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", (AT + timedelta(days=2)).timestamp)
    handler.lambda_handler(batch(written(message())), None)

    assert office.deliveries.intents["i1"].at == AT + timedelta(days=2)


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


def test_whoever_stops_is_forgotten_by_the_tips_courier_and_nobody_else(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handler, "courier", lambda: office.tips_courier)
    kept = {
        "mine": ("me", AT),
        "mine too": ("me", AT - timedelta(days=9)),
        "mine, filed since": ("me", AT + timedelta(seconds=1)),
        "another's": ("another", AT),
    }
    for name, (owner, at) in kept.items():
        office.vault.items[Handle(name)] = (SealedAddress("sealed"), at)
        office.vault.tags[Handle(name)] = OwnerTag.of(owner, f"salt of {name}")

    wish = written(Forget("w1", AT, "me"))
    for _ in range(2):
        assert handler.lambda_handler(batch(wish), None) == {"batchItemFailures": []}

    assert set(office.vault.items) == {"mine, filed since", "another's"}


def test_a_closed_cases_address_gets_its_end_however_often_it_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handler, "courier", lambda: office.tips_courier)
    closed, gone = Handle("closed"), Handle("gone")
    office.vault.items[closed] = (SealedAddress("sealed"), AT)
    errands = [written(LetGo("l1", closed, NOW)), written(LetGo("l2", gone, NOW))]
    for _ in range(2):
        assert handler.lambda_handler(batch(*errands), None) == {"batchItemFailures": []}

    assert office.vault.ends == {closed: NOW}
    assert set(office.vault.items) == {closed}


def test_a_sender_is_blocked_by_the_tag_of_that_one_tip_and_by_nothing_where_it_is_gone(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handler, "courier", lambda: office.tips_courier)
    tag = OwnerTag.of("me", "salt")
    for name, its in (("theirs", tag), ("theirs too", OwnerTag.of("me", "another salt"))):
        office.vault.items[Handle(name)] = (SealedAddress("sealed"), AT)
        office.vault.tags[Handle(name)] = its
    known = written(Block("b1", Handle("theirs"), NOW))
    gone = written(Block("b2", Handle("gone"), NOW))
    for _ in range(2):
        assert handler.lambda_handler(batch(known, gone), None) == {"batchItemFailures": []}

    assert office.blocks.items == {Handle("theirs"): (tag, NOW)}
    assert set(office.vault.items) == {"theirs", "theirs too"}
    assert office.contents == []


def test_a_block_is_lifted_even_when_the_address_is_gone(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handler, "courier", lambda: office.tips_courier)
    office.blocks.keep(Handle("gone"), OwnerTag.of("me", "salt"), NOW)
    office.blocks.keep(Handle("another"), OwnerTag.of("me", "other"), NOW)
    handler.lambda_handler(batch(written(Block("b3", Handle("gone"), None))), None)

    assert set(office.blocks.items) == {"another"}


def test_what_a_former_key_sealed_is_sealed_again_and_counted(
    office: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(handler, "courier", lambda: office.tips_courier)
    office.vault.items[Handle("h1")] = (SealedAddress("november.s1"), AT)
    for errand in (Rewrap("r1"), Rewrap("r2")):
        assert handler.lambda_handler(batch(written(errand)), None) == {"batchItemFailures": []}

    assert office.vault.items == {Handle("h1"): (SealedAddress("december.s1"), AT)}
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"level": "INFO", "event": "rewrapped", "count": 1, "left": 0},
        {"level": "INFO", "event": "rewrapped", "count": 0, "left": 0},
    ]


@pytest.mark.parametrize(
    "errand",
    [
        Forget("w1", AT, "me"),
        LetGo("l1", Handle("h1"), NOW),
        Block("b1", Handle("h1"), NOW),
        Rewrap("r1"),
    ],
)
def test_the_officers_courier_runs_no_errands(office: Office, errand: Errand) -> None:
    answer = handler.lambda_handler(batch(written(errand)), None)

    assert answer == {"batchItemFailures": [{"itemIdentifier": "m0"}]}
    assert office.contents == []
