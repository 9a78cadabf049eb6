"""Queues and streams drive functions as Lambda's event source mappings do."""

import json
import threading
from typing import Any

import pytest

from local.cloud.deploy import Deployment
from local.cloud.embedded import EmbeddedCloud
from tests.local.cloud.conftest import Post
from tests.local.cloud.outside import Outside

WAIT = {"WaitTimeSeconds": 10, "AttributeNames": ["All"]}


def test_a_request_travels_through_both_queues(post: Post, outside: Outside) -> None:
    assert post("traveller", ["forward", "road-end"]) == (200, "/webhook")
    assert outside.hear("road-", 1) == ["end"]


def test_a_group_keeps_its_order(post: Post, outside: Outside) -> None:
    steps = [f"order-{number}" for number in range(8)]
    for step in steps:
        post("orderly", [step])
    assert outside.hear("order-", 8) == [step.removeprefix("order-") for step in steps]


def test_two_groups_are_processed_at_the_same_time(
    cloud: EmbeddedCloud, toy: Deployment, outside: Outside
) -> None:
    outside.meetings["meet-"] = threading.Barrier(2)
    entries = [
        {"Id": step, "MessageBody": json.dumps([step]), "MessageGroupId": sender}
        for sender in ("left", "right")
        for step in (f"meet-{sender}", f"after-{sender}")
    ]
    cloud.client("sqs").send_message_batch(QueueUrl=toy.resources["Line"], Entries=entries)
    assert set(outside.hear("meet-", 2)) == {"left", "right"}
    assert set(outside.hear("after-", 2)) == {"left", "right"}


def test_a_failed_message_returns_before_its_successors(post: Post, outside: Outside) -> None:
    outside.refusals["retry-1"] = 1
    for step in ("retry-1", "retry-2"):
        post("patient", [step])
    assert outside.hear("retry-", 3) == ["1", "1", "2"]


@pytest.mark.parametrize("step", ["poison-x", "crash"])
def test_a_message_that_fails_each_time_ends_in_the_dead_letter_queue(
    step: str, post: Post, outside: Outside, cloud: EmbeddedCloud, toy: Deployment
) -> None:
    outside.refusals["poison-x"] = 99
    post(step, [step])
    sqs, dead = cloud.client("sqs"), toy.resources["LineDead"]
    [message] = sqs.receive_message(QueueUrl=dead, **WAIT)["Messages"]
    assert message["Body"] == f'["{step}"]'
    assert message["Attributes"]["MessageGroupId"] == step
    sqs.delete_message(QueueUrl=dead, ReceiptHandle=message["ReceiptHandle"])


@pytest.fixture
def put(cloud: EmbeddedCloud, toy: Deployment) -> Any:
    dynamodb = cloud.client("dynamodb")

    def put_row(key: str, kind: str = "tip") -> None:
        item = {"pk": {"S": key}, "kind": {"S": kind}}
        dynamodb.put_item(TableName=toy.resources["Cases"], Item=item)

    return put_row


def test_a_stream_delivers_what_passes_its_filter_in_order(put: Any, outside: Outside) -> None:
    for number in range(6):
        put(f"row-{number}", "tip" if number % 2 else "other")
    assert outside.hear("row-", 3) == ["1", "3", "5"]


def test_a_stream_repeats_from_the_row_that_failed(put: Any, outside: Outside) -> None:
    outside.refusals["again-2"] = 2
    for number in range(1, 4):
        put(f"again-{number}")
    assert outside.hear("again-", 5) == ["1", "2", "2", "2", "3"]


def test_a_row_that_fails_each_time_is_put_aside_alone(
    put: Any, outside: Outside, cloud: EmbeddedCloud, toy: Deployment
) -> None:
    outside.refusals["lost-2"] = 99
    for number in range(1, 5):
        put(f"lost-{number}")
    cloud.settle()
    assert [row for row in outside.hear("lost-", 6) if row != "2"] == ["1", "3", "4"]
    assert outside.heard.count("lost-2") >= 3
    [report] = cloud.client("sqs").receive_message(QueueUrl=toy.resources["Failures"])["Messages"]
    assert json.loads(report["Body"])["DDBStreamBatchInfo"]["batchSize"] == 1


def test_settling_waits_for_all_that_a_request_sets_in_motion(
    post: Post, cloud: EmbeddedCloud, outside: Outside
) -> None:
    outside.refusals["settled"] = 1
    post("settler", ["forward", "settled"])
    cloud.settle()
    assert outside.heard.count("settled") == 2


def test_every_message_is_on_record(post: Post, cloud: EmbeddedCloud, toy: Deployment) -> None:
    post("recorded", ["forward", "record-end"])
    cloud.settle()
    sent = [
        (m["QueueUrl"], m["MessageBody"])
        for m in cloud.messages()
        if m["MessageGroupId"] == "recorded"
    ]
    assert sent == [
        (toy.resources["Line"], '["forward", "record-end"]'),
        (toy.resources["Outbox"], '["record-end"]'),
    ]


def test_a_look_into_the_queues_takes_nothing_out(cloud: EmbeddedCloud, toy: Deployment) -> None:
    dead = toy.resources["OutboxDead"]
    cloud.client("sqs").send_message(
        QueueUrl=dead, MessageBody="left", MessageGroupId="g", MessageDeduplicationId="look"
    )
    for _ in range(2):
        assert "left" in [message["Body"] for message in cloud.waiting()[dead]]
