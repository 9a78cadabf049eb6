"""The door's handler with its real adapters: a POST in, queue messages out."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import boto3
import pytest

from functions.webhook import handler
from satark import wire
from satark.aws import clients
from satark.message import DeliveryStatus, InboundMessage, Text
from tests.unit.whatsapp.payloads import OFFICERS, TIPS, payload, signature

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_sqs import SQSClient

CACHES = (
    clients.kms,
    clients.sqs,
    clients.secretsmanager,
    clients.secret,
    handler.door,
    handler.secrets,
)


@pytest.fixture(autouse=True)
def cold_start() -> Iterator[None]:
    yield
    for cache in CACHES:
        cache.cache_clear()


@pytest.fixture
def queues(sqs: "SQSClient") -> dict[str, str]:
    return {
        name: sqs.create_queue(QueueName=f"{name}.fifo", Attributes={"FifoQueue": "true"})[
            "QueueUrl"
        ]
        for name in ("tips_line", "officers_line", "tipster_outbox")
    }


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, kms: "KMSClient", queues: dict[str, str]) -> None:
    secrets = boto3.client("secretsmanager")
    door = {"app_secret": "new old", "verify_token": "ours"}
    secrets.create_secret(Name="door", SecretString=json.dumps(door))
    secrets.create_secret(Name="message-ref", SecretString="ref-key")
    told = {"door_secret": "door", "message_ref_secret": "message-ref", **queues}
    for line, number in (("tips", TIPS), ("officers", OFFICERS)):
        mac = kms.create_key(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")
        told[f"{line}_mac_key"] = mac["KeyMetadata"]["KeyId"]
        told[f"{line}_address_key"] = kms.create_key()["KeyMetadata"]["KeyId"]
        told[f"{line}_phone_number_id"] = number
    for name, value in told.items():
        monkeypatch.setenv(name.upper(), value)


def post(name: str, secret: str = "new") -> int:
    body = json.dumps(payload(name))
    event = {
        "requestContext": {"http": {"method": "POST"}, "timeEpoch": 1769160600000},
        "headers": {"x-hub-signature-256": signature(body.encode(), secret)},
        "body": body,
        "isBase64Encoded": False,
    }
    status: int = handler.lambda_handler(event, None)["statusCode"]
    return status


def taken(sqs: "SQSClient", queue_url: str) -> list[InboundMessage | DeliveryStatus]:
    got = sqs.receive_message(QueueUrl=queue_url, MaxNumberOfMessages=10)
    return [wire.inbound.load(message["Body"]) for message in got.get("Messages", [])]


def test_a_batch_reaches_its_queues(sqs: "SQSClient", queues: dict[str, str]) -> None:
    assert post("batch") == 200

    assert {
        message.content
        for message in taken(sqs, queues["tips_line"])
        if isinstance(message, InboundMessage)
    } == {Text("एक"), Text("two"), Text("तीन")}
    assert [status.kind for status in taken(sqs, queues["tipster_outbox"])] == ["status"] * 2
    assert len(taken(sqs, queues["officers_line"])) == 1


def test_a_redelivery_is_taken_once(sqs: "SQSClient", queues: dict[str, str]) -> None:
    assert [post("text"), post("text")] == [200, 200]
    assert len(taken(sqs, queues["tips_line"])) == 1


@pytest.mark.parametrize(("secret", "status"), [("new", 200), ("old", 200), ("older", 401)])
def test_both_app_secrets_of_a_rotation_count(secret: str, status: int) -> None:
    assert post("text", secret) == status
