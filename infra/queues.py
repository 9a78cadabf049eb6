"""A line: a FIFO queue that keeps each sender's order, with its dead letters and their alarms."""

from aws_cdk import Duration
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_sqs import (
    DeadLetterQueue,
    DeduplicationScope,
    FifoThroughputLimit,
    Queue,
    QueueEncryption,
)
from constructs import Construct

from infra.alarms import Alarms

KEPT = Duration.days(4)


class Line(Construct):
    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        key: IKey,
        alarms: Alarms,
        reader_timeout_seconds: int,
        attempts: int,
    ) -> None:
        super().__init__(scope, construct_id)
        self.dead_letters = self._fifo("DeadLetters", key=key)
        self.queue = self._fifo(
            "Queue",
            key=key,
            # AWS's advice: six times the reader's timeout, for its own retries of a full batch.
            visibility_timeout=Duration.seconds(6 * reader_timeout_seconds),
            dead_letter_queue=DeadLetterQueue(queue=self.dead_letters, max_receive_count=attempts),
        )
        self.arn, self.url = self.queue.queue_arn, self.queue.queue_url
        alarms.ring(
            self,
            "DeadLetterAlarm",
            metric=self.dead_letters.metric_approximate_number_of_messages_visible(),
            at_least=1,
            means="A message could not be handled: see the logs, then redrive within four days.",
        )
        alarms.ring(
            self,
            "AgeAlarm",
            metric=self.queue.metric_approximate_age_of_oldest_message(),
            at_least=Duration.minutes(15).to_seconds(),
            means="The oldest message has waited for 15 minutes.",
        )

    def _fifo(
        self,
        construct_id: str,
        *,
        key: IKey,
        visibility_timeout: Duration | None = None,
        dead_letter_queue: DeadLetterQueue | None = None,
    ) -> Queue:
        return Queue(
            self,
            construct_id,
            fifo=True,
            content_based_deduplication=False,
            deduplication_scope=DeduplicationScope.MESSAGE_GROUP,
            fifo_throughput_limit=FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
            encryption=QueueEncryption.KMS,
            encryption_master_key=key,
            data_key_reuse=Duration.hours(1),
            enforce_ssl=True,
            retention_period=KEPT,
            visibility_timeout=visibility_timeout,
            dead_letter_queue=dead_letter_queue,
        )
