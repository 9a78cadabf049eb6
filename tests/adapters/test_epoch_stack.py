"""The end of a month's key against moto: the courier asked and heard, queues, destruction."""

import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import boto3
import pytest

from operations.epoch_stack import Counted, Stack, Unanswered
from operations.stack import in_role
from satark import wire
from satark.message import Rewrap

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_sqs import SQSClient

ROLE = "arn:aws:iam::123456789012:role/KeyAdministrator"
LOGS = "tips-courier"


@pytest.fixture
def told(kms: "KMSClient", sqs: "SQSClient") -> dict[str, str]:
    fifo = {"FifoQueue": "true"}
    urls = [
        sqs.create_queue(QueueName=f"{name}.fifo", Attributes=fifo)["QueueUrl"]  # type: ignore[arg-type]  # names of attributes as a dict
        for name in ("line", "outbox", "dead")
    ]
    logs = boto3.client("logs")
    logs.create_log_group(logGroupName=LOGS)
    logs.create_log_stream(logGroupName=LOGS, logStreamName="s")
    return {
        "TipsQueues": " ".join(urls),
        "TipsterOutboxUrl": urls[1],
        "TipsCourierLogs": LOGS,
        "TipsFormerAddressKey": kms.create_key()["KeyMetadata"]["KeyId"],
        "KeyAdministratorRole": ROLE,
    }


def says(event: str, count: int, left: int = 0) -> None:
    line = {"level": "INFO", "event": event, "count": count, "left": left}
    now = int(time.time() * 1000)
    events = [{"timestamp": now, "message": json.dumps(line)}]
    boto3.client("logs").put_log_events(
        logGroupName=LOGS,
        logStreamName="s",
        logEvents=events,  # type: ignore[arg-type]  # a timestamp and a message
    )


def stack(told: dict[str, str], sleep: Callable[[float], None] = lambda _: None) -> Stack:
    return Stack(
        told=told,
        session=boto3.Session(),
        administer=lambda: in_role(ROLE, called="epoch").client("kms"),
        sleep=sleep,
    )


def test_the_courier_is_asked_by_its_outbox_and_heard_by_its_log(
    told: dict[str, str], sqs: "SQSClient"
) -> None:
    says("rewrapped", 9, 9)  # of an earlier run
    says("set_aside", 1)

    house = stack(told, sleep=lambda _: says("rewrapped", 3, 4))

    assert house.rewrap() == Counted(3, 4)
    [asked] = sqs.receive_message(QueueUrl=told["TipsterOutboxUrl"])["Messages"]
    assert isinstance(wire.outbound.load(asked["Body"]), Rewrap)


def test_whoever_does_not_answer_is_waited_for_and_then_given_up(told: dict[str, str]) -> None:
    says("rewrapped", 0)

    with pytest.raises(Unanswered):
        stack(told).rewrap()


def test_a_message_anywhere_is_seen_and_waited_for(told: dict[str, str], sqs: "SQSClient") -> None:
    dead = told["TipsQueues"].split()[2]
    sqs.send_message(QueueUrl=dead, MessageBody="m", MessageGroupId="g", MessageDeduplicationId="m")
    assert stack(told).waiting() == {"dead.fifo": 1}

    taken = sqs.receive_message(QueueUrl=dead)["Messages"][0]["ReceiptHandle"]
    pauses: list[float] = []

    def gone_at_last(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            sqs.delete_message(QueueUrl=dead, ReceiptHandle=taken)

    assert stack(told, sleep=gone_at_last).waiting() == {}
    assert sum(pauses[2:]) >= 60


def test_a_key_is_destroyed_in_seven_days_and_its_fate_is_known(
    told: dict[str, str], kms: "KMSClient"
) -> None:
    house = stack(told)
    assert house.fate() is None

    assert house.destroy().endswith("until then its deletion can be cancelled")

    key = kms.describe_key(KeyId=told["TipsFormerAddressKey"])["KeyMetadata"]
    assert key["KeyState"] == "PendingDeletion"
    assert house.fate() == f"is destroyed on {key['DeletionDate']:%Y-%m-%d}"
    assert stack({**told, "TipsFormerAddressKey": "gone"}).fate() == "is destroyed"
