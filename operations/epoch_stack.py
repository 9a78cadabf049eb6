"""The deployed stack while a month's key ends: the courier asked by its queue, heard by its log."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self
from uuid import uuid4

import boto3

from operations.stack import in_role
from satark.aws.sqs import SqsOutbox
from satark.message import Rewrap

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

PATIENCE = 120  # seconds
READINGS, APART = 4, 20
"""SQS counts approximately, and is right within a minute.

https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/confirm-queue-is-empty.html
"""
TRIES = 30
AN_HOUR = 3_600_000  # milliseconds
COUNTS = ("", "Delayed", "NotVisible")


class Unanswered(Exception):
    """The courier did not say what it did."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Addresses that the courier sealed again, and those left that it did not."""

    count: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """`session` is in the EpochRole; `administer` gives a client in the KeyAdministratorRole."""

    told: Mapping[str, str]
    session: boto3.Session
    administer: Callable[[], "KMSClient"]
    sleep: Callable[[float], None] = time.sleep

    @classmethod
    def of(cls, told: Mapping[str, str], *, second_factor: Sequence[str]) -> Self:
        def administer() -> "KMSClient":
            role = told["KeyAdministratorRole"]
            return in_role(role, called="epoch", second_factor=second_factor).client("kms")

        session = in_role(told["EpochRole"], called="epoch")
        return cls(told=told, session=session, administer=administer)

    def fate(self) -> str | None:
        kms = self.session.client("kms")
        try:
            key = kms.describe_key(KeyId=self._former)["KeyMetadata"]
        except kms.exceptions.NotFoundException:
            return "is destroyed"
        ends = key.get("DeletionDate")
        return f"is destroyed on {ends:%Y-%m-%d}" if ends else None

    def rewrap(self) -> Counted:
        heard = self._answers()
        sqs, outbox = self.session.client("sqs"), self.told["TipsterOutboxUrl"]
        SqsOutbox(sqs, queue_url=outbox).put([Rewrap(str(uuid4()))])
        for _ in range(PATIENCE):
            for event, counted in self._answers().items():
                if event not in heard:
                    return counted
            self.sleep(1)
        raise Unanswered(f"The tips courier has not answered in {PATIENCE} seconds: see its log.")

    def waiting(self) -> dict[str, int]:
        """Until nothing was seen for a minute, or ten minutes have passed."""
        empty, waiting = 0, self._waiting()
        for _ in range(TRIES):
            empty = 0 if waiting else empty + 1
            if empty == READINGS:
                break
            self.sleep(APART)
            waiting = self._waiting()
        return waiting

    def destroy(self) -> str:
        """KMS's shortest period, in which the key is already of no use, and can be called back."""
        answer = self.administer().schedule_key_deletion(KeyId=self._former, PendingWindowInDays=7)
        ends = answer["DeletionDate"]
        return f"is destroyed on {ends:%Y-%m-%d}; until then its deletion can be cancelled"

    @property
    def _former(self) -> str:
        return self.told["TipsFormerAddressKey"]

    def _answers(self) -> dict[str, Counted]:
        """Of the last hour, by the id of the line: an answer is new that was not there before."""
        pages = (
            self.session.client("logs")
            .get_paginator("filter_log_events")
            .paginate(
                logGroupName=self.told["TipsCourierLogs"],
                startTime=int(time.time() * 1000) - AN_HOUR,
                filterPattern='{ $.event = "rewrapped" }',
            )
        )
        lines = ((event["eventId"], event["message"]) for page in pages for event in page["events"])
        return {
            event: Counted(said["count"], said["left"])
            for event, message in lines
            if (said := json.loads(message))["event"] == "rewrapped"
        }

    def _waiting(self) -> dict[str, int]:
        found = {url.rpartition("/")[2]: self._messages(url) for url in self._queues}
        return {queue: count for queue, count in found.items() if count}

    def _messages(self, url: str) -> int:
        names = [f"ApproximateNumberOfMessages{kind}" for kind in COUNTS]
        answer = self.session.client("sqs").get_queue_attributes(
            QueueUrl=url,
            AttributeNames=names,  # type: ignore[arg-type]  # names as plain strings
        )
        return sum(map(int, answer["Attributes"].values()))

    @property
    def _queues(self) -> list[str]:
        return self.told["TipsQueues"].split()
