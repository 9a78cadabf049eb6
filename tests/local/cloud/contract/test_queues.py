"""SQS does what we rely on: the next MiniStack must pass here first."""

import hashlib
from typing import Any

import pytest

from local.cloud.embedded import EmbeddedCloud


@pytest.fixture
def sqs(cloud: EmbeddedCloud) -> Any:
    return cloud.client("sqs")


@pytest.fixture
def queue(sqs: Any, request: pytest.FixtureRequest) -> str:
    """A FIFO queue of the test's own, that no function reads."""
    name = hashlib.sha256(request.node.name.encode()).hexdigest()[:16]
    return create(sqs, name)


def create(sqs: Any, name: str, **attributes: str) -> str:
    attributes |= {"FifoQueue": "true", "VisibilityTimeout": "30"}
    url: str = sqs.create_queue(QueueName=f"{name}.fifo", Attributes=attributes)["QueueUrl"]
    return url


def send(sqs: Any, queue: str, body: str, *, group: str = "g", dedup: str = "") -> str:
    number: str = sqs.send_message(
        QueueUrl=queue,
        MessageBody=body,
        MessageGroupId=group,
        MessageDeduplicationId=dedup or body,
        MessageAttributes={"kind": {"DataType": "String", "StringValue": "test"}},
    )["SequenceNumber"]
    return number


def receive(sqs: Any, queue: str, **options: Any) -> list[Any]:
    asked = {"MaxNumberOfMessages": 10, "AttributeNames": ["All"], **options}
    answer = sqs.receive_message(QueueUrl=queue, MessageAttributeNames=["All"], **asked)
    messages: list[Any] = answer.get("Messages", [])
    return messages


def bodies(messages: list[Any]) -> list[str]:
    return [message["Body"] for message in messages]


def test_order_and_attributes(sqs: Any, queue: str) -> None:
    numbers = [send(sqs, queue, body) for body in "abc"]
    assert numbers == sorted(set(numbers))
    messages = receive(sqs, queue)
    assert bodies(messages) == ["a", "b", "c"]
    assert messages[0]["Attributes"]["MessageGroupId"] == "g"
    assert messages[0]["Attributes"]["ApproximateReceiveCount"] == "1"
    assert messages[0]["MessageAttributes"]["kind"]["StringValue"] == "test"


def test_a_repeated_id_is_taken_once_even_after_its_deletion(sqs: Any, queue: str) -> None:
    send(sqs, queue, "first", dedup="same")
    [message] = receive(sqs, queue)
    sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    send(sqs, queue, "second", dedup="same")
    assert receive(sqs, queue) == []


def test_a_group_in_flight_is_locked_and_others_are_not(sqs: Any, queue: str) -> None:
    for body, group in (("a1", "a"), ("a2", "a"), ("b1", "b")):
        send(sqs, queue, body, group=group)
    assert bodies(receive(sqs, queue, MaxNumberOfMessages=1)) == ["a1"]
    assert bodies(receive(sqs, queue)) == ["b1"]


def test_visibility_zero_returns_a_message_before_its_successors(sqs: Any, queue: str) -> None:
    for body in ("first", "second"):
        send(sqs, queue, body)
    [first] = receive(sqs, queue, MaxNumberOfMessages=1)
    sqs.change_message_visibility(
        QueueUrl=queue, ReceiptHandle=first["ReceiptHandle"], VisibilityTimeout=0
    )
    again = receive(sqs, queue)
    assert bodies(again) == ["first", "second"]
    assert again[0]["Attributes"]["ApproximateReceiveCount"] == "2"


def test_a_batch_reports_each_entry(sqs: Any, queue: str) -> None:
    good = {"Id": "good", "MessageBody": "x", "MessageGroupId": "g"}
    entries = [{**good, "MessageDeduplicationId": "d"}, {**good, "Id": "bad"}]
    answer = sqs.send_message_batch(QueueUrl=queue, Entries=entries)
    assert [entry["Id"] for entry in answer["Successful"]] == ["good"]
    assert [entry["Id"] for entry in answer["Failed"]] == ["bad"]


def test_the_dead_letter_queue_gives_back_what_it_holds(sqs: Any, queue: str) -> None:
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])
    policy = f'{{"deadLetterTargetArn":"{arn["Attributes"]["QueueArn"]}","maxReceiveCount":"1"}}'
    source = create(sqs, "source", RedrivePolicy=policy)
    send(sqs, source, "poison")
    assert bodies(receive(sqs, source, VisibilityTimeout=0)) == ["poison"]
    assert receive(sqs, source) == []
    [dead] = receive(sqs, queue)
    assert dead["Body"] == "poison"
