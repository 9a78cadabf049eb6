from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from satark import wire
from satark.aws.sqs import SqsLine, SqsOutbox
from satark.identity import Handle, MessageRef, SealedAddress, Sender
from satark.message import (
    DeliveryStatus,
    Errand,
    Forget,
    InboundMessage,
    LetGo,
    OutboundMessage,
    Rewrap,
    Say,
    Text,
    ToSender,
)

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

AT = datetime(2026, 1, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def queue_url(sqs: "SQSClient") -> str:
    return sqs.create_queue(QueueName="line.fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]


def message(ref: str, *, body: str = "नमस्ते", group: str = "g1") -> InboundMessage:
    sender = Sender(pseudonym=f"p-{group}", group=group, address=SealedAddress("sealed"))
    return InboundMessage(MessageRef(ref), AT, sender, Text(body))


def received(sqs: "SQSClient", queue_url: str) -> list[str]:
    bodies = []
    while batch := sqs.receive_message(QueueUrl=queue_url, MaxNumberOfMessages=10).get("Messages"):
        for taken in batch:
            bodies.append(taken["Body"])
            sqs.delete_message(QueueUrl=queue_url, ReceiptHandle=taken["ReceiptHandle"])
    return bodies


def test_messages_arrive_whole_and_in_order(sqs: "SQSClient", queue_url: str) -> None:
    sent = [message(f"ref-{number}") for number in range(25)]

    SqsLine(sqs, queue_url=queue_url).put(sent)

    assert [wire.inbound.load(body) for body in received(sqs, queue_url)] == sent


def test_one_message_is_taken_once(sqs: "SQSClient", queue_url: str) -> None:
    SqsLine(sqs, queue_url=queue_url).put([message("ref-1"), message("ref-1")])

    assert len(received(sqs, queue_url)) == 1


def test_long_messages_do_not_fill_one_batch_past_its_limit(
    sqs: "SQSClient", queue_url: str
) -> None:
    sent = [message(f"ref-{number}", body="अ" * 30_000) for number in range(4)]

    SqsLine(sqs, queue_url=queue_url).put(sent)

    assert len(received(sqs, queue_url)) == len(sent)


def test_each_state_of_one_delivery_is_its_own_message(sqs: "SQSClient", queue_url: str) -> None:
    ref = MessageRef("ref-1")
    statuses = [
        DeliveryStatus(ref, AT, "sent", "i1"),
        DeliveryStatus(ref, AT, "failed", "i1", 131026),
    ]

    SqsOutbox(sqs, queue_url=queue_url).put(statuses)

    assert [wire.outbound.load(body) for body in received(sqs, queue_url)] == statuses


def test_an_outbound_message_is_queued_under_its_own_id(sqs: "SQSClient", queue_url: str) -> None:
    reply = OutboundMessage("id-1", AT, "g1", ToSender(SealedAddress("sealed")), Say("धन्यवाद"))

    outbox = SqsOutbox(sqs, queue_url=queue_url)
    outbox.put([reply])
    outbox.put([reply])

    assert [wire.outbound.load(body) for body in received(sqs, queue_url)] == [reply]


@pytest.mark.parametrize(
    "errand",
    [Forget("w1", AT, "the owner"), LetGo("l1", Handle("h1"), AT), Rewrap("r1")],
    ids=lambda one: one.kind,
)
def test_an_errand_is_queued_once(sqs: "SQSClient", queue_url: str, errand: Errand) -> None:
    outbox = SqsOutbox(sqs, queue_url=queue_url)
    outbox.put([errand])
    outbox.put([errand])

    assert [wire.outbound.load(body) for body in received(sqs, queue_url)] == [errand]
