"""How a function follows the ledger as it grows, and where its failures end."""

import json

from aws_cdk import Duration
from aws_cdk.aws_lambda import CfnEventSourceMapping
from aws_cdk.aws_sqs import Queue, QueueEncryption

from infra.function import HouseFunction
from infra.house import House
from infra.nag import acknowledge
from infra.queues import KEPT

KEPT_BY_STREAM = "replay it while the stream has it, 24 h."


def failures_of(function: HouseFunction, *, house: House, means: str) -> Queue:
    """Receives where in the stream a batch lies that failed for good, and rings."""
    failures = Queue(
        function,
        "Failures",
        encryption=QueueEncryption.KMS,
        encryption_master_key=house.content.key,
        enforce_ssl=True,
        retention_period=KEPT,
    )
    acknowledge(failures, "SQS3", reason="It is itself where a stream's failures end.")
    house.alarms.ring(
        function,
        "FailuresAlarm",
        metric=failures.metric_approximate_number_of_messages_visible(),
        at_least=1,
        means=f"{means}: {KEPT_BY_STREAM}",
    )
    return failures


def follow_ledger(
    function: HouseFunction,
    *,
    house: House,
    failures: Queue,
    batch_size: int,
    wait: Duration | None = None,
    at_once: int = 1,
    reports_items: bool = False,
) -> None:
    """Each new row of the ledger, every case in its own order, `at_once` batches of a shard."""
    stream = house.stores.ledger
    function.role.may(
        "dynamodb:DescribeStream",
        "dynamodb:GetRecords",
        "dynamodb:GetShardIterator",
        "dynamodb:ListStreams",
        on=stream,
    )
    function.role.may("sqs:SendMessage", on=failures.queue_arn)
    mapping = CfnEventSourceMapping(
        function,
        "Ledger",
        function_name=function.function.function_name,
        event_source_arn=stream,
        starting_position="TRIM_HORIZON",
        batch_size=batch_size,
        maximum_batching_window_in_seconds=wait.to_seconds() if wait else None,
        parallelization_factor=at_once,
        bisect_batch_on_function_error=True,
        maximum_retry_attempts=10,
        maximum_record_age_in_seconds=Duration.hours(6).to_seconds(),
        function_response_types=["ReportBatchItemFailures"] if reports_items else None,
        filter_criteria={"filters": [{"pattern": json.dumps({"eventName": ["INSERT"]})}]},
        destination_config={"onFailure": {"destination": failures.queue_arn}},
    )
    # Lambda refuses the mapping until the role may read the stream.
    mapping.node.add_dependency(function.role)
