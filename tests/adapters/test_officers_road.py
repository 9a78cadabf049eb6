"""dispatch and officer_reply with their real adapters, from a filed tip to the tipster's update."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from pydantic import TypeAdapter

import functions.dispatch.handler as dispatch
import functions.officer_reply.handler as officer_reply
from satark import wire
from satark.aws import clients
from satark.aws.dynamo_enlistment import DynamoEnlistment
from satark.case import AlertProgressed, CaseEvent, OfficerActed, OfficerReported
from satark.delivery import Intent
from satark.identity import MessageRef, SealedAddress, Sender
from satark.message import (
    Content,
    DeliveryStatus,
    InboundMessage,
    OutboundMessage,
    Tap,
    Text,
    ToOfficer,
)
from satark.police_range.model import PoliceRange
from satark.roster import Officer
from tests.adapters.tables import create
from tests.samples import AT, filing, varanasi

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_sqs import SQSClient

CASE = "48291376"
SHO = Officer("sho", "प्रभारी", "SHO", "thana:ghazipur/zamania", "hi")
DIG = Officer("dig", "Office", "DIG", "range:varanasi", "hi")
CACHES = (
    clients.sqs,
    clients.s3,
    clients.dynamodb,
    clients.secretsmanager,
    clients.secret,
    dispatch.dispatcher,
    officer_reply.desk,
)


@pytest.fixture(autouse=True)
def cold_start() -> Iterator[None]:
    yield
    for cache in CACHES:
        cache.cache_clear()


@pytest.fixture(autouse=True)
def deployed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, dynamodb: "DynamoDBClient", sqs: "SQSClient"
) -> None:
    range_file = tmp_path / "range.json"
    range_file.write_bytes(TypeAdapter(PoliceRange).dump_json(varanasi()))
    boto3.client("secretsmanager").create_secret(Name="token", SecretString="t0")
    told = {
        "range_file": str(range_file),
        "cases_table": create(dynamodb, "cases", ("case_id", "seq"), by_subject=("subject", "at")),
        "heads_table": create(dynamodb, "heads", ("case_id",), by_due=("due_shard", "due")),
        "officers_table": create(
            dynamodb,
            "officers",
            ("officer_id",),
            by_office=("office", "position"),
            by_pseudonym=("pseudonym",),
        ),
        "deliveries_table": create(
            dynamodb, "deliveries", ("id",), by_officer=("officer_id", "at")
        ),
        "desks_table": create(dynamodb, "desks", ("officer_id",)),
        "evidence_bucket": "evidence",
        "protected_key": "key",
        "graph_api_url": "http://127.0.0.1:1",
        "graph_api_version": "v25.0",
        "phone_number_id": "10",
        "token_secret": "token",
        "officers_line": queue(sqs, "line"),
        "officer_outbox": queue(sqs, "officers"),
        "tipster_outbox": queue(sqs, "tipsters"),
        "labels_line": queue(sqs, "labels"),
    }
    for name, value in told.items():
        monkeypatch.setenv(name.upper(), value)
    enlistment = DynamoEnlistment(dynamodb, table="officers")
    for position, officer in enumerate((SHO, DIG)):
        sealed = SealedAddress(f"sealed-{officer.id}")
        pseudonyms = [f"p-{officer.id}"]
        enlistment.enlist(officer, pseudonyms=pseudonyms, address=sealed, position=position)


def queue(sqs: "SQSClient", name: str) -> str:
    return sqs.create_queue(QueueName=f"{name}.fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]


def taken_from(sqs: "SQSClient", name: str) -> list[OutboundMessage]:
    url = sqs.get_queue_url(QueueName=f"{name}.fifo")["QueueUrl"]
    got = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
    for one in got:
        sqs.delete_message(QueueUrl=url, ReceiptHandle=one["ReceiptHandle"])
    messages = [wire.outbound.load(one["Body"]) for one in got]
    return [message for message in messages if isinstance(message, OutboundMessage)]


def delivered(message: OutboundMessage) -> MessageRef:
    """What the courier would note of it."""
    assert isinstance(message.to, ToOfficer)
    deliveries, ref = officer_reply.desk().files.deliveries, MessageRef(f"ref-{message.id}")
    deliveries.begin(
        Intent(message.id, AT, officer_id=message.to.officer_id, case_id=message.case_id)
    )
    deliveries.sent(message.id, ref, AT)
    return ref


def stream(*events: CaseEvent) -> object:
    records = [
        {
            "dynamodb": {
                "SequenceNumber": str(event.seq),
                "NewImage": {"event": {"S": wire.case_event.dump(event)}},
            }
        }
        for event in events
    ]
    return dispatch.lambda_handler({"Records": records}, None)["batchItemFailures"]


def line(*arrived: InboundMessage | DeliveryStatus) -> object:
    records: list[dict[str, Any]] = [
        {
            "messageId": f"id-{number}",
            "body": wire.inbound.dump(one),
            "attributes": {"MessageGroupId": "g-sho", "ApproximateReceiveCount": "1"},
        }
        for number, one in enumerate(arrived)
    ]
    return officer_reply.lambda_handler({"Records": records}, None)["batchItemFailures"]


def from_sho(content: Content, ref: str, quotes: MessageRef | None = None) -> InboundMessage:
    sender = Sender("p-sho", "g-sho", SealedAddress("sealed-sho"))
    return InboundMessage(MessageRef(ref), AT, sender, content, quotes)


def test_a_tip_goes_out_a_report_comes_in_and_the_tipster_hears_of_it(sqs: "SQSClient") -> None:
    cases = officer_reply.desk().files.cases
    cases.append(filing(CASE).event, filing(CASE).standing)
    assert stream(*cases.events(CASE)) == []
    alerts = {
        message.group: delivered(message) for message in reversed(taken_from(sqs, "officers"))
    }
    assert alerts.keys() == {"sho", "dig"}

    tap = from_sho(Tap(f"accepted:{CASE}", ""), "m1")
    report = from_sho(Text("मिला"), "m2", quotes=alerts["sho"])
    seen = DeliveryStatus(alerts["sho"], AT, "read")
    assert line(tap, seen, report, tap, seen) == []
    events = cases.events(CASE)
    assert [event.what for event in events[1:]] == [
        OfficerActed("sho", "accepted"),
        AlertProgressed("sho", "read"),
        OfficerReported("sho", "मिला"),
    ]
    assert [message.group for message in taken_from(sqs, "officers")] == ["sho", "sho"]
    sho = officer_reply.desk().files.roster.officer("sho")
    assert sho is not None
    assert sho.seen_at == AT

    assert stream(*events) == []
    updates = [message.content for message in taken_from(sqs, "tipsters")]
    words = [varanasi().text("hi", f"update.{status}") for status in ("accepted", "action_taken")]
    assert [getattr(update, "body", None) for update in updates] == words
