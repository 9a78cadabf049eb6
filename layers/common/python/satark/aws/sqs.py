"""SQS FIFO queues as the lines behind the door and the outboxes before the couriers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import batched
from typing import TYPE_CHECKING

from satark import wire
from satark.labels import ToLabel
from satark.message import Block, DeliveryStatus, Errand, InboundMessage, OutboundMessage

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_sqs.type_defs import SendMessageBatchRequestEntryTypeDef

_BATCH = 10
_BATCH_BYTES = 256 * 1024


class NotQueued(Exception):
    """SQS took only a part of the batch. Sending all of it again is safe: ids deduplicate."""


class SqsLine:
    """Inbound messages, in order within a sender; one message is taken once in five minutes."""

    def __init__(self, client: "SQSClient", *, queue_url: str) -> None:
        self._client = client
        self._queue_url = queue_url

    def put(self, messages: Iterable[InboundMessage | DeliveryStatus]) -> None:
        _send(self._client, self._queue_url, (_inbound_entry(message) for message in messages))


class SqsOutbox:
    """Outbound messages, in order within their group."""

    def __init__(self, client: "SQSClient", *, queue_url: str) -> None:
        self._client = client
        self._queue_url = queue_url

    def put(self, messages: Iterable[OutboundMessage | DeliveryStatus | Errand]) -> None:
        _send(self._client, self._queue_url, (_outbound_entry(message) for message in messages))


class SqsLabelsLine:
    """What is to be labelled, in the order of each case."""

    def __init__(self, client: "SQSClient", *, queue_url: str) -> None:
        self._client = client
        self._queue_url = queue_url

    def put(self, asked: Iterable[ToLabel]) -> None:
        entries = (_Entry(wire.to_label.dump(one), one.case_id, one.event_id) for one in asked)
        _send(self._client, self._queue_url, entries)


@dataclass(frozen=True, slots=True)
class _Entry:
    body: str
    group: str
    once: str

    @property
    def size(self) -> int:
        return len(self.body.encode())

    def request(self, position: int) -> "SendMessageBatchRequestEntryTypeDef":
        return {
            "Id": str(position),
            "MessageBody": self.body,
            "MessageGroupId": self.group,
            "MessageDeduplicationId": self.once,
        }


def _inbound_entry(message: InboundMessage | DeliveryStatus) -> _Entry:
    body = wire.inbound.dump(message)
    if isinstance(message, DeliveryStatus):
        return _status_entry(message, body)
    return _Entry(body, message.sender.group, message.ref)


def _outbound_entry(message: OutboundMessage | DeliveryStatus | Errand) -> _Entry:
    body = wire.outbound.dump(message)
    match message:
        case DeliveryStatus():
            return _status_entry(message, body)
        case OutboundMessage():
            return _Entry(body, message.group, message.id)
        case Block():  # in the order in which it was said of this tip
            return _Entry(body, message.handle, message.id)
        case _:  # an errand, in a group of its own: nobody's replies wait behind it
            return _Entry(body, message.id, message.id)


def _status_entry(status: DeliveryStatus, body: str) -> _Entry:
    return _Entry(body, status.intent or status.ref, f"{status.ref}.{status.state}")


def _send(client: "SQSClient", queue_url: str, entries: Iterable[_Entry]) -> None:
    for batch in _batches(entries):
        answer = client.send_message_batch(
            QueueUrl=queue_url,
            Entries=[entry.request(position) for position, entry in enumerate(batch)],
        )
        if answer.get("Failed"):
            raise NotQueued(f"{len(answer['Failed'])} of {len(batch)} messages were refused")


def _batches(entries: Iterable[_Entry]) -> Iterator[tuple[_Entry, ...]]:
    """Batches within SQS's count, and within its size where one alone does not exceed it."""
    for batch in batched(entries, _BATCH, strict=False):
        if sum(entry.size for entry in batch) <= _BATCH_BYTES:
            yield batch
        else:
            yield from ((entry,) for entry in batch)
